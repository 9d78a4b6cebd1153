"""Our own calls say what the library's would, field by field, and what Telegram answers means the same."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.calls import Calls
from bot.channels.telegram.looks import keyboard
from bot.message import Button, Go

# the library announces a changed type whenever a 429 is read
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

BUTTONS = (Button("사실", Go("answer", "1")), Button("의견", Go("answer", "2")))
SHOWN = InlineKeyboardMarkup([[InlineKeyboardButton(b.label, callback_data=str(b.go)) for b in BUTTONS]])
NO_PICTURE = LinkPreviewOptions(is_disabled=True)
SENT = {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "말"}


class Telegram(BaseRequest):
    """Notes each call, and gives one answer to all."""

    def __init__(self, status: int = 200, answer: bytes = json.dumps({"ok": True, "result": SENT}).encode()) -> None:
        self.status, self.answer, self.calls = status, answer, list[tuple[str, dict[str, Any]]]()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """Notes it; what is JSON inside a field is compared as such."""
        assert request_data is not None
        fields = {key: _loaded(key, value) for key, value in request_data.json_parameters.items()}
        self.calls.append((f"{method} {url}", fields))
        return self.status, self.answer

    @property
    def read_timeout(self) -> float:
        """Seconds."""
        return 15.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def _loaded(key: str, value: str) -> Any:
    return json.loads(value) if key in {"reply_markup", "link_preview_options"} else value


Call = Callable[[Any], Awaitable[object]]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (lambda calls: calls.send_message("7", "말"), lambda bot: bot.send_message("7", "말")),
        (lambda calls: calls.send_message(-100, "말"), lambda bot: bot.send_message(-100, "말")),
        (
            lambda calls: calls.send_message("7", "a.kr 이에요", keyboard(BUTTONS), silent=True, paid=True),
            lambda bot: bot.send_message(
                "7", "a.kr 이에요", reply_markup=SHOWN, link_preview_options=NO_PICTURE,
                disable_notification=True, allow_paid_broadcast=True,
            ),
        ),
        (lambda calls: calls.edit_message_text(7, 5, "말"), lambda bot: bot.edit_message_text("말", 7, 5)),
        (
            lambda calls: calls.edit_message_text(7, 5, "a.kr"),
            lambda bot: bot.edit_message_text("a.kr", 7, 5, link_preview_options=NO_PICTURE),
        ),
        (lambda calls: calls.answer_callback_query("q1"), lambda bot: bot.answer_callback_query("q1")),
    ],
)  # fmt: skip
async def test_the_library_would_say_the_same(ours: Call, theirs: Call) -> None:
    telegram = Telegram()
    bot = Bot("4242:AA", request=telegram, get_updates_request=telegram)
    await ours(Calls(bot))
    await theirs(bot)
    own, of_the_library = telegram.calls
    assert own == of_the_library


@pytest.mark.parametrize(
    ("status", "answer", "raised", "text"),
    [
        (429, {"parameters": {"retry_after": 3}, "description": "Too Many Requests"}, RetryAfter, "3 seconds"),
        (403, {"description": "Forbidden: bot was blocked by the user"}, Forbidden, "blocked"),
        (400, {"description": "Bad Request: message is too long"}, BadRequest, "too long"),
        (400, {"parameters": {"migrate_to_chat_id": -5}, "description": "moved"}, ChatMigrated, "-5"),
        (401, {"description": "Unauthorized"}, InvalidToken, "Unauthorized"),
        (404, {}, InvalidToken, "Not Found"),
        (409, {"description": "Conflict"}, Conflict, "Conflict"),
        (500, {"description": "Internal Server Error"}, NetworkError, "Internal"),
        (502, b"<html>", NetworkError, "Bad Gateway"),
        (200, b"<html>", TelegramError, "no JSON object"),
        (200, b"", TelegramError, "no JSON object"),
        (200, b"[]", TelegramError, "no JSON object"),
        (200, {}, TelegramError, "neither yes nor"),
        (200, {"ok": False, "description": "?"}, TelegramError, "neither yes nor"),
    ],
)
async def test_what_an_answer_means(status: int, answer: Any, raised: type[TelegramError], text: str) -> None:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    calls = Calls(Bot("4242:AA", request=Telegram(status, body)))
    with pytest.raises(raised, match=text) as caught:
        await calls.send_message("7", "말")
    assert type(caught.value) is raised
