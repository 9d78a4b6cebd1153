"""What a course is made of: lessons, each unit's practice and check, and the questions before the first day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

import msgspec

from bot.course.holds import Holds, first_of
from bot.course.holds import PlanSlot as PlanSlot  # noqa: PLC0414 - a course is made of them
from bot.course.laws import LawCard
from bot.course.quizzes import Quiz
from bot.course.story import Story
from bot.course.workshops import Checklist, Mix, Workshop
from bot.korean.keyboard import MOST_TYPED
from bot.korean.oneself import headed_by
from bot.korean.slips import slipped

CHECKLIST = "checklist"  # in place of a part, where the answers of the course's checklist stand in the plan
CHECKED = 2  # of a lesson's quizzes the first two are asked in it; the others serve checks and practice


WRITTEN = "!"  # behind a word for a slot that means something else where nothing is written


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a course's tables say: its names, and the Korean words its files are written in."""

    title: str
    article: str
    gist: str = ""  # what the article says and who wrote it, for whoever asks
    text: tuple[str, ...] = ()  # the article's paragraphs, where it is ours to show
    brief: str = ""  # what the course is, for whoever chooses one
    first_week: str = ""  # how the week after the course is called, for which its last promise is
    draft: bool = False  # whether it is offered to nobody yet
    units: Mapping[str, str]
    goals: Mapping[str, str] = {}  # by unit: what is done in it, in a line
    trades: Mapping[str, str]
    paragraphs: Mapping[str, str]
    boxes: Mapping[str, str]
    front: tuple[str, ...] = ()  # the parts whose lines stand on the first page of the printed plan, the offer's first
    called: Mapping[str, str] = {}  # by part: what people call its slot as well, parted by commas
    also: Mapping[str, str] = {}  # by trade: what people in it call themselves, in one string
    sections: Mapping[str, str]
    kinds: Mapping[str, str]
    marks: Mapping[str, str]
    tags: Mapping[str, str]
    checklist: Checklist | None = None
    mix: Mix | None = None
    workshops: Mapping[str, Workshop] = {}
    stories: Mapping[str, Story] = {}  # by trade: the shop that its examples tell of
    laws: Mapping[str, LawCard] = {}  # by name: what to know of the law before money is taken, and whom to ask
    unverified: tuple[str, ...] = ()  # offices that the article only names: no figure stands beside them

    def trade_of(self, words: str) -> str:
        """The trade whose examples speak to somebody who says of their job so much, or ""."""
        known = self._jobs()
        return known.get(headed_by(words[:MOST_TYPED], known), "")

    def job_meant(self, words: str) -> str:
        """The words with a slip in the last one mended where one job we know is meant: 개발쟈 is 개발자."""
        *others, last = words.split(" ")
        meant = [job for job in self._jobs() if slipped(last, job)]
        return " ".join((*others, meant[0])) if len(meant) == 1 else words

    def _jobs(self) -> dict[str, str]:
        """The trade of every word for a job."""
        known = {word: trade for trade, word in self.trades.items()}
        return known | {word: trade for trade, list_ in self.also.items() for word in list_.split()}


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table at the top of a file. `kind` is lesson, practice, check or precheck; `minutes` are a practice's.

    `alone` are sentences of a lesson that tell something by themselves, in place of the first one of each idea.
    `slot` is what the part's line is called in its box of the plan, `holds` what it has to name; `brief` says that
    it stands for its box where there is room for little, `photo` that a picture may be sent for it. A `draft` is not
    taught yet.
    """

    title: str
    unit: int
    kind: str = "lesson"
    box: int = 0
    recall: str = ""
    alone: tuple[str, ...] = ()
    minutes: int = 0
    slot: str = ""
    holds: Holds = Holds.WORDS
    brief: bool = False
    photo: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said, and what it rests on: the tag's Korean word, and a paragraph id or a source with its year."""

    tag: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question about the learner's own work, with answers others might give."""

    prompt: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thought:
    """One idea of a lesson, and what memory is kept of. It has the name of the question that asks it in the lesson,
    which stands first in `questions`; the others are its siblings, and all take turns when it comes back.
    """

    name: str
    lesson: str
    questions: tuple[Quiz, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A few minutes. `examples` are keyed by trade, the first one serves everybody else; terms by word. `siblings`
    gives each question of the bank the name of its thought; `thoughts` are its ideas in the order it asks them.
    """

    name: str
    head: Head
    ideas: tuple[Statement, ...]
    examples: Mapping[str, str]
    claims: tuple[Statement, ...]
    terms: Mapping[str, str]
    quizzes: tuple[Quiz, ...]
    line: Prompt
    end: str
    siblings: Mapping[str, str] = field(default_factory=dict)
    thoughts: tuple[Thought, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "thoughts", self._thoughts())

    def _thoughts(self) -> tuple[Thought, ...]:
        asking = {quiz.name: [quiz] for quiz in self.quizzes if quiz.review}
        for quiz in self.quizzes:
            asking.get(self.siblings.get(quiz.name, ""), []).append(quiz)
        return tuple(Thought(name, self.name, tuple(quizzes)) for name, quizzes in asking.items())

    @property
    def checks(self) -> tuple[Quiz, ...]:
        """The questions asked inside the lesson."""
        return self.quizzes[:CHECKED]

    def example(self, trade: str) -> str:
        """The worked example for a trade, or the one that serves everybody."""
        return self.examples.get(trade) or next(iter(self.examples.values()))


@dataclass(frozen=True, slots=True)
class Practice:
    """After a unit's lessons: ten to fifteen minutes of doing, with something to show for it."""

    name: str
    head: Head
    ideas: tuple[Statement, ...]
    steps: tuple[str, ...]
    evidence: Prompt
    end: str


@dataclass(frozen=True, slots=True)
class Check:
    """The end of a unit: scenarios, one line, and the next if-then plan. The precheck is one without the two."""

    name: str
    head: Head
    ideas: tuple[Statement, ...]
    quizzes: tuple[Quiz, ...]
    line: Prompt
    promise: Prompt
    end: str


Part = Lesson | Practice | Check


@dataclass(frozen=True, slots=True)
class Course:
    """Lessons in teaching order, the practice and check of each unit, and every quiz with the part it stands in.

    `parts` are all of them in the order in which they are met: a unit's lessons, its practice, its check; `of_unit`
    gives those of a unit, and `lesson_after` the first lesson after a part, or "". `slots` are the places of their
    lines in the plan, box by box. `thoughts` gives the thought of each question that has one.
    `seconds` says by name how long parts and questions take: see bot.learning.minutes.
    """

    name: str
    about: About
    lessons: tuple[Lesson, ...]
    practices: Mapping[int, Practice]
    checks: Mapping[int, Check]
    precheck: Check | None
    quizzes: Mapping[str, tuple[Part, Quiz]]
    seconds: Mapping[str, float] = field(default_factory=dict)
    parts: tuple[Part, ...] = field(init=False)
    of_unit: Mapping[str, tuple[Part, ...]] = field(init=False)
    lesson_after: Mapping[str, str] = field(init=False)
    slots: tuple[PlanSlot, ...] = field(init=False)
    thoughts: Mapping[str, Thought] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", tuple(self._in_order()))
        units = {unit: tuple(part for part in self.parts if str(part.head.unit) == unit) for unit in self.about.units}
        object.__setattr__(self, "of_unit", units)
        object.__setattr__(self, "lesson_after", dict(self._followed()))
        object.__setattr__(self, "slots", tuple(sorted(self._slots(), key=lambda slot: slot.box)))
        every = (thought for lesson in self.lessons for thought in lesson.thoughts)
        object.__setattr__(self, "thoughts", {quiz.name: thought for thought in every for quiz in thought.questions})

    def lesson(self, name: str) -> Lesson | None:
        """The lesson of that name, while the course still has it."""
        return next((lesson for lesson in self.lessons if lesson.name == name), None)

    @property
    def names(self) -> Mapping[str, Iterable[str]]:
        """What a learner may call by name: `lesson` parts and units, `slot` and `box` lines, `law` cards."""
        titles = [*(part.head.title for part in self.parts), *self.about.units.values()]
        short = [name for names in self.about.called.values() for name in names.split(",") if WRITTEN not in name]
        slots = [*(slot.name for slot in self.slots), *map(str.strip, short)]
        laws = [word for card in self.about.laws.values() for word in card.words]
        places = {"slot": slots, "box": self.about.boxes.values()}
        return {"lesson": titles, **places, "law": laws, "course": [self.about.title]}

    @property
    def called(self) -> Mapping[str, list[str]]:
        """By part, what its slot is called besides its name."""
        return {
            one: [name.strip(f" {WRITTEN}") for name in names.split(",")] for one, names in self.about.called.items()
        }

    @property
    def terms(self) -> dict[str, tuple[Lesson, str]]:
        """Every term taught, with its lesson and its meaning."""
        return {term: (lesson, meaning) for lesson in self.lessons for term, meaning in lesson.terms.items()}

    def part(self, name: str) -> Part | None:
        """The lesson, practice or check of that name, or of a line added to its own, while the course still has it."""
        return next((part for part in self.parts if part.name == first_of(name)), None)

    def slot(self, part: str) -> PlanSlot | None:
        """The place in the plan of the line that a part asks for, or of one of the lines added to it."""
        return next((slot for slot in self.slots if slot.part == first_of(part)), None)

    def takes_picture(self, name: str) -> bool:
        """Whether a picture may be sent for a part."""
        return (part := self.part(name)) is not None and part.head.photo

    def number(self, lesson: Lesson) -> int:
        """The lesson's place in the course, from 1."""
        return self.lessons.index(lesson) + 1

    @property
    def messages(self) -> frozenset[str]:
        """The parts whose line is said to somebody else, or was said by them."""
        return frozenset(slot.part for slot in self.slots if slot.holds is Holds.SAID)

    def _slots(self) -> Iterator[PlanSlot]:
        yield from map(_slot, self.parts)
        if listed := self.about.checklist:
            yield PlanSlot(CHECKLIST, listed.box, listed.slot, Holds.CHECKED)

    def _in_order(self) -> Iterator[Part]:
        for lesson, following in zip_longest(self.lessons, self.lessons[1:]):
            yield lesson
            unit = lesson.head.unit
            if following is None or following.head.unit != unit:
                yield from (of_unit[unit] for of_unit in (self.practices, self.checks) if unit in of_unit)

    def _followed(self) -> Iterator[tuple[str, str]]:
        """Each part with the first lesson after it, the last part first."""
        lesson = ""
        for part in reversed(self.parts):
            yield part.name, lesson
            lesson = part.name if isinstance(part, Lesson) else lesson


def _slot(part: Part) -> PlanSlot:
    """The place of a part's line; one that its file gives no name is called by the part's title."""
    head = part.head
    needed = not isinstance(part, Check)
    return PlanSlot(part.name, head.box, head.slot or head.title, head.holds, head.brief, needed=needed)
