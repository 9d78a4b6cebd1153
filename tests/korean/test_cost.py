"""Nobody can freeze it: no words, of whatever kind and length, cost more than a moment. Figures are CPU time."""

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from unicodedata import normalize
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import understanding
from bot.authoring.replies import state_of
from bot.course.model import Course
from bot.course.quizzes import Quiz
from bot.course.quizzes.kind import means
from bot.korean import answers, hangul, keyboard, offers, places, when
from bot.korean import spoken as speak
from bot.korean.flow_words import as_source, as_start, as_task
from bot.korean.mixing import mixture
from bot.korean.quantities import all_minutes, each_won
from bot.korean.tasks import tasks_in
from bot.korean.time import frequency
from bot.message import Button, Go, Message
from bot.rhythm import load, load_repeat
from bot.texts import Texts
from bot.understanding.about_reminders import about_reminders
from handlers import workshops
from tests.korean.test_understanding import KOREAN, LINE, QUIZ, READ_BACK
from tests.language import LANGUAGE

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Seoul"))
MOST = 0.050  # seconds of CPU a call may cost
LENGTHS = (
    10,
    40,
    100,
    120,
    200,
    300,
    600,
    1_000,
    5_000,
    42_000,
    300_000,
)  # around every bound there is, and beyond all
MENU = Message(
    ("?",), tuple(Button(f"가나다라마바사아자차카타{n}", Go("menu", f"{n}")) for n in range(10)), Go("write", "a")
)
MOST_TOLD = workshops.LONGEST_ANSWER
HALVES = ("오전 8시", "오후 8시")
HAVE = load_repeat("weekdays 08:00")
ORDINARY = (
    "알림 평일 저녁 7시 반",
    "주 3회로 줄여줘",
    "왜 안 와요",
    "가설이 무슨 뜻이에요",
    "1-다 2-가 3-나",
    "dkffla",
    "tokyo",
    "값이값",
)

Costs = Mapping[str, Callable[[str], object]]
"""Every pure function that takes a learner's words, by its name."""

# What is said again and again until it is long enough; what stands before the bar is said once.
HOSTILE = {
    "digits": "1",
    "a huge number": "9",
    "digits after a command": "알림 |1",
    "zeros": "1|0",
    "thousands": "1|,000",
    "a syllable": "가",
    "a syllable after a command": "알림 |가",
    "laughter": "ㅋ",
    "a consonant": "ㄱ",
    "a vowel": "ㅏ",
    "a cluster": "ㄳ",
    "a Latin letter": "a",
    "capitals": "RKsK",
    "the other layout": "rkT",
    "both layouts by turns": "ㄱa",
    "accents": "\u0301",
    "accents on a letter": "a|\u0301",
    "accents out of order": "a|\u0315\u0300\u05ae\u0316",
    "decomposed syllables": normalize("NFD", "한"),
    "lone decomposed jamo": "\u1161",
    "syllables with a loose tail": "가\u11a8",
    "compatibility signs": "ﷺ",
    "fractions": "½",
    "spaces": " ",
    "wide spaces": "\u3000",
    "lines": "\n",
    "words": "가 ",
    "emoji": "🔥",
    "joined emoji": "👨\u200d👩\u200d👧",
    "unseen joiners": "\u200d",
    "unseen spaces": "\u200b",
    "halves of pairs": "\ud800",
    "zero bytes": "\x00",
    "quotes": '"',
    "curly quotes": "“",
    "brackets opened": "(",
    "brackets nested": "<(",
    "brackets closed": "나무|()",
    "tags": "<|/>",
    "stops": ".",
    "questions": "?",
    "dashes": "-1 ",
    "colons": "1:",
    "slashes": "/",
    "a slash and letters": "/|a",
    "evenings": "저녁 ",
    "evenings after a command": "알림 |저녁 ",
    "weekdays": "월화수목금",
    "weekdays joined": "월~",
    "days": "3일 ",
    "days of rest": "쉬기 |3일 ",
    "clocks": "8시 ",
    "clocks without spaces": "오전8시",
    "clocks in the past": "왜|밤1시",  # as once could be read in 2^n ways
    "numerals": "이십삼",
    "native numerals": "열두",
    "weeks counted": "주 3회 ",
    "dates": "2026-11-23 ",
    "feasts": "설날 연휴 ",
    "lengths": "3시간 30분 ",
    "from now": "지금부터",
    "slips of the finger": "오젼",
    "am and pm": "pm",
    "am on Korean keys": "므 ",
    "English": "every day at 12 noon ",
    "the softest wish": "알림|너무좀더",
    "a wish that never ends": "덜자주|으면수있",
    "a verb that never ends": "보내|가거건걸",
    "complaints": "알림이왜안와",
    "manners": "퀴즈|좀한번더할거를",
    "questions about a term": "가설|이란",
    "every question about a term": "무슨 뜻",
    "yes and yes": "네",
    "places": "서울시간으로",
    "names of zones": "new_york",
    "living somewhere": "에서살아요",
    "a row of pairs": "1-다 2-가 3-나 ",
    "a row of numbers": "3142",
    "endings": "이에요",
    "canonical days": "weekly |mon,",
    "canonical months": "monthly |1,",
    "canonical questions": "ambiguous: ask |08:00|",
    "canonical steps": "every |9",
}


