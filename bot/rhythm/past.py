"""How days were lived before the present rhythm: by another one, or in a pause. Pure.

Kept as text, one span a line: its first day, the day after its last, and the rhythm of then or `pause`.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

PAUSE = "pause"
MOST_SPANS = 24  # kept of a learner; who changes more often is judged by the newest
_SEPARATOR = "\n"


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to the day before `back`; `rhythm` is a canonical form, "" for none chosen, or PAUSE."""

    first: date
    back: date
    rhythm: str

    def __str__(self) -> str:
        return f"{self.first} {self.back} {self.rhythm}".rstrip()

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day < self.back


@lru_cache(1024)  # a learner's is looked at for many days of a turn
def load_spans(text: str) -> tuple[Span, ...]:
    """The spans that a column holds, the oldest first. Raises ValueError for anything else."""
    return tuple(_load(line) for line in text.splitlines())


def added(text: str, span: Span) -> str:
    """The column with one more span; one without a day adds nothing."""
    if span.back <= span.first:
        return text
    return _SEPARATOR.join(map(str, (*load_spans(text), span)[-MOST_SPANS:]))


def _load(line: str) -> Span:
    first, back, *rhythm = line.split(" ", 2)
    return Span(date.fromisoformat(first), date.fromisoformat(back), "".join(rhythm))
