"""Whatever was changed can be taken back by one tap: a setting, a line, an answer tapped by mistake."""

from datetime import date, timedelta

import pytest

from bot.course.model import Course
from bot.message import Said
from bot.record.learner import UNDO_HOLDS
from bot.store import Database
from handlers.undo import LATELY, WRITES
from tests.conftest import Chat, Clock
from tests.records import has_read, record_at

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own
NOTHING = "되돌릴 것이 없어요"


async def kept(learner: Chat, database: Database) -> tuple[object, ...]:
    record = await record_at(database, learner.address)
    return record.learner.rhythm, record.learner.off, record.learner.paused_until, record.learner.quiet


@pytest.mark.parametrize(
    "words",
    [
        "매일 저녁 9시로 바꿔줘",
        "일주일 쉬기",
        "알림 꺼줘",
        "밤 10시부터 아침 7시까지는 조용히",
        "알림 휴일에도 보내 줘",
    ],
)
async def test_a_setting_goes_back(learner: Chat, database: Database, words: str) -> None:
    """The settings are as they were, and the sentence reads them back."""
    before = (await record_at(database, learner.address)).learner
    await learner.says(words)
    changed = (await record_at(database, learner.address)).learner
    assert changed.undo, learner.text
    assert "되돌렸어요" in await learner.taps("되돌리기")
    after = (await record_at(database, learner.address)).learner
    for name in ("rhythm", "off", "paused_from", "paused_until", "quiet", "on_holidays", "once_at", "next_lesson_at"):
        assert getattr(after, name) == getattr(before, name), name
    assert NOTHING in await learner.says("되돌리기")


async def test_a_line_is_taken_back(learner: Chat, database: Database) -> None:
    """It is gone from the plan, and the question is open again."""
    await learner.says("/line 01-three-strategies")
    await learner.says("손님마다 설명을 다르게 해요.")
    assert "지웠어요" in await learner.taps("되돌리기")
    assert (await record_at(database, learner.address)).lines() == []
    await learner.says("손님마다 예시를 다르게 들어요.")
    assert [line.text for line in (await record_at(database, learner.address)).lines()] == [
        "손님마다 예시를 다르게 들어요."
    ]


async def test_a_making_without_its_line_is_not_made(
    learner: Chat, clock: Clock, database: Database, course: Course
) -> None:
    """Nothing can be skipped into being done, nor undone and stay so; it waits with its own way aside."""
    making = course.practices[1]
    await has_read(database, learner.address, course.parts[: course.parts.index(making)], clock.now)
    await learner.says(f"/practice {making.name}")
    await learner.says("하루 30분, 한 달 5만 원까지예요.")
    assert making.name in (await record_at(database, learner.address)).finished
    assert "지웠어요" in await learner.taps("되돌리기")
    assert making.name not in (await record_at(database, learner.address)).finished
    assert learner.labels == ["나중에 할게요", "되돌리기"]
    assert "다시 적어 두었어요" in await learner.taps("되돌리기")
    assert making.name in (await record_at(database, learner.address)).finished
    assert "지웠어요" in await learner.taps("되돌리기")
    clock.forward(days=1)
    assert "만들기 · " in await learner.says("만들기")
    await learner.says("하루 40분이에요.")
    assert making.name in (await record_at(database, learner.address)).finished


async def test_a_making_with_an_older_line_stays_made(
    learner: Chat, clock: Clock, database: Database, course: Course
) -> None:
    """Only what was written anew goes."""
    making = course.practices[1]
    await has_read(database, learner.address, course.parts[: course.parts.index(making)], clock.now)
    for text in ("하루 30분, 한 달 5만 원까지예요.", "하루 40분이에요."):
        await learner.says(f"/line {making.name}")
        await learner.says(text)
    await learner.taps("되돌리기")
    record = await record_at(database, learner.address)
    assert making.name in record.finished
    assert [line.text for line in record.lines()] == ["하루 30분, 한 달 5만 원까지예요."]


