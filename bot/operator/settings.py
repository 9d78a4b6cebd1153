"""Settings: what the operator decided, checked before anything starts.

Whoever needs settings declares them as a struct whose fields are named like them; see `HouseSettings`, and those of
the channels. An empty secret keeps its channel closed.
"""

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from bot.operator.addresses import networks

T = TypeVar("T", bound=msgspec.Struct)

_NEARLY = 0.9  # how alike another name of the environment must be to be taken for a slip
_MEANT = 0.6  # how alike ours must be to be offered instead


class HouseSettings(msgspec.Struct, frozen=True, kw_only=True, rename=str.upper):
    """Every setting that is no channel's own, with its default."""

    database_url: Annotated[str, Meta(pattern=r"^(sqlite|postgresql|postgres)(\+\w+)?://.+$")] = (
        "sqlite:///my-own-work.sqlite3"
    )
    host: Annotated[str, Meta(min_length=1)] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8080
    public_url: Annotated[str, Meta(pattern=r"^$|^https://\S+$")] = ""  # where the server is reached from outside
    trusted_proxies: str = "127.0.0.1, ::1"  # whose word we take for where a request comes from
    bulk_rate: Annotated[float, Meta(gt=0, le=100_000)] = 25.0  # pushes a second; 5 are left for replies
    course: Annotated[str, Meta(pattern=r"^\s*[a-z0-9-]+(\s*,\s*[a-z0-9-]+)*\s*$")] = "own-work"  # folders, by commas
    secret_key: Annotated[str, Meta(pattern=r"^$|^\s*[!-+\--~]{32,}(\s*,\s*[!-+\--~]{32,})*\s*$")] = ""  # newest first
    admin_ids: Annotated[str, Meta(pattern=r"^\s*(?:[a-z]+:[\w-]+\s*(?:,\s*|$))*$")] = ""
    metrics_token: str = ""
    sql_echo: bool = False  # whether each statement is logged, without its values

    @property
    def courses(self) -> list[str]:
        """The folder names of the courses that are offered, the first one to whoever chooses none."""
        return [name.strip() for name in self.course.split(",")]


class Settings:
    """All settings, by the class that declares them."""

    def __init__(self, *structs: msgspec.Struct, strange: Sequence[tuple[str, str]] = ()) -> None:
        self._structs = {type(struct): struct for struct in structs}
        self.strange = strange  # names of the environment that are none of ours, though they look so, and what is meant

    def of(self, kind: type[T]) -> T:
        """Those that a class declares; its defaults where none were read."""
        found = self._structs.get(kind)
        return found if isinstance(found, kind) else kind()


class BadSetting(Exception):
    """A setting that stops the start: its name and the key of the sentence that says why. Never its value."""

    def __init__(self, key: str, name: str, meant: str = "") -> None:
        super().__init__(f"{key} {name}")
        self.key, self.name, self.meant = key, name, meant


def read_settings(
    environment: Mapping[str, str], file: Mapping[str, str | None], kinds: Sequence[type[msgspec.Struct]]
) -> Settings:
    """Settings from the environment, which wins, and a `.env` file. Raises BadSetting for the first that is wrong.

    A name that is none of ours stops the start where it stands in the file, which is ours alone; the environment has
    names of other programs, so there it is only told of. A struct with a property `missing` names by it what its
    other settings are useless without.
    """
    kinds = (HouseSettings, *kinds)
    names = names_of(kinds)
    for name in file:
        if name not in names:
            raise BadSetting("setting-unknown", name, _meant(name, _MEANT, names))
    given = {name: value for name, value in {**file, **environment}.items() if name in names and value is not None}
    structs = [_read(kind, given, names) for kind in kinds]
    try:
        networks(given.get("TRUSTED_PROXIES", ""))
    except ValueError:
        raise BadSetting("setting-malformed", "TRUSTED_PROXIES") from None
    for struct in structs:
        if missing := getattr(struct, "missing", ""):
            raise BadSetting("setting-missing", missing)
    return Settings(*structs, strange=list(_strange(environment, kinds)))


def names_of(kinds: Sequence[type[msgspec.Struct]]) -> tuple[str, ...]:
    """The names of all settings that the classes declare."""
    return tuple(field.encode_name for kind in kinds for field in msgspec.structs.fields(kind))


def _read(kind: type[T], given: Mapping[str, str], names: Sequence[str]) -> T:
    try:
        return msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError as error:
        # msgspec names the field as `$.PORT` and never prints its value
        name = next((name for name in names if f"$.{name}`" in str(error)), "")
        raise BadSetting("setting-malformed", name) from None


def _strange(environment: Mapping[str, str], kinds: Sequence[type[msgspec.Struct]]) -> Iterator[tuple[str, str]]:
    """Names of the environment that are none of ours and may be a slip."""
    names, prefixes = names_of(kinds), tuple(prefix for kind in kinds for prefix in _prefixes(kind))
    for name in environment:
        if name not in names and (name.startswith(prefixes) or _meant(name, _NEARLY, names)):
            yield name, _meant(name, _MEANT, names)


def _prefixes(kind: type[msgspec.Struct]) -> list[str]:
    """What several names of a class begin with, such as TELEGRAM_; so begins nobody else's."""
    firsts = Counter(name.partition("_")[0] for name in names_of([kind]))
    return [f"{first}_" for first, count in firsts.items() if count > 1]


def _meant(name: str, alike: float, names: Sequence[str]) -> str:
    return next(iter(difflib.get_close_matches(name, names, 1, alike)), "")
