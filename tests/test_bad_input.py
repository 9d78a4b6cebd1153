"""Words we cannot use get a kind answer and lose nothing."""

import asyncio

import pytest

from bot.desk import Desk
from bot.message import Address, Said
from bot.texts import Texts
from tests.conftest import Chat, Clock
from tests.test_first_minutes import finish_lesson

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own


@pytest.mark.parametrize("words", ["", "   ", "\u200b", "\n"])
async def test_no_words_keep_the_question_open(learner: Chat, words: str) -> None:
    """A sticker, a photo or an empty message: say it in words; the open question still takes its answer."""
    await learner.says("오늘")
    await learner.taps("확인 문제")
    shown = learner.labels
    assert "글자로 보내" in await learner.says(words)
    assert learner.labels == shown
    assert "정답" in await learner.says("융합") or "맞아요" in learner.text


async def test_unknown_words_say_what_to_do_next(learner: Chat) -> None:
    """An honest answer, and the buttons of the screen stay at hand."""
    await learner.says("오늘")
    assert "잘 모르겠어요" in await learner.says("파란 코끼리")
    assert "확인 문제" in learner.labels


async def test_five_thousand_characters_are_not_swallowed(learner: Chat) -> None:
    """A line that is too long is not cut in silence."""
    await learner.says("오늘")
    while not learner.expects.startswith("/write"):
        await learner.says("모르겠어요" if "모르겠어요" in learner.labels else "1")
    shown = learner.labels
    assert "1,000자까지" in await learner.says("가" * 5000)
    assert learner.labels == shown
    assert "300자까지" in await learner.says("가" * 301)
    assert "적어 두었어요" in await learner.says("가" * 300)


AT_LENGTH = [
    unit * (1000 // len(unit)) for unit in ("가 나 다 라 마 ", "오전오후", "아니고 ", "1. 미용실 원장님 - 예약\n")
]
WELCOMED = ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1")
OPEN = {
    "a job": ("시작",),
    "an hour": ("시작", "/trade teacher"),
    "a moment": ("시작", "/trade teacher", "/hour weekdays 08:00"),
    "an answer": (*WELCOMED, "/ask strategy-map"),
    "a word": (*WELCOMED, "/ask word-expertise"),
    "a line": (*WELCOMED, "/line 01-three-strategies"),
    "somebody": (*WELCOMED, "/add-person"),
    "a report": (*WELCOMED, "/ask strategy-map", "/answer strategy-map 2", "/report strategy-map"),
    "a name": (*WELCOMED, "호칭"),
    "a time": (*WELCOMED, "알림"),
    "a rest": (*WELCOMED, "쉬기"),
    "a zone": (*WELCOMED, "시간대"),
    "what they do": (*WELCOMED, "하는일"),
    "a word to find": (*WELCOMED, "내글"),
    "a message to the operator": (*WELCOMED, "문의"),
}


@one_database
@pytest.mark.parametrize("asked", OPEN)
async def test_a_thousand_characters_are_answered_whatever_is_asked(learner: Chat, say: Texts, asked: str) -> None:
    """Kindly, and not with a fault of ours."""
    for words in AT_LENGTH:
        for before in OPEN[asked]:
            await learner.says(before)
        assert say("sorry-trouble") not in await learner.says(words), words[:20]


async def test_an_old_button_answers_its_own_question(learner: Chat) -> None:
    """A button of a message far up answers what it stood under, not what is asked now."""
    await learner.says("오늘")
    await learner.taps("확인 문제")
    old = learner.command("융합")
    await learner.taps("개인화")
    await learner.taps("다음 문제")
    assert "요리와 사진" in await learner.says(old)


async def test_a_button_of_a_lesson_that_is_gone_is_kind(learner: Chat) -> None:
    """Content may change in mid-course."""
    assert "지금은 쓰지 않는 버튼" in await learner.says("/ask no-such-quiz")
    assert "지금은 쓰지 않는 버튼" in await learner.says("/lesson 99-gone")


async def test_a_double_tap_counts_once(learner: Chat) -> None:
    """Two taps within three seconds: the same message again, one answer kept."""
    await learner.says("오늘")
    await learner.taps("확인 문제")
    tap = learner.command("융합")
    first = await learner.says(tap)
    learner.clock.forward(seconds=2)
    assert await learner.says_at_once(tap) == first
    assert learner.message.repeated


async def test_the_same_number_for_the_next_question_is_no_double_tap(learner: Chat) -> None:
    """Typing 1 twice in a hurry means the first button of each screen."""
    await learner.says("오늘")
    assert "확인 1/2" in await learner.says_at_once("1")
    await learner.says_at_once("1")
    assert "확인" not in learner.text.splitlines()[0]


async def test_an_update_delivered_twice_counts_once(learner: Chat) -> None:
    """Telegram sends an update again when our 200 was lost."""
    await learner.says("오늘")
    first = await learner.says("1", key="4711")
    learner.clock.forward(minutes=5)
    assert await learner.says_at_once("1", key="4711") == first
    assert learner.message.repeated


async def test_a_bug_is_apologised_for_and_nothing_is_lost(
    learner: Chat, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of ours is logged once, without words; what was kept stays."""
    await learner.says("오늘")

    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("bot.record.Record.lines", broken)
    assert "잠깐 문제가" in await learner.says("진도")
    monkeypatch.undo()
    assert "turn failed" in caplog.text
    assert "함께한 날" in await learner.says("진도")


async def test_fifty_strangers_at_once(desk: Desk, clock: Clock) -> None:
    """Fifty first meetings and answers side by side: everybody is greeted, nobody twice."""
    chats = [Chat(desk, clock, Address("web", f"w{n}")) for n in range(50)]
    greetings = await asyncio.gather(*(chat.says_at_once("시작") for chat in chats for _ in range(2)))
    assert all("「나만의 일」이에요" in text for text in greetings)


async def test_one_learner_twice_at_once_is_one_learner(desk: Desk, clock: Clock) -> None:
    """Two first messages of one person in the same instant enrol one person."""
    said = [Said(Address("web", "x"), words) for words in ("시작", "안녕")]
    await asyncio.gather(*(desk.respond(words) for words in said))
    chat = Chat(desk, clock, Address("web", "x"))
    await finish_lesson(chat)
    assert "함께한 날 1일" in await chat.says("진도")


@pytest.mark.parametrize(
    "words",
    [
        "반쪽 \ud83d 이모지 \udc00",
        "안녕 \u202egnp.exe\u202c 하세요",
        "널\x00문자\x07\x1b[31m빨강이에요",
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        "**굵게** [링크](http://x.y)",
        "🙂🙂🙂",
    ],
)
async def test_odd_signs_are_text_or_nothing_wherever_they_are_said(learner: Chat, words: str) -> None:
    """In a slot, a row of the ten, a search and under a picture: nothing breaks, and nothing unseen comes back."""
    for where in ("/line 18-price-and-no", "/add-person", "/line week-3-practice", "/line follow-30", "/call", "계획"):
        for picture in (False, True):
            await learner.says(where)
            learner.clock.forward(seconds=20)
            learner.message = await learner.desk.respond(Said(learner.address, words, picture=picture))
            assert "잠깐 문제가" not in learner.text
            if "적기" in learner.labels:
                await learner.taps("적기")
    for seen in ("내데이터", "7번 칸", "6번 칸", f"내글 {words}"):
        text = await learner.types(seen)
        assert "잠깐 문제가" not in text
        assert not [sign for sign in "\ud83d\u202e\u202c\x00\x07\x1b" if sign in text]
