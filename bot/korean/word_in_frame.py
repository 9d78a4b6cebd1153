"""Whether a word that is expected stands whole among other words, and as what: given, proposed or denied. Pure.

The frame is read by grammar. A word is given where a clause is nothing but it, ends on it as its predicate, or points
back at it (결과물 이거 맞죠), while no other clause turns it. What stands before it has to be a clause or an adverb of
its own: 좋은, 다른 and 우리 make another thing of a noun. Whatever else it stands in only proposes it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.korean.answer_frame import WHICH, closes
from bot.korean.answers import plain


class Stand(StrEnum):
    """As what a word stands."""

    ABSENT = ""
    GIVEN = "given"
    PROPOSED = "proposed"
    DENIED = "denied"


LONGEST_FRAME = 80  # characters; more is no word among others
FEWEST = 2  # syllables; a word of one may be a part of any other
_MOST_WORDS = 4  # that an expected answer is written in
_BREAK = re.compile(r"(?:(?<!\d)[.]|[!?~…,;:\n()]|(?<![ㄱ-ㅣ])[ㅋㅎㅠㅜ]+|\^+)+")
_QUOTES = str.maketrans(dict.fromkeys("\"'`´‘’“”「」『』《》", ""))
_LINKS = re.compile(  # how a clause, an adverb or a topic ends that no noun behind it belongs to
    r"(?:데|디|니까|니깐|보니|더니|으니|[아어해라려]서|지만|거든|요|[았었겠]다|다면|으면|(?<!아니)(?<=[가-힣])면|보면|든지|든"
    r"|에는|에선|엔|[으로]론|로는|히|[가-힣]건|[거것답칸말]은|거는|게|[봐래아어려해라]도|[았었겠쉽렵나]네)$"
)
_BEFORE = frozenset(
    """
    저는 전 나는 난 제가 내가 이번에는 아까는 여기는 여기서는 여기선 빈칸은 그럼 그러면 그래도 그래 음 어 아 오 앗 헐 와
    혹시 아마 아마도 역시 바로 그냥 일단 그야 그거야 그게 이게 저게 그거 이거 답 정답 맞다 맞아 맞네 그렇지 그렇네 그치
    알았다 알겠다 생각났다 기억났다 떠올랐다 드디어 이제 방금 결국 무조건 백퍼 진짜 정말 진심 완전 백프로
    이건 그건 요건 뭐 뭐더라 뭐지 뭐였지
    있잖아 있잖아요 그러니까 그니까 긍까 건 거 것은 거는 하나만 고르면 적자면 말하자면
    네 넵 예 응 옙 답은 정답은 자 다시 정정 몰라 모르겠다 아무튼 어쨌든
    """.split()
)
_TURNED = frozenset({"안", "못", "아닌", "다른", "딴"})  # before a noun, though an adverb may stand between
_POINTS = re.compile(r"(?:이거|그거|요거|저거|이게|그게|요게|이건|그건|요건|그것|이것)(?:이)?(?:[가-힣]{0,4})$")
_REMARKS = re.compile(  # how a remark begins that needs no pause before it
    r"(?:알[지죠아았겠]|기억[나났이은]|생각[나났이은]|떠올|떠오|쉽[네다죠지]|쉬[운웠]|확실|분명|당연|드디어|아까|역시|맞[죠지아나는을습네음다]|정답|답[이입인]|바로|각이|각임)"
)
_AFFIRMS = re.compile(
    r"(?:이게|그게|이거|그거|요게|요거|이건|그건)(?:가|이)?\s?(?:바로\s)?(?:정?답(?!이\s?아|\s?아)|맞[죠지아네는습음다])"
)
_SET_ASIDE = re.compile(r"(?:인|일)\s?줄|이?랑?\s?(?:말고|아니라|아니고)|보다")
_TAG = re.compile(
    r"아닌가|아닐까|지\s?않을까|지\s?않나|아니었나|아니던가|(?:아님|아니야|아니에요|아니예요|아녜요|아녀|아냐|아니지요?|아니죠)\s?[?]"
    r"|틀리나|틀린가|틀렸나"
)
_DENIES = re.compile(
    r"만\s?아니면|아니(?!면)|아닌|아님|아닐|아닙|아냐|아녜|아녀|아뇨|아입|않|말고|말구|빼고|빼면|제외|틀[리린렸]|취소|[일을]\s?리[는가도]?\s?(?:없|만무|$)"
    r"|절대|결코|설마|땡|잘못|싫|오답"
)
_DOUBTS = re.compile(
    r"모르|몰라|몰겠|다른|딴|대신|보다|반대|헷갈|고민|바꾸|바꿀|바꿔|(?<![가-힣])(?:안|못)\s|없|이라는|라는\s?(?:말|게|건)|아니면|또는|혹은"
)
_HARMLESS = re.compile(  # what doubts or denies something else
    r"(?:확실|정확)(?:하진|하지는?|치는?|친)\s?않\S*|(?:자신|확신)(?:은|이|도)?\s?없\S*|(?:딴|다른)\s?\S{1,3}\s?줄\s?(?:알|착각)\S*"
    r"|(?:왜|아까|계속|도통|내내)?\s?(?:생각|기억|떠오르지)(?:이|도)?\s?(?:안|못)\s?[나났했]\S*|(?:틀려도|아니어도)\s?\S{1,4}"
    r"|(?:왜|계속|자꾸)\s?(?:몰랐|헷갈렸|헷갈린)\S*|아(?:님|니면)\s?말고|모르(?:겠)?지만|몰랐\S*|헷갈렸\S*"
)
_EITHER = re.compile(r"맞나\S{0,2}\s?틀리")  # …이라고 쓰면 맞나요 틀리나요
_ASKS = re.compile(r"뭐(?:야|예요|에요|죠|지요|임|냐)|뭔가|무슨|뜻|의미|어떻게|왜\s?(?:그|이|답|맞)\S*[?요까죠]?$")
_WHOLE = re.compile(r"이|인|일|였|때문|같|라고|지$|네$|냐|[용염]$")  # how words begin that a noun is bent by
_FINITE = re.compile(r"(?:[요다지네죠까데디듯임음야유]|니다)$")
_FUSED = re.compile(r"은지$|인지|이라는|이란")


@dataclass(frozen=True, slots=True)
class _Place:
    """A clause that holds the word: what is said before it, glued to it, and after it."""

    before: tuple[str, ...]
    tail: str
    after: tuple[str, ...]

    @property
    def behind(self) -> str:
        return f"{self.tail} {' '.join(self.after)}".strip()


def stand_of(typed: str, word: str, others: Sequence[str] = ()) -> Stand:
    """As what the word stands in what was typed. `others` are what may be meant as well: beside one it is not given."""
    if len(typed) > LONGEST_FRAME:
        return Stand.ABSENT
    wanted, said = plain(word), unicodedata.normalize("NFC", typed).translate(_QUOTES)
    if len(wanted) < FEWEST or wanted not in plain(said.translate({32: None})):
        return Stand.ABSENT
    clauses = [clause.strip() for clause in _BREAK.split(said) if clause.strip()]
    places = [_place(clause.split(), wanted) for clause in clauses]
    if not any(places):
        return Stand.ABSENT
    rest = [clause for clause, place in zip(clauses, places, strict=True) if place is None]
    if any(place and _denied(place, said) for place in places) or any(map(_denies, rest)):
        return Stand.DENIED
    around = [part for clause, place in zip(clauses, places, strict=True) for part in _around(clause, place)]
    named = (_place(part, plain(one)) for part in around for one in others if one != word)
    names_other = any(one and not _SET_ASIDE.match(one.behind) for one in named)
    given = any(place and _given(place, wanted, rest) for place in places)
    doubts = names_other or WHICH.fullmatch(said) or any(_turns(clause) for clause in rest)
    return Stand.GIVEN if given and not doubts else Stand.PROPOSED


def _around(clause: str, place: _Place | None) -> tuple[Sequence[str], ...]:
    """The words of a clause but for the one that stands in it."""
    return (place.before, place.after) if place else (clause.split(),)


def _place(words: Sequence[str], wanted: str) -> _Place | None:
    """Where the word stands whole: words begin with it, and only what bends a noun is glued to it."""
    for at in range(len(words)):
        for end in range(at + 1, min(at + _MOST_WORDS, len(words)) + 1):
            joined = plain("".join(words[at:end]))
            if len(joined) < len(wanted):
                continue
            tail = joined[len(wanted) :]
            if joined.startswith(wanted) and (not tail or closes(wanted, tail) or _WHOLE.match(tail)):
                return _Place(tuple(words[:at]), tail, tuple(words[end:]))
            break
    return None


def _given(place: _Place, wanted: str, rest: Sequence[str]) -> bool:
    """Whether the clause gives the word as the answer, or another clause says that it is."""
    if any(_AFFIRMS.match(clause) for clause in rest):
        return not _turns(place.behind)
    if not _stands_free(place.before) or (place.tail and not closes(wanted, place.tail)):
        return False
    if closes(wanted, plain(place.behind)):
        return not _EITHER.search(place.behind)
    if not place.after:
        return not (rest and place.tail and not _FINITE.search(place.tail))
    behind = " ".join(place.after)
    apart = (
        bool(_FINITE.search(place.tail))
        if place.tail
        else bool(_POINTS.match(place.after[0]) or _REMARKS.match(behind))
    )
    return apart and not _turns(behind)


def _stands_free(before: Sequence[str]) -> bool:
    """Whether nothing before a noun makes another thing of it."""
    rest = list(before)
    while rest and rest[-1] in _BEFORE:
        rest.pop()
    if rest and rest[-1] in _TURNED:
        return False
    return not before or len(rest) < len(before) or _LINKS.search(before[-1]) is not None


def _denied(place: _Place, said: str) -> bool:
    if _FUSED.search(place.tail):
        return False
    before = place.before[-1] if place.before else ""
    ruled_out = before in {"안", "아닌", "설마", "절대", "결코"} or any(one in {"설마", "결코"} for one in place.before)
    return ruled_out or (_denies(place.behind) and not _TAG.search(said))


def _denies(clause: str) -> bool:
    return _DENIES.search(_HARMLESS.sub("", clause)) is not None


def _turns(clause: str) -> bool:
    """Whether a clause turns, doubts or asks about what another one gives."""
    plainly = _HARMLESS.sub("", clause)
    return any(sign.search(plainly) for sign in (_DENIES, _DOUBTS, _ASKS))


def named_in(typed: str, words: Sequence[str]) -> Iterator[tuple[str, Stand]]:
    """Each of the words that stands in what was typed, and as what."""
    for word in words:
        if stand := stand_of(typed, word, words):
            yield word, stand
