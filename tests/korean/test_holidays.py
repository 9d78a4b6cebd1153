"""The Korean calendar: public holidays from the package, feasts from our table, and both agree."""

from datetime import date, timedelta

import pytest

from bot.delivery.holidays import korean_holidays
from bot.rhythm.feasts import FIRST_LUNAR_YEAR, LONG, LONG_MONTHS, feast, feast_in, feast_span


def test_the_days_of_2026_and_2027() -> None:
    holidays = korean_holidays((2026, 2027))
    days = {day.isoformat()[2:] for day in holidays.days}
    assert {"26-02-16", "26-02-17", "26-02-18", "26-09-24", "26-09-25", "26-09-26"} <= days
    assert {"26-03-02", "26-05-25", "26-08-17", "26-10-05", "26-05-01", "26-07-17"} <= days
    assert {"27-02-06", "27-02-07", "27-02-08", "27-02-09", "27-09-14", "27-09-15", "27-09-16"} <= days
    assert {"27-05-03", "27-07-19", "27-08-16", "27-10-04", "27-10-11", "27-12-27"} <= days
    assert "26-11-23" not in days


def test_names_are_the_ones_people_use() -> None:
    holidays = korean_holidays([2026])
    assert holidays.name(date(2026, 12, 25)) == "크리스마스"
    assert holidays.name(date(2026, 10, 9)) == "한글날"
    assert holidays.name(date(2026, 11, 23)) == ""
    assert date(2026, 9, 25) in holidays


def test_an_operator_adds_a_temporary_holiday() -> None:
    extra = {date(2026, 11, 27): "임시공휴일"}
    assert korean_holidays([2026], extra).name(date(2026, 11, 27)) == "임시공휴일"


def test_a_table_that_ends_this_year_says_which_is_missing() -> None:
    assert korean_holidays([2026]).missing(date(2026, 11, 23)) == 2027
    assert korean_holidays([2026, 2027]).missing(date(2026, 11, 23)) is None
    assert korean_holidays([2025]).missing(date(2026, 11, 23)) == 2026


@pytest.mark.parametrize(("name", "called"), [("seollal", "설날"), ("chuseok", "추석"), ("buddha", "부처님오신날")])
def test_our_lunar_table_is_the_packages(name: str, called: str) -> None:
    years = range(2025, 2051)
    ours = {feast_in(name, year) for year in years}
    theirs = {day for day, said in korean_holidays(years).days.items() if called in said.split("; ")}
    assert ours == theirs
    assert feast_in(name, 2051) is None


def test_the_next_feast_is_today_or_later() -> None:
    assert feast("seollal", date(2026, 11, 23)) == date(2027, 2, 7)
    assert feast("christmas", date(2026, 12, 25)) == date(2026, 12, 25)
    assert feast("christmas", date(2026, 12, 26)) == date(2027, 12, 25)
    assert feast("chuseok", date(2051, 1, 1)) is None


def test_seollal_and_chuseok_have_three_days() -> None:
    assert feast_span("seollal", date(2026, 11, 23)) == (date(2027, 2, 6), date(2027, 2, 8))
    assert feast_span("chuseok", date(2026, 9, 26)) == (date(2026, 9, 24), date(2026, 9, 26))
    assert feast_span("hangul", date(2026, 1, 1)) == (date(2026, 10, 9), date(2026, 10, 9))
    assert feast_span("seollal", date(2051, 1, 1)) is None


def test_a_long_rest_is_announced_in_these_months_alone() -> None:
    """A feast of several days falls in one of them, and so does the day a week before it."""
    days = [feast_in(name, year) for name in LONG for year in range(FIRST_LUNAR_YEAR, FIRST_LUNAR_YEAR + 26)]
    assert {moment.month for day in days if day for moment in (day, day - timedelta(days=10))} <= LONG_MONTHS
