"""The rules themselves: what they let through, and what each of them catches."""

from typing import Any

import pytest

from tests.channels.kakao_rules import faults
from tests.channels.test_kakao_limits import reply, simple

PICTURE = {"imageUrl": "https://example.com/a.png", "altText": "단어 카드"}
TALK = {"label": "시작", "action": "message", "messageText": "오늘 학습"}
LINK = {"label": "보기", "action": "webLink", "webLinkUrl": "https://example.com"}
ITEM = {"title": "복습", "description": "다섯 개"}
TEXT = {"title": "오늘", "description": "약 5분 걸려요.", "buttons": [TALK, LINK], "buttonLayout": "horizontal"}
BASIC = {"title": "셋째 날", "thumbnail": PICTURE, "buttons": [TALK]}
SALE = {"title": "한 달", "price": 9900, "currency": "won", "thumbnails": [PICTURE], "buttons": [LINK]}
LIST = {"header": {"title": "복습할 말"}, "items": [ITEM] * 5, "buttons": [TALK]}
FACTS = {"itemList": [ITEM] * 10, "head": {"title": "진도"}, "title": "좋아요", "description": "내일 만나요"}


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("simpleImage", PICTURE, [{"altText": ""}, {"imageUrl": None}, {"altText": "가" * 51}]),
        (
            "textCard",
            TEXT,
            [
                {"title": "가" * 51},
                {"description": "가" * 399},
                {"buttons": [TALK] * 3},
                {"buttonLayout": "diagonal"},
                {"buttons": [TALK | {"messageText": ""}]},
                {"buttons": [LINK | {"label": "가" * 9}, LINK]},
                {"buttons": [LINK | {"action": "osLink"}]},
            ],
        ),
        (
            "basicCard",
            BASIC,
            [{"thumbnail": None}, {"description": "가" * 231}, {"buttons": [TALK] * 4}, {"title": "가" * 51}],
        ),
        (
            "commerceCard",
            SALE,
            [
                {"price": "9900"},
                {"currency": "usd"},
                {"thumbnails": [PICTURE] * 2},
                {"buttons": []},
                {"title": "가" * 31},
                {"description": "가" * 41},
                {"discountRate": 10},
            ],
        ),
        (
            "listCard",
            LIST,
            [{"header": None}, {"items": [ITEM] * 6}, {"items": []}, {"items": [ITEM | {"action": "block"}]}],
        ),
        (
            "itemCard",
            FACTS,
            [
                {"itemList": [ITEM] * 11},
                {"itemList": [{"title": "일곱 글자를", "description": "가"}, {"title": "가" * 7, "description": "가"}]},
                {"profile": {"title": "가"}},
                {"title": ""},
                {"description": "가" * 200},
                {"itemListSummary": {"title": "합", "description": "가" * 15}},
            ],
        ),
        (
            "carousel",
            {"type": "textCard", "items": [TEXT] * 10},
            [
                {"items": [TEXT] * 11},
                {"items": []},
                {"type": "simpleText"},
                {"header": {"title": "가"}},
                {"items": [{"title": "가", "description": "가" * 128}]},
                {"type": "listCard", "items": [LIST]},
                {"type": "itemCard", "items": [FACTS | {"itemList": [ITEM]}, {"itemList": [ITEM]}]},
            ],
        ),
    ],
)
def test_the_rules_know_every_bubble(kind: str, good: dict[str, Any], bad: list[dict[str, Any]]) -> None:
    def answer(bubble: dict[str, Any]) -> dict[str, Any]:
        return {"version": "2.0", "template": {"outputs": [{kind: bubble}]}}

    assert faults(answer(good)) == []
    assert [change for change in bad if not faults(answer(good | change))] == []


@pytest.mark.parametrize(
    ("answer", "sound"),
    [
        ({"version": "2.0", "useCallback": True, "data": {"text": "조금만 기다려 주세요."}}, True),
        (simple("가") | {"useCallback": True}, False),
        (simple("가") | {"context": {"values": [{"name": "quiz", "lifeSpan": 3, "params": {"id": "17"}}]}}, True),
        (simple("가") | {"context": {"values": [{"name": "quiz", "lifeSpan": -1}]}}, False),
        (simple("가") | {"context": {"values": [{"name": "quiz", "lifeSpan": 1, "params": {"id": 17}}]}}, False),
        (simple("가") | {"context": []}, False),
        (simple("가") | {"message": "가"}, False),
        ({"version": "2.0"}, False),
        ([], False),
        (simple("\ud83d"), False),
        (simple("가", quick=[reply("오늘\n학습")]), False),
        (simple("가", quick=[reply(extra="/today")]), False),
    ],
)
def test_the_rules_know_what_stands_around_the_bubbles(answer: Any, sound: bool) -> None:  # noqa: FBT001 - a table
    assert (faults(answer) == []) is sound
