"""Lists of people as they are pasted: numbered, with bullets, commas or tabs, one a line or all in one. Pure.

미용실 원장님 - 예약 전화가 겹친대요 is somebody and why them.
"""

import re
from collections.abc import Iterator

from bot.korean.oneself import is_person

_BULLET = re.compile(
    r"^[\s>]*(?:[-*•▪■□◦●◆★☆✓✔]\s*|ㅇ\s+)?(?:\[[ xX✓v]?\]\s*)?"  # signs, and the boxes of a list of tasks
    r"(?:\(?\d{1,2}\s?(?:[.):]|번(?=[\s.:)])|\s?[-–](?=\s)|[-–](?=[가-힣])|(?=\s+\D))\s*"
    r"|(?:첫|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)째\s*[.):,]?\s+(?!아이|애|딸|아들|며느리|사위|언니|누나|형|오빠|이모|고모|삼촌|주\s|날)|[①-⑳]\s*|[ㄱ-ㅎ][.)]\s+|[가-하][.)]\s+)?"
)
_NUMBERED = re.compile(r"(?:^|(?<=\s)|(?<=[,;/]))(?=(?:\(?\d{1,2}\s?[.)](?!\d)|\d{1,2}번[\s.:)]|[①-⑳])\s*\S)")
_BULLETED = re.compile(r"(?:^|\s)(?=[•▪■◦●◆]\s*\S)|(?:^|\s)(?=[-*]\s\S)")
_BETWEEN = re.compile(r"\s*[;；]\s*|\s+/\s+|\s*[、|]\s*|\s*·\s+|(?<=[가-힣ㄱ-ㅎ)])/(?=[가-힣ㄱ-ㅎ])")
_SENTENCES = re.compile(r"(?<=[가-힣][.!])\s+")
_FIELDS = re.compile(
    r"\t+|(?<=[가-힣ㄱ-ㅎ])\s*(?:…|\.{2,})\s*(?=[가-힣])|\s+[-–—|]\s+|\s*(?:=>|->|→|[:：|=])\s*|\s+[·/]\s+|(?<=[님쌤])/(?=\S)|\s*[,，、]\s*|[–—]|(?<=[가-힣])[ㅋㅎㅠㅜ]{2,}[.~!]*\s+(?=[가-힣])"
)
_PARTED = re.compile(r"\S\s*(?:\s[-–—]\s|=|→|[:：])\s*\S")  # somebody and a reason
_IN_BRACKETS = re.compile(r"^(?P<alias>[^()（）]{1,40}?)\s*[(（](?P<why>[^()（）]+)[)）]\s*(?P<rest>.*)$")
_PERSON = re.compile(
    r"^(?P<alias>.{0,38}?(?:\S[님씨](?!\s[ㄱ-ㅎA-Z](?:\s|$))|손님\s?[ㄱ-ㅎA-Z\d]?호?|(?<=\s)[ㄱ-ㅎ]|○))\s+(?P<why>\S.{2,})$"
)
_TELLS = re.compile(
    r"(?:(?<=[가-힣])[요다죠음함됨짐임중심]|(?<=[어아해])[봄줌옴]|(?<=[어아나러])감|(?<=[주로]\s)옴|대|래|니까|는데|[라어아해]서|므로|때문|인데|[았었했였]고|고\s?싶어\S{0,2}|싶다고\s?함|[을를]\s\S{1,8})[.!~…]*$"
)
_REPORTS = re.compile(r"(?:[어아여해예에세네대워와]요|니다|[왔갔했봤]음)[.!~]*$")  # 답 왔어요: 좋대요
_HEADING = re.compile(
    r"^\s*#|[:：]\s*$|^\s*\|?\s*(?:번호|이름|가림\s?말|가림\s?이름)\s*[\t,|].*|^\s*[-=|:\s]+$|^[^-–—:,]{0,20}(?:명단|목록|리스트|열\s?명|10명|열\s?사람)\s*$"
)
_HYPHENED = re.compile(r"^(?P<alias>[^-–:]{1,38}?[가-힣ㄱ-ㅎ])[-–](?=[가-힣])(?P<why>.+)$")  # 이웃 할머니-혼자 사심
_LABELS = re.compile(r"(?:^|(?<=\s))(?:이름|가림\s?말|가림\s?이름|누구)\s*[:：]\s*(?=\S)")
_WHY = re.compile(r"\s*[,/]?\s*(?:이유|까닭|왜)\s*[:：]\s*")
_NUMBERED_LINE = re.compile(r"^\s{0,3}\d{1,2}\s?[.)]")
_BELOW = re.compile(r"^\s+[-*•·]\s*(?=\S)")  # a bullet below a number
_KIN = re.compile(
    r"(?:어머니|아버지|장모|장인|시누이?|며느리|사위|처제|처형|매형|형부|올케|사촌|남편|아내|엄마|아빠|언니|누나|오빠|이모|고모|삼촌|할머니|할아버지|아저씨|아주머니|아줌마|친구|동창|동생|조카|이웃|이네)네?$"
)
_MASKED_NUMBER = re.compile(r"^[\d○]{2,6}(?:-[\d○]{2,8}){1,3}[\s,/:]+(?=\S)")  # 010-○○○○-○○○○ before whose it is
_CALLED = re.compile(
    r"\S*(?:님|씨|쌤|양|군|어르신|손님|고객|회원|학생|원장|사장|대표|팀장|과장|부장|선생|교수|총무|회장|반장|권사|집사|목사|간호사|약사)"
)
_NUMBER_IN = re.compile(r"\s+[\d○]{2,6}(?:-[\d○]{2,8}){1,3}(?=\s|$)")
_AND = re.compile(r"(?<=[가-힣])(?:이랑|랑|하고)\s+(?=\S)")  # 현우 아빠랑 서연이네
_ADDED = re.compile(r"(?<=[가-힣]{2})(?:이랑|랑|까지도|까지|[도을를은는만])$")
_TO_THE_LIST = re.compile(
    r"^(?:(?:제|내)\s)?(?:명단|목록|리스트|열\s?사람|열\s?명)(?:에다|에도|에)\s+(?=\S)"
)  # 명단에 카페 사장님
_LETTER = re.compile(r"[^\W\d_]")
_COMMAS = re.compile(r"\s*[,，;；](?!\d{3})\s*(?![^()（）]*[)）])")  # none in brackets or in a figure
FEWEST_LISTED = 4  # pieces of what is surely a list
_HIDDEN = re.compile(  # a number or an address that was masked: it tells nothing any more
    r"○○(?:로|길|동|읍|면|리)\s?○○호?|[\d○]{2,6}(?:-[\d○]{2,8}){1,3}|○+@○+|○{4,}"
    r"|(?:[가-힣]{1,5}\s?)?(?:아이디|계정|id)(?:는|은)?\s?[:：=]?\s?○○○(?!○)"
)
_AROUND = " \t.,;:·-–—|/'\"‘’“”"


