"""Which courses there are, and how a learner takes another one; each keeps its own progress and plan."""

from collections.abc import Callable

from bot.conversation import Handler, Sorry, Turn
from bot.course.holds import Holds
from bot.course.model import Course
from bot.learning.habit import weeks_for
from bot.message import Button, Go, Message, Tone
from bot.record.courses import taking, waiting
from bot.record.facts import TookCourse
from bot.record.learner import Undo
from handlers import steps
from handlers.keeping import keeping
from handlers.next_act import cut, next_act

FEW = 14  # parts of a course whose length is told in days


def course(turn: Turn) -> Message:
    """The courses that are offered; with the name or the title of one, it is taken. Raises Sorry where it is none."""
    if not turn.words:
        return _all(turn)
    chosen = turn.offered.get(turn.words) or _titled(turn)
    if chosen is None:
        raise Sorry("sorry-no-such-course")
    return _take(turn, chosen)


def where(holds: Callable[[Course], object], handler: Handler) -> Handler:
    """A handler for courses that hold something; elsewhere it is said that theirs does not."""

    def held(turn: Turn) -> Message:
        if not holds(turn.course):
            raise Sorry("sorry-not-in-course")
        return handler(turn)

    return held


def has_workshop(name: str) -> Callable[[Course], object]:
    """Whether a course has a workshop."""
    return lambda course: name in course.about.workshops


def has_people(course: Course) -> bool:
    """Whether the ten people have a place in its plan."""
    return any(slot.holds is Holds.PEOPLE for slot in course.slots)


def button(turn: Turn) -> tuple[Button, ...]:
    """The way to the other courses, where there are any."""
    several = any(name != turn.learner.course for name in turn.offered)
    return (Button(turn.say("button-courses"), Go("course")),) if several else ()


def hello(turn: Turn) -> str:
    """What the course is, and how long it takes."""
    parts, lessons = len(turn.course.parts), len(turn.course.lessons)
    weeks = {"daily": weeks_for(parts, 7), "weekdays": weeks_for(parts, 5)}
    span = turn.say("welcome-span", **weeks) if parts > FEW else turn.say("welcome-span-days", daily=parts)
    title = turn.course.about.title
    ending = turn.say("welcome-named", title=title).removeprefix(title)
    return turn.say("welcome-hello", title=title, ending=ending, lessons=lessons, span=span)


def ask(turn: Turn) -> Message:
    """Which course a newcomer begins with; who tells what they do instead begins with the first."""
    rows = [_row(turn, one, begun=False) for one in turn.offered.values()]
    asked = turn.say("course-which", count=len(rows))
    return Message(("\n\n".join((asked, *rows)),), tuple(map(_choice, turn.offered.values())), Go("trade"))


def elsewhere(turn: Turn) -> str:
    """The courses that they have begun and are not in, in a line; "" for none."""
    titles = [turn.offered[name].about.title for name in waiting(turn.learner) if name in turn.offered]
    return turn.say("mine-elsewhere", titles=", ".join(titles)) if titles else ""


def _all(turn: Turn) -> Message:
    here, begun = turn.course if turn.learner.course in ("", *turn.offered) else None, waiting(turn.learner)
    head = turn.say("course-here", title=here.about.title) if here else turn.say("course-gone")
    others = [one for one in turn.offered.values() if one is not here]
    rows = [_row(turn, one, begun=one.name in begun) for one in others]
    told = turn.say("course-others" if others else "course-only")
    bubbles, choices = ("\n\n".join((head, *rows)), told), tuple(map(_choice, others))
    return keeping(turn, bubbles, choices) if here else Message(bubbles, choices)


def _row(turn: Turn, one: Course, *, begun: bool) -> str:
    about = one.about
    key = "course-row-begun" if begun else "course-row"
    return turn.say(key, title=about.title, brief=about.brief or about.article)


def _choice(one: Course) -> Button:
    return Button(one.about.title, Go("course", one.name))


def _titled(turn: Turn) -> Course | None:
    """The course whose title stands in the words."""
    said = "".join(turn.words.split())
    return next((one for one in turn.offered.values() if "".join(one.about.title.split()) in said), None)


def _take(turn: Turn, chosen: Course) -> Message:
    """Go on in a course, where they left off there. A newcomer is asked what all are asked."""
    before, begun, new = turn.offered.get(turn.learner.course), chosen.name in waiting(turn.learner), _is_new(turn)
    if chosen is not turn.course or before is None:
        left = turn.learner.course
        act = cut(next_act(turn)) if turn.learner.ended_at else ""
        turn.happened(TookCourse(taking(turn.record, chosen.name, act)))
        turn.change(undo=Undo(turn.now, course=left if before else ""))
        turn.course = chosen
        turn.schedule()
    elif not new:
        return Message((turn.say("course-already", title=chosen.about.title),), (steps.onward(turn),))
    if new:
        return steps.opened_with(hello(turn), turn.go(Go("trade")))
    today = Button(turn.say("button-today" if begun else "button-first"), Go("today"), Tone.MAIN)
    told = turn.say("course-again" if begun else "course-taken", title=chosen.about.title)
    return Message((told, turn.say("course-apart")), (today, *([_choice(before)] if before else [])))


def _is_new(turn: Turn) -> bool:
    """Whether the first question is still to be answered."""
    return not (turn.learner.trade or turn.learner.rhythm)
