"""Updates in: what each one says, and to whom it belongs. Pure, but for one log line.

Only what is read here is decoded, straight into small structs; whatever else an update holds is passed over unseen.
"""

import logging
import re
from datetime import UTC, datetime
from typing import Any

import msgspec
from telegram.constants import ChatMemberStatus, ChatType

from bot.channels.telegram.looks import SPENT
from bot.message import Address, Said

KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
)  # the server remembers the last list, so it is always sent
ADDRESSED = re.compile(r"^(/\w+)@\w+")  # "/today@the_bot": what clients insert where several bots listen
REACHABLE: dict[str, bool] = {ChatMemberStatus.MEMBER: True, ChatMemberStatus.BANNED: False}  # unblocked, blocked us

Raw = dict[str, Any]
"""An update as JSON."""

log = logging.getLogger(__name__)


class Part(msgspec.Struct, frozen=True, gc=False):
    """A part of an update, under the Bot API's own names; gc=False because none can hold itself."""


class Chat(Part, frozen=True, gc=False):
    """Where something was said."""

    id: int
    type: str


class InlineButton(Part, frozen=True, gc=False):
    """A button under a message."""

    text: str
    callback_data: str | None = None


class InlineKeyboard(Part, frozen=True, gc=False):
    """The buttons under a message."""

    inline_keyboard: list[list[InlineButton]]


class Attachments(Part, frozen=True, gc=False):
    """All that a learner may send instead of words, as the library counts it; what matters is whether it is there."""

    animation: Any = None
    audio: Any = None
    contact: Any = None
    dice: Any = None
    document: Any = None
    game: Any = None
    invoice: Any = None
    live_photo: Any = None
    location: Any = None
    paid_media: Any = None
    passport_data: Any = None
    photo: Any = None
    poll: Any = None
    sticker: Any = None
    story: Any = None
    successful_payment: Any = None
    venue: Any = None
    video: Any = None
    video_note: Any = None
    voice: Any = None


class Sender(Part, frozen=True, gc=False):
    """Who sent a message."""

    is_bot: bool = False


class Replied(Part, frozen=True, gc=False, rename={"sender": "from"}):
    """A message that another one replies to."""

    text: str | None = None
    sender: Sender | None = None


class ChatMessage(Attachments, frozen=True, gc=False, kw_only=True):
    """A message in a chat. One that Telegram does not show any more, under a late tap, has no text."""

    message_id: int
    chat: Chat
    date: int = 0
    text: str | None = None
    caption: str | None = None
    entities: list[dict[str, Any]] | None = None
    caption_entities: list[dict[str, Any]] | None = None
    media_group_id: str | None = None  # of an album: each of its pictures comes as an update of its own
    reply_markup: InlineKeyboard | None = None
    reply_to_message: Replied | None = None


class CallbackQuery(Part, frozen=True, gc=False):
    """A tapped button."""

    id: str
    data: str | None = None
    message: ChatMessage | None = None


class Member(Part, frozen=True, gc=False):
    """What somebody is in a chat."""

    status: str


class MemberChange(Part, frozen=True, gc=False):
    """What the bot has become in a chat."""

    chat: Chat
    new_chat_member: Member


class Update(Part, frozen=True, gc=False):
    """One update."""

    update_id: int
    message: ChatMessage | None = None
    edited_message: ChatMessage | None = None
    callback_query: CallbackQuery | None = None
    my_chat_member: MemberChange | None = None


_DECODER = msgspec.json.Decoder(Update)


def parsed(body: bytes) -> Update | None:
    """An update from its bytes; None when its shape is unknown. Raises ValueError for what is no JSON object."""
    try:
        body.decode()  # bytes that are no text may stand in what is passed over
        return _DECODER.decode(body)
    except msgspec.ValidationError as fault:
        if not _is_object(body):
            raise ValueError("no JSON object") from None
        _tell_skipped(fault)
    except (msgspec.DecodeError, RecursionError):
        raise ValueError("no JSON object") from None
    return None


def converted(raw: Raw) -> Update | None:
    """An update from its JSON; None when its shape is unknown."""
    try:
        return msgspec.convert(raw, Update)
    except msgspec.ValidationError as fault:
        _tell_skipped(fault)
    return None


