"""How Latin letters end when Koreans read them: by letter name (PDF) or as an adapted English word (app, 앱)."""

import re
from enum import Enum


class Ending(Enum):
    """The last sound of a word: a vowel, ㄹ, or any other consonant."""

    OPEN = "open"
    CLOSED = "closed"
    RIEUL = "rieul"


VOWELS = "aeiouy"

LETTERS = {"l": Ending.RIEUL, "r": Ending.RIEUL, "m": Ending.CLOSED, "n": Ending.CLOSED}  # 엘 알 엠 엔; the rest open
ACRONYM = 4  # the longest run of capitals that is spelled out; longer ones are words (NAVER), if they have a vowel

# p t k after one of these is long, so a vowel follows it: 보트, 위크, 루프. Otherwise it closes: 봇, 북, 앱.
LONG = {
    "p": ("oo", "ou", "oa", "ai"),
    "t": ("ee", "ea", "oa", "ai", "oi", "ie", "oo", "ou", "ui", "au", "eu", "ei"),
    "k": ("ee", "ea", "oa", "ai", "au", "oi"),
}

# Read otherwise than the rules would; the rules are in `_word`.
_OPEN = """
    set jet bat mat nut hit bit kit knit merit exit mascot patriot soviet scout bout trout shout spout sprout
    ballet buffet bouquet gourmet cabaret depot tarot debut chevrolet monet peugeot merlot coup
    mic knock shock chic jeep sub dub adlib iraq ok ott dr mr jr tumblr flickr
    wit brexit acme leap
    theme readme acne anime sesame edamame daphne minestrone resume simile finale ukulele chile nestle hyperbole
"""
_CLOSED = """
    gig minute ultimate balsamiq convertkit
    god good pod ipod airpod big tweet retweet geek greek scoop coop hadoop kahoot europe technique critique
    private template chocolate climate favorite favourite silhouette omelette etiquette roulette croquette tongue
    biscuit circuit exploit kakaotalk croissant cannes datadog bulldog jpeg mpeg swot opec apec kpop
"""
OPEN_WORDS = frozenset(_OPEN.split())
CLOSED_WORDS = frozenset(_CLOSED.split())
RIEUL_WORDS = frozenset(["dior"])

OPEN_TAILS = ("hub", "check", "watt")  # 깃허브, 팩트체크, 킬로와트
CLOSED_TAILS = ("type", "bag", "group", "foot", "out")  # 프로토타입, 핸드백, 그룹, 풋, 레이아웃

# Words that are shouted rather than spelled out when in capitals; only those where it matters.
_SHOUTED = "app web map tip top step stop shop pop book job user star chat bot pick jpeg mpeg swot opec apec kpop"
_SHOUTED += " line time game home zone type file role one net zip lab tab club rule sale style cut tap cap"
SHOUTED = frozenset(_SHOUTED.split())

# Four capitals that open like an English syllable are a word too: SKIP, CLIP, TRIP.
_SYLLABLE = re.compile(r"(?:[bcfgp][lr]|[dt]r|[cstw]h|s[cklmnptw])[aeiou][bcfgklmnprt]")

_LAST_PART = re.compile(r"[A-Z]?[a-z]+\Z|[A-Z]+\Z")


def ending_of(letters: str) -> Ending:
    """The ending of a run of ASCII letters; of YouTube or ChatGPT the last part is read."""
    known = _known(letters.lower())
    if known and not _spelled(letters):
        return known
    part = _LAST_PART.findall(letters)[-1]
    if _spelled(part) or (part.isupper() and part != letters):
        return LETTERS.get(part[-1].lower(), Ending.OPEN)
    return _known(part.lower()) or _word(part.lower())


def _spelled(letters: str) -> bool:
    """Whether it is read letter by letter: a single letter, a short run of capitals, or no vowel to read."""
    lower = letters.lower()
    if len(letters) > 1 and _known(lower) and not letters.isupper():
        return False
    short = letters.isupper() and len(letters) <= ACRONYM and lower not in SHOUTED and not _SYLLABLE.fullmatch(lower)
    return len(letters) == 1 or short or not any(vowel in lower for vowel in VOWELS)


def _known(word: str) -> Ending | None:
    if word in RIEUL_WORDS:
        return Ending.RIEUL
    if word in OPEN_WORDS:
        return Ending.OPEN
    if word in CLOSED_WORDS:
        return Ending.CLOSED
    if word.endswith(OPEN_TAILS):
        return Ending.OPEN
    return Ending.CLOSED if word.endswith(CLOSED_TAILS) else None


def _word(word: str) -> Ending:
    """The rules by which English is adapted, for a lower-case word with a vowel in it."""
    if word.endswith("e"):
        return _before_e(word[:-1])
    last, before = word[-1], word[-2]
    if last == "l":
        return Ending.RIEUL
    if last in "mn" or word.endswith(("ng", "mb")):
        return Ending.CLOSED
    if last == "r" and before not in VOWELS + "wr" and len(word) < ACRONYM:
        return Ending.RIEUL  # ocr, okr: no English word ends so, it is spelled out
    if last in "ptkcb":
        return _stop(word)
    return Ending.OPEN


def _before_e(stem: str) -> Ending:
    """A final e is silent when another vowel carries the word: game, file, table; but me, the."""
    if not any(vowel in stem for vowel in VOWELS):
        return Ending.OPEN
    if stem.endswith("l"):
        return Ending.RIEUL
    return Ending.CLOSED if stem[-1] in "mn" else Ending.OPEN


def _stop(word: str) -> Ending:
    """Final p t k c b: closed after one short vowel (앱 봇 슬랙 웹), open after a consonant or a long vowel."""
    last = "k" if word[-1] == "c" else word[-1]
    stem = word[:-2] if word.endswith(("ck", "pp", "tt", "bb", "cc", "kk")) else word[:-1]
    if stem[-1:] not in VOWELS or not stem:
        return Ending.OPEN
    return Ending.OPEN if stem[-2:] in LONG.get(last, ()) else Ending.CLOSED
