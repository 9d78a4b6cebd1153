"""짝짓기: three pairs, their right sides shuffled and lettered."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from bot.course.faults import Faulty
from bot.course.markdown import Block, Section
from bot.course.quizzes.kind import (
    LONGEST_CHOICE,
    RIGHT,
    WRONG,
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
from bot.korean.borrowed import with_numbers
from bot.korean.hangul import initials
from bot.korean.ordinals import digits, rows, sino_digits
from bot.message import Go, Message

PAIRS = 3  # more do not fit a phone
IN_ORDER = (1, 2, 3)
RIGHTS = "ABC"  # the right sides as they are read, in the order of the screen
BETWEEN = " = "
MOST_IN_LABEL = 12  # as on a button, beside the mark of what was picked
MOST_IN_LEFT = 30
MOST_IN_RIGHT = 50
MOST_IN_REASON = 140


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side, its right side, and why they belong together."""

    left: str
    right: str
    because: str


@dataclass(frozen=True, slots=True)
class Match:
    """Pairs to be found: one left side is asked for at a time, or all are typed at once."""

    name: str
    line: int
    question: str
    pairs: tuple[Pair, ...]
    sources: tuple[str, ...] = ()
    review: bool = False
    kind: ClassVar[str] = "match"
    hints: ClassVar[tuple[Hint, ...]] = ()
    how: ClassVar[str] = "sorry-quiz-match"
    longest: ClassVar[int] = LONGEST_CHOICE

    def ask(self, seed: str, say: Say, /) -> Message:
        """The right sides shuffled, never straight across."""
        return self._screen(shuffle_until(lambda order: order != IN_ORDER, PAIRS, f"{seed}:{self.name}"), say)

    def hear(self, words: str, state: str, say: Say, /) -> Verdict:
        """Add what was picked; grade when all is picked."""
        before = load_picks(state, PAIRS)
        picks = before and (
            moved(before, words, self._rights(before), say) or _typed(before, self._numbered(words), say)
        )
        if picks is None:
            return None
        if not picks.whole:
            screen = self._screen(picks, say)
            return taken(screen, say) if words and picks == before else screen
        return self._graded(picks.own, say)

    def claims(self, words: str, state: str, say: Say, /) -> bool:
        """A row of all pairs."""
        before = load_picks(state, PAIRS)
        after = before and _typed(Picks(before.shown), self._numbered(words), say)
        return bool(after and after.whole)

    def solution(self, say: Say, /) -> Grade:
        """Every pair and why."""
        rows = tuple(_row(RIGHT, pair, pair.right, say) for pair in self.pairs)
        return Grade(right=False, because=_reasons(self.pairs, say), solution=say("quiz-match-solution"), rows=rows)

    @property
    def answer_key(self) -> tuple[Option, ...]:
        """The pairs, as they are written."""
        return tuple(Option(f"{pair.left}{BETWEEN}{pair.right}", pair.because, Mark.BEST) for pair in self.pairs)

    @property
    def answer_texts(self) -> tuple[str, ...]:
        """The right sides."""
        return tuple(pair.right for pair in self.pairs)

    def replies(self, state: str, say: Say, /) -> list[Reply]:
        """All pairs found, and the misses that take the longest to explain."""
        return row_replies(self.hear, state, say)

    def flaws(self, _say: Say, /) -> tuple[Flaw, ...]:
        """None of its own."""
        return ()

    def _numbered(self, words: str) -> str:
        """The words with a number for each left side that they name."""
        return words if len(words) > self.longest else with_numbers(words, [pair.left for pair in self.pairs])

    def _graded(self, own: tuple[int, ...], say: Say) -> Grade:
        """Each pair that was made, and under one that was missed the right one; the reasons of what was missed."""
        rows, missed = list[str](), list[Pair]()
        for number, pair in zip(own, self.pairs, strict=True):
            made = self.pairs[number - 1]
            if made is pair:
                rows.append(_row(RIGHT, pair, pair.right, say))
                continue
            missed.append(pair)
            rows.append(_row(WRONG, pair, made.right, say, say("quiz-note-mine")))
            rows.append(_row(RIGHT, pair, pair.right, say, say("quiz-note-right")))
        solution = say("quiz-match-solution") if missed else ""
        because, answer = _reasons(missed or self.pairs, say), "".join(map(str, own))
        return Grade(right=not missed, because=because, solution=solution, rows=tuple(rows), answer=answer)

    def _rights(self, picks: Picks) -> list[str]:
        return [self.pairs[number - 1].right for number in picks.shown]

    def _screen(self, picks: Picks, say: Say) -> Message:
        rights, letters = self._rights(picks), _letters(say)
        lettered = "\n".join(f"{letter}. {right}" for letter, right in zip(letters, rights, strict=True))
        lefts = listed([pair.left for pair in self.pairs])
        text = say("quiz-match", question=self.question, lefts=lefts, rights=lettered, how=self._how(picks, say))
        labels = rights if all(len(right) <= MOST_IN_LABEL for right in rights) else letters
        return Message((text,), pick_buttons(self.name, picks, labels, say), Go("answer", f"{self.name}:{picks}"))

    def _how(self, picks: Picks, say: Say) -> str:
        number = len(picks.made) + 1
        left = self.pairs[number - 1].left
        if not picks.made:
            return say("quiz-match-how", number=number, left=left)
        letters = _letters(say)
        picked = " ".join(f"{number}-{letters[place - 1]}" for number, place in enumerate(picks.made, 1))
        return say("quiz-match-next", number=number, left=left, picked=picked)


