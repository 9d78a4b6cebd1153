"""순서: four steps to be put in order; steps declared swappable may stand either way round."""

from dataclasses import dataclass
from typing import ClassVar

from bot.course.faults import Faulty
from bot.course.markdown import Section
from bot.course.quizzes.kind import (
    LONGEST_CHOICE,
    OTHER,
    RIGHT,
    Flaw,
    Grade,
    Hint,
    Mark,
    Option,
    Reply,
    Say,
    Verdict,
    row,
)
from bot.course.quizzes.options import listed
from bot.course.quizzes.picks import Picks, load_picks, moved, pick_buttons, row_replies, shuffle_until, taken
from bot.course.quizzes.reading import read_items, read_question, reason, text_of, within
from bot.korean.ordinals import digits, rows, sino_digits
from bot.message import Go, Message

STEPS = 4
MOST_IN_STEP = 60
SWAPPABLE = " / "


@dataclass(frozen=True, slots=True)
class Order:
    """Steps in groups: the groups stand in order, the steps inside one do not."""

    name: str
    line: int
    question: str
    groups: tuple[tuple[str, ...], ...]
    because: str
    sources: tuple[str, ...] = ()
    review: bool = False
    kind: ClassVar[str] = "order"
    hints: ClassVar[tuple[Hint, ...]] = ()
    how: ClassVar[str] = "sorry-quiz-order"
    longest: ClassVar[int] = LONGEST_CHOICE

    @property
    def steps(self) -> tuple[str, ...]:
        """All steps in one right order."""
        return tuple(step for group in self.groups for step in group)

    def ask(self, seed: str, say: Say, /) -> Message:
        """The steps shuffled, never in a right order."""
        return self._screen(shuffle_until(lambda order: not self._right(order), STEPS, f"{seed}:{self.name}"), say)

    def hear(self, words: str, state: str, say: Say, /) -> Verdict:
        """Add what was picked; grade when all is picked."""
        before = load_picks(state, STEPS)
        picks = before and (moved(before, words, self._shown(before), say) or _typed(before, words))
        if picks is None:
            return None
        if not picks.whole:
            screen = self._screen(picks, say)
            return taken(screen, say) if words and picks == before else screen
        return self._graded(picks.own, say)

    def claims(self, words: str, state: str, _say: Say, /) -> bool:
        """A row of all steps."""
        before = load_picks(state, STEPS)
        after = before and _typed(Picks(before.shown), words)
        return bool(after and after.whole)

    def solution(self, say: Say, /) -> Grade:
        """The right order and why."""
        rows = tuple(listed(self._lines(say)).split("\n"))
        return Grade(right=False, because=(self.because,), solution=say("quiz-order-solution"), rows=rows)

    @property
    def answer_key(self) -> tuple[Option, ...]:
        """The right order as one answer, swappable steps on one line."""
        return (Option(listed([SWAPPABLE.join(group) for group in self.groups]), self.because, Mark.BEST),)

    @property
    def answer_texts(self) -> tuple[str, ...]:
        """The steps."""
        return self.steps

    def replies(self, state: str, say: Say, /) -> list[Reply]:
        """A right order, and the wrong one that takes the longest to explain."""
        return row_replies(self.hear, state, say)

    def flaws(self, _say: Say, /) -> tuple[Flaw, ...]:
        """None of its own."""
        return ()

    def _right(self, order: tuple[int, ...]) -> bool:
        groups = self._groups_of(order)
        return groups == sorted(groups)

    def _groups_of(self, order: tuple[int, ...]) -> list[int]:
        groups = [number for number, group in enumerate(self.groups) for _ in group]
        return [groups[step - 1] for step in order]

    def _graded(self, order: tuple[int, ...], say: Say) -> Grade:
        """The right order, marked with where each step was put."""
        found, answer = self._groups_of(order), "".join(map(str, order))
        rows = tuple(self._row(number, found, line, say) for number, line in enumerate(self._lines(say)))
        if self._right(order):
            return Grade(right=True, because=(self.because,), rows=rows, answer=answer)
        kept = next(at for at, (one, other) in enumerate(zip(found, sorted(found), strict=True)) if one != other)
        because = say("quiz-order-kept", count=kept) if kept else say("quiz-order-other")
        solution = say("quiz-order-solution")
        return Grade(right=False, because=(because, self.because), solution=solution, rows=rows, answer=answer)

    def _lines(self, say: Say) -> list[str]:
        """A line for each group."""
        swappable = (say("quiz-order-swappable", steps=SWAPPABLE.join(group)) for group in self.groups)
        return [line if len(group) > 1 else group[0] for group, line in zip(self.groups, swappable, strict=True)]

    def _row(self, number: int, found: list[int], line: str, say: Say) -> str:
        """A group at its place; `found` says of each place which group stands there."""
        put = [place for place, group in enumerate(found, 1) if group == number]
        right = put == [place for place, group in enumerate(sorted(found), 1) if group == number]
        note = "" if right else say("quiz-note-put", places=", ".join(map(str, put)))
        return row(RIGHT if right else OTHER, f"{number + 1}. {line}", say, note)

    def _shown(self, picks: Picks) -> list[str]:
        return [self.steps[number - 1] for number in picks.shown]

    def _screen(self, picks: Picks, say: Say) -> Message:
        shown = self._shown(picks)
        so_far = " → ".join(map(str, picks.made))
        how = say("quiz-order-next", picked=so_far) if picks.made else say("quiz-order-how")
        text = say("quiz-order", question=self.question, steps=listed(shown), how=how)
        return Message((text,), pick_buttons(self.name, picks, shown, say), Go("answer", f"{self.name}:{picks}"))


def _typed(picks: Picks, words: str) -> Picks | None:
    """The picks after a typed row such as 3142, 3-1-4-2요, 3번 1번, or the whole of it read aloud: 사삼일이."""
    aloud = (row for row in rows(words, sino_digits(STEPS)) if len(row) == STEPS)  # 이일 may be other words
    found = (picks.add([int(sign) for sign in row]) for row in (*rows(words, digits(STEPS)), *aloud))
    return next((after for after in found if after), None)


def read_order(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Order:
    """A numbered list of four steps, swappable ones on one line, and one reason for the whole."""
    items = read_items(section, "ol")
    groups = tuple(
        tuple(within(step.strip(), MOST_IN_STEP, item.line) for step in text_of(item).split(SWAPPABLE))
        for item in items
    )
    steps = [step for group in groups for step in group]
    if len(steps) != STEPS or len(set(steps)) != STEPS or len(groups) == 1:
        raise Faulty(section.line, "fault-order-steps", count=len(steps))
    because = reason(section.blocks)
    if not because:
        raise Faulty(section.line, "fault-order-because")
    return Order(name, section.line, read_question(section, name), groups, because, sources, review)
