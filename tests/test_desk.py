"""The desk: many turns in one transaction, few statements, one learner's turns in their order, no harm to others."""

import asyncio
import traceback
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import bot.desk
from bot.conversation import Command, Conversation, Result, Turn
from bot.course.model import Course
from bot.delivery import Delivery
from bot.delivery.holidays import korean_holidays
from bot.desk import MOST_TURNS, MOST_WAITING, Desk
from bot.desk.batch import MOST_TABLES
from bot.message import Address, Away, Message, Said
from bot.operator.metrics import Metrics
from bot.record import ALL, Asked, Found, Reads, Record
from bot.record.facts import Changed, Wrote
from bot.record.learner import Line
from bot.store import Database, Refused, outbox, records
from bot.texts import Texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.conftest import PATIENCE, TUESDAY_8, Chat, Clock, Post
from tests.language import LANGUAGE
from tests.records import record_at
from tests.statements import counted
from tests.test_first_minutes import finish_lesson

MOST_STATEMENTS = 8  # of a transaction, its commit among them
WELCOME = ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1")
SAID: Mapping[str, tuple[str, ...]] = {  # by command: what leads up to it, and then itself
    "start": ("시작",),
    "today": ("오늘",),
    "next": ("오늘", "다음"),
    "quiz": ("/ask strategy-map", "/answer strategy-map 2", "퀴즈"),
    "review": ("/ask strategy-map", "/answer strategy-map 2", "복습"),
    "progress": ("진도",),
    "plan": ("계획",),
    "remind": ("알림 매일 저녁 7시",),
    "rest": ("3일 쉬기",),
    "zone": ("시간대 뉴욕",),
    "source": ("근거",),
    "help": ("도움말",),
    "link": ("연결",),
    "mine": ("내데이터",),
    "forget": ("/forget", "/forget yes"),
    "less": ("덜 자주",),
    "why-not-sent": ("알림이 왜 안 와요",),
    "talk": ("얼마예요?",),
    "undo": ("3일 쉬기", "되돌리기"),
    "term": ("가설 뭐야",),
    "answer": ("/ask strategy-map", "/answer strategy-map 2"),
    "report": ("/report strategy-map", "이상해요"),
    "write": ("/line 01-three-strategies", "손님마다 설명이 달라요"),
    "people": ("/line 26-ten-names", "1. 미용실 원장님 - 예약\n2. 이웃 ㅂ - 공지"),
    "told": ("/add-person 미용실 원장님", "/add-person 이웃 ㅂ", "1번한테 보냈어요"),
    "skip": ("/line 01-three-strategies", "/skip 01-three-strategies"),
    "precheck": ("/precheck", "1"),
    "unknown": ("파란 코끼리",),
    "nothing": ("",),
    "too long": ("가" * 1001,),
}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what is read is the same on both
@pytest.mark.parametrize("name", COMMANDS)
async def test_every_command_reads_what_it_uses(learner: Chat, name: str) -> None:
    """Tapped, it is given no more of the record than it asked for; whatever stands behind it, it is no fault."""
    for argument in ("", "01-three-strategies", "strategy-map", "strategy-map 2", "01-three-strategies 줄이에요.", "3",
                     "once +30m", "pause 3d", "off", "뉴욕", "가설", "price 얼마예요?", "yes"):  # fmt: skip
        await learner.says(f"/{name} {argument}".rstrip())
        assert "잠깐 문제가" not in learner.text, argument


def chats(desk: Desk, clock: Clock, count: int) -> list[Chat]:
    """So many phones."""
    return [Chat(desk, clock, Address("telegram", f"{n}")) for n in range(count)]


async def all_say(people: list[Chat], words: str) -> list[str]:
    """At the same moment, and by a delivery that has a name of its own."""
    people[0].clock.forward(seconds=20)
    key = f"{people[0].clock.now}"
    return await asyncio.gather(*(chat.says_at_once(words, f"{key} {chat.address.id}") for chat in people))


