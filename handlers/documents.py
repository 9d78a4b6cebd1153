"""The plan handed over: to print, to keep as text, and as a picture that shows what the learner picked."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.course.holds import Holds
from bot.course.model import CHECKLIST
from bot.korean.spoken import dated
from bot.korean.told_back import on_paper
from bot.message import Button, File, Go, Message
from bot.plan import Box, Entry, documents
from bot.plan.documents import FORMS, Document, Field, Person, Section, Sheet, summary
from bot.record.learner import FOLLOW_UPS
from handlers import acts, decisions, plan, weeks
from handlers.courses import has_people
from handlers.keeping import keeping
from handlers.ledger import in_bubbles
from handlers.lines_by_words import fitting
from handlers.ten_on_paper import people_of as people_of  # noqa: PLC0414 - what stands on a document is asked for here
from handlers.ten_on_paper import rows_of

OFFER = "offer"  # the promise and the price: what a picture shows unless the learner picks something else
PAGE = 6  # boxes to pick from under one message
MORE = "more"  # said behind what is picked: the boxes of the next page
NONE = "-"  # nothing is picked
HEADINGS = ("number", "nickname", "why", "state", "said", "next")


def print_(turn: Turn) -> Message:
    """The plan as a PDF, or in another form by its ending; as text, a short one, in the chat itself."""
    form, _, turn.words = (turn.words or "pdf").partition(" ")
    if form not in {"pdf", "md", "txt"}:
        raise Sorry("sorry-old-button")
    written = any(box.filled for box in plan.all_boxes(turn))
    if not written and (form != "pdf" or not plan.hands_files(turn)):
        raise Sorry("sorry-nothing-written")
    if not plan.hands_files(turn):
        return _in_words(turn, asked=form)
    others = {"txt": "button-as-text", "md": "button-as-notes", "pdf": "button-as-pdf"}
    offered = [Button(turn.say(label), Go("print", other)) for other, label in others.items() if other != form]
    share_ = [Button(turn.say("button-share"), Go("share"))] if written else []
    buttons = (*share_, *(offered if written else ()), Button(turn.say("command-plan"), Go("plan")))
    if form == "txt":
        return _page(turn, *_split(summary.lines(_on_paper(turn))), buttons)
    people = "yes" if has_people(turn.course) else "no"
    text = turn.say(f"document-{form}" if written else "document-blank", people=people)
    return replace(keeping(turn, [text], buttons), file=f"plan.{form}")


def _in_words(turn: Turn, *, asked: str) -> Message:
    """The first page as text, where no file can be handed over: for themselves, with the ten people; else to paste."""
    buttons = [Button(turn.say("command-plan"), Go("plan"))]
    if asked == "txt":
        return _page(turn, *_split(summary.lines(_on_paper(turn))), buttons)
    first = summary.front(_on_paper(turn), people=asked == "pdf")
    aside = [Button(turn.say("button-people"), Go("people"))] if turn.record.people() else []
    return keeping(turn, fitting(turn, turn.say("document-no-file"), first), [*aside, *buttons])


def _page(turn: Turn, title: str, told: Sequence[str], buttons: Sequence[Button]) -> Message:
    """As much of the text as a message shows whole, from the place on that the turn's words name, and the way on."""
    start = int(turn.words) if turn.words.isdecimal() and int(turn.words) < len(told) else 0
    rows = told[start:]
    count = next((n for n in range(len(rows), 1, -1) if not in_bubbles([title, *rows[:n]])[-1].endswith("…")), 1)
    onward = Button(turn.say("button-box-more"), Go("print", f"txt {start + count}"))
    more = [onward] if count < len(rows) else []
    return keeping(turn, in_bubbles([title, *rows[:count]]), [*more, *buttons])


