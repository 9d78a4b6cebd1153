"""The messengers: one folder each, which hears, renders and sends, and knows nothing of the others."""

from collections.abc import Mapping

from bot.channels.channel import Channel
from bot.channels.kakao import KAKAO
from bot.channels.telegram import TELEGRAM
from bot.channels.web import WEB

CHANNELS: Mapping[str, Channel] = {"telegram": TELEGRAM, "kakao": KAKAO, "web": WEB}
"""Every channel by the name that addresses carry. Reminders go to the first that can speak first to a learner: on
Telegram a push costs nothing, and a page is seldom open.
"""
