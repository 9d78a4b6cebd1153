"""By which parts of a text people name it among others, and how they say a text in 기 as a sentence. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.korean.answer_frame import LONGEST_TAIL, closes, preferred
from bot.korean.answers import LONGEST, plain, readings

SHORTEST = 2  # characters of a part that may stand for the whole
# Words that say when, how much or which, but not what: alone they are no part, and often talk.
_VAGUE = frozenset(
    """
    다음 오늘 내일 어제 이번 이번만 먼저 바로 다시 나중에 너무 모두 전부 같이 그냥 직접 서로 내가 제가 우리 이런 그런
    다른 이런게 한번 있는 없는 누구 누구를 누구나 무엇 무엇을 어떻게 어떤 언제 어디 얼마 얼마면 편할때 할때 이걸 그걸
    계속 그만 이제 지금 아직 조금
    """.split()
)
_TURNS_BEFORE = frozenset(["안", "못"])
_TURNS_AFTER = re.compile(r"않|못|말고|아니|아닌|없|대신|빼고|보다")
_INFINITIVE = "(?<=[어아여해려져켜겨쳐펴혀셔쪄며워줘춰둬꿔눠와봐나러돼내])"  # before 서: 생겨서, and not 순서
_PARTICLE = re.compile(
    "(?:에서|에게|까지|부터|처럼|한테|으로|로|을|를|은|는|이랑|랑|하고|이|가|에|의|와|과|만|도)$"
    rf"|{_INFINITIVE}서$"
)
_MOST_WORDS = 12
_SEEMS = r"(?:이?요|이?[에예]요|입니다|같아요|(?:좋|나|맞)(?:아요|겠어요)"
_SEEMS += r"|낫(?:죠|네요|습니다|겠어요|겠네요)|(?:좋을|나을|맞을|맞는)[것거]같아요)"
_FINITE = {  # what may follow a verb: after its stem, its infinitive, with a ㄹ, with a ㅂ
    "stem": rf"고싶(?:어요?|습니다|다)|겠(?:습니다|어요|다)|자|는(?:거|것|게|쪽|편)?{_SEEMS}?|려고요?"
    "|으?면(?:돼요|되죠|됩니다|되겠네요|될[것거]같아요)|죠|네요|도록해요",
    "infinitive": r"요|야(?:죠|지요|해요|합니다|돼요|겠어요|[할될][것거]같아요)|볼(?:게요|래요)|보(?:기|자|는거요)?"
    "|봐요|봅니다|주기",
    "rieul": r"게요?|께요|래요?|까요|[것거]같아요|[것거]예요|겁니다|듯(?:해요)?",
    "bieup": r"니다",
}
_TAILS = {kind: re.compile(pattern) for kind, pattern in _FINITE.items()}
_CONTRACTED = {"ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅣ": "ㅕ", "ㅡ": "ㅓ"}
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FOR_A_REASON = rf"(?:{_INFINITIVE}서|이?라서|려고|니까|때문에|이라)"
_REASON = re.compile(rf"(?!.*[않못말없]).{{1,6}}{_FOR_A_REASON}(?:{_SEEMS}|요|죠|겠죠|지요)?")
_RIEUL, _BIEUP = 8, 17  # finals, as Unicode counts them

_POINTED = re.compile(
    r"\s*(?:(?:얘기|이야기|말)?\s?(?:하는|나오는|나온|있는|적힌|들어간|들어가는)\s?)?(?:그|저|이)?\s?(?:거|것|보기|쪽|문장)"
    r"(?:이?요|이?에요|예요|입니다|로\s?\S{1,4}|같아요)?[\s.!~]*$"
)


def part_named(words: str, texts: Sequence[str]) -> int | None:
    """Which of the texts is named by words of its own that no other of them has; None when none or several are.

    A part is one whole word or more in a row; the particle after its last word may be left out. A text in 기 may be
    said as a sentence: 한 칸으로 줄이기, 한 칸으로 줄일게요.
    """
    if len(words) > LONGEST or preferred(words):
        return None  # what is set aside (책 대신 …) may be a part of its text
    parts, spoken = _parts(tuple(texts)), _spoken(tuple(texts))
    found: set[int] = set()
    for one in readings(words):
        for end in range(max(SHORTEST, len(one) - LONGEST_TAIL), len(one) + 1):
            head, tail = one[:end], one[end:]
            if head in parts and (not tail or closes(head, tail)):
                found.add(parts[head])
            found |= {index for index, kind in spoken.get(head, ()) if _TAILS[kind].fullmatch(tail)}
    return found.pop() if len(found) == 1 else None if found else _loosely_named(words, texts)


def pointed_at(words: str) -> str:
    """What is said before one that is pointed at: 서점 for 서점 얘기하는 그거요; "" where none is."""
    part = _POINTED.sub("", words) if len(words) <= LONGEST else words
    return part if part != words else ""


def _loosely_named(words: str, texts: Sequence[str]) -> int | None:
    """Which one has two words or more of its own among these, in this order, with other particles and another ending:
    날씨랑 기록을 견주면 돼요. Texts with a word that turns are none: 쓰는 is not 안 쓰는.
    """
    said = [plain(word) for word in words.split()][:_MOST_WORDS]
    splits = [(said[:at], "".join(said[at:])) for at in range(1, len(said))]
    found = [
        index
        for index, text in enumerate(texts)
        if not any(word in _TURNS_BEFORE or _TURNS_AFTER.match(word) for word in text.split())
        and any(_follows(before, last, text) and _only_in(text, before, texts) for before, last in splits)
    ]
    return found[0] if len(found) == 1 else None


def _only_in(text: str, words: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether one of the words, at least, stands in no other of the texts."""
    of_others = {_bare(plain(word)) for other in texts if other != text for word in other.split()}
    return any(_bare(word) not in of_others for word in words)


