"""The Telegram channel against an independent Bot API emulator, over real sockets in both directions."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Any

import aiohttp
import pytest
from lo_bot_api_emulator import ApiRefusal

from bot.channels.telegram.opening import Telegram, open_telegram
from bot.message import Address, Button, Go, Message, Said
from tests.channels.telegram_api import TOKEN, Api, Conversation, Phone, serving
from tests.language import SAY

MENU = [("today", "오늘의 한 조각"), ("help", "도움말")]
ADDRESS = Address("telegram", "7")
ASKED = {
    "inline_keyboard": [
        [{"text": "사실", "callback_data": "/answer 1"}, {"text": "의견", "callback_data": "/answer 2"}]
    ]
}


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


def opened(api: Api, talk: Conversation, **more: Any) -> AbstractAsyncContextManager[Telegram]:
    return open_telegram(TOKEN, talk, SAY, MENU, api_url=api.url, spacing=0, pause=0.01, **more)


@pytest.fixture
async def telegram(api: Api, talk: Conversation) -> AsyncIterator[Telegram]:
    async with opened(api, talk) as telegram:
        yield telegram


# What a learner says


async def test_start_arrives_with_its_payload_and_is_answered(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone
) -> None:
    await phone.says("/start campaign-1")
    (sent,) = await api.until_sent(1)
    assert talk.said == [Said(ADDRESS, "/start campaign-1", "1")]
    assert (sent["chat_id"], sent["text"]) == ("7", "답: /start campaign-1")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"text": "/today@lesson_bot 3"}, "/today 3"),
        ({"text": "메일은 a@b.kr"}, "메일은 a@b.kr"),
        (
            {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}], "caption": "오늘 쓴 글"},
            "오늘 쓴 글",
        ),
        ({"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}}, ""),
        (
            {
                "sticker": {
                    "file_id": "f",
                    "file_unique_id": "u",
                    "type": "regular",
                    "width": 9,
                    "height": 9,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "",
        ),
    ],
)
async def test_what_a_message_says(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone, content: Any, words: str
) -> None:
    await phone.sends(**content)
    await api.until_sent(1)
    assert talk.words == [words]


@pytest.mark.parametrize(
    "content",
    [
        {"chat": {"id": -100, "type": "group", "title": "모임"}, "text": "안녕"},
        {"write_access_allowed": {"from_request": True}},
        {},
    ],
    ids=["a group's talk", "a service message", "a shape the library does not know"],
)
async def test_what_is_not_said_to_us_is_passed_over(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone, content: Any
) -> None:
    message = phone.message(**content) if content else {"message_id": "?"}
    await api.enqueue_update({"message": message}, token=TOKEN)
    await phone.says("다음")
    await api.until_sent(1)
    assert talk.words == ["다음"]


async def test_bubbles_come_in_order_with_the_keyboard_under_the_last(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone
) -> None:
    talk.answers = [
        Message(("<b>하나</b>", "둘", "셋"), (Button("퀴즈", Go("quiz")), Button("내 계획 이어서 쓰기", Go("plan"))))
    ]
    await phone.says("/today")
    sent = await api.until_sent(3)
    assert [bubble["text"] for bubble in sent] == ["<b>하나</b>", "둘", "셋"]
    assert ["reply_markup" in bubble for bubble in sent] == [False, False, True]
    assert json.loads(sent[2]["reply_markup"])["inline_keyboard"] == [
        [{"text": "퀴즈", "callback_data": "/quiz"}],
        [{"text": "내 계획 이어서 쓰기", "callback_data": "/plan"}],
    ]
    assert not any("parse_mode" in bubble for bubble in sent)


async def test_an_answer_given_before_is_not_sent_again(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone
) -> None:
    talk.answers = [Message(("전에 한 답",), repeated=True), Message(("새 답",))]
    await phone.says("하나")
    await phone.says("둘")
    assert [sent["text"] for sent in await api.until_sent(1)] == ["새 답"]


# Taps


async def test_a_tap_is_acknowledged_marked_and_answered(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone
) -> None:
    await phone.taps("/answer 2", phone.message(text="사실일까요?", reply_markup=ASKED))
    await api.until_sent(1)
    (edit,) = await api.until_sent(1, "editMessageText")
    assert talk.said == [Said(ADDRESS, "/answer 2", "1", tapped=True)]
    assert [fields["callback_query_id"] for fields in api.sent("answerCallbackQuery")] == ["q1"]
    assert (edit["chat_id"], edit["message_id"], edit["text"]) == ("7", "5", "사실일까요?\n\n▸ 의견")
    assert "reply_markup" not in edit  # which takes the keyboard away
    methods = [method for method, _ in api.calls]
    assert methods.index("answerCallbackQuery") < methods.index("editMessageText")


async def test_a_tap_is_acknowledged_while_its_turn_still_works(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone
) -> None:
    talk.gate.clear()
    keyboard = {"inline_keyboard": [[{"text": "네", "callback_data": "기다려"}]]}
    await phone.taps("기다려", phone.message(text="준비됐나요?", reply_markup=keyboard))
    await api.until_sent(1, "editMessageText")
    assert not api.sent()
    talk.gate.set()
    await api.until_sent(1)


async def test_a_tap_counts_even_when_nothing_of_it_can_be_shown(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone
) -> None:
    api.faults = {
        "answerCallbackQuery": [
            ApiRefusal("Bad Request: query is too old and response timeout expired or query ID is invalid")
        ],
        "editMessageText": [ApiRefusal("Bad Request: message is not modified")],
    }
    await phone.taps("/answer 2", phone.message(text="사실일까요?", reply_markup=ASKED))
    await phone.taps("/answer 1", {"message_id": 3, "date": 0, "chat": phone.chat})  # too old for the server to show
    await phone.taps("/answer 1", phone.message(text="단추가 이미 없어요"))
    await api.until_sent(3)
    assert talk.words == ["/answer 2", "/answer 1", "/answer 1"]
    assert len(api.tried("editMessageText")) == 1
    assert len(api.tried("answerCallbackQuery")) == 3


# What the bot shows before anyone speaks


async def test_menu_and_descriptions_are_korean_for_everyone_and_set_only_once(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    async def starts(times: int) -> None:
        async with opened(api, talk):
            # everyone else's short description is what is looked at last
            await api.until(lambda: len(api.sent("getMyShortDescription")) == 2 * times)
            await api.until(lambda: ("MyShortDescription", "") in api.profile)

    await starts(1)
    await starts(2)
    commands = [{"command": "today", "description": "오늘의 한 조각"}, {"command": "help", "description": "도움말"}]
    for language in ("ko", ""):
        assert api.profile["MyCommands", language] == commands
        assert api.profile["MyDescription", language] == SAY("telegram-description")
        assert api.profile["MyShortDescription", language] == SAY("telegram-short-description")
    assert [len(api.sent(f"setMy{what}")) for what in ("Commands", "Description", "ShortDescription")] == [2, 2, 2]


def test_descriptions_fit_their_places() -> None:
    assert len(SAY("telegram-description")) <= 512
    assert len(SAY("telegram-short-description")) <= 120


async def test_a_webhook_of_earlier_days_is_taken_away_and_nothing_waiting_is_lost(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    async with aiohttp.ClientSession() as other:
        await other.post(f"{api.url}/bot{TOKEN}/setWebhook", data={"url": "http://127.0.0.1:9/gone"})
    await phone.says("기다린 말")
    async with opened(api, talk):
        await api.until_sent(1)
    assert talk.words == ["기다린 말"]


# Who left, and what is not told


async def test_hand_written_my_chat_member_updates_tell_who_left_and_who_came_back(
    api: Api, talk: Conversation, phone: Phone
) -> None:
    told: list[tuple[Address, bool]] = []

    async def on_reachable(address: Address, can: bool) -> None:  # noqa: FBT001  the channel's contract
        told.append((address, can))

    def change(status: str) -> dict[str, Any]:
        bot = {"id": 4242, "is_bot": True, "first_name": "봇"}
        new = {"user": bot, "status": status, "until_date": 0}
        old = {"user": bot, "status": "left"}
        member = {"chat": phone.chat, "from": phone.user, "date": 1, "old_chat_member": old, "new_chat_member": new}
        return {"update_id": 9, "my_chat_member": member}

    async with opened(api, talk, on_reachable=on_reachable) as telegram:
        for status in ("kicked", "member", "left"):
            await telegram.hear(change(status))
    assert told == [(ADDRESS, False), (ADDRESS, True)]


async def test_no_log_line_holds_a_token_an_id_or_a_word(
    api: Api, talk: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    # from INFO: below it the library itself logs every parameter; the whole of our own is looked at
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, "bot")
    phone = Phone(api, 987654321)
    api.faults = {
        "getMe": [ApiRefusal("Unauthorized", 401), ApiRefusal("Bad Gateway", 502)],
        "getUpdates": [ApiRefusal("Conflict: terminated by other getUpdates request", 409)],
        "sendMessage": [ApiRefusal("Forbidden: bot was blocked by the user", 403), ApiRefusal("Bad Request: no", 400)],
        "answerCallbackQuery": [ApiRefusal("Bad Request: query is too old")],
    }
    talk.failures = [OSError("[parameters: 비밀스러운 말]")]
    async with opened(api, talk):
        await phone.says("비밀스러운 말")
        await phone.taps("/answer 2", phone.message(text="비밀스러운 말", reply_markup=ASKED))
        await phone.says("비밀스러운 말")
        await api.until(lambda: len(api.tried()) == 3)
    async with open_telegram(TOKEN, talk, SAY, MENU, api_url="http://127.0.0.1:9", pause=0.01) as telegram:
        await api.until(lambda: "reached" in telegram.state())
    assert "cannot be reached" in caplog.text
    for secret in ("AA-secret-part", "987654321", "비밀", "/answer"):
        assert secret not in caplog.text
