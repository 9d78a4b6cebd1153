"""How long a day takes, reckoned from the words that are shown: once for a whole course, not in a turn. Pure."""

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from bot.course.model import About, Check, Course, Lesson, Part
from bot.course.quizzes import Quiz
from bot.course.quizzes.kind import Say, told
from bot.learning.standing import Standing

BUDGET = 300.0  # seconds of a day, makings apart; what does not fit stays due
SHORTEST = 12.0  # seconds: no question takes less, and with less left none is looked for
SYLLABLES_A_MINUTE = 510  # adults in silence: 202 words a minute (Rhiu et al. 2017, KJO 31:3), 2.5 syllables a word
TAP = 3.0  # seconds to find a button and tap it
WORD = 6.0  # seconds to type a word
MISTAKE = 7.0  # seconds more to read why a wrong answer is none
USUAL = 0.2  # of answers are wrong: lessons aim at 75 to 90 of 100 right
SENTENCE = 20.0  # seconds to type a line
AROUND = 35.0  # seconds for what stands around a part: a greeting, what was kept, once a week the letter

HANDS: Mapping[str, float] = {
    "cloze": WORD,
    "initials": WORD,
    "match": 3 * TAP,
    "order": 4 * TAP,
    "essay": SENTENCE + TAP,
}
"""Seconds that an answer takes by hand, by the kind of its question; for all others a tap."""


def timed(course: Course, say: Say) -> Course:
    """The course, with the seconds that each part and question takes; as it is, where it has them."""
    if course.seconds:
        return course
    questions = {name: _question(quiz, course.about, say) for name, (_, quiz) in course.quizzes.items()}
    return replace(course, seconds={**questions, **{part.name: _part(part, say) for part in course.parts}})


def spent(course: Course, standing: Standing, since: date | None = None) -> float:
    """Seconds that today has taken, or all days since one: what was answered and what was finished, makings apart. A
    question that was asked on several days counts on the last of them: of earlier ones it is not kept how often it was.
    """
    first = since or standing.day
    asked = [(name, mark) for name, mark in standing.answered.items() if mark.last >= first]
    wrong = sum(mark.times - mark.rights for _, mark in asked)
    answered = (mark.times * course.seconds.get(name, 0.0) for name, mark in asked)
    finished = (course.seconds.get(name, 0.0) for name, day in standing.finished.items() if day >= first)
    return sum(chain(answered, finished)) + (wrong * MISTAKE if course.seconds else 0.0)


def spent_in_all(course: Course, standing: Standing) -> float:
    """Seconds that all days have taken, makings apart. A mistake is counted for nothing: of earlier days it is not kept
    how many there were.
    """
    asked = (mark.asked * course.seconds.get(name, 0.0) for name, mark in standing.answered.items())
    return sum(chain(asked, (course.seconds.get(name, 0.0) for name in standing.finished)))


def in_minutes(seconds: float) -> int:
    """Whole minutes that are enough."""
    return math.ceil(seconds / 60)


def reading(text: str) -> float:
    """Seconds to read a text: its syllables, and digits and letters as one each."""
    return sum(map(str.isalnum, text)) * 60 / SYLLABLES_A_MINUTE


def _question(quiz: Quiz, about: About, say: Say) -> float:
    """The question, an answer, why it is right; then on."""
    sources = (say("quiz-source", paragraph=about.paragraphs.get(one, ""), id=one) for one in quiz.sources)
    shown = (say("quiz-review"), *quiz.ask("", say).bubbles, *told(quiz.solution(say), say), *sources)
    return sum(map(reading, shown)) + HANDS.get(quiz.kind, TAP) + TAP


def _part(part: Part, say: Say) -> float:
    """A part without its questions: its opening, what it asks to be written, its end. A making takes its own time."""
    if not isinstance(part, Lesson | Check):
        return 0.0
    asked = [part.line, part.promise] if isinstance(part, Check) else [part.line]
    lines = (say("line-ask", prompt=ask.prompt, samples="\n".join(ask.samples)) for ask in asked)
    examples = part.examples.values() if isinstance(part, Lesson) else ()
    longest = max(map(reading, examples), default=0.0)
    ideas = (word for idea in part.ideas for word in (idea.text, idea.tag, idea.source))
    texts = (part.head.title, *ideas, *lines, say("lesson-end", text=part.end, days=99))
    return sum(map(reading, texts)) + longest + 2 * TAP + len(asked) * SENTENCE + AROUND
