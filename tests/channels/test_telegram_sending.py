"""Messages to Telegram: how they look, and what each refusal means for the one who sent them."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from lo_bot_api_emulator import ApiRefusal
from telegram.error import BadRequest

from bot.channels.telegram.looks import rows
from bot.channels.telegram.opening import Telegram, open_telegram
from bot.channels.telegram.refusals import reason_of
from bot.message import Address, Button, Go, Message, Tone, Unreachable, Unsent, Unsure
from tests.channels.telegram_api import TOKEN, Api, Conversation, Phone, serving
from tests.language import SAY

ADDRESS = Address("telegram", "7")

# the library announces a changed type whenever a 429 is read
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with serving(Api()) as api:
        yield api


@pytest.fixture
def talk() -> Conversation:
    return Conversation()


@pytest.fixture
async def telegram(api: Api, talk: Conversation) -> AsyncIterator[Telegram]:
    async with open_telegram(TOKEN, talk, SAY, [], api_url=api.url, spacing=0, pause=0.01) as telegram:
        yield telegram


@pytest.mark.parametrize(
    ("labels", "shape"),
    [
        ("1 2 3", [3]),
        ("1 2 3 4", [2, 2]),
        ("1 2 3 4 5", [3, 2]),
        ("사실 의견", [2]),
        ("사실 의견 잘모르겠어요", [2, 1]),
        ("다음조각으로넘어가기 사실 의견 오늘은여기까지할게요", [1, 2, 1]),
        ("가 나 다 모르겠어요", [3, 1]),
        ("하루 3일 일주일 알림꺼줘요 가볍게한주", [3, 2]),
        ("힌트 모르겠어요", [2]),
    ],
)
def test_buttons_stand_in_even_rows_a_phone_shows_uncut(labels: str, shape: list[int]) -> None:
    buttons = [Button(label, Go("x")) for label in labels.split()]
    shown = list(rows(buttons))
    assert [len(row) for row in shown] == shape
    assert [button for row in shown for button in row] == buttons


def test_the_way_on_stands_alone_where_one_is_left_over() -> None:
    way = Button("확인 문제", Go("ask"), Tone.MAIN)
    later, less = Button("30분 뒤에", Go("later")), Button("덜 자주", Go("less"))
    assert [*rows([way, later, less])] == [[way], [later, less]]
    assert [*rows([way, later])] == [[way, later]]


async def test_a_link_is_shown_without_a_picture_of_its_page(telegram: Telegram, api: Api) -> None:
    for text in ("3.5점이에요. 다음", "https://example.com", "example.com 이에요"):
        await telegram.send(ADDRESS, Message((text,)))
    assert [sent.get("link_preview_options") for sent in api.sent()] == [None, *['{"is_disabled":true}'] * 2]


@pytest.mark.parametrize(
    "text", ["100% & 반값=절반+덤", "줄\n바꿈\t칸", "😀👨‍👩‍👧 e\u0301", "<b>굵게</b> _밑줄_ %41", "\u2028 끝"]
)
async def test_a_text_arrives_letter_by_letter(telegram: Telegram, api: Api, text: str) -> None:
    await telegram.send(ADDRESS, Message((text,)))
    assert [sent["text"] for sent in api.sent()] == [text]


@pytest.mark.parametrize(
    ("refusal", "raised"),
    [
        (ApiRefusal("Forbidden: bot was blocked by the user", 403), Unreachable),
        (ApiRefusal("Forbidden: user is deactivated", 403), Unreachable),
        (ApiRefusal("Forbidden: bot can't initiate conversation with a user", 403), Unreachable),
        (ApiRefusal("Bad Request: chat not found"), Unreachable),
        (ApiRefusal("Bad Request: PEER_ID_INVALID"), Unreachable),
        (ApiRefusal("Bad Request: wrong type of the web page content"), BadRequest),
        (ApiRefusal("Unauthorized", 401), Unsent),
        (ApiRefusal("Bad Gateway", 502), Unsure),
        (ApiRefusal("Too Many Requests: retry after 3600", 429, {"retry_after": 3600}), Unsent),
    ],
    ids=lambda value: getattr(value, "description", None),
)
async def test_a_refused_message_is_never_sent_again_and_says_what_it_means(
    telegram: Telegram, api: Api, refusal: ApiRefusal, raised: type[Exception]
) -> None:
    api.faults["sendMessage"] = [refusal]
    with pytest.raises(raised):
        await telegram.send(ADDRESS, Message(("알림",)))
    assert len(api.tried()) == 1


@pytest.mark.parametrize("lane", ["send", "reply"])
@pytest.mark.parametrize(
    ("description", "text", "buttons"),
    [
        ("Bad Request: message is too long", "가" * 399 + "…", True),
        ("Bad Request: can't parse entities: byte offset 3", "가" * 399 + "…", True),
        ("Bad Request: BUTTON_DATA_INVALID", "가" * 900, False),
        ("Bad Request: reply markup is too long", "가" * 900, False),
    ],
)
async def test_what_our_fault_made_unsendable_arrives_once_in_a_plainer_form_and_is_reported(
    telegram: Telegram,
    api: Api,
    talk: Conversation,
    caplog: pytest.LogCaptureFixture,
    lane: str,
    description: str,
    text: str,
    buttons: bool,  # noqa: FBT001  a column of the table
) -> None:
    api.faults["sendMessage"] = [ApiRefusal(description)]
    message = Message(("가" * 900,), (Button("퀴즈", Go("quiz")),))
    if lane == "send":
        await telegram.send(ADDRESS, message)
    else:
        talk.answers = [message]
        await Phone(api).says("퀴즈")
    (sent,) = await api.until_sent(1)
    assert (sent["text"], "reply_markup" in sent) == (text, buttons)
    (alert,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert description.removeprefix("Bad Request: ").lower() in alert.getMessage().lower()
    assert "가" not in caplog.text


def test_of_a_refusal_only_the_servers_own_words_are_told() -> None:
    """It may quote the message, in whatever language."""
    quoting = BadRequest('Can\'t parse entities: unsupported start tag "secret" at byte offset 17: 남몰래 SECRET')
    assert reason_of(quoting) == "BadRequest: Can't parse entities: byte offset 17"
    assert reason_of(BadRequest("WEBPAGE_CURL_FAILED secret")) == "BadRequest: WEBPAGE_CURL_FAILED"
    assert reason_of(BadRequest("secret")) == "BadRequest"


async def test_what_stays_unsendable_is_tried_twice_and_no_more(telegram: Telegram, api: Api) -> None:
    api.faults["sendMessage"] = [ApiRefusal("Bad Request: message is too long")] * 5
    with pytest.raises(BadRequest):
        await telegram.send(ADDRESS, Message(("알림",)))
    assert len(api.tried()) == 2


async def test_a_chat_that_moved_is_followed(telegram: Telegram, api: Api) -> None:
    moved = {"migrate_to_chat_id": -100123}
    api.faults["sendMessage"] = [ApiRefusal("Bad Request: group chat was upgraded", 400, moved)]
    await telegram.send(Address("telegram", "-5"), Message(("알림",)))
    assert [sent["chat_id"] for sent in api.sent()] == ["-100123"]


async def test_only_a_push_makes_a_sound_and_only_once(telegram: Telegram, api: Api, talk: Conversation) -> None:
    talk.answers = [Message(("하나", "둘"))]
    await Phone(api).says("안녕")
    await api.until_sent(2)
    await telegram.send(ADDRESS, Message(("셋", "넷")))
    silent = {sent["text"]: "disable_notification" in sent for sent in api.sent()}
    assert silent == {"하나": True, "둘": True, "셋": False, "넷": True}


@pytest.mark.parametrize("paid", [True, False])
async def test_only_pushes_are_paid_for_and_only_when_the_operator_wants_it(
    api: Api,
    talk: Conversation,
    paid: bool,  # noqa: FBT001  a column of the table
) -> None:
    async with open_telegram(TOKEN, talk, SAY, [], api_url=api.url, spacing=0, paid=paid) as telegram:
        await Phone(api).says("안녕")
        await api.until_sent(1)
        await telegram.send(ADDRESS, Message(("하나", "둘")))
    assert [sent.get("allow_paid_broadcast") for sent in api.sent()] == [None, *["true" if paid else None] * 2]


async def test_a_reply_is_not_last_though_sixty_lessons_were_asked_for_first(
    telegram: Telegram, api: Api, talk: Conversation
) -> None:
    """Over real sockets; tests/channels/test_telegram_lanes.py has the exact times."""
    lessons = [
        asyncio.create_task(telegram.send(Address("telegram", f"{n}"), Message(("수업",)))) for n in range(100, 160)
    ]
    await api.until(lambda: len(api.sent()) >= 3)
    await Phone(api).says("안녕")
    await api.until(lambda: any(sent["text"] == "답: 안녕" for sent in api.sent()))
    assert len(api.sent()) < 60
    for lesson in lessons:
        lesson.cancel()
    await asyncio.gather(*lessons, return_exceptions=True)


async def test_a_part_that_arrived_leaves_us_unsure(telegram: Telegram, api: Api) -> None:
    api.faults["sendMessage"] = [None, ApiRefusal("Too Many Requests", 429, {"retry_after": 3600})]
    with pytest.raises(Unsure):
        await telegram.send(ADDRESS, Message(("하나", "둘")))
    assert [len(api.tried()), len(api.sent())] == [2, 1]


@pytest.mark.parametrize("kind", ["0", "1"], ids=["seconds as a number", "seconds as a timedelta"])
async def test_after_a_429_the_whole_bot_is_silent_for_as_long_as_asked(
    telegram: Telegram, api: Api, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", kind)
    api.faults["sendMessage"] = [ApiRefusal("Too Many Requests", 429, {"retry_after": 0.2})]
    now = asyncio.get_running_loop().time
    first = asyncio.create_task(telegram.send(ADDRESS, Message(("하나",))))
    await api.until(api.tried)
    refused_at = now()
    await asyncio.sleep(0.02)
    await telegram.send(Address("telegram", "8"), Message(("둘",)))
    assert now() - refused_at > 0.15
    with pytest.raises(Unsent):  # it is tried again by whoever sends it
        await first
    assert [sent["text"] for sent in api.sent()] == ["둘"]
    assert len(api.tried()) == 2


async def test_a_429_on_a_tap_silences_everything_as_well(telegram: Telegram, api: Api, talk: Conversation) -> None:
    """Marking the tap, its reply and a push all wait for the end; none is lost but the acknowledgement."""
    api.faults["answerCallbackQuery"] = [ApiRefusal("Too Many Requests", 429, {"retry_after": 0.2})]
    talk.gate.clear()
    phone, now = Phone(api), asyncio.get_running_loop().time
    asked = {"inline_keyboard": [[{"text": "네", "callback_data": "기다려"}]]}
    await phone.taps("기다려", phone.message(text="준비됐나요?", reply_markup=asked))
    await api.until(lambda: api.tried("answerCallbackQuery"))
    refused_at = now()
    await asyncio.sleep(0.05)
    talk.gate.set()
    await telegram.send(Address("telegram", "8"), Message(("수업",)))
    assert now() - refused_at > 0.15
    await api.until_sent(1, "editMessageText")
    assert sorted(sent["text"] for sent in await api.until_sent(2)) == ["답: 기다려", "수업"]


async def test_in_a_silence_a_tap_is_not_marked_either(telegram: Telegram, api: Api) -> None:
    api.faults["sendMessage"] = [ApiRefusal("Too Many Requests", 429, {"retry_after": 0.2})]
    sending = asyncio.create_task(telegram.send(ADDRESS, Message(("수업",))))
    await api.until(api.tried)
    refused_at = asyncio.get_running_loop().time()
    await asyncio.sleep(0.02)
    await Phone(api).taps("/quiz", Phone(api).message(text="할까요?"))
    await api.until_sent(1, "answerCallbackQuery")
    assert asyncio.get_running_loop().time() - refused_at > 0.15
    with pytest.raises(Unsent):
        await sending


async def test_a_reply_that_cannot_arrive_endangers_nothing(telegram: Telegram, api: Api, talk: Conversation) -> None:
    api.faults["sendMessage"] = [
        ApiRefusal("Forbidden: bot was blocked by the user", 403),
        ApiRefusal("Bad Gateway", 502),
        ApiRefusal("Bad Request: wrong type of the web page content"),
    ]
    phone = Phone(api)
    for words in ("하나", "둘", "셋", "넷"):
        await phone.says(words)
    assert [sent["text"] for sent in await api.until_sent(1)] == ["답: 넷"]
    assert talk.words == ["하나", "둘", "셋", "넷"]
