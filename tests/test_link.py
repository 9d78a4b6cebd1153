"""One learner, several messengers: a code makes two records one, nothing is lost, and for ten minutes they can part."""

import re

import pytest
from msgspec.structs import replace
from sqlalchemy import func, select

from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.message import Address
from bot.operator.metrics import Metrics
from bot.record import Record
from bot.record.joining import joined
from bot.store import Database
from bot.store.joining import RULES
from bot.store.tables import addresses, learners, metadata
from tests.conftest import TUESDAY_8, Chat, Clock, Post
from tests.records import record_at
from tests.test_first_minutes import finish_lesson


@pytest.fixture
def other(desk: Desk, clock: Clock) -> Chat:
    """The same person's other phone."""
    return Chat(desk, clock, Address("kakao", "k7"))


def code_in(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("연결 "))


async def link(owner: Chat, guest: Chat) -> str:
    return await guest.says(code_in(await owner.says("연결")))


async def test_two_messengers_one_record(learner: Chat, other: Chat) -> None:
    """What was learned here is known there."""
    await finish_lesson(learner)
    assert "이어졌어요" in await link(learner, other)
    assert "레슨 1/30" in await other.says("진도")
    assert "손님마다 설명이 달라요" in await other.says("내데이터")


async def test_a_code_is_forgiving_about_its_looks(learner: Chat, other: Chat) -> None:
    """Small letters, no hyphen, a space: all the same."""
    code = code_in(await learner.says("연결")).lower().replace("-", " ")
    assert "이어졌어요" in await other.says(f"{code}\n")


async def test_a_code_is_shown_once_and_kept_nowhere(learner: Chat, other: Chat, database: Database) -> None:
    """What is kept of the screen tells where it stood, in bubbles beside others too; the code still joins."""
    for _ in range(2):
        code = code_in(await learner.says("연결"))
        screen = (await record_at(database, learner.address)).learner.screen
        assert screen
        assert "연결 ••••-••••" in screen.bubbles[-1]
        assert code not in str(screen)
        guest = Chat(learner.desk, learner.clock, Address("web", "w7")) if learner.message.bubbles[1:] else other
        assert "이어졌어요" in await guest.says(code)  # from now on they have two places, of which a bubble tells first


async def test_a_code_works_once_and_for_ten_minutes(learner: Chat, other: Chat, clock: Clock) -> None:
    """Used or old, the answer is the same: ask for a new one."""
    code = code_in(await learner.says("연결"))
    clock.forward(minutes=11)
    assert "새 번호" in await other.says(code)
    fresh = code_in(await learner.says("연결"))
    assert "이어졌어요" in await other.says(fresh)
    third = Chat(other.desk, clock, Address("web", "w7"))
    assert "새 번호" in await third.says(fresh)


async def two_pasts(learner: Chat, other: Chat) -> None:
    """One learned here yesterday and the day before, the other there today, some of it the same."""
    await finish_lesson(learner)
    learner.clock.forward(days=1)
    await finish_lesson(learner)
    await learner.says("미용실 원장님 추가해 줘")
    learner.clock.forward(days=1)
    for words in ("시작", "/trade shop", "/hour weekdays 21:00", "/intend 1"):
        await other.says(words)
    await finish_lesson(other)
    await other.says("빵집 사장님 추가해 줘")


async def test_two_pasts_become_one(learner: Chat, other: Chat, database: Database) -> None:
    """The rows are what the pure rule says: nothing is lost, and nothing counted twice."""
    await two_pasts(learner, other)
    owner, guest = [await record_at(database, one.address, one.clock.now) for one in (learner, other)]
    answer = await link(learner, other)
    assert "함께한 날 3일, 마친 레슨 2개, 적은 줄 2개가 이제 하나의 기록" in answer
    assert "나중 줄이 보여요" in answer
    assert "번호를 준 쪽을 따라 평일 오전 8시예요" in answer
    now = await record_at(database, other.address, other.clock.now)
    assert kept(now) == kept(joined(owner, guest, "kakao", other.clock.now))
    assert now.learner.id == owner.learner.id
    assert now.learner.rhythm == owner.learner.rhythm


def kept(record: Record) -> dict[str, object]:
    histories = {name: replace(mark, seen=0) for name, mark in record.histories.items()}
    written = sorted(record.written, key=lambda line: (line.at, line.lesson))
    return {
        "finished": dict(record.finished), "histories": histories, "cards": dict(record.cards), "days": record.days,
        "prechecks": dict(record.prechecks), "lines": written, "people": [*record.ledger],
        "homes": {home.address for home in record.homes},
    }  # fmt: skip