async def test_the_line_before_comes_back(learner: Chat, database: Database) -> None:
    """Of two lines in a place the newer one is taken back alone."""
    for text in ("단골 손님에게 먼저 연락해요.", "단골 손님에게 사진을 보내 드려요."):
        await learner.says("/line 01-three-strategies")
        await learner.says(text)
    await learner.taps("되돌리기")
    assert [line.text for line in (await record_at(database, learner.address)).lines()] == [
        "단골 손님에게 먼저 연락해요."
    ]


ERASED = "방금 쓴 줄 지워줘"


@pytest.mark.parametrize(
    "words",
    [
        *("취소", "되돌려줘", "아니 다시", "아니", "되돌리기", "아 잘못 지웠어요", "원래대로"),
        *("지우지 마세요", "아 지우지 말걸", "지우면 안 되는데", "다시 살려 주세요", "아까 지운 줄 복구해 줘요"),
        *("그 줄 도로 넣어줘", "그냥 그대로 둘게요", "에고 왜 지웠지 다시 돌려놔요"),
    ],
)
async def test_an_erased_line_comes_back(learner: Chat, database: Database, words: str) -> None:
    """It is shown again, and that can be taken back in its turn."""
    await learner.says("/line 01-three-strategies")
    await learner.says("손님마다 설명을 다르게 해요.")
    await learner.types(ERASED)
    assert "되돌리기" in learner.labels
    assert (await record_at(database, learner.address)).lines() == []
    assert "“손님마다 설명을 다르게 해요.”" in await learner.types(words)
    assert [line.text for line in (await record_at(database, learner.address)).lines()] == [
        "손님마다 설명을 다르게 해요."
    ]
    assert "지웠어요" in await learner.taps("되돌리기")
    assert (await record_at(database, learner.address)).lines() == []


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (ERASED, []),
        ("오래된 사진을 다시 살려 드려요", ["오래된 사진을 다시 살려 드려요"]),
        ("사진 복원", ["사진 복원"]),
    ],
)
async def test_what_brings_no_line_back(learner: Chat, database: Database, words: str, lines: list[str]) -> None:
    """To erase it once more, and another line about what is restored for others."""
    await learner.says("/line 01-three-strategies")
    await learner.says("손님마다 설명을 다르게 해요.")
    await learner.types(ERASED)
    await learner.types(words)
    assert [line.text for line in (await record_at(database, learner.address)).lines()] == lines


async def test_an_erased_line_comes_back_from_another_screen(learner: Chat, database: Database) -> None:
    """And one that was rewritten or emptied goes to and fro, its record as it was."""
    await learner.says("/line 01-three-strategies")
    await learner.says("손님마다 설명을 다르게 해요.")
    await learner.types(ERASED)
    await learner.says("진도")
    assert "다시 적어 두었어요" in await learner.types("되돌려 주세요")
    await learner.says("/empty 01-three-strategies")
    written = (await record_at(database, learner.address)).written
    assert "비우기를 되돌렸어요" in await learner.taps("되돌리기")
    assert "다시 비워 두었어요" in await learner.taps("되돌리기")
    assert (await record_at(database, learner.address)).written == written


async def test_a_line_of_today_is_meant_after_another_change(learner: Chat, database: Database) -> None:
    """The answer that came between stays; 지워줘 alone names no line, and never means all there is."""
    await learner.says("/line 01-three-strategies")
    await learner.says("손님마다 설명을 다르게 해요.")
    await learner.says("/ask strategy-map")
    await learner.taps("융합")
    assert "모두 지울까요" not in await learner.types("지워줘")
    assert (await record_at(database, learner.address)).lines() != []
    assert "비웠어요" in await learner.types("아까 쓴 줄 지워 주세요")
    after = await record_at(database, learner.address)
    assert (after.lines(), after.histories["strategy-map"].rights) == ([], 1)
    assert "“손님마다 설명을 다르게 해요.”" in await learner.types("취소")


