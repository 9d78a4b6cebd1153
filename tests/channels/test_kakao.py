"""The skill endpoint over real sockets: whatever comes from KakaoTalk, something it shows goes back."""

import asyncio
import gc
import json
import unicodedata
from collections.abc import Awaitable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.kakao.skill import PATIENCE, normal
from bot.message import LONGEST_RAW, Address, Message, Respond, Said
from tests.channels.kakao_requests import (
    Ear,
    asked,
    console_request,
    endpoint,
    hears,
    shown,
    skill_request,
    tap,
)
from tests.channels.kakao_rules import replies, texts
from tests.language import SAY


async def test_typed_words_arrive_and_the_answer_carries_its_buttons() -> None:
    ear = Ear()
    answer = await asked(skill_request("오늘 뭐 해요?"), ear)
    assert ear.said == [Said(Address("kakao", "u1"), "오늘 뭐 해요?", key="")]
    assert answer == {
        "version": "2.0",
        "template": {
            "outputs": [{"simpleText": {"text": "안녕하세요."}}],
            "quickReplies": [
                {"label": "오늘 학습", "action": "message", "messageText": "오늘 학습", "extra": {"command": "/today"}}
            ],
        },
    }


async def test_a_tapped_quick_reply_says_its_command() -> None:
    ear = Ear()
    async with endpoint(ear) as post:
        [(label, command)] = replies(await shown(await post(skill_request("시작")))).items()
        await shown(await post(tap(label, command)))
    assert [said.words for said in ear.said] == ["시작", "/today"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("오늘 학습\n", "오늘 학습"),
        (" 오늘 학습　", "오늘 학습"),
        ("오늘　학습", "오늘 학습"),
        ("\u200b오\u2060늘\ufeff", "오늘"),
        ("오늘\u200d", "오늘"),
        (unicodedata.normalize("NFD", "오늘 학습"), "오늘 학습"),
        (unicodedata.normalize("NFC", "오늘 학습"), "오늘 학습"),
        ("첫 줄\n둘째 줄", "첫 줄\n둘째 줄"),
        ("👩‍💻로 일해요", "👩‍💻로 일해요"),
        ("❤️‍🔥", "❤️‍🔥"),
        ("오늘\x00", "오늘"),
        ("반쪽 \ud83d", "반쪽"),
        ("/today", "/today"),
        ("/모르는말", "/모르는말"),
        ("", ""),
        ("\n", ""),
    ],
)
async def test_words_are_heard_as_they_look(typed: str, words: str) -> None:
    assert (await hears(skill_request(typed))).words == words


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ({"command": "/" + "a" * 63}, "/" + "a" * 63),
        ({"command": "/" + "a" * 64}, "오늘"),
        ({"command": "/" + "가" * 22}, "오늘"),
        ({"command": "today"}, "오늘"),
        ({"command": ""}, "오늘"),
        ({"command": "/today\n/forget"}, "오늘"),
        ({"command": "/\ud83d"}, "오늘"),
        ({"command": 7}, "오늘"),
        ({"command": ["/today"]}, "오늘"),
        ({"cmd": "/today"}, "오늘"),
    ],
)
async def test_only_a_command_that_can_be_ours_is_taken_from_a_button(extra: dict[str, Any], words: str) -> None:
    assert (await hears(skill_request("오늘", extra))).words == words


async def test_the_skill_test_of_the_console_is_answered() -> None:
    assert await hears(console_request("오늘 학습")) == Said(Address("kakao", "operator"), "오늘 학습")


@pytest.mark.parametrize(
    "changes",
    [
        {"userRequest__user__properties": ...},
        {"userRequest__user__properties": {"nickname": 1}},
        {"userRequest__user__type": "accountId"},
        {"userRequest__lang": None},
        {"userRequest__lang": ...},
        {"userRequest__news": [1, {"a": None}]},
        {"userRequest__callbackUrl": 5},
        {"news": {"deep": [[]]}},
        {"intent": ...},
        {"flow": "?"},
        {"contexts": None},
        {"bot": ...},
        {"bot": []},
        {"bot__id": 3},
        {"action": ...},
        {"action": "x"},
        {"action__clientExtra": None},
        {"action__clientExtra": [1]},
        {"action__clientExtra": ...},
    ],
)
async def test_a_request_that_lacks_or_adds_something_is_still_heard(changes: dict[str, Any]) -> None:
    assert await hears(skill_request("오늘", **changes)) == Said(Address("kakao", "u1"), "오늘")


@pytest.mark.parametrize("id_", [..., None, ""])
async def test_a_request_with_the_key_of_its_bot_alone_is_known(id_: Any) -> None:
    assert await hears(skill_request("오늘", userRequest__user__id=id_)) == Said(Address("kakao", "u1"), "오늘")


@pytest.mark.parametrize("utterance", [None, 3, ["오늘"], ...])
async def test_a_request_without_words_is_heard_as_silence(utterance: Any) -> None:
    assert (await hears(skill_request("오늘", userRequest__utterance=utterance))).words == ""


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"userRequest": 5},
        skill_request("오늘", userRequest=...),
        skill_request("오늘", userRequest__user=None),
        *(
            skill_request("오늘", userRequest__user__id=id_, userRequest__user__properties={})
            for id_ in (..., None, 12, "", " ", "a" * 129, "a\0b", "\ud800")
        ),
    ],
)
async def test_a_request_that_names_nobody_is_asked_to_come_again(request_: Any) -> None:
    ear = Ear()
    assert texts(await asked(request_, ear)) == [SAY("kakao-nobody")]
    assert not ear.said


