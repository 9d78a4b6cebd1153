"""What is told of one of the ten people moves their row: sent, answered, refused, promised for a day, taken out."""

import dataclasses
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from msgspec.structs import replace

from bot.conversation import Sorry, Turn
from bot.course.holds import Holds
from bot.korean.meant import days_named, is_place, is_time, meant, past_day, places_named, without_particle
from bot.korean.spoken import dated
from bot.message import Button, Go, Message
from bot.record.facts import PersonErased, PersonKept
from bot.record.people import LONGEST_ALIAS, LONGEST_ENTRY, Person
from handlers import ledger, nudges, steps, whom
from handlers.masking import mask

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:\s+(.*))?$", re.DOTALL)  # as a button says it


def person(turn: Turn) -> Message:
    """A row opened, by its number; with a verb behind it, what is told of it: `3 sent`, `3 answer 좋대요`."""
    number, _, rest = turn.words.partition(" ")
    verb, _, said = rest.partition(" ")
    found = next((one for one in turn.record.people() if f"{one.number}" == number), None)
    if found is None or (verb and verb not in VERBS):
        raise Sorry("sorry-old-button")
    return VERBS[verb](turn, found, said.strip()) if verb else _opened(turn, found)


def by_words(turn: Turn) -> Message:
    """보냈어요, 답 왔어요: 좋대요, 3번은 빼 줘: the row that is meant moves; where several may be, buttons ask which.

    The turn's words are the verb, whom the words named, and after a line break what else was said. Raises Sorry where
    nobody in the ledger is meant, so that the words may mean something else.
    """
    verb, _, turn.words = turn.words.partition(" ")
    verb, numbered = ("answer", True) if verb == "answered" else (verb, False)  # 15번 답: …
    if verb == "add":
        return whom.named_to_add(turn)
    if verb == "drop_all" and turn.record.people():
        return turn.go(Go("empty", next(slot.part for slot in turn.course.slots if slot.holds is Holds.PEOPLE)))
    if verb not in VERBS:
        raise Sorry("sorry-unknown" if verb == "drop_all" else "sorry-old-button")
    rows = {one.number: one.alias for one in turn.record.people()}
    named, _, rest = turn.words.partition("\n")
    if verb in SEVERAL and (several := _of_several(turn, verb, named)):
        return several
    rest, note = mask(turn, rest)
    found = whom.explained(turn, meant(mask(turn, named)[0], rows))
    timely = verb in DATED and (is_time(found.rest) or (verb == "next" and bool(found.keys)))  # an odd day is asked for
    nobody_there = not found.keys and is_place(named)
    if rows and nobody_there and (verb in MOVING or numbered or whom.ledger_shown(turn)):
        return Message((turn.say("sorry-no-such-place", count=len(rows)),), (ledger.see_all(turn),))
    if rows and numbered and not found.keys:
        return Message((turn.say("sorry-no-such-person"),), (ledger.see_all(turn),))
    if not rows and is_place(without_particle(named.partition(" ")[0])):
        return Message((turn.say("people-none-yet"),), (ledger.see_all(turn),))
    if not rows or (found.rest and not timely):
        raise Sorry("sorry-no-such-person" if rows else "sorry-unknown")
    said = f"{found.rest}\n{rest}".rstrip() if verb in DATED else rest  # a day is named before the words, not in them
    keys = found.keys or whom.likely(turn, verb)
    if len(keys) > 1:
        return ledger.noting(whom.which(turn, verb, keys, said, dated=verb in DATED), note)
    [one] = [one for one in turn.record.people() if one.number == keys[0]]
    return ledger.noting(VERBS[verb](turn, one, said), note)


def _of_several(turn: Turn, verb: str, whom: str) -> Message | None:
    """The same told of several rows, 2번이랑 4번한테 보냈어요; None where no two or more are named."""
    (places, when), rows_ = places_named(whom), dict(ledger.numbered(turn))
    some = [rows_[place] for place in places if place in rows_]
    days = [day for day in days_named(when, steps.today(turn)) if day > steps.today(turn)]
    if len(some) < 2 or (when and not is_time(when)) or (verb == "next" and len(days) != 1):
        return None
    told = [VERBS[verb](turn, one, when) for one in some]
    rows = [
        ledger.row(turn, n, one) for n, one in ledger.numbered(turn) if one.number in {each.number for each in some}
    ]
    head = turn.say("person-several", count=len(told))
    return Message(ledger.in_bubbles([head, *rows], "\n"), (steps.take_back(turn), ledger.see_all(turn)))


