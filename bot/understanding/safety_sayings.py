"""How the sayings of `locales/ko/sayings/safety.toml` are written, and the patterns they become. Pure.

A saying is read as atoms: syllables, one of some words, verbs in all forms with an ending, what may be left out, and a
gap. Between any two syllables there may be a space or none. The head of the file tells authors the same by examples.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from bot.korean.conjugation import conjugated
from bot.understanding.safety_work import WorkWords

GAP = " ?"  # between any two syllables
_FILLERS = 4  # at most, between the beginning of a clause and a saying
_LONG = 80  # characters of a pattern that are not repeated for each beginning
_FAR = 7  # characters that … may stand for
_GROUP = r"\{(?P<name>[^}]+)\}|\[(?P<words>[^\]]+)\]|<(?P<verb>[^>]+)>"
_BEGINNING = re.compile(rf"{_GROUP}|(?P<plain>[^\[{{(<…]+)")
_ATOM = re.compile(rf"{_GROUP}|\((?P<maybe>[^)]+)\)|(?P<far>…)|(?P<plain>[a-z]+|\S)")
_PART = re.compile(r"[a-z]+|\S")

Parts = tuple[str, ...]
"""The syllables that a saying begins with, as patterns."""
Way = tuple[Parts, str]
"""One beginning of a saying, and the pattern of what follows."""


class Sayings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sayings by where they count: anywhere, at the beginning of a word, or at that of a clause, after fillers."""

    anywhere: tuple[str, ...] = ()
    word: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()


