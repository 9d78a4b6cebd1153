"""Two fields that somebody wants joined: 미용이랑 영상 편집 섞어줘, 요리 × 데이터, 꽃집에 사진을 더하면? Pure."""

import re
from dataclasses import dataclass

LONGEST_FIELD = 20  # characters
LONGEST = 80  # of a sentence that names two of them, and a tool
_WISH = re.compile(
    r"\s*(?:한번|좀|같이|함께|둘을|둘)?\s*(?:섞|융합|조합|결합|접목|합치|합쳐|엮|잇|이어\s?(?=줘|주|볼|보)|더하|더해)"
    r"(?!(?:어|여|해)?서\s)[가-힣\s]{0,14}$"
)
_SIGN = re.compile(r"\s*(?:[×✕✖＊*+＋&＆]|(?<=\s)[xX](?=\s)|(?<=[가-힣])[xX](?=[가-힣]))\s*")
_AND = re.compile(
    r"(?:(?<=[가-힣])(?:이랑|랑|하고|과|와)\s+|\s+(?:그리고|및|하고)\s+|(?<=[가-힣])에(?:다가?)?\s+|\s*,\s*)"
)
_MINE = re.compile(r"^(?:(?:제|내)?\s?(?:분야|전공|직업|일)[은는이가]?|제|내|나의|저의|저는|나는|난|전)\s+")
_TOOL = re.compile(
    r"(?:\s*(?:도구는|툴은)\s*(?P<named>\S.{0,18}?)(?:으?로|[을를]|이고|이에요|예요|요)?\s*$)|(?:(?:^|[\s,])(?P<by>[^\s,]{1,12}(?:\s(?:AI|앱|도구))?)\s?(?:도구|툴|앱)?(?:으로|로|[을를]\s(?:써서|이용해서?|활용해서?|가지고))(?=\s|$))"
)
_TOOL_FIRST = re.compile(r"(?:도구는|툴은)\s*(?P<tool>\S{1,14}?)(?:으?로|[을를]|이고|,)\s+(?=\S)")
_NOISE = re.compile(r"^(?:혹시|그럼|그러면|근데|음|저기|이번엔|이번에는)\s+|(?:이?에요|예요|이요|요|입니다)$")
_WITH = re.compile(r"(?:이랑|랑|하고|과|와)$")
_TOLD = re.compile(r"^(?P<mine>\S.{0,24}?)(?:이고|인데요?|이에요|예요|입니다)[,.]?\s+(?P<rest>\S.*)$")
_OURS = re.compile(
    r"카톡|카카오톡|텔레그램|계정|알림|레슨|설계서|메신저|(?:핸드폰|휴대폰)(?!\s?(?:가게|매장|대리점|수리|판매|장사))"
)  # 합쳐 줘 is said of these too
_SENTENCE = re.compile(r"[을를에]\s|에게|한테|싶|(?:[해어아]요|니다|[해어]서)$")
_AROUND = ' \t\n.,;:·"‘’“”~!?'
_LETTERS = re.compile("[가-힣]|[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class Mixture:
    """The names of two fields, the first of which is the speaker's own, or "" where only the other is named; and a
    tool, or "".
    """

    mine: str
    other: str
    tool: str = ""


def mixture(words: str, *, open_: bool = False) -> Mixture | None:
    """What is to be joined, where words say so by a verb or a sign; `open_` says that two fields are asked for, where
    their names alone tell it. None for one field, three, or a sentence.
    """
    if len(words) > LONGEST:
        return None
    said = _NOISE.sub("", words.strip(_AROUND))
    wished = _WISH.search(said)
    said = said[: wished.start()] if wished else said
    signs = _SIGN.split(said)
    if not (wished or open_ or len(signs) == 2):
        return None
    said, tool = _without_tool(said) if wished else (said, "")
    names = _names(said)
    if (told := _TOLD.match(said)) and len(rest := _names(told["rest"])) in (1, 2):
        names = rest if len(rest) == 2 else [_name(told["mine"]), *rest]
    if wished and len(names) == 1 and _WITH.search(said) and _may_be_field(names[0]):
        return Mixture("", names[0], tool)
    if len(names) == 3 and not tool:
        *names, tool = names
    if len(names) != 2 or not all(map(_may_be_field, [*names, tool] if tool else names)):
        return None
    return Mixture(names[0], names[1], tool)


def _names(said: str) -> list[str]:
    parts = _SIGN.split(said) if _SIGN.search(said) else _AND.split(said)
    return [name for name in map(_name, parts) if name]


def _may_be_field(name: str) -> bool:
    if len(name) > LONGEST_FIELD or not _LETTERS.search(name):
        return False
    return not (_SENTENCE.search(name) or _OURS.search(name))


def _without_tool(said: str) -> tuple[str, str]:
    if first := _TOOL_FIRST.match(said):
        return said[first.end() :].strip(_AROUND), first["tool"]
    found = _TOOL.search(said)
    if found is None:
        return said, ""
    return f"{said[: found.start()]} {said[found.end() :]}".strip(_AROUND), found["named"] or found["by"]


def _name(part: str) -> str:
    said = _MINE.sub("", _NOISE.sub("", part.strip(_AROUND)))
    return re.sub(r"(?<=[가-힣]{2})(?:을|를|이랑|랑|하고|과|와|은|는)$", "", said).strip(_AROUND)
