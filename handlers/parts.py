"""The parts of the course as messages: lessons, a unit's making and check, what the article says, terms."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from bot.conversation import Sorry, Turn
from bot.course.model import CHECKLIST, Check, Lesson, Part, Practice, Statement
from bot.learning.day import (
    Step,
    StepKind,
    minutes_of,
    next_step,
    open_parts,
    parts_to_come,
    step_in,
    step_inside,
    waiting_lesson,
    waiting_part,
)
from bot.learning.short_lines import pieces
from bot.message import LONGEST_BUBBLE, Button, Go, Message, plain
from bot.message.blocks import Kind, mark, with_terms
from bot.plan import FIRST_WEEK
from bot.record.elsewhere import of_line
from bot.record.learner import FOLLOW_UPS
from bot.rhythm.days import WEEKEND
from handlers import ending, plan, steps
from handlers.keeping import keeping


def lesson(turn: Turn) -> Message:
    """The idea of a lesson, in two bubbles and an example from the learner's trade. A finished one is read again."""
    lesson = part_of(turn)
    if not isinstance(lesson, Lesson):
        raise Sorry("sorry-old-button")
    if lesson.name in turn.standing.finished:
        return turn.go(Go("read", lesson.name))
    ideas = [tagged(turn, idea, lesson.terms) for idea in lesson.ideas]
    number, planned = turn.course.number(lesson), len(turn.course.lessons)
    minutes = _minutes(turn, lesson)
    title = turn.say("lesson-title", number=number, planned=planned, title=lesson.head.title, minutes=minutes)
    example = turn.say("lesson-example", text=lesson.example(turn.learner.trade)) + own_rule(turn, lesson)
    begin = steps.button_to(turn, step_inside(turn.course, lesson, turn.standing))
    opened = Message((f"{title}\n\n{ideas[0]}", *ideas[1:], example), (begin, *steps.beside_lesson(turn, lesson)))
    return paced(turn, opened, Go("lesson", lesson.name))


def practice(turn: Turn) -> Message:
    """A unit's making: what to do, and what to send when it is done; at the weekend also what others have sent."""
    practice = part_of(turn) if turn.words else _come(turn, Practice)
    if not isinstance(practice, Practice):
        return _not_come(turn, Practice)
    title = turn.say("practice-title", title=practice.head.title, minutes=practice.head.minutes)
    listed = "\n".join(f"{n}. {step}" for n, step in enumerate(practice.steps, 1))
    first, *others = [idea.text for idea in practice.ideas]
    ask = turn.say("practice-ask", steps=listed, prompt=practice.evidence.prompt)
    if turn.day.weekday() in WEEKEND:
        ask = _with_samples(turn, ask, practice)
    ask += own_rule(turn, practice)
    later = Button(turn.say("button-later"), Go("later", practice.name))
    opened = Message((f"{title}\n\n{first}", *others, ask)[-3:], (later,), Go("write", practice.name))
    return paced(turn, opened, Go("practice", practice.name))


def own_rule(turn: Turn, part: Part) -> str:
    """What is different in a part for a learner whose work has a rule of its own, behind what all are told; or ""."""
    cards, learner = turn.course.about.laws.values(), turn.learner
    told = (card.line_for(learner.job, learner.trade, part.name) for card in cards if part.name in card.lines)
    return "".join(f"\n\n{line}" for line in told if line)


def check(turn: Turn) -> Message:
    """A unit's check: how its lessons begin to hold together. A finished one shows its scenes once more."""
    check = part_of(turn) if turn.words else _come(turn, Check)
    if not isinstance(check, Check):
        return _not_come(turn, Check)
    title = turn.say("check-title", title=check.head.title, minutes=_minutes(turn, check))
    bubbles = tuple(idea.text for idea in check.ideas)
    begin = steps.button_to(turn, step_inside(turn.course, check, turn.standing))
    return paced(turn, Message((f"{title}\n\n{bubbles[0]}", *bubbles[1:]), (begin,)), Go("check", check.name))


def _minutes(turn: Turn, part: Lesson | Check) -> object:
    """How many minutes a part takes, for its title; "none" where they are not told."""
    return minutes_of(turn.course, part, turn.standing) or "none"


def paced(turn: Turn, message: Message, go: Go) -> Message:
    """What a part is opened with; for who reads slowly in short bubbles, one at a time, the last with its buttons.
    `go` opens it; the page that is asked for stands behind the part's name in the words of the turn.
    """
    if not turn.learner.short_lines:
        return message
    texts, (_, _, asked) = pieces(message.marked or message.bubbles), turn.words.partition(" ")
    page = min(int(asked), len(texts)) if asked.isdecimal() and len(asked) < 3 and int(asked) else 1
    key = "paced" if page > 1 or len(texts) == 1 else "paced-first"
    text = turn.say(key, text=texts[page - 1], page=page, pages=len(texts))
    if page == len(texts):
        return replace(message, bubbles=(text,))
    return Message((text,), (Button(turn.say("button-read-on"), Go(go.command, f"{go.argument} {page + 1}")),))