@pytest.mark.parametrize("where", ["there", "here"])
async def test_they_part_again_for_ten_minutes(learner: Chat, other: Chat, database: Database, where: str) -> None:
    """Both have what they had, and who gave the code what was done since; by either phone."""
    await two_pasts(learner, other)
    before = [await record_at(database, one.address, one.clock.now) for one in (learner, other)]
    await link(learner, other)
    learner.clock.forward(minutes=9)
    if where == "there":
        assert "잇기 전으로 되돌렸어요" in await other.says("되돌리기")
    else:
        await learner.says("진도")
        await learner.says("연결")
        assert "잇기 전으로 되돌렸어요" in await learner.taps("잇기 전으로")
    after = [await record_at(database, one.address, one.clock.now) for one in (learner, other)]
    assert [kept(one) for one in after] == [kept(one) for one in before]
    assert [one.learner.id for one in after] == [one.learner.id for one in before]
    assert [one.learner.rhythm for one in after] == [one.learner.rhythm for one in before]
    assert after[0].learner.next_lesson_at
    assert after[1].learner.next_lesson_at == before[1].learner.next_lesson_at
    async with database.reading() as connection:
        assert await connection.scalar(select(func.count()).select_from(learners)) == 2


async def test_what_was_done_since_stays(learner: Chat, other: Chat, database: Database) -> None:
    """A lesson finished before they part is not lost: who gave the code has it."""
    await two_pasts(learner, other)
    await link(learner, other)
    await finish_lesson(other)
    learner.clock.forward(minutes=2)
    await learner.says("연결")
    await learner.taps("잇기 전으로")
    mine = await record_at(database, learner.address, learner.clock.now)
    assert len(mine.finished) == 3
    assert len(mine.days) == 3


async def test_who_was_joined_before_is_parted_whole(learner: Chat, other: Chat, database: Database) -> None:
    """A page that was joined to Telegram, and then Telegram to KakaoTalk: Telegram parts, and its page with it."""
    page = Chat(other.desk, other.clock, Address("web", "w1"))
    await finish_lesson(learner)
    await page.says("시작")
    await link(learner, page)
    await other.says("시작")
    await finish_lesson(other)
    await link(other, learner)
    assert "잇기 전으로 되돌렸어요" in await learner.says("되돌리기")
    at = learner.clock.now
    ids = [(await record_at(database, one.address, at)).learner.id for one in (learner, page, other)]
    assert ids[0] == ids[1] != ids[2]


async def test_after_ten_minutes_they_stay_one(
    learner: Chat, other: Chat, database: Database, delivery: Delivery
) -> None:
    """What was kept for parting is gone, in the database too."""
    await two_pasts(learner, other)
    await link(learner, other)
    learner.clock.forward(minutes=11)
    await delivery.settle()
    assert "10분이 지나서" in await other.says("되돌리기")
    async with database.reading() as connection:
        assert await connection.scalar(select(func.count()).select_from(learners)) == 1
        assert await connection.scalar(select(func.count()).select_from(addresses)) == 2


async def test_who_leaves_takes_all_with_them(learner: Chat, other: Chat, database: Database) -> None:
    """탈퇴 within the ten minutes leaves nothing of either record."""
    await two_pasts(learner, other)
    await link(learner, other)
    await other.says("탈퇴")
    await other.taps("모두 지울게요")
    async with database.reading() as connection:
        left = {
            table.name: await connection.scalar(select(func.count()).select_from(table))
            for table in metadata.sorted_tables
            if table.name not in {"deliveries", "house_keys"}
        }
    assert {name: count for name, count in left.items() if count} == {}


async def test_the_other_side_is_told(learner: Chat, other: Chat) -> None:
    """At its next word, once."""
    await finish_lesson(learner)
    await link(learner, other)
    assert "방금 카카오톡에서 기록을 이었어요" in await learner.says("진도")
    assert "기록을 이었어요" not in await learner.says("진도")
    assert "기록을 이었어요" not in await other.says("진도")


async def test_five_wrong_codes_and_a_pause(learner: Chat, other: Chat, clock: Clock) -> None:
    """Then even a right one has to wait, and is not told from a wrong one."""
    await other.says("시작")
    for n in range(5):
        assert "지금은 쓸 수 없는 번호" in await other.says(f"ABCD-234{n + 2}")
    code = code_in(await learner.says("연결"))
    assert "10분 뒤에" in await other.says(code)
    clock.forward(minutes=10)
    assert "지금은 쓸 수 없는 번호" in await other.says("ABCD-2349")
    assert "이어졌어요" in await link(learner, other)