@pytest.mark.parametrize("count", [1, 2, 40, 200])
@pytest.mark.parametrize("name", ["start", "answer", "write", "mine"])
async def test_few_statements_for_any_company(
    desk: Desk, clock: Clock, database: Database, name: str, count: int
) -> None:
    """A transaction of one turn or of sixty-four has as many statements; first meetings too."""
    people = chats(desk, clock, count)
    with counted(database) as transactions:
        for words in (*WELCOME, *SAID[name]):
            await all_say(people, words)
    assert transactions.longest <= MOST_STATEMENTS, max(transactions, key=len)
    turns = len(WELCOME) + len(SAID[name]) + 1  # whoever is met for the first time is enrolled first
    # the first to come has a transaction of their own where they came before the others
    assert len(transactions) <= turns * (1 + -(-count // MOST_TURNS))


@pytest.mark.parametrize("name", SAID)
async def test_few_statements_for_any_command(desk: Desk, clock: Clock, database: Database, name: str) -> None:
    """Whatever is said, by three at once."""
    people = chats(desk, clock, 3)
    for words in (*WELCOME, *SAID[name][:-1]):
        await all_say(people, words)
    with counted(database) as transactions:
        await all_say(people, SAID[name][-1])
    assert transactions
    assert transactions.longest <= MOST_STATEMENTS, max(transactions, key=len)


async def test_few_statements_for_anything_at_once(desk: Desk, clock: Clock, database: Database) -> None:
    """Everybody says something else, strangers among them: what writes to other tables waits for the next."""
    people = dict(zip(SAID, chats(desk, clock, len(SAID)), strict=True))
    for words in WELCOME:
        await all_say(list(people.values()), words)
    strangers = [Chat(desk, clock, Address("web", f"w{n}")) for n in range(5)]
    with counted(database) as transactions:
        for place in range(3):
            clock.forward(seconds=20)
            saying = [
                chat.says_at_once(words[place])
                for chat, words in zip(people.values(), SAID.values(), strict=True)
                if place < len(words)
            ]
            await asyncio.gather(
                *saying, *(chat.says_at_once("/write 01-three-strategies 한 줄") for chat in strangers)
            )
    assert transactions.longest <= MOST_STATEMENTS, max(transactions, key=len)
    assert max(sum("INSERT" in one for one in statements) for statements in transactions) <= MOST_TABLES + 1


async def test_a_turn_knows_what_reading_again_would_tell(
    learner: Chat, clock: Clock, database: Database, delivery: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`record.after(fact)` is the second reading: after each turn of many days both are the same."""
    after: list[Record] = []
    answer = Conversation.answer

    def noted(self: Conversation, said: Said, found: Found, now: datetime) -> Result[Any]:
        result = answer(self, said, found, now)
        if result.record:
            after.append(result.record)
        return result

    monkeypatch.setattr(Conversation, "answer", noted)
    monkeypatch.setattr(Conversation, "reads", lambda *_: ALL)
    for day in range(8):
        clock.now = TUESDAY_8 + timedelta(days=day)
        await delivery.deliver()
        await finish_lesson(learner)
        for words in (
            "계획",
            "/precheck",
            "1",
            "진도",
            "이틀 쉬기",
            "연결",
            "/report strategy-map",
            "이상해요",
            "/plan",
            "/add-person 미용실 원장님 - 예약",
            "1번 다음 주 화요일에 다시",
            "1번은 빼 줘",
        ):
            await learner.says(words)
            again = await record_at(database, learner.address, clock.now)
            assert after[-1] == again
            assert list(after[-1].histories) == list(again.histories)
    assert len(after) > 8 * 10
    assert len(again.finished) > 4


async def test_what_one_says_keeps_its_order(desk: Desk, clock: Clock, database: Database) -> None:
    """Five things said in one breath are heard one after the other, each on what the one before has left."""
    [me, *others] = chats(desk, clock, 4)
    for words in WELCOME:
        await all_say([me, *others], words)
    with counted(database) as transactions:
        said = ("오늘", "1", "융합", "계획", "/write 01-three-strategies 첫 줄")
        answers = await asyncio.gather(*(chat.says_at_once(words) for words in said for chat in (me, *others)))
    assert "확인 1/2" in answers[4]
    assert "맞아요" in answers[8]
    assert "적어 두었어요" in answers[16]
    assert len(transactions) < 8  # one for what came first, then what fits together
    assert [line.text for line in (await record_at(database, me.address)).written] == ["첫 줄"]


async def test_the_same_delivery_twice_at_once_counts_once(learner: Chat, database: Database) -> None:
    """As when a messenger loses patience and brings an update again while it is being answered."""
    await learner.says("/ask strategy-map")
    await asyncio.gather(*(learner.says_at_once("/answer strategy-map 2", key="4711") for _ in range(3)))
    assert learner.message.repeated
    assert (await record_at(database, learner.address)).histories["strategy-map"].times == 1


async def test_two_processes_hear_a_learner_one_after_the_other(
    learner: Chat, clock: Clock, course: Course, say: Texts, database: Database, database_url: str
) -> None:
    """The same update comes to both, and different ones to each: nothing is lost and nothing counts twice."""
    elsewhere = Database(database_url)
    conversation = Conversation(course, say, LANGUAGE, COMMANDS, remind, korean_holidays([2026]), {"telegram"})
    desks = (learner.desk, Desk(elsewhere, conversation, clock, Metrics()))
    await learner.says("/ask strategy-map")
    words = [f"/write 01-three-strategies 줄 {n}" for n in range(10)]
    said = [Said(learner.address, line, key=line, tapped=True) for line in words for _ in desks]
    for start in range(0, len(said), 4):  # so many may wait
        await asyncio.gather(*(desks[n % 2].respond(one) for n, one in enumerate(said[start : start + 4])))
    assert sorted(line.text for line in (await record_at(database, learner.address)).written) == [
        f"줄 {n}" for n in range(10)
    ]
    strangers = [Address("web", f"both-{n}") for n in range(20)]
    greeted = await asyncio.gather(*(desk.respond(Said(one, "시작")) for one in strangers for desk in desks))
    assert all("「나만의 일」이에요" in message.bubbles[0] for message in greeted)
    await desks[1].close()
    await elsewhere.close()


def broken(turn: Turn) -> Message:
    """A bug."""
    raise RuntimeError(turn.words)


def refused_by_the_database(turn: Turn) -> Message:
    """A fact that no database takes."""
    turn.happened(Wrote(Line(1, "01-three-strategies", None, turn.now)))  # type: ignore[arg-type] # that is the point
    return Message(("적었어요",))


@pytest.mark.parametrize("handler", [broken, refused_by_the_database])
async def test_a_bug_in_one_turn_harms_no_other(
    desk: Desk,
    clock: Clock,
    database: Database,
    handler: Callable[[Turn], Message],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Of twenty in one company two are apologised to; the others have what they said kept."""
    people = chats(desk, clock, 20)
    for words in WELCOME:
        await all_say(people, words)
    commands = {**COMMANDS, "help": Command(handler)}
    monkeypatch.setattr(desk.conversation, "_commands", commands)
    said = ["/help 비밀" if n in (3, 11) else f"/write 01-three-strategies 줄 {n}" for n in range(20)]
    answers = await asyncio.gather(*(chat.says_at_once(words) for chat, words in zip(people, said, strict=True)))
    sorry = "적어 두지 못했어요" if handler is refused_by_the_database else "적어 두신 것은 그대로"
    assert [n for n, text in enumerate(answers) if sorry in text] == [3, 11]
    for n, chat in enumerate(people):
        lines = (await record_at(database, chat.address)).written
        assert [line.text for line in lines] == ([] if n in (3, 11) else [f"줄 {n}"])
    assert caplog.text.count("turn failed") == 2
    assert "비밀" not in caplog.text
    assert "줄" not in caplog.text


async def test_a_turn_given_up_leaves_nothing(learner: Chat, database: Database) -> None:
    """As when KakaoTalk's patience ends before its transaction could begin."""
    async with database.transaction() as connection:
        await records.read(connection, [Asked(learner.address)], TUESDAY_8)  # which locks it
        given_up = asyncio.create_task(learner.says_at_once("/write 01-three-strategies 늦은 줄"))
        await asyncio.sleep(0.05)
        given_up.cancel()
        await asyncio.wait([given_up])
    await learner.says("계획")
    assert not (await record_at(database, learner.address)).written


async def test_a_flood_is_answered_once_and_harms_nobody(learner: Chat, clock: Clock, database: Database) -> None:
    """Five of one address wait; what is more is told so once, and a neighbour is answered as ever."""
    neighbour = Chat(learner.desk, clock, Address("telegram", "8"))
    talk = asyncio.create_task(neighbour.says_at_once("시작"))
    said = [Said(learner.address, f"/write 01-three-strategies 줄 {n}", tapped=True) for n in range(50)]
    answers = await asyncio.gather(*(learner.desk.respond(one) for one in said))
    text = await talk
    assert "「나만의 일」이에요" in text
    refused = [message for message in answers if "앞의 말에 아직 답하고" in message.bubbles[0]]
    assert len(refused) == 50 - MOST_WAITING
    assert [message.repeated for message in refused] == [False, *[True] * (len(refused) - 1)]
    written = (await record_at(database, learner.address)).written
    assert [line.text for line in written] == [f"줄 {n}" for n in range(MOST_WAITING)]
    assert "오늘" in await learner.says("도움말")


async def test_only_who_floods_waits_and_no_batch(learner: Chat, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too much is answered late, a neighbour is not; what was fetched with what others said is at once."""
    monkeypatch.setattr(bot.desk, "SLOWED", 3600.0)
    monkeypatch.setattr(bot.desk, "SLOWEST", 3600.0)
    said = [Said(learner.address, "진도", batched=True) for _ in range(3 * MOST_WAITING)]
    await asyncio.wait_for(asyncio.gather(*map(learner.desk.respond, said)), PATIENCE)
    flood = [asyncio.create_task(learner.desk.respond(Said(learner.address, "진도"))) for _ in said]
    await asyncio.gather(*flood[:MOST_WAITING])
    assert "「나만의 일」이에요" in await Chat(learner.desk, clock, Address("telegram", "8")).says_at_once("시작")
    assert not any(task.done() for task in flood[MOST_WAITING:])
    for task in flood:
        task.cancel()
    await asyncio.wait(flood)
    assert "진도" in (await learner.says("도움말"))  # the flood is over


@pytest.mark.parametrize(
    ("words", "fits"),
    [("가" * 1000, True), ("가" * 1001, False), ("\u1100\u1161" * 1000, True), ("\u1100\u1161" * 1001, False),
     ("a" * 300_000, False), ("9" * 30_000, False)],
)  # fmt: skip
async def test_words_are_capped_at_the_door(learner: Chat, words: str, *, fits: bool) -> None:
    """A thousand characters as people count them; what is longer leaves the question open."""
    await learner.says("/line 01-three-strategies")
    expected, shown = learner.expects, learner.labels
    said = await learner.says(words)
    assert ("1,000자까지" in said) is not fits
    assert learner.labels == shown
    assert "적어 두었어요" in await learner.says("손님마다 설명이 달라요"), expected


async def test_reminders_share_the_desk(
    desk: Desk, clock: Clock, database: Database, delivery: Delivery, post: Post
) -> None:
    """Forty due at once, while forty others talk: no transaction is longer, and all are served."""
    people = chats(desk, clock, 80)
    for words in WELCOME[:3]:
        await all_say(people, words)
    clock.now = TUESDAY_8 - timedelta(minutes=1)
    for chat in people[:40]:
        await chat.says_at_once("알림 매일 저녁 7시")
    clock.now = TUESDAY_8
    with counted(database) as transactions:
        claimed, *_ = await asyncio.gather(delivery.deliver(), *(chat.says_at_once("계획") for chat in people[:40]))
    assert claimed == 40
    assert {address.id for address, _ in post.letters} == {f"{n}" for n in range(40, 80)}
    assert transactions.longest <= MOST_STATEMENTS, max(transactions, key=len)
    assert len(transactions) < 12  # of 40 turns, 40 claims, 40 beginnings and 40 ends


async def test_a_reminder_is_three_short_transactions(
    learner: Chat, clock: Clock, database: Database, delivery: Delivery
) -> None:
    """Claimed with its message, begun, ended."""
    clock.now = TUESDAY_8
    with counted(database) as transactions:
        assert await delivery.deliver() == 1
    written = [statements for statements in transactions if statements[-1] == "COMMIT"]
    assert len(written) == 3
    assert max(map(len, written)) <= 5


async def test_a_reminder_that_no_database_takes_is_given_up(
    learner: Chat, clock: Clock, delivery: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is closed as failed, and the next day's comes."""
    conversation = delivery._decisions._conversation  # noqa: SLF001 - there is no other way in
    monkeypatch.setattr(conversation, "_reminder", refused_by_the_database)
    clock.now = TUESDAY_8
    assert await delivery.deliver() == 1
    monkeypatch.undo()
    assert "문제가 생겨 못 보냈어요" in await learner.says("내데이터")
    clock.forward(days=1)
    assert await delivery.deliver() == 1


async def test_an_unknown_address_is_not_enrolled_by_a_block(desk: Desk, database: Database) -> None:
    """Telegram tells that somebody blocked us whom we never met."""
    await desk.reachable(Address("telegram", "99"), reachable=False)
    async with database.transaction() as connection:
        [found] = await records.read(connection, [Asked(Address("telegram", "99"))], TUESDAY_8)
    assert found.record is None


async def test_what_the_database_refuses_is_told_without_words(desk: Desk, learner: Chat, database: Database) -> None:
    """Whoever takes a turn of their own gets the fault of their own: its kind and its statement, and no value."""
    record = await record_at(database, learner.address)

    def turn(found: Found, now: datetime) -> Result[None]:
        fact = Wrote(Line(1, "한 줄", None, now))  # type: ignore[arg-type] # that is the point
        return Result(None, found.record, ((record.learner.id, fact),))

    with pytest.raises(Refused, match=r"\w+ in INSERT INTO lines") as refused:
        await desk.take(Asked(learner_id=record.learner.id), turn)
    assert "줄" not in "".join(traceback.format_exception(refused.value))


async def test_a_busy_database_is_not_a_dead_one(learner: Chat, database: Database) -> None:
    """While somebody writes, the health page is answered by a connection that only reads; and so is who is due."""
    async with database.transaction() as connection:
        await records.read(connection, [Asked(learner.address)], TUESDAY_8)
        assert await database.answers()
        async with database.reading() as other:
            assert await outbox.next_moment(other) == TUESDAY_8


async def test_what_reads_little_shares_a_transaction_with_what_changes_much(learner: Chat, database: Database) -> None:
    """As when a reminder ends while its learner already answers it; but nobody changes whom they only half know."""
    id_ = (await record_at(database, learner.address)).learner.id
    screens = []

    def looks(found: Found, _now: datetime) -> Result[None]:
        assert found.record
        screens.append(found.record.learner.screen)
        return Result(None, found.record)

    def changes(found: Found, _now: datetime) -> Result[None]:
        assert found.record
        fact = Changed({"trade": "shop"})
        return Result(None, found.record.after(fact), ((id_, fact),))

    little = Asked(learner_id=id_, reads=Reads.RECENT)
    with counted(database) as transactions:
        await asyncio.gather(learner.says_at_once("진도"), learner.desk.take(little, looks))
    assert len(transactions) == 1
    assert screens == [learner.message]
    with pytest.raises(LookupError, match=r"Reads\.STUDY"):
        await learner.desk.take(little, changes)
    record = await record_at(database, learner.address)
    assert (record.learner.screen, record.learner.trade) == (learner.message, "teacher")


async def test_who_comes_back_to_a_long_talk_costs_no_more(desk: Desk, clock: Clock, database: Database) -> None:
    """Strangers, and people who had blocked us, among those whose turns write most: never more than eight."""
    people = chats(desk, clock, 12)
    for words in WELCOME:
        await all_say(people, words)
    for chat in people[6:]:
        await desk.reachable(chat.address, reachable=False)
    strangers = [Chat(desk, clock, Address("web", f"w{n}")) for n in range(6)]
    said = ["/answer strategy-map 2", "/write 01-three-strategies 한 줄"] * 3
    with counted(database) as transactions:
        await asyncio.gather(
            *(chat.says_at_once(words, f"{n}") for n, (chat, words) in enumerate(zip(people, said * 2, strict=True))),
            *(chat.says_at_once("시작", f"w{n}") for n, chat in enumerate(strangers)),
        )
    assert transactions.longest <= MOST_STATEMENTS, max(transactions, key=len)
    for chat in people:
        record = await record_at(database, chat.address)
        assert record.home(("telegram", "web")) == chat.address
        assert record.histories or record.written


async def test_a_split_transaction_keeps_everybodys_order(
    desk: Desk, clock: Clock, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While somebody's fact is refused by the database, others say four lines in a breath, strangers too."""
    [culprit, known, *_] = chats(desk, clock, 2)
    for words in WELCOME:
        await all_say([culprit, known], words)
    monkeypatch.setattr(desk.conversation, "_commands", {**COMMANDS, "help": Command(refused_by_the_database)})
    lines = [f"줄 {n}" for n in range(4)]
    for turn in range(4):
        stranger = Chat(desk, clock, Address("web", f"s{turn}"))
        talk = [chat.says_at_once(f"/write 01-three-strategies {line}") for line in lines for chat in (stranger, known)]
        bad = [culprit.says_at_once("/help")]
        await asyncio.gather(*(talk[:turn] + bad + talk[turn:]))
        clock.forward(seconds=20)
        assert [line.text for line in (await record_at(database, stranger.address)).written] == lines
        assert [line.text for line in (await record_at(database, known.address)).written][-4:] == lines


async def test_strangers_come_to_two_processes_in_any_order(
    desk: Desk, clock: Clock, course: Course, say: Texts, database_url: str
) -> None:
    """The same forty at both, from opposite ends: nobody waits for the other for ever."""
    elsewhere = Database(database_url)
    conversation = Conversation(course, say, LANGUAGE, COMMANDS, remind, korean_holidays([2026]), {"telegram"})
    other = Desk(elsewhere, conversation, clock, Metrics())
    people = [Address("web", f"both-{n}") for n in range(40)]
    greeted = await asyncio.gather(
        *(desk.respond(Said(one, "시작")) for one in people),
        *(other.respond(Said(one, "시작")) for one in people[::-1]),
    )
    assert all("「나만의 일」이에요" in message.bubbles[0] for message in greeted)
    await other.close()
    await elsewhere.close()


@pytest.mark.parametrize(
    "words",
    [
        "/skip 01-three-strategies",
        "／SKIP 01-three-strategies",
        "/write 01-three-strategies 줄",
        "/answer strategy-map 2",
        "/ring follow-30",
        "/remind follow-30",
        '"ring"',
        "kept",
    ],
)
async def test_what_only_buttons_and_the_clock_say_cannot_be_typed(
    learner: Chat, database: Database, words: str
) -> None:
    """Typed by somebody curious it is not understood; nothing is finished, answered or written by it."""
    before = await record_at(database, learner.address)
    assert "잠깐 문제가" not in await learner.types(words)
    after = await record_at(database, learner.address)
    assert (after.finished, after.histories, after.written) == (before.finished, before.histories, before.written)


async def test_what_stands_on_the_screen_may_be_typed_as_its_button_carries_it(learner: Chat) -> None:
    """A page of an earlier edition posts a button's command like words."""
    for words in ("/answer strategy-map 1", "/answer map-not-order O", "/line 01-three-strategies"):
        await learner.says(words)
    assert learner.command("건너뛰기") == "/skip 01-three-strategies"
    assert "함께한 날 1일" in await learner.types("/skip 01-three-strategies")


async def test_a_key_that_no_database_keeps_still_counts_once(learner: Chat, database: Database) -> None:
    """A page may name its attempts as it likes."""
    await learner.says("/ask strategy-map")
    for _ in range(2):
        await learner.says_at_once("/answer strategy-map 2", key="a\0b\u2028\ud800")
    assert (await record_at(database, learner.address)).histories["strategy-map"].times == 1
    clock = learner.clock
    clock.forward(seconds=20)
    await learner.says_at_once("/answer strategy-map 2", key="a\0b\u2028\ud800")
    assert (await record_at(database, learner.address)).histories["strategy-map"].times == 1


async def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    """The health page asks for a page of the file, and not only whether somebody listens."""
    (tmp_path / "broken.sqlite3").write_bytes(b"no database" * 1000)
    database = Database(f"sqlite:///{tmp_path}/broken.sqlite3")
    assert not await database.answers()
    await database.close()


async def test_who_comes_when_too_many_wait_is_told_at_once(
    desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Instead of after everybody else; whoever waits already is answered, and room comes again."""
    monkeypatch.setattr("bot.desk.MOST_QUEUED", 3)
    said = [Said(Address("web", f"q{n}"), "시작") for n in range(10)]
    answers = await asyncio.gather(*map(desk.respond, said), return_exceptions=True)
    assert [isinstance(answer, Away) for answer in answers] == [False] * 3 + [True] * 7
    assert not isinstance(await desk.respond(said[9]), Away)
