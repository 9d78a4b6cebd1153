"""The outside of the Telegram tests: an independent Bot API emulator on a real socket, and a learner's phone.

The emulator knows no descriptions and never fails; both are added from outside.
"""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from aiohttp import web
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator

from bot.message import Message, Said
from tests.channels.telegram_rules import faults as broken_rules

TOKEN = "4242:AA-secret-part"
YOUNGER = "link_preview_options", "allow_paid_broadcast", "entities", "caption_entities", "message_effect_id"
"""The fields that are younger than the emulator."""
STYLE = re.compile(r',"style":"\w+"')
"""The style of a button, which is younger as well."""
Fields = dict[str, Any]
Raw = dict[str, Any]


class Api(LoBotApiEmulator):  # type: ignore[misc]  # it ships no types
    """A Bot API that remembers every call with its fields, and fails when told to."""

    def __init__(self) -> None:
        super().__init__(allow_insecure_loopback_webhooks=True)
        self.url = ""
        self.tries: list[tuple[str, Fields]] = []  # every call
        self.calls: list[tuple[str, Fields]] = []  # those it accepted
        self.faults: dict[str, list[ApiRefusal | None]] = {}
        self.profile: dict[tuple[str, str], Any] = {}
        self.slow_chats: set[str] = set()  # to these a message takes until the gate is open
        self.gate = asyncio.Event()

    async def handle(self, request: web.Request) -> Any:
        """Answers one request, sooner or later."""
        if request.match_info["method"] == "sendMessage" and (await request.post())["chat_id"] in self.slow_chats:
            await self.gate.wait()
        return await super().handle(request)

    def validate(self, method: str, fields: Fields, uploads: Any) -> Any:
        """Answers or refuses one call."""
        call = (method, dict(fields))
        self.tries.append(call)
        if (faults := self.faults.get(method)) and (fault := faults.pop(0)):
            raise fault
        assert broken_rules(fields) == [], fields
        for younger in YOUNGER:
            fields.pop(younger, None)
        if "style" in fields.get("reply_markup", ""):
            fields["reply_markup"] = STYLE.sub("", fields["reply_markup"])
        result = self.shown(method, fields) or super().validate(method, fields, uploads)
        self.calls.append(call)
        return result

    def shown(self, method: str, fields: Fields) -> Any:
        """Keeps and gives what a bot shows before anyone speaks."""
        key = (method[3:], fields.get("language_code", ""))
        if method == "setMessageReaction":  # younger than the emulator as well
            return True
        field = {"MyDescription": "description", "MyShortDescription": "short_description"}.get(key[0])
        if method == "setChatMenuButton":
            self.profile[key] = json.loads(fields["menu_button"])
            return True
        if method == "getChatMenuButton":
            return self.profile.get(key, {"type": "commands"})
        if method == "setMyCommands":
            self.profile[key] = json.loads(fields["commands"])
        if method == "getMyCommands":
            return self.profile.get(key)
        if field and method.startswith("get"):
            return {field: self.profile.get(key, "")}
        if field:
            self.profile[key] = fields[field]
        return bool(field)

    def sent(self, method: str = "sendMessage") -> list[Fields]:
        """The fields of every accepted call of this method."""
        return [fields for name, fields in self.calls if name == method]

    def tried(self, method: str = "sendMessage") -> list[Fields]:
        """The same with the refused calls."""
        return [fields for name, fields in self.tries if name == method]

    async def until(self, true: Callable[[], object]) -> None:
        """Waits for what must come to be."""
        async with asyncio.timeout(30):
            while not true():  # noqa: ASYNC110  what is waited for happens in the bot, which signals nothing to tests
                await asyncio.sleep(0.002)

    async def until_sent(self, count: int, method: str = "sendMessage") -> list[Fields]:
        """Waits for that many accepted calls, and proves that there are no more just then."""
        await self.until(lambda: len(self.sent(method)) >= count)
        assert len(self.sent(method)) == count
        return self.sent(method)


@asynccontextmanager
async def serving(api: Api, port: int = 0) -> AsyncIterator[Api]:
    """The Bot API on a port of this machine, a free one by default."""
    async with hosting(api.app(), port) as api.url:
        yield api


@asynccontextmanager
async def hosting(app: web.Application, port: int = 0) -> AsyncIterator[str]:
    """An app on a port of this machine, a free one by default; its address."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    async with AsyncExitStack() as stack:
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"


class Phone:
    """A learner's Telegram."""

    def __init__(self, api: Api, chat: int = 7) -> None:
        self.api, self.id = api, str(chat)
        self.user = {"id": chat, "first_name": "민지", "is_bot": False, "language_code": "ko"}
        self.chat = {"id": chat, "type": "private", "first_name": "민지"}

    async def says(self, text: str) -> None:
        """Sends a text."""
        await self.sends(text=text)

    async def sends(self, **content: Any) -> None:
        """Sends anything else."""
        await self.api.enqueue_update({"message": self.message(**content)}, token=TOKEN)

    async def taps(self, command: str, message: Raw) -> None:
        """Taps a button of a message."""
        query = {"id": "q1", "from": self.user, "chat_instance": "1", "data": command, "message": message}
        await self.api.enqueue_update({"callback_query": query}, token=TOKEN)

    def message(self, **content: Any) -> Raw:
        """A message of this chat as JSON."""
        return {"message_id": 5, "date": int(time.time()), "chat": self.chat, "from": self.user, **content}


class Conversation:
    """Stands for the turn: remembers what was said; `answers` and `failures` are used up one a turn.

    "기다려" waits while the gate is shut, "독" fails always.
    """

    def __init__(self) -> None:
        self.said: list[Said] = []
        self.answers: list[Message] = []
        self.failures: list[Exception | None] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self, said: Said) -> Message:
        """One turn."""
        self.said.append(said)
        if said.words == "기다려":
            await self.gate.wait()
        if said.words == "독":
            raise ConnectionError("away")
        if self.failures and (failure := self.failures.pop(0)):
            raise failure
        return self.answers.pop(0) if self.answers else Message((f"답: {said.words}",))

    @property
    def words(self) -> list[str]:
        """Everything said so far."""
        return [said.words for said in self.said]
