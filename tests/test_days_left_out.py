"""Days that are named as those on which lessons shall not come are left out, however that is said, and none else."""

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