@pytest.mark.parametrize("erase", ["/erase 01-three-strategies yes", "/forget yes"])
async def test_what_is_erased_for_good_does_not_come_back(learner: Chat, database: Database, erase: str) -> None:
    """Neither the line, nor anything that would bring it back."""
    await learner.says("/line 01-three-strategies")
    await learner.says("손님마다 설명을 다르게 해요.")
    await learner.types(ERASED)
    await learner.taps("되돌리기")
    await learner.says(erase.removesuffix(" yes"))
    await learner.says(erase)
    await learner.types("되돌리기")
    await learner.says("시작")
    record = await record_at(database, learner.address)
    assert (record.written, record.learner.undo and record.learner.undo.erased) == ([], None)


async def test_nothing_holds_an_erased_line_when_it_can_come_back_no_more(
    learner: Chat, clock: Clock, database: Database
) -> None:
    """A day later, with the next word, whatever it is."""
    await learner.says("/line 01-three-strategies")
    await learner.says("손님마다 설명을 다르게 해요.")
    await learner.types(ERASED)
    clock.now += UNDO_HOLDS + timedelta(seconds=1)
    await learner.says("진도")
    assert (await record_at(database, learner.address)).learner.undo is None
    assert NOTHING in await learner.says("되돌리기")


async def test_an_answer_of_long_ago_stays(learner: Chat, clock: Clock, database: Database) -> None:
    """LATELY after it, on another screen, nobody means it; under its explanation it can still be taken back."""
    await learner.says("/ask strategy-map")
    await learner.taps("융합")
    clock.now += LATELY + timedelta(seconds=1)
    await learner.says("계획")
    assert NOTHING in await learner.says("되돌리기")
    assert (await record_at(database, learner.address)).histories["strategy-map"].rights == 1
    await learner.says("/ask map-not-order")
    await learner.taps("X")
    clock.now += LATELY + timedelta(seconds=1)
    assert "없던 일로" in await learner.says("되돌리기")


async def test_an_answer_tapped_by_mistake_counts_once(learner: Chat, clock: Clock, database: Database) -> None:
    """Card and history go back, the question comes again, and the answer after it is the one that counts."""
    await learner.says("/ask strategy-map")
    wrong = next(label for label in learner.labels if "융합" not in label and "몰라" not in label)
    await learner.taps(wrong)
    first = await record_at(database, learner.address)
    assert first.histories["strategy-map"].rights == 0
    assert "다시 골라 주세요" in await learner.taps("잘못 눌렀어요")
    between = await record_at(database, learner.address)
    assert "strategy-map" not in between.histories
    assert "strategy-map" not in between.cards
    await learner.taps("융합")
    last = await record_at(database, learner.address)
    assert (last.histories["strategy-map"].times, last.histories["strategy-map"].rights) == (1, 1)
    assert last.cards["strategy-map"].stability > first.cards["strategy-map"].stability


async def test_a_card_goes_back_to_what_it_was(learner: Chat, clock: Clock, database: Database) -> None:
    """A review answered wrongly by a slip of the thumb does not forget what was known."""
    await learner.says("/answer strategy-map 2")
    before = await record_at(database, learner.address)
    clock.forward(days=5)
    await learner.says("/answer strategy-map 1")
    assert (await record_at(database, learner.address)).cards != before.cards
    await learner.says("/undo")
    after = await record_at(database, learner.address)
    assert (after.cards, after.histories) == (before.cards, before.histories)


async def test_a_change_can_be_taken_back_after_other_words_and_for_a_day(learner: Chat, clock: Clock) -> None:
    """Looking at one's progress is no change; a day later nobody means it any more."""
    await learner.says("매일 저녁 9시로 바꿔줘")
    await learner.says("진도")
    assert "되돌렸어요" in await learner.says("되돌리기")
    await learner.says("매일 저녁 9시로 바꿔줘")
    clock.now += UNDO_HOLDS + timedelta(seconds=1)
    assert NOTHING in await learner.says("되돌리기")


