"""A rest that is longer than five weeks is asked about first, however it is said, and only then begins."""

from datetime import date

import pytest

from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own

ASKED = [  # said on Monday, November 23rd, 2026; until when it is asked about; the day back
    ("추석 전까지 쉴게요", "내년 9월 14일(화)까지", date(2027, 9, 15)),
    ("추석때까지 쉴래요", "내년 9월 15일(수)까지", date(2027, 9, 16)),
    ("설날까지 알림 꺼줘", "내년 2월 7일(일)까지", date(2027, 2, 8)),
    ("어버이날까지 쉬고 싶어요", "내년 5월 8일(토)까지", date(2027, 5, 9)),
    ("1월 20일까지 쉴게요", "내년 1월 20일(수)까지", date(2027, 1, 21)),
    ("2027년 6월 1일까지 보내지 마세요", "내년 6월 1일(화)까지", date(2027, 6, 2)),
    ("두 달만 쉴게요", "내년 1월 22일(금)까지", date(2027, 1, 23)),
    ("8주 동안 쉴래요", "내년 1월 17일(일)까지", date(2027, 1, 18)),
    ("60일 쉬기", "내년 1월 21일(목)까지", date(2027, 1, 22)),
    ("반년 쉴래요", "내년 5월 22일(토)까지", date(2027, 5, 23)),
    ("일 년만 쉴게요", "내년 11월 22일(월)까지", date(2027, 11, 23)),
    ("다음 달 말까지 쉴게요", "12월 31일(목)까지", date(2027, 1, 1)),
    ("세 달 뒤부터 다시 보내줘", "내년 2월 22일(월)까지", date(2027, 2, 23)),
    ("4월 1일부터 다시 시작할래요", "내년 3월 31일(수)까지", date(2027, 4, 1)),
    ("12월 7일부터 2월 7일까지 쉴게요", "12월 7일(월)부터 내년 2월 7일(일)까지", date(2027, 2, 8)),
]


@pytest.mark.parametrize(("words", "span", "back"), ASKED)
async def test_a_long_rest_is_asked_about_first(
    learner: Chat, database: Database, words: str, span: str, back: date
) -> None:
    """Nothing rests until it is agreed to; a shorter rest, and none, are offered beside it."""
    assert f"{span} 쉬는 걸까요?" in await learner.says(words)
    assert learner.labels == ["맞아요", "일주일", "한 달", "쉬지 않기"]
    assert (await record_at(database, learner.address)).learner.paused_until is None
    await learner.says("네")
    assert (await record_at(database, learner.address)).learner.paused_until == back
    await learner.taps("되돌리기")
    assert (await record_at(database, learner.address)).learner.paused_until is None


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        ("내년까지 쉴게요", ["12월 31일(목)까지", "내년 12월 31일(금)까지"]),
        ("여름까지 쉴래요", ["내년 5월 31일(월)까지", "내년 8월 31일(화)까지"]),
        ("내년 봄까지 쉬고 싶어요", ["내년 2월 28일(일)까지", "내년 5월 31일(월)까지"]),
        ("4월까지 쉴게요", ["내년 3월 31일(수)까지", "내년 4월 30일(금)까지"]),
        ("연말까지 쉴래요", ["12월 31일(목)까지"]),
        ("겨울방학 동안 쉴게요", ["12월 1일(화)부터 내년 2월 28일(일)까지"]),
    ],
)
async def test_a_month_or_a_season_is_until_it_begins_or_until_it_is_over(
    learner: Chat, database: Database, words: str, choices: list[str]
) -> None:
    """Which of them is asked, with the last day of each."""
    await learner.says(words)
    shown = f"{learner.text} {learner.labels}"
    assert [choice for choice in choices if choice not in shown] == []
    assert (await record_at(database, learner.address)).learner.paused_until is None


@pytest.mark.parametrize(("answer", "back"), [("한 달", date(2026, 12, 23)), ("일주일", date(2026, 11, 30))])
async def test_a_shorter_rest_can_be_taken_instead(learner: Chat, database: Database, answer: str, back: date) -> None:
    """By its button, as well as typed."""
    await learner.says("추석까지 쉴래요")
    await learner.taps(answer)
    assert (await record_at(database, learner.address)).learner.paused_until == back
    await learner.says("되돌리기")
    await learner.says("추석까지 쉴래요")
    await learner.says(f"{answer}만요")
    assert (await record_at(database, learner.address)).learner.paused_until == back


@pytest.mark.parametrize("answer", ["아니요", "안 쉴래요", "쉬지 않기"])
async def test_who_did_not_mean_it_goes_on(learner: Chat, database: Database, answer: str) -> None:
    """Nothing has changed."""
    await learner.says("추석까지 쉴래요")
    assert "쉬지 않고 그대로 갈게요" in await learner.says(answer)
    assert (await record_at(database, learner.address)).learner.paused_until is None


@pytest.mark.parametrize(
    ("words", "back"),
    [
        ("한 달 쉴게요", date(2026, 12, 23)),
        ("5주 쉴게요", date(2026, 12, 28)),
        ("크리스마스까지 쉴래요", date(2026, 12, 26)),
        ("12월 20일까지 쉬기", date(2026, 12, 21)),
    ],
)
async def test_a_rest_of_some_weeks_begins_at_once(learner: Chat, database: Database, words: str, back: date) -> None:
    """It is read back, as every change."""
    assert "이제 쉬어요" in await learner.says(words)
    assert (await record_at(database, learner.address)).learner.paused_until == back
