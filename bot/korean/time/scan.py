"""From text to words of time: put it in one spelling, cut it along the grammar, mend a slip of the finger."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.korean import keyboard
from bot.korean.time.grammar import NAMED, RULES, Numbers, Value, compiled
from bot.korean.time.words import ENDING

LONGEST = 100  # characters of an answer to "when?"; more is a letter, not an answer, and is not read at all
SHORTEST_JOINED = 6  # characters of a sentence without spaces that may be two
LASTING = frozenset({"after", "every", "one time", "skipping", "during"})

SILENT = ("mark", "noise", "asking")  # kinds that are no words of time by themselves


class Token(NamedTuple):
    """A word of time: its kind, its numbers or its name, and the marks behind it (부터, 까지, 만 …)."""

    kind: str
    numbers: Numbers = ()
    name: str = ""
    marks: frozenset[str] = frozenset()


class Scan(NamedTuple):
    """The words of time in their order, and the pieces that were not understood."""

    tokens: tuple[Token, ...]
    left: tuple[str, ...]


Ahead = dict[str, re.Match[str]]
"""The next match of every pattern that the text still holds, from the position it was sought at."""

SIGNS = str.maketrans("–—−‒―∼～〜〰·ㆍ・•､、∶：；;＋\u3000", "-----~~~~,,,,,,::::+ ")
UNSEEN = ("So", "Sk", "Cf", "Mn", "Cn", "Co", "Cc")  # emoji and marks that are no letters
_PLAIN = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣa-z0-9 .,?!:/]*")  # spelled as it should be already, sign by sign
KOREAN = (
    (re.compile("하루에? ?(?:한|하나|1) ?(?:개|통)씩?"), "하루에 한 번"),
    (re.compile("(?<=[늘일낼레주달번요])부턴"), "부터"),
    # am and pm typed on a Korean keyboard
    (re.compile(r"(?<![가-힣ㄱ-ㅎㅏ-ㅣ])(?:므|ㅁㅡ)(?![가-힣])|(?<=[\d시분반])므"), "am"),
    (re.compile("[ㅔㅖ]ㅡ|(?<![가-힣])피 ?엠"), "pm"),
    (re.compile("(?<![가-힣])에이 ?엠"), "am"),
    # 오늘꺼 주세요: 꺼 is 거 where it leans on a day and no 줘 on it, or where more than 주다 is to be done with it
    (re.compile(r"(?<=[늘일낼제레래주달말음번욜])꺼(?=\s|[만는도를랑요]|$)"), "거"),
    (re.compile(r"(?<=[늘일낼제레래주달말음번욜]\s)꺼(?=\s(?:미리|먼저|보내|보여|볼|하나|좀 보))"), "거"),
    (re.compile(r"(?<=\d) ?[씨싀사](?![가-힣])"), "시"),
)
ENGLISH = (
    (re.compile(r"\b(?:every ?day|daily)\b"), "매일 "),
    (re.compile(r"\bweekdays?\b"), "평일 "),
    (re.compile(r"\bweekends?\b"), "주말 "),
    (re.compile(r"\btomorrow\b"), "내일 "),
    (re.compile(r"\btoday\b"), "오늘 "),
    (re.compile(r"\b(?:at )?(?:12 ?)?noon\b"), "정오"),
    (re.compile(r"\b(?:at )?midnight\b"), "자정"),
)
ONCE = ((re.compile(r"([~!?.,^ㅋㅎㅠㅜㄱㅇ\s])\1+"), r"\1"), (re.compile(r"\s+"), " "))
_LATIN = re.compile("[a-z]")
_JOINT = re.compile(
    r"(?<=[고요로만은는데서면])(?=(?:근데|그런데|그리고|대신|아침|오전|오후|저녁|점심|새벽|평일|주말|주중|매일"
    r"|밤(?:\d|열|아홉|여덟)|[월화수목금토일]요일))|(?<=고)(?=\d)|(?<=[말일욜]은)(?=빼|제외|말고|안|쉬)|(?<=요)(?=[월화수목금토일]{2,5}[은는만])"
)
"""Where a sentence typed without any spaces begins anew: 밤열한시반이요|근데|주말은빼고요."""

_HALF = re.compile("(?:오전|오후|아침|낮|점심|저녁|밤|새벽)[에 ]?")
_HOUR = r"(?:\d{1,2}|[가-힣]{1,3})시(?: ?반| ?\d{1,2}분| ?[가-힣]{1,4}분)?"
_TAKEN_BACK = re.compile(
    rf"(?P<half>{_HALF.pattern})?(?<![가-힣]){_HOUR}(?:에|로|요)?[ ,.!…]*"
    rf"(?:아니아니|아니다|아니야|아니요|아니|아냐|아뇨|아차|앗|아 참)[ ,.!~…]+"
    rf"(?:[가-힣 ]{{1,12}}(?:지|네|니까|는데|다|잖아)[ ,.!~]+)?(?=(?:{_HALF.pattern})?{_HOUR})"
)


def spelled(text: str) -> str:
    """One spelling: composed Hangul, plain digits and signs, single spaces, no emoji, small Latin letters.

    Nothing is left of a text too long for an answer, so that whoever scans is bounded.
    """
    if len(text) > LONGEST * 3:  # decomposed Hangul has up to three signs a syllable
        return ""
    text = keyboard.mended(unicodedata.normalize("NFC", text))
    if not _PLAIN.fullmatch(text):
        text = "".join(chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign for sign in text)
        text = text.translate(SIGNS).lower()
        text = "".join(" " if sign.isspace() else sign for sign in text)
        text = "".join(sign for sign in text if unicodedata.category(sign) not in UNSEEN)
    for pattern, plain in (*KOREAN, *ENGLISH, *ONCE) if _LATIN.search(text) else (*KOREAN, *ONCE):
        text = pattern.sub(plain, text)
    text = text.strip()
    if len(text) > SHORTEST_JOINED and " " not in text:
        text = _JOINT.sub(" ", text)
    return text if len(text) <= LONGEST else ""


def said_last(text: str) -> str:
    """저녁 7시 아니 8시: an hour that is taken back at once counts for nothing but its half of the day."""
    return _TAKEN_BACK.sub(lambda hour: "" if _HALF.match(text, hour.end()) else hour["half"] or "", text)


def scan(text: str) -> Scan:
    """Cut a spelled text. Never raises."""
    tokens: list[Token] = []
    left: list[str] = []
    ahead: Ahead = {rule[1]: match for rule in RULES if (match := compiled(rule[1]).search(text))}
    rules = [rule for rule in RULES if rule[1] in ahead]  # most words of time are never said
    position, inside = 0, False  # inside a piece that is not understood, only words of time are looked for
    while position < len(text):
        if text[position] == " ":
            position, inside = position + 1, False
            continue
        found = _next(text, position, rules, ahead, inside=inside)
        if found:
            kind, length, token = found
            inside = False
            position += length
            if kind == "soon":  # 두 시간 이따가 is a wait, 이따 8시 is today
                after = bool(tokens) and tokens[-1].kind == "length"
                kind, token = ("mark", Token("mark", name="after")) if after else ("day", Token("day", (0,)))
            if kind == "mark" and tokens:
                tokens[-1] = tokens[-1]._replace(marks=tokens[-1].marks | {token.name})
            elif kind not in SILENT:
                tokens.append(token)
            continue
        left[len(left) - inside :] = [left[-1] + text[position] if inside else text[position]]
        position, inside = position + 1, True
    return Scan(tuple(_lasting(tokens)), tuple(left))


def _lasting(tokens: list[Token]) -> Iterator[Token]:
    """3일 is a day of the month or three days long: its marks tell, or a silence of no more than a week."""
    silent = any(token.kind == "verb" and token.name in ("rest", "stop", "halt", "halt reminders") for token in tokens)
    for before, token in zip((None, *tokens), tokens, strict=False):
        month = before is not None and (before.kind in ("monthly", "that month") or "range" in before.marks)
        few = not (7,) < token.numbers < (32,) or "only" in token.marks  # no month has a fortieth
        long = token.marks & LASTING or (silent and few and not token.marks & {"from", "till", "topic", "also"})
        if token.kind == "day number" and long and not month:
            token = token._replace(kind="length", numbers=(0, *token.numbers, 0))  # noqa: PLW2901  the same word
        yield token


def _numbers(match: re.Match[str], value: Value) -> Numbers | None:
    """What the row makes of its match; None when it is another word after all."""
    if not callable(value):
        return () if isinstance(value, str) else value
    try:
        return value(match)
    except KeyError:  # letters of numerals, but no numeral
        return None


def _match(text: str, position: int, pattern: str, ahead: Ahead) -> re.Match[str] | None:
    """The pattern's match right at the position."""
    match = ahead.get(pattern)
    if match and match.start() < position:
        match = compiled(pattern).search(text, position)
        if match:
            ahead[pattern] = match
        else:
            del ahead[pattern]
    return match if match and match.start() == position else None


