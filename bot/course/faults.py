"""Faults of an author's files, each at its line; and what the parsers of TOML and of its values find wrong. Pure.

The parsers speak English; their words are told apart here, and never shown.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

SHOWN = 30  # characters of a line that are quoted
ANY = "..."  # how msgspec calls a name in a table whose names are free
_AT = re.compile(r"at line (\d+)")
_SAYINGS = (
    ("fault-toml-twice", re.compile("twice|overwrite|mutate|already")),
    ("fault-toml-quote", re.compile('Illegal character|Unterminated|Expected "\'"|Unescaped')),
    ("fault-toml-bracket", re.compile("Unclosed|Expected ']'")),
    ("fault-toml-equals", re.compile("Expected '='|Invalid statement")),
    ("fault-toml-value", re.compile("Invalid value|Expected newline")),
)
_OPENED = {
    "fault-toml-quote": re.compile(r"\"\"\"|'''"),
    "fault-toml-bracket": re.compile(r"=\s*\[(?!.*\])|^\[[^\]]*$"),
}
"""Where something begins that is not closed; the parser tells the end of the file."""
_MISSING = re.compile(r"missing required field `(\w+)`")
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")
_PATH = re.compile(r"at `(?:key in )?\$\.?([^`]*)`")

Path = tuple[str, ...]
"""The names, and the places in lists, by which a value is reached."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file: its line, and the key and values of the sentence that says how to mend it."""

    line: int
    key: str
    values: tuple[tuple[str, str], ...] = ()


class Faulty(Exception):
    """Raised with the first fault of one section, so that the other sections are still read."""

    def __init__(self, line: int, key: str, **values: object) -> None:
        super().__init__(key)
        self.fault = Fault(line, key, tuple((name, str(value)) for name, value in values.items()))

    @classmethod
    def of(cls, fault: Fault) -> "Faulty":
        """What raises a fault that is known."""
        return cls(fault.line, fault.key, **dict(fault.values))


def toml_fault(error: Exception, lines: Sequence[str], first: int = 1) -> Fault:
    """What keeps lines from being read as TOML; `first` is the number that the first of them has in its file."""
    words = str(error)
    key = next((key for key, saying in _SAYINGS if saying.search(words)), "fault-toml")
    told = _AT.search(words)
    at = int(told[1]) if told else max((n for n, line in enumerate(lines, 1) if line.strip()), default=1)
    if key == "fault-toml-twice":
        at = _second(lines) or at
    elif opens := _OPENED.get(key) if not told or key == "fault-toml-bracket" else None:
        at = max((n for n, line in enumerate(lines[:at], 1) if opens.search(line)), default=at)
    text = lines[at - 1].strip()[:SHOWN] if at <= len(lines) else ""
    return Fault(first - 1 + at, key, (("text", text),))


def value_fault(
    error: msgspec.ValidationError, tables: Mapping[str, Any], lines: Sequence[str], inside: str = "", first: int = 1
) -> Fault:
    """Which value is missing, is none of the names there are, or is of another kind than it has to be. `lines` are
    those of the table `inside` the others, where that is a file of its own.
    """
    words, path = str(error), path_of(error)
    missing, unknown = _MISSING.search(words), _UNKNOWN.search(words)
    named = missing or unknown
    for one in _spelled_out(tables, path):
        there = _reached(tables, one)
        if missing is None or (isinstance(there, dict) and missing[1] not in there):
            path = one
            break
    name = named[1] if named else next((part for part in reversed(path) if not part.isdecimal()), "")
    key = "fault-value-missing" if missing else "fault-value-unknown" if unknown else "fault-value-kind"
    within = path[1:] if inside else path
    return Fault(first - 1 + line_of(lines, (*within, name) if unknown else within), key, (("name", name),))


def path_of(error: msgspec.ValidationError) -> Path:
    """Where a value stands that will not do."""
    found = _PATH.search(str(error))
    return tuple(re.findall(r"\.\.\.|[^.\[\]]+", found[1])) if found else ()


def line_of(lines: Sequence[str], path: Path) -> int:
    """The line, from 1, of the value at a path, else of the nearest table around it; 1 where there is none."""
    found = [(len(place), -number) for number, place in _places(lines) if path[: len(place)] == place]
    return -max(found)[1] if found else 1


def _places(lines: Sequence[str]) -> Iterator[tuple[int, Path]]:
    """Each table and each value with its line and its path."""
    table: Path = ()
    counts: dict[Path, int] = {}
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if header := re.match(r"(\[+)([^\[\]]+)\]", bare):
            table = _names(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, str(counts[table]))
            yield number, table
        elif "=" in bare and not bare.startswith("#"):
            yield number, (*table, *_names(bare.partition("=")[0]))


def _names(text: str) -> Path:
    return tuple(part.strip().strip("\"'") for part in text.split("."))


def _second(lines: Sequence[str]) -> int:
    """The line of what stands there for the second time; 0 for none."""
    seen: set[Path] = set()
    for number, place in _places(lines):
        if place in seen:
            return number
        seen.add(place)
    return 0


def _spelled_out(value: Any, path: Path) -> Iterator[Path]:
    """The paths that a path may stand for: free names are filled in, those whose value is no text first."""
    if not path:
        yield ()
        return
    head, *rest = path
    names = list(value) if head == ANY and isinstance(value, dict) else [head]
    for name in sorted(names, key=lambda name: isinstance(_reached(value, (name,)), str)):
        yield from ((name, *tail) for tail in _spelled_out(_reached(value, (name,)), tuple(rest)))


def _reached(value: Any, path: Path) -> Any:
    """The value at a path; None where there is none."""
    for name in path:
        if isinstance(value, list):
            value = value[int(name)] if name.isdecimal() and int(name) < len(value) else None
        else:
            value = value.get(name) if isinstance(value, dict) else None
    return value
