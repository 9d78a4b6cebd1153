"""Pushes on KakaoTalk, told by a stand-in for its Event API on real sockets."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.kakao.push import Allowed, Pace, Push, open_push
from bot.channels.kakao.result import ended, failures
from bot.message import Address, Away, Begin, Message, Said, Unreachable, Unsent, Unsure, at_once
from tests.channels.kakao_api import (
    BOT,
    EVENT,
    KEY,
    Fault,
    KakaoApi,
    event_request,
    hanging,
    late,
    refusing,
    resetting,
    resetting_at_once,
    serving,
)
from tests.channels.kakao_requests import HELLO, Ear, asked, endpoint, hears, tap
from tests.channels.kakao_rules import faults, replies, texts
from tests.conftest import PATIENCE
from tests.language import SAY

FAST = Pace(gather=0.05, pause=0.01, longest=5, connect=5, answer=5, polls=(0.005, 0.01, 0.02), known=5, grace=5)
HASTY = replace(FAST, answer=0.2)  # where nobody answers
LESSON = Message(("오늘의 레슨이에요.",))
NO_FRIEND = {"errorType": 999, "msg": "not a friend"}
SKILL_FAILED = {"errorType": 201, "msg": "Bot skill server responded with an HTTP error."}
SECRETS = (KEY, BOT, "u1", "레슨", EVENT)


@asynccontextmanager
async def pushing(api: KakaoApi, pace: Pace = FAST, event: str = EVENT, **options: Allowed) -> AsyncIterator[Push]:
    async with serving(api), open_push(api.url, KEY, BOT, event, pace=pace, **options) as push:
        yield push


async def fate(
    push: Push, user: str = "u1", message: Message = LESSON, begin: Begin = at_once
) -> type[BaseException] | None:
    """How one send ended; None when the message was sent."""
    try:
        await push.send(Address("kakao", user), message, begin)
    except (Unreachable, Unsent, Unsure) as failure:
        return type(failure)
    return None


async def fates(push: Push, *users: str) -> list[type[BaseException] | None]:
    return await asyncio.gather(*(fate(push, user) for user in users))


@pytest.fixture(autouse=True)
def discreet(caplog: pytest.LogCaptureFixture) -> Any:
    """Whatever happens, no id, key, event or word is logged."""
    caplog.set_level(logging.DEBUG, "bot")
    yield
    ours = "\n".join(
        record.getMessage() + str(record.exc_text) for record in caplog.records if record.name[:4] == "bot."
    )
    assert not [secret for secret in SECRETS if secret in ours]


async def test_a_push_names_the_event_the_learner_and_the_command() -> None:
    api = KakaoApi()
    async with pushing(api) as push:
        assert await fate(push) is None
        assert push.state() == "ok"
    assert api.calls == [
        (
            f"/v2/bots/{BOT}/talk",
            {
                "event": {"name": EVENT},
                "user": [{"type": "botUserKey", "id": "u1"}],
                "params": {"command": "/again"},
            },
        )
    ]


async def test_learners_of_the_same_moment_share_a_call() -> None:
    api = KakaoApi()
    async with pushing(api) as push:
        assert await fates(push, "u1", "u2", "u3", "u4", "u5") == [None] * 5
        assert api.users == [["u1", "u2", "u3", "u4", "u5"]]
        assert await fate(push, "u6") is None
    assert len(api.calls) == 2


async def test_a_call_holds_a_hundred_and_a_full_one_waits_for_nobody() -> None:
    api = KakaoApi()
    slow = replace(FAST, gather=3600)
    async with pushing(api, slow) as push:
        sends = [asyncio.create_task(fate(push, f"u{n}")) for n in range(150)]
        done, waiting = await asyncio.wait(sends[:100], timeout=PATIENCE)
        assert (len(done), len(waiting)) == (100, 0)
        assert [len(users) for users in api.users] == [100]
    assert await asyncio.gather(*sends[100:]) == [Unsent] * 50  # we were told to stop first


async def test_a_hundred_and_fifty_learners_are_two_calls() -> None:
    api = KakaoApi()
    async with pushing(api) as push:
        assert await fates(push, *(f"u{n}" for n in range(150))) == [None] * 150
    assert [len(users) for users in api.users] == [100, 50]
    assert len({user for users in api.users for user in users}) == 150


async def test_the_same_learner_stands_in_a_call_once() -> None:
    api = KakaoApi()
    async with pushing(api) as push:
        assert await fates(push, "u1", "u2", "u1") == [None] * 3
    assert api.users == [["u1", "u2"]]


async def test_the_development_channel_is_another_bot() -> None:
    api = KakaoApi()
    async with pushing(api) as push:
        assert await fates(push, "u1", "dev:u1", "dev:u2") == [None] * 3
    called = {path: [user["id"] for user in body["user"]] for path, body in api.calls}
    assert called == {f"/v2/bots/{BOT}/talk": ["u1"], f"/v2/bots/{BOT}!/talk": ["u1", "u2"]}


async def test_what_stands_in_the_chat_already_is_not_paid_for_again() -> None:
    api = KakaoApi()
    async with pushing(api) as push:
        assert await fate(push, message=replace(LESSON, repeated=True)) is None
    assert api.calls == []


async def test_whoever_left_is_unreachable_and_the_others_get_it() -> None:
    api = KakaoApi(failing={"u2": NO_FRIEND, "u3": SKILL_FAILED})
    async with pushing(api) as push:
        assert await fates(push, "u1", "u2", "u3") == [None, Unreachable, Unsent]
        assert push.state().startswith("degraded: KakaoTalk accepted a push and could not show it")
        assert await fate(push, "u1") is None
        assert push.state() == "ok"


@pytest.mark.parametrize(
    ("error", "lost"),
    [
        (NO_FRIEND, Unreachable),
        ({"errorType": 3, "msg": "Invalid user key"}, Unreachable),
        ("blocked by the user", Unreachable),
        (SKILL_FAILED, Unsent),
        ({"errorType": 201, "msg": "the user got no answer"}, Unsent),
        ({"errorType": 202, "msg": "Invalid json response from bot-skill."}, Unsent),
        ({"errorType": 7, "msg": "wallet"}, Unsent),
        ({}, Unsent),
        (None, Unsent),
    ],
)
async def test_alone_in_a_call_nobody_is_lost_by_a_fault_of_the_set_up(error: Any, lost: type) -> None:
    api = KakaoApi(failing={"u1": error})
    async with pushing(api) as push:
        assert await fate(push) is lost


async def test_an_unknown_key_comes_without_a_name() -> None:
    """Alone it can only be this learner; among others nobody is blamed; when all are unknown, the set-up is."""
    api = KakaoApi(unknown={"u1", "u2"})
    async with pushing(api) as push:
        assert await fate(push, "u1") is Unreachable
        assert await fates(push, "u1", "u3") == [None, None]
        assert await fates(push, "u1", "u2") == [Unsent, Unsent]


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        (refusing(401), "KAKAO_REST_API_KEY"),
        (refusing(403), "connect the app"),
        (refusing(404), "KAKAO_EVENT"),
        (refusing(400), "KAKAO_BOT_ID"),
        (refusing(302, Location="http://127.0.0.1:9/"), "KAKAO_API_URL"),
        (refusing(200, {"status": "FAIL", "taskId": "x"}), "wallet"),
        (refusing(200, {"status": "ERROR"}), "wallet"),
    ],
)
async def test_what_the_operator_must_mend_is_said_once_and_clearly(
    fault: Fault, named: str, caplog: pytest.LogCaptureFixture
) -> None:
    api = KakaoApi(faults=[fault] * 2)
    async with pushing(api) as push:
        assert await fates(push, "u1", "u2") == [Unsent] * 2
        assert await fate(push, "u1") is Unsent
        assert len(api.calls) == 2  # a refused call is not made again
        assert push.state().startswith("degraded: ")
        assert named in push.state()
        [line] = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
        assert push.state() == f"degraded: {line}"
        assert await fate(push, "u1") is None
        assert push.state() == "ok"


async def test_an_event_of_another_name_is_refused() -> None:
    api = KakaoApi()
    async with pushing(api, event="dayly_lesson") as push:
        assert await fate(push) is Unsent
        assert "KAKAO_EVENT" in push.state()


@pytest.mark.parametrize(
    "fault", [refusing(429), refusing(429, Retry_After="0"), refusing(503), refusing(429, "<html>")]
)
async def test_what_was_not_taken_in_is_called_again(fault: Fault) -> None:
    api = KakaoApi(faults=[fault] * 2)
    async with pushing(api) as push:
        assert await fate(push) is None
    assert api.users == [["u1"]] * 3


async def test_after_three_tries_it_stays_unsent() -> None:
    api = KakaoApi(faults=[refusing(429)] * 9)
    async with pushing(api) as push:
        assert await fate(push) is Unsent
        assert push.state() == "degraded: the Event API asked the bot to slow down; waiting"
    assert len(api.calls) == 3


async def test_a_429_silences_everyone_for_the_time_it_names() -> None:
    api = KakaoApi(faults=[refusing(429, Retry_After="1")])
    async with pushing(api) as push:
        first = asyncio.create_task(fate(push, "u1"))
        while push.state() == "ok":  # noqa: ASYNC110 - the answer comes to the bot, which signals nothing to tests
            await asyncio.sleep(0.005)
        assert await fate(push, "u2") is None
        assert await first is None
    assert len(api.calls) == 3
    assert all(time - api.times[0] >= 0.99 for time in api.times[1:])


async def test_a_silence_nobody_waits_for_leaves_it_unsent() -> None:
    api = KakaoApi(faults=[refusing(429, Retry_After="3600")])
    async with pushing(api) as push, asyncio.timeout(10):
        assert await fate(push, "u1") is Unsent
        assert await fate(push, "u2") is Unsent
    assert len(api.calls) == 1


@pytest.mark.parametrize(
    "fault",
    [
        refusing(500),
        refusing(502, "<html>"),
        refusing(504),
        refusing(200, "{"),
        refusing(200, "[]"),
        refusing(200, "null"),
        refusing(200, "[" * 100_000),
        refusing(200, {"status": "?"}),
        resetting,
        hanging,
    ],
)
async def test_what_may_have_been_taken_in_is_unsure_and_never_called_again(fault: Fault) -> None:
    api = KakaoApi(faults=[fault])
    async with pushing(api, HASTY if fault is hanging else FAST) as push:
        assert await fates(push, "u1", "u2") == [Unsure] * 2
        assert len(api.calls) == 1
        assert push.state() == "degraded: the Event API answers strangely; whether pushes arrive is unknown"


async def test_a_connection_reset_before_anything_was_read_is_unsure_too() -> None:
    """From here it looks the same as one reset afterwards."""
    async with resetting_at_once() as (url, met), open_push(url, KEY, BOT, EVENT, pace=FAST) as push:
        assert await fate(push) is Unsure
    assert met == [1]


async def test_a_late_answer_within_patience_is_an_answer() -> None:
    api = KakaoApi()
    api.faults = [late(api, 0.1)]
    async with pushing(api) as push:
        assert await fate(push) is None
    assert len(api.tasks) == 1


async def test_a_refused_connection_is_tried_again_until_the_api_is_back() -> None:
    async with serving(KakaoApi()) as gone:
        url = gone.url
    async with open_push(url, KEY, BOT, EVENT, pace=FAST) as push:
        assert await fate(push) is Unsent
        assert push.state() == "degraded: the Event API cannot be reached; trying again"
    api = KakaoApi()
    async with open_push(url, KEY, BOT, EVENT, pace=replace(FAST, pause=0.2)) as push:
        sending = asyncio.create_task(fate(push))
        while push.state() == "ok":  # noqa: ASYNC110 - the first try fails in the bot, which signals nothing to tests
            await asyncio.sleep(0.005)
        async with serving(api, int(url.rpartition(":")[2])):
            assert await sending is None
    assert api.users == [["u1"]]


async def test_a_result_that_is_not_there_yet_is_asked_for_again() -> None:
    api = KakaoApi(pending=2, failing={"u1": NO_FRIEND})
    async with pushing(api) as push:
        assert await fate(push) is Unreachable
    assert api.asked == 3


async def test_a_result_that_never_comes_counts_as_sent() -> None:
    api = KakaoApi(pending=float("inf"))
    async with pushing(api) as push:
        assert await fate(push) is None
        assert push.state() == "ok"
    assert api.asked == len(FAST.polls)


@pytest.mark.parametrize("fault", [refusing(404), refusing(500, "<html>"), refusing(200, "{"), resetting, hanging])
async def test_an_accepted_push_stays_sent_when_its_result_cannot_be_had(fault: Fault) -> None:
    api = KakaoApi(deaf=[fault] * len(FAST.polls))
    async with pushing(api, HASTY if fault is hanging else FAST) as push:
        assert await fate(push) is None
        assert push.state() == "ok"


async def test_asking_for_results_ends_in_time() -> None:
    api = KakaoApi(deaf=[hanging] * 9)
    async with pushing(api, replace(FAST, answer=3600, known=0.1)) as push, asyncio.timeout(10):
        assert await fate(push) is None


@pytest.mark.parametrize("body", [{"status": "SUCCESS"}, {"taskId": 5}, {"status": "SUCCESS", "taskId": None}])
async def test_a_push_accepted_without_a_task_is_sent(body: Any) -> None:
    api = KakaoApi(faults=[refusing(200, body)])
    async with pushing(api) as push:
        assert await fate(push) is None
    assert api.asked == 0


@pytest.mark.parametrize(
    ("result", "over", "lost"),
    [
        ({}, False, {}),
        ({"status": "ALL SUCCESS"}, True, {}),
        ({"status": "1 FAIL", "allRequestCount": 2, "successCount": 1, "fail": {"count": 1, "list": []}}, True, {}),
        ({"successCount": 1, "fail": {"list": [{"userId": "u2"}]}}, True, {"u2": Unreachable}),
        ({"successCount": 2}, True, {}),
        ({"allRequestCount": 2, "successCount": 1}, False, {}),
        ({"successCount": 1, "fail": {"count": 1, "list": [{"userId": "stranger"}, None, 3]}}, True, {}),
        ({"fail": {"count": 2, "list": None}}, True, {"u1": Unsent, "u2": Unsent}),
        ({"fail": [], "successCount": "2", "allRequestCount": None}, False, {}),
    ],
)
def test_a_result_is_read_whatever_it_lacks(result: Any, over: bool, lost: dict[str, type]) -> None:  # noqa: FBT001 - a column of the table
    assert ended(result, 2) is over
    assert {user: type(fate) for user, fate in failures(result, ["u1", "u2"]).items()} == lost


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_ENTRY = _JSON | st.fixed_dictionaries({"userId": st.sampled_from(["u1", "u2", "x"]), "errorMsg": _JSON})


@settings(max_examples=150)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "status": _JSON,
            "allRequestCount": _JSON,
            "successCount": _JSON,
            "userKeyResolvingFailCount": _JSON,
            "fail": _JSON | st.fixed_dictionaries({"count": _JSON, "list": _JSON | st.lists(_ENTRY, max_size=3)}),
        },
    )
)
def test_no_result_of_any_shape_names_a_stranger_or_raises(result: dict[str, Any]) -> None:
    ended(result, 2)
    assert failures(result, ["u1", "u2"]).keys() <= {"u1", "u2"}


async def test_the_cap_leaves_out_whoever_came_last() -> None:
    left = 3

    async def allowed(count: int) -> int:
        nonlocal left
        granted, left = min(count, left), max(0, left - count)
        return granted

    api = KakaoApi()
    async with pushing(api, allowed=allowed) as push:
        assert await fates(push, "u1", "u2") == [None, None]
        assert await fates(push, "u1", "u2") == [None, Unsent]
        assert await fate(push, "u1") is Unsent
        assert push.state() == "degraded: the month's cap on pushes is used up; lessons wait in the chat"
        with pytest.raises(Unsent, match="cap"):
            await push.send(Address("kakao", "u1"), LESSON)
    assert api.users == [["u1", "u2"], ["u1"]]


async def test_without_the_memory_of_what_was_paid_nothing_is_sent() -> None:
    async def allowed(count: int) -> int:
        raise Away

    api = KakaoApi()
    async with pushing(api, allowed=allowed) as push:
        assert await fate(push) is Unsent
    assert api.calls == []


@dataclass
class Ledger:
    """Stands for the table of slots: a cap that counts what has begun. `failing` users must not leave."""

    api: KakaoApi
    cap: int = 100
    failing: dict[str, Exception] = field(default_factory=dict)
    begun: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)  # what was asked for, in order, and how many calls there were

    async def allowed(self, count: int) -> int:
        self.heard.append(f"cap {count}, {len(self.api.calls)} calls")
        room = self.cap - len(self.begun)
        await asyncio.sleep(0.01)  # long enough for another call to ask as well
        return min(count, room)

    def begin(self, user: str) -> Begin:
        async def begin() -> None:
            await asyncio.sleep(0.01)
            self.heard.append(f"{user} begins, {len(self.api.calls)} calls")
            if user in self.failing:
                raise self.failing[user]
            self.begun.append(user)

        return begin

    async def send(self, push: Push, user: str) -> BaseException | None:
        """What came out of a send, itself."""
        [end] = await asyncio.gather(
            push.send(Address("kakao", user), LESSON, self.begin(user)), return_exceptions=True
        )
        return end

    async def sends(self, push: Push, *users: str) -> list[BaseException | None]:
        return await asyncio.gather(*(self.send(push, user) for user in users))


async def test_a_send_begins_after_the_cap_was_asked_and_before_the_call() -> None:
    api = KakaoApi()
    ledger = Ledger(api)
    async with pushing(api, allowed=ledger.allowed) as push:
        assert await ledger.sends(push, "u1", "u2") == [None, None]
    assert ledger.heard == ["cap 2, 0 calls", "u1 begins, 0 calls", "u2 begins, 0 calls"]
    assert api.users == [["u1", "u2"]]


async def test_the_sends_of_a_call_begin_together() -> None:
    """Each of these waits for the other."""
    api, both = KakaoApi(), asyncio.Barrier(2)

    async def begin() -> None:
        await both.wait()

    async with asyncio.timeout(10), pushing(api) as push:
        assert await asyncio.gather(*(fate(push, user, begin=begin) for user in ("u1", "u2"))) == [None, None]


@pytest.mark.parametrize("failure", [Unsent("taken over"), Away("no database"), RuntimeError()])
async def test_whoever_must_not_leave_is_left_out_alone_and_hears_why(failure: Exception) -> None:
    api = KakaoApi()
    ledger = Ledger(api, failing={"u2": failure})
    async with pushing(api) as push:
        assert await ledger.sends(push, "u1", "u2", "u3") == [None, failure, None]
    assert api.users == [["u1", "u3"]]


async def test_when_nobody_may_leave_no_call_is_made() -> None:
    api = KakaoApi()
    ledger = Ledger(api, failing={"u1": Unsent("taken over"), "u2": Away()})
    async with pushing(api) as push:
        assert await ledger.sends(push, "u1", "u2") == list(ledger.failing.values())
        assert push.state() == "ok"
    assert api.calls == []


async def test_of_two_sends_to_one_learner_one_that_may_leave_is_enough() -> None:
    api = KakaoApi()
    free, held = Ledger(api), Ledger(api, failing={"u1": Unsent("taken over")})
    async with pushing(api) as push:
        ends = await asyncio.gather(held.send(push, "u1"), free.send(push, "u1"), held.send(push, "u1"))
    assert list(ends) == [held.failing["u1"], None, held.failing["u1"]]
    assert api.users == [["u1"]]


async def test_whoever_is_beyond_the_cap_does_not_begin() -> None:
    api = KakaoApi()
    ledger = Ledger(api, cap=1)
    async with pushing(api, allowed=ledger.allowed) as push:
        assert [type(end) for end in await ledger.sends(push, "u1", "u2")] == [type(None), Unsent]
    assert ledger.begun == ["u1"]


async def test_two_calls_at_once_do_not_take_the_same_room() -> None:
    api = KakaoApi()
    api.faults = [late(api, 0.1)]  # the first is still under way when the second asks
    ledger = Ledger(api, cap=3)
    async with pushing(api, allowed=ledger.allowed) as push:
        ends = await ledger.sends(push, "u1", "u2", "dev:u1", "dev:u2")
    assert [type(end) for end in ends] == [type(None)] * 3 + [Unsent]
    assert sorted(map(len, api.users)) == [1, 2]
    assert ledger.begun == ["u1", "u2", "dev:u1"]


@pytest.mark.parametrize("fault", [refusing(429), refusing(503)])
async def test_a_call_made_again_does_not_begin_again(fault: Fault) -> None:
    api = KakaoApi(faults=[fault])
    ledger = Ledger(api)
    async with pushing(api, allowed=ledger.allowed) as push:
        assert await ledger.send(push, "u1") is None
    assert api.users == [["u1"]] * 2
    assert ledger.heard == ["cap 1, 0 calls", "u1 begins, 0 calls"]


async def test_nothing_begins_in_a_silence() -> None:
    api = KakaoApi(faults=[refusing(429, Retry_After="3600")])
    ledger = Ledger(api)
    async with pushing(api, allowed=ledger.allowed) as push:
        assert await fate(push) is Unsent
        assert isinstance(await ledger.send(push, "u1"), Unsent)
    assert ledger.begun == []


async def test_what_need_not_leave_does_not_begin() -> None:
    api = KakaoApi()
    ledger = Ledger(api)
    async with pushing(api) as push:
        assert await fate(push, message=replace(LESSON, repeated=True), begin=ledger.begin("u1")) is None
        await push.close()
        assert await fate(push, begin=ledger.begin("u1")) is Unsent
    assert ledger.heard == []


async def test_a_send_given_up_before_it_begins_or_while_it_does_takes_nobody_with_it() -> None:
    api, started, go = KakaoApi(), asyncio.Event(), asyncio.Event()
    ledger = Ledger(api)

    async def slow() -> None:
        started.set()
        await go.wait()

    async with asyncio.timeout(10), pushing(api) as push:
        before = [asyncio.create_task(fate(push, user, begin=ledger.begin("nobody"))) for user in ("u1", "u3")]
        during = asyncio.create_task(fate(push, "u2", begin=slow))
        staying = asyncio.create_task(ledger.send(push, "u3"))
        await asyncio.sleep(0)
        for sending in before:
            sending.cancel()
        await started.wait()
        during.cancel()
        await asyncio.sleep(0)
        go.set()
        assert await staying is None
    assert ledger.begun == ["u3"]
    assert api.users == [["u3"]]


async def test_told_to_stop_while_sends_begin_nothing_has_left() -> None:
    api, started = KakaoApi(), asyncio.Event()

    async def hangs() -> None:
        started.set()
        await asyncio.Future()

    async with asyncio.timeout(10), pushing(api, replace(FAST, grace=0.05)) as push:
        sending = asyncio.create_task(fate(push, begin=hangs))
        await started.wait()
    assert await sending is Unsent
    assert api.calls == []


async def test_told_to_stop_before_the_next_try_nothing_has_left() -> None:
    """The call that was refused was surely not taken in, and KakaoTalk would find nobody to ask for what to show."""
    api = KakaoApi(faults=[refusing(503)])
    async with asyncio.timeout(10), pushing(api, replace(FAST, pause=20, longest=60, grace=0.05)) as push:
        sending = asyncio.create_task(fate(push))
        while push.state() == "ok":  # noqa: ASYNC110 - the answer comes to the bot, which signals nothing to tests
            await asyncio.sleep(0.005)
    assert await sending is Unsent
    assert len(api.calls) == 1


async def test_a_send_that_is_given_up_is_not_paid_for_and_takes_nobody_with_it() -> None:
    api = KakaoApi()
    async with pushing(api) as push:
        lone = asyncio.create_task(fate(push, "dev:u1"))
        sends = [asyncio.create_task(fate(push, user)) for user in ("u1", "u2", "u1")]
        await asyncio.sleep(0)
        lone.cancel()
        sends[0].cancel()
        sends[1].cancel()
        assert await sends[2] is None
    assert api.users == [["u1"]]


async def test_told_to_stop_what_has_not_left_stays_and_what_is_under_way_may_end() -> None:
    api = KakaoApi()
    api.faults = [late(api, 0.1)]
    async with pushing(api, replace(FAST, gather=0.02)) as push:
        under_way = asyncio.create_task(fate(push, "u1"))
        while not api.calls:  # noqa: ASYNC110 - the call happens in the bot, which signals nothing to tests
            await asyncio.sleep(0.005)
        waiting = asyncio.create_task(fate(push, "u2"))
        await asyncio.sleep(0)
        await push.close()
        assert await fate(push, "u3") is Unsent
    assert (await under_way, await waiting) == (None, Unsent)
    assert list(api.tasks.values()) == [["u1"]]


async def test_a_call_that_does_not_end_does_not_hold_the_stop() -> None:
    api = KakaoApi(faults=[hanging])
    async with asyncio.timeout(10), pushing(api, replace(FAST, answer=3600, grace=0.05)) as push:
        sending = asyncio.create_task(fate(push))
        while not api.calls:  # noqa: ASYNC110 - the call happens in the bot, which signals nothing to tests
            await asyncio.sleep(0.005)
    assert await sending is Unsure
    assert not [task for task in asyncio.all_tasks() if "Push" in repr(task)]


async def test_told_to_stop_while_the_result_is_asked_for_it_is_sent() -> None:
    api = KakaoApi(deaf=[hanging])
    async with asyncio.timeout(10), pushing(api, replace(FAST, answer=3600, known=3600, grace=0.05)) as push:
        sending = asyncio.create_task(fate(push))
        while not api.asked:  # noqa: ASYNC110 - the call happens in the bot, which signals nothing to tests
            await asyncio.sleep(0.005)
    assert await sending is None


async def test_kakaotalk_asks_the_skill_and_shows_each_learner_their_stored_screen() -> None:
    screens = {
        "u1": Message(("첫째 레슨",), HELLO.buttons),
        "u2": Message(("둘째 레슨",)),
        "dev:u1": Message(("시험",)),
    }

    async def respond(said: Said) -> Message:
        assert said.words == "/again"
        return replace(screens[said.address.id], repeated=True)

    api = KakaoApi()
    async with endpoint(respond) as skill, pushing(api) as push:
        api.skill = skill
        assert await fates(push, *screens) == [None] * 3
    assert [faults(answer) for answer in api.shown] == [[]] * 3
    assert sorted(texts(answer)[0] for answer in api.shown) == ["둘째 레슨", "시험", "첫째 레슨"]
    assert {"오늘 학습": "/today"} in [replies(answer) for answer in api.shown]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"command": "/again"}, "/again"),
        ({"command": "/forget"}, ""),
        ({"command": "/again "}, ""),
        ({"command": ["/again"]}, ""),
        ({"command": None}, ""),
        ({"x": "/again"}, ""),
    ],
)
async def test_params_carry_one_harmless_command_and_no_other(params: Any, words: str) -> None:
    assert (await hears(event_request("u1", params))).words == words


async def test_a_tap_wins_over_params() -> None:
    request = tap("오늘 학습", "/today", userRequest__params={"command": "/again"})
    assert (await hears(request)).words == "/today"


async def test_typing_the_params_is_typing() -> None:
    assert (await hears(event_request("u1", {}, userRequest__utterance="command=/again"))).words == "command=/again"


async def test_a_push_whose_content_fails_still_opens_with_one_tap() -> None:
    """They said nothing, so they are not asked to say it again."""

    async def fails(said: Said) -> Message:
        raise RuntimeError

    answer = await asked(event_request("u1", {"command": "/again"}), fails)
    assert texts(answer) == [SAY("kakao-waiting")]
    assert replies(answer) == {SAY("kakao-open"): "/again"}
    ear = Ear()
    await asked(tap(SAY("kakao-open"), "/again"), ear)
    assert [said.words for said in ear.said] == ["/again"]
