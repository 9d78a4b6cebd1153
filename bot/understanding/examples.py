"""What words most probably mean, by thousands of sayings that were written down by their meaning. Pure.

Multinomial naive Bayes over groups of letters, weighed by how rare they are and to the same length (Rennie, Shih,
Teevan and Karger, Tackling the Poor Assumptions of Naive Bayes Text Classifiers, 2003, sections 4.1 to 4.3). It is
counted, not fitted, so that it is there at the start. An author adds a saying to `locales/ko/sayings/examples/`;
nothing has to be said about its grammar.
"""

import re
import tomllib
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from math import exp, log, sqrt
from pathlib import Path

LONGEST = 120  # characters that are looked at; what is told at length is told in its first sentences
LONGEST_GROUP = 3  # letters
FEWEST = 2  # sayings that have a group: one that only one has tells nothing of the others
SHORTEST = 3  # syllables: of less nothing can be told
UNSEEN = 0.04  # how much of a group every meaning is taken to have, so that a new word rules none out
_SYLLABLE = re.compile("[가-힣]")
_LAUGHTER = re.compile("[ㅋㅎㅠㅜㅡ]+")
_WORD = re.compile(r"[^\W_]+|\?")
_GAP = "_"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How probable each meaning is; they make 1 together. Empty for words of which nothing can be told."""

    scores: Mapping[str, float]

    def best(self) -> str:
        """The likeliest meaning, or ""."""
        return max(self.scores, key=self.scores.__getitem__, default="")

    def of(self, names: Iterable[str]) -> float:
        """How probable it is that one of some meanings is meant."""
        return sum(self.scores.get(name, 0.0) for name in names)


@dataclass(frozen=True, slots=True, repr=False)
class Examples:
    """All sayings, counted. Made by `load_examples`. Every group of letters has a row: how rare it is, and from
    `starts[row]` to `starts[row + 1]` the meanings whose sayings have it, each with how much that speaks for it.
    `sizes` is how much any group speaks against a meaning that lacks it: there is more room in a large one.
    """

    names: Sequence[str]
    rows: Mapping[str, int]
    rareness: Sequence[float]
    starts: Sequence[int]
    meanings: Sequence[int]
    weights: Sequence[float]
    sizes: Sequence[float]

    def like(self, words: str) -> Likeness:
        """How probable each meaning is. In time linear to the first LONGEST characters."""
        hangul = len(_SYLLABLE.findall(words[:LONGEST]))
        counts = Counter(group for group in groups(words) if group in self.rows and hangul >= SHORTEST)
        scores, length, weight_of_all = [0.0] * len(self.names), 0.0, 0.0
        for group, count in counts.items():
            row = self.rows[group]
            weight = (1 + log(count)) * self.rareness[row]
            length += weight * weight
            weight_of_all += weight
            for at in range(self.starts[row], self.starts[row + 1]):
                scores[self.meanings[at]] += weight * self.weights[at]
        if not length:
            return Likeness({})
        whole = sqrt(length)
        logs = [(score - weight_of_all * size) / whole for score, size in zip(scores, self.sizes, strict=True)]
        return Likeness(dict(zip(self.names, _probabilities(logs), strict=True)))


def _probabilities(logs: Sequence[float]) -> Iterator[float]:
    most = max(logs)
    odds = [exp(one - most) for one in logs]
    whole = sum(odds)
    return (one / whole for one in odds)


def groups(words: str) -> Iterator[str]:
    """The groups of one to three letters in words, with a sign for each gap between them; a question mark is a word."""
    said = _GAP + _GAP.join(_WORD.findall(_LAUGHTER.sub(" ", words[:LONGEST].casefold()))) + _GAP
    for size in range(1, LONGEST_GROUP + 1):
        yield from (said[at : at + size] for at in range(len(said) - size + 1))


def load_examples(folder: Path) -> Examples:
    """Reads every file of the folder. Raises ValueError naming the file, and OSError when one cannot be read."""
    sayings: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))["sayings"]
            for name, lines in table.items():
                sayings.setdefault(name, []).extend(filter(None, map(str.strip, lines.splitlines())))
        except (tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
            raise ValueError(f"{path}: {error}; it has [sayings]: lines by what they mean") from error
    return examples_of(sayings)


def examples_of(sayings: Mapping[str, Collection[str]]) -> Examples:
    """The sayings, by what they mean, counted. Twice, because the groups of all at once would take forty megabytes."""
    count = sum(map(len, sayings.values()))
    spread = Counter(group for lines in sayings.values() for saying in lines for group in set(groups(saying)))
    rareness = {group: log(count / n) + 1 for group, n in spread.items() if n >= FEWEST}
    return _laid_out(tuple(sayings), (_counted(lines, rareness) for lines in sayings.values()), rareness)


def _counted(sayings: Iterable[str], rareness: Mapping[str, float]) -> Mapping[str, float]:
    """How much each group of letters weighs in all sayings of a meaning."""
    whole: defaultdict[str, float] = defaultdict(float)
    for saying in sayings:
        counts = Counter(group for group in groups(saying) if group in rareness)
        weights = {group: (1 + log(n)) * rareness[group] for group, n in counts.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        for group, weight in weights.items():
            whole[group] += weight / length
    return whole


def _laid_out(names: Sequence[str], means: Iterable[Mapping[str, float]], rareness: Mapping[str, float]) -> Examples:
    """The counts in rows, as logarithms of how much likelier a group is in a meaning than one it never had."""
    rows = {group: (array("H"), array("f")) for group in rareness}  # meanings and weights
    sizes = array("f")
    for place, counts in enumerate(means):
        sizes.append(log(sum(counts.values()) + UNSEEN * len(rareness)))
        for group, weight in counts.items():
            meanings, weights = rows[group]
            meanings.append(place)
            weights.append(log((weight + UNSEEN) / UNSEEN))
    return Examples(
        names,
        {group: place for place, group in enumerate(rows)},
        array("f", rareness.values()),
        array("I", accumulate((len(meanings) for meanings, _ in rows.values()), initial=0)),
        array("H", chain.from_iterable(meanings for meanings, _ in rows.values())),
        array("f", chain.from_iterable(weights for _, weights in rows.values())),
        sizes,
    )
