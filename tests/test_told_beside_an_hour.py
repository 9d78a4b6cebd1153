"""What is told beside an hour: days that shall be left out, however that is said, and hours that only tell why."""

import pytest

from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own

LEFT_OUT = """
    화요일은 가게 쉬는 날이라 빼고 밤 9시 = weekly mon,wed,thu,fri,sat,sun 21:00
    토요일만 빼고 아침 7시 = weekly mon,tue,wed,thu,fri,sun 07:00
    주말은 빼고 저녁 8시 반이요 = weekdays 20:30
    목요일은 야근이라 힘들어요 나머지는 밤 10시 = weekly mon,tue,wed,fri,sat,sun 22:00
    일요일은 예배드려서 안 되고 나머지 날은 저녁 8시 = weekly mon,tue,wed,thu,fri,sat 20:00
    수요일 금요일은 수업 있어서 빼고 밤 9시 = weekly mon,tue,thu,sat,sun 21:00
    화목은 학원 가서 빼고 저녁 7시 = weekly mon,wed,fri,sat,sun 19:00
    월요일은 휴무니까 월요일 빼고 저녁 8시요 = weekly tue,wed,thu,fri,sat,sun 20:00
    주말엔 못 하니까 아침 8시 = weekdays 08:00
    저녁 9시요 일요일은 쉴래요 = weekly mon,tue,wed,thu,fri,sat 21:00
    금요일만 아니면 저녁 7시 반 좋아요 = weekly mon,tue,wed,thu,sat,sun 19:30
    평일 중에 수요일만 빼고 아침 8시 = weekly mon,tue,thu,fri 08:00
    일요일은 쉬고 나머지 요일 점심 12시 = weekly mon,tue,wed,thu,fri,sat 12:00
    토일은 바빠서 못 봐요 저녁 9시로 해 주세요 = weekdays 21:00
    매일 아침 8시인데 화요일은 빼고요 = weekly mon,wed,thu,fri,sat,sun 08:00
    월요일 빼고 다 밤 10시 = weekly tue,wed,thu,fri,sat,sun 22:00
"""
ASKED = """
    월요일은 쉬는 날이라 저녁 9시 = 화·수·목·금·토·일
    저녁 8시요 일요일은 가게 쉬는 날이에요 = 월·화·수·목·금·토
"""


def cells(rows: str) -> list[tuple[str, ...]]:
    """The rows of a table, its cells apart by " = "."""
    return [tuple(cell.strip() for cell in row.split(" = ")) for row in rows.strip().splitlines()]


@pytest.mark.parametrize(("words", "rhythm"), cells(LEFT_OUT))
@pytest.mark.parametrize("before", [("시작", "미용사"), ("시작", "미용사", "/hour daily 06:00", "/intend 1", "진도")])
async def test_days_left_out_for_a_reason_are_left_out(
    chat: Chat, database: Database, before: tuple[str, ...], words: str, rhythm: str
) -> None:
    """Where the hour is asked, and later."""
    for said in (*before, words):
        await chat.says(said)
    assert (await record_at(database, chat.address)).learner.rhythm == rhythm, chat.text


@pytest.mark.parametrize(("words", "days"), cells(ASKED))
async def test_days_that_are_only_told_to_be_off_are_asked_about(
    chat: Chat, database: Database, words: str, days: str
) -> None:
    """It may be a reason for the hour as well."""
    for said in ("시작", "미용사", words):
        await chat.says(said)
    assert f"매주 {days}" in chat.text
    assert (await record_at(database, chat.address)).learner.rhythm == ""


@pytest.mark.parametrize(
    "words",
    [
        "수요일은 8시에 못 봐요",
        "토요일은 약속 있어서 저녁 8시는 안 돼요",
        "월요일엔 왜 저녁 9시에 안 와요?",
        "이번 주 수요일은 바빠서 저녁 9시에 못 봐요",
    ],
)
async def test_an_hour_that_is_denied_sets_no_days(chat: Chat, database: Database, words: str) -> None:
    """Nor does a question, nor what is said of one week."""
    for said in ("시작", "미용사", "/hour daily 06:00", "/intend 1", "진도", words):
        await chat.says(said)
    assert (await record_at(database, chat.address)).learner.rhythm == "daily 06:00"


BECAUSE = """
    8시 출근이라 7시 반 = daily 07:30
    아이가 9시에 자니까 9시 반이요 = daily 21:30
    6시에 일어나서 6시 10분 = daily 06:10
    밤 11시에 자서 10시에 보내 주세요 = daily 22:00
    퇴근이 7시라 8시가 좋아요 = daily 20:00
    저녁 7시에 가게 닫으니까 7시 반으로 해 주세요 = daily 19:30
    오픈이 10시라서 9시요 = daily 09:00
    점심이 1시라 1시 반이요 = daily 13:30
    8시에 애들 등원시키고 8시 반 = daily 08:30
    저녁 8시에 퇴근하는데 밤 9시요 = daily 21:00
    수업이 저녁 6시에 끝나서 7시요 = daily 19:00
    평일은 7시에 퇴근해서 평일 8시 반이요 = weekdays 20:30
    저녁 6시까지 일하니까 7시 = daily 19:00
    9시에 문 닫아요 9시 반 좋아요 = daily 21:30
    아침 6시에 일어나고 8시에 출근해서 7시요 = daily 07:00
"""
BECAUSE_ASKED = """
    아침 8시랑 저녁 9시 = daily 08:00,21:00
    아침 7시하고 밤 10시에 받을게요 = daily 07:00,22:00
    아침 8시 그리고 저녁 8시 = daily 08:00,20:00
"""


@pytest.mark.parametrize(("words", "rhythm"), cells(BECAUSE))
@pytest.mark.parametrize("before", [("시작", "미용사"), ("시작", "미용사", "/hour daily 05:00", "/intend 1", "진도")])
async def test_an_hour_that_only_tells_why_is_not_set(
    chat: Chat, database: Database, before: tuple[str, ...], words: str, rhythm: str
) -> None:
    """The other one is, in the half of the day that the reason lies in."""
    for said in (*before, words):
        await chat.says(said)
    assert (await record_at(database, chat.address)).learner.rhythm == rhythm, chat.text


@pytest.mark.parametrize(("words", "rhythm"), cells(BECAUSE_ASKED))
async def test_two_hours_for_lessons_are_two(chat: Chat, database: Database, words: str, rhythm: str) -> None:
    """Neither is a reason."""
    for said in ("시작", "미용사", words):
        await chat.says(said)
    assert (await record_at(database, chat.address)).learner.rhythm == rhythm, chat.text


@pytest.mark.parametrize(
    ("words", "hour"),
    [("9시에 시작이라 8시 40분", "8시 40분"), ("5시에 끝나는데 집에 오면 6시라 6시 반이요", "6시 30분")],
)
async def test_where_the_reason_tells_no_half_of_the_day_it_is_asked(
    chat: Chat, database: Database, words: str, hour: str
) -> None:
    """About the hour that is wished, and no other."""
    for said in ("시작", "미용사", words):
        await chat.says(said)
    assert chat.labels == [f"{days} {half} {hour}" for half in ("오전", "오후") for days in ("평일", "매일")]
    assert (await record_at(database, chat.address)).learner.rhythm == ""
