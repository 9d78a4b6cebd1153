"""What a message is made of, as Telegram shows it: entities within every rule, and the plain form where they fail."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from lo_bot_api_emulator import ApiRefusal

from bot.channels.telegram.calls import Calls
from bot.channels.telegram.looks import FINISHED, SPENT, answered, keyboard
from bot.channels.telegram.opening import Telegram, open_telegram
from bot.message import Address, Button, File, Go, Message, Tone
from bot.message.blocks import Block, drawn, mark_time, marked
from tests.channels.screens import screens
from tests.channels.telegram_api import TOKEN, Api, Conversation, Phone, serving
from tests.channels.telegram_rules import faults, stretches
from tests.language import SAY

ME = Address("telegram", "7")
LONG = "긴 예시예요. " * 20
LESSON = Message(
    (marked(f"<title>레슨 1/30 · 😀 지도</title>\n\n<term>융합</term>은 잇기예요.\n\n<example>{LONG}끝</example>"),)
)
ASKED = marked("<title>확인 1/2</title>\n\n무엇일까요?\n\n<choices>1. 사실\n2. 의견</choices>")
ANSWER = Message((marked("<verdict>아쉬워요.</verdict>\n\n✗ 의견 (내 답)\n<right>✓ 사실</right> (답)"),))
YES, NO = Button("사실", Go("answer", "q 1")), Button("의견", Go("answer", "q 2"))
LATER = {"text": "30분 뒤에", "callback_data": "/snooze 30"}
UNKNOWN = ApiRefusal("Bad Request: unsupported text entity type specified")


class Written(Calls):
    """The fields that would be sent."""

    def __init__(self) -> None:
        self.fields: list[dict[str, str]] = []

    async def _call(self, method: str, fields: dict[str, str], **_: Any) -> None:
        self.fields.append(fields)


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


@pytest.fixture
async def telegram(api: Api, talk: Conversation) -> AsyncIterator[Telegram]:
    async with open_telegram(TOKEN, talk, SAY, [], api_url=api.url, spacing=0, pause=0.01) as telegram:
        yield telegram


async def written(blocks: Sequence[Block]) -> dict[str, str]:
    calls = Written()
    await calls.send_message(7, blocks)
    return calls.fields[0]


async def all_written(messages: Sequence[Message]) -> list[dict[str, str]]:
    calls = Written()
    for message in messages:
        labels = [button.label for button in message.buttons]
        for blocks in drawn(message.marked or message.bubbles, labels, times=True):
            await calls.send_message(7, blocks, keyboard(message.buttons))
    return calls.fields


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("그대로예요.", []),
        ("<title>제목</title>\n\n글", [("bold", "제목")]),
        ("😀😀 <term>융합</term> 👨‍👩‍👧 <term>개인화</term>", [("bold", "융합"), ("bold", "개인화")]),
        (f"예를 볼게요.\n\n<example>{LONG}끝</example>", [("expandable_blockquote", f"{LONG}끝")]),
        ("예를 볼게요.\n\n<example>짧아요.</example>", [("blockquote", "짧아요.")]),
        ("그래요.\n\n<source>〔보충〕</source>", [("italic", "〔보충〕")]),
        ("<source>글의 말\n〔의견〕</source>", [("blockquote", "글의 말\n〔의견〕")]),
        ("이렇게 적었어요.\n<quote>“나”</quote>\n\n좋아요.", [("blockquote", "“나”")]),
        ("지금 적힌 것: <quote>“나”</quote>", []),  # a quote needs its lines for itself
        ("힌트: 초성은 <hint>ㅇㅎ</hint>", [("spoiler", "ㅇㅎ")]),
        ("이런 답도 있어요.\n\n<answer>모범 답</answer>", [("spoiler", "모범 답")]),
        ("<list>1. 하나\n2. 둘</list>", []),
        ("😀\n\n<list>오늘 😀 — 열어요\n다음 — 넘어가요</list>", [("bold", "오늘 😀"), ("bold", "다음")]),
    ],
)
async def test_how_each_kind_looks(text: str, looks: list[tuple[str, str]]) -> None:
    [blocks] = drawn([marked(text)])
    fields = await written(blocks)
    assert stretches(fields) == looks
    assert faults(fields) == []


def test_every_screen_keeps_the_rules_and_shows_all_words() -> None:
    """Choices that the buttons carry whole apart, each bubble is the plain one to the letter."""
    messages = screens("telegram")
    sent = asyncio.run(all_written(messages))
    assert len(sent) > 1500
    assert [fields for fields in sent if faults(fields)] == []
    shown = {fields["text"] for fields in sent}
    labels = {button.label for message in messages for button in message.buttons}
    whole = [bubble for message in messages for bubble in message.bubbles if bubble not in shown]
    assert all(any(label in bubble for label in labels) for bubble in whole)


def test_every_screen_could_stand_under_a_picture() -> None:
    """Its last bubble is a caption within the rules, which looks as it would alone."""
    calls, picture = Written(), File("a.pdf", "application/pdf", b"")

    async def captions() -> None:
        for message in screens("telegram"):
            labels = [button.label for button in message.buttons]
            *_, last = drawn(message.marked or message.bubbles, labels, times=True)
            await calls.send_message(7, last, keyboard(message.buttons))
            await calls.send_file(7, picture, last, keyboard(message.buttons))

    asyncio.run(captions())
    alone, under = calls.fields[::2], calls.fields[1::2]
    assert [fields for fields in under if faults(fields)] == []
    assert list(map(stretches, under)) == list(map(stretches, alone))
    assert [fields["caption"] for fields in under] == [fields["text"] for fields in alone]


async def test_a_server_that_knows_less_gets_the_plain_form_and_is_not_asked_again(
    telegram: Telegram, api: Api
) -> None:
    """First without what is youngest; what it takes then is how it is told everything after."""
    api.faults["sendMessage"] = [UNKNOWN]
    await telegram.send(ME, LESSON)
    await telegram.send(ME, LESSON)
    assert [dict(stretches(fields)).keys() for fields in api.tried()] == [
        {"bold", "expandable_blockquote"},
        {"bold", "blockquote"},
        {"bold", "blockquote"},
    ]


async def test_a_server_that_knows_no_entities_gets_words_alone(telegram: Telegram, api: Api) -> None:
    api.faults["sendMessage"] = [UNKNOWN, UNKNOWN]
    await telegram.send(ME, LESSON)
    await telegram.send(ME, LESSON)
    assert ["entities" in fields for fields in api.tried()] == [True, True, False, False]
    assert {fields["text"] for fields in api.sent()} == {LESSON.bubbles[0]}


async def test_only_the_end_of_a_unit_has_an_effect(telegram: Telegram, api: Api) -> None:
    """And on a server that does not know it, none, and the words arrive all the same."""
    finish = Message((marked("<finish>첫 단원을 마쳤어요.</finish>\n\n오늘은 여기까지예요."),))
    await telegram.send(ME, finish)
    await telegram.send(ME, LESSON)
    assert [fields.get("message_effect_id") for fields in api.sent()] == [FINISHED, None]
    api.faults["sendMessage"] = [ApiRefusal("Bad Request: EFFECT_ID_INVALID")]
    await telegram.send(ME, finish)
    await telegram.send(ME, finish)
    assert ["message_effect_id" in fields for fields in api.tried()[2:]] == [True, False, False]


AT_8 = datetime(2026, 11, 24, 8, tzinfo=ZoneInfo("Asia/Seoul"))
COMES = Message(
    (f"다음 레슨은 {mark_time('내일(화) 오전 8시', AT_8)}에 가요.",),
    (Button("레슨 열기", Go("lesson", "1"), Tone.MAIN), Button("진도", Go("progress"))),
)


async def test_a_moment_is_one_for_whoever_reads_it_in_another_zone(telegram: Telegram, api: Api) -> None:
    """Our own words are shown, and the moment stands behind them."""
    await telegram.send(ME, COMES)
    (sent,) = api.sent()
    assert sent["text"] == "다음 레슨은 내일(화) 오전 8시에 가요."
    assert stretches(sent) == [("date_time", "내일(화) 오전 8시")]
    assert json.loads(sent["entities"])[0]["unix_time"] == datetime(2026, 11, 23, 23, tzinfo=UTC).timestamp()
    assert "date_time_format" not in sent["entities"]


async def test_the_way_on_and_what_cannot_be_taken_back_have_a_colour(telegram: Telegram, api: Api) -> None:
    """And nothing else: what is asked is not answered for anybody."""
    await telegram.send(ME, COMES)
    await telegram.send(ME, Message(("지울까요?",), (Button("모두 지우기", Go("erase", "x yes"), Tone.GRAVE), NO)))
    styles = [
        [button.get("style") for row in json.loads(sent["reply_markup"])["inline_keyboard"] for button in row]
        for sent in api.sent()
    ]
    assert styles == [["primary", None], ["danger", None]]


@pytest.mark.parametrize(
    ("refusals", "looks"),
    [
        (["Bad Request: unsupported text entity type specified"], ["time style", "style", "style"]),
        (["Bad Request: can't parse inline keyboard button: unknown style"], ["time style", "time", "time"]),
        (["Bad Request: wrong request"] * 2, ["time style", "style", "", ""]),
    ],
)
async def test_a_server_that_knows_no_moments_or_styles(
    telegram: Telegram, api: Api, refusals: list[str], looks: list[str]
) -> None:
    """What a refusal names is left out, else what is youngest; once tried it is remembered, and no button is lost."""
    api.faults["sendMessage"] = [*map(ApiRefusal, refusals)]
    await telegram.send(ME, COMES)
    await telegram.send(ME, COMES)
    tried = [
        " ".join(name for name, sign in (("time", "date_time"), ("style", '"style"')) if sign in str(fields))
        for fields in api.tried()
    ]
    assert tried == looks
    assert all("레슨 열기" in sent["reply_markup"] for sent in api.sent())


def test_of_every_screen_one_button_at_most_is_the_way_on() -> None:
    """And none beside the options of a question that is asked with them."""
    for message in screens("telegram"):
        main = [button for button in message.buttons if button.tone is Tone.MAIN]
        assert len(main) <= 1, message.bubbles
        answers = [button for button in message.buttons if button.go.command in {"answer", "prechecked"}]
        assert not (main and answers), message.bubbles


ASKED_TEXT = "확인 1/2\n\n무엇일까요?\n\n1. 사실\n2. 의견"
SPENT_KEYS = [[{"text": text, "callback_data": SPENT} | style for text, style in (
    ("✓ 사실", {"style": "success"}), ("▸ 의견", {"style": "primary"}),
)]]  # fmt: skip
SHOWN = {"text": ASKED_TEXT, "entities": [{"type": "bold", "offset": 0, "length": 6}]}


async def test_a_tapped_question_shows_what_was_chosen_and_what_was_right(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone
) -> None:
    """On its options, which stay and say nothing any more; what else stood under it goes."""
    talk.answers = [ANSWER, ANSWER]
    markup = _markup(YES, NO)
    markup["inline_keyboard"] = [[key for row in markup["inline_keyboard"] for key in row], [LATER]]
    await phone.taps(str(NO.go), phone.message(**SHOWN, reply_markup=markup))
    [edit] = await api.until_sent(1, "editMessageReplyMarkup")
    assert json.loads(edit["reply_markup"])["inline_keyboard"] == SPENT_KEYS
    await phone.taps(SPENT, phone.message(**SHOWN, reply_markup={"inline_keyboard": SPENT_KEYS}))
    await api.until(lambda: len(api.sent("answerCallbackQuery")) == 2)
    await phone.says("다음")
    await api.until_sent(2)
    assert [said.words for said in talk.said] == [str(NO.go), "다음"]
    assert not api.sent("editMessageText")


async def test_where_buttons_have_no_style_words_say_what_was_right(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone
) -> None:
    """In their place, beside the question's own looks; it is tried once."""
    talk.answers = [ANSWER, ANSWER]
    api.faults["editMessageReplyMarkup"] = [ApiRefusal("Bad Request: can't parse inline keyboard button: style")]
    for count in (1, 2):
        await phone.taps(str(NO.go), phone.message(**SHOWN, reply_markup=_markup(YES, NO)))
        await api.until_sent(count)
        *_, edit = await api.until_sent(count, "editMessageText")
        assert edit["text"] == f"{ASKED_TEXT}\n\n▸ 의견\n✓ 사실"
        assert stretches(edit) == [("bold", "확인 1/2")]
        assert "reply_markup" not in edit
    assert len(api.tried("editMessageReplyMarkup")) == 1


