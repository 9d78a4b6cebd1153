"""What a learner has done, on a sheet of its own, for who asks for a certificate: acts with their days, no scores."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.conversation import Turn
from bot.korean.spoken import dated
from bot.message import Button, Go, Message
from bot.plan.documents import Document
from handlers import decisions, ledger, plan
from handlers.keeping import keeping

ACTS = "acts"  # in the name of a file, behind its form
PAPER = "pdf"  # said to have it on paper


def certificate(turn: Turn) -> Message:
    """수료증: the sheet as a picture, or to print; before anything is done, what there will be."""
    lines, see = list(in_full(turn)), Button(turn.say("command-plan"), Go("plan"))
    if not lines:
        return keeping(turn, [turn.say("acts-none", boxes=len(turn.course.about.boxes))], [see])
    if not plan.hands_files(turn):
        told = ledger.in_bubbles([turn.say("acts-in-words"), *lines, turn.say("acts-honest")], "\n")
        return keeping(turn, told, [see])
    form = PAPER if turn.words == PAPER else "png"
    other = [] if form == PAPER else [Button(turn.say("button-as-pdf"), Go("certificate", PAPER))]
    return replace(keeping(turn, [turn.say("acts")], [*other, see]), file=f"plan.{form} {ACTS}")


def view(turn: Turn) -> Document:
    """What stands on the sheet: whose it is by the name they are called, and no line that they wrote."""
    day = turn.learner.local(turn.now).date()
    words = {name: turn.say(f"document-{name}") for name in ("acts", "empty", "above", "later")}
    words |= {"file": turn.say("acts-file"), "honest": turn.say("acts-honest")}
    words |= {"bot": turn.course.about.title, "sign": turn.say("picture-sign")}
    return Document(
        turn.say("document-acts"), day, _dated(turn, day), turn.learner.called, acts=tuple(in_full(turn)), words=words
    )


def in_full(turn: Turn) -> Iterator[str]:
    """From the first day to the last, unit by unit, and how far the plan is; nothing before the first part is done."""
    standing, boxes = turn.standing, plan.all_boxes(turn)
    if not standing.finished:
        return
    since, until = min(standing.days), max(standing.days)
    yield turn.say("acts-days", since=_dated(turn, since), until=_dated(turn, until))
    yield from told(turn)
    for unit, name in turn.course.about.units.items():
        parts = [part.name for part in turn.course.parts if f"{part.head.unit}" == f"{unit}"]
        if parts and all(part in standing.finished for part in parts):
            day = max(standing.finished[part] for part in parts)
            yield turn.say("acts-unit", unit=unit, name=name, day=dated(day).replace(" ", "\u00a0"))
    if begun := sum(box.filled > 0 for box in boxes):
        yield turn.say("acts-plan", all=len(boxes), begun=begun)


def told(turn: Turn) -> Iterator[str]:
    """What they did, in short: days, parts, people they spoke to, and what was found out, whichever way it went."""
    standing, course, people = turn.standing, turn.course, turn.record.people()
    if not standing.finished:
        return
    lessons = sum(lesson.name in standing.finished for lesson in course.lessons)
    makings = sum(making.name in standing.finished for making in course.practices.values())
    yield turn.say("document-act-days", days=len(standing.days), lessons=lessons, makings=makings)
    if spoken := sum(one.sent_on is not None for one in people):
        yield turn.say("document-act-people", spoken=spoken, answers=sum(bool(one.answer) for one in people))
    if tried := decisions.told(turn):
        yield tried


def _dated(turn: Turn, day: date) -> str:
    return turn.say("document-date", year=f"{day.year}", month=day.month, day=day.day)
