"""The calls that updates and lessons make, without one of the library's objects; all others go through its Bot."""

from typing import Any, cast

import msgspec
from telegram import Bot
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.looks import preview
from bot.channels.telegram.wire import Fields
from bot.message import File


class ApiAnswer(msgspec.Struct, gc=False):
    """As much of an answer as is read: whether the call was taken, or why not."""

    ok: bool = False
    description: str | None = None
    parameters: dict[str, Any] | None = None


_DECODER = msgspec.json.Decoder(ApiAnswer)


class Calls(BaseRequest):
    """Calls over a bot's own wire. They raise as the Bot's methods do: its `post` says what a refusal means."""

    def __init__(self, bot: Bot) -> None:
        self._bot, self._wire = bot, bot.request

    async def send_message(
        self, chat: str | int, text: str, keyboard: str | None = None, *, silent: bool = False, paid: bool = False
    ) -> None:
        """Send a text, `keyboard` as JSON under it."""
        fields = {"chat_id": str(chat), "text": text}
        if keyboard:
            fields["reply_markup"] = keyboard
        if silent:
            fields["disable_notification"] = "true"
        if paid:
            fields["allow_paid_broadcast"] = "true"
        await self._call("sendMessage", fields | preview(text))

    async def send_document(self, chat: str | int, file: File) -> None:
        """Send a file, without a sound."""
        part = (file.name, file.content, file.kind)
        await self._call("sendDocument", {"chat_id": str(chat), "disable_notification": "true"}, document=part)

    async def edit_message_text(self, chat: int, message_id: int, text: str) -> None:
        """Show another text instead, without a keyboard."""
        fields = {"chat_id": str(chat), "message_id": str(message_id), "text": text}
        await self._call("editMessageText", fields | preview(text))

    async def answer_callback_query(self, query: str) -> None:
        """End the waiting sign of a tapped button."""
        await self._call("answerCallbackQuery", {"callback_query_id": query})

    async def _call(self, method: str, fields: dict[str, str], **files: tuple[str, bytes, str]) -> None:
        form = cast("RequestData", Fields(fields, files))  # `post` only hands it on to the wire
        if not await self.post(f"{self._bot.base_url}/{method}", form):
            raise TelegramError("the answer says neither yes nor why not")

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_others: Any, **_timeouts: Any
    ) -> tuple[int, bytes]:
        """The status and body of one call; its time limits are the wire's."""
        return await self._wire.do_request(url, method, request_data)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as the library reads it, without the message or the text it repeats."""
        try:
            answer = _DECODER.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise TelegramError("the answer is no JSON object") from None
        return {"result": answer.ok, "description": answer.description, "parameters": answer.parameters}

    @property
    def read_timeout(self) -> float | None:
        """The wire's."""
        return self._wire.read_timeout

    async def initialize(self) -> None:
        """Nothing: the wire is opened by its owner."""

    async def shutdown(self) -> None:
        """Nothing, likewise."""