async def test_equal_ids_of_two_bots_are_two_people() -> None:
    live = await hears(skill_request("오늘", bot__id="66f0"))
    trial = await hears(skill_request("오늘", bot__id="66f0!"))
    assert (live.address.id, trial.address.id) == ("u1", "dev:u1")


async def test_two_learners_who_say_the_same_are_told_apart_and_two_taps_are_both_answered() -> None:
    ear = Ear()
    async with endpoint(ear) as post:
        for user in ("u1", "u2", "u2"):
            await shown(await post(tap("오늘 학습", "/today", user)))
    assert [(said.address.id, said.key) for said in ear.said] == [("u1", ""), ("u2", ""), ("u2", "")]


async def test_an_answer_given_before_is_shown_again() -> None:
    async def again(said: Said) -> Message:
        return Message(("처음 드린 답이에요.",), repeated=True)

    assert texts(await asked(skill_request("오늘"), again)) == ["처음 드린 답이에요."]


async def raises(said: Said) -> Message:
    raise RuntimeError(said)


async def is_cancelled(said: Said) -> Message:
    raise asyncio.CancelledError


async def says_nothing(said: Said) -> Any:
    return None


def raises_at_once(said: Said) -> Awaitable[Message]:
    raise RuntimeError(said)


async def never_ends(said: Said) -> Message:
    return await asyncio.Future()


@pytest.mark.parametrize("respond", [raises, is_cancelled, says_nothing, raises_at_once, never_ends])
async def test_when_a_turn_fails_or_is_late_one_tap_tries_again(
    respond: Respond, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await asked(tap("사실이에요", "/answer 01.kind 1", "learner-7"), respond, 0.05)
    assert texts(answer) == [SAY("kakao-busy")]
    assert replies(answer) == {"사실이에요": "/answer 01.kind 1"}
    assert [record.name for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == [
        "bot.channels.kakao.skill"
    ]
    assert "01.kind" not in caplog.text
    assert "learner-7" not in caplog.text


def test_a_turn_is_given_up_before_kakaotalk_gives_up_on_us() -> None:
    assert 2 <= PATIENCE < 4


@pytest.mark.parametrize(
    ("request_", "labels"),
    [
        (skill_request("오늘 배운 것을 적어요"), []),
        (tap("", "/today"), [SAY("kakao-again")]),
        (tap("\u200b", "/today"), [SAY("kakao-again")]),
        (tap("열다섯 글자가 넘는 아주 긴 말", "/today"), [SAY("kakao-again")]),
        (tap("두\n줄", "/today"), ["두 줄"]),
    ],
)
async def test_what_was_typed_is_asked_for_and_what_was_tapped_keeps_its_label(
    request_: Any, labels: list[str]
) -> None:
    assert list(replies(await asked(request_, raises))) == labels


async def test_a_turn_that_will_not_stop_does_not_hold_the_answer(caplog: pytest.LogCaptureFixture) -> None:
    released = asyncio.Event()

    async def stubborn(said: Said) -> Message:
        while not released.is_set():
            with suppress(asyncio.CancelledError):
                await released.wait()
        raise RuntimeError(said)

    async with endpoint(stubborn, 0.05) as post, asyncio.timeout(10):
        assert texts(await shown(await post(skill_request("비밀이에요")))) == [SAY("kakao-busy")]
        released.set()
        await asyncio.sleep(0)
    gc.collect()  # an exception nobody asked for would be logged now, words and all
    assert "비밀이에요" not in caplog.text


CHARACTERS = st.text(st.characters(), max_size=20)  # halves of emoji included
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | CHARACTERS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(CHARACTERS, inner, max_size=3),
    max_leaves=8,
)
PLACES = ["userRequest", "userRequest__utterance", "userRequest__user", "userRequest__user__id", "bot", "bot__id"]
PLACES += ["action", "action__clientExtra", "action__clientExtra__command"]
ODD = st.dictionaries(CHARACTERS, JSON, max_size=4) | st.builds(
    lambda place, value: tap("오늘", "/today", **{place: value}), st.sampled_from(PLACES), JSON
)


@settings(max_examples=120)
@given(requests=st.lists(ODD, min_size=1, max_size=4), respond=st.sampled_from([Ear(), raises]))
async def test_any_json_object_is_answered_with_something_kakaotalk_shows(
    requests: list[Any], respond: Respond
) -> None:
    async with endpoint(respond) as post:
        for request in requests:
            body = json.dumps(request).replace("NaN", "0").replace("Infinity", "1e999").encode()
            await shown(await post(body))


def test_stray_accents_cost_next_to_nothing() -> None:
    """A body full of them is cut before it is composed, which takes quadratic time; still it is seen to be too long."""
    words = normal("가" + "\u0300\u0316" * 60_000)
    assert len(words) == LONGEST_RAW + 1
