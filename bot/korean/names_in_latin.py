"""Names of people in Latin letters, in capitals or not, and how they are masked: JANE DOE 대표님 is J○○ 대표님. Pure.

Capitals stand for many things (VIP 님, LG 대표 모델), so a name in capitals is one by its surname, by a given name that
is a usual one, or by 씨, which is said of people only.
"""

import re
from functools import cache

_HIDDEN = "○"
_ROMAN = frozenset(
    """
    kim lee yi park pak choi choe jung jeong chung kang cho jo yoon yun jang chang lim rim han oh seo suh shin
    kwon hwang ahn song hong yoo ryu jeon moon ko go bae baek nam heo hur noh roh ha kwak sung cha joo woo min
    jin
    """.split()
)
"""Korean surnames as they are written in Latin letters."""
_CERTAIN = (
    _ROMAN - frozenset("go ha han jin cha jo ko min oh song sung woo yi moon park hong jang lim".split())
) | frozenset(
    """
    wang zhang chen liu huang zhao zhou nguyen tran pham tanaka suzuki sato yamada takahashi watanabe smith
    johnson williams jones garcia martinez rodriguez lopez hernandez ivanov singh patel khan
    """.split()
)
"""Surnames, Korean or not, that are no word and no syllable of other words."""
_SYLLABLE = (
    "(?:a|ah|bin|bo|byung|byeong|chae|chan|cheol|chul|da|do|dong|eun|ga|geun|gi|gyu|ha|hae|hee|hui|ho|hwa|hwan|hye|hyo"
    "|hoon|hun|hyuk|hyun|hyeon|hyung|hyeong|il|in|jae|je|ji|jin|jong|joo|ju|joon|jun|jung|jeong|kwang|kyu|kyung|gyeong|man|mi|min|moon"
    "|na|nam|rae|ran|ri|rim|sang|seo|seok|seon|seong|seul|seung|si|so|soo|su|sook|suk|soon|sun|sung|tae|uk|wook|won|woo|u"
    "|yeon|yeong|yong|yoo|yu|yoon|yun|young|yul)"
)
_KOREAN_GIVEN = re.compile(rf"{_SYLLABLE}-?{_SYLLABLE}", re.IGNORECASE)
_USUAL = frozenset(
    """
    aaron adam aidan alan albert alex alexander alexandra alice alicia alison amanda amber amelia amy andrea
    andrew angela anita ann anna anne annie anthony antonio ashley audrey barbara beatrice ben benjamin
    bernard beth betty billy bob brandon brenda brian bruce bryan carl carla carlos carol caroline catherine
    cathy cecilia charles charlie charlotte chloe chris christina christine christopher cindy claire clara
    claudia colin connor craig cynthia daisy dan daniel danielle dave david dean deborah debra dennis derek
    diana diane donald donna doris dorothy doug douglas duncan dylan ed eddie edgar edith edward edwin elena
    eleanor eli elizabeth ella ellen emily emma eric erica erin ethan eugene eva evan evelyn fiona florence
    frances francis frank fred frederick gabriel gary gavin geoffrey george gerald gina gloria gordon grace
    graham greg gregory hannah harold harry heather hector helen henry howard hugh ian irene isaac isabel
    isabella ivan jack jackie jackson jacob james jamie jane janet janice jared jasmine jason jean jeff
    jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joanna joe joel john johnny jonathan
    jose joseph joshua joyce juan judith judy julia julian julie justin karen kate katherine kathleen kathryn
    kathy katie keith kelly ken kenneth kenny kevin kim kimberly kyle larry laura lauren lawrence leah leo
    leon leonard leslie lewis liam linda lisa logan lori louis louise lucas lucy luis luke lydia maggie marcus
    margaret maria marie marilyn marina mario marion martha martin mary matthew maureen megan melanie melissa
    michael michelle miguel mike mohammed monica muhammad nancy naomi natalie natasha nathan neil nicholas
    nick nicole nina noah nora norman oliver olivia omar oscar pamela patricia patrick paul paula pedro peggy
    peter philip phillip phoebe rachel ralph randy raymond rebecca richard ricky rita robert roberta robin
    roger roland ron ronald rosa rosemary ross roy russell ruth ryan sally sam samantha samuel sandra sara
    sarah scott sean sebastian sharon sheila shirley simon sofia sonia sophia sophie stella stephanie stephen
    steve steven stuart susan sylvia tamara tara ted teresa terry theresa thomas tim timothy tina todd tom
    tommy tony tracy valerie vanessa veronica victor victoria vincent vivian wanda warren wayne wendy william
    yvonne zachary zoe
    """.split()
)
"""Given names that are usual in English; those that are rather words (may, mark, rose, art) are left out."""
_NO_PERSON = frozenset(
    """
    claude gemini copilot perplexity midjourney grok bard siri alexa zoom excel word notion canva adobe
    premiere photoshop figma google naver kakao instagram youtube tiktok facebook python java slack teams
    apple samsung windows chat talk kmong new york los angeles san francisco pilates yoga english jack daniels
    johnny walker tom ford
    """.split()
) - {"jack", "johnny", "tom"}
"""What is written as names are, and asked as people are."""
_WORD = "[A-Za-z]{2,15}(?:[-'][A-Za-z]{1,14})?"
_CAPITAL = "[A-Z][A-Za-z]{1,14}(?:[-'][A-Za-z]{1,14})?"
_BEFORE = r"(?<![A-Za-z○@._-])"
_KINDS = ("addressed", "several", "one", "numbered", "leading")
"""The ways in which a name may be found, by the groups of the patterns."""
_AT_THE_HEAD = r"(?:^|(?<=[\n,;/·|]))[ \t]*(?:[-*•▪■□◦○●]\s*)?(?:\d{1,2}\s?[.):번]?\s*|[①-⑳]\s*)?"


