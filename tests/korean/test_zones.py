"""Where learners say they live, as a table of places and zones."""

import unicodedata
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.korean.places import MANY, OFFERED, PLACES, cities, zone_of


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("도쿄", "Asia/Tokyo"),
        ("도쿄로", "Asia/Tokyo"),
        ("도쿄 시간으로", "Asia/Tokyo"),
        ("도쿄에 살아요", "Asia/Tokyo"),
        ("삿포로", "Asia/Tokyo"),  # its last syllable is no particle
        ("서울이요!", "Asia/Seoul"),
        ("한국시간으로", "Asia/Seoul"),
        ("호찌민시", "Asia/Ho_Chi_Minh"),
        ("뉴욕이에요", "America/New_York"),
        ("미국 서부", "America/Los_Angeles"),
        ("LA", "America/Los_Angeles"),
        ("new york", "America/New_York"),
        ("Tokyo", "Asia/Tokyo"),
        ("asia/tokyo", "Asia/Tokyo"),
        ("America/New York", "America/New_York"),
        ("ＫＳＴ", "Asia/Seoul"),
        ("utc", "Etc/UTC"),
        ("프라하에 있어요", "Europe/Prague"),
        (unicodedata.normalize("NFD", "파리예요"), "Europe/Paris"),
    ],
)
def test_a_place_is_known_however_it_is_said(words: str, zone: str) -> None:
    """By Korean name, by zone, by city, with what is said after it."""
    assert zone_of(words) == zone


@pytest.mark.parametrize(
    "words", ["", "로", "시간", "미국", "캐나다", "아침 8시", "달나라", "Mars", "\ud800", "도쿄" * 50]
)
def test_what_has_no_single_zone_is_not_guessed(words: str) -> None:
    """A country with several zones, or no place at all."""
    assert zone_of(words) is None


@pytest.mark.parametrize("words", ["미국", "미국이요", "미국에 살아요", " 미 국 "])
def test_a_wide_country_offers_its_cities(words: str) -> None:
    """The learner chooses a city."""
    assert cities(words) == MANY["미국"]
    assert cities("도쿄") == ()


def test_every_zone_exists_and_every_offer_is_a_place() -> None:
    """No misspelt zone, and no button that is not understood."""
    for zone in PLACES.values():
        ZoneInfo(zone)
    for place in (*OFFERED, *(city for several in MANY.values() for city in several)):
        assert zone_of(place)


@given(st.text(max_size=60))
def test_any_words_are_a_zone_or_not(words: str) -> None:
    """Never an exception; what is found can be used."""
    if zone := zone_of(words):
        ZoneInfo(zone)
    cities(words)
