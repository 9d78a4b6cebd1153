"""What a question, a wish or a remark that nobody understood is about, by the words in it. Pure.

It is answered and changes nothing, so that a guess does no harm. An author adds to `locales/ko/sayings/topics.toml`.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LONGEST = 40  # letters; whoever writes more tells of something

Rows = Sequence[tuple[str, Sequence[re.Pattern[str]]]]
"""Intents, each with patterns that all have to be in the words."""


@dataclass(frozen=True, slots=True)
class Topics:
    """The intents by the words that tell them, of questions, wishes and remarks, in the order of the file."""

    asked: Rows
    wished: Rows
    told: Rows

    def of(self, folded: str, rows: Rows) -> str:
        """The first intent whose words are all in what was said; "" for none. `folded`: without spaces."""
        if len(folded) > LONGEST:
            return ""
        return next((intent for intent, words in rows if all(word.search(folded) for word in words)), "")


def load_topics(path: Path) -> Topics:
    """Reads `topics.toml`. Raises ValueError naming the file, and OSError when it cannot be read."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return Topics(*(_rows(table[name]) for name in ("asked", "wished", "told")))
    except (tomllib.TOMLDecodeError, KeyError, AttributeError, re.error) as error:
        raise ValueError(f"{path}: {error}; it has [asked], [wished] and [told]: lines by intent") from error


def _rows(table: dict[str, str]) -> Rows:
    lines = ((intent, line.split()) for intent, text in table.items() for line in text.splitlines())
    return tuple((intent, tuple(map(re.compile, words))) for intent, words in lines if words)
