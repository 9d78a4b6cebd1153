"""The messengers: one folder each, which hears, renders and sends, and knows nothing of the others."""

from collections.abc import Mapping

from bot.channels.house import Channel
from bot.channels.kakao import KAKAO
from bot.channels.telegram import TELEGRAM
from bot.channels.web import WEB

CHANNELS: Mapping[str, Channel] = {"web": WEB, "telegram": TELEGRAM, "kakao": KAKAO}
"""Every channel by the name that addresses carry."""