@pytest.mark.parametrize(
    "words", ["연결 해제", "연결 끊어 줘", "연결 해제할게요", "카톡 연결 끊고 싶어요", "연동 해제"]
)
async def test_a_place_leaves(learner: Chat, other: Chat, words: str) -> None:
    """Its next word is a stranger's; the record stays with the other."""
    await finish_lesson(learner)
    await link(learner, other)
    assert "어느 곳을 뗄까요" in await learner.says(words)
    assert "카카오톡을 뗐어요" in await learner.taps("카카오톡")
    assert "지금 어떤 일을 하세요" in await other.says("안녕하세요")
    assert "레슨 1/30" in await learner.says("진도")
    assert "이어진 다른 곳이 없어요" in await learner.says(words)


async def test_which_place_reminders_go_to(
    learner: Chat, desk: Desk, database: Database, clock: Clock, post: Post, metrics: Metrics
) -> None:
    """The page, when that was chosen; and Telegram again, by undo."""
    page = Chat(desk, clock, Address("web", "w1"))
    await link(learner, page)
    await page.says("연결")
    assert "알림은 웹 페이지로 가요" in await page.taps("알림 웹 페이지")
    clock.now = TUESDAY_8
    sends = dict.fromkeys(("telegram", "web"), post.send)
    await Delivery(database, desk, sends, clock, metrics, korean_holidays([2026])).deliver()
    assert [address.channel for address, _ in post.letters] == ["web"]
    clock.forward(hours=1)
    await page.says("연결")
    assert "알림은 텔레그램으로 가요" in await page.taps("알림 텔레그램")


async def test_ones_own_code_is_for_the_other_phone(learner: Chat) -> None:
    """Typed where it was given it does nothing."""
    assert "다른 메신저에서" in await learner.says(code_in(await learner.says("연결")))


async def test_lessons_go_to_telegram_once(
    other: Chat, desk: Desk, clock: Clock, post: Post, delivery: Delivery
) -> None:
    """A push costs nothing there; linked from KakaoTalk, the lesson rings on Telegram, once."""
    for words in ("시작", "/trade shop", "/hour weekdays 08:00", "/intend 1"):
        await other.says(words)
    telegram = Chat(desk, clock)
    await telegram.says(code_in(await other.says("연결")))
    clock.now = TUESDAY_8
    await delivery.deliver()
    await delivery.deliver()
    assert [address for address, _ in post.letters] == [telegram.address]


async def test_a_guest_brings_their_hour(learner: Chat, other: Chat, database: Database) -> None:
    """Who gave the code and never chose an hour has the guest's; a day's lesson comes once all the same."""
    for words in ("시작", "/trade shop", "/hour weekdays 21:00", "/intend 1"):
        await other.says(words)
    new = Chat(other.desk, other.clock, Address("web", "w1"))
    await new.says("시작")
    await link(new, other)
    record = await record_at(database, new.address, new.clock.now)
    assert (record.learner.rhythm, record.learner.trade) == ("weekdays 21:00", "shop")
    assert record.learner.next_lesson_at


async def test_words_open_before_a_code_are_no_loss(learner: Chat, other: Chat, database: Database) -> None:
    """A guest who wrote one line and nothing else: it stands in the plan of both."""
    await other.says("시작")
    await other.says("/write 01-three-strategies 동네 어르신 스마트폰을 봐 드려요")
    await finish_lesson(learner)
    await link(learner, other)
    record = await record_at(database, learner.address, learner.clock.now)
    assert "동네 어르신 스마트폰을 봐 드려요" in [line.text for line in record.written]


@pytest.mark.parametrize(
    "open_question", [(), ("시작",), ("시작", "3번"), ("시작", "3번", "08:30"), ("/line 01-three-strategies",)]
)
async def test_a_code_alone_links_whatever_question_is_open(
    desk: Desk, clock: Clock, open_question: tuple[str, ...]
) -> None:
    """It is no job, no hour, no promise and no line; one that is wrong is said to be so."""
    at_home = Chat(desk, clock, Address("telegram", "7"))
    await at_home.says("시작")
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", await at_home.says("연결"))
    assert code
    new = Chat(desk, clock, Address("kakao", "new"))
    for words in open_question:
        await new.says(words)
    assert "지금은 쓸 수 없는 번호" in await new.says("ABCD-2345")
    assert "이어졌어요" in await new.says(code[0].lower())


def test_every_table_has_a_rule() -> None:
    """A table that is new and holds something of a learner has to say what becomes of it."""
    personal = {table for table in metadata.sorted_tables if "learner_id" in table.c and table.name != "addresses"}
    assert personal == set(RULES)