@pytest.mark.parametrize(
    ("options", "asked", "chosen", "right", "shown"),
    [
        ([["사실", "의견"]], "무엇일까요?", "사실", "✓ 사실", [["✓ 사실", "의견"]]),
        ([["O", "X"]], "맞을까요?", "O", "✓ X", [["▸ O", "✓ X"]]),
        ([["1번", "2번"]], "고를까요?\n\n1. 하나뿐인 답\n2. 둘", "2번", "✓ 하나뿐인 답", [["✓ 1번", "▸ 2번"]]),
        ([["가", "나"]], "이어 볼까요?", "가", "✓ 개인화 — 꽃다발", []),
    ],
)
def test_which_button_was_right(
    options: list[list[str]], asked: str, chosen: str, right: str, shown: list[list[str]]
) -> None:
    """The one that says it, or whose number stands before it; where there is none, words have to say it."""
    keys = answered(options, asked, chosen, f"▸ {chosen}", right)
    assert [[key["text"] for key in row] for row in keys] == shown


def _markup(*buttons: Button) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": one.label, "callback_data": str(one.go)}] for one in buttons]}


async def test_a_typed_answer_gets_a_reaction_and_small_talk_none(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone
) -> None:
    talk.answers = [ANSWER, Message(("고마워요.",)), ANSWER]
    for words in ("2번", "고마워", "1번"):
        await phone.says(words)
    await api.until_sent(3)
    reactions = await api.until_sent(2, "setMessageReaction")
    assert [reaction["reaction"] for reaction in reactions] == ['[{"type":"emoji","emoji":"✍"}]'] * 2


async def test_a_server_without_reactions_is_not_asked_again(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone
) -> None:
    talk.answers = [ANSWER, ANSWER]
    api.faults["setMessageReaction"] = [ApiRefusal("Not Found: method not found", 404)] * 2
    await phone.says("2번")
    await api.until(lambda: len(api.tried("setMessageReaction")) == 1)
    await phone.says("1번")
    await api.until_sent(2)
    assert len(api.tried("setMessageReaction")) == 1


async def test_an_album_gets_one_answer_and_its_words_are_read(
    telegram: Telegram, api: Api, talk: Conversation, phone: Phone
) -> None:
    """With whichever picture the words came; a second album is another."""
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]
    await phone.sends(photo=photo, media_group_id="1", caption="가격은 3만 원이에요")
    await phone.sends(photo=photo, media_group_id="1")
    await phone.sends(photo=photo, media_group_id="2")
    await phone.sends(photo=photo, media_group_id="2", caption="이건 견본이에요")
    await api.until_sent(3)
    assert [(said.words, said.key) for said in talk.said] == [
        ("가격은 3만 원이에요", "album:1:words"), ("", "album:2"), ("이건 견본이에요", "album:2:words"),
    ]  # fmt: skip
