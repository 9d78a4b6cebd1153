"""Korea's public holidays, as the `holidays` package tells them, on which no lesson is sent."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

NOTHING: Mapping[date, str] = MappingProxyType({})
_ASKED = str(Path(__file__).parent.parent / "korean" / "public_holidays.py")


@dataclass(frozen=True, slots=True)
class Holidays:
    """The public holidays of some years, by date, with their Korean names."""

    days: Mapping[date, str]
    years: frozenset[int]

    def __contains__(self, day: object) -> bool:
        return day in self.days

    def name(self, day: date) -> str:
        """The holiday's name, or "" on any other day."""
        return self.days.get(day, "")

    def missing(self, today: date) -> int | None:
        """The first year, this or the next, that is not covered yet: time to renew the table."""
        return next((year for year in (today.year, today.year + 1) if year not in self.years), None)


def korean_holidays(years: Iterable[int], extra: Mapping[date, str] = NOTHING) -> Holidays:
    """Public holidays with the lunar ones and substitutes, and `extra` such as 임시공휴일 on top.

    Raises CalledProcessError when the package cannot tell.
    """
    covered = frozenset(years)
    return Holidays(MappingProxyType(_told(covered) | dict(extra)), covered)


@cache
def _told(years: frozenset[int]) -> dict[date, str]:
    """What the package knows, which brings every country of the world along: a process of its own gives the memory
    back. It is run as a file (-P: without its folder in the path), since `bot` would be imported with a module of it.
    """
    asked = [sys.executable, "-P", _ASKED, *map(str, years)]
    told = subprocess.run(asked, stdout=subprocess.PIPE, check=True).stdout  # noqa: S603 - a file of ours
    return {date.fromisoformat(day): name for day, name in json.loads(told).items()}
