"""What an update says: one table, read from the bytes of a webhook and from the JSON of a poll."""

import logging
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from telegram import Update as LibraryUpdate
from telegram.constants import MessageAttachmentType

from bot.channels.telegram.inbox import Attachments, Update, chosen, converted, parsed, queue, reachable, said_in
from bot.message import Address, Said

Read = Callable[[dict[str, Any]], Update | None]

ME = Address("telegram", "7")
CHAT = {"id": 7, "type": "private", "first_name": "민지"}
GROUP = {"id": -100, "type": "supergroup", "title": "모임"}
USER = {"id": 7, "is_bot": False, "first_name": "민지"}
HEAD = {"message_id": 5, "date": 1764000000, "from": USER, "chat": CHAT}
ASKED = [[{"text": "사실", "callback_data": "/answer 1"}], [{"text": "의견", "callback_data": "/answer 2"}]]
QUIZ = HEAD | {"text": "사실일까요?", "reply_markup": {"inline_keyboard": ASKED}}
TAP = {"id": "q1", "from": USER, "chat_instance": "1", "data": "/answer 2", "message": QUIZ}
FILE = {"file_id": "f", "file_unique_id": "u"}


def from_bytes(raw: dict[str, Any]) -> Update | None:
    return parsed(msgspec.json.encode(raw))


@pytest.fixture(params=[from_bytes, converted], ids=["bytes", "JSON"])
def read(request: pytest.FixtureRequest) -> Read:
    way: Read = request.param
    return way


def update(**content: Any) -> dict[str, Any]:
    return {"update_id": 9} | content


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"message": HEAD | {"text": "안녕"}}, "안녕"),
        ({"message": HEAD | {"text": "/today@lesson_bot 3"}}, "/today 3"),
        ({"message": HEAD | {"text": "메일은 /a@b.kr"}}, "메일은 /a@b.kr"),
        ({"message": HEAD | {"text": "", "younger_than_we": [{"a": 1}]}}, None),
        ({"message": HEAD | {"photo": []}}, None),
        ({"message": HEAD | {"pinned_message": HEAD | {"text": "안녕"}}}, None),
        ({"message": HEAD | {"chat": GROUP, "text": "안녕"}}, None),
        ({"edited_message": HEAD | {"text": "안녕"}}, None),
        ({"callback_query": TAP}, "/answer 2"),
        ({"callback_query": TAP | {"message": HEAD | {"date": 0}}}, "/answer 2"),
        ({"callback_query": TAP | {"message": QUIZ | {"chat": GROUP}}}, None),
        ({"callback_query": {key: TAP[key] for key in TAP if key != "message"}}, None),
        ({"callback_query": {key: TAP[key] for key in TAP if key != "data"} | {"game_short_name": "g"}}, None),
        ({"inline_query": {"id": "1", "from": USER, "query": "안녕", "offset": ""}}, None),
        ({}, None),
    ],
)
def test_what_an_update_says(content: dict[str, Any], words: str | None, read: Read) -> None:
    got = read(update(**content))
    assert got is not None
    assert said_in(got) == (None if words is None else Said(ME, words, "9", "callback_query" in content))


def test_whatever_the_library_counts_as_an_attachment_is_answered_too() -> None:
    assert set(Attachments.__struct_fields__) == {str(kind) for kind in MessageAttachmentType}