def long(kind: str, length: int) -> str:
    """Words of that kind and length."""
    once, _, unit = kind.rpartition("|")
    unit = unit or " "
    return (once + unit * (length // len(unit) + 1))[:length]


@pytest.fixture(scope="module")
def costs(course: Course, say: Texts) -> Costs:
    """The functions, warm: patterns are compiled and tables read when words first need them."""
    vocabulary = understanding.Vocabulary(
        frozenset({*KOREAN.values(), "term", "answer", "write", "less", "more", "bother", "missed", "loud"}),
        KOREAN,
        frozenset({"remind", "rest", "zone", "link"}),
        frozenset(course.terms),
    )

    def meanings(screen: Message | None) -> Callable[[str], object]:
        return lambda words: list(understanding.meanings(words, screen, vocabulary, LANGUAGE, NOW))

    def loaded(words: str) -> object:
        try:
            return load(words)
        except ValueError:
            return None

    found: dict[str, Callable[[str], object]] = {
        "meanings": meanings(None),
        "meanings under a quiz": meanings(QUIZ),
        "meanings under a rhythm read back": meanings(READ_BACK),
        "meanings under a line to write": meanings(LINE),
        "meanings under ten buttons": meanings(MENU),
        "meanings under a list of tasks": meanings(Message(("?",), (), Go("automation", "tasks"))),
        "meanings under a time to keep": meanings(Message(("?",), (), Go("personal", "until"))),
        "tasks_in": tasks_in,
        "mixture": mixture,
        "a flow of work": lambda words: [one(words[:MOST_TOLD]) for one in (as_task, as_start, as_source)],
        "an offer": lambda words: offers.offer(*[words[:MOST_TOLD]] * 3),
        "a price": lambda words: (each_won(words[:MOST_TOLD]), all_minutes(words[:MOST_TOLD])),
        "legible": understanding.legible,
        "read": lambda words: when.read(words, NOW),
        "read with the command": lambda words: when.read(f"{words} 알림", NOW),
        "load": loaded,
        "count": frequency.count,
        "fitted": lambda words: frequency.fitted(words, NOW, HAVE),
        "fitted for a stranger": lambda words: frequency.fitted(words, NOW, None),
        "about reminders": lambda words: about_reminders(words, NOW),
        "about reminders behind the command": lambda words: about_reminders(f"알림 {words}", NOW),
        "zone_of": places.zone_of,
        "cities": places.cities,
        "picked": lambda words: speak.picked(words, HALVES),
        "josa": lambda words: hangul.josa(words, "은/는"),
        "same": lambda words: hangul.same(words, "개인화 서비스", ["융합", "자기 고용"]),
        "same as itself": lambda words: hangul.same(words, words),
        "initials": hangul.initials,
        "is_initials": hangul.is_initials,
        "from_latin_keys": hangul.from_latin_keys,
        "to_latin_keys": hangul.to_latin_keys,
        "composed": keyboard.composed,
        "means": lambda words: means(words, "quiz-says-unknown", say),
        "trade_of": course.about.trade_of,
    }
    found |= hearers(list({type(quiz): quiz for quiz in quizzes(course)}.values()), say)
    for words in ORDINARY:
        for function in found.values():
            function(words)
    return found


def quizzes(course: Course) -> list[Quiz]:
    return [quiz for _, quiz in course.quizzes.values()]


def states(quiz: Quiz, say: Texts) -> list[str]:
    """What a command may carry after the quiz's name, so that it is heard in every way."""
    return sorted({"", "self", state_of(quiz.ask("", say))})


def cost(function: Callable[[str], object], words: str) -> float:
    """Seconds of CPU; of a call that seems too dear the best of three, for one may pay for a collection of garbage."""
    return min(took for took in _tries(function, words))


def _tries(function: Callable[[str], object], words: str) -> Iterator[float]:
    for _ in range(3):
        started = time.thread_time()
        function(words)
        yield (took := time.thread_time() - started)
        if not MOST < took < 10 * MOST:
            return


def dear(functions: Costs, words: str) -> list[str]:
    """The functions that cost too much."""
    return [
        f"{name}: {took * 1000:.0f} ms"
        for name, function in functions.items()
        if (took := cost(function, words)) > MOST
    ]


def hearers(chosen: list[Quiz], say: Texts) -> Costs:
    """Quizzes as functions of the words, in each of their states; and of the state, which can be typed as well."""
    found: dict[str, Callable[[str], object]] = {}
    for quiz in chosen:
        for state in states(quiz, say):
            found[f"{quiz.name} in the state {state!r}"] = partial(_heard, quiz, say, state)
        found[f"the state of {quiz.name}"] = partial(_heard, quiz, say, words="1")
    return found


def _heard(quiz: Quiz, say: Texts, state: str, words: str) -> object:
    return quiz.hear(words, state, say)


@pytest.mark.parametrize("kind", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_hostile_words_cost_more_than_a_moment(kind: str, costs: Costs) -> None:
    """Every function and one quiz of each kind, at every length."""
    for length in LENGTHS:
        assert dear(costs, long(kind, length)) == [], length


def test_no_quiz_of_the_course_hears_longer_than_a_moment(course: Course, say: Texts) -> None:
    """Every quiz and every kind of words, at the length up to which answers are compared."""
    every = hearers(quizzes(course), say)
    for name, kind in HOSTILE.items():
        assert dear(every, long(kind, answers.LONGEST)) == [], name


SIGNS = st.text("가힣월시ㅋㅏa1 \u0301\u1112\u1161", min_size=1, max_size=6) | st.text(min_size=1, max_size=6)
FRAGMENTS = st.sampled_from([*HOSTILE.values(), *ORDINARY]) | SIGNS
SIZES = st.integers(1, 8) | st.integers(1, 1_000) | st.sampled_from(LENGTHS)
WORDS = st.lists(st.builds(long, FRAGMENTS, SIZES), min_size=1, max_size=6).map("".join)


@settings(max_examples=80)
@given(WORDS)
def test_no_words_at_all_cost_more_than_a_moment(costs: Costs, words: str) -> None:
    """Built from any fragments, said any number of times."""
    assert dear(costs, words) == []