def _sent(turn: Turn, person: Person, said: str) -> Message:
    """A message went to them, today or on the day that is named."""
    day, words = _dated(turn, person, said, "sent")
    moved = person.sent(day, mask(turn, words)[0][:LONGEST_ENTRY])
    turn.happened(PersonKept(moved))
    return _moved(turn, moved, turn.say("person-sent", alias=person.alias, day=dated(day)), "answer", "next")


def _answer(turn: Turn, person: Person, said: str) -> Message:
    """What came back, today or on the day that is named; without words they are asked for."""
    day, words = _dated(turn, person, said, "answer")
    if words in {"", ledger.LEFT_OUT}:
        ask = _written(turn, person, words, "answer")
        return dataclasses.replace(ask, expects=ask.expects.saying(f"{day}")) if ask.expects else ask
    text, note = _entry(turn, words)
    moved = person.answered(day, text)
    turn.happened(PersonKept(moved))
    anew = person.answer not in {"", text}
    told = turn.say("person-answer-anew" if anew else "person-answer", alias=person.alias, before=person.answer)
    return ledger.noting(_moved(turn, moved, told, "next"), note)


def _dated(turn: Turn, person: Person, said: str, verb: str) -> tuple[date, str]:
    """The day that is named before the words, today where none is, and the words; those that waited until it was clear
    who is meant where none are said.
    """
    named = _DAY.match(said)
    when, _, words = (named[1], "", named[2] or "") if named else said.partition("\n")
    words = words or _waiting(turn, person, verb) or ("" if is_time(when) else when)
    today = steps.today(turn)
    return past_day(when, today) if is_time(when) or verb == "sent" else today, words.strip()


def _waiting(turn: Turn, person: Person, verb: str) -> str:
    """The words that wait on the screen until it is clear who is meant."""
    screen = turn.learner.screen
    asked = screen and any(str(button.go).startswith(f"/person {person.number} {verb}") for button in screen.buttons)
    return screen.draft if screen and asked else ""


def _refused(turn: Turn, person: Person, said: str) -> Message:
    """A no is kept as such, with what was said, and nothing comes next."""
    day, words = _dated(turn, person, said, "refused")
    text = turn.say("person-refused-because", text=words) if words else turn.say("person-refused")
    moved = person.refused(day, text[:LONGEST_ENTRY])
    turn.happened(PersonKept(moved))
    return _moved(turn, moved, turn.say("person-refused-kept", alias=person.alias))


def _sent_and(turn: Turn, person: Person, said: str, *, verb: str) -> Message:
    """A message went to them, and what came of it. Of who was written to before, and is silent, the day stays."""
    when, _, then = said.partition("\n")
    then = then or _waiting(turn, person, f"sent+{verb}")
    if verb == "silent":
        return _sent(turn, person, when) if when or not person.sent_on else _silent(turn, person, "")
    if when or not person.sent_on:
        _sent(turn, person, when)
    moved = next(one for one in turn.record.people() if one.number == person.number)
    return VERBS[verb](turn, moved, then)


def _silent(turn: Turn, person: Person, _said: str) -> Message:
    """They have read it, or not, and say nothing: that is no answer. When to ask once more is theirs to say."""
    key = "person-answered-before" if person.answer else "person-silent" if person.sent_on else "person-not-sent"
    verbs = ("next", "answer") if person.sent_on or person.answer else ("sent", "next")
    text = turn.say(key, alias=person.alias)
    now = ledger.row(turn, ledger.place_of(turn, person), person)
    return Message(
        ledger.in_bubbles([text, now]), (*(_tell(turn, person, verb) for verb in verbs), ledger.see_all(turn))
    )


def _written(turn: Turn, person: Person, said: str, field: str) -> Message:
    """Words kept in a field of a row; without words they are asked for."""
    if said == ledger.LEFT_OUT:
        return _opened(turn, person)
    if not said:
        return Message(
            (turn.say(f"person-{field}-ask", alias=person.alias),),
            (_leave(turn, person),),
            Go("person", f"{person.number} {field}"),
        )
    text, note = _alias(turn, said) if field == "alias" else _entry(turn, said)
    moved = replace(person, **{field: text})
    turn.happened(PersonKept(moved))
    told = turn.say(f"person-{field}", alias=person.alias, now=moved.alias)
    return ledger.noting(_moved(turn, moved, told, "sent"), note)


def _alias(turn: Turn, said: str) -> tuple[str, str]:
    """A nickname as a row may keep it, and what is said of what was masked. Raises Sorry for too long a one."""
    text, note = mask(turn, said, leading=True)
    if len(text) > LONGEST_ALIAS:
        raise Sorry("sorry-person-too-long", alias=LONGEST_ALIAS, why=LONGEST_ENTRY)
    return text, note