def _next(
    text: str, position: int, rules: Sequence[tuple[str, str, Value]], ahead: Ahead, *, inside: bool
) -> tuple[str, int, Token] | None:
    for kind, pattern, value in rules:
        if inside and kind in SILENT:
            continue
        match = _match(text, position, pattern, ahead)
        if not match or not match[0]:
            continue
        numbers = _numbers(match, value)
        if numbers is not None:
            name = (match.lastgroup or "").replace("_", " ") if value == NAMED else ""
            end = ENDING.match(text, match.end()) if kind in ("verb", "asking") or name in ("except", "also") else None
            return kind, (end or match).end() - position, Token(kind, numbers, name)
    return None


# Typos: one key missed, doubled, or its neighbour struck, in a word that leaves no doubt
MENDABLE = tuple(
    "오전 오후 아침 저녁 새벽 점심 평일 주중 주말 매일 매주 격주 오늘 내일 모레 이번 다음 요일 월요일 화요일 "
    "수요일 목요일 금요일 토요일 일요일 공휴일 알림".split(" ")
)
REAL_WORDS = tuple("도전 호전 초전 정보 요전 오존 저력 오를 오수 오천 정심".split())  # as near, but words of their own
ROWS = ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ")
PHONE_KEYS = ("ㄱㅋ", "ㄴㄹ", "ㄷㅌ", "ㅂㅍ", "ㅅㅎ", "ㅈㅊ", "ㅇㅁ")  # one key of a phone struck once too often: 아칭
KEYS = {letter: (row, column) for row, letters in enumerate(ROWS) for column, letter in enumerate(letters)}
SHIFTED = str.maketrans("ㅃㅉㄸㄲㅆㅒㅖ", "ㅂㅈㄷㄱㅅㅐㅔ")
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" ")
FINALS = (
    "- ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(
        " "
    )
)


