"""A card of one sentence to send on: the learner picks which, and nothing else of them stands on it."""

from collections.abc import Iterator

from bot.conversation import Sorry, Turn
from bot.course.holds import Holds
from bot.korean.hangul import within_quotes
from bot.message import Button, Go, Message
from bot.plan import Entry
from handlers import documents, plan
from handlers.next_act import cut

OFFERED = 5  # sentences to choose from
LONGEST = 60  # characters of one that is shown to be chosen
NONE = {Holds.PEOPLE, Holds.CHECKED}  # what is in such a slot is no sentence


def card(turn: Turn) -> Message:
    """카드: the card of the part that the words name; without words, or for a line that is gone, which one is asked."""
    entries = list(_sentences(turn))
    if not entries:
        raise Sorry("sorry-nothing-written")
    if not plan.hands_files(turn):
        return turn.go(Go("share"))
    picked = next((entry for entry in entries if entry.slot.part == turn.words), None)
    if picked is None:
        return _which(turn, entries[:OFFERED])
    other = (Button(turn.say("button-other-card"), Go("card")),) if len(entries) > 1 else ()
    buttons = (*other, Button(turn.say("command-plan"), Go("plan")))
    return Message((turn.say("card"),), buttons, file=f"plan.png {picked.slot.part}")


def _which(turn: Turn, entries: list[Entry]) -> Message:
    rows = [
        turn.say("card-row", slot=plan.slot_name(turn, entry), text=within_quotes(cut(entry.text, LONGEST)))
        for entry in entries
    ]
    choose = [Button(plan.slot_name(turn, entry), Go("card", entry.slot.part)) for entry in entries]
    several = Button(turn.say("button-several"), Go("share"))
    return Message((turn.say("card-which", rows="\n".join(rows)),), (*choose, several))


def _sentences(turn: Turn) -> Iterator[Entry]:
    """What is written, as far as others may see it: the promise first, then the newest."""
    every = [entry for box in plan.all_boxes(turn) for entry in documents.shareable(box.entries)]
    written = {line.lesson: line.at for line in turn.record.lines()}
    first = turn.course.about.front[:1]
    newest = sorted(every, key=lambda entry: written.get(entry.slot.part, turn.now), reverse=True)
    yield from (entry for entry in newest if entry.slot.part in first)
    yield from (entry for entry in newest if entry.slot.part not in first and entry.slot.holds not in NONE)
