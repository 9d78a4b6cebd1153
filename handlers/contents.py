"""목차: the units with their goals and what is done; a finished part is read again, and nothing changes by it."""

import re
from collections.abc import Iterator

from bot.conversation import Sorry, Turn
from bot.course.model import Check, Lesson, Part, Practice
from bot.learning.day import Step, StepKind, open_parts, waiting_part
from bot.learning.short_lines import pieces
from bot.message import LONGEST_BUBBLE, Button, Go, Message
from handlers import courses, steps
from handlers.keeping import keeping
from handlers.parts import own_rule, tagged

_NUMBER = re.compile(r"\d+")
A_PAGE = 2  # bubbles read at once; the third says that the open question still is


def contents(turn: Turn) -> Message:
    """All units; with the number of one after it, its parts. A question that is open stays open."""
    units = turn.course.about.units
    if number := _NUMBER.search(turn.words):
        return _unit(turn, number[0])
    rows = [turn.say("contents-unit", **_about(turn, unit)) for unit in units]
    buttons = [Button(turn.say("button-unit", number=unit), Go("contents", unit)) for unit in units]
    return keeping(turn, [turn.say("contents", units="\n\n".join(rows))], [*buttons, *courses.button(turn)])


def read(turn: Turn) -> Message:
    """A finished part once more, with the line that was written in it. Raises Sorry for one that is to come."""
    name, _, number = turn.words.partition(" ")
    part = turn.course.part(name)
    if part is None:
        raise Sorry("sorry-old-button")
    if part.name not in turn.standing.finished:
        raise Sorry("sorry-not-come")
    texts = list(_texts(turn, part))
    texts = pieces(texts) if turn.learner.short_lines else texts
    size = 1 if turn.learner.short_lines else A_PAGE
    pages = [texts[at : at + size] for at in range(0, len(texts), size)]
    page = min(int(number), len(pages)) if number.isdecimal() and len(number) < 3 and int(number) else 1
    shown = pages[page - 1]
    if len(pages) > 1:
        shown = [*shown[:-1], turn.say("paced", text=shown[-1], page=page, pages=len(pages))]
    on = [Button(turn.say("button-read-on"), Go("read", f"{name} {page + 1}"))] if page < len(pages) else []
    unit = f"{part.head.unit}"
    back = Button(turn.say("button-unit", number=unit), Go("contents", unit))
    law = steps.beside_lesson(turn, part)[1:] if isinstance(part, Lesson) else ()
    return keeping(turn, shown, [*on, *_following(turn, part), *law, back])


def _following(turn: Turn, part: Part) -> list[Button]:
    """The next part of the unit, where it is finished too."""
    parts, finished = turn.course.of_unit[f"{part.head.unit}"], turn.standing.finished
    after = parts[parts.index(part) + 1 :][:1]
    return [_again(turn, other) for other in after if other.name in finished]


def done_of(turn: Turn, unit: str) -> tuple[int, int]:
    """How many parts of a unit are finished, and how many it has."""
    parts, finished = turn.course.of_unit.get(unit, ()), turn.standing.finished
    return sum(part.name in finished for part in parts), len(parts)


def _about(turn: Turn, unit: str) -> dict[str, object]:
    about, (done, count) = turn.course.about, done_of(turn, unit)
    waiting = waiting_part(turn.course, turn.standing)
    begun = done or (waiting and str(waiting.head.unit) == unit)
    state = "done" if done == count else "begun" if begun else "new"
    return {
        "number": unit, "name": about.units[unit], "goal": about.goals.get(unit, ""), "state": state, "done": done,
        "count": count,
    }  # fmt: skip


def _unit(turn: Turn, unit: str) -> Message:
    """The parts of a unit, each with how it stands; what is finished can be read again."""
    if unit not in turn.course.about.units:
        return keeping(turn, [turn.say("sorry-no-such-unit", units=len(turn.course.about.units))])
    parts, standing = turn.course.of_unit.get(unit, ()), turn.standing
    waiting, left = waiting_part(turn.course, standing), open_parts(turn.course, standing)
    rows = []
    for part in parts:
        state = "done" if part.name in standing.finished else "now" if part is waiting else "new"
        rows.append(turn.say("contents-part", name=_name(turn, part), state="left" if part in left else state))
    text = turn.say("contents-of-unit", parts="\n".join(rows), **_about(turn, unit))
    again = [_again(turn, part) for part in parts if part.name in standing.finished]
    open_ = [Button(turn.say(f"step-{part.head.kind}-open"), _opens(part)) for part in parts if part in left]
    return keeping(turn, [text], [*again, *open_, Button(turn.say("command-contents"), Go("contents"))])


def _opens(part: Part) -> Go:
    return steps.begins(Step(StepKind(part.head.kind), part.name))


def _name(turn: Turn, part: Part) -> str:
    """12. a lesson's title, 만들기: a making's, 점검: a check's."""
    if isinstance(part, Lesson):
        return turn.say("contents-lesson", number=turn.course.number(part), title=part.head.title)
    return turn.say(f"contents-{part.head.kind}", title=part.head.title)


def _title(turn: Turn, part: Part) -> str:
    if not isinstance(part, Lesson):
        return _name(turn, part)
    number, planned = turn.course.number(part), len(turn.course.lessons)
    return turn.say("lesson-title", number=number, planned=planned, title=part.head.title, minutes="none")


def _again(turn: Turn, part: Part) -> Button:
    number = turn.course.number(part) if isinstance(part, Lesson) else 0
    return Button(turn.say(f"button-see-{part.head.kind}", number=number), Go("read", part.name))


def _texts(turn: Turn, part: Part) -> Iterator[str]:
    """What a part says, in bubbles: its scenes with their answers, its task, and the learner's own line."""
    written = next((line.text for line in turn.record.lines() if line.lesson == part.name), "")
    own = turn.say("read-line", line=written) if written else ""
    ideas = [tagged(turn, idea) if isinstance(part, Lesson) else idea.text for idea in part.ideas]
    yield from _joined([_title(turn, part), *ideas])
    if isinstance(part, Lesson):
        example = turn.say("lesson-example", text=part.example(turn.learner.trade))
        yield from _joined([f"{example}{own_rule(turn, part)}", own])
    elif isinstance(part, Practice):
        listed = "\n".join(f"{n}. {step}" for n, step in enumerate(part.steps, 1))
        yield from _joined([turn.say("practice-ask", steps=listed, prompt=part.evidence.prompt), own])
    elif isinstance(part, Check):
        for quiz in part.quizzes:
            answer = quiz.solution(turn.say)
            yield from _joined([quiz.question, answer.solution, *answer.because])
        yield from _joined([own])


def _joined(texts: list[str]) -> Iterator[str]:
    """The texts in as few bubbles as hold them."""
    bubble = ""
    for text in filter(None, texts):
        longer = f"{bubble}\n\n{text}".strip()
        if len(longer) > LONGEST_BUBBLE - 20:  # room for the number of the page
            yield bubble
            longer = text
        bubble = longer
    if bubble:
        yield bubble
