"""Files on Telegram: with their message under them, in the chat's order, by the lanes that all replies take."""

import asyncio
import struct
from collections.abc import AsyncIterator
from typing import Any

import pytest
from lo_bot_api_emulator import ApiRefusal

from bot.channels.telegram.opening import Telegram, open_telegram
from bot.message import Address, Button, File, Go, Message
from bot.message.blocks import marked
from tests.channels.telegram_api import TOKEN, Api, Conversation, Phone, serving
from tests.channels.telegram_rules import stretches
from tests.language import SAY

PRINTED = Message(("설계서예요.",), (Button("계획", Go("plan")),), file="plan.pdf")
PDF = File("나만의-일-설계서-2026-11-29.pdf", "application/pdf", b"%PDF-1.7 " + bytes(range(256)) * 400)

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class Library:
    """Stands for what makes files: gives PDF, or fails when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[Address, str]] = []
        self.gives: File | None = PDF
        self.fault: Exception | None = None

    async def file(self, address: Address, name: str, key: str = "") -> File | None:
        self.asked.append((address, name))
        if self.fault:
            raise self.fault
        return self.gives


class Post(Api):
    """A Bot API that remembers what was uploaded."""

    def __init__(self) -> None:
        super().__init__()
        self.uploads: list[Any] = []

    def validate(self, method: str, fields: dict[str, Any], uploads: Any) -> Any:
        result = super().validate(method, fields, uploads)
        self.uploads += uploads.values()
        return result


@pytest.fixture
async def api() -> AsyncIterator[Post]:
    async with serving(Post()) as api:
        assert isinstance(api, Post)
        yield api


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def talk() -> Conversation:
    return Conversation()


@pytest.fixture
async def telegram(api: Post, talk: Conversation, library: Library) -> AsyncIterator[Telegram]:
    async with open_telegram(
        TOKEN, talk, SAY, [], api_url=api.url, spacing=0, pause=0.01, files=library.file
    ) as telegram:
        yield telegram


def order(api: Api) -> list[str]:
    return [method for method, _ in api.calls if method in {"sendMessage", "sendDocument", "sendPhoto"}]


async def test_a_file_comes_with_its_message_under_it(
    telegram: Telegram, api: Post, talk: Conversation, library: Library
) -> None:
    """Whole, under its Korean name and without a sound; the words and the buttons are its caption's."""
    talk.answers = [PRINTED]
    await Phone(api).says("인쇄")
    (document,) = await api.until_sent(1, "sendDocument")
    assert order(api) == ["sendDocument"]
    assert (document["chat_id"], document["disable_notification"]) == ("7", "true")
    assert document["caption"] == "설계서예요."
    assert "inline_keyboard" in document["reply_markup"]
    assert library.asked == [(Address("telegram", "7"), "plan.pdf")]
    (upload,) = api.uploads
    assert (upload["filename"], upload["data"]) == (PDF.name, PDF.content)


async def test_a_message_without_a_file_asks_for_none(
    telegram: Telegram, api: Post, talk: Conversation, library: Library
) -> None:
    """And one that was shown before is not sent again, nor its file."""
    talk.answers = [Message(("안녕하세요.",)), Message(PRINTED.bubbles, file="plan.pdf", repeated=True), PRINTED]
    for words in ("안녕", "또", "인쇄"):
        await Phone(api).says(words)
    await api.until_sent(1, "sendDocument")
    assert len(library.asked) == 1


