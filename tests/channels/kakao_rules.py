"""KakaoTalk's rules for a skill answer, told a second time and apart from the bot, so that a test can hold it to them.

Source: the skill guide's page on the answer's JSON format. Where KakaoTalk does not say how it counts, the strictest
reading holds.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

Json = Any
Faults = Iterator[str]

TOP_LEVEL = {"version", "template", "context", "data", "useCallback"}
ACTIONS = {  # what a button needs, by what it does
    "webLink": "webLinkUrl",
    "message": "messageText",
    "block": "blockId",
    "phone": "phoneNumber",
    "share": None,
    "operator": None,
}
CARDS_IN_A_ROW = {"textCard": 10, "basicCard": 10, "commerceCard": 10, "listCard": 5, "itemCard": 10}


def faults(answer: Json) -> list[str]:
    """Every rule a skill answer breaks, in words; empty when KakaoTalk would show all of it."""
    if not isinstance(answer, dict):
        return ["not a JSON object"]
    return list(_answer(answer))


def texts(answer: Json) -> list[str]:
    """What the bubbles say, top to bottom, as one would read it out."""
    return ["\n\n".join(_said(*output.popitem())) for output in map(dict, answer["template"]["outputs"])]


def taps(answer: Json) -> list[Json]:
    """Everything that can be tapped: the buttons and rows of cards, then the quick replies."""
    found = [card for output in answer["template"]["outputs"] for card in _cards(*dict(output).popitem())]
    rows = [item for card in found for item in card.get("items", []) if "action" in item]
    buttons = [button for card in found for button in card.get("buttons", [])]
    return [*rows, *buttons, *answer["template"].get("quickReplies", [])]


def replies(answer: Json) -> dict[str, str]:
    """What can be tapped: what the learner then says, and the command of it."""
    return {reply["messageText"]: reply["extra"]["command"] for reply in taps(answer)}


def _cards(kind: str, bubble: Json) -> list[Json]:
    return list(bubble["items"]) if kind == "carousel" else [bubble]


def _said(kind: str, bubble: Json) -> Iterator[str]:
    for card in _cards(kind, bubble):
        yield from (card[name] for name in ("text", "title", "description") if name in card)
        if "header" in card:
            rows = ("\n".join(filter(None, (row["title"], row.get("description")))) for row in card["items"])
            yield "\n".join((card["header"]["title"], *rows))
        if "itemList" in card:
            yield from [card["head"]["title"]] if "head" in card else []
            yield "\n".join(f"{fact['title']} {fact['description']}" for fact in card["itemList"])


def _answer(answer: Json) -> Faults:
    if answer.get("version") != "2.0":
        yield 'version is "2.0"'
    yield from (f"unknown field {name}" for name in sorted(answer.keys() - TOP_LEVEL))
    yield from _contexts(answer.get("context", {"values": []}))
    if answer.get("useCallback") is True:
        if "template" in answer:
            yield "an answer that comes later has no template"
        return
    template = answer.get("template")
    if not isinstance(template, dict):
        yield "template is required"
        return
    yield from _outputs(template.get("outputs"))
    yield from _quick_replies(template.get("quickReplies", []))


def _outputs(outputs: Json) -> Faults:
    if not isinstance(outputs, list) or not 1 <= len(outputs) <= 3:
        yield "outputs are a list of 1 to 3"
        return
    for output in outputs:
        if not isinstance(output, dict) or len(output) != 1 or not isinstance(next(iter(output.values())), dict):
            yield "an output has one key and its bubble"
            continue
        [(kind, bubble)] = output.items()
        if len(json.dumps(output, ensure_ascii=False).encode("utf-8", "surrogatepass")) > 30_720:
            yield "a bubble weighs at most 30720 bytes"
        yield from BUBBLES[kind](bubble) if kind in BUBBLES else [f"unknown bubble {kind}"]


def _text(holder: Json, name: str, most: int, *, required: bool = False) -> Faults:
    text = holder.get(name)
    if text is None and not required:
        return
    if not isinstance(text, str) or not text.strip():
        yield f"{name} is a text that is not blank"
    elif len(text) > most:
        yield f"{name} has at most {most} characters"


def _simple_text(bubble: Json) -> Faults:
    yield from _text(bubble, "text", 1000, required=True)
    text = bubble.get("text")
    if isinstance(text, str) and len(text) + sum(char > "\uffff" for char in text) > 1000:
        yield "text has at most 1000 characters, an emoji counted as two"
    if isinstance(text, str) and any("\ud800" <= char <= "\udfff" for char in text):
        yield "text holds no half characters"


def _simple_image(bubble: Json) -> Faults:
    yield from _text(bubble, "imageUrl", 2000, required=True)
    yield from _text(bubble, "altText", 50, required=True)


def _text_card(card: Json, *, together: bool = False) -> Faults:
    yield from _text(card, "title", 50)
    title, description = card.get("title") or "", card.get("description") or ""
    if not (title or description):
        yield "a textCard has a title or a description"
    most = 128 if together else 400
    if len(title) + len(description) > most:
        yield f"title and description have at most {most} characters"
    yield from _buttons(card)


def _basic_card(card: Json, *, together: bool = False) -> Faults:
    yield from _thumbnail(card.get("thumbnail"))
    yield from _text(card, "title", 50)
    yield from _text(card, "description", 76 if together else 230)
    yield from _buttons(card, narrow=_fixed_ratio(card))


def _commerce_card(card: Json, *, together: bool = False) -> Faults:
    yield from _text(card, "title", 30)
    yield from _text(card, "description", 40)
    if not isinstance(card.get("price"), int):
        yield "price is a whole number"
    if card.get("currency", "won") != "won":
        yield "currency is won"
    if "discountRate" in card and "discountedPrice" not in card:
        yield "discountRate needs discountedPrice"
    thumbnails = card.get("thumbnails")
    if not isinstance(thumbnails, list) or len(thumbnails) != 1:
        yield "thumbnails are exactly one"
    else:
        yield from _thumbnail(thumbnails[0])
    if not card.get("buttons"):
        yield "a commerceCard has 1 to 3 buttons"
    yield from _buttons(card)


def _list_card(card: Json, *, together: bool = False) -> Faults:
    yield from _text(card.get("header") or {}, "title", 50, required=True)
    items, most = card.get("items"), 4 if together else 5
    if not isinstance(items, list) or not 1 <= len(items) <= most:
        yield f"a listCard has 1 to {most} items"
        return
    for item in items:
        yield from _text(item, "title", 50, required=True)
        if "action" in item:
            yield from _action(item, ("block", "message"))
    yield from _buttons(card)


def _item_card(card: Json, *, together: bool = False) -> Faults:
    items, most = card.get("itemList"), 5 if together else 10
    if not isinstance(items, list) or not 1 <= len(items) <= most:
        yield f"an itemCard has 1 to {most} items"
        return
    for item in items:
        yield from _text(item, "title", 6, required=True)
        yield from _text(item, "description", 100, required=True)
    yield from _text(card.get("head", {}), "title", 20)
    if "head" in card and "profile" in card:
        yield "an itemCard has a head or a profile, not both"
    yield from _text(card.get("profile", {}), "title", 15)
    yield from _text(card.get("itemListSummary", {}), "title", 6)
    yield from _text(card.get("itemListSummary", {}), "description", 14)
    title, description = card.get("title", ""), card.get("description", "")
    if description and not title:
        yield "a description needs a title"
    if len(title) + len(description) > (100 if together else 200):
        yield f"title and description have at most {100 if together else 200} characters"
    if "thumbnail" in card:
        yield from _thumbnail(card["thumbnail"])
    yield from _buttons(card)


def _carousel(bubble: Json) -> Faults:
    kind, items = bubble.get("type"), bubble.get("items")
    if kind not in CARDS:
        yield "a carousel's type is a card"
        return
    if not isinstance(items, list) or not 1 <= len(items) <= CARDS_IN_A_ROW[kind]:
        yield f"a carousel of {kind} has 1 to {CARDS_IN_A_ROW[kind]} items"
        return
    if "header" in bubble and kind in ("textCard", "listCard"):
        yield f"a carousel of {kind} has no header"
    if kind == "itemCard" and len({frozenset(item.keys() & SHARED) for item in items}) > 1:
        yield "the itemCards of a carousel have the same parts"
    for item in items:
        yield from CARDS[kind](item, together=True)


def _thumbnail(thumbnail: Json) -> Faults:
    if not isinstance(thumbnail, dict):
        yield "thumbnail is required; a card without a picture is a textCard"
        return
    yield from _text(thumbnail, "imageUrl", 2000, required=True)
    yield from _text(thumbnail, "altText", 50)


def _fixed_ratio(card: Json) -> bool:
    thumbnail = card.get("thumbnail")
    return isinstance(thumbnail, dict) and thumbnail.get("fixedRatio") is True


def _buttons(card: Json, *, narrow: bool = False) -> Faults:
    buttons, layout = card.get("buttons", []), card.get("buttonLayout", "horizontal" if narrow else "vertical")
    if layout not in ("vertical", "horizontal"):
        yield "buttonLayout is vertical or horizontal"
    most, longest = (2, 8) if layout == "horizontal" else (3, 14)
    if len(buttons) > most:
        yield f"at most {most} buttons"
    for button in buttons:
        yield from _text(button, "label", longest if len(buttons) > 1 else 14, required=True)
        yield from _action(button, tuple(ACTIONS))


def _quick_replies(quick_replies: Json) -> Faults:
    if not isinstance(quick_replies, list) or len(quick_replies) > 10:
        yield "quickReplies are a list of at most 10"
        return
    for reply in quick_replies:
        yield from _text(reply, "label", 14, required=True)
        yield from _text(reply, "messageText", 1000, required=True)
        yield from _action(reply, ("message", "block"))
        if any(ord(char) < 32 or "\ud800" <= char <= "\udfff" for char in str(reply.get("label"))):
            yield "label holds no control and no half characters"


def _action(holder: Json, allowed: tuple[str, ...]) -> Faults:
    action = holder.get("action")
    if action not in allowed:
        yield f"action is one of {', '.join(allowed)}"
    elif (needs := ACTIONS[action]) and not (isinstance(holder.get(needs), str) and holder[needs].strip()):
        yield f"{action} needs {needs}"
    if not isinstance(holder.get("extra", {}), dict):
        yield "extra is a map"


def _contexts(context: Json) -> Faults:
    values = context.get("values") if isinstance(context, dict) else None
    if not isinstance(values, list):
        yield "context has a list of values"
        return
    for value in values:
        yield from _text(value, "name", 100, required=True)
        if not isinstance(value.get("lifeSpan"), int) or value["lifeSpan"] < 0:
            yield "lifeSpan is a number of turns"
        if not all(isinstance(param, str) for param in value.get("params", {}).values()):
            yield "a context's params are texts"


SHARED = {"thumbnail", "head", "profile", "imageTitle"}
CARDS: dict[str, Callable[..., Faults]] = {
    "textCard": _text_card,
    "basicCard": _basic_card,
    "commerceCard": _commerce_card,
    "listCard": _list_card,
    "itemCard": _item_card,
}
BUBBLES: dict[str, Callable[..., Faults]] = {
    "simpleText": _simple_text,
    "simpleImage": _simple_image,
    **CARDS,
    "carousel": _carousel,
}
