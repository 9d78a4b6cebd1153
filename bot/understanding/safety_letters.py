"""Words as the letters they sound like, and what stands at a place of them. Pure.

The silent ㅇ is left out, and letters that sound alike are one: 주글 is 죽을, 시퍼 is 싶어, and 됬 is 됐.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Generic, TypeVar

import msgspec

from bot.korean.keyboard import LEADS, TAILS, VOWELS

UNSPACED = 6  # syllables; a longer word may hold several
PAUSE = " " * 18  # after a clause, so that nothing is close to what stands before it
FIRST_SYLLABLE = ord("가")
SILENT, SHORTENED = "ㅇ", (re.compile("(?<=[ㅈㅉㅊ])ㅕ"), "ㅓ")  # 져 sounds like 저

HEAD = 3  # letters by which it is told whether anything begins
T = TypeVar("T")


class Spelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Letters that sound like another one (ㅐㅔ), particles after a word and those that ~ stands for, last syllables of
    words to which the next word may be joined without a space and of those that end a clause, and words for no that
    stand before a verb.
    """

    alike: str
    particles: str
    between: str
    joints: str
    closers: str
    negators: str


@dataclass(frozen=True, slots=True)
class Spelled:
    """A sentence as letters. `starts` says of each place where a word may begin whether a no stands right before it;
    `onsets` are the places between syllables, `closes` those where a word may end, `spaces` those between words.
    """

    letters: str
    starts: dict[int, bool]
    onsets: set[int]
    closes: set[int]
    spaces: set[int]

    def within(self, at: int, end: int) -> bool:
        """Whether there is no space between two places."""
        return not any(at < space < end for space in self.spaces)


class Speller:
    """Spells words by what a language has alike."""

    def __init__(self, spelling: Spelling) -> None:
        self._letters = _Letters(spelling.alike.split())
        self._joints = frozenset(spelling.joints.split())
        self._closers = tuple(spelling.closers.split())
        self._negators = tuple(map(self.letters, spelling.negators.split()))
        self._spoken = ("", *spelling.between.split())
        self._particles = tuple(map(self.letters, spelling.particles.split()))

    def letters(self, words: str) -> str:
        """The letters of words."""
        return words.translate(self._letters)

    def with_particles(self, word: str) -> Iterator[str]:
        """A word with any particle, or none, in each place marked by ~."""
        head, *rest = word.split("~")
        for chosen in product(self._spoken, repeat=len(rest)):
            yield head + "".join(particle + part for particle, part in zip(chosen, rest, strict=True))

    def ends_word(self, spelled: Spelled, end: int) -> bool:
        """Whether a word is over at a place, or followed by nothing but a particle."""
        if end in spelled.closes:
            return True
        return end in spelled.onsets and spelled.letters.startswith(self._particles, end)

    def spelled(self, sentence: str) -> Spelled:
        """A sentence of words with single spaces between them."""
        spelled = Spelled("", {}, set(), set(), set())
        letters = ""
        for word in sentence.split():
            several, before = len(word) >= UNSPACED, ""
            for syllable in word:
                at = len(letters)
                spelled.onsets.add(at)
                if not before or before.isdigit() or (several and before in self._joints):
                    spelled.starts[at] = False
                if several:
                    spelled.closes.add(at)
                letters += syllable.translate(self._letters)
                before = syllable
            spelled.spaces.add(len(letters))
            spelled.onsets.add(len(letters))
            if word.endswith(self._closers):
                letters += PAUSE
        spelled.closes.update(spelled.spaces)
        for at in [*spelled.starts]:
            spelled.starts.update({at + len(no): True for no in self._negators if letters.startswith(no, at)})
        return replace(spelled, letters=letters)


class Planted(Generic[T]):
    """Values by the letters at whose end they stand, and how long those are that begin with a HEAD: in most places of a
    text nothing begins, which is seen at once.
    """

    def __init__(self, planted: Iterable[tuple[str, T]]) -> None:
        ends: defaultdict[str, list[T]] = defaultdict(list)
        for letters, value in dict.fromkeys(planted):
            ends[letters].append(value)
        alike: dict[tuple[T, ...], tuple[T, ...]] = {}  # most forms of a verb stand for the same: it is held once
        self._ends = {letters: alike.setdefault(tuple(values), tuple(values)) for letters, values in ends.items()}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for letters in ends:
            lengths[letters[:HEAD]].add(len(letters))
        self._lengths = {head: tuple(sorted(of_head)) for head, of_head in lengths.items()}

    def at(self, letters: str, at: int) -> Iterator[tuple[int, Sequence[T]]]:
        """All that stands at a place of the letters, and where it ends, the shortest first."""
        left = len(letters) - at
        for head in range(min(HEAD, left) + 1):
            for length in self._lengths.get(letters[at : at + head], ()):
                if length > left:
                    break
                if found := self._ends.get(letters[at : at + length]):
                    yield at + length, found


class _Letters(dict[int, str]):
    """Every syllable as its letters, spelled when it is first met: most of them never are."""

    def __init__(self, alike: Iterable[str]) -> None:
        super().__init__()
        self._same = {SILENT: ""} | {pair[0]: pair[1:] for pair in alike}

    def __missing__(self, code: int) -> str:
        lead, rest = divmod(code - FIRST_SYLLABLE, len(VOWELS) * (len(TAILS) + 1))
        if not 0 <= lead < len(LEADS):
            raise KeyError(code)  # str.translate leaves it as it is
        vowel, tail = divmod(rest, len(TAILS) + 1)
        last = TAILS[tail - 1] if tail else ""
        letters = self._like(LEADS[lead]) + self._like(VOWELS[vowel]) + (last if last == SILENT else self._like(last))
        self[code] = SHORTENED[0].sub(SHORTENED[1], letters)
        return self[code]

    def _like(self, letter: str) -> str:
        return self._same.get(letter, letter)
