"""Whether our reviews help: `python -m tests.bench.memory` lets simulated learners study under several schedules.

Ours is the code that serves learners: `bot.learning.memory` schedules, `bot.learning.day` and `bot.learning.thoughts`
choose. Every schedule gets the same sittings: at most so many reviews, one lesson with its two questions, what was
wrong once more at the end. Memory itself follows one of two models, neither fitted to our lessons: FSRS-6, on which our
scheduler rests, so it is at home there; and ACT-R, to which it is a stranger. Levels differ widely; only orders that
hold in both say much.

A thought has two sentences, and the models remember sentences. An answer to one is with a chance of TRANSFER as good as
one to the other, as far as it teaches at all: by FSRS a later wrong one does not, by ACT-R the solution that is read
does. In the lesson the other begins as if it had been asked there: with that chance with the same result, else with
one of its own. What is known is the mean over both sentences: whoever only ever meets one of them knows the other by
transfer alone. That is all we assume of siblings; the ladders and the edition before ask the lesson's own sentence
each time.
"""

import math
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Protocol

import msgspec
from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from bot.course.load import load_course
from bot.course.model import About, Course, Head, Lesson, Prompt
from bot.course.quizzes import SELF_GRADED
from bot.course.quizzes.choice import Choice
from bot.learning.day import due_cards, retry, waiting_lesson
from bot.learning.memory import LONGEST_DAYS, Card, review
from bot.learning.minutes import timed
from bot.learning.standing import History, Standing
from bot.learning.thoughts import met_today, next_question
from bot.texts import LOCALES, load_texts

LEARNERS = 400
LESSONS, REVIEWED = 30, 2  # review cards a lesson
START = date(2026, 1, 5)
COURSE, AFTER = 42, 30  # days
ADHERENCE = 0.7  # chance that a day is used
FIRST_RIGHT = 0.8  # in the lesson itself: the middle of what its questions aim at, 75 to 90 of 100
A_DAY = 4  # reviews, of the ladders and of the edition before
BEFORE = 1.907  # times its stability, after which a card of the edition before fell due
HINTED = 0.1  # of right answers; one review card in six has hints
TRANSFER = (
    0.8  # of an answer to the sibling: d 0.40 for transfer (Pan & Rickard 2018), g 0.50 for the same (Rowland 2014)
)
SECONDS = {Rating.Again: 23.0, Rating.Hard: 11.7, Rating.Good: 7.3}  # an answer; constants of SSP-MMC-FSRS
READING = 120.0  # seconds from an idea to its first question


class Memory(Protocol):
    """How somebody really remembers. Times are a study day and the seconds into its sitting."""

    def chance(self, quiz: str, day: date, second: float) -> float:
        """The chance, from 0 to 1, of a right answer."""

    def meet(self, quiz: str, day: date, second: float, rating: Rating) -> None:
        """An answer was given, and its solution read."""

    def learn(self, quiz: str, day: date, second: float, rating: Rating) -> None:
        """An answer to another sentence of its thought was given, from which something is learnt."""


