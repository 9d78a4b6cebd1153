"""Ideas in a sentence, whatever words, forms and spellings they take: to die, to wish, not to wake, a burden. Pure.

`locales/ko/sayings/safety_frames.toml` names them. A verb is found in all its forms; endings and helping verbs tell
what is said of it: `die.wish` is in 죽고 싶, 죽을래 and 주거버렸음, `wake.not.wish` in 안 깼으면 and 깨고 싶지 않.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

import msgspec

from bot.korean.conjugation import conjugated
from bot.understanding.safety_letters import Planted, Spelled, Speller, Spelling

WORD, WHOLE, ALONE = "word", "whole", "alone"  # where what does not bend ends: by a syllable, by itself, or a particle
NOT = "not"
T = TypeVar("T")
SHORT = 2  # syllables; what is not longer is not put together of the ends of two words
NO_ENDING = "*"
MOST_HELPERS = 4  # helping verbs in a row: 죽어 버리고 싶지 않아 has three

Signs = dict[str, list[tuple[int, int]]]
"""Where in the letters of a sentence each idea begins and ends."""
Said = tuple[int, frozenset[str]]
"""Where a form of a verb ends, and what is said of it."""
Mood = tuple[str, bool]
"""What an ending says, and whether it is so short that it counts only where a syllable ends."""
Help = tuple[str, str]
"""What a helping verb adds, and the mark of its own form."""


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One idea: words at the beginning of a word (to its end with a full stop), fragments anywhere, verbs."""

    words: str = ""
    anywhere: str = ""
    verbs: str = ""


class Helper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that carry on another one, the form and joint they follow, and what they add: 죽고 싶, 사라져 버리."""

    after: str
    joint: str
    verbs: str
    adds: str = ""


class Found(NamedTuple):
    """What ends somewhere in the letters: an idea, how it ends or bends, and whether it stays in one word."""

    concept: str
    mark: str
    within: bool
    bends: bool


class Ideas:
    """All ideas, by their letters."""

    def __init__(
        self,
        spelling: Spelling,
        concepts: Mapping[str, Concept],
        moods: Mapping[str, Mapping[str, str]],
        helpers: Iterable[Helper],
    ) -> None:
        self._speller = Speller(spelling)
        self._words = Planted(found for name, concept in concepts.items() for found in self._words_of(name, concept))
        self._anywhere = Planted(
            (self._speller.letters(part), name)
            for name, concept in concepts.items()
            for part in concept.anywhere.split()
        )
        self._endings = _by_mark(self._endings_of(moods))
        self._helpers = _by_mark(self._verbs_of(helpers))

    def signs(self, sentence: str) -> Signs:
        """The ideas of a sentence."""
        spelled, signs = self._speller.spelled(sentence), Signs()
        for at, denied in spelled.starts.items():
            for end, found in self._words.at(spelled.letters, at):
                for one in found:
                    for name, last in self._named(one, spelled, at, end, denied=denied):
                        signs.setdefault(name, []).append((at, last))
        for at in spelled.onsets:
            for end, names in self._anywhere.at(spelled.letters, at):
                for name in names:
                    signs.setdefault(name, []).append((at, end))
        return signs

    def _named(self, one: Found, spelled: Spelled, at: int, end: int, *, denied: bool) -> Iterator[tuple[str, int]]:
        """An idea by all that is said of it, and where it ends."""
        if one.within and not spelled.within(at, end):
            return
        if not one.bends:
            if not denied and self._ends(one.mark, spelled, end):
                yield one.concept, end
            return
        if end not in spelled.onsets:
            return
        yield one.concept, end
        said = [*self._said(spelled, end, one.mark, frozenset({NOT} if denied else ()))]
        if any(NOT in features for _, features in said):
            said = [(last, features) for last, features in said if NOT in features]
        for last, features in said:
            name = f"{one.concept}.{NOT}" if NOT in features else one.concept
            yield from ((f"{name}.{feature}", last) for feature in features if feature != NOT)
            if name != one.concept:
                yield name, last

    def _ends(self, mark: str, spelled: Spelled, end: int) -> bool:
        if mark == WORD:
            return end in spelled.onsets
        return end in spelled.closes or (mark == ALONE and self._speller.ends_word(spelled, end))

    def _said(
        self, spelled: Spelled, at: int, mark: str, features: frozenset[str], helpers: int = MOST_HELPERS
    ) -> Iterator[Said]:
        """What the endings and helping verbs after a form say; at most so many of the latter."""
        yield at, features
        for end, moods in self._endings[mark].at(spelled.letters, at) if mark in self._endings else ():
            yield from ((end, features | {mood}) for mood, short in moods if not short or end in spelled.onsets)
        for end, helps in self._helpers[mark].at(spelled.letters, at) if helpers and mark in self._helpers else ():
            for adds, further in helps:
                more = features ^ {NOT} if adds == NOT else features.union(adds.split())
                yield from self._said(spelled, end, further, more, helpers - 1)

    def _words_of(self, name: str, concept: Concept) -> Iterator[tuple[str, Found]]:
        for said in concept.words.split():
            mark = WHOLE if said.endswith(".") else ALONE if len(said) == 1 else WORD
            for word in self._speller.with_particles(said.rstrip(".")):
                yield self._speller.letters(word), Found(name, mark, within=False, bends=False)
        for verb, mark, form in self._bent(concept.verbs):
            yield form, Found(name, mark, within=len(verb) <= SHORT, bends=True)

    def _endings_of(self, moods: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, Mood]]:
        """Every ending behind the mark of the form that it follows."""
        for mood, endings in moods.items():
            for mark, said in endings.items():
                for bare in (ending.removeprefix(NO_ENDING) for ending in said.split()):
                    yield mark, self._speller.letters(bare), (mood, len(bare) < SHORT)

    def _verbs_of(self, helpers: Iterable[Helper]) -> Iterator[tuple[str, str, Help]]:
        """Every form of every helping verb behind the mark of the form that it follows."""
        for helper in helpers:
            for _, mark, form in self._bent(helper.verbs):
                for joint in helper.joint.split() or [""]:
                    yield helper.after, self._speller.letters(joint) + form, (helper.adds, mark)

    def _bent(self, verbs: str) -> Iterator[tuple[str, str, str]]:
        """Verbs with the marks and letters of all their forms."""
        for verb in verbs.split():
            for stem in self._speller.with_particles(verb):
                yield from ((verb, mark, self._speller.letters(form)) for mark, form in conjugated(stem))


def _by_mark(planted: Iterable[tuple[str, str, T]]) -> Mapping[str, Planted[T]]:
    by_mark: defaultdict[str, list[tuple[str, T]]] = defaultdict(list)
    for mark, letters, value in planted:
        by_mark[mark].append((letters, value))
    return {mark: Planted(some) for mark, some in by_mark.items()}