def people_in(text: str) -> list[tuple[str, str]]:
    """Each entry's nickname and why them ("" where that is not told). A sentence that names nobody belongs to the entry
    before it; where there is none, it is no entry, and neither is a report.
    """
    found: list[tuple[str, str]] = []
    for entry in _entries(text):
        if _remarks(entry):
            if found:
                found[-1] = (found[-1][0], " ".join(filter(None, (found[-1][1], entry.strip()))))
            continue
        alias, why = _person(entry)
        if _REPORTS.search(alias):
            continue
        if _LETTER.search(alias):
            found.append((alias, without_masks(why)))
    return found


def without_masks(text: str) -> str:
    """Words without the numbers and addresses that were masked in them, which tell nothing any more."""
    told = _HIDDEN.sub(" ", text)
    return text if told == text else " ".join(told.split()).strip(_AROUND)


def each_named(words: str) -> str:
    """Whom a wish to add names, as a list: 현우 아빠랑 서연이네도 is two; what is one name in full stays."""
    plain = _TO_THE_LIST.sub("", _ADDED.sub("", words.strip()))
    parts = [part.strip() for part in _AND.split(plain)]
    return ", ".join(parts) if all(map(is_somebody, parts)) else plain if is_somebody(plain) else words


def is_somebody(alias: str) -> bool:
    """Whether a nickname surely stands for a person: 미용실 원장님, 동네 카페 사장 ㅂ, 김○○."""
    return is_person(alias) or bool(_KIN.search(alias)) or "○" in alias or "ㄱ" <= alias[-1:] <= "ㅎ"


def surely_people(text: str) -> bool:
    """Whether a text lists somebody beyond doubt: several, one with a reason, or one who can be nothing else."""
    listed = people_in(text)
    return len(listed) > 1 or any(why or is_somebody(alias) for alias, why in listed)