class Fsrs:
    """FSRS-6 with its own parameters for every learner: each 15 %, initial stability 50 % off (log-normal)."""

    def __init__(self, random: Random) -> None:
        grip = random.gauss(0, 0.5)
        scales = [math.exp(random.gauss(0, 0.15) + (grip if place < len(Rating) else 0)) for place in range(21)]
        bounds = zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
        parameters = [
            min(max(value * scale, low), high)
            for value, scale, (low, high) in zip(DEFAULT_PARAMETERS, scales, bounds, strict=True)
        ]
        self._model = Scheduler(parameters, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        self._cards: dict[str, FsrsCard] = {}

    def chance(self, quiz: str, day: date, _second: float) -> float:
        """Its retrievability."""
        return float(self._model.get_card_retrievability(self._cards[quiz], _moment(day)))

    def meet(self, quiz: str, day: date, _second: float, rating: Rating) -> None:
        """A second answer on one day takes its formula for the short term."""
        card = self._cards.get(quiz) or FsrsCard(card_id=1)
        self._cards[quiz], _ = self._model.review_card(card, rating, _moment(day))

    def learn(self, quiz: str, day: date, second: float, rating: Rating) -> None:
        """What was wrong elsewhere says nothing of it."""
        if rating != Rating.Again:
            self.meet(quiz, day, second, rating)


class ActR:
    """Activation from all presentations, each decaying by how active the item was when it came.

    Pavlik & Anderson 2005 (Cognitive Science 29, 559-586) with their constants for Japanese-English word pairs.
    """

    A, C = 0.177, 0.217  # decay: where it begins, and how it grows with activation
    THRESHOLD, NOISE = -0.704, 0.255
    BETWEEN = 0.025  # time between sittings counts less: there is less to interfere

    def __init__(self, _random: Random) -> None:
        self._met: dict[str, list[tuple[float, float]]] = {}

    def chance(self, quiz: str, day: date, second: float) -> float:
        """Logistic in the activation."""
        activation = math.log(self._strength(quiz, self._at(day, second)))
        return 1 / (1 + math.exp((self.THRESHOLD - activation) / self.NOISE))

    def meet(self, quiz: str, day: date, second: float, _rating: Rating) -> None:
        """Right or wrong, the solution was read; before the very first answer the idea was, too."""
        at = self._at(day, second)
        met = self._met.setdefault(quiz, [(at - READING, self.A)])
        met.append((at, self.C * self._strength(quiz, at) + self.A))

    def learn(self, quiz: str, day: date, second: float, rating: Rating) -> None:
        """A presentation like any other."""
        self.meet(quiz, day, second, rating)

    def _strength(self, quiz: str, at: float) -> float:
        return sum(math.pow(max(at - met, 1.0), -decay) for met, decay in self._met[quiz])

    def _at(self, day: date, second: float) -> float:
        return (day - START).days * 86_400 * self.BETWEEN + second


class Sentences:
    """A memory of sentences, in which an answer to one may be as good as one to its sibling."""

    def __init__(self, memory: Memory, random: Random) -> None:
        self._memory, self._random, self._known = memory, random, set[str]()

    def chance(self, quiz: str, day: date, second: float) -> float:
        """That of this sentence."""
        return self._memory.chance(quiz, day, second)

    def meet(self, quiz: str, day: date, second: float, rating: Rating) -> None:
        """The answer, and what of it passes over."""
        other = sibling(quiz)
        self._memory.meet(quiz, day, second, rating)
        alike = self._random.random() < TRANSFER
        if other not in self._known:
            own = Rating.Good if self._random.random() < FIRST_RIGHT else Rating.Again
            self._memory.meet(other, day, second, rating if alike else own)
        elif alike:
            self._memory.learn(other, day, second, rating)
        self._known |= {quiz, other}

    def recall(self, day: date) -> float:
        """The mean chance to know what was taught, in any of its words."""
        return statistics.fmean(self._memory.chance(name, day, 0) for name in self._known)


class Schedule(Protocol):
    """Which reviews are still to do today, and what becomes of the first answer of a study day to a thought."""

    course: Course
    tires: bool  # whether what was asked often rests

    def due(self, standing: Standing) -> Sequence[str]:
        """Names of quizzes, the next one first; asked before the day's lesson begins."""

    def answered(self, thought: str, rating: Rating, day: date) -> None:
        """Schedule it."""


class Ladder:
    """Fixed gaps in days: right climbs, wrong falls to the first, the last repeats. Without gaps nothing returns."""

    def __init__(self, *gaps: int) -> None:
        self.course, self.tires, self._gaps = ONE_SENTENCE, False, gaps
        self._rungs: dict[str, int] = {}
        self._due: dict[str, date] = {}

    def due(self, standing: Standing) -> Sequence[str]:
        """The longest due first, four a day."""
        asked = sum(mark.last == standing.day for mark in standing.answered.values())
        names = [name for name, day in self._due.items() if day <= standing.day]
        return sorted(names, key=self._due.__getitem__)[: max(0, A_DAY - asked)]

    def answered(self, thought: str, rating: Rating, day: date) -> None:
        """One rung up, or down to the first."""
        if not self._gaps:
            return
        rung = 0 if rating == Rating.Again else self._rungs.get(thought, -1) + 1
        self._rungs[thought] = min(rung, len(self._gaps) - 1)
        self._due[thought] = day + timedelta(days=self._gaps[self._rungs[thought]])


class Ours:
    """The code that serves learners."""

    def __init__(self, course: Course | None = None, *, gentle: bool = True) -> None:
        self.course, self._gentle = course or TIMED, gentle
        self.tires = course is not ONE_SENTENCE
        self._cards: dict[str, Card] = {}

    def due(self, standing: Standing) -> Sequence[str]:
        """What the day's rules choose; who knows no earlier days sees no return."""
        days = standing.days if self._gentle else ()
        known = replace(standing, cards=tuple(self._cards.values()), days=days)
        asked = (next_question(self.course.thoughts[card.thought], known) for card in due_cards(self.course, known))
        return [quiz.name for quiz in asked if quiz]

    def answered(self, thought: str, rating: Rating, day: date) -> None:
        """The card after it."""
        self._cards[thought] = review(self._cards.get(thought), thought, rating, day)


class Before(Ours):
    """The edition before: one sentence a card, which falls due at another chance of recall, and days of any length."""

    def __init__(self) -> None:
        super().__init__(ONE_SENTENCE)

    def due(self, standing: Standing) -> Sequence[str]:
        """Four a day."""
        reviewed = sum(
            mark.last == standing.day
            for name, mark in standing.answered.items()
            if standing.finished.get(self.course.thoughts[name].lesson) != standing.day
        )
        return super().due(standing)[: max(0, A_DAY - reviewed)]

    def answered(self, thought: str, rating: Rating, day: date) -> None:
        """After so many times its stability: 85 in 100 still know it then, by FSRS-6's curve of forgetting."""
        super().answered(thought, rating, day)
        card = self._cards[thought]
        days = min(max(round(card.stability * BEFORE), 1), LONGEST_DAYS)
        self._cards[thought] = msgspec.structs.replace(card, due=day + timedelta(days=days))


@cache
def as_long_as_ours() -> Course:
    """The same where each lesson and question is as long as its counterpart in our course."""
    ours = timed(load_course(LOCALES / "ko" / "courses" / "own-work"), load_texts())
    seconds = {}
    for simulated, lesson in zip(TAUGHT.lessons, ours.lessons, strict=True):
        seconds[simulated.name] = ours.seconds[lesson.name]
        for place, thought in enumerate(lesson.thoughts[:REVIEWED]):
            asked = [ours.seconds[quiz.name] for quiz in thought.questions if quiz.kind not in SELF_GRADED]
            name = simulated.quizzes[place].name
            seconds |= {name: asked[0], name + OTHER: asked[-1]}
    return replace(TAUGHT, seconds=seconds)


SCHEDULES: dict[str, Callable[[], Schedule]] = {
    "no review": Ladder,
    "ladder 1-3-10-14": lambda: Ladder(1, 3, 10, 14),
    "ladder 3-10-30": lambda: Ladder(3, 10, 30),  # picked afterwards from ten tried, so flattered a little
    "Leitner 1-2-4-8-16": lambda: Ladder(1, 2, 4, 8, 16),
    "ours, the edition before": Before,
    "ours, days of any length": lambda: Ours(TAUGHT),
    "ours": Ours,
    "ours, real lengths": lambda: Ours(as_long_as_ours()),
    "ours, no gentle return": lambda: Ours(gentle=False),
}
MEMORIES: dict[str, Callable[[Random], Memory]] = {"FSRS-6, each learner different": Fsrs, "ACT-R": ActR}


@dataclass
class Learner:
    """Somebody who studies: what they answered so far, and what their reviews cost."""

    schedule: Schedule
    memory: Sentences
    random: Random
    finished: dict[str, date] = field(default_factory=dict)
    answered: dict[str, History] = field(default_factory=dict)
    days: list[date] = field(default_factory=list)
    reviews: list[date] = field(default_factory=list)
    seconds: float = 0.0  # of reviews, those once more among them
    clock: float = 0.0  # seconds into today's sitting
    asked: int = 0  # questions, in all

    def study(self, day: date) -> None:
        """One sitting: reviews, a lesson while there is one, what was wrong once more."""
        self.clock = 0.0
        self.days.append(day)
        while due := self.schedule.due(self.standing(day)):
            self.reviews.append(day)
            self._answer(due[0], day, self.memory.chance(due[0], day, self.clock))
        self.seconds += self.clock
        reviewed = [name for name, mark in self.answered.items() if mark.last == day]
        lesson = waiting_lesson(self.schedule.course, self.standing(day))
        if lesson:
            self._learn(lesson, day)
        while again := retry(self.schedule.course, self.standing(day)):
            took = self._answer(again.name, day, self.memory.chance(again.name, day, self.clock))
            self.seconds += took if {again.name, sibling(again.name)} & set(reviewed) else 0

    def standing(self, day: date) -> Standing:
        """Where they stand."""
        return Standing(day, self.finished, self.answered, days=self.days)

    def recall(self, day: date) -> float:
        """The mean chance to know what was taught."""
        return self.memory.recall(day)

    def _learn(self, lesson: Lesson, day: date) -> None:
        self.clock += READING
        for quiz in lesson.checks:
            self._answer(quiz.name, day, FIRST_RIGHT)
        self.finished[lesson.name] = day

    def _answer(self, quiz: str, day: date, chance: float) -> float:
        """Answer, and take in the solution; only the first answer of a day is scheduled. How long it took."""
        right = self.random.random() < chance
        hinted = self.random.random() < HINTED
        rating = (Rating.Hard if hinted else Rating.Good) if right else Rating.Again
        self.clock += SECONDS[rating]
        self.memory.meet(quiz, day, self.clock, rating)
        thought = self.schedule.course.thoughts[quiz]
        if not met_today(thought, self.standing(day)):
            self.schedule.answered(thought.name, rating, day)
        self.asked += 1
        mark = self.answered.get(quiz, History(day)).again(day, self.asked, right=right)
        self.answered[quiz] = mark if self.schedule.tires else msgspec.structs.replace(mark, asked=1)
        return SECONDS[rating]


def simulate(schedule: Callable[[], Schedule], memory: Callable[[Random], Memory], learners: int) -> list[Learner]:
    """Learners at the end of their course. The same number is the same person, on the same days, in every schedule."""
    return [_studied(schedule(), memory, number) for number in range(learners)]


def _studied(schedule: Schedule, memory: Callable[[Random], Memory], number: int) -> Learner:
    coin = Random(f"{number} days")
    learner = Learner(
        schedule,
        Sentences(memory(Random(f"{number} memory")), Random(f"{number} transfer")),
        Random(f"{number} answers"),
    )
    for passed in range(COURSE):
        if coin.random() < ADHERENCE:
            learner.study(START + timedelta(days=passed))
    return learner


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def sibling(quiz: str) -> str:
    """The other sentence of its thought."""
    return quiz.removesuffix(OTHER) if quiz.endswith(OTHER) else quiz + OTHER


def _course(*endings: str) -> Course:
    """Thirty lessons of two thoughts, each in as many sentences as there are endings; nobody reads them."""
    tables = ("units", "trades", "paragraphs", "boxes", "sections", "kinds", "marks", "tags")
    about = msgspec.convert({"title": "", "article": ""} | {name: {} for name in tables}, About)
    lessons = tuple(_lesson(f"{number:02}", endings) for number in range(1, LESSONS + 1))
    quizzes = {quiz.name: (lesson, quiz) for lesson in lessons for quiz in lesson.quizzes}
    return Course("simulated", about, lessons, {}, {}, None, dict(quizzes))


def _lesson(name: str, endings: Sequence[str]) -> Lesson:
    thoughts = [f"{name}-{place}" for place in range(REVIEWED)]
    quizzes = tuple(Choice(one + end, 1, "", (), review=not end) for end in endings for one in thoughts)
    siblings = {one + end: one for end in endings if end for one in thoughts}
    return Lesson(name, Head(title="", unit=1), (), {}, (), {}, quizzes, Prompt("", ()), "", siblings)


OTHER = "-other"
ONE_SENTENCE: Course = _course("")
TAUGHT: Course = _course("", OTHER)
TIMED = replace(  # as long as our lessons and questions are on average
    TAUGHT, seconds={**dict.fromkeys(TAUGHT.quizzes, 29.7), **{lesson.name: 111.4 for lesson in TAUGHT.lessons}}
)


def main() -> None:
    """Print a table for each model of memory."""
    for title, memory in MEMORIES.items():
        runs = {name: simulate(schedule, memory, LEARNERS) for name, schedule in SCHEDULES.items()}
        sys.stdout.write(f"\nmemory: {title}\n{HEADING}\n")
        for name, learners in runs.items():
            sys.stdout.write(_row(name, learners, runs["ladder 1-3-10-14"]) + "\n")


HEADING = f"{'schedule':<28}{'reviews':>9}{'of ladder':>11}{'minutes':>9}{'day 42':>9}{'day 72':>9}{'error':>8}"


def _row(name: str, learners: list[Learner], ladder: list[Learner]) -> str:
    """Means over learners; the error is the larger of the two recalls' standard errors."""
    reviews, base = (statistics.fmean(len(one.reviews) for one in group) for group in (learners, ladder))
    minutes = statistics.fmean(one.seconds for one in learners) / 60
    recalls = [[one.recall(START + timedelta(days=days)) for one in learners] for days in (COURSE, COURSE + AFTER)]
    error = max(statistics.stdev(values) for values in recalls) / math.sqrt(len(learners))
    now, later = map(statistics.fmean, recalls)
    return f"{name:<28}{reviews:>9.1f}{reviews / base:>11.0%}{minutes:>9.1f}{now:>9.3f}{later:>9.3f}{error:>8.4f}"


if __name__ == "__main__":
    main()
