"""융합 조합기: one's own field × another × a tool, with reasons, warnings and a first trial of half an hour."""

from bot.conversation import Sorry, Turn
from bot.course.model import Mix, MixField
from bot.message import Button, Go, Message
from bot.plan.mix import Pair, field_of, pairs
from bot.record.facts import Wrote
from bot.record.learner import Line
from handlers import steps

AT_ONCE = 3  # pairs shown in one message: a bubble each


def mix(turn: Turn) -> Message:
    """Ask for the field, or show pairs for it: `mix 미용`; `mix 3:6` is the fourth field from the seventh pair on."""
    table = _table(turn)
    number, colon, start = turn.words.partition(":")
    if colon and number.isdecimal() and start.isdecimal() and int(number) < len(table.fields):
        return _shown(turn, table, table.fields[int(number)], int(start))
    field = field_of(table, turn.words or turn.learner.job)
    if field:
        return _shown(turn, table, field, 0)
    if turn.words:
        raise Sorry("sorry-mix")
    return Message((turn.say("mix-ask"),), (steps.button_to(turn, steps.step_of_today(turn)),), Go("mix"))


def change(turn: Turn) -> Message:
    """Another field than the one that the learner's job tells."""
    return Message((turn.say("mix-ask"),), (steps.button_to(turn, steps.step_of_today(turn)),), Go("mix"))


def keep(turn: Turn) -> Message:
    """Write a pair into the plan; `mix-keep 3:6` is the seventh pair of the fourth field."""
    table = _table(turn)
    number, _, place = turn.words.partition(":")
    slot = turn.course.slot(table.part)
    if not (number.isdecimal() and place.isdecimal() and int(number) < len(table.fields)) or slot is None:
        raise Sorry("sorry-old-button")
    found = pairs(table, table.fields[int(number)])
    if int(place) >= len(found):
        raise Sorry("sorry-old-button")
    text = _line(turn, table, found[int(place)])
    turn.happened(Wrote(Line(slot.box, slot.part, text, turn.now)))
    kept = turn.say("mix-kept", box=slot.box, slot=slot.name, text=text)
    again = Button(turn.say("button-rewrite-line"), Go("line", slot.part))
    return Message((kept,), (again, steps.button_to(turn, steps.step_of_today(turn)), steps.take_back(turn)))


def opened_for(turn: Turn, part: str) -> tuple[Button, ...]:
    """The button that opens it, where the part's line is what it helps with."""
    table = turn.course.about.mix
    return (Button(turn.say("button-mix"), Go("mix")),) if table and table.part == part else ()


def _table(turn: Turn) -> Mix:
    if turn.course.about.mix is None:
        raise Sorry("sorry-old-button")
    return turn.course.about.mix


def _shown(turn: Turn, table: Mix, mine: MixField, start: int) -> Message:
    found = pairs(table, mine)
    start = start if start < len(found) else 0
    shown = found[start : start + AT_ONCE]
    number = table.fields.index(mine)
    bubbles = [_told(turn, table, pair, place) for place, pair in enumerate(shown, 1)]
    bubbles[0] = f"{turn.say('mix-head', field=mine.name)}\n\n{bubbles[0]}"
    keeps = [
        Button(turn.say("button-mix-keep", number=n + 1), Go("mix-keep", f"{number}:{start + n}"))
        for n in range(len(shown))
    ]
    more = Button(turn.say("button-mix-more"), Go("mix", f"{number}:{start + AT_ONCE}"))
    return Message(tuple(bubbles), (*keeps, more, Button(turn.say("button-mix-other"), Go("mix-change"))), Go("mix"))


def _told(turn: Turn, table: Mix, pair: Pair, number: int) -> str:
    kind = table.kinds[pair.kind]
    told = turn.say(
        "mix-pair", number=number, mine=pair.mine.name, other=pair.other.name,
        pain=kind.pain, gift=kind.gift, tool=kind.tool, trial=kind.trial,
    )  # fmt: skip
    return f"{told}\n{turn.say('mix-warn', warn=pair.other.warn)}" if pair.other.warn else told


def _line(turn: Turn, table: Mix, pair: Pair) -> str:
    kind = table.kinds[pair.kind]
    return turn.say("mix-line", mine=pair.mine.name, gift=kind.gift, other=pair.other.name, tool=kind.tool)
