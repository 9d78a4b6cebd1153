"""The day: reviews, the one lesson that waits, a line for one's own work, and a clear end."""

from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.learning.day import Standing, Step, next_step, step_in, waiting
from bot.lessons import Claim, Lesson
from bot.message import Button, Message
from bot.store.plans import Line

LONGEST_LINE = 300  # characters: one line of one's own work, two sentences at most


async def today(turn: Turn) -> Message:
    """Open what waits today, or say kindly that today is done."""
    return await _open(turn, await step_of_today(turn))


async def ring(turn: Turn) -> Message:
    """The daily lesson, said by the clock: it quotes the learner's own plan. Nothing rings on a day already done."""
    standing = await standing_of(turn)
    step = next_step(turn.course.lessons, standing)
    if step.kind == "done":
        raise Sorry("day-done")
    if step.kind == "end":
        turn.change(next_lesson_at=None)  # else the learner would be congratulated every morning
    cue = turn.learner.intention
    opening = turn.say("ring", cue=cue) if cue else turn.say("ring-plain")
    return _opened_with(opening, await _open(turn, step))


async def go_on(turn: Turn) -> Message:
    """The next step; once today is done, the next lesson ahead of its day, and it says so."""
    standing = await standing_of(turn)
    step = next_step(turn.course.lessons, standing)
    if step.kind != "done":
        return await _open(turn, step)
    return _opened_with(
        turn.say("lesson-ahead"), await _open(turn, next_step(turn.course.lessons, standing, ahead=True))
    )


async def lesson(turn: Turn) -> Message:
    """The idea of a lesson, in two bubbles and an example from the learner's trade."""
    lesson = _lesson(turn)
    ideas = [_tagged(turn, idea) for idea in lesson.ideas]
    title = turn.say("lesson-title", number=turn.course.number(lesson), planned=turn.course.about.planned,
                     title=lesson.head.title)  # fmt: skip
    example = turn.say("lesson-example", text=lesson.example(turn.learner.trade))
    bubbles = (f"{title}\n\n{ideas[0]}", *ideas[1:], example)
    first = lesson.quizzes[0].name
    return Message(bubbles, (Button(turn.say("step-ask"), f"/ask {first}"), _source_button(turn, lesson)))


async def line(turn: Turn) -> Message:
    """Ask for one line about the learner's own work."""
    lesson = _lesson(turn)
    samples = "\n".join(f"“{sample}”" for sample in lesson.line.samples)
    ask = turn.say("line-ask", prompt=lesson.line.prompt, samples=samples)
    return Message((ask,), (Button(turn.say("button-skip"), f"/skip {lesson.name}"),), f"/write {lesson.name}")


async def write(turn: Turn) -> Message:
    """Keep the line in the plan, and end the day."""
    name, _, text = turn.words.partition(" ")
    turn.words = name
    lesson = _lesson(turn)
    if not text.strip():
        raise Sorry("sorry-no-words")
    if len(text) > LONGEST_LINE:
        raise Sorry("sorry-too-long", most=LONGEST_LINE)
    await turn.store.plans.write(turn.learner, Line(lesson.head.box, lesson.name, text.strip(), turn.now))
    box = turn.course.about.boxes[str(lesson.head.box)]
    return await _finish(turn, lesson, turn.say("line-kept", box=lesson.head.box, name=box))


async def skip(turn: Turn) -> Message:
    """End the day without a line; it can be written any time."""
    return await _finish(turn, _lesson(turn), "")


async def source(turn: Turn) -> Message:
    """What the article says on this lesson, in our words, with paragraph and tag."""
    standing = await standing_of(turn)
    lesson = turn.course.lesson(turn.words) or _last_opened(turn, standing)
    lines = "\n\n".join(f"{claim.text}\n{_tag(turn, claim)}" for claim in lesson.claims)
    text = turn.say("source", title=lesson.head.title, lines=lines)
    return Message((text,), (button_to(turn, step_in(lesson, standing)),))


async def standing_of(turn: Turn) -> Standing:
    """Where the learner stands now."""
    progress, learner = turn.store.progress, turn.learner
    return Standing(
        await progress.finished(learner), await progress.answered(learner), await turn.store.cards.of(learner), turn.day
    )


async def step_of_today(turn: Turn) -> Step:
    """The step that waits for the learner today."""
    return next_step(turn.course.lessons, await standing_of(turn))


def button_to(turn: Turn, step: Step) -> Button:
    """The button that takes the learner to a step."""
    commands = {"review": "/ask", "ask": "/ask", "lesson": "/lesson", "line": "/line"}
    if step.kind not in commands:
        return Button(turn.say("command-progress"), "/progress")
    return Button(turn.say(f"step-{step.kind}"), f"{commands[step.kind]} {step.name}")


async def _open(turn: Turn, step: Step) -> Message:
    match step.kind:
        case "review" | "ask":
            return await turn.hand_to(turn.commands["ask"].handler, step.name)
        case "lesson":
            return await turn.hand_to(lesson, step.name)
        case "line":
            return await turn.hand_to(line, step.name)
        case "done":
            ahead = Button(turn.say("button-ahead"), "/next")
            return Message((turn.say("day-done"),), (ahead, Button(turn.say("command-progress"), "/progress")))
        case _:
            return Message((turn.say("course-end"),), (Button(turn.say("command-progress"), "/progress"),))


def _opened_with(line: str, message: Message) -> Message:
    first, *others = message.bubbles
    return replace(message, bubbles=(f"{line}\n\n{first}", *others))


async def _finish(turn: Turn, lesson: Lesson, kept: str) -> Message:
    await turn.store.progress.finish(turn.learner, lesson.name, turn.day, turn.now)
    days = await turn.store.progress.days(turn.learner)
    end = turn.say("lesson-end", text=lesson.end, days=days)
    buttons = (Button(turn.say("command-progress"), "/progress"), Button(turn.say("button-ahead"), "/next"))
    return Message((kept, end) if kept else (end,), buttons)


def _lesson(turn: Turn) -> Lesson:
    lesson = turn.course.lesson(turn.words)
    if lesson is None:
        raise Sorry("sorry-old-button")
    return lesson


def _last_opened(turn: Turn, standing: Standing) -> Lesson:
    """The lesson at hand: the one that was begun or shown last, else the last one finished."""
    open_ = waiting(turn.course.lessons, standing)
    done = [lesson for lesson in turn.course.lessons if lesson.name in standing.finished]
    begun = open_ and (step_in(open_, standing).kind != "lesson" or standing.day not in standing.finished.values())
    return open_ if open_ and begun else done[-1]


def _tagged(turn: Turn, idea: Claim) -> str:
    return f"{idea.text}\n\n{_tag(turn, idea)}"


def _tag(turn: Turn, claim: Claim) -> str:
    paragraph = turn.course.about.paragraphs.get(claim.source)
    if paragraph:
        return turn.say("tag-article", tag=claim.tag, id=claim.source, paragraph=paragraph)
    if claim.source:
        return turn.say("tag-source", tag=claim.tag, source=claim.source)
    return turn.say("tag", tag=claim.tag)


def _source_button(turn: Turn, lesson: Lesson) -> Button:
    return Button(turn.say("command-source"), f"/source {lesson.name}")