@pytest.mark.parametrize("words", ["취소", "아니", "잘못 눌렀어요", "되돌려줘", "원래대로", "방금 거 취소"])
async def test_it_is_said_in_many_ways(learner: Chat, database: Database, words: str) -> None:
    """None of them switches reminders off."""
    before = await kept(learner, database)
    await learner.says("알림 매일 저녁 9시")
    assert await kept(learner, database) != before
    await learner.says(words)
    assert await kept(learner, database) == before


async def test_with_nothing_to_take_back_nothing_happens(learner: Chat, database: Database) -> None:
    """A kind word, and the question stays open."""
    await learner.says("/ask strategy-map")
    before = await kept(learner, database)
    await learner.says("/undo")
    await learner.says("/undo")
    assert NOTHING in learner.text
    assert await kept(learner, database) == before


@pytest.mark.parametrize("words", ["취소", "취소요", "싫어", "안 할래", "고칠래요"])
async def test_who_declines_a_quiz_has_not_answered_it(learner: Chat, database: Database, words: str) -> None:
    """Said under O and X, none of it is an X; a plain no is."""
    await learner.says("/ask map-not-order")
    await learner.says(words)
    assert not (await record_at(database, learner.address)).histories.get("map-not-order")
    await learner.says("/ask map-not-order")
    await learner.says("아니요")
    assert (await record_at(database, learner.address)).histories.get("map-not-order")


async def test_to_cancel_twice_leaves_the_reminders_on(learner: Chat, database: Database) -> None:
    """Where nothing is left to take back that is said; under a quiz it is asked once more."""
    await learner.says("/ask map-not-order")
    await learner.taps("O")
    question = await learner.says("취소")
    before = await kept(learner, database)
    assert (await learner.says("취소")).partition("\n\n")[2] in question
    assert await kept(learner, database) == before
    await learner.says("진도")
    assert NOTHING in await learner.says("취소")
    assert await kept(learner, database) == before


async def test_what_was_answered_in_the_welcome_is_asked_again(chat: Chat, course: Course) -> None:
    """The trade, the hour and the promise: what went back is read back, and another answer is heard at once."""
    await chat.says("/start")
    await chat.taps("마케터")
    assert "하는 일: 아직 없음" in await chat.says("잘못 눌렀어요")
    assert "언제" in await chat.taps("강사")
    await chat.taps("매일 오후 9시")
    assert "알림: 아직 없음" in await chat.says("잘못 눌렀어요")
    await chat.taps("평일 오전 8시")
    await chat.taps("씻고 나면")
    assert "나의 약속: 아직 없음" in await chat.says("잘못 눌렀어요")
    assert "알림" not in chat.text
    await chat.taps("커피를 내리면")
    assert course.lessons[0].examples["teacher"] in await chat.taps("첫 레슨")


@pytest.mark.parametrize("words", ["ㄷㄷ", "아니 괜찮아요", "실수 안 했어요", "아니", "고마워요"])
async def test_what_means_no_undo_takes_nothing_back(learner: Chat, database: Database, words: str) -> None:
    """A reaction, a denial, and 아니 to a screen that shows no change."""
    await learner.says("알림 매일 밤 10시")
    await learner.says("도움말")
    await learner.says(words)
    assert (await record_at(database, learner.address)).learner.rhythm == "daily 22:00"


async def test_words_take_back_what_was_lately_and_the_command_a_day(learner: Chat, database: Database) -> None:
    """잘못 눌렀어요 means the last minutes; 되돌리기 the last day."""
    await learner.says("알림 매일 밤 10시")
    await learner.says("진도")
    learner.clock.forward(minutes=11)
    assert "‘되돌리기’" in await learner.says("잘못 눌렀어요")
    assert (await record_at(database, learner.address)).learner.rhythm == "daily 22:00"
    assert "평일 오전 8시" in await learner.says("되돌리기")


