"""Meanings by a part of the words, by what is open while they are said. Pure; the patterns stand in
`locales/ko/sayings/cues.toml`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cues:
    """Of every place the meanings with their patterns, in the order of the file."""

    places: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]

    def of(self, place: str, said: str) -> str:
        """The first meaning that is found in folded words; "" for none, and for a place without cues."""
        return next((name for name, cue in self.places.get(place, ()) if cue.search(said)), "")


def load_cues(path: Path) -> Cues:
    """Reads `cues.toml`. Raises ValueError naming the file for what is no pattern, OSError when it cannot be read."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return Cues(
            {place: tuple((n, _either(lines)) for n, lines in names.items()) for place, names in tables.items()}
        )
    except (tomllib.TOMLDecodeError, re.error, AttributeError) as error:
        raise ValueError(f"{path}: {error}; every meaning is one text of patterns, one a line") from error


def _either(lines: str) -> re.Pattern[str]:
    return re.compile("|".join(lines.split()))
