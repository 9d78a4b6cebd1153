"""Words as the letters they sound like, and trees of letters in which a text is read once. Pure.

The silent ㅇ is left out, and letters that sound alike are one: 주글 is 죽을, 시퍼 is 싶어, and 됬 is 됐.
"""

import re
import sys
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product
from operator import itemgetter
from typing import Any, cast

import msgspec

from bot.korean.keyboard import LEADS, TAILS, VOWELS

UNSPACED = 6  # syllables; a longer word may hold several
PAUSE = " " * 18  # after a clause, so that nothing is close to what stands before it
FIRST_SYLLABLE = ord("가")
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


def tree_of(planted: Iterable[tuple[str, Hashable]], alike: dict[Hashable, Any]) -> Tree:
    """A tree in which values stand where their letters end. What is alike in all trees of `alike` is held once: most
    forms of verbs end alike, and so four in five of their branches are one that is there already.
    """
    return _branch(sorted(dict.fromkeys(planted), key=itemgetter(0)), 0, alike)


def _branch(planted: Sequence[tuple[str, Hashable]], at: int, alike: dict[Hashable, Any]) -> Tree:
    """What is planted behind the first letters, which are the same; in the order of the letters."""
    held: Tree = {}
    for letter, some in groupby(planted, key=lambda one: one[0][at : at + 1]):
        if letter:
            held[sys.intern(letter)] = _branch([*some], at + 1, alike)
        else:
            ends = tuple(alike.setdefault(value, value) for _, value in some)
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