@pytest.mark.parametrize("words", ["취소", "아니", "취소할래", "아니야"])
async def test_a_question_that_is_open_is_not_answered_by_cancelling(
    learner: Chat, database: Database, words: str
) -> None:
    """Neither is anything before it taken back."""
    await learner.says("알림 매일 밤 10시")
    for screen in ("/ask strategy-map", "/line 01-three-strategies"):
        await learner.says(screen)
        expects = learner.expects
        await learner.says(words)
        after = await record_at(database, learner.address)
        assert (after.learner.rhythm, after.written, learner.expects) == ("daily 22:00", [], expects)


@pytest.mark.parametrize("words", ["네", "맞아요", "ㅇㅇ", "네 적어 주세요", "적기", "응 적어줘"])
async def test_to_agree_files_the_line_that_was_asked_about(learner: Chat, database: Database, words: str) -> None:
    """이 말을 설계서에 적을까요? 네."""
    await learner.says("/line 01-three-strategies")
    assert "적을까요" in await learner.says("저녁 8시")
    await learner.says(words)
    assert [line.text for line in (await record_at(database, learner.address)).written] == ["저녁 8시"]


@pytest.mark.parametrize("words", ["아니", "아니요", "취소", "아니야 됐어"])
async def test_to_refuse_leaves_it_out_and_the_line_open(learner: Chat, database: Database, words: str) -> None:
    """And nothing else is taken back."""
    await learner.says("/line 01-three-strategies")
    await learner.says("저녁 8시")
    assert "적지 않았어요" in await learner.says(words)
    assert learner.expects == "/write 01-three-strategies"
    assert (await record_at(database, learner.address)).written == []


@pytest.mark.parametrize("words", ["모르겠어요", "잘 모르겠네요", "음...", "뭐라고 써야 해요?", "아무거나"])
async def test_who_does_not_know_what_to_write_is_helped(learner: Chat, database: Database, words: str) -> None:
    """A way to begin and what others might write; the line stays open."""
    await learner.says("/line 01-three-strategies")
    assert "한 낱말로 시작해도 돼요" in await learner.says(words)
    assert learner.expects == "/write 01-three-strategies"
    assert (await record_at(database, learner.address)).written == []


@pytest.mark.parametrize("words", ["나중에 쓸게요", "내일 적을게요", "딱히 없어요", "패스", "쓸 게 없어요"])
async def test_a_line_can_be_left_out_and_it_says_where_it_waits(learner: Chat, database: Database, words: str) -> None:
    """Not now is not filed, and not silent."""
    await learner.says("/line 01-three-strategies")
    assert "이 줄은 비워 둘게요" in await learner.says(words)
    assert (await record_at(database, learner.address)).written == []


@pytest.mark.parametrize("words", ["지난주에 쉬었어요", "오늘은 쉬는 날이네요", "어제 7시에 왔네요"])
async def test_what_is_told_of_reminders_is_asked_about_before_it_is_a_line(
    learner: Chat, database: Database, words: str
) -> None:
    """In nothing but words that are said to the bot; of one's own work it would be a line."""
    await learner.says("/line 01-three-strategies")
    await learner.says(words)
    assert (await record_at(database, learner.address)).written == []
    await learner.says("/line 01-three-strategies")
    await learner.says("저녁 8시 수업을 줄이고 아침반을 열었어요")
    assert len((await record_at(database, learner.address)).written) == 1


@pytest.mark.parametrize("words", ["네", "ㅇㅇ", "👍"])
async def test_a_yes_writes_no_line_and_ends_no_lesson(learner: Chat, database: Database, words: str) -> None:
    """The line is asked for again."""
    await learner.says("/line 01-three-strategies")
    assert "내 일에 한 줄" in await learner.says(words)
    after = await record_at(database, learner.address)
    assert (after.written, after.finished) == ([], {})


async def edits(learner: Chat, words: str, sent: timedelta = timedelta()) -> str:
    """Changes the message that was sent so long before now into these words."""
    said = Said(learner.address, words, corrects=learner.clock.now - sent)
    learner.clock.forward(seconds=20)
    learner.message = await learner.desk.respond(said)
    return learner.text


