"""What a message is made of, as KakaoTalk shows it: cards within every rule, and nothing lost or said twice."""

import logging
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from bot.channels.kakao.skill import skill_answer
from bot.message import Button, Go, Message, utf16_length
from bot.message.blocks import marked
from tests.channels.kakao_rules import faults, taps, texts
from tests.channels.screens import screens
from tests.conftest import Chat

YES, NO = (Button(label, Go("answer", f"q {n}")) for n, label in enumerate(("사실", "의견"), 1))
UNKNOWN = Button("모르겠어요", Go("answer", "q 모르겠어요"))
MORE = tuple(Button(f"더 {n}", Go("more", f"{n}")) for n in range(4))


def kinds(message: Message) -> list[str]:
    """The kinds of the outputs, top to bottom."""
    answer = skill_answer(message)
    assert faults(answer) == []
    return [kind for output in answer["template"]["outputs"] for kind in output]


def simple(output: dict[str, Any]) -> str:
    """The text of an output that is no card, or ""."""
    return str(output.get("simpleText", {}).get("text", ""))


def stay(message: Message) -> list[str]:
    """The labels that stay in the chat when the next message comes."""
    quick = skill_answer(message)["template"].get("quickReplies", [])
    return [one["messageText"] for one in taps(skill_answer(message)) if one not in quick]


@pytest.mark.parametrize(
    ("bubble", "kind"),
    [
        ("그대로예요.", "simpleText"),
        ("<title>레슨 1/30 · 지도</title>\n\n글이에요.", "textCard"),
        (f"<title>레슨 1/30 · 지도</title>\n\n{'긴 글 ' * 140}", "simpleText"),
        (f"<title>{'긴 제목' * 20}</title>\n\n글이에요.", "simpleText"),
        ("<title>목차</title>\n\n<list>1단원 가\n2단원 나</list>", "listCard"),
        ("<title>목차</title>\n\n<list>1. 가\n2. 나\n3. 다\n4. 라\n5. 마\n6. 바</list>", "carousel"),
        ("<title>목차</title>\n\n<list>" + "\n".join(f"{n}. 가" for n in range(1, 22)) + "</list>", "textCard"),
        ("<fact>함께한 날</fact> 3일\n<fact>레슨</fact> 3/30\n<fact>알림:</fact> 평일", "itemCard"),
        ("<fact>함께한 날</fact> 3일\n<fact>레슨</fact> 3/30", "simpleText"),
        ("<fact>아주 긴 이름이에요</fact> 1\n<fact>레슨</fact> 2\n<fact>알림</fact> 3", "simpleText"),
    ],
)
def test_the_card_that_fits(bubble: str, kind: str) -> None:
    assert kinds(Message((marked(bubble),), MORE)) == [kind]


def test_the_buttons_of_a_question_stay_when_the_next_message_comes() -> None:
    """Those that answer it, where there are more; a few stay anyway; of many none does."""
    asked = marked("<title>확인 1/2</title>\n\n무엇일까요?\n\n<choices>1. 사실\n2. 의견</choices>")
    assert stay(Message((asked,), (YES, NO))) == ["사실", "의견"]
    assert stay(Message((asked,), (YES, NO, UNKNOWN, MORE[0]))) == ["사실", "의견"]
    assert stay(Message((asked,), MORE)) == []
    assert texts(skill_answer(Message((asked,), (YES, NO)))) == ["확인 1/2\n\n무엇일까요?"]


def test_a_row_does_what_the_button_of_its_number_does() -> None:
    units = tuple(Button(f"{n}단원", Go("contents", f"{n}")) for n in (1, 2, 12))
    listed = marked("<title>목차</title>\n\n<list>1단원 가\n하나\n\n2단원 나\n둘\n\n3단원 다\n셋</list>")
    answer = skill_answer(Message((listed,), units))
    [card] = answer["template"]["outputs"]
    rows = card["listCard"]["items"]
    assert [row.get("extra", {}).get("command") for row in rows] == ["/contents 1", "/contents 2", None]
    assert [row["description"] for row in rows] == ["하나", "둘", "셋"]
    assert [one["label"] for one in answer["template"]["quickReplies"]] == ["12단원"]


