"""What each refusal of the Bot API means for a message and for the one who sent it. Pure."""

import re
from datetime import timedelta

from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.message import Unreachable, Unsent, Unsure

GONE = (  # in a 400, lower case; a 403 says the same in other words: blocked, deactivated, never started, kicked
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user is deactivated",
    "user_is_blocked",
    "have no rights to send a message",
    "not enough rights to send",
    "chat_write_forbidden",
    "group chat was deactivated",
)
TEXT = ("message is too long", "caption is too long", "can't parse entities", "message text is empty", "text must be")
_OWN = re.compile(
    "|".join(
        [r"^\w+_\w+\b", r"byte offset \d+", "(?i:reply markup is too long)"]
        + [f"(?i:{re.escape(part)})" for part in (*GONE, *TEXT)]
    )
)
BUTTONS = ("button_", "reply markup", "reply_markup", "inline keyboard")


def meaning(failure: TelegramError) -> Unreachable | Unsent | Unsure | None:
    """What a refused or broken sendMessage means; None when it is a fault of ours."""
    # BadRequest and TimedOut are kinds of NetworkError: the order of these lines matters
    if isinstance(failure, Forbidden) or (isinstance(failure, BadRequest) and _says(failure, GONE)):
        return Unreachable(type(failure).__name__)
    if isinstance(failure, BadRequest):
        return None
    if isinstance(failure, InvalidToken):
        return Unsent("the token is refused")
    return Unsure(type(failure).__name__)


def bad_text(refusal: BadRequest) -> bool:
    """Whether the text is what Telegram does not take."""
    return _says(refusal, TEXT)


def too_long(refusal: BadRequest) -> bool:
    """Whether the text is more than a message holds."""
    return _says(refusal, TEXT[:2])


def bad_buttons(refusal: BadRequest) -> bool:
    """Whether the buttons are what Telegram does not take, such as with BUTTON_DATA_INVALID."""
    return _says(refusal, BUTTONS)


def reason_of(refusal: TelegramError) -> str:
    """What may stand in a log of a refusal: its kind, and of its sentence, which may quote the message, what is the
    server's own for sure.
    """
    return ": ".join((type(refusal).__name__, *_OWN.findall(refusal.message)))


def seconds(limit: RetryAfter) -> float:
    """How long a 429 asks to wait; the library is changing the type of its attribute."""
    wait = limit.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _says(failure: TelegramError, words: tuple[str, ...]) -> bool:
    return any(word in failure.message.lower() for word in words)
