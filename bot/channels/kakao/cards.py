"""What a message is made of as KakaoTalk shows it: cards where they fit, else the text (skill guide, answer JSON
format). A card's buttons stay in the chat, quick replies go with the next message. Pure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.channels.kakao.limits import (
    LONGEST_ALT,
    LONGEST_BESIDE,
    LONGEST_CARD,
    LONGEST_FACT,
    LONGEST_HEAD,
    LONGEST_ITEM,
    LONGEST_ITEM_HEAD,
    LONGEST_UNFOLDED,
    MOST_CARD_BUTTONS,
    MOST_CARDS,
    MOST_FACTS,
    MOST_ITEMS,
    MOST_ITEMS_ASIDE,
    SkillAnswer,
    clip,
)
from bot.channels.kakao.unfolded import unfolded
from bot.message import MOST_BUBBLES, utf16_length
from bot.message.blocks import Block, Kind, drawn

FEWEST_FACTS = 3  # fewer are read as well in a line of text
_ANSWERS = re.compile(r"/(?:answer|prechecked) .* \d+")  # the command of an option; who does not know says so in words
_NUMBER = re.compile(r"\d+")
_EMPTY_LINES = re.compile(r"\n{3,}")


@dataclass(slots=True)
class Cards:
    """A message on its way into outputs: those so far, and the buttons that none of them has taken up."""

    free: list[SkillAnswer]
    outputs: list[SkillAnswer] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the last bubble tells of: its address, and whether it is made to be sent on."""

    address: str
    sent_on: bool = False


def cards(
    bubbles: Sequence[str], taps: Sequence[SkillAnswer], picture: Picture | None = None
) -> tuple[list[SkillAnswer], list[SkillAnswer]]:
    """The outputs of marked bubbles, and what of `taps` is left for quick replies."""
    shown = drawn(bubbles, [one["label"] for one in taps])
    beside = _pictured(shown.pop(), picture) if picture else []
    if len(shown) + len(beside) > MOST_BUBBLES:
        shown = [[Block(Kind.TEXT, "\n\n".join(map(_text, shown)))]]  # what comes before makes room
    made = _made(shown, beside, taps)
    if shown and any(map(_folds, made.outputs)) and (anew := unfolded(shown, MOST_BUBBLES - len(beside))):
        made = _made(anew, beside, taps)
    if answers := _kept_in_sight(made.free):
        _give(made, answers)
    return made.outputs, made.free


def _made(shown: Sequence[Sequence[Block]], beside: Sequence[SkillAnswer], taps: Sequence[SkillAnswer]) -> Cards:
    """The outputs of all bubbles, and those that stand beside them."""
    made = Cards([*taps])
    for place, blocks in enumerate(shown, 1):
        room = MOST_BUBBLES - len(made.outputs) - len(beside) - (len(shown) - place)
        made.outputs += list(_outputs(blocks, room, made))
    made.outputs += beside
    return made


def _folds(output: SkillAnswer) -> bool:
    """Whether KakaoTalk shows no more than the beginning of it."""
    return utf16_length(output.get("simpleText", {}).get("text", "")) > LONGEST_UNFOLDED


def simple_text(text: str) -> SkillAnswer:
    """A bubble of text."""
    return {"simpleText": {"text": text}}


def tap(label: str, command: str) -> SkillAnswer:
    """A button of a card, or a quick reply: its label is what the learner is seen to say."""
    return {"label": label, "action": "message", "messageText": label, "extra": {"command": command}}


def _outputs(blocks: Sequence[Block], room: int, made: Cards) -> Iterator[SkillAnswer]:
    """The outputs of one bubble, at most `room` of them."""
    title = next((block for block in blocks if block.kind is Kind.TITLE), None)
    rows = next((block for block in blocks if block.kind is Kind.LIST), None)
    facts = _facts(blocks)
    if title and rows:
        above, below = _around(rows, [block for block in blocks if block is not title], room)
        if len(above) + len(below) < room and (listed := _listed(title.text, rows.text, made)):
            yield from (*above, listed, *below)
            return
    if len(facts) >= FEWEST_FACTS and room > 1:
        head = title if title and len(title.text) <= LONGEST_ITEM_HEAD else None
        rest = _text([block for block in _without(blocks, facts) if block is not head])
        listed = {"itemList": [{"title": name, "description": value} for name, value, _ in facts]}
        yield {"itemCard": ({"head": {"title": head.text}} if head else {}) | listed}
        if rest:
            yield simple_text(rest)
        return
    yield _text_card(title, blocks) if title else simple_text(_text(blocks))


def _around(rows: Block, blocks: Sequence[Block], room: int) -> tuple[list[SkillAnswer], list[SkillAnswer]]:
    """What is said before and behind the rows; all of it behind them where there is no room for both."""
    place = blocks.index(rows)
    parts = (blocks[:place], blocks[place + 1 :])
    if room < len(parts) + 1 and all(map(_text, parts)):
        parts = ((), [block for block in blocks if block is not rows])
    above, below = ([simple_text(text)] if (text := _text(part)) else [] for part in parts)
    return above, below


