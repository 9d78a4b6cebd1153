"""The ten people as a list: shown in full, added to one by one or as they are pasted, always under nicknames."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.course.holds import TEN, Holds
from bot.korean.list_of_people import is_somebody, people_in, surely_people
from bot.korean.spoken import dated
from bot.message import LONGEST_BUBBLE, LONGEST_LABEL, MOST_BUBBLES, MOST_BUTTONS, Button, Go, Message, plain
from bot.record.facts import PersonErased, PersonKept
from bot.record.people import LONGEST_ALIAS, LONGEST_ENTRY, MOST_PEOPLE, Person, next_number
from handlers import steps, workshops
from handlers.masking import mask

PASTED = "offer-people"  # among the drafts: a list that waits until it is clear whether it is the ten; what asks again
LEFT_OUT = "-"  # said in place of an answer or a reason: there will be none now
Rows = Sequence[tuple[int, Person]]
"""Rows of the ledger with their places, from 1."""
HIDDEN = "○"  # what stands in place of a name


SOME: Mapping[str, Callable[[Person], bool]] = {
    "unsent": lambda one: not one.sent_on and not one.answer,
    "sent_to": lambda one: one.sent_on is not None,
    "waiting": lambda one: one.sent_on is not None and not one.answer,
    "answered": lambda one: bool(one.answer),
    "due": lambda one: one.next_on is not None,
}
"""Of whom may be asked: who was not written to yet, who has not answered, who has, who comes next."""


def people(turn: Turn) -> Message:
    """Everybody, or some of them, in full, from a place on: as many rows as three bubbles hold. Raises Sorry where some
    are asked for and nobody is there.
    """
    rows = numbered(turn)
    which, _, place = turn.words.partition(" ")
    if not rows and which in SOME:
        raise Sorry("sorry-unknown")
    if not rows:
        return turn.hand_to(add)
    first = max([int(number) for number in (which, place) if number.isdecimal()], default=1)
    asked = [(n, one) for n, one in rows if which not in SOME or SOME[which](one)]
    if which == "due":
        asked.sort(key=lambda row: row[1].next_on or turn.day)
    none = "" if asked else "-none"
    head = turn.say(f"people-{which}{none}" if which in SOME else "people", count=len(asked))
    shown, left = in_full(turn, asked[max(first, 1) - 1 :] or asked, LONGEST_BUBBLE - len(head) - 2)
    begin = asked.index(left[0]) + 1 if left else 1
    rest = [see_all(turn, begin, which if which in SOME else "")] if left else []
    rest += [see_all(turn)] if which in SOME else []
    buttons = [to_row(turn, n, person) for n, person in shown[: MOST_BUTTONS - 3]]
    plan = Button(turn.say("command-plan"), Go("plan"))
    listed = in_bubbles([head, *(row(turn, n, one) for n, one in shown)])
    return Message(listed, (*waiting(turn), *buttons, to_add(turn), *rest, plan)[:MOST_BUTTONS])


def add(turn: Turn) -> Message:
    """Ask for people, one or a list; with words, add them."""
    if turn.words == LEFT_OUT:
        return turn.go(Go("plan"))
    if not turn.words:
        aside = see_all(turn) if turn.record.people() else Button(turn.say("command-plan"), Go("plan"))
        return Message((turn.say("people-ask"),), (*waiting(turn), aside), Go("add-person"))
    hidden, note = mask(turn, turn.words, leading=True)
    waited = turn.learner.screen is not None and turn.learner.screen.draft == hidden
    if people_in(hidden) and not surely_people(hidden) and not waited:
        if len(hidden) > LONGEST_ALIAS + LONGEST_ENTRY:
            raise Sorry("sorry-person-too-long", alias=LONGEST_ALIAS, why=LONGEST_ENTRY)
        return noting(_asked(turn, turn.say("people-doubt", text=hidden), hidden, Go("add-person")), note)
    kept, note = keep(turn, turn.words)
    if not kept:
        raise Sorry("sorry-no-person")
    return noting(_added(turn, kept), note)


def offer(turn: Turn) -> Message:
    """A list that was pasted where nobody had asked for one: whether it is the ten people. It waits until that is
    answered, or another one comes; without words the one that waits is asked about again.
    """
    waits, screen = _waits(turn), turn.learner.screen
    hidden, note = mask(turn, turn.words, leading=True) if turn.words else (waits, "")
    if waits and screen and screen.draft == waits and turn.words and "\n" not in turn.words:
        hidden = f"{waits}\n{hidden}"  # one after the other, before it is said whether they are to be kept
    entries = people_in(hidden)
    if not any(is_somebody(alias) for alias, _ in entries):
        raise Sorry("sorry-unknown" if turn.words else "sorry-no-list")
    ask = turn.say("people-offer", count=len(entries), first=entries[0][0])
    return noting(_asked(turn, ask, hidden), note)


def _asked(turn: Turn, ask: str, hidden: str, expects: Go | None = None) -> Message:
    """Whether somebody is to be kept; they wait until that is answered."""
    workshops.keep_draft(turn, PASTED, {PASTED: hidden})
    answers = (Button(turn.say(f"button-{name}-people"), Go(f"{name}-people")) for name in ("keep", "leave"))
    return Message((ask,), (*answers, see_all(turn)), expects, draft=hidden)


def keep_draft(turn: Turn) -> Message:
    """Keep the list that was asked about."""
    draft = _waits(turn)
    if not draft:
        raise Sorry("sorry-old-button")
    leave(turn)
    return turn.hand_to(add, draft)


def leave(turn: Turn) -> Message:
    """The list that was asked about is none: nothing is kept of it."""
    workshops.keep_draft(turn, PASTED, {})
    return Message((turn.say("people-left"),), (to_add(turn), steps.button_to(turn, steps.step_of_today(turn))))


def waiting(turn: Turn) -> tuple[Button, ...]:
    """The button that asks once more about a list that waits."""
    entries = people_in(_waits(turn))
    count = len(entries) if any(is_somebody(alias) for alias, _ in entries) else 0
    return (Button(turn.say("button-pasted", count=count), Go(PASTED)),) if count else ()


def _waits(turn: Turn) -> str:
    return workshops.draft_of(turn, PASTED).get(PASTED, "")


def keep(turn: Turn, text: str) -> tuple[list[Person], str]:
    """Keep the people that a text lists: their rows, and the sentence that says what was masked, or "". Raises Sorry
    for more than the ledger or a row takes.
    """
    if not turn.record.people() and text != (before := _line_before(turn)) and before:
        keep(turn, before)  # whoever was listed in a line becomes a row first
    hidden, note = mask(turn, text, leading=True)
    kept = []
    for alias, why in people_in(hidden):
        person = _row_of(turn, alias, why if any(map(str.isalpha, why)) else "")  # a masked number is no reason
        if len(person.alias) > LONGEST_ALIAS or len(person.why) > LONGEST_ENTRY:
            raise Sorry("sorry-person-too-long", alias=LONGEST_ALIAS, why=LONGEST_ENTRY)
        turn.happened(PersonKept(person))
        kept += [person] if person not in kept else []
    if len(turn.record.people()) > MOST_PEOPLE:
        raise Sorry("sorry-most-people", most=MOST_PEOPLE)
    return kept, note


def kept(turn: Turn, box: int, text: str) -> str:
    """Keep the people that a line lists; the sentences that say so, or "" where it lists nobody."""
    rows, note = keep(turn, text)
    count = len(turn.record.people())
    told = turn.say("people-line", box=box, added=len(rows), count=count)
    lack = turn.say("people-lack") if count < TEN else ""
    return "\n".join(filter(None, (told, lack, note))) if rows else ""


def empty(turn: Turn) -> None:
    """Nobody is left."""
    workshops.keep_draft(turn, PASTED, {})
    for person in turn.record.people():
        turn.happened(PersonErased(person.number))


def so_far(turn: Turn) -> str:
    """Who is there, in one bubble."""
    rows = numbered(turn)
    head = turn.say("people-now", count=len(rows))
    shown, _ = in_full(turn, rows, LONGEST_BUBBLE - len(head) - 2, bubbles=1)
    return "\n".join((head, *(row(turn, n, person) for n, person in shown)))


def beside(turn: Turn, name: str, taken: int) -> tuple[list[str], list[Button]]:
    """The rows under the name of their slot, beside what takes so many bubbles; buttons to add and to the rest."""
    rows = numbered(turn)
    head = turn.say("slot-people", slot=name, count=len(rows))
    shown, left = in_full(turn, rows, LONGEST_BUBBLE // 2, MOST_BUBBLES - taken + (taken == MOST_BUBBLES))
    first, *others = [row(turn, n, person) for n, person in shown] or [""]
    aside = [to_add(turn), see_all(turn, left[0][0] if left else 1)]
    return [f"{head}\n{first}", *others], aside


def numbered(turn: Turn) -> Rows:
    """All rows with their places."""
    return list(enumerate(turn.record.people(), 1))


def place_of(turn: Turn, person: Person) -> int:
    """The place of a row in the list."""
    return next(n for n, one in numbered(turn) if one.number == person.number)


def row(turn: Turn, n: int, person: Person) -> str:
    """A row in one line: who, why, sent on, what was said, answer, next."""
    parts = [turn.say("person-row", n=n, alias=person.alias), person.why]
    parts += [turn.say("person-row-sent", day=dated(person.sent_on))] if person.sent_on else []
    parts += [turn.say("person-row-said", text=person.said)] if person.said else []
    if person.answer:
        day = f"{dated(person.answered_on)} " if person.answered_on else ""
        parts.append(turn.say("person-row-answer", day=day, answer=person.answer))
    return " · ".join(filter(None, (*parts, next_of(turn, person))))


def next_of(turn: Turn, person: Person) -> str:
    """What comes next and when, or ""."""
    if not person.next_on:
        return ""
    return turn.say("person-row-next", day=dated(person.next_on), step=person.next_step).strip()


def in_full(turn: Turn, rows: Rows, free: int, bubbles: int = MOST_BUBBLES) -> tuple[Rows, Rows]:
    """As many of the rows as so many bubbles hold, of which the first has so much room; and those that are left."""
    for at, (n, person) in enumerate(rows):
        size = len(row(turn, n, person)) + 2
        if size > free:
            free, bubbles = LONGEST_BUBBLE, bubbles - 1
        if not bubbles:
            return rows[:at], rows[at:]
        free -= size
    return rows, ()


def in_bubbles(rows: Iterable[str], between: str = "\n\n") -> tuple[str, ...]:
    """The rows in as few bubbles as hold them; what fits no more is cut."""
    bubbles = [""]
    for one in rows:
        if len(bubbles[-1]) + len(one) + 2 > LONGEST_BUBBLE and len(bubbles) < MOST_BUBBLES:
            bubbles.append("")
        bubbles[-1] = f"{bubbles[-1]}{between}{one}".strip()
    return tuple(
        bubble if len(bubble) <= LONGEST_BUBBLE else plain(bubble)[: LONGEST_BUBBLE - 1] + "…" for bubble in bubbles
    )


def noting(message: Message, note: str) -> Message:
    """The message with what was masked behind its first words."""
    if not note:
        return message
    first, *others = message.bubbles
    together = f"{first}\n\n{note}"
    apart = (first, note, *others)[:MOST_BUBBLES]
    return replace(message, bubbles=(together, *others) if len(together) <= LONGEST_BUBBLE else apart)


def to_row(turn: Turn, n: int, person: Person, told: str = "") -> Button:
    """The button that opens a row, or tells something of it."""
    label = turn.say("button-person", n=n, alias=person.alias)
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return Button(short, Go("person", f"{person.number} {told}".strip()))


def see_all(turn: Turn, first: int = 1, which: str = "") -> Button:
    """The button to the list, or to some of it, from a place on."""
    if first == 1:
        return Button(turn.say("button-people"), Go("people", which))
    return Button(turn.say("button-people-from", n=first), Go("people", f"{which} {first}".strip()))


def to_add(turn: Turn) -> Button:
    """The button that asks for people."""
    return Button(turn.say("button-add-person"), Go("add-person"))


def promised(turn: Turn) -> tuple[str, Button] | None:
    """To whom they have promised to speak again on this day, said in one sentence, and the button to that row."""
    due = [one for one in turn.record.people() if one.next_on == turn.day]
    if not due:
        return None
    first, *others = due
    key = "reminder-person-more" if others else "reminder-person-step" if first.next_step else "reminder-person"
    told = turn.say(key, alias=first.alias, step=first.next_step, more=len(others))
    return told, to_row(turn, place_of(turn, first), first)


def _line_before(turn: Turn) -> str:
    """The line that listed the ten before they were rows, or ""."""
    parts = {slot.part for slot in turn.course.slots if slot.holds is Holds.PEOPLE}
    return next((line.text for line in turn.record.lines() if line.lesson in parts), "")


def _row_of(turn: Turn, alias: str, why: str) -> Person:
    """The row that says the same already, else a new one. Two who are masked alike may be two people: each is a row."""
    here = turn.record.people()
    may_differ = HIDDEN in alias and not why
    same = None if may_differ else next((one for one in here if one.alias == alias and why in ("", one.why)), None)
    return same or Person(next_number(here), alias, why)


def _added(turn: Turn, kept: Sequence[Person]) -> Message:
    """Who was added; of one without a reason the reason is asked for."""
    count, back = len(turn.record.people()), steps.take_back(turn)
    if len(kept) == 1 and not kept[0].why:
        number, alias = kept[0].number, kept[0].alias
        later = Button(turn.say("button-skip"), Go("person", f"{number}"))
        return Message(
            (turn.say("person-added-why", alias=alias, count=count),), (later, back), Go("person", f"{number} why")
        )
    text = turn.say("people-added", added=len(kept), count=count)
    return Message((text,), (see_all(turn), to_add(turn), back))
