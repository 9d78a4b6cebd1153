"""The one voice of the lessons: 해요체, and none of the phrases that sound like forms, translations or scolding."""

import re
from collections.abc import Iterator

# What it sounds like, and what to write instead. Formal endings stand apart below: they need a look inside a syllable.
BANNED = (
    (r"시겠습니까|시겠어요\?", "‘할까요?’"),
    (r"하십시오|십시오", "‘해 주세요’"),
    (r"것입니다", "‘거예요’"),
    (r"되어[지져졌진질집]|[되잊]혀[지져졌진질집]", "‘돼요’나 능동"),
    (r"당신", "이름이나 생략"),
    (r"[을를] 통하여|에 의[해하한]|에도 불구하고|[으로] 하여금|함에 있어", "우리말 조사"),
    (r"할 수 있습니다", "‘할 수 있어요’"),
    (r"실패하(셨|였|시)", "다음에 할 일"),
    (r"잘못된 (입력|답변?)", "다음에 할 일"),
    (r"[~∼～]{2}|[ㅠㅜ]{2}|[ㅋㅎ]{2}", "글자"),
    (r"!{2}|\?{2}|[!?]{3}", "문장 부호 하나"),
)
ALL_OF_THEM = re.compile(
    r"^(위의?|앞의)?\s*(보기|것)?\s*(모두|전부|둘 다|셋 다|다)\s*(가|는)?\s*"
    r"(정답|맞|옳|해당|아니)|^(위의?|앞의)\s*(보기|것)?\s*(모두|전부)|정답(이|은)? 없|^(모두|전부|답 없음)$"
)
BARE = frozenset("네 넵 예 응 아니 아니요 아니오 아뇨".split())  # they answer our own questions

_QUOTED = re.compile(r"‘[^’]*’|“[^”]*”|「[^」]*」|『[^』]*』|〔[^〕]*〕|⟨[^⟩]*⟩|\([^)]*\)")
_SENTENCE = re.compile(r"[^.?!…]*[.?!…]+[’”」』)\s]*|[^.?!…]+$")
_NUMBER = re.compile(r"(?<=\d)[.](?=\d)")
_POLITE = re.compile(r"(요|죠|까)$")
_PLAIN = re.compile(r"([가-힣])다$")
_DEFINITION = re.compile(r"^[^:.?!]{1,20}: ", re.MULTILINE)
_FORMAL = re.compile(r"([가-힣])니([다까])")
_PICTURE = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"  # a flag
    "|[\u2600-\u2712\u2719-\u27bf\u2b50\u2b55\U0001f300-\U0001faff](?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d.)*"
)
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def sentences(text: str) -> Iterator[tuple[str, int]]:
    """Every sentence outside quotes and brackets, with the line it ends on, counted from 0; noun lines count as one."""
    blank = _NUMBER.sub(",", _QUOTED.sub(lambda found: _emptied(found[0]), text))
    for found in _SENTENCE.finditer(blank):
        if said := found[0].strip():
            yield said, blank.count("\n", 0, found.start() + len(found[0].rstrip()))


def is_polite(sentence: str) -> bool:
    """Whether it ends in 요, 죠 or 까. What ends without a stop, or defines a word, is a list and no sentence."""
    said = sentence.rstrip(".?!… ")
    if said == sentence or _DEFINITION.search(sentence):
        return not is_plain(said)
    return not "가" <= said[-1:] <= "힣" or bool(_POLITE.search(said))


def is_plain(said: str) -> bool:
    """Whether it is told in the style of books: 한다, 간다, 했다, 없다."""
    found = _PLAIN.search(said)
    return found is not None and _final(found[1]) in "ㄴㅆㅄㄶ"


def banned(text: str) -> Iterator[tuple[str, str, int]]:
    """Every banned phrase outside quotes, what to write instead, and its line counted from 0."""
    blank = _QUOTED.sub(lambda found: _emptied(found[0]), text)
    taken: list[range] = []
    for pattern, instead in BANNED:
        for found in re.finditer(pattern, blank):
            taken.append(range(*found.span()))
            yield found[0], instead, blank.count("\n", 0, found.start())
    for found in _FORMAL.finditer(blank):
        if _final(found[1]) == "ㅂ" and not any(found.start() in span or found.end() - 1 in span for span in taken):
            yield found[0], "‘-아요/어요’", blank.count("\n", 0, found.start())


def pictures(text: str) -> int:
    """How many emoji a text holds; several joined into one picture count once. Arrows and ticks are none."""
    return len(_PICTURE.findall(text))


def _final(syllable: str) -> str:
    """Its final consonant."""
    return _FINALS[(ord(syllable) - ord("가")) % 28]


def _emptied(quote: str) -> str:
    """As many lines, nothing said; after a quote a sign stays, so that what follows still belongs to a word."""
    return ("" if quote[0] == "(" else "가") + "\n" * quote.count("\n")