def said_in(update: Update) -> Said | None:
    """What a learner said by it; None for what is not said to us, such as a group's talk or a pinned message."""
    query = update.callback_query
    message = query.message if query else update.message
    if message is None or message.chat.type != ChatType.PRIVATE or (query and query.data == SPENT):
        return None
    words = query.data if query else _words(message)
    if words is None:
        return None
    address = Address("telegram", str(message.chat.id))
    if query is None and _is_picture(message):
        album = message.media_group_id  # said once, however many pictures it has; its words may come with any of them
        key = f"album:{album}:words" if album and words else f"album:{album}" if album else str(update.update_id)
        return Said(address, words, key, picture=True)
    return Said(address, words, str(update.update_id), tapped=query is not None, reply_to=_replied_to(message))


def correction_in(update: Update) -> Said | None:
    """What a learner has made of a message of theirs; None for what is not said to us, or has no words."""
    message = update.edited_message
    if message is None or message.chat.type != ChatType.PRIVATE or not message.text:
        return None
    sent = datetime.fromtimestamp(message.date, UTC)
    return Said(Address("telegram", str(message.chat.id)), message.text, str(update.update_id), corrects=sent)


def _replied_to(message: ChatMessage) -> str:
    """The text of the message that it replies to, where a bot sent that."""
    other = message.reply_to_message
    return other.text or "" if other and other.sender and other.sender.is_bot else ""


def _words(message: ChatMessage) -> str | None:
    if message.text:
        return ADDRESSED.sub(r"\1", message.text)
    # a sticker, a voice: no words but those under it; without any the conversation answers with sorry-no-words
    return message.caption or "" if any(getattr(message, kind) for kind in Attachments.__struct_fields__) else None


def _is_picture(message: ChatMessage) -> bool:
    """Whether it shows a picture, sent as a photo or as a file."""
    file = message.document
    kind = file.get("mime_type") if isinstance(file, dict) else None
    return bool(message.photo or message.live_photo) or (isinstance(kind, str) and kind.startswith("image/"))


def reachable(update: Update) -> tuple[Address, bool] | None:
    """Who blocked the bot (False) or let it in again (True)."""
    change = update.my_chat_member
    if change is None or change.chat.type != ChatType.PRIVATE:
        return None
    can = REACHABLE.get(change.new_chat_member.status)
    return None if can is None else (Address("telegram", str(change.chat.id)), can)


def chosen(query: CallbackQuery) -> tuple[ChatMessage, str] | None:
    """The message whose button was tapped, and the button's label; None when it is too old or bears no such button."""
    message = query.message
    if message is None or (message.text or message.caption) is None or message.reply_markup is None:
        return None
    if query.data == SPENT:
        return None
    buttons = [button for row in message.reply_markup.inline_keyboard for button in row]
    labels = [button.text for button in buttons if button.callback_data == query.data]
    return (message, labels[0]) if labels else None


def options(query: CallbackQuery) -> list[list[str]]:
    """The labels of what the tapped button was one of: buttons that say the same but for the last word."""
    rows = query.message.reply_markup.inline_keyboard if query.message and query.message.reply_markup else ()
    said = (query.data or "").rpartition(" ")[0]
    labels = ([one.text for one in row if (one.callback_data or "").rpartition(" ")[0] == said] for row in rows)
    return [row for row in labels if row] if said else []


def queue(raw: Raw) -> int | None:
    """The chat whose order a raw update keeps. A tap carries no chat of its own; its sender's id is the same."""
    body = next((part for part in raw.values() if isinstance(part, dict)), {})
    place = body.get("chat") or body.get("from")
    found = place.get("id") if isinstance(place, dict) else None
    return found if isinstance(found, int) else None


def _is_object(body: bytes) -> bool:
    try:
        return isinstance(msgspec.json.decode(body), dict)
    except (msgspec.DecodeError, RecursionError):
        return False


def _tell_skipped(fault: msgspec.ValidationError) -> None:
    # only the name of the fault: its text may hold what was said
    log.error("an update of an unknown shape is skipped: %s", type(fault).__name__)