def test_a_row_does_what_the_button_of_its_name_does() -> None:
    """So the names do not stand twice, on the card and below it."""
    laws = tuple(Button(name, Go("law", name)) for name in ("현금영수증", "현금", "후기"))
    listed = marked("<title>법 카드</title>\n\n<list>현금영수증 · 126\n후기 · 1372</list>")
    answer = skill_answer(Message((listed,), laws))
    rows = answer["template"]["outputs"][0]["listCard"]["items"]
    assert [row["extra"]["command"] for row in rows] == ["/law 현금영수증", "/law 후기"]
    assert [one["label"] for one in answer["template"]["quickReplies"]] == ["현금"]


def test_what_stands_before_a_list_is_read_before_it() -> None:
    listed = marked("<title>법 카드</title>\n\n먼저 볼 규칙이에요.\n\n<list>하나 · 126\n둘 · 110</list>\n\n물어보세요.")
    assert kinds(Message((listed,))) == ["simpleText", "listCard", "simpleText"]
    assert texts(skill_answer(Message((listed,)))) == [
        "먼저 볼 규칙이에요.",
        "법 카드\n하나 · 126\n둘 · 110",
        "물어보세요.",
    ]
    assert kinds(Message(("앞의 말이에요.", listed))) == ["simpleText", "listCard", "simpleText"]  # no room for both


async def test_the_screens_of_a_day(learner: Chat) -> None:
    await learner.says("오늘")
    assert kinds(learner.message) == ["textCard", "simpleText", "textCard"]
    assert stay(learner.message) == learner.labels
    await learner.taps("확인")
    assert kinds(learner.message) == ["textCard"]
    assert stay(learner.message) == learner.labels
    for words, kind in (("계획", "carousel"), ("목차", "carousel"), ("진도", "itemCard"), ("내데이터", "itemCard")):
        await learner.says(words)
        assert kind in kinds(learner.message)[:2]


def test_every_screen_is_shown_whole(caplog: pytest.LogCaptureFixture) -> None:
    """No fault on any, by rules told apart from the bot; each line and each button once, none falls back, and none is
    folded.
    """
    messages = screens("kakao")
    assert len(messages) > 1000
    with caplog.at_level(logging.ERROR):
        for message in messages:
            answer = skill_answer(message)
            assert faults(answer) == [], message.bubbles
            tapped = [one["extra"]["command"] for one in taps(answer)]
            assert Counter(tapped) == Counter(str(button.go) for button in message.buttons)
            seen = "\n".join([*texts(answer), *(one["messageText"] for one in taps(answer))])
            lost = [line for bubble in message.bubbles for line in lines(bubble) if line not in seen]
            assert lost == [], seen
            assert [text for text in map(simple, answer["template"]["outputs"]) if utf16_length(text) > 500] == []
    assert not caplog.records


@pytest.mark.parametrize(
    ("bubbles", "starts"),
    [
        (("가" * 300, "나" * 300, "다" * 300), ["가", "나", "다"]),  # nothing is folded
        (("가" * 100, f"{'나' * 300}\n\n{'다' * 300}"), ["가", "나", "다"]),  # between paragraphs
        (("가" * 100, "나" * 100, f"{'다' * 300}\n\n{'라' * 300}"), ["가", "다", "라"]),  # others make room
        ((f"{'가' * 300}\n{'나' * 300}", "다"), ["가", "나", "다"]),  # between rows
        ((f"{'가' * 300}. {'나' * 300}.",), ["가", "나"]),  # between sentences
        ((f"{'가' * 300}\n\n{'나' * 100}\n{'다' * 300}",), ["가", "나"]),  # paragraphs rather than rows
        (("가" * 600,), ["가"]),  # nowhere
        (("가" * 490, "나" * 490, f"{'다' * 400}\n\n{'라' * 200}"), ["가", "나", "다"]),  # no room
    ],
)
def test_nothing_is_folded_that_can_be_cut(bubbles: tuple[str, ...], starts: list[str]) -> None:
    """KakaoTalk shows 500 characters of a text, the rest by a tap; three outputs are all that an answer holds."""
    outputs = skill_answer(Message(bubbles, MORE))["template"]["outputs"]
    assert [text[0] for output in outputs for text in texts({"template": {"outputs": [output]}})] == starts


# -- pictures --------------------------------------------------------------------------------------------------------

