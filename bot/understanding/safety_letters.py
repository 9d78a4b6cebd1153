"""Words as the letters they sound like, and trees of letters in which a text is read once. Pure.

The silent ㅇ is left out, and letters that sound alike are one: 주글 is 죽을, 시퍼 is 싶어, and 됬 is 됐.
"""

import re
import sys
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, cast

import msgspec

from bot.korean.keyboard import LEADS, TAILS, VOWELS

UNSPACED = 6  # syllables; a longer word may hold several
PAUSE = " " * 18  # after a clause, so that nothing is close to what stands before it
SILENT, SHORTENED = "ㅇ", (re.compile("(?<=[ㅈㅉㅊ])ㅕ"), "ㅓ")  # 져 sounds like 저

Tree = dict[str, Any]
"""Letters to further trees; under "" all that ends there."""


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
        self._letters = _letters(spelling.alike.split())
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


def plant(tree: Tree, letters: str, value: object) -> None:
    """Put a value where letters end in a tree."""
    for letter in letters:
        tree = tree.setdefault(letter, {})
    ends = tree.setdefault("", [])
    if value not in ends:
        ends.append(value)


def shared(tree: Tree, alike: dict[Hashable, Any]) -> Tree:
    """A tree to read in, nothing to be planted in any more: what is alike in all trees of `alike` is held once.

    Most forms of verbs end alike, and so four in five of their branches are one that is there already.
    """
    held: Tree = {}
    for letter, below in tree.items():
        if letter:
            held[sys.intern(letter)] = shared(below, alike)
        else:
            ends = tuple(alike.setdefault(end, end) for end in below)
            held[letter] = alike.setdefault(ends, ends)
    return cast("Tree", alike.setdefault((*held, *map(id, held.values())), held))


def walk(tree: Tree, letters: str, at: int) -> Iterator[tuple[int, Sequence[Any]]]:
    """Whatever of a tree stands at a place of the letters, and where it ends."""
    if "" in tree:
        yield at, tree[""]
    for here in range(at, len(letters)):
        further = tree.get(letters[here])
        if further is None:
            return
        tree = further
        if "" in tree:
            yield here + 1, tree[""]


def _letters(alike: Iterable[str]) -> dict[int, str]:
    """Every syllable as its letters."""
    same = {SILENT: ""} | {pair[0]: pair[1:] for pair in alike}
    leads = [same.get(lead, lead) for lead in LEADS]
    vowels = [same.get(vowel, vowel) for vowel in VOWELS]
    tails = ["", *(same.get(tail, tail) if tail != SILENT else tail for tail in TAILS)]
    syllables = map("".join, product(leads, vowels, tails))
    return {0xAC00 + n: SHORTENED[0].sub(SHORTENED[1], syllable) for n, syllable in enumerate(syllables)}