def line(turn: Turn) -> Message:
    """Ask for one line about the learner's own work, or for what a making has brought; only a line may be skipped.
    Where something stands already, it is shown, and may be left, emptied or erased.
    """
    if (after := of_line(turn.words))[0] in FOLLOW_UPS:
        return (ending.ask_elsewhere if after[1] else ending.follow_up)(turn, turn.words)
    if turn.words == CHECKLIST:
        return turn.go(Go(CHECKLIST))
    if turn.words == FIRST_WEEK:
        now, kept = plan.present(turn, FIRST_WEEK)
        ask_for = turn.say("line-anew", prompt=turn.say("first-week-ask", week=plan.first_week(turn)))
        return Message(tuple(filter(None, (now, ask_for))), kept, Go("write", FIRST_WEEK))
    part, name = part_of(turn), turn.words
    making = isinstance(part, Practice)
    ask = part.evidence if isinstance(part, Practice) else part.line
    samples = "\n".join(f"“{sample}”" for sample in ask.samples)
    text = turn.say("line-ask", prompt=ask.prompt, samples=samples)
    now, kept = plan.present(turn, name)
    if now and isinstance(part, Check) and part is waiting_part(turn.course, turn.standing):
        return ask_promise(turn, part, now)  # it was left between its line and the promise
    if now:
        return Message(
            (now, turn.say("line-anew", prompt=ask.prompt)), (*kept, *plan.helps(turn, name)), Go("write", name)
        )
    aside = Button(turn.say("button-later" if making else "button-skip"), Go("later" if making else "skip", name))
    return Message((text,), (*plan.helps(turn, part.name), aside), Go("write", name))


def ask_promise(turn: Turn, part: Check, told: str) -> Message:
    """The next week's promise, which a check asks for behind its line; `told` is said first."""
    samples = "\n".join(f"“{sample}”" for sample in part.promise.samples)
    ask = turn.say("promise-ask", prompt=part.promise.prompt, samples=samples)
    return Message((told, ask), (leaves_promise(turn, part),), Go("promise", part.name))


def leaves_promise(turn: Turn, part: Part) -> Button:
    """The button that makes no other promise for the next week."""
    return Button(turn.say("button-keep-promise" if may_stay(turn, part) else "button-skip"), Go("skip", part.name))


def may_stay(turn: Turn, part: Part) -> bool:
    """Whether there is a promise that may hold on: after the last part no lesson is opened any more."""
    return bool(turn.learner.intention) and part is not turn.course.parts[-1]


def stuck(turn: Turn) -> Message:
    """Somebody does not know what to write: a way to begin, with what others might."""
    part = part_of(turn)
    ask = part.evidence if isinstance(part, Practice) else part.line
    samples = "\n".join(f"“{sample}”" for sample in ask.samples)
    skip = Button(turn.say("button-skip"), Go("skip", turn.words))
    return Message((turn.say("line-stuck", prompt=ask.prompt, samples=samples),), (skip,), Go("write", turn.words))


def source(turn: Turn) -> Message:
    """What the article says on this lesson, in our words, with paragraph and tag. A line that is asked for stays open,
    and so does what comes to mind of the lesson before.
    """
    standing = turn.standing
    lesson = turn.course.lesson(turn.words) or at_hand(turn)
    lines = "\n\n".join(mark(Kind.SOURCE, f"{claim.text}\n{plain(tag(turn, claim))}") for claim in lesson.claims)
    text = turn.say("source", title=lesson.head.title, lines=lines)
    screen = turn.learner.screen
    if screen and screen.expects and not steps.open_question(screen):
        return keeping(turn, [text])
    begun = lesson is waiting_part(turn.course, standing)
    step = step_in(turn.course, lesson, standing) if begun else next_step(turn.course, standing)
    return Message((text,), (_back(turn, step),))


def term(turn: Turn) -> Message:
    """What a term of the course means, the lesson that teaches it, and the workshop that is called by it."""
    found = turn.course.terms.get(turn.words)
    if found is None:
        raise Sorry("sorry-unknown")
    lesson, meaning = found
    number = turn.course.number(lesson)
    text = turn.say("term", term=turn.words, meaning=meaning, number=number, title=lesson.head.title)
    if turn.learner.screen and turn.learner.screen.expects:
        return keeping(turn, [text])
    come = lesson.name in turn.standing.finished or lesson is waiting_part(turn.course, turn.standing)
    step = Step(StepKind.LESSON, lesson.name) if come else steps.step_of_today(turn)
    names = (name for name in turn.course.about.workshops if turn.say(f"workshop-name-{name}").startswith(turn.words))
    return Message((text,), (_back(turn, step), *(Button(turn.say(f"button-{name}"), Go(name)) for name in names)))