async def test_an_edited_message_corrects_the_line_it_wrote(learner: Chat, database: Database) -> None:
    """It is written once, in the new words, masked as every line, and can be taken back; the old words are gone."""
    await learner.says("/line 01-three-strategies")
    await learner.says("손님마다 설명을 달으게 해요.")
    assert "적어 두었어요" in await edits(learner, "손님마다 설명을 다르게 해요. 010-1234-5678")
    [line] = (await record_at(database, learner.address)).written
    assert line.text.startswith("손님마다 설명을 다르게 해요.")
    assert "5678" not in line.text
    assert "지웠어요" in await learner.taps("되돌리기")
    assert (await record_at(database, learner.address)).lines() == []


@pytest.mark.parametrize(
    ("before", "sent"),
    [
        ((), timedelta()),
        (("/line 01-three-strategies", "손님마다 설명을 다르게 해요.", "매일 저녁 9시로 바꿔줘"), timedelta()),
        (("/line 01-three-strategies", "손님마다 설명을 다르게 해요."), WRITES + timedelta(minutes=1)),  # another one
        (("진도",), timedelta()),
    ],
)
async def test_an_edited_message_that_wrote_no_line_changes_nothing(
    learner: Chat, database: Database, before: tuple[str, ...], sent: timedelta
) -> None:
    """Nor the last change that was another, nor the line of another message; and nothing is said to it."""
    for words in before:
        await learner.says(words)
    was = await record_at(database, learner.address)
    await edits(learner, "다른 말이에요.", sent)
    assert learner.message.repeated
    now = await record_at(database, learner.address)
    assert now.written == was.written
    assert now.learner.rhythm == was.learner.rhythm


async def test_an_edited_message_of_somebody_in_danger_is_answered_with_care(learner: Chat) -> None:
    assert "109" in await edits(learner, "죽고 싶어요")


INSTEAD = [  # what was changed; what is said of it; what holds then
    ("알림 매일 저녁 9시", "취소하고 아침 6시 반으로", ("daily 06:30", None, "")),
    ("알림 매일 저녁 9시", "아니 평일 밤 10시요", ("weekdays 22:00", None, "")),
    ("알림 매일 저녁 9시", "아 실수예요 점심 12시로 해 주세요", ("daily 12:00", None, "")),
    ("알림 매일 저녁 9시", "그거 말고 아침 8시 반", ("daily 08:30", None, "")),
    ("알림 매일 저녁 9시", "아뇨 주말만요", ("weekends 21:00", None, "")),
    ("알림 매일 저녁 9시", "밤 10시인데 잘못 눌렀네요", ("daily 22:00", None, "")),
    ("알림 매일 저녁 9시", "아니 그게 아니라 밤 11시라니까요", ("daily 23:00", None, "")),
    ("알림 매일 저녁 9시", "되돌리고 내일 쉴게요", ("weekdays 08:00", date(2026, 11, 25), "")),
    ("한 시간 늦춰 줘", "아니 30분만 늦춰 줘", ("weekdays 08:30", None, "")),
    ("5일 쉴게요", "아니 이틀이요", ("weekdays 08:00", date(2026, 11, 25), "")),
    ("금요일까지 쉴게요", "아니 목요일까지", ("weekdays 08:00", date(2026, 11, 27), "")),
    ("3일 쉴게요", "취소 저녁 7시로 바꿔 주세요", ("weekdays 19:00", None, "")),
    ("알림 꺼 줘", "잘못 눌렀어요 밤 9시로요", ("weekdays 21:00", None, "")),
    ("/remind quiet 22:00-07:00", "아니 밤 11시부터 아침 6시까지", ("weekdays 08:00", None, "quiet 23:00-06:00")),
]


