"""Frames of distress: ideas that tell something where they stand together in a sentence. Pure.

`locales/ko/sayings/safety_frames.toml` has them as rows of ideas; its head tells authors how they are written.
"""

import itertools
import sys
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bot.understanding.safety_ideas import Concept, Helper, Ideas, Signs
from bot.understanding.safety_letters import PAUSE, Spelling

NEAR = len(PAUSE)  # letters between two ideas of a chain, some seven syllables
WINDOW, STEP = 16, 8  # words of a long sentence that are looked at together
LONGEST_WORD = 120  # syllables: of more without a space the beginning is read
APART = 1_000_000  # letters between two sentences

Chain = tuple[tuple[str, ...], ...]
"""Ideas one close after the other, each with its alternatives."""


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rows of ideas that ask for one care, and the ideas beside which they do not."""

    care: str
    rows: tuple[str, ...]
    unless: str = ""
    across: bool = False  # over neighbouring sentences


class FramesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written."""

    spelling: Spelling
    moods: dict[str, dict[str, str]]  # name → mark of the form, as `conjugated` has it → endings
    helpers: tuple[Helper, ...]
    concepts: dict[str, Concept]
    frames: dict[str, Frame]


@dataclass(frozen=True, slots=True)
class Rule:
    """A row: chains that must all be there, and some of which there must be none."""

    care: str
    wanted: tuple[Chain, ...]
    unwanted: tuple[Chain, ...]

    def stands(self, signs: Signs) -> bool:
        """Whether the row stands among the ideas of a text."""
        return all(_stands(chain, signs) for chain in self.wanted) and not any(
            _stands(chain, signs) for chain in self.unwanted
        )


Rules = Mapping[str, Sequence[Rule]]
"""Rules by the ideas that their rows begin with."""


@dataclass(frozen=True, slots=True, repr=False)
class Frames:
    """All frames of a file, ready to be looked for. Made by `load_frames`."""

    ideas: Ideas
    inside: Rules
    across: Rules

    def cares(self, sentences: Sequence[str]) -> set[str]:
        """The cares that sentences ask for; each is words with single spaces between them."""
        found: set[str] = set()
        whole: Signs = {}
        for number, sentence in enumerate(sentences):
            for window in _windows(sentence):
                signs = self.ideas.signs(window)
                found.update(_standing(self.inside, signs))
                for name, places in signs.items():
                    apart = number * APART
                    whole.setdefault(name, []).extend((at + apart, end + apart) for at, end in places)
        return found.union(_standing(self.across, whole))


def load_frames(path: Path) -> Frames:
    """The frames of a file. Raises ValueError for one that cannot be read, and OSError without a file."""
    try:
        file = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), FramesFile)
        rules = [(frame.across, rule) for frame in file.frames.values() for rule in _rules(frame, file.concepts)]
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error
    return Frames(
        Ideas(file.spelling, file.concepts, file.moods, file.helpers),
        _indexed(rule for across, rule in rules if not across),
        _indexed(rule for across, rule in rules if across),
    )


def _rules(frame: Frame, concepts: Mapping[str, Concept]) -> Iterator[Rule]:
    beside = tuple(_chain(part, concepts) for part in frame.unless.split())
    for row in frame.rows:
        wanted = tuple(_chain(part, concepts) for part in row.split() if not part.startswith("!"))
        unwanted = tuple(_chain(part[1:], concepts) for part in row.split() if part.startswith("!"))
        yield Rule(frame.care, wanted, unwanted + beside)


def _chain(part: str, concepts: Container[str]) -> Chain:
    chain = tuple(tuple(map(sys.intern, link.split("|"))) for link in part.split(">"))
    for name in itertools.chain.from_iterable(chain):
        if name.partition(".")[0] not in concepts:
            raise ValueError(f"no concept is called {name!r}")
    return chain


def _indexed(rules: Iterable[Rule]) -> Rules:
    index: dict[str, list[Rule]] = {}
    for rule in rules:
        for name in rule.wanted[0][0]:
            index.setdefault(name, []).append(rule)
    return index


def _standing(rules: Rules, signs: Signs) -> Iterator[str]:
    """The cares of all rows that stand among the ideas of a text."""
    return (rule.care for name in signs for rule in rules.get(name, ()) if rule.stands(signs))


def _stands(chain: Chain, signs: Signs) -> bool:
    """Whether ideas follow one another, each close behind the one before."""
    ends = [end for name in chain[0] for _, end in signs.get(name, ())]
    for link in chain[1:]:
        places = [place for name in link for place in signs.get(name, ())]
        ends = [end for at, end in places if any(before <= at <= before + NEAR for before in ends)]
    return bool(ends)


def _windows(sentence: str) -> Iterator[str]:
    """A sentence, or, of a long one, as many words at a time as belong together."""
    words = [word[:LONGEST_WORD] for word in sentence.split()]
    for at in range(0, max(1, len(words) - WINDOW + STEP), STEP):
        yield " ".join(words[at : at + WINDOW])
