"""The parts of the course as messages: lessons, Saturday's making, Sunday's check, what the article says, terms."""

from collections.abc import Mapping

from bot.conversation import Sorry, Turn
from bot.course.model import Check, Lesson, Part, Practice, Statement
from bot.learning.day import Standing, Step, StepKind, next_step, step_in, waiting_lesson
from bot.message import Button, Go, Message
from handlers import steps


def lesson(turn: Turn) -> Message:
    """The idea of a lesson, in two bubbles and an example from the learner's trade."""
    lesson = part_of(turn)
    if not isinstance(lesson, Lesson):
        raise Sorry("sorry-old-button")
    ideas = [tagged(turn, idea) for idea in lesson.ideas]
    number, planned = turn.course.number(lesson), len(turn.course.lessons)
    title = turn.say("lesson-title", number=number, planned=planned, title=lesson.head.title)
    example = turn.say("lesson-example", text=lesson.example(turn.learner.trade))
    first = Button(turn.say("step-ask"), Go("ask", lesson.checks[0].name))
    return Message((f"{title}\n\n{ideas[0]}", *ideas[1:], example), (first, steps.source_button(turn, lesson)))


def practice(turn: Turn) -> Message:
    """Saturday's making: what to do, and what to send when it is done."""
    practice = part_of(turn) if turn.words else _of_unit(turn.course.practices, turn, turn.standing)
    if not isinstance(practice, Practice):
        raise Sorry("sorry-old-button" if turn.words else "sorry-no-weekend")
    title = turn.say("practice-title", title=practice.head.title, minutes=practice.head.minutes)
    listed = "\n".join(f"{n}. {step}" for n, step in enumerate(practice.steps, 1))
    first, *others = [idea.text for idea in practice.ideas]
    ask = turn.say("practice-ask", steps=listed, prompt=practice.evidence.prompt)
    later = Button(turn.say("button-later"), Go("later", practice.name))
    return Message((f"{title}\n\n{first}", *others, ask)[-3:], (later,), Go("write", practice.name))


def check(turn: Turn) -> Message:
    """Sunday's check: how the week begins to hold together."""
    standing = turn.standing
    check = part_of(turn) if turn.words else _of_unit(turn.course.checks, turn, standing)
    if not isinstance(check, Check):
        raise Sorry("sorry-old-button" if turn.words else "sorry-no-weekend")
    title = turn.say("check-title", title=check.head.title)
    bubbles = tuple(idea.text for idea in check.ideas)
    step = step_in(turn.course, check, standing)
    begin = steps.button_to(turn, Step(StepKind.ASK, check.quizzes[0].name) if step.kind == StepKind.CHECK else step)
    return Message((f"{title}\n\n{bubbles[0]}", *bubbles[1:]), (begin,))


def line(turn: Turn) -> Message:
    """Ask for one line about the learner's own work."""
    part = part_of(turn)
    ask = part.evidence if isinstance(part, Practice) else part.line
    samples = "\n".join(f"“{sample}”" for sample in ask.samples)
    text = turn.say("line-ask", prompt=ask.prompt, samples=samples)
    return Message((text,), (Button(turn.say("button-skip"), Go("skip", part.name)),), Go("write", part.name))


def source(turn: Turn) -> Message:
    """What the article says on this lesson, in our words, with paragraph and tag."""
    standing = turn.standing
    lesson = turn.course.lesson(turn.words) or _at_hand(turn, standing)
    lines = "\n\n".join(f"{claim.text}\n{tag(turn, claim)}" for claim in lesson.claims)
    text = turn.say("source", title=lesson.head.title, lines=lines)
    step = next_step(turn.course, standing)
    begun = lesson.name not in standing.finished
    return Message((text,), (_back(turn, step_in(turn.course, lesson, standing) if begun else step),))


def term(turn: Turn) -> Message:
    """What a term of the course means, and the lesson that teaches it."""
    found = turn.course.terms.get(turn.words)
    if found is None:
        raise Sorry("sorry-unknown")
    lesson, meaning = found
    number = turn.course.number(lesson)
    text = turn.say("term", term=turn.words, meaning=meaning, number=number, title=lesson.head.title)
    back = _back(turn, Step(StepKind.LESSON, lesson.name))
    return Message((text,), (back,))


def follow_up(turn: Turn, which: str) -> Message:
    """A month or three after the course: one question about the 90 days, answered into the last lesson's line."""
    last = turn.course.lessons[-1]
    skip = Button(turn.say("command-plan"), Go("plan"))
    return Message((turn.say(which),), (skip,), Go("write", last.name))


def part_of(turn: Turn) -> Part:
    """The part the turn's words name. Raises Sorry for one the course no longer has."""
    part = turn.course.part(turn.words)
    if part is None:
        raise Sorry("sorry-old-button")
    return part


def tagged(turn: Turn, claim: Statement) -> str:
    """What is said, and under it what it rests on."""
    return f"{claim.text}\n\n{tag(turn, claim)}"


def tag(turn: Turn, claim: Statement) -> str:
    """Opinion, fact, unverified or addition, and the paragraph or source."""
    paragraph = turn.course.about.paragraphs.get(claim.source)
    if paragraph:
        return turn.say("tag-article", tag=claim.tag, id=claim.source, paragraph=paragraph)
    if claim.source:
        return turn.say("tag-source", tag=claim.tag, source=claim.source)
    return turn.say("tag", tag=claim.tag)


def _of_unit(parts: Mapping[int, Part], turn: Turn, standing: Standing) -> Part | None:
    """The weekend's part of the unit the learner has reached."""
    begun = [lesson.head.unit for lesson in turn.course.lessons if lesson.name in standing.finished]
    return parts.get(begun[-1]) if begun else None


def _back(turn: Turn, step: Step) -> Button:
    """Back to the question that was open, else on with the day."""
    question = steps.open_question(turn.learner.screen)
    return Button(turn.say("step-ask"), question) if question else steps.button_to(turn, step)


def _at_hand(turn: Turn, standing: Standing) -> Lesson:
    """The lesson that was begun or shown last, else the last one finished."""
    open_ = waiting_lesson(turn.course, standing)
    done = [lesson for lesson in turn.course.lessons if lesson.name in standing.finished]
    begun = open_ and (step_in(turn.course, open_, standing).kind != StepKind.LESSON or not standing.done_today)
    return open_ if open_ and begun else done[-1]