def _follows(before: Sequence[str], last: str, text: str) -> bool:
    """Whether the words before stand in the text in this order, and behind them one that `last` bends."""
    kept = [plain(word) for word in text.split()]
    for word in before:
        at = next((at for at, own in enumerate(kept) if _alike(word, own)), None)
        if at is None:
            return False
        kept = kept[at + 1 :]
    return any(_bends(word, last) for word in kept)


def _bare(word: str) -> str:
    """A word without the particle or the 서 after it; of one syllable it stays."""
    bare = _PARTICLE.sub("", word)
    return bare if len(bare) >= SHORTEST else word


def _alike(one: str, other: str) -> bool:
    """Whether two words are the same but for their particles: 줄이 and 줄, 변호사에게 and 변호사한테."""
    return _bare(one) == _bare(other) or other == _PARTICLE.sub("", one) or one == _PARTICLE.sub("", other)


def _bends(word: str, said: str) -> bool:
    """Whether `said` is the word with another particle or ending."""
    for own in dict.fromkeys((word, _bare(word))):
        if said == own or (said.startswith(own) and closes(own, said[len(own) :])):
            return True
    if re.search(rf"{_FOR_A_REASON}$", word):  # 생겨서, 생기니까
        return said[0] == word[0] and _REASON.fullmatch(said) is not None
    forms = _forms_of(word[:-1]) if word.endswith("기") and len(word) > 1 else []
    return any(said.startswith(form) and _TAILS[kind].fullmatch(said[len(form) :]) for kind, form in forms)


@lru_cache(256)  # the options of a course, which are asked again and again
def _parts(texts: tuple[str, ...]) -> Mapping[str, int]:
    """Every unmistakable part, plain, and the index of its text."""
    whole = [plain(text) for text in texts]
    found: dict[str, int] = {}
    for index, text in enumerate(texts):
        others = [other for at, other in enumerate(whole) if at != index]
        for part in _runs(text):
            if not any(part in other for other in others):
                found[part] = index
    return found


