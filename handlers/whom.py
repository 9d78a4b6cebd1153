"""Which of the ten is meant: whose row is on the screen, of whom it may be told; where several may be, it is
asked; and who is named to be added.
"""

from collections.abc import Callable, Collection, Mapping

from bot.conversation import Sorry, Turn
from bot.korean.list_of_people import each_named, is_somebody, people_in
from bot.korean.meant import Meant, days_named, past_day, without_particle
from bot.message import MOST_BUTTONS, Message
from bot.record.people import Person
from handlers import ledger, steps
from handlers.masking import mask

BETWEEN = " - "  # who is to be added, and why them


def explained(turn: Turn, found: Meant) -> Meant:
    """Who is meant, with what was said of them that only tells why they are among the ten: 윤○○ 후배."""
    why = next((one.why for one in turn.record.people() if [one.number] == [*found.keys]), "")
    left = [word for word in found.rest.split() if not why or without_particle(word) not in why]
    return Meant(found.keys, " ".join(left))


def ledger_shown(turn: Turn) -> bool:
    """Whether the rows with their numbers are on the screen."""
    screen = turn.learner.screen
    return screen is not None and any(button.go.command in {"people", "add-person"} for button in screen.buttons)


def which(turn: Turn, verb: str, keys: Collection[int], said: str, *, dated: bool) -> Message:
    """Several may be meant; what was said of them waits until it is clear who. `dated`: it may begin with a day."""
    rows = [(n, one) for n, one in ledger.numbered(turn) if one.number in keys]
    when, _, words = said.partition("\n")
    days = days_named(when, steps.today(turn)) if dated and when else ()
    day = next(iter(days), "") if verb == "next" else past_day(when, steps.today(turn))
    behind = f"{verb} {day}" if days else verb
    buttons = [ledger.to_row(turn, n, one, behind) for n, one in rows[: MOST_BUTTONS - 1]]
    return Message((turn.say("person-which"),), (*buttons, ledger.see_all(turn)), draft=words)


def likely(turn: Turn, verb: str) -> list[int]:
    """Who may be meant where nobody was named: whose row is on the screen, else all of whom it may be told."""
    buttons = turn.learner.screen.buttons if turn.learner.screen else ()
    here = turn.record.people()
    shown = {button.go.argument.partition(" ")[0] for button in buttons if button.go.command == "person"}
    if len(shown) == 1 and (one := [person.number for person in here if f"{person.number}" in shown]):
        return one
    waits: Mapping[str, Callable[[Person], bool]] = {
        "sent": ledger.SOME["unsent"],
        **dict.fromkeys(("answer", "refused", "silent"), ledger.SOME["waiting"]),
        "next": lambda one: one.sent_on is not None and not one.next_on,
    }
    waiting = [one.number for one in here if verb in waits and waits[verb](one)]
    return waiting or [one.number for one in here]


def named_to_add(turn: Turn) -> Message:
    """미용실 원장님 추가해 줘: all who are named are added, if most are somebody. Raises Sorry for what is nobody."""
    somebody, sign, why = turn.words.partition(BETWEEN)
    named = each_named(somebody) + sign + why
    if not named:
        return turn.hand_to(ledger.add)
    entries = people_in(mask(turn, named, leading=True)[0])
    if not entries or 2 * sum(is_somebody(alias) for alias, _ in entries) <= len(entries):
        raise Sorry("sorry-unknown")
    return turn.hand_to(ledger.add, named)