class Harm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells of somebody who hurts, follows or threatens, unless it speaks of work."""

    unless: str
    said: Sayings


class SayingsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, str]
    verbs: dict[str, dict[str, str]]  # kind of endings → name → stems
    endings: dict[str, dict[str, tuple[str, ...]]]  # kind → mark of the form, as `conjugated` has it → endings
    harm: Harm
    initials: Sayings
    always: Sayings
    figures: Sayings
    work: WorkWords
    heard: Sayings


@dataclass(frozen=True, slots=True)
class Known:
    """What sayings may name: lists of words, and verbs as one pattern of all their forms with an ending."""

    words: Mapping[str, str]
    verbs: Mapping[str, str]

    def verb(self, name: str) -> str:
        """The verbs of a name. Raises ValueError for a name that no verbs have."""
        if name not in self.verbs:
            raise ValueError(f"no verbs are called {name!r}")
        return self.verbs[name]


def known_of(file: SayingsFile) -> Known:
    """What the sayings of a file may name. Raises ValueError for a name that nothing has."""
    words = Known(file.words, {})
    verbs: dict[str, str] = {}
    for kind, lists in file.verbs.items():
        endings = {mark: _either(_pattern(each, words) for each in group) for mark, group in file.endings[kind].items()}
        verbs |= {name: _bent(stems.split(), endings) for name, stems in lists.items()}
    return Known(file.words, verbs)


@dataclass(frozen=True, slots=True)
class Sought:
    """Patterns to look for, those of sayings that may stand anywhere in a text without its spaces."""

    spaced: tuple[re.Pattern[str], ...]
    close: tuple[re.Pattern[str], ...]

    def found(self, text: str) -> bool:
        """Whether any of them is in a text."""
        for pattern in self.spaced:  # a generator inside `any` costs as much again as most of the searches
            if pattern.search(text):
                return True
        text = text.replace(" ", "")
        for pattern in self.close:  # noqa: SIM110 - the same
            if pattern.search(text):
                return True
        return False


def sought(sayings: Sayings, known: Known) -> Sought:
    """The patterns of sayings, to look for. Raises ValueError for a saying that cannot be read.

    Without the spaces that may stand between any two syllables, a pattern is half as long, and as quick to compile.
    """
    anchored = Sayings(word=sayings.word, clause=sayings.clause)
    anywhere = Sayings(anywhere=sayings.anywhere)
    return Sought(tuple(patterns(anchored, known)), tuple(patterns(anywhere, known, gap="")))


def patterns(sayings: Sayings, known: Known, gap: str = GAP) -> Iterator[re.Pattern[str]]:
    """One pattern for each place, and one for each saying too long to be repeated for all its beginnings.

    Raises ValueError for a saying that cannot be read.
    """
    words = known.words
    fillers, after = one_of(words["fillers"].split()), one_of(words["before-clause"].split())
    starts = {
        "anywhere": "",
        "word": f"(?<=[ ;{''.join(words['before-word'].split())}])",
        "clause": f"{after} ?(?:{fillers} ?){{0,{_FILLERS}}}",
    }
    for place, start in starts.items():
        ways: list[Way] = []
        for saying in getattr(sayings, place):
            if _stands_alone(saying, known):
                yield re.compile(start + _pattern(saying, known).removeprefix(GAP).replace(GAP, gap))
            else:
                ways += _ways(saying, known)
        if ways:
            yield re.compile(start + _joined(ways).replace(GAP, gap))


def one_of(words: Iterable[str]) -> str:
    """Any of the words, with a space between any two syllables or none."""
    return _joined([(_parts(word), "") for word in words])


def _bent(stems: Iterable[str], endings: Mapping[str, str]) -> str:
    """Verbs in all their forms that have an ending."""
    forms: dict[str, list[str]] = {}
    for stem in stems:
        for mark, form in conjugated(stem):
            forms.setdefault(mark, []).append(form)
    return _either(one_of(dict.fromkeys(forms[mark])) + ending for mark, ending in endings.items())


def _stands_alone(saying: str, known: Known) -> bool:
    """Whether a saying is a pattern of its own: one that begins with a verb, or has a long rest after many words."""
    first = _first(saying)
    if first["verb"]:
        return True
    return len(_choice(first, known)) > 1 and len(_pattern(saying[first.end() :], known)) > _LONG


def _first(saying: str) -> re.Match[str]:
    first = _BEGINNING.match(saying)
    if first is None:
        raise ValueError(f"it begins with neither a syllable nor words: {saying!r}")
    return first


def _ways(saying: str, known: Known) -> Iterator[Way]:
    """The ways in which a saying begins."""
    first = _first(saying)
    rest = _pattern(saying[first.end() :], known)
    beginnings: dict[str, list[Way]] = {}
    for part, *parts in map(_parts, _choice(first, known)):
        beginnings.setdefault(part, []).append((tuple(parts), ""))
    for part, ways in beginnings.items():  # what follows stands once for all words that begin with the same syllable
        yield ((part,), _joined(ways, " ?") + rest) if len(ways) > 1 else ((part, *ways[0][0]), rest)


def _pattern(saying: str, known: Known) -> str:
    """A saying, with a space between any two syllables or none."""
    pattern = ""
    for atom in _ATOM.finditer(saying):
        if atom["far"]:
            pattern += f"[^;]{{0,{_FAR}}}?"
        elif atom["maybe"]:
            pattern += f"(?:{_pattern(atom['maybe'], known)})?"
        elif atom["verb"]:
            pattern += f" ?{known.verb(atom['verb'])}"
        else:
            pattern += f" ?{one_of(_choice(atom, known))}"
    return pattern


def _choice(atom: re.Match[str], known: Known) -> list[str]:
    if atom["name"] and atom["name"] not in known.words:
        raise ValueError(f"no words are called {atom['name']!r}")
    if atom["name"]:
        return known.words[atom["name"]].split()
    return atom["words"].split() if atom["words"] else [atom["plain"]]


def _parts(word: str) -> Parts:
    """Its syllables; a Latin word is one part, and ends where no letter follows."""
    return tuple(f"{part}(?![a-z])" if part[0].islower() else re.escape(part) for part in _PART.findall(word))


def _joined(ways: Iterable[Way], gap: str = "") -> str:
    """All ways as one pattern that reads every syllable once, however many sayings begin with it."""
    further: dict[str, list[Way]] = {}
    ends = []
    for parts, rest in ways:
        if parts:
            further.setdefault(parts[0], []).append((parts[1:], rest))
        else:
            ends.append(rest)
    nexts = [part + _joined(rests, " ?") for part, rests in further.items()]
    choices = [gap + _either(nexts)] if nexts else []
    choices += [end for end in dict.fromkeys(ends) if end]
    if not choices:
        return ""
    return f"(?:{'|'.join(choices)})?" if "" in ends else _either(choices)


def _either(patterns: Iterable[str]) -> str:
    """One of the patterns; in no group where there is only one: reading groups takes most of the time to start."""
    choices = [*patterns]
    return f"(?:{'|'.join(choices)})" if len(choices) > 1 else choices[0]
