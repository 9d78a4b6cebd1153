"""Places in a row, as people say them: 2번, 두 번째, 둘째, ②, 마지막; and rows of them: 사삼일이, 3-1-4-2요. Pure."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.korean.answer_frame import closes, in_standard, opened
from bot.korean.answers import LONGEST, answers_in, plain
from bot.korean.keyboard import from_latin_keys

SINO = "일이삼사오"
NATIVE = (
    ("첫", "첫째", "하나"),
    ("두", "둘째", "둘"),
    ("세", "셋째", "셋"),
    ("네", "넷째", "넷"),
    ("다섯", "다섯째", "다섯"),
)
LAST = tuple("마지막 맨마지막 맨아래 제일아래 맨끝 맨밑 제일밑 젤아래 제일끝 젤끝 젤밑 제일마지막 젤마지막 끝".split())
FIRST = ("맨위", "맨앞", "제일위", "맨처음", "젤위", "제일앞", "젤앞", "제일처음", "젤처음", "맨첫")
ENGLISH = (("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"), ("fifth", "5th"))
MIDDLE = ("가운데", "중간", "한가운데", "정가운데", "중앙")
FROM_ABOVE = ("위에서", "앞에서", "맨위에서", "처음에서", "위에서부터", "앞에서부터")
FROM_BELOW = (
    *"밑에서 아래에서 아래서 끝에서 뒤에서 맨밑에서 맨아래에서 맨끝에서 맨뒤에서 마지막에서".split(),
    *"밑에서부터 아래에서부터 끝에서부터 뒤에서부터".split(),
)
FRONT, BACK = (
    ("앞", "앞쪽", "위", "위쪽", "처음", "첨", "첫"),
    ("뒤", "뒤쪽", "아래", "아래쪽", "밑"),
)  # never alone: 뒤로 goes back
_THINGS = (
    "",
    "에거",
    "에꺼",
    "에것",
    "에있는거",
    "에나온거",
    "에적힌거",
    "있는거",
    "있는것",
    "나온거",
    "의것",
    "쪽",
    "거",
    "꺼",
    "것",
    "걸",
    "게",
    "보기",
    "답",
    "항목",
    *"선택지 선택 방법 방식 방안 방향 대안 의견 해결책 답안 문장 줄 안 길".split(),
)
_SHORT_THINGS = ("", "거", "꺼", "것", "걸", "게", "보기", "에있는거")
_CALLED = "보기"  # before a number: 보기 2
_LONGEST_FORM = 14
LONGEST_ROW = 12  # signs
SHORTEST_SENTENCE = 3  # signs of a row before 요; fewer letters may be a verb
_PARTICLES_OF_NUMBERS = frozenset("과의만도에은는이가를을")  # 1과 is a lesson, 이번에 this time
_NUMBERED = re.compile(r"\s*[(\[]?(?:([1-9])\s*(?:번째?|[.)\]:])|([①-⑨]))[\s,.:)]*(?=\S)")
_BETWEEN = re.compile(
    r"(?:번째?|(?<=\d))(?:[은는]|이랑)(?=\s)|번째|번|그\s?다음에?|다음에?|그리고|먼저|나서|이고|이랑|하고"
)
_IN_THIS_ORDER = re.compile(r"(?:순서대로|순서로|순서|순으로|순|차례로|차례)")
_OF_A_ROW = re.compile(r"^\s*(?:순서|차례|짝)(?:[은는]|:)?\s*(?=\S)")  # before a row: 순서는 4213
_PRESSED = re.compile(r"([1-9])\1{1,9}(?:번?이?요|번)?")  # 2222: one key, held too long
_COUNTED = tuple(counted for counted, *_ in NATIVE)
_MENTIONED = (
    re.compile(r"(?<!\d)([1-9])\s?번"),
    re.compile(r"([①-⑨])"),
    re.compile(rf"({'|'.join(_COUNTED)})\s?번째"),
    re.compile(r"(?<![가-힣])([일삼사오])번(?=[이은는도만\s])"),  # 이번 is this time
)
_COUNTED_ANSWERS = re.compile(r"(?:정?답|맞는\s?(?:게|거|것))[이가]?\s?(?:둘|셋|하나)(?!째|\s?번)(?!요|$)")
"""답이 둘인 것 같아요: how many there are, and no place."""
_EITHER = re.compile(  # 1 아님 3, where no 번 says that they are places
    r"(?<![\d.:~])([1-9])번?\s?(?:아님|아니면|또는|혹은|이나|이냐|인가|인지|이랑|하고|랑|vs|or)\s?([1-9])(?![\d:~시분초월일년주개명원만천백세살])"
)
_DENIED = re.compile(
    r"(?:[1-9]|[일이삼사오]|[첫두세네]|다섯)\s?번째?(?:거|것|보기)?(?:은|는|이|가|도|만)?\s?(?:\S{1,5}\s)?(?:절대\s?)?"
    r"(?:(?<=만\s)아니면|(?<=만)아니면|아니(?!면|까|냐|죠\?)|아닌(?!가|지|감)|아닙|아님|빼|제외|탈락|틀[리린렸])"
)
_AMONG = re.compile(r".*\S\s?중에서?(?:는|도)?\s+(?=\S)")  # 하나 둘 셋 중에 둘
_DIGIT_OF = dict(zip(SINO, "12345", strict=True))


def place_of(words: str, count: int) -> int | None:
    """The one place from 1 to `count` that the words name, whatever is said around it; None when they name none."""
    if len(words) > LONGEST:
        return None
    if _COUNTED_ANSWERS.search(words):
        return None
    if "중에" in words and (among := _AMONG.match(words)):
        words = words[among.end() :]
    if len(read_aloud := plain(words)) == 1 and read_aloud in SINO[:count]:
        return SINO.index(read_aloud) + 1  # 삼, with nothing around it: 이 and 일 are words of their own
    pressed = filter(None, map(_PRESSED.fullmatch, (read_aloud, *map(plain, opened(words)))))
    if said_again := next(pressed, None):  # 2222, 정답 2222
        return int(said_again[1]) if int(said_again[1]) <= count else None
    places, found = _forms(count), set()
    for one in answers_in(words):
        ends = range(1, min(len(one), _LONGEST_FORM) + 1)
        found |= {places[one[:end]] for end in ends if one[:end] in places and _ends(one[:end], one[end:])}
    return found.pop() if len(found) == 1 else None


def mentioned(words: str) -> tuple[int, ...]:
    """The places that stand anywhere in the words, each once: 1번은 아니고 2번 3번 중에 고민돼요 has three."""
    found = [place for pattern in _MENTIONED for place in pattern.findall(words[:LONGEST])]
    found += [place for both in _EITHER.findall(words[:LONGEST]) for place in both]
    return tuple(dict.fromkeys(_number(place) for place in found))


def _number(place: str) -> int:
    if place in SINO:
        return SINO.index(place) + 1
    return _COUNTED.index(place) + 1 if place in _COUNTED else int(unicodedata.normalize("NFKC", place))


def unnumbered(words: str) -> str:
    """The words without the places in them: 음 3번 융합 맞죠? is 음 융합 맞죠?"""
    for pattern in _MENTIONED:
        words = pattern.sub("", words[:LONGEST])
    return words


def denied(words: str) -> bool:
    """Whether a place is named only to be ruled out: 2번은 확실히 아닌데."""
    return "?" not in words and _DENIED.search(words[:LONGEST]) is not None


def numbered(words: str) -> tuple[int, str] | None:
    """The number before the words of an answer, and those words: 2. 융합, ② 융합, 2번 융합."""
    found = _NUMBERED.match(words)
    if found is None:
        return None
    return int(unicodedata.normalize("NFKC", found[1] or found[2])), words[found.end() :]


def rows(words: str, signs: Mapping[str, str]) -> Iterator[str]:
    """What a typed row may be, the longest first, whatever stands between its signs and is said around it.

    `signs` gives every sign that may stand in it, in NFKC, and what that means. Nothing comes of a longer text.
    """
    if len(words) > LONGEST:
        return
    layouts = dict.fromkeys((words, from_latin_keys(words)))
    for text in dict.fromkeys(rest for one in layouts for rest in (one, *opened(one))):
        bare = _OF_A_ROW.sub("", unicodedata.normalize("NFKC", text))
        letters = "".join(c for c in _BETWEEN.sub("", bare) if c.isalnum())
        most = next((at for at, letter in enumerate(letters) if letter not in signs), len(letters))
        for end in range(most if most <= LONGEST_ROW else 0, 0, -1):
            if _ends_row(letters[:end], letters[end:]):
                yield "".join(signs[letter] for letter in letters[:end])


def digits(count: int) -> dict[str, str]:
    """The digits up to `count`."""
    return {str(number): str(number) for number in range(1, count + 1)}


def sino_digits(count: int) -> dict[str, str]:
    """The digits up to `count` as they are read aloud: 일 이 삼 사."""
    return dict(list(_DIGIT_OF.items())[:count])


@lru_cache(8)
def _forms(count: int) -> Mapping[str, int]:
    """Every form and its place, without spaces."""
    forms: dict[str, int] = {}
    for place in range(1, count + 1):
        counted, ordinal, alone = NATIVE[place - 1]
        ordinals = (f"{place}번째", f"{counted}번째", ordinal, f"{counted}째")
        stems = (f"{place}번", f"{SINO[place - 1]}번", *ordinals)
        forms |= dict.fromkeys((f"{stem}{thing}" for stem in stems for thing in _THINGS), place)
        for ends, at in ((FROM_ABOVE, place), (FROM_BELOW, count + 1 - place)):
            forms |= {f"{end}{stem}{thing}": at for end in ends for stem in ordinals for thing in _SHORT_THINGS}
        forms |= {
            f"{the}{word}{one}": place for word in ENGLISH[place - 1] for the in ("", "the") for one in ("", "one")
        }
        forms |= dict.fromkeys((f"{_CALLED}{place}", f"{_CALLED}{place}번", str(place), alone), place)
    for words, place in ((FIRST, 1), (LAST, count), *([(MIDDLE, 2)] if count == 3 else [])):
        forms |= dict.fromkeys((f"{word}{thing}" for word in words for thing in _THINGS), place)
    for words, place in ((FRONT, 1), (BACK, count)):
        forms |= dict.fromkeys((f"{word}{thing}" for word in words for thing in _THINGS if thing), place)
    return forms | {form.replace("번째", "번쨰"): place for form, place in forms.items() if "번째" in form}


def _ends(form: str, tail: str) -> bool:
    if (form.isdecimal() or form == "이번") and tail in _PARTICLES_OF_NUMBERS:
        return False
    return not tail or closes(form, in_standard(tail, counted=True))


def _ends_row(row: str, rest: str) -> bool:
    ordered = _IN_THIS_ORDER.match(rest)
    tail = in_standard(rest[ordered.end() :] if ordered else rest, counted=True)
    if tail == "요" and len(row) < SHORTEST_SENTENCE and not row.isdecimal():  # 가나요
        return False
    return not tail or closes(ordered[0] if ordered else row, tail)