def latin_masked(text: str, titles: str, kin: str, tail: str, *, leading: bool) -> str:
    """The text with names in Latin letters masked. `titles`, `kin` and `tail` are what may stand behind a name, as
    patterns; `leading` says that entries of a list of people begin with names.
    """
    for pattern in _patterns(titles, kin, tail):
        text = pattern.sub(_mask, text)
    return _leading().sub(_mask, text) if leading else text


@cache
def _patterns(titles: str, kin: str, tail: str) -> tuple[re.Pattern[str], ...]:
    """Whom Mr. stands before; whom 님, 씨, a title or 한테 stands behind; whom a number stands behind."""
    related = rf"(?P<kin>\s?(?:{kin})(?:님|분)?{tail})"
    person = rf"(?=\s?(?:님|씨|쌤|{titles}){tail}|\s(?:{titles})(?:님|분)?{tail}|\s?(?:한테|에게|께)|{related})"
    addressed = rf"{_BEFORE}(?i:mr|mrs|ms|miss|dr|prof)(?:\.\s?|\s)(?P<addressed>{_CAPITAL}(?:\s{_CAPITAL}){{0,3}})"
    several = rf"{_BEFORE}(?P<several>(?:[A-Z]\.\s?)?{_WORD}(?:\s{_WORD}){{1,3}}|[A-Z]\.\s?{_WORD}){person}"
    one = rf"{_BEFORE}(?P<one>{_WORD}){person}"
    numbered = rf"{_BEFORE}(?P<numbered>{_WORD}\s{_WORD})(?=\s?[:：(,/-]?\s?(?:[\d○]{{3}}-[\d○]|○○○@))"
    return tuple(map(re.compile, (addressed, several, one, numbered)))


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"{_AT_THE_HEAD}(?P<leading>{_WORD}(?:\s{_WORD}){{1,2}})(?=\s*(?:[-–—:：,;/·|(\t\n=→]|$))")


def _mask(match: re.Match[str]) -> str:
    """J○○ for a name, and what only looks like one as it is."""
    kind = next(name for name in _KINDS if match.groupdict().get(name))
    name = _name_in(match[kind]) if kind in {"several", "leading"} else match[kind]
    words = name.split()
    if not _is_name(words, kind, match) or not _NO_PERSON.isdisjoint(word.casefold() for word in words):
        return match[0]
    head, _, behind = match[0].rpartition(name)
    return f"{head}{name[0]}{_HIDDEN * 2}{behind}"


def _name_in(said: str) -> str:
    """The words from the one that begins a name, as JANE DOE does behind CEO; else all of them."""
    words = said.split()
    starts = (at for at, word in enumerate(words[:-1]) if _given(word) or word.casefold() in _ROMAN)
    return " ".join(words[next(starts, 0) :])


def _is_name(words: list[str], kind: str, match: re.Match[str]) -> bool:
    written = all(word[0].isupper() and not word.isupper() for word in words)  # Emily Chen, as a name is written
    behind = match.string[match.end() :].lstrip()
    if kind == "addressed":
        return True
    if kind == "one":
        word = words[0]
        called = behind.startswith(("님", "씨", "쌤", "선생님"))
        return _given(word) or (_korean(word) and called) or (written and called)
    known = any(map(_given, words)) or _has_surname(words) or any("." in word for word in words)
    if kind in {"numbered", "leading"}:
        return known
    capitals = all(word.isupper() for word in words)
    related = match.groupdict().get("kin")
    return known or (written and not related) or (capitals and behind.startswith("씨"))


def _given(word: str) -> bool:
    return word.casefold() in _USUAL


def _korean(word: str) -> bool:
    """MINSU, Ji-hye: two syllables of a Korean given name."""
    return _KOREAN_GIVEN.fullmatch(word) is not None


def _has_surname(words: list[str]) -> bool:
    """KIM MINSU, Minsu Kim: a surname at either end, which is surely one, or beside a given name."""
    ends = (words[0], words[-1])
    if any(word.casefold() in _CERTAIN for word in ends):
        return True
    beside = (word for word in words if word.casefold() not in _ROMAN)
    return any(word.casefold() in _ROMAN for word in ends) and any(map(_korean, beside))
