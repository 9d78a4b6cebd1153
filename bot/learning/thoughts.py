"""A thought comes back in other words: its questions take turns, and none is asked again and again. Pure."""

from collections import defaultdict
from datetime import timedelta

from bot.course.model import Course, Thought
from bot.course.quizzes import SELF_GRADED, Quiz
from bot.learning.standing import History, Standing

MOST_ASKED = 5  # answers to a question, after which it rests: a reminder may show it once more, and be left unanswered
REST = timedelta(days=42)  # the six weeks of the course: no sentence is read more than MOST_ASKED + 1 times in them


def next_question(thought: Thought, standing: Standing) -> Quiz | None:
    """The question that asks a thought next: not the one seen last while there is another, of another kind than it
    where there is one, and of those the least recently seen. None while all of them rest.
    """
    seen = {
        quiz.name: standing.answered[quiz.name].seen for quiz in thought.questions if quiz.name in standing.answered
    }
    in_turn = sorted(thought.questions, key=lambda quiz: seen.get(quiz.name, 0))
    last = in_turn[-1] if seen else None
    open_ = [quiz for quiz in in_turn if quiz.kind not in SELF_GRADED and not rests(quiz.name, standing)]
    others = [quiz for quiz in open_ if quiz is not last] or open_
    changed = [quiz for quiz in others if last is None or quiz.kind != last.kind] or others
    return changed[0] if changed else None


def rests(quiz: str, standing: Standing) -> bool:
    """Whether a question has been asked so often of late that it is asked no more for a while."""
    mark = standing.answered.get(quiz)
    return mark is not None and mark.asked >= MOST_ASKED and standing.day - mark.last < REST


def met_today(thought: Thought, standing: Standing) -> bool:
    """Whether one of its questions was answered today: memory takes the first answer of a study day alone."""
    marks = (standing.answered.get(quiz.name) for quiz in thought.questions)
    return any(mark is not None and mark.last >= standing.day for mark in marks)


def once_more(course: Course, standing: Standing) -> list[Quiz]:
    """What was answered wrongly today and not asked again yet returns once, at the end of the same sitting: in other
    words, or in the same where there are no others; in the order of the answers.
    """
    today = sorted((mark.seen, name) for name, mark in standing.answered.items() if mark.last == standing.day)
    tries: defaultdict[str, list[str]] = defaultdict(list)
    for _, name in today:
        thought = course.thoughts.get(name)
        tries[thought.name if thought else name].append(name)
    wrong = [names[0] for names in tries.values() if _wrong_once([standing.answered[name] for name in names])]
    found = (_again(course, name, standing) for name in wrong)
    return [quiz for quiz in found if quiz]


def _wrong_once(marks: list[History]) -> bool:
    return sum(mark.times for mark in marks) == 1 and not any(mark.rights for mark in marks)


def _again(course: Course, name: str, standing: Standing) -> Quiz | None:
    thought = course.thoughts.get(name)
    if thought:
        return next_question(thought, standing)
    return None if rests(name, standing) or name not in course.quizzes else course.quizzes[name][1]
