"""Months, seasons and years named alone, where somebody rests or comes back: 여름까지, 내년까지, 3월부터 다시."""

from collections.abc import Iterator
from datetime import date

from bot.korean.time.dates import months_on
from bot.korean.time.mentions import Mentions
from bot.korean.time.scan import Token
from bot.rhythm import Clear, Rhythm, Unclear
from bot.rhythm.changes import Pause, Resume

SILENCE = frozenset({"rest", "stop", "quiet"})
COMES_BACK = frozenset({"again", "start"})
BESIDE = frozenset({"season", "year", "verb", "length"})
A_YEAR = 12  # months
A_MONTH = (1, 0, 0)  # a length: months, days, minutes


def seasons(said: Mentions) -> Rhythm | None:
    """Never sure: 여름까지 is until it begins or until it is over, and each is a choice."""
    named = [token for token in said.tokens if token.kind in ("season", "year")]
    plain = said.kinds <= BESIDE and all(token.numbers == A_MONTH for token in said.lengths)
    if not named or not plain or len(named) > 2 or not said.verbs & (SILENCE | COMES_BACK):
        return None
    choices = tuple(dict.fromkeys(_choices(said, named)))
    return Unclear(choices) if choices else None


def _choices(said: Mentions, named: list[Token]) -> Iterator[Clear]:
    season = next((token for token in named if token.kind == "season"), None)
    first, end = _span(season, next((token.numbers[0] for token in named if token.kind == "year"), None), said.today)
    marks = named[-1].marks
    if said.verbs & COMES_BACK or "from" in marks:
        yield from (Resume(day) for day in (first, end) if day > said.today and ("from" in marks) == (day == first))
    elif "till" in marks:
        begins = () if season and len(season.numbers) > 2 else (first,)  # the end of a year has no beginning
        yield from (Pause(back=day) for day in (*begins, end) if day > said.today)
    elif season and len(season.numbers) == 2:
        yield Pause(first=first if first > said.today else None, back=end)


def _span(season: Token | None, year: int | None, today: date) -> tuple[date, date]:
    """The first day, and the day after the last one: of that year, or the one that is not over yet."""
    month, months = season.numbers[:2] if season else (1, A_YEAR)
    years = [today.year + year] if year is not None else [today.year - 1, today.year, today.year + 1]
    spans = [(date(one, month, 1), months_on(date(one, month, 1), months)) for one in years]
    return next((span for span in spans if span[1] > today), spans[-1])
