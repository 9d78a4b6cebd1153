"""What words most probably mean, by thousands of sayings that were written down by their meaning. Pure.

Multinomial naive Bayes over groups of letters, weighed by how rare they are and to the same length (Rennie, Shih,
Teevan and Karger, Tackling the Poor Assumptions of Naive Bayes Text Classifiers, 2003, sections 4.1 to 4.3). It is
counted, not fitted, so that it is there at the start. An author adds a saying to `locales/ko/sayings/examples/`;
nothing has to be said about its grammar.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import exp, hypot, log, sqrt

LONGEST = 120  # characters that are looked at; what is told at length is told in its first sentences
LETTER = 21  # bits of a letter: three of them are one number
FEWEST = 2  # sayings that have a group: one that only one has tells nothing of the others
MOST = 0.15  # of all sayings that have a group: one that every seventh has tells little, and is in every meaning
SHORTEST = 3  # syllables: of less nothing can be told
NEGLIGIBLE = 10.0  # by which the logarithm of a meaning is below the likeliest one's, to be as good as none
UNSEEN = 0.04  # how much of a group every meaning is taken to have, so that a new word rules none out
_SYLLABLE = re.compile("[가-힣]")
_LAUGHTER = re.compile("[ㅋㅎㅠㅜㅡ]+")
_WORD = re.compile(r"[^\W_]+|\?")
_GAP = "_"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How probable each meaning is that is probable at all; they make 1 together. Empty for words of which nothing
    can be told.
    """

    scores: Mapping[str, float]

    def best(self) -> str:
        """The likeliest meaning, or ""."""
        return max(self.scores, key=self.scores.__getitem__, default="")

    def of(self, names: Iterable[str]) -> float:
        """How probable it is that one of some meanings is meant."""
        return sum(self.scores.get(name, 0.0) for name in names)


@dataclass(frozen=True, slots=True, repr=False)
class Examples:
    """All sayings, counted. Made by `examples_of`. `groups` are the groups of letters in their order, each with a
    row: how rare it is, and from `starts[row]` to `starts[row + 1]` the meanings whose sayings have it, each with how
    much that speaks for it. `sizes` is how much any group speaks against a meaning that lacks it: there is more room in
    a large one. Arrays, because as objects they would take three times the memory.
    """

    names: Sequence[str]
    groups: Sequence[int]
    rareness: Sequence[float]
    starts: Sequence[int]
    meanings: Sequence[int]
    weights: Sequence[float]
    sizes: Sequence[float]

    def like(self, words: str) -> Likeness:
        """How probable each meaning is. In time linear to the first LONGEST characters."""
        if len(_SYLLABLE.findall(words[:LONGEST])) < SHORTEST:
            return Likeness({})
        scores, length, weight_of_all = [0.0] * len(self.names), 0.0, 0.0
        for group, count in Counter(groups(words)).items():
            row = bisect_left(self.groups, group)
            if row == len(self.groups) or self.groups[row] != group:
                continue
            weight = (1 + log(count)) * self.rareness[row]
            length += weight * weight
            weight_of_all += weight
            first, end = self.starts[row], self.starts[row + 1]
            for meaning, speaks_for in zip(self.meanings[first:end], self.weights[first:end], strict=True):
                scores[meaning] += weight * speaks_for
        if not length:
            return Likeness({})
        whole = sqrt(length)
        logs = [(score - weight_of_all * size) / whole for score, size in zip(scores, self.sizes, strict=True)]
        least = max(logs) - NEGLIGIBLE
        odds = {name: exp(one - least) for name, one in zip(self.names, logs, strict=True) if one > least}
        total = sum(odds.values())
        return Likeness({name: one / total for name, one in odds.items()})


def groups(words: str) -> Sequence[int]:
    """The groups of one to three letters in words, with a sign for each gap between them; a question mark is a word."""
    said = _GAP + _GAP.join(_WORD.findall(_LAUGHTER.sub(" ", words[:LONGEST].casefold()))) + _GAP
    letters = [*map(ord, said)]
    pairs = [first << LETTER | second for first, second in pairwise(letters)]
    return letters + pairs + [pair << LETTER | third for pair, third in zip(pairs, letters[2:], strict=False)]


def examples_of(sayings: Mapping[str, Collection[str]]) -> Examples:
    """The sayings, by what they mean, counted."""
    count = sum(map(len, sayings.values()))
    grouped = {name: [array("Q", groups(saying)) for saying in lines] for name, lines in sayings.items()}
    spread = _spread((saying for lines in grouped.values() for saying in lines), int(MOST * count))
    known = array("Q", sorted(spread))
    rareness = {group: log(count / spread[group]) + 1 for group in known}
    return _laid_out(tuple(grouped), known, rareness, [_counted(lines, rareness) for lines in grouped.values()])


def _spread(sayings: Iterable[Sequence[int]], most: int) -> Mapping[int, int]:
    """In how many sayings each group is, of those that FEWEST to `most` have: most groups are of one saying only."""
    spread: Counter[int] = Counter()
    for saying in sayings:
        spread.update({*saying})
    return {group: n for group, n in spread.items() if FEWEST <= n <= most}


def _counted(sayings: Iterable[Sequence[int]], rareness: Mapping[int, float]) -> tuple[Sequence[int], Sequence[float]]:
    """The groups of letters in all sayings of a meaning, and how much each weighs."""
    whole: defaultdict[int, float] = defaultdict(float)
    for saying in sayings:
        times = Counter(filter(rareness.__contains__, saying))
        weights = [*map(rareness.__getitem__, times)]  # by the library's own loops: there are a million groups
        if len(times) < times.total():
            weights = [(1 + log(n)) * weight for n, weight in zip(times.values(), weights, strict=True)]
        length = hypot(*weights) or 1.0
        for group, weight in zip(times, weights, strict=True):
            whole[group] += weight / length
    return array("Q", whole), array("f", whole.values())


def _laid_out(
    names: Sequence[str],
    known: Sequence[int],
    rareness: Mapping[int, float],
    means: Sequence[tuple[Sequence[int], Sequence[float]]],
) -> Examples:
    """The counts in rows, as logarithms of how much likelier a group is in a meaning than one it never had."""
    shared: Counter[int] = Counter()
    for counted, _ in means:
        shared.update(counted)
    starts = array("I", accumulate((shared[group] for group in known), initial=0))
    free = dict(zip(known, starts, strict=False))  # the next place in each group's row
    meanings, weights = array("H", bytes(2 * starts[-1])), array("f", bytes(4 * starts[-1]))
    for place, (counted, each) in enumerate(means):
        for group, weight in zip(counted, each, strict=True):
            at = free[group]
            meanings[at], weights[at] = place, log((weight + UNSEEN) / UNSEEN)
            free[group] = at + 1
    sizes = array("f", (log(sum(each) + UNSEEN * len(known)) for _, each in means))
    return Examples(names, known, array("f", rareness.values()), starts, meanings, weights, sizes)