def _pictured(blocks: Sequence[Block], picture: Picture) -> list[SkillAnswer]:
    """A card of a picture with what is said of it; where the card does not hold that, it stands below. A square is
    shown whole (`fixedRatio`), and whatever it is opens by a tap.
    """
    title = next((block for block in blocks if block.kind is Kind.TITLE and len(block.text) <= LONGEST_HEAD), None)
    said = _text([block for block in blocks if block is not title])
    alt = clip(" ".join(_text(blocks).split()), LONGEST_ALT)
    thumbnail = {"imageUrl": picture.address, "altText": alt, "fixedRatio": True, "link": {"web": picture.address}}
    card: SkillAnswer = {"thumbnail": thumbnail} | ({"title": title.text} if title else {})
    card |= {"forwardable": True} if picture.sent_on else {}
    if utf16_length(said) > LONGEST_BESIDE:
        return [{"basicCard": card}, simple_text(said)]
    return [{"basicCard": card | ({"description": said} if said else {})}]


def _text_card(title: Block, blocks: Sequence[Block]) -> SkillAnswer:
    """The title above all the rest; as text where a card does not hold it."""
    place = blocks.index(title)
    before, after = _text(blocks[:place]), _text(blocks[place + 1 :])
    said = "\n\n".join(filter(None, (before, after)))
    if len(title.text) > LONGEST_HEAD or utf16_length(title.text + said) > LONGEST_CARD:
        return simple_text(_text(blocks))
    return {"textCard": {"title": title.text} | ({"description": said} if said else {})}


def _listed(title: str, text: str, made: Cards) -> SkillAnswer | None:
    """A card of rows, or several beside each other; None where the rows do not fit."""
    rows = [row.partition("\n") for row in text.split("\n\n" if "\n\n" in text else "\n")]
    if len(rows) < 2 or len(rows) > MOST_CARDS * MOST_ITEMS_ASIDE or len(title) > LONGEST_HEAD - 4:
        return None
    if any(len(head) > LONGEST_ITEM or utf16_length(more) > LONGEST_ITEM for head, _, more in rows):
        return None
    items = [_item(head, more, made) for head, _, more in rows]
    if len(items) <= MOST_ITEMS:
        return {"listCard": {"header": {"title": title}, "items": items}}
    count = -(-len(items) // MOST_ITEMS_ASIDE)
    size = -(-len(items) // count)
    parts = [items[at : at + size] for at in range(0, len(items), size)]
    aside = [{"header": {"title": f"{title} {n}/{count}"}, "items": part} for n, part in enumerate(parts, 1)]
    return {"carousel": {"type": "listCard", "items": aside}}


def _item(head: str, more: str, made: Cards) -> SkillAnswer:
    """A row, which does what the one button does that bears its number or its name."""
    item: SkillAnswer = {"title": head} | ({"description": more.replace("\n", " ")} if more else {})
    number = _NUMBER.match(head)
    found = [one for one in made.free if number and _first_number(one["label"]) == number[0]]
    found = found or [one for one in made.free if f"{head} ".startswith(f"{one['label']} ")]
    if len(found) != 1:
        return item
    made.free.remove(found[0])
    return item | {name: found[0][name] for name in ("action", "messageText", "extra")}


def _first_number(label: str) -> str:
    found = _NUMBER.search(label)
    return found[0] if found else ""


def _facts(blocks: Sequence[Block]) -> list[tuple[str, str, int]]:
    """What fits a card of facts: the name, the value, and the place of the name's block."""
    found: list[tuple[str, str, int]] = []
    for place, (block, following) in enumerate(pairwise(blocks)):
        name, value = block.text.rstrip(":"), following.text.split("\n")[0].strip()
        fits = block.kind is Kind.FACT and following.kind is Kind.TEXT and len(name) <= LONGEST_FACT
        if fits and 0 < utf16_length(value) <= LONGEST_ITEM and len(found) < MOST_FACTS:
            found.append((name, value, place))
    return found


def _without(blocks: Sequence[Block], facts: Sequence[tuple[str, str, int]]) -> Iterator[Block]:
    """The blocks without those facts, names and values."""
    names = {place for _, _, place in facts}
    for place, block in enumerate(blocks):
        if place in names:
            continue
        kept = block.text.partition("\n") if place - 1 in names else ("", "", "")
        yield Block(block.kind, kept[1] + kept[2]) if place - 1 in names else block


def _kept_in_sight(free: Sequence[SkillAnswer]) -> list[SkillAnswer]:
    """The buttons that shall not go with the next message: all, where they are few; else what a question offers."""
    if len(free) <= MOST_CARD_BUTTONS:
        return [*free]
    answers = [one for one in free if _ANSWERS.fullmatch(one["extra"]["command"])]
    return answers if len(answers) <= MOST_CARD_BUTTONS else []


def _give(made: Cards, buttons: Sequence[SkillAnswer]) -> None:
    """Put the buttons on the last output, where that is a card or becomes one."""
    last = made.outputs[-1]
    text = last.get("simpleText", {}).get("text", "")
    if text and utf16_length(text) <= LONGEST_CARD:
        last = made.outputs[-1] = {"textCard": {"description": text}}
    card = last.get("textCard") or last.get("basicCard")
    if card and "forwardable" not in card:  # buttons would hide the sign for sending it on
        card |= {"buttons": [*buttons], "buttonLayout": "vertical"}
        made.free = [one for one in made.free if one not in buttons]


def _text(blocks: Sequence[Block]) -> str:
    return _EMPTY_LINES.sub("\n\n", "".join(block.text for block in blocks)).strip()
