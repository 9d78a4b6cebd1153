"""No update is lost and none is done twice, whatever fails: over real sockets against the Bot API emulator."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from aiohttp import web
from lo_bot_api_emulator import ApiRefusal
from telegram import Bot

from bot.channels.telegram.calls import Wire
from bot.channels.telegram.health import Health
from bot.channels.telegram.inbox import Raw
from bot.channels.telegram.opening import Telegram, open_telegram
from bot.channels.telegram.polling import AT_ONCE, Polling, fetch
from tests.channels.telegram_api import TOKEN, Api, Conversation, Phone, hosting, serving
from tests.conftest import PATIENCE
from tests.language import SAY


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with serving(Api()) as api:
        yield api


@pytest.fixture
def talk() -> Conversation:
    return Conversation()


@pytest.fixture
def phone(api: Api) -> Phone:
    return Phone(api)


def opened(api: Api, talk: Conversation, token: str = TOKEN) -> AbstractAsyncContextManager[Telegram]:
    return open_telegram(token, talk, SAY, [], api_url=api.url, spacing=0, pause=0.01)


async def test_the_bot_starts_while_the_api_is_down_and_works_once_it_is_up(talk: Conversation) -> None:
    async with serving(Api()) as first:
        port = int(first.url.rpartition(":")[2])
    async with opened(first, talk) as telegram:
        await first.until(lambda: telegram.state() != "starting")
        assert telegram.state() == "the Bot API cannot be reached; trying again"
        async with serving(Api(), port) as api:
            await Phone(api).says("이제 되나요?")
            await api.until_sent(1)
            assert telegram.state() == "ok"


async def test_an_update_whose_turn_failed_comes_again_and_what_followed_waits(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    talk.failures = [ConnectionError("away"), ConnectionError("away"), None]
    for words in ("하나", "둘", "셋"):
        await phone.says(words)
    async with opened(api, talk):
        await api.until_sent(3)
    assert talk.words == ["하나", "하나", "하나", "둘", "셋"]
    assert len({said.key for said in talk.said}) == 3
    assert [sent["text"] for sent in api.sent()] == ["답: 하나", "답: 둘", "답: 셋"]


async def test_a_tap_whose_turn_failed_comes_again(api: Api, talk: Conversation, phone: Phone) -> None:
    talk.failures = [ConnectionError("away")]
    await phone.taps("/answer 1", phone.message(text="사실일까요?"))
    async with opened(api, talk):
        await api.until_sent(1)
    assert talk.words == ["/answer 1", "/answer 1"]


async def test_one_learners_failure_makes_nobody_else_wait_nor_hear_twice(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    await phone.says("독")
    for chat in (11, 12, 13):
        await Phone(api, chat).says(f"말 {chat}")
    async with opened(api, talk):
        await api.until_sent(3)
    assert sorted(word for word in talk.words if word != "독") == ["말 11", "말 12", "말 13"]


async def test_while_all_turns_fail_no_update_is_given_up(api: Api, talk: Conversation, phone: Phone) -> None:
    talk.failures = [ConnectionError("away")] * 6
    await phone.says("하나")
    async with opened(api, talk):
        await api.until_sent(1)
    assert talk.words == ["하나"] * 7


async def test_an_update_that_fails_while_others_get_through_is_skipped_at_last(
    api: Api, talk: Conversation, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(api, talk):
        await phone.says("독")
        await phone.says("뒤에 한 말")
        for n in range(3):
            await Phone(api, 20 + n).says("다른 사람")
            await api.until_sent(n + 1)
        await api.until(lambda: "뒤에 한 말" in talk.words)
    assert len([1 for record in caplog.records if record.levelno == logging.ERROR]) == 1
    assert "is skipped" in caplog.text


async def test_two_learners_are_heard_side_by_side_and_each_in_order(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    talk.gate.clear()
    await phone.says("기다려")
    await phone.says("그다음")
    await Phone(api, 8).says("나는 지금")
    async with opened(api, talk):
        await api.until_sent(1)
        assert talk.words == ["기다려", "나는 지금"]
        talk.gate.set()
        await api.until_sent(3)
    assert talk.words == ["기다려", "나는 지금", "그다음"]


async def test_one_learners_flood_is_handed_in_at_once_in_order_and_makes_nobody_wait() -> None:
    """Respond refuses what is too much, so the whole flood is confirmed in a round; what failed alone comes again."""
    flood: list[Raw] = [{"update_id": n, "message": {"chat": {"id": 7}}} for n in range(1, 100)]
    batch = [*flood, {"update_id": 100, "message": {"chat": {"id": 8}}}]
    came, kept, offsets, gate = list[int](), list[int](), list[int](), asyncio.Event()
    failures, asked_again = {2: ConnectionError("away")}, asyncio.Event()

    async def fetch(offset: int) -> list[Raw]:
        offsets.append(offset)
        if len(offsets) == 3:
            asked_again.set()
            await asyncio.Event().wait()
        return [raw for raw in batch if raw["update_id"] >= offset]

    async def hear(raw: Raw) -> None:
        came.append(raw["update_id"])
        if raw["update_id"] <= 5:
            await gate.wait()  # its turn; whatever more this learner says is refused
        if failure := failures.pop(raw["update_id"], None):
            raise failure
        kept.append(raw["update_id"])

    running = asyncio.create_task(Polling(fetch, hear, 0.001).run())
    while len(came) < 100:  # noqa: ASYNC110  hear has no more to tell
        await asyncio.sleep(0.001)
    assert [update_id for update_id in came if update_id < 100] == list(range(1, 100))
    assert sorted(kept) == list(range(6, 101))
    gate.set()
    await asyncio.wait_for(asked_again.wait(), PATIENCE)
    running.cancel()
    assert came[100:] == [2]
    assert sorted(kept) == list(range(1, 101))
    assert offsets == [0, 2, 101]


async def test_a_flood_takes_no_more_room_than_others_leave() -> None:
    inside, most = 0, 0

    async def fetch(offset: int) -> list[Raw]:
        if offset:
            over.set()
            await asyncio.Event().wait()
        return [{"update_id": n, "message": {"chat": {"id": n % 3}}} for n in range(1, 101)]

    async def hear(_: Raw) -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.001)
        inside -= 1

    over = asyncio.Event()
    running = asyncio.create_task(Polling(fetch, hear, 0.001).run())
    await asyncio.wait_for(over.wait(), PATIENCE)
    running.cancel()
    assert most == AT_ONCE


async def test_taps_and_words_heard_at_once_come_to_the_turn_in_their_order(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    async with opened(api, talk) as telegram:
        asked = phone.message(text="할까요?")
        tap = {"id": "q", "from": phone.user, "chat_instance": "1", "message": asked}
        mixed = [
            {"update_id": n}
            | ({"callback_query": tap | {"data": f"{n}"}} if n % 3 else {"message": asked | {"text": f"{n}"}})
            for n in range(60)
        ]
        await asyncio.gather(*map(telegram.hear, mixed))
    assert talk.words == [str(n) for n in range(60)]


async def test_strange_updates_spoil_no_batch(
    api: Api, talk: Conversation, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    """Written by hand, because the emulator gives every update an id."""
    strange: list[Any] = [None, [], {}, {"update_id": "비밀"}, {"message": phone.message(text="비밀")}]
    strange += [{"update_id": 1}, {"update_id": 2, "message": {"chat": {"id": []}, "text": "비밀"}}]
    good = {"update_id": 3, "message": phone.message(text="안녕")}
    batches, offsets = [[*strange, good], [{}], []], list[str]()

    async def answer(request: web.Request) -> web.Response:
        fields = await request.post()
        offsets.append(str(fields["offset"]))
        return web.json_response({"ok": True, "result": batches.pop(0) if batches else []})

    app, health = web.Application(), Health()
    app.router.add_post("/{bot}/getUpdates", answer)
    async with hosting(app) as url, Wire() as wire:
        bot = Bot(TOKEN, f"{url}/bot", request=wire, get_updates_request=wire)
        first = await fetch(bot, wire, health, 0.001, 0)
        assert [raw["update_id"] for raw in first] == [1, 2, 3]
        assert await fetch(bot, wire, health, 0.001, 4) == []
    assert offsets == ["0", "4", "4"]  # the second answer held nothing to confirm: asked again, after a pause
    async with opened(api, talk) as telegram:
        for raw in first:
            await telegram.hear(raw)
    assert talk.words == ["안녕"]
    assert "비밀" not in caplog.text


async def test_a_reply_that_is_slow_delays_no_other_learner_and_keeps_its_place_in_its_chat(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    api.slow_chats = {"7"}
    async with opened(api, talk):
        await phone.says("하나")
        await api.until(lambda: talk.words)
        await phone.says("둘")
        await Phone(api, 8).says("나는 지금")
        assert [sent["text"] for sent in await api.until_sent(1)] == ["답: 나는 지금"]
        assert talk.words == ["하나", "둘", "나는 지금"]
        await api.until(lambda: api.sent("getUpdates")[-1]["offset"] == "4")
        api.gate.set()
        await api.until_sent(3)
    assert [sent["text"] for sent in api.sent() if sent["chat_id"] == "7"] == ["답: 하나", "답: 둘"]


async def test_a_restart_lets_a_reply_on_its_way_arrive(api: Api, talk: Conversation, phone: Phone) -> None:
    api.slow_chats = {"7"}
    async with opened(api, talk):
        await phone.says("하나")
        await api.until(lambda: talk.words)
        asyncio.get_running_loop().call_later(0.05, api.gate.set)
    assert [sent["text"] for sent in api.sent()] == ["답: 하나"]


async def test_everything_heard_is_confirmed_and_the_wanted_kinds_are_named_each_time(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    async with opened(api, talk):
        await phone.says("하나")
        await api.until_sent(1)
        await api.until(lambda: api.sent("getUpdates")[-1]["offset"] == "2")
    async with opened(api, talk):
        await phone.says("둘")
        await api.until_sent(2)
    assert talk.words == ["하나", "둘"]
    kinds = {fields["allowed_updates"] for fields in api.sent("getUpdates")}
    assert kinds == {'["message","edited_message","callback_query","my_chat_member"]'}


async def test_a_restart_amid_a_turn_lets_it_end_and_leaves_no_task(api: Api, talk: Conversation, phone: Phone) -> None:
    talk.gate.clear()
    async with opened(api, talk):
        await phone.says("기다려")
        await api.until(lambda: talk.words)
        asyncio.get_running_loop().call_later(0.05, talk.gate.set)
    assert [sent["text"] for sent in api.sent()] == ["답: 기다려"]
    names = [task.get_coro() for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    assert not [name for name in names if "telegram" in str(name)]


async def test_a_turn_that_does_not_end_cannot_hold_up_a_stop() -> None:
    async def fetch(_: int) -> list[Raw]:
        return [{"update_id": 1}]

    async def hear(_: Raw) -> None:
        heard.append(asyncio.current_task())
        begun.set()
        await asyncio.Event().wait()

    heard: list[asyncio.Task[None] | None] = []
    begun = asyncio.Event()
    polling = Polling(fetch, hear, 0.01)
    running = asyncio.create_task(polling.run())
    await begun.wait()
    running.cancel()
    await polling.finish(asyncio.get_running_loop().time() + 0.01)
    (turn,) = heard
    assert turn is not None
    assert turn.cancelled()


async def test_a_fault_of_our_own_shows_in_the_state_and_the_log(
    api: Api, talk: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    def speechless(key: str, **_: object) -> str:
        raise LookupError(key)

    async with open_telegram(TOKEN, talk, speechless, [], api_url=api.url) as telegram:
        await api.until(lambda: telegram.state().startswith("stopped"))
    assert "the Telegram channel stopped" in caplog.text


async def test_a_refused_token_is_told_once_with_its_mending(
    api: Api, talk: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    api.faults["getMe"] = [ApiRefusal("Unauthorized", 401)] * 50
    async with opened(api, talk) as telegram:
        await api.until(lambda: len(api.tried("getMe")) > 2)
        assert "TELEGRAM_TOKEN" in telegram.state()
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == [
        f"{telegram.state()} (InvalidToken)"
    ]


async def test_a_second_poller_is_told_once_and_survived(
    api: Api, talk: Conversation, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    api.faults["getUpdates"] = [ApiRefusal("Conflict: terminated by other getUpdates request", 409)] * 3
    async with opened(api, talk) as telegram:
        await phone.says("하나")
        await api.until_sent(1)
        assert telegram.state() == "ok"
    assert caplog.text.count("another process polls with this token") == 1


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")  # read with every 429
async def test_a_slowed_down_start_ends_well(api: Api, talk: Conversation) -> None:
    slow = ApiRefusal("Too Many Requests", 429, {"retry_after": 0.01})
    api.faults = {method: [slow, slow] for method in ("getMe", "getUpdates", "setMyDescription")}
    async with opened(api, talk) as telegram:
        await api.until(lambda: ("MyShortDescription", "") in api.profile and telegram.state() == "ok")


async def test_a_server_without_descriptions_still_gets_a_working_bot(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    api.faults["getMyDescription"] = [ApiRefusal("Method not implemented", 501)] * 9
    async with opened(api, talk) as telegram:
        await phone.says("하나")
        await api.until_sent(1)
        await api.until(lambda: len(api.tried("getMyDescription")) == 5)
        assert telegram.state() == "ok"
