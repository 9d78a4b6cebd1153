"""Law cards: what to know before money is taken, and whom to ask; by a lesson, by what was asked, or all of them."""

from collections.abc import Mapping, Sequence

from bot.conversation import Sorry, Turn
from bot.course.laws import LawCard, best_named
from bot.message import Button, Go, Message
from handlers.keeping import keeping, said

MOST_LISTED = 7  # cards at once, so that the way on is a button too


def law(turn: Turn) -> Message:
    """The card that the words name; where several do, or a lesson has several, a list of them; else all, one's own
    trade's first, page by page. Raises Sorry for a course that has none.
    """
    if not turn.course.about.laws:
        raise Sorry("sorry-no-laws")
    if turn.words in turn.course.about.laws:
        return _card(turn, turn.words)
    named = _of_lesson(turn, turn.words) or best_named(_laws(turn), _folded(turn.words), turn.learner.trade)
    if len(named) == 1:
        return _card(turn, named[0])
    return _list(turn, "law-some", named[:MOST_LISTED], Go("law", "1")) if named else _page(turn)


def talked_of(turn: Turn, *, intent: str) -> Message:
    """겸업 괜찮아요?, 세금 내야 하나요: the card that is named; else a first answer and the cards beside it."""
    if any(card.named_in(_folded(turn.words)) for card in turn.course.about.laws.values()):
        return law(turn)
    beside = [name for name in _mine(turn) if _laws(turn)[name].talk == intent]
    message = said(turn, intent=intent)
    return keeping(turn, message.bubbles[:1], [_button(turn, name) for name in beside[:MOST_LISTED]])


def _card(turn: Turn, name: str) -> Message:
    card = _laws(turn)[name]
    text = turn.say(
        "law-card",
        name=card.name,
        rule=card.rule,
        law=card.law,
        since=card.since or "none",
        year=str(card.checked.year),
        month=card.checked.month,
        day=card.checked.day,
        how="law" if card.read else "told",
        office=card.office,
        telephone=card.telephone,
    )
    return keeping(turn, [text], [Button(turn.say("button-other-laws"), Go("law"))])


def _list(turn: Turn, key: str, names: Sequence[str], onward: Go | None) -> Message:
    """Some cards by name with whom to ask, each behind a button, and where more of them are."""
    laws = _laws(turn)
    rows = "\n".join(turn.say("law-row", name=laws[name].name, telephone=laws[name].telephone) for name in names)
    more = [Button(turn.say("button-more-laws"), onward)] if onward else []
    return keeping(turn, [turn.say(key, rows=rows)], [*(_button(turn, name) for name in names), *more])


def _page(turn: Turn) -> Message:
    """All cards, so many at once; behind the last page comes the first."""
    mine = _mine(turn)
    others = [name for name in _laws(turn) if name not in mine]
    pages = [(*mine, *others)[at : at + MOST_LISTED] for at in range(0, len(mine) + len(others), MOST_LISTED)]
    asked = int(turn.words) if turn.words.isdecimal() and len(turn.words) < 3 else 1
    page = asked if 1 <= asked <= len(pages) else 1
    onward = Go("law", str(page % len(pages) + 1)) if len(pages) > 1 else None
    return _list(turn, "laws" if page == 1 else "laws-more", pages[page - 1], onward)


def _of_lesson(turn: Turn, lesson: str) -> list[str]:
    return [name for name in _mine(turn) if lesson in _laws(turn)[name].lessons]


def _mine(turn: Turn) -> list[str]:
    """The cards that concern the learner's trade, those for it alone before those for everybody."""
    trade = turn.learner.trade
    mine = [name for name, card in _laws(turn).items() if card.concerns(trade)]
    return sorted(mine, key=lambda name: not _laws(turn)[name].trades)


def _button(turn: Turn, name: str) -> Button:
    return Button(_laws(turn)[name].name, Go("law", name))


def _laws(turn: Turn) -> Mapping[str, LawCard]:
    return turn.course.about.laws


def _folded(words: str) -> str:
    return "".join(words.split()).casefold()