@pytest.mark.parametrize("kind", Attachments.__struct_fields__)
def test_what_is_sent_instead_of_words_is_heard_by_its_caption(kind: str, read: Read) -> None:
    for caption in ({}, {"caption": "/today"}):
        got = read(update(message=HEAD | {kind: [FILE] if kind == "photo" else FILE} | caption))
        assert got is not None
        pictured = kind in {"photo", "live_photo"}
        assert said_in(got) == Said(ME, caption.get("caption", ""), "9", picture=pictured)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"chat": CHAT, "new_chat_member": {"status": "kicked", "user": USER, "until_date": 0}}, (ME, False)),
        ({"chat": CHAT, "new_chat_member": {"status": "member", "user": USER}}, (ME, True)),
        ({"chat": CHAT, "new_chat_member": {"status": "younger_than_we", "user": USER}}, None),
        ({"chat": GROUP, "new_chat_member": {"status": "member", "user": USER}}, None),
    ],
)
def test_who_blocked_us_and_who_came_back(
    change: dict[str, Any], told: tuple[Address, bool] | None, read: Read
) -> None:
    got = read(update(my_chat_member=change))
    assert got is not None
    assert (reachable(got), said_in(got)) == (told, None)


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({}, "의견"),
        ({"data": "/answer 3"}, None),
        ({"data": None}, None),
        ({"message": None}, None),
        ({"message": HEAD | {"date": 0}}, None),
        ({"message": HEAD | {"text": "사실일까요?"}}, None),
        ({"message": QUIZ | {"reply_markup": {"inline_keyboard": [[{"text": "집", "url": "https://a.kr"}]]}}}, None),
    ],
)
def test_what_a_tap_chose(changes: dict[str, Any], label: str | None, read: Read) -> None:
    got = read(update(callback_query=TAP | changes))
    assert got is not None
    assert got.callback_query is not None
    found = chosen(got.callback_query)
    assert (found and found[1]) == label
    assert found is None or (found[0].chat.id, found[0].message_id, found[0].text) == (7, 5, "사실일까요?")


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"update_id": "비밀"},
        update(message="비밀"),
        update(message={"text": "비밀"}),
        update(message=HEAD | {"text": ["비밀"]}),
        update(message=HEAD | {"chat": {"id": "비밀", "type": "private"}}),
        update(callback_query=TAP | {"id": None}),
        update(callback_query=TAP | {"message": QUIZ | {"reply_markup": "비밀"}}),
        update(my_chat_member={"chat": CHAT}),
    ],
)
def test_an_unknown_shape_is_skipped_with_one_line_that_holds_no_words(
    raw: dict[str, Any], read: Read, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert read(raw) is None
    (record,) = caplog.records
    assert "an update of an unknown shape is skipped" in record.getMessage()
    assert "비밀" not in caplog.text
    assert record.exc_info is None


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'"text"', b'{"a": "\xff"}', b"[" * 100_000, b'{"a":' * 100_000, b'{"update_id": "x"']
)
def test_what_is_no_object_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  nobody reads its text
        parsed(body)


@pytest.mark.parametrize(
    ("raw", "chat"),
    [
        (update(message=HEAD), 7),
        (update(callback_query=TAP), 7),
        (update(my_chat_member={"chat": GROUP}), -100),
        (update(poll={"id": "1"}), None),
        (update(message={"chat": {"id": []}}), None),
        (update(message={"chat": "?"}), None),
        (update(), None),
    ],
)
def test_whose_order_an_update_keeps(raw: dict[str, Any], chat: int | None) -> None:
    """A tap counts by its sender: in a private chat that is the chat."""
    assert queue(raw) == chat


@pytest.mark.parametrize(
    "content",
    [
        {"message": HEAD | {"text": "/quiz@b"}},
        {"message": HEAD | {"dice": {"value": 3, "emoji": "🎲"}}},
        {"message": HEAD | {"contact": {"phone_number": "1", "first_name": "민지"}}},
        {"message": HEAD | {"voice": FILE | {"duration": 3}}},
        {"callback_query": TAP},
        {"callback_query": TAP | {"message": HEAD | {"date": 0}}},
    ],
)
def test_the_library_reads_the_same(content: dict[str, Any], read: Read) -> None:
    ours, theirs = read(update(**content)), LibraryUpdate.de_json(update(**content), None)
    assert ours is not None
    said = said_in(ours)
    assert said is not None
    assert theirs.effective_chat is not None
    assert (said.address.id, said.key) == (str(theirs.effective_chat.id), str(theirs.update_id))
    if theirs.callback_query:
        assert said.words == theirs.callback_query.data
    else:
        assert theirs.message is not None
        assert bool(said.words) is not bool(theirs.message.effective_attachment)