def mended(text: str, left: tuple[str, ...]) -> str:
    """The text with each such slip put right, where only one word can have been meant."""
    for piece in left:
        for size in range(min(len(piece), 4), 1, -1):
            struck = _keys(piece[:size])
            near = (STRUCK.get(keys, ()) for keys in range(len(struck) - 1, len(struck) + 2))
            alike = [  # one slip leaves the first key or the last
                (word, keys) for words in near for word, keys in words if keys[0] == struck[0] or keys[-1] == struck[-1]
            ]
            meant = [word for word, keys in alike if _slip(struck, keys)]
            if len(meant) == 1 and piece[:size] not in REAL_WORDS:
                text = text.replace(piece[:size], meant[0], 1)
                break
    return text


def _keys(text: str) -> str:
    """The keys struck for a text, in order."""
    struck = ""
    for letter in text:
        code = ord(letter) - 0xAC00
        syllable = INITIALS[code // 588] + VOWELS[code % 588 // 28] + FINALS[code % 28] if 0 <= code < 11172 else letter
        struck += syllable.translate(SHIFTED).removesuffix("-")
    return struck


def _by_length(words: Iterable[str]) -> Mapping[int, Sequence[tuple[str, str]]]:
    """The words with the keys struck for them, by how many those are."""
    lengths: dict[int, list[tuple[str, str]]] = {}
    for word in words:
        lengths.setdefault(len(_keys(word)), []).append((word, _keys(word)))
    return lengths


STRUCK = _by_length(MENDABLE)


def _slip(typed: str, meant: str) -> bool:
    """Whether one slip of a finger at most lies between keys that differ by one in number, or not."""
    start = next((n for n, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    a, b = typed[start:], meant[start:]
    if len(a) == len(b):
        return not a or (a[1:] == b[1:] and _near(a[0], b[0])) or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b or a == b[1:]


def _near(a: str, b: str) -> bool:
    if any(a in key and b in key for key in PHONE_KEYS):
        return True
    if a not in KEYS or b not in KEYS:
        return False
    (row_a, column_a), (row_b, column_b) = KEYS[a], KEYS[b]
    return abs(row_a - row_b) <= 1 and abs(column_a - column_b) <= 1