@pytest.mark.parametrize("fault", [RuntimeError("typst"), None])
async def test_a_file_that_cannot_be_made_is_said(
    telegram: Telegram, api: Post, talk: Conversation, library: Library, fault: Exception | None,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """In place of the message, with its buttons; the log names the fault and no word of the learner."""
    library.fault, library.gives = fault, None
    talk.answers = [PRINTED]
    await Phone(api).says("인쇄")
    (message,) = await api.until_sent(1)
    assert message["text"] == "파일을 만들지 못했어요. 잠시 뒤에 다시 눌러 주세요."
    assert "inline_keyboard" in message["reply_markup"]
    assert ("RuntimeError" in caplog.text) == (fault is not None)


async def test_a_429_on_a_file_silences_everything_and_the_file_comes_after_it(
    telegram: Telegram, api: Post, talk: Conversation
) -> None:
    """Once; a refusal for too many is the one thing that surely did not arrive."""
    api.faults["sendDocument"] = [ApiRefusal("Too Many Requests", 429, {"retry_after": 1})]
    talk.answers = [PRINTED]
    await Phone(api).says("인쇄")
    await api.until_sent(1, "sendDocument")
    assert order(api) == ["sendDocument"]
    assert len(api.tried("sendDocument")) == 2


async def test_a_tap_is_answered_while_a_file_is_made(
    telegram: Telegram, api: Post, talk: Conversation, library: Library
) -> None:
    """The bot goes on hearing others, and the waiting sign of the tapped button ends."""
    gate = asyncio.Event()

    async def slowly(address: Address, name: str, key: str = "") -> File | None:
        await gate.wait()
        return PDF

    telegram._listener._files = slowly  # noqa: SLF001 - a file that takes as long as the test wants
    talk.answers = [PRINTED, Message(("다른 분께.",))]
    await Phone(api).taps("/print", Phone(api).message(text="계획"))
    await Phone(api, 8).says("안녕")
    await api.until_sent(1)
    assert [sent["chat_id"] for sent in api.sent()] == ["8"]
    await api.until_sent(1, "answerCallbackQuery")
    gate.set()
    await api.until_sent(1, "sendDocument")


# -- pictures --------------------------------------------------------------------------------------------------------


def picture(width: int, height: int) -> File:
    """As much of a PNG as tells its size."""
    return File("그림.png", "image/png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"...")


WEEK = Message(
    ("적어 두었어요.", marked("<title>이번 주 편지</title>\n\n함께한 날은 5일이에요.")),
    (Button("진도", Go("progress")),), file="plan.png week 2026-11-23", illustrated=True,
)  # fmt: skip


async def test_a_picture_is_a_photo_with_the_words_under_it(
    telegram: Telegram, api: Post, talk: Conversation, library: Library
) -> None:
    """The other bubbles come first; the caption looks as the bubble would."""
    library.gives, talk.answers = picture(1080, 1080), [WEEK]
    await Phone(api).says("줄")
    (photo,) = await api.until_sent(1, "sendPhoto")
    assert order(api) == ["sendMessage", "sendPhoto"]
    assert photo["caption"] == "이번 주 편지\n\n함께한 날은 5일이에요."
    assert stretches(photo) == [("bold", "이번 주 편지")]
    assert "inline_keyboard" in photo["reply_markup"]
    assert [sent["text"] for sent in api.sent()] == ["적어 두었어요."]


async def test_a_long_picture_is_a_file(telegram: Telegram, api: Post, talk: Conversation, library: Library) -> None:
    """As a photo it would be shrunk until nobody could read it."""
    library.gives, talk.answers = picture(1080, 1281), [WEEK]
    await Phone(api).says("줄")
    await api.until_sent(1, "sendDocument")
    assert order(api) == ["sendMessage", "sendDocument"]


async def test_words_that_do_not_fit_under_a_picture_follow_it(
    telegram: Telegram, api: Post, talk: Conversation, library: Library
) -> None:
    """A caption holds 1,024 characters in UTF-16."""
    library.gives, emoji = picture(1080, 1080), "😀" * 512
    talk.answers = [Message((emoji,), file="plan.png offer"), Message((f"{emoji}.",), file="plan.png offer")]
    await Phone(api).says("하나")
    assert "caption" in (await api.until_sent(1, "sendPhoto"))[0]
    await Phone(api).says("둘")
    await api.until_sent(1)
    assert order(api) == ["sendPhoto", "sendPhoto", "sendMessage"]
    assert "caption" not in api.sent("sendPhoto")[1]


async def test_a_picture_that_cannot_be_made_leaves_its_words(
    telegram: Telegram, api: Post, talk: Conversation, library: Library
) -> None:
    """Where the words say all that it would have shown."""
    library.fault, talk.answers = RuntimeError("typst"), [WEEK]
    await Phone(api).says("줄")
    _, letter = await api.until_sent(2)
    assert letter["text"].startswith("이번 주 편지")
    assert "inline_keyboard" in letter["reply_markup"]


NO_PHOTO = ApiRefusal("Bad Request: PHOTO_INVALID_DIMENSIONS")
NO_METHOD = ApiRefusal("Not Found: method not found", 404)


@pytest.mark.parametrize("refusal", [NO_PHOTO, NO_METHOD], ids=["refused", "unknown"])
async def test_a_server_that_takes_no_photo_gets_a_file_and_is_not_asked_again(
    telegram: Telegram, api: Post, talk: Conversation, library: Library, refusal: ApiRefusal
) -> None:
    library.gives, talk.answers = picture(1080, 1080), [WEEK, WEEK]
    api.faults["sendPhoto"] = [refusal] * 9
    for count in (1, 2):
        await Phone(api).says(f"{count}")
        await api.until_sent(count, "sendDocument")
    tried = [("entities" in str(fields), "caption" in fields) for fields in api.tried("sendPhoto")]
    assert tried == [(True, True), (False, True)]  # without what is younger, then no more
    assert api.sent("sendDocument")[1]["caption"].startswith("이번 주 편지")


async def test_a_server_that_takes_no_files_gets_the_words(
    telegram: Telegram, api: Post, talk: Conversation, library: Library
) -> None:
    library.gives, talk.answers = picture(1080, 1080), [WEEK]
    api.faults["sendPhoto"] = api.faults["sendDocument"] = [NO_METHOD] * 9
    await Phone(api).says("줄")
    _, letter = await api.until_sent(2)
    assert letter["text"].startswith("이번 주 편지")


async def test_a_tap_under_a_picture_is_marked_in_its_caption(
    telegram: Telegram, api: Post, talk: Conversation, library: Library
) -> None:
    looks = [{"type": "bold", "offset": 0, "length": 3}]
    keys = {"inline_keyboard": [[{"text": "진도", "callback_data": "/progress"}]]}
    shown = Phone(api).message(photo=[{}], caption="편지예요.", caption_entities=looks, reply_markup=keys)
    await Phone(api).taps("/progress", shown)
    (edit,) = await api.until_sent(1, "editMessageCaption")
    assert edit["caption"] == "편지예요.\n\n▸ 진도"
    assert stretches(edit) == [("bold", "편지예")]