URL = "https://work.example/plan/" + "A" * 22 + ".png"
LETTER = marked("<title>이번 주 편지</title>\n\n함께한 날은 5일이에요.")


def shown_with(message: Message) -> list[dict[str, Any]]:
    answer = skill_answer(replace(message, file=URL))
    assert faults(answer) == []
    outputs: list[dict[str, Any]] = answer["template"]["outputs"]
    return outputs


def test_a_letter_is_a_card_with_its_picture() -> None:
    """Whole, as a square; its words are those of the bubble, and a tap on it opens it."""
    [told, card] = shown_with(Message(("적어 두었어요.", LETTER), MORE[:2], illustrated=True))
    assert told == {"simpleText": {"text": "적어 두었어요."}}
    shown = card["basicCard"]
    assert (shown["title"], shown["description"]) == ("이번 주 편지", "함께한 날은 5일이에요.")
    assert shown["thumbnail"] == {
        "imageUrl": URL, "altText": "이번 주 편지 함께한 날은 5일이에요.", "fixedRatio": True, "link": {"web": URL},
    }  # fmt: skip
    assert [button["label"] for button in shown["buttons"]] == ["더 0", "더 1"]
    assert shown["buttonLayout"] == "vertical"


def test_a_long_letter_stands_below_its_picture_and_the_others_make_room() -> None:
    """Three outputs are all that an answer holds."""
    long = f"{LETTER}\n{'긴 편지예요. ' * 40}"
    first, card, letter = shown_with(Message(("적어 두었어요.", "오늘은 여기까지예요.", long), MORE, illustrated=True))
    assert first == {"simpleText": {"text": "적어 두었어요.\n\n오늘은 여기까지예요."}}
    assert card["basicCard"].keys() == {"thumbnail", "title"}
    assert letter["simpleText"]["text"].startswith("함께한 날은 5일이에요.")


def test_a_card_to_send_on_shows_the_sign_for_it() -> None:
    """Which KakaoTalk leaves out where there are buttons; they are quick replies then."""
    message = Message(("이 문장만 담았어요.",), MORE[:2], file=URL)
    [card] = shown_with(message)
    assert card["basicCard"]["forwardable"] is True
    assert "buttons" not in card["basicCard"]
    assert [one["label"] for one in skill_answer(message)["template"]["quickReplies"]] == ["더 0", "더 1"]


def test_words_that_leave_no_room_go_without_their_picture(caplog: pytest.LogCaptureFixture) -> None:
    """What two bubbles say does not fit one, and is not clipped for a picture."""
    bubbles = ("긴 말 " * 150, "긴 말 " * 150, f"{LETTER}\n{'긴 편지예요. ' * 40}")
    with caplog.at_level(logging.ERROR):
        shown = shown_with(Message(bubbles, MORE))
    assert [next(iter(one)) for one in shown] == ["simpleText", "simpleText", "textCard"]
    assert "without its picture" in caplog.text


def test_a_name_that_is_no_address_is_no_picture() -> None:
    """Where none could be given there is none to show."""
    assert kinds(Message(("글이에요.",), file="plan.png offer")) == ["simpleText"]


@pytest.mark.parametrize("illustrated", [True, False])
def test_every_screen_could_have_a_picture(caplog: pytest.LogCaptureFixture, *, illustrated: bool) -> None:
    """Whatever it says: no fault, nothing lost, and no button twice."""
    with caplog.at_level(logging.ERROR):
        for message in screens("kakao"):
            answer = skill_answer(replace(message, file=URL, illustrated=illustrated))
            assert faults(answer) == [], message.bubbles
            assert URL in str(answer)
            tapped = [one["extra"]["command"] for one in taps(answer)]
            assert Counter(tapped) == Counter(str(button.go) for button in message.buttons)
            seen = "\n".join([*texts(answer), *(one["messageText"] for one in taps(answer))])
            assert [line for bubble in message.bubbles for line in lines(bubble) if line not in seen] == [], seen
    assert not caplog.records


def lines(bubble: str) -> list[str]:
    """The pieces of a bubble that stand together on a card: a choice without its number, a fact without its colon."""
    found = [re.sub(r"^\w+\. ", "", line.strip()) for line in bubble.split("\n") if line.strip()]
    return [piece for line in found for piece in line.split(": ", 1)]