def _row(sign: str, pair: Pair, right: str, say: Say, *notes: str) -> str:
    return row(sign, say("quiz-match-line", left=pair.left, right=right), say, *notes)


def _reasons(pairs: Sequence[Pair], say: Say) -> tuple[str, ...]:
    return tuple(say("quiz-match-why", left=pair.left, because=pair.because) for pair in pairs)


def _letters(say: Say) -> list[str]:
    return say("quiz-letters").split()


def _typed(picks: Picks, words: str, say: Say) -> Picks | None:
    """The picks after a typed row such as 1-다 2-가 3-나, 다가나요 or 312, or a whole one with numbers read aloud."""
    spoken = (row for row in rows(words, _signs(say) | sino_digits(PAIRS)) if len(row) in (PAIRS, 2 * PAIRS))
    found = (_read_row(picks, row) for row in (*rows(words, _signs(say)), *spoken))
    return next((after for after in found if after), None)


def _signs(say: Say) -> dict[str, str]:
    """What may stand in a row: digits for the left sides, and letters or their initials for the right ones."""
    letters = dict(zip(_letters(say), RIGHTS, strict=True))
    consonants = {unicodedata.normalize("NFKC", initials(letter)): right for letter, right in letters.items()}
    return digits(PAIRS) | letters | consonants


def _read_row(picks: Picks, row: str) -> Picks | None:
    places = [int(sign) if sign.isdecimal() else RIGHTS.index(sign) + 1 for sign in row]
    if re.fullmatch(f"([123][{RIGHTS}])+", row) or (len(row) == 2 * PAIRS and row.isdecimal()):
        return _paired(picks, places[::2], places[1::2])
    if re.fullmatch(f"([{RIGHTS}][123])+", row):
        return _paired(picks, places[1::2], places[::2])
    return picks.add(places)


def _paired(picks: Picks, lefts: list[int], rights: list[int]) -> Picks | None:
    """The picks after some pairs, when each left side comes once and none before them stays open."""
    pairs = dict(enumerate(picks.made, 1)) | dict(zip(lefts, rights, strict=True))
    if len(set(lefts)) < len(lefts) or sorted(pairs) != list(range(1, len(pairs) + 1)):
        return None
    return Picks(picks.shown).add([pairs[left] for left in sorted(pairs)])


def read_match(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Match:
    """Three items, left = right, with a reason each."""
    pairs = tuple(_pair(item) for item in read_items(section))
    if len(pairs) != PAIRS:
        raise Faulty(section.line, "fault-match-pairs", count=len(pairs))
    if len({pair.left for pair in pairs}) != PAIRS or len({pair.right for pair in pairs}) != PAIRS:
        raise Faulty(section.line, "fault-same-option")
    return Match(name, section.line, read_question(section, name), pairs, sources, review)


def _pair(item: Block) -> Pair:
    left, between, right = text_of(item).partition(BETWEEN)
    if not between:
        raise Faulty(item.line, "fault-match-pair")
    because = reason((item,), MOST_IN_REASON)
    if not because:
        raise Faulty(item.line, "fault-option-because", option=left.strip())
    return Pair(within(left.strip(), MOST_IN_LEFT, item.line), within(right.strip(), MOST_IN_RIGHT, item.line), because)