@pytest.mark.parametrize(("change", "words", "then"), INSTEAD)
@pytest.mark.parametrize("between", ["", "진도"])
async def test_what_is_said_behind_an_undo_holds_in_place_of_the_change(
    learner: Chat, database: Database, change: str, words: str, then: tuple[str, date | None, str], between: str
) -> None:
    """It is said that it was mended, and one undo leads to what was before both, whatever was looked at between."""
    before = await kept(learner, database)
    await learner.says(change)
    if between:
        await learner.says(between)
    told = await learner.says(words)
    after = (await record_at(database, learner.address)).learner
    assert (after.rhythm, after.paused_until, after.quiet) == then, told
    assert not after.off
    assert told.startswith("네, 고쳤어요.")
    assert "되돌렸어요" in await learner.taps("되돌리기")
    assert await kept(learner, database) == before


@pytest.mark.parametrize("words", ["아니 7시로 해줘", "취소 7시 반으로", "잘못 눌렀어요 평일 열 시요"])
async def test_a_correction_that_is_unclear_is_asked_about(learner: Chat, database: Database, words: str) -> None:
    """The change is taken back at once, and undo after the answer leads to what was before both."""
    before = await kept(learner, database)
    await learner.says("알림 매일 저녁 9시")
    assert "먼저 바꾼 건 되돌렸어요" in await learner.says(words)
    assert await kept(learner, database) == before
    await learner.taps("오후")
    assert await kept(learner, database) != before
    await learner.taps("되돌리기")
    assert await kept(learner, database) == before


async def test_what_was_set_in_the_welcome_holds_until_it_is_clear_what_is_meant(
    learner: Chat, database: Database
) -> None:
    """Else no lesson would come to who does not answer; nor is anything said to be taken back that is not."""
    await learner.has_said("시작", "/trade teacher", "/hour weekdays 08:00")
    assert "되돌렸" not in await learner.says("아까 시간 잘못 말했네요 8시 말고 7시 50분요")
    assert (await record_at(database, learner.address)).learner.rhythm == "weekdays 08:00"
    await learner.taps("오전 7시 50분")
    assert (await record_at(database, learner.address)).learner.rhythm == "weekdays 07:50"


async def test_a_correction_of_long_ago_is_a_wish_of_its_own(learner: Chat, database: Database, clock: Clock) -> None:
    """The change of long ago is not taken back for it, and undo leads to that change."""
    await learner.says("일주일 쉬기")
    clock.now += LATELY + timedelta(minutes=1)
    await learner.says("잘못 눌렀어요 밤 10시로 해 주세요")
    after = (await record_at(database, learner.address)).learner
    assert (after.rhythm, after.paused_until) == ("weekdays 22:00", date(2026, 11, 30))


@pytest.mark.parametrize(
    "words", ["아니 9시에 와요?", "9시 취소", "아니 왜 9시예요", "취소 부탁드려요", "저녁 9시로 잘못 눌렀어요"]
)
async def test_what_only_takes_back_or_asks_is_no_correction(learner: Chat, database: Database, words: str) -> None:
    """The hour that it names is the one that is not wanted, or asked about."""
    await learner.says("알림 매일 저녁 9시")
    await learner.says(words)
    assert (await record_at(database, learner.address)).learner.rhythm in {"weekdays 08:00", "daily 21:00"}


@pytest.mark.parametrize(
    ("change", "words", "name", "value"),
    [
        ("/call 민지", "아니 민주요", "called", "민주"),
        ("/call 민지", "잘못 적었어요 민정이에요", "called", "민정"),
        ("/zone 도쿄", "아니 파리", "zone", "Europe/Paris"),
        ("/job 개발자", "아니 마케터예요", "job", "마케터"),
    ],
)
async def test_another_name_place_or_job_takes_the_place_of_the_last(
    learner: Chat, database: Database, change: str, words: str, name: str, value: str
) -> None:
    """Where the change is on the screen."""
    before = (await record_at(database, learner.address)).learner
    await learner.says(change)
    assert "고쳤어요" in await learner.says(words)
    assert getattr((await record_at(database, learner.address)).learner, name) == value
    await learner.taps("되돌리기")
    assert getattr((await record_at(database, learner.address)).learner, name) == getattr(before, name)