def _entries(text: str) -> Iterator[str]:
    """The pieces that may each be somebody."""
    lines = [line for line in _joined(text) if _LETTER.search(line) and not _HEADING.search(line)]
    if len(lines) > 1:
        yield from (_plain(line) for line in lines)
        return
    for line in (_MASKED_NUMBER.sub("", line.strip(), count=1) for line in lines):
        if not _NUMBERED.match(line) and (parts := _comma_by_comma(line)):
            yield from parts
            return
        for pattern in (_NUMBERED, _BETWEEN, *([_BULLETED] if _BULLETED.match(line.strip()) else [])):
            parts = [_plain(part) for part in pattern.split(line) if _LETTER.search(part)]
            if len(parts) > 1:
                yield from parts
                return
        sentences = _SENTENCES.split(line)
        for sentence in sentences:
            yield from _by_commas(_plain(sentence))


def _comma_by_comma(line: str) -> list[str]:
    """The pieces between commas, where most are surely somebody: what parts one of them, 원장 / 대타 찾음, tells of
    that one. None otherwise.
    """
    parts = [_plain(part) for part in _COMMAS.split(line) if _LETTER.search(part)]
    somebody = sum(is_somebody(_person(part)[0]) for part in parts)
    return parts if len(parts) >= FEWEST_LISTED and 3 * somebody > 2 * len(parts) else []


def _joined(text: str) -> Iterator[str]:
    """The lines without labels, those below a number joined to it: what is told of the person there."""
    plain = [_WHY.sub(" - ", _LABELS.sub("", line)) for line in text.splitlines()]
    numbered = any(map(_NUMBERED_LINE.match, plain))
    above = ""
    for line in plain:
        if numbered and above and _BELOW.match(line):
            above = f"{above} - {_BELOW.sub('', line)}"
            continue
        if above:
            yield above
        above = line
    yield above


def _by_commas(line: str) -> Iterator[str]:
    """손님 ㄱ, 손님 ㄴ are two, as are 꽃집 사장님 물일 많음, 원장님 예약 겹침; 손님 ㄱ, 공지가 번거롭대요 is one and
    why them.
    """
    parts = [part for part in re.split(r"\s*[,，]\s*", line) if part.strip()]
    entry = ""
    for part in parts:
        alike = _PERSON.match(part) and _PERSON.match(entry)
        if entry and not alike and not _PARTED.search(part) and (_TELLS.search(part) or _FIELDS.search(entry)):
            entry = f"{entry}, {part}"
            continue
        if entry:
            yield entry
        entry = part
    if entry:
        yield entry


def _plain(entry: str) -> str:
    """An entry without its number or bullet, and table rows without their edges."""
    plain = _BULLET.sub("", _MASKED_NUMBER.sub("", entry.strip().strip("|").strip(), count=1), count=1)
    return _MASKED_NUMBER.sub("", plain, count=1).strip(" \t,;/")


def _remarks(entry: str) -> bool:
    """Whether it is a sentence in which no separator parts somebody from a reason."""
    return bool(_TELLS.search(entry)) and not (
        _FIELDS.search(entry) or _IN_BRACKETS.match(entry) or _PERSON.match(entry) or _hyphened(entry)
    )


def _hyphened(entry: str) -> re.Match[str] | None:
    """Somebody and why them with nothing but a hyphen between."""
    found = _HYPHENED.match(entry)
    return found if found and is_somebody(found["alias"]) else None


def _person(entry: str) -> tuple[str, str]:
    alias, why = _parted(entry)
    alias = _NUMBER_IN.sub("", alias).strip(_AROUND) or alias
    title, _, rest = why.partition(" ")
    called = alias.endswith("○") and (_KIN.search(title) or _CALLED.fullmatch(title))
    return (f"{alias} {title}", rest.strip(_AROUND)) if called else (alias, why)


def _parted(entry: str) -> tuple[str, str]:
    """Who an entry names and why them, as its signs and spaces part it."""
    if brackets := _IN_BRACKETS.match(entry):
        return brackets["alias"].strip(_AROUND), " ".join((brackets["why"], brackets["rest"])).strip(_AROUND)
    if (hyphened := _hyphened(entry)) and not _FIELDS.search(entry):
        return hyphened["alias"].strip(_AROUND), hyphened["why"].strip(_AROUND)
    fields = [field for field in _FIELDS.split(entry) if field.strip(_AROUND)]
    if len(fields) > 1 and fields[0].strip(_AROUND).isdigit():
        fields = fields[1:]
    if len(fields) == 1 and (person := _PERSON.match(fields[0])):
        fields = [person["alias"], person["why"]]
    if not fields:
        return "", ""
    return fields[0].strip(_AROUND), ", ".join(field.strip(" \t'\"“”") for field in fields[1:]).strip(" ,;|")