def _runs(text: str) -> set[str]:
    """The runs of whole words of a text, but for those that a word beside them turns; 대신 may be on behalf of."""
    words = [plain(word) for word in text.split() if any(c.isalnum() for c in word)]
    found: set[str] = set()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            turned = words[start - 1 : start] and words[start - 1] in _TURNS_BEFORE
            set_aside = end < len(words) and _TURNS_AFTER.match(words[end])
            if turned or (set_aside and not (words[end] == "대신" and start == 0 and end > 1)):
                continue
            run = "".join(words[start:end])
            found |= {run, _without_ending(run)}
    return {run for run in found if len(run) >= SHORTEST and run not in _VAGUE}


def _without_ending(run: str) -> str:
    """A run without the particle after it, or without the 하기 that makes a verb of its noun."""
    bare = _PARTICLE.sub("", run)
    if bare != run:
        return bare if len(bare) >= SHORTEST and closes(bare, run[len(bare) :]) else run
    return run.removesuffix("하기")


@lru_cache(256)
def _spoken(texts: tuple[str, ...]) -> Mapping[str, set[tuple[int, str]]]:
    """How texts in 기 begin as sentences, from two words on; with the index of each and what kind of ending follows."""
    found: dict[str, set[tuple[int, str]]] = {}
    for index, text in enumerate(texts):
        words = [plain(word) for word in text.split()]
        if len(words) < 2 or not words[-1].endswith("기") or len(words[-1]) < 2:
            continue
        for start in range(len(words) - 1):
            before = "".join(words[start:-1])
            for kind, form in _forms_of(words[-1][:-1]):
                found.setdefault(before + form, set()).add((index, kind))
    return found


def _forms_of(stem: str) -> list[tuple[str, str]]:
    """A verb's stem, its infinitive, and its forms in ㄹ and ㅂ: 줄이, 줄여, 줄일, 줄입. Regular verbs, 하다, 묻다."""
    if stem.endswith("묻"):  # to ask; nobody is asked to bury anything
        asked = f"{stem[:-1]}물"
        return [
            ("stem", stem),
            ("stem", asked),
            ("infinitive", f"{asked}어"),
            ("rieul", f"{asked}을"),
            ("bieup", f"{stem}습"),
        ]
    syllables, last = stem[:-1], stem[-1]
    if not "가" <= last <= "힣":
        return [("stem", stem)]
    final, vowel = (ord(last) - 0xAC00) % 28, _VOWELS[(ord(last) - 0xAC00) // 28 % 21]
    if final:
        bright = vowel in "ㅏㅗ"
        return [("stem", stem), ("infinitive", f"{stem}{'아' if bright else '어'}"), *_closed_forms(stem, final)]
    infinitive = "해" if last == "하" else _with_vowel(last, _CONTRACTED.get(vowel, vowel))
    forms = [("infinitive", syllables + infinitive)]
    return [
        ("stem", stem),
        *forms,
        ("rieul", syllables + _plus(last, _RIEUL)),
        ("bieup", syllables + _plus(last, _BIEUP)),
    ]


def _closed_forms(stem: str, final: int) -> list[tuple[str, str]]:
    """찾을 찾습; but 만들 만듭."""
    if final == _RIEUL:
        return [("rieul", stem), ("bieup", stem[:-1] + _plus(stem[-1], _BIEUP - _RIEUL))]
    return [("rieul", f"{stem}을"), ("bieup", f"{stem}습")]


def _plus(syllable: str, final: int) -> str:
    return chr(ord(syllable) + final)


def _with_vowel(syllable: str, vowel: str) -> str:
    lead = (ord(syllable) - 0xAC00) // 588
    return unicodedata.normalize("NFC", chr(0xAC00 + (lead * 21 + _VOWELS.index(vowel)) * 28))
