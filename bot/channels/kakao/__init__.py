"""KakaoTalk: a skill endpoint that answers, and pushes through the Event API once its keys are set."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Annotated

import msgspec
from msgspec import Meta

from bot.channels.channel import Channel, ChannelContext, Opened, Settings
from bot.channels.kakao.push import open_push
from bot.channels.kakao.skill import faults_in, open_kakao
from bot.message import Appearance


class KakaoSettings(msgspec.Struct, frozen=True, kw_only=True, rename=str.upper):
    """A secret opens the skill; the Event API needs all of `push_needs`."""

    kakao_skill_secret: str = ""
    kakao_bot_id: Annotated[str, Meta(pattern=r"^$|^[0-9A-Za-z]+!?$")] = ""
    kakao_rest_api_key: Annotated[str, Meta(pattern=r"^$|^[0-9A-Za-z]+$")] = ""
    kakao_event: Annotated[str, Meta(pattern=r"^$|^\S.{0,98}$")] = ""
    kakao_monthly_cap: Annotated[int, Meta(ge=0)] = 3000  # pushes, 15 won each; 0 is no cap
    kakao_api_url: Annotated[str, Meta(pattern=r"^$|^https?://\S+$")] = ""

    @property
    def pushes(self) -> bool:
        """Whether KakaoTalk can speak first: by the Event API, once all it needs is set."""
        return bool(self.kakao_skill_secret and self.kakao_bot_id and self.kakao_rest_api_key and self.kakao_event)

    @property
    def missing(self) -> str:
        """The name of a setting without which the others would leave KakaoTalk silent without a word; "" if none."""
        push = {
            "KAKAO_BOT_ID": self.kakao_bot_id,
            "KAKAO_REST_API_KEY": self.kakao_rest_api_key,
            "KAKAO_EVENT": self.kakao_event,
        }
        return next((name for name, value in push.items() if not value), "") if any(push.values()) else ""


async def under_cap(paid_for: Callable[[], Awaitable[int]], cap: int, wanted: int) -> int:
    """How many of the wanted pushes this month's cap still allows."""
    return max(0, min(wanted, cap - await paid_for())) if cap else wanted


@asynccontextmanager
async def _open(context: ChannelContext) -> AsyncIterator[Opened]:
    settings = context.settings.of(KakaoSettings)
    async with open_kakao(context.app, settings.kakao_skill_secret, context.respond, context.say, files=context.files):
        if not settings.pushes:
            yield Opened()
            return
        allowed = partial(under_cap, partial(context.paid_for, "kakao"), settings.kakao_monthly_cap)
        async with open_push(
            settings.kakao_api_url, settings.kakao_rest_api_key, settings.kakao_bot_id, settings.kakao_event,
            allowed=allowed,
        ) as push:  # fmt: skip
            yield Opened(push.send, push.state)


def _wanted(settings: Settings) -> bool:
    return bool(settings.of(KakaoSettings).kakao_skill_secret)


def _pushes(settings: Settings) -> bool:
    return settings.of(KakaoSettings).pushes


KAKAO = Channel(
    _open, KakaoSettings, _wanted, _pushes,
    Appearance(fold=500, button="({})", faults=faults_in),  # of a simpleText, from 500 on, only the beginning is shown
    price=15, files_by_link=True,
)  # fmt: skip