def _entry(turn: Turn, said: str) -> tuple[str, str]:
    """Words as a row may keep them, and what is said of what was masked. Raises Sorry for too many."""
    text, note = mask(turn, said)
    if len(text) > LONGEST_ENTRY:
        raise Sorry("sorry-too-long", most=LONGEST_ENTRY)
    return text, note


def _promise(turn: Turn, person: Person, said: str) -> Message:
    """When to speak again: asked for, and asked about where it may be two days; that day's reminder opens with it."""
    if said == ledger.LEFT_OUT:
        return _opened(turn, person)
    days = [day for day in days_named(said, steps.today(turn)) if day > steps.today(turn)] if said else []
    if len(days) != 1:
        key = "person-next-which" if days else "person-next-unclear" if said else "person-next-ask"
        each = [Button(dated(day), Go("person", f"{person.number} next {day}")) for day in days]
        ask = turn.say(key, alias=person.alias)
        return Message((ask,), (*each, _leave(turn, person)), Go("person", f"{person.number} next"))
    when, _, words = said.partition("\n")
    step = mask(turn, words or ("" if is_time(when) else when))[0][:LONGEST_ENTRY]
    moved = person.promised(days[0], step)
    turn.happened(PersonKept(moved))
    learner = turn.learner
    comes = turn.pushed and learner.rhythm and not learner.off and not learner.ended_at
    comes = comes and learner.expects(days[0]) and not learner.rests(days[0], turn.holidays)
    key = "person-next" if comes else "person-next-calendar" if learner.feed else "person-next-alone"
    kept = _moved(turn, moved, turn.say(key, alias=person.alias, day=dated(days[0])))
    return kept if comes else nudges.told_with(kept, *nudges.offer(turn))


def _drop(turn: Turn, person: Person, _said: str) -> Message:
    """The row is gone, and can be taken back."""
    turn.happened(PersonErased(person.number))
    text = turn.say("person-dropped", alias=person.alias, count=len(turn.record.people()))
    return Message((text,), (steps.take_back(turn), ledger.see_all(turn)))


CAME = ("silent", "answer", "refused")
"""What may come of a message, told together with that it was sent."""
DATED = {"sent", "answer", "refused", "next", *(f"sent+{verb}" for verb in CAME)}
"""Verbs for which a day may be named."""
SEVERAL = {"sent", "next"}
"""Those that may be told of several rows at once."""
MOVING = {"sent", "refused", "next", "drop", "alias"}
"""Those that a bare number can only be meant for, when somebody is listed."""
VERBS: Mapping[str, Callable[[Turn, Person, str], Message]] = {
    "sent": _sent,
    "answer": _answer,
    "refused": _refused,
    "silent": _silent,
    **{f"sent+{verb}": partial(_sent_and, verb=verb) for verb in CAME},
    "next": _promise,
    "why": partial(_written, field="why"),
    "alias": partial(_written, field="alias"),
    "drop": _drop,
    "show": lambda turn, person, _: _opened(turn, person),
}
"""What may be told of a row."""


def _opened(turn: Turn, person: Person) -> Message:
    """A row with all it holds, and what may be done with it."""
    lines = [turn.say("person-head", n=ledger.place_of(turn, person), alias=person.alias)]
    lines += [turn.say("person-has-why", text=person.why)] if person.why else []
    lines += [turn.say("person-has-sent", day=dated(person.sent_on))] if person.sent_on else []
    lines += [turn.say("person-has-said", text=person.said)] if person.said else []
    lines += [turn.say("person-has-answered", day=dated(person.answered_on))] if person.answered_on else []
    lines += [turn.say("person-has-answer", text=person.answer)] if person.answer else []
    lines += [ledger.next_of(turn, person)] if person.next_on else []
    buttons = (_tell(turn, person, verb) for verb in ("sent", "answer", "next", "why", "alias", "drop"))
    return Message(ledger.in_bubbles(lines, "\n"), (*buttons, ledger.see_all(turn)))


def _moved(turn: Turn, person: Person, text: str, *verbs: str) -> Message:
    """What was kept of a row, the row as it is now, and what may come next."""
    now = ledger.row(turn, ledger.place_of(turn, person), person)
    return Message(
        ledger.in_bubbles([text, now]),
        (*(_tell(turn, person, verb) for verb in verbs), steps.take_back(turn), ledger.see_all(turn)),
    )


def _tell(turn: Turn, person: Person, verb: str) -> Button:
    return Button(turn.say(f"button-person-{verb}"), Go("person", f"{person.number} {verb}"))


def _leave(turn: Turn, person: Person) -> Button:
    return Button(turn.say("button-skip"), Go("person", f"{person.number}"))
