"""A learner's Telegram: the channel itself against a Bot API on a socket, and what a client draws of its calls."""

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import timedelta

from markupsafe import Markup, escape

from bot.delivery import Delivery
from bot.operator.metrics import Metrics
from docs.pictures.scenes import HOLIDAYS, READS, House, Json, Shot, first_day, strings, tap, welcomed
from tests.channels import telegram_api
from tests.channels.telegram_api import Api, serving
from tests.channels.test_dialogue_telegram import opened
from tests.conftest import Clock

KEPT = ("text", "entities", "reply_markup")  # what a client draws of a message


class Telegram:
    """The chat as it stands on the screen, message by message, each as the fields of its last call."""

    def __init__(self, api: Api, clock: Clock) -> None:
        self._api, self._clock, self._phone = api, clock, telegram_api.Phone(api)
        self.log: list[Json] = []
        self._read = 0

    @property
    def buttons(self) -> Sequence[tuple[str, str]]:
        """Those under the newest message."""
        rows = json.loads(self.log[-1]["reply_markup"])["inline_keyboard"]
        return [(button["text"], button["callback_data"]) for row in rows for button in row]

    async def says(self, words: str) -> None:
        """Types, and sees what comes; a word that was taken gets a reaction, which comes beside the answer."""
        self._clock.forward(seconds=READS)
        self.log.append({"mine": True, "text": words, "at": self._clock()})
        await self._phone.says(words)
        await self.reads()

    async def taps(self, _label: str, command: str) -> None:
        """Taps a button of the newest message, which then shows what was chosen."""
        self._clock.forward(seconds=READS)
        tapped = self.log[-1]
        shown = {name: json.loads(tapped[name]) for name in KEPT[1:] if name in tapped}
        edits = len(self._edited())
        await self._phone.taps(command, self._phone.message(text=tapped["text"], **shown))
        await self._api.until(lambda: len(self._edited()) > edits)
        await self.reads()
        edit = _drawn(self._edited()[-1])
        for name in KEPT if "text" in edit else ():
            tapped.pop(name, None)
        tapped |= edit

    def _edited(self) -> list[Json]:
        """What was made of messages whose buttons were tapped: another text, or other buttons."""
        edits = ("editMessageText", "editMessageReplyMarkup")
        return [fields for name, fields in self._api.calls if name in edits]

    async def taps_above(self, command: str) -> None:
        """Taps a button of a message out of sight."""
        self._clock.forward(seconds=READS)
        await self._phone.taps(command, self._phone.message(text="…"))
        await self.reads()

    async def reads(self) -> None:
        """The next message, once its buttons are there."""
        await self._api.until(lambda: any("reply_markup" in sent for sent in self._api.sent()[self._read :]))
        came = self._api.sent()[self._read :]
        self._read += len(came)
        self.log += [{"mine": False, "at": self._clock(), **_drawn(fields)} for fields in came]

    async def answers(self, words: str) -> None:
        """Types what gets a reaction, which comes beside the answer."""
        before = len(self._api.sent("setMessageReaction"))
        await self.says(words)
        await self._api.until(lambda: len(self._api.sent("setMessageReaction")) > before)
        mine = next(entry for entry in reversed(self.log) if entry["mine"])
        mine["reaction"] = json.loads(self._api.sent("setMessageReaction")[-1]["reaction"])[0]["emoji"]


def _drawn(fields: Json) -> Json:
    return {name: fields[name] for name in KEPT if name in fields}


async def shots(home: House) -> AsyncIterator[Shot]:
    """A lesson that came by itself in the morning, and a question that is answered by typing."""
    async with serving(Api()) as api, opened(api, home.desk) as channel:
        phone = Telegram(api, home.clock)
        await welcomed(phone)
        await first_day(phone, home)
        home.clock.now += timedelta(days=1) - timedelta(seconds=home.clock.now.timestamp() % 86400 - 23 * 3600)
        begun = len(phone.log)
        await Delivery(home.database, home.desk, {"telegram": channel.send}, home.clock, Metrics(), HOLIDAYS).deliver()
        await phone.reads()
        await tap(phone, "/lesson")
        yield _shot("telegram-lesson", home, phone.log[begun:])
        begun = len(phone.log)
        await phone.taps_above(f"/ask {home.cloze.name}")
        await tap(phone, "/hint")
        await phone.answers(home.cloze.answers[0])
        yield _shot("telegram-quiz", home, phone.log[begun:])


def _shot(name: str, home: House, log: Sequence[Json]) -> Shot:
    said = [entry for entry in log if not entry["mine"]]
    values = {"log": log, "title": home.say("web-title"), "formatted": formatted, "keyboard": keyboard}
    return Shot(name, strings([said, values["title"]]), "telegram.html", values)


def keyboard(entry: Json) -> list[list[Json]]:
    """The rows of buttons under a message."""
    rows: list[list[Json]] = json.loads(entry.get("reply_markup", '{"inline_keyboard": []}'))["inline_keyboard"]
    return rows


def formatted(entry: Json) -> Markup:
    """A message's text with its entities as elements, whose class is the entity's type; offsets count UTF-16."""
    return Markup("").join(_pieces(entry["text"], json.loads(entry.get("entities", "[]"))))


def _pieces(text: str, entities: Sequence[Json]) -> Iterator[Markup]:
    coded, at = text.encode("utf-16-le"), 0
    for entity in sorted(entities, key=lambda entity: int(entity["offset"])):
        start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        block = "blockquote" in entity["type"]
        before, inside = coded[at:start].decode("utf-16-le"), coded[start:end].decode("utf-16-le")
        yield escape(before.removesuffix("\n") if block else before)
        yield Markup('<{0} class="{1}">{2}</{0}>').format("div" if block else "span", entity["type"], inside)
        at = end + 2 * (block and coded[end : end + 2] == "\n".encode("utf-16-le"))
    yield escape(coded[at:].decode("utf-16-le"))
