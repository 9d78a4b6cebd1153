"""Updates in: what each one says, and to whom it belongs. Pure."""

import re
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.message import Address, Said

KINDS = ("message", "callback_query", "my_chat_member")  # the server remembers the last list, so it is always sent
ADDRESSED = re.compile(r"^(/\w+)@\w+")  # "/today@the_bot": what clients insert where several bots listen
REACHABLE: dict[str, bool] = {ChatMemberStatus.MEMBER: True, ChatMemberStatus.BANNED: False}  # unblocked, blocked us

Raw = dict[str, Any]
"""An update as JSON."""


def heard(update: Update) -> Said | None:
    """What a learner said by it; None for what is not said to us, such as a group's talk or a pinned message."""
    words, chat = _words(update), update.effective_chat
    if words is None or chat is None or chat.type != ChatType.PRIVATE:
        return None
    return Said(Address("telegram", str(chat.id)), words, str(update.update_id))


def _words(update: Update) -> str | None:
    if update.callback_query:
        return update.callback_query.data
    message = update.message
    if message and message.text:
        return ADDRESSED.sub(r"\1", message.text)
    return "" if message and message.effective_attachment else None  # a picture, a voice: the conversation answers it


def reachable(update: Update) -> tuple[Address, bool] | None:
    """Who blocked the bot (False) or let it in again (True)."""
    change = update.my_chat_member
    if change is None or change.chat.type != ChatType.PRIVATE:
        return None
    can = REACHABLE.get(change.new_chat_member.status)
    return None if can is None else (Address("telegram", str(change.chat.id)), can)


def chosen(query: CallbackQuery) -> tuple[Message, str] | None:
    """The message whose button was tapped, and the button's label; None when it is too old or bears no such button."""
    message = query.message
    if not isinstance(message, Message) or message.text is None or message.reply_markup is None:
        return None
    buttons = (button for row in message.reply_markup.inline_keyboard for button in row)
    label = next((button.text for button in buttons if button.callback_data == query.data), None)
    return None if label is None else (message, label)


def queue(raw: Raw) -> object:
    """The chat whose order a raw update keeps. A tap carries no chat of its own; its sender's id is the same."""
    body = next((part for part in raw.values() if isinstance(part, dict)), {})
    place = body.get("chat") or body.get("from")
    return place.get("id") if isinstance(place, dict) else None
