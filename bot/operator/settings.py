"""Settings: what the operator decided, checked before anything starts. A channel is open when its secret is set."""

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

_OURS = re.compile(r"^(TELEGRAM|KAKAO)_")  # prefixes under which an unknown name can only be a slip
_PUSH = ("KAKAO_BOT_ID", "KAKAO_REST_API_KEY", "KAKAO_EVENT")  # the Event API needs all of them
_FREE = 30  # messages a second (Bot FAQ, "How can I message all of my bot's subscribers at once?")
_NEARLY = 0.9  # how alike another name must be to be taken for a slip


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename=str.upper):
    """Every setting with its default; an empty secret keeps its channel closed."""

    telegram_token: Annotated[str, Meta(pattern=r"^$|^[0-9]+:[A-Za-z0-9_-]+$")] = ""
    telegram_api_url: Annotated[str, Meta(pattern=r"^$|^https?://\S+$")] = ""
    public_url: Annotated[str, Meta(pattern=r"^$|^https://\S+$")] = ""
    telegram_webhook_secret: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{0,256}$")] = ""
    kakao_skill_secret: str = ""
    kakao_bot_id: Annotated[str, Meta(pattern=r"^$|^[0-9A-Za-z]+!?$")] = ""
    kakao_rest_api_key: Annotated[str, Meta(pattern=r"^$|^[0-9A-Za-z]+$")] = ""
    kakao_event: Annotated[str, Meta(pattern=r"^$|^\S.{0,98}$")] = ""
    kakao_monthly_cap: Annotated[int, Meta(ge=0)] = 3000  # pushes, 15 won each; 0 is no cap
    kakao_api_url: Annotated[str, Meta(pattern=r"^$|^https?://\S+$")] = ""
    database_url: Annotated[str, Meta(pattern=r"^(sqlite|postgresql|postgres)(\+\w+)?://.+$")] = (
        "sqlite:///my-own-work.sqlite3"
    )
    host: Annotated[str, Meta(min_length=1)] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8080
    bulk_rate: Annotated[float, Meta(gt=0, le=100_000)] = 25.0  # pushes a second; 5 are left for replies
    paid_broadcast: bool = False  # whether Telegram takes 1,000 a second for a fee instead of 30
    admin_ids: Annotated[str, Meta(pattern=r"^[\w:,\s-]*$")] = ""
    metrics_token: str = ""

    @property
    def kakao_pushes(self) -> bool:
        """Whether KakaoTalk can speak first: by the Event API, once all it needs is set."""
        return bool(self.kakao_skill_secret and self.kakao_bot_id and self.kakao_rest_api_key and self.kakao_event)

    @property
    def too_fast(self) -> bool:
        """Whether pushes would leave faster than Telegram bears without a fee; a server of one's own may bear more."""
        free = self.telegram_token and not self.telegram_api_url and not self.paid_broadcast
        return bool(free and self.bulk_rate > _FREE)


NAMES = tuple(field.encode_name for field in msgspec.structs.fields(Settings))


class BadSetting(Exception):
    """A setting that stops the start: its name and the key of the sentence that says why. Never its value."""

    def __init__(self, key: str, name: str, meant: str = "") -> None:
        super().__init__(f"{key} {name}")
        self.key, self.name, self.meant = key, name, meant


def read_settings(environment: Mapping[str, str], file: Mapping[str, str | None]) -> Settings:
    """Settings from the environment, which wins, and a `.env` file. Raises BadSetting for the first that is wrong."""
    for name, meant in _unknown(environment, file):
        raise BadSetting("setting-unknown", name, meant)
    given = {name: value for name, value in {**file, **environment}.items() if name in NAMES and value is not None}
    try:
        settings = msgspec.convert(given, Settings, strict=False)
    except msgspec.ValidationError as error:
        # msgspec names the field as `$.PORT` and never prints its value
        name = next((name for name in NAMES if f"$.{name}`" in str(error)), "")
        raise BadSetting("setting-malformed", name) from None
    for name in _PUSH:
        if any(given.get(other) for other in _PUSH) and not given.get(name):
            raise BadSetting("setting-missing", name)  # half of it would leave KakaoTalk silent without a word
    return settings


def _unknown(environment: Mapping[str, str], file: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    for name in file:
        if name not in NAMES:
            yield name, _meant(name, 0.6)
    for name in environment:
        if name not in NAMES and (_OURS.match(name) or _meant(name, _NEARLY)):
            yield name, _meant(name, 0.6)


def _meant(name: str, alike: float) -> str:
    return next(iter(difflib.get_close_matches(name, NAMES, 1, alike)), "")