def _split(told: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The title, and what stands below it."""
    return told[0], told[1:]


def share(turn: Turn) -> Message:
    """공유: what goes into the picture, with a button for each box to put in or take out."""
    words = turn.words.split()
    filled = [box for box in plan.all_boxes(turn) if list(shareable(box.entries))]
    if not filled:
        raise Sorry("sorry-nothing-written")
    if not plan.hands_files(turn):
        return _in_words(turn, asked="png")
    offer = list(_offer(turn))
    picked = [one for one in words if one not in {MORE, NONE}] if words else [OFFER] if offer else []
    shown = [plan.slot_name(turn, entry) for entry in offer if OFFER in picked]
    shown += [turn.say("document-box", box=box.number, name=box.name) for box in filled if str(box.number) in picked]
    text = turn.say("share" if shown else "share-nothing", shown="\n".join(f"· {one}" for one in shown))
    make = [Button(turn.say("button-picture"), Go("picture", " ".join(picked)))] if shown else []
    aside = ("command-plan", Go("plan")) if words else ("button-card", Go("card"))
    choices = _choices(turn, filled, picked, more=MORE in words, offer=bool(offer))
    return Message((text,), (*make, *choices, Button(turn.say(aside[0]), aside[1])))


def picture(turn: Turn) -> Message:
    """The picture, made of what was picked."""
    if not plan.hands_files(turn):
        return _in_words(turn, asked="png")
    known = {OFFER, *turn.course.about.boxes}
    picked = [one for one in dict.fromkeys(turn.words.split()) if one in known]
    chosen = _picked(turn, picked)
    if not chosen.offer and not chosen.boxes:
        raise Sorry("sorry-nothing-written")
    words = " ".join(picked)
    again = Button(turn.say("button-pick-again"), Go("share", words))
    buttons = (again, Button(turn.say("command-plan"), Go("plan")))
    return Message((turn.say("document-png"),), buttons, file=f"plan.png {words}")


def view(turn: Turn) -> Sheet:
    """What stands on a document. The turn's words are its form and what is said with it: `png offer 7`."""
    form, *words = turn.words.split() or [""]
    if words[:1] == [acts.ACTS]:
        return acts.view(turn)
    if form == "png" and words[:1] == [weeks.WEEK]:
        return weeks.view(turn, words[1:])
    if form == "png":
        return _picked(turn, words or [OFFER])
    return _whole(turn, links=form == "html" and bool(words), people=rows_of(turn))


def draw(document: Sheet, form: str) -> File:
    """A document as a file. Takes up to a second: not for the event loop."""
    name = f"{document.words['file']}-{document.day:%Y-%m-%d}.{form}"
    return File(name, FORMS[form][1], documents.draw(document, form))


def _on_paper(turn: Turn) -> Document:
    """All of the plan with the ten, and no links."""
    return _whole(turn, links=False, people=rows_of(turn))


def _whole(turn: Turn, *, links: bool, people: Sequence[Person] = ()) -> Document:
    """All of the plan. `people` are the rows of the ledger; where there are none, those who stand in a line."""
    all_ = plan.all_boxes(turn)
    places = turn.course.about.front
    front = sorted(
        (entry for box in all_ for entry in box.entries if entry.slot.part in places),
        key=lambda entry: places.index(entry.slot.part),
    )
    ten = next((place for place, entry in enumerate(front) if entry.slot.holds is Holds.PEOPLE), len(front))
    first = sum(entry.slot.box == front[0].slot.box for entry in front) if front else 0
    rows = (tuple(people) or people_of(front[ten].text)) if ten < len(front) else ()
    count = sum(one != Person() for one in rows)
    return _document(
        turn,
        whose=" · ".join(filter(None, (turn.learner.called, on_paper(turn.learner.job)))),
        offer=_fields(turn, front[:first]),
        before=_fields(turn, front[first:ten]),
        people=rows,
        after=_fields(turn, front[ten + 1 :]),
        boxes=tuple(_section(turn, box, box.entries, front, count) for box in all_),
        acts=tuple(acts.told(turn)),
        links=_links(turn) if links else (),
    )


def _picked(turn: Turn, picks: Collection[str]) -> Document:
    """What a learner picked: the offer, lines by their parts, boxes by their numbers. Never the ten people, nor whose
    it is.
    """
    all_ = [(box, list(shareable(box.entries))) for box in plan.all_boxes(turn)]
    offer = tuple(_offer(turn)) if OFFER in picks else ()
    offer += tuple(entry for _, entries in all_ for entry in entries if entry.slot.part in picks)
    kept = [
        (box, [entry for entry in entries if entry not in offer]) for box, entries in all_ if str(box.number) in picks
    ]
    sections = tuple(_section(turn, box, shown) for box, shown in kept if shown)
    return _document(turn, offer=_fields(turn, offer), boxes=sections)


def _document(turn: Turn, **parts: object) -> Document:
    day = turn.learner.local(turn.now).date()
    date = turn.say("document-date", year=f"{day.year}", month=day.month, day=day.day)
    words = {f"people-{name}": turn.say(f"document-{name}") for name in HEADINGS}
    words |= {name: turn.say(f"document-{name}") for name in ("file", "people", "acts", "empty", "above", "later")}
    words |= {"bot": turn.course.about.title, "sign": turn.say("picture-sign")}
    return Document(turn.say("document-title-of", title=turn.course.about.title), day, date, words=words, **parts)  # type: ignore[arg-type]


def _section(turn: Turn, box: Box, kept: Sequence[Entry], front: Collection[Entry] = (), ten: int = 0) -> Section:
    """A box with what stands in it or waits since its lesson; what has its place on the first page is named, and of the
    ten how many they are.
    """
    fields = [_in_box(turn, entry, above=entry in front, ten=ten) for entry in kept if _stands(turn, box, entry)]
    return Section(turn.say("document-box", box=box.number, name=box.name), tuple(fields))


def _stands(turn: Turn, box: Box, entry: Entry) -> bool:
    """Whether a slot has its place on paper yet; the checklist, which needs no lesson, comes with its box."""
    if entry.slot.part == CHECKLIST:
        return any(plan.taught(turn, other) or other.text for other in box.entries if other is not entry) or bool(
            entry.text
        )
    return bool(entry.text) or (entry.slot.needed and plan.taught(turn, entry))


def _in_box(turn: Turn, entry: Entry, *, above: bool, ten: int) -> Field:
    if entry.slot.holds is Holds.PEOPLE:
        return Field(plan.slot_name(turn, entry), turn.say("document-people-count", count=ten) if ten else "")
    return replace(_field(turn, entry), above=above)


def _fields(turn: Turn, some: Iterable[Entry]) -> tuple[Field, ...]:
    return tuple(_field(turn, entry) for entry in some)


def _field(turn: Turn, entry: Entry) -> Field:
    """A slot as it is read on paper; what was decided and what came of it tell their day."""
    name = plan.slot_name(turn, entry)
    if entry.slot.holds is Holds.CHECKED:
        items = (item.replace(" ", "\u00a0") for item in entry.text.split("  "))  # each stands whole in its line
        return Field(name, "  ".join(items))
    if entry.at is None or not (entry.slot.holds is Holds.DECISION or entry.slot.part in FOLLOW_UPS):
        return Field(name, entry.told)
    dated_ = turn.say("document-dated", name=name, day=dated(entry.at))
    at = next((line.at for line in turn.record.lines() if line.lesson == entry.slot.part), turn.now)
    before, now = (decisions.hypothesis(turn, moment) for moment in (at, turn.now))
    then = turn.say("document-hypothesis", text=before) if before != now and entry.slot.part not in FOLLOW_UPS else ""
    return Field(dated_, "\n".join(filter(None, (entry.told, before and then))))


def _offer(turn: Turn) -> Iterator[Entry]:
    """The promise, which stands first on the first page, and the price."""
    first = turn.course.about.front[:1]
    for box in plan.all_boxes(turn):
        for entry in box.entries:
            if entry.text and (entry.slot.part in first or entry.slot.holds is Holds.AMOUNT):
                yield entry


def shareable(some: Sequence[Entry]) -> Iterator[Entry]:
    """What may go into a picture: what is written, but for other people's names."""
    return (entry for entry in some if entry.text and entry.slot.holds is not Holds.PEOPLE)


def _choices(turn: Turn, filled: Sequence[Box], picked: Sequence[str], *, more: bool, offer: bool) -> Iterator[Button]:
    """What can be put in or taken out, a page at a time."""
    if offer:
        yield _choice(turn, picked, OFFER, "button-offer")
    for box in filled[PAGE:] if more else filled[:PAGE]:
        yield _choice(turn, picked, f"{box.number}", "button-box", more=more)
    if len(filled) > PAGE:
        words = picked if more else [*picked, MORE]
        yield Button(turn.say("button-other-boxes"), Go("share", " ".join(words)))


def _choice(turn: Turn, picked: Sequence[str], one: str, label: str, *, more: bool = False) -> Button:
    others = [other for other in picked if other != one]
    inside = len(others) < len(picked)
    words = [*(others if inside else [*others, one]), *([MORE] if more else [])]
    return Button(turn.say(f"{label}-out" if inside else f"{label}-in", box=one), Go("share", " ".join(words) or NONE))


def _links(turn: Turn) -> tuple[tuple[str, str], ...]:
    return (
        (turn.say("plan-page-pdf"), "/plan.pdf"),
        (turn.say("plan-page-notes"), "/plan.md"),
        (turn.say("plan-page-chat"), "/"),
    )