@one_database
@pytest.mark.parametrize(
    "words",
    """아 손 미끄러졌다 융합이요|손가락이 미끄러져서 융합이에요|앗 손가락이.. 융합 누르려던건데|융합 누르려고 했는데
    아이고 융합 고르려다가 잘못 골랐네|실수로 눌렀어요 융합인데""".replace("\n", "|").split("|"),
)
async def test_a_slip_that_names_another_answer_takes_it(learner: Chat, database: Database, words: str) -> None:
    """The answer before goes, the other one counts once."""
    await learner.says("/ask strategy-map")
    await learner.taps("개인화")
    assert "✓ 융합 (내 답)" in await learner.types(words.strip())
    history = (await record_at(database, learner.address)).histories["strategy-map"]
    assert (history.rights, history.asked) == (1, 1)


@one_database
@pytest.mark.parametrize("words", ["앗 딴 거 누르려던 건데", "2번이랑 3번 중에 고르려고 했는데"])
async def test_a_slip_that_names_none_is_asked_about(learner: Chat, database: Database, words: str) -> None:
    """With the button that takes the answer back; nothing is taken back by the words."""
    await learner.says("/ask strategy-map")
    await learner.taps("개인화")
    assert "되돌릴까요" in await learner.types(words)
    assert "되돌리기" in learner.labels
    assert (await record_at(database, learner.address)).histories


@one_database
@pytest.mark.parametrize(
    "words", ["다음 문제 누르려던 참이에요", "오늘은 그만하려고 했는데", "더 풀려고 했는데 바빠요"]
)
async def test_what_was_meant_otherwise_is_no_slip(learner: Chat, database: Database, words: str) -> None:
    """The answer stays, and nothing is asked."""
    await learner.says("/ask strategy-map")
    await learner.taps("개인화")
    assert "되돌릴까요" not in await learner.types(words)
    assert (await record_at(database, learner.address)).histories


@one_database
@pytest.mark.parametrize("words", ["뒤로", "뒤로 갈래요", "그냥 뒤로 가기", "취소", "취소할게요", "나가기"])
async def test_who_leaves_the_hours_changes_none(learner: Chat, database: Database, words: str) -> None:
    """Least of all are the reminders switched off."""
    await learner.says("알림")
    before = (await record_at(database, learner.address)).learner
    assert "그대로 둘게요" in await learner.types(words)
    after = (await record_at(database, learner.address)).learner
    assert (after.rhythm, after.off) == (before.rhythm, before.off)


async def test_another_answer_takes_the_place_of_a_slip(learner: Chat, database: Database) -> None:
    """It counts once, and can be taken back as well."""
    await learner.says("/ask strategy-map")
    wrong = next(label for label in learner.labels if "융합" not in label and "몰라" not in label)
    await learner.taps(wrong)
    assert "맞아요" in await learner.says("잘못 눌렀어요 융합이요")
    history = (await record_at(database, learner.address)).histories["strategy-map"]
    assert (history.rights, history.asked) == (1, 1)
    await learner.says("취소")
    assert "strategy-map" not in (await record_at(database, learner.address)).histories


async def test_the_hour_of_the_welcome_is_mended_while_the_next_question_is_open(
    chat: Chat, database: Database
) -> None:
    """The moment is asked for once more; what somebody does can be mended under the question for the hour."""
    await chat.says("시작")
    await chat.taps("마케터")
    assert "강사시군요" in await chat.says("아니 강사예요")
    await chat.taps("매일 오후 9시")
    assert "매일 오전 7시에 보낼게요" in await chat.says("앗 잘못 눌렀어요 아침 7시요")
    assert chat.expects == "/intend"
    learner = (await record_at(database, chat.address)).learner
    assert (learner.job, learner.rhythm, learner.intention) == ("강사", "daily 07:00", "")