def at_hand(turn: Turn) -> Lesson:
    """The day's lesson: the one begun, else the one finished today, else the one that waits; on the day of a making or
    a check the last one taught.
    """
    lessons, standing = turn.course.lessons, turn.standing
    part, waiting = waiting_part(turn.course, standing), waiting_lesson(turn.course, standing)
    if waiting and part is waiting:
        begun = step_in(turn.course, waiting, standing).kind != StepKind.LESSON
        if begun or not standing.done_today:
            return waiting
    today = [lesson for lesson in lessons if standing.finished.get(lesson.name) == standing.day]
    done = [lesson for lesson in lessons if lesson.name in standing.finished]
    return (today or done or [lessons[0]])[-1]


def part_of(turn: Turn) -> Part:
    """The part the turn's words name. Raises Sorry for one the course no longer has."""
    part = turn.course.part(turn.words.partition(" ")[0])  # the number of a page may follow
    if part is None:
        raise Sorry("sorry-old-button")
    return part


def tagged(turn: Turn, claim: Statement, terms: Iterable[str] = ()) -> str:
    """What is said, with the terms in it marked, and under it what it rests on."""
    return f"{with_terms(claim.text, terms)}\n\n{tag(turn, claim)}"


def tag(turn: Turn, claim: Statement) -> str:
    """Opinion, fact, unverified or addition, and the paragraph or source."""
    paragraph = turn.course.about.paragraphs.get(claim.source)
    if paragraph:
        return turn.say("tag-article", tag=claim.tag, id=claim.source, paragraph=paragraph)
    if claim.source:
        return turn.say("tag-source", tag=claim.tag, source=claim.source)
    return turn.say("tag", tag=claim.tag)


def _come(turn: Turn, kind: type[Part]) -> Part | None:
    """The making or check to be done now: the one that waits, else the first one left open, and once none is to come
    the last one done.
    """
    waiting = waiting_part(turn.course, turn.standing)
    if isinstance(waiting, kind):
        return waiting
    left = next((part for part in open_parts(turn.course, turn.standing) if isinstance(part, kind)), None)
    return left or (None if _coming(turn, kind) else _last_done(turn, kind))


def _coming(turn: Turn, kind: type[Part]) -> Part | None:
    return next((part for part in parts_to_come(turn.course, turn.standing) if isinstance(part, kind)), None)


def _last_done(turn: Turn, kind: type[Part]) -> Part | None:
    finished = turn.standing.finished
    done = (part for part in reversed(turn.course.parts) if part.name in finished)
    return next((part for part in done if isinstance(part, kind)), None)


def _not_come(turn: Turn, kind: type[Part]) -> Message:
    """A making or check before its turn: what stands before it, and the last one that was done. Raises Sorry where
    none is to come.
    """
    coming, done = _coming(turn, kind), _last_done(turn, kind)
    if turn.words or coming is None:
        raise Sorry("sorry-old-button")
    past = [Button(turn.say(f"button-past-{done.head.kind}"), Go(done.head.kind, done.name))] if done else []
    return keeping(turn, [to_come(turn, coming)], past)


def to_come(turn: Turn, part: Part) -> str:
    """What stands before a making or check that is to come: of its own unit by number, of others that they do."""
    before = list(takewhile(lambda one: one is not part, parts_to_come(turn.course, turn.standing)))
    own = [type(one) for one in before if one.head.unit == part.head.unit]
    needs = "making" if Practice in own else "lessons"
    needs = "both" if Practice in own and Lesson in own else needs
    units = "some" if len(own) < len(before) else "none"
    key = f"not-come-{part.head.kind}"
    return turn.say(key, unit=part.head.unit, lessons=own.count(Lesson), needs=needs, units=units)


def _with_samples(turn: Turn, ask: str, practice: Practice) -> str:
    """The task with as many of the samples as its bubble holds."""
    samples: list[str] = []
    text = ask
    for sample in practice.evidence.samples:
        samples.append(f"“{sample}”")
        longer = turn.say("practice-samples", ask=ask, samples="\n".join(samples))
        if len(longer) > LONGEST_BUBBLE:
            break
        text = longer
    return text


def _back(turn: Turn, step: Step) -> Button:
    """Back to the question that was open, else on with the day."""
    question = steps.open_question(turn.learner.screen)
    if question:
        return Button(turn.say("step-ask"), question)
    waits = step.kind is StepKind.LESSON and step.name not in turn.standing.finished
    return steps.onward(turn) if waits else steps.button_to(turn, step)
