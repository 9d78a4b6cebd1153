"""Masks what tells who somebody is, before it is kept: names, numbers of people, e-mail, addresses. Pure.

김민수 씨 becomes 김○○ 씨, 010-1234-5678 becomes 010-○○○○-○○○○. Words of business that only look alike stay as they are.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.korean.names_of_people import names_masked


class Kind(StrEnum):
    """What was masked, in the order in which it is told."""

    NAME = "name"
    PHONE = "phone"
    RESIDENT = "resident"  # the number of a resident or a foreigner
    CARD = "card"
    ACCOUNT = "account"  # of a bank, or the number of a business
    PASSPORT = "passport"
    PLATE = "plate"  # of a car
    EMAIL = "email"
    ADDRESS = "address"
    HANDLE = "handle"  # by which somebody is found in a messenger
    DOOR = "door"  # what opens somebody's door


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as it may be kept, and what was masked in it."""

    text: str
    kinds: tuple[Kind, ...] = ()


_D = "[0-9０-９공영일이삼사오육륙칠팔구oO]"  # a digit, written or spelled
_SEP = r"[\s\-–－.．·_~/,()]{0,3}(?:다시|에|국에|의)?\s?"
_MOBILE = re.compile(
    rf"(?<![\d가-힣A-Za-z.,-])\(?[0０공영oO]\s?[1１일]\s?[0０공영oO16789일육칠팔구](?:{_SEP}{_D}){{7,8}}(?!\d)"
    r"|(?<!\d)\(?\+?82\)?[\s.\-]{0,2}\(?0?\)?1[016789][\s.\-]{0,2}\d{3,4}[\s.\-]{0,2}\d{4}(?!\d)"
)
_PHONE = re.compile(
    r"(?<![\d-])\(?0(?:2|[3-6][1-5]|70|50\d|80)\)?[\s.\-]{0,2}\d{3,4}[\s.\-]{1,2}\d{4}(?![\d-])"
    r"|(?<![\d-])0(?:2\d{7,8}|[3-6][1-5]\d{7,8}|70\d{8})(?![\d-])"
    r"|(?<![\d,.-])1[568](?:00|11|22|33|44|55|60|61|66|68|70|77|88|99)-\d{4}(?![\d-]|\s?[원만천명개])"
    r"|(?<![\d+])\+(?!82)[1-9]\d{0,2}(?:[\s.\-]{0,2}\(?\d{2,5}\)?){2,5}(?![\d-])"
    r"|(?<=전화|번호|락처|대폰|드폰)(?:는|은|:)?\s{0,2}\d{3,4}[\s-]\d{4}(?![\d-]|\s?[원만천명개년])"
)
_RESIDENT = re.compile(r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\s\-–~]{0,3}[1-8][\d*]{6}(?![\d*])")
_RESIDENT_END = re.compile(r"(?<=뒷자리|뒷번호)(?:는|은|:)?\s{0,2}[1-8]\d{6}(?!\d)")
_CARD = re.compile(
    r"(?<![\d-])\d{4}([\s\-.])\d{4}\1\d{4}\1\d{3,4}(?![\d-])|(?<![\d,.-])\d{16}(?![\d,-])"
    r"|(?<![\d-])3[47]\d\d([\s-])\d{6}\2\d{5}(?![\d-])"
)
_ACCOUNT = re.compile(
    r"(?<![\d-])(?=(?:\d-?){10,16}(?![\d-]))\d{2,6}-\d{2,6}-\d{4,8}(?:-\d{1,4})?|(?<![\d-])\d{3}-\d{2}-\d{5}(?![\d-])"
    r"|(?<=은행|뱅크|농협|신협|금고|체국|계좌|번호)(?:는|은|:)?\s{0,2}\d{10,14}(?!\d)"
)
_OF_A_THING = re.compile(
    r"(?:송장|운송장|등기|주문|바코드|상품|제품|모델|품목|자재|부품|시리얼|일련|접수|코드)\s?(?:번호|코드)?(?:는|은|:)?\s?$",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"[A-Za-z0-9][\w.+-]{0,63}\s?(?:@|＠|골뱅이|\(at\)|\[at\])\s?(?:[A-Za-z0-9-]{1,30}\.){0,3}[A-Za-z0-9가-힣][A-Za-z0-9-]{0,62}[가-힣]{0,8}?"
    r"(?:\s?(?:\.|점|닷)\s?(?:com|net|org|kr|co|ac|go|or|io|me|dev|컴|케이알|넷)){1,3}(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_MESSENGER = "카톡|카카오톡|카카오|라인|위챗|텔레그램|텔레|텔그|인스타그램|인스타|페이스북|페북|트위터|스레드|디스코드"
_BETWEEN = r"(?:는|은|이|가)?\s{0,2}[:：=]?\s{0,2}"
_HANDLE = re.compile(  # 카톡 아이디 minji99, 인스타 @minji.99; no 인스타 DM, and no id card
    rf"(?P<before>(?:(?:(?:{_MESSENGER})\s?)?(?:아이디|계정)|(?:{_MESSENGER})\s?id|(?<![a-z])id(?=\s?[:：=])){_BETWEEN}@?)[a-z][\w.-]{{3,29}}"
    rf"|(?P<after>(?:{_MESSENGER}){_BETWEEN})(?:@[a-z\d_][\w.-]{{2,29}}|(?=[\w.-]*[\d_])[a-z][\w.-]{{3,29}})",
    re.ASCII | re.IGNORECASE,
)
_PROFILE = re.compile(  # instagram.com/jane.doe, t.me/minsu_k, open.kakao.com/o/sAbCdEf, insta: jane.doe99, @jane_doe
    r"(?P<before>(?:https?://)?(?:www\.|m\.)?(?:instagram\.com|threads\.(?:net|com)|facebook\.com|fb\.com|x\.com|twitter\.com|t\.me|line\.me/ti/p|wa\.me"
    r"|(?:open|pf)\.kakao\.com(?:/[a-z])?|tiktok\.com|youtube\.com|linkedin\.com/in)/@?|\b(?:ig|insta|dm|kakao|telegram|line|wechat|whatsapp)(?:\s?id)?\s?[:：=]\s?@?"
    r"|(?<![\w.@])(?:(?:ig|insta)\s)?@)[a-z\d_][\w.-]{2,29}(?<![.-])(?P<behind>(?:[/?][\w.?=&%/-]*)?)",
    re.ASCII | re.IGNORECASE,
)
_AT_A_DOOR = r"(?P<door>(?:공동\s?현관|현관|도어락|출입문|대문)(?:문)?\s?"
_CODE = r"(?:비밀\s?번호|비번|번호|암호)(?:는|은|이|가)?\s?[:：]?\s?"
_DOOR = re.compile(rf"{_AT_A_DOOR}(?:{_CODE})?)(?:[#*]\d{{4,8}}[#*]?|\d{{4,8}}[#*])(?!\d)")
_DOOR_CODE = re.compile(rf"{_AT_A_DOOR}{_CODE})\d{{4,8}}(?![\d,]|\s?[원만개])")
_PASSPORT = re.compile(r"(?<![A-Za-z\d])[MSRODG]\d{8}(?!\d)", re.IGNORECASE)
_PLATE = re.compile(
    r"(?<![\d,.-])\d{2,3}(?:[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자배]\s?|[하허호])\d{4}"
    r"(?![\d-]|\s?[년원명개번월일호동권장통건만천백회시분])"
)
_AREA = (
    r"(?:(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)"
    r"(?:특별자치시|특별자치도|특별시|광역시|시|도)?|[가-힣]{1,5}[시군구읍면])\s){0,4}"
)
_IN_AN_AREA = _AREA.removesuffix("{0,4}") + "{1,4}"
_HOUSES = "(?:아파트|빌라|맨션|오피스텔|빌딩|타워|주공|자이|래미안|푸르지오|힐스테이트|아이파크|롯데캐슬|더샵|편한세상)"
_ROOM = rf"(?:[가-힣A-Za-z]{{0,9}}{_HOUSES}|\d{{1,4}}동|(?:지하\s?)?\d{{1,3}}층|\d{{1,4}}호)(?![가-힣])"
_INSIDE = rf"(?:[\s,]{{1,2}}{_ROOM}){{1,4}}"
_PLAIN = r"(?![\d%:/~,.]?\d|\s?[가-힣%℃]|\s?(?:kg|g|cm|m|ml|am|pm)\b)"  # a number that counts nothing
_ADDRESSES = (
    re.compile(  # 종로3길 17
        rf"{_AREA}(?<![가-힣])(?P<place>[가-힣]{{1,9}}로)\s?\d{{1,4}}(?:번?[가나다라]?길)\s?\d{{1,4}}(?:-\d{{1,4}})?(?:{_INSIDE})?"
    ),
    re.compile(  # 테헤란로 12, 봉은사로12길 3-1 2층
        rf"{_AREA}(?<![가-힣])(?P<place>[가-힣]{{2,9}}(?:로|길))\s?(?:\d{{1,4}}(?:번?길)\s?)?"
        rf"\d{{1,4}}(?:-\d{{1,4}})?(?:번지)?(?:{_INSIDE}|{_PLAIN})"
    ),
    re.compile(  # 역삼동 123-45
        rf"{_AREA}(?<![가-힣])(?P<place>[가-힣]{{1,6}}[동리가])\s(?:산\s?)?\d{{1,4}}-\d{{1,4}}(?:번지)?(?:{_INSIDE}|{_PLAIN})"
    ),
    re.compile(rf"{_AREA}(?:(?P<place>[가-힣]{{1,6}}[동리])\s)?(?<![\d,])\d{{1,4}}(?:-\d{{1,4}})?번지(?:{_INSIDE})?"),
    re.compile(  # 은하동 101호, 101동 1203호, 햇살빌라 302호
        rf"{_AREA}(?P<place>)(?:[가-힣A-Za-z]{{0,9}}{_HOUSES}\s?|[가-힣]{{1,5}}마을\s?)?(?<![\d,])\d{{1,4}}동\s?\d{{1,4}}호"
    ),
    re.compile(
        rf"{_AREA}(?P<place>)[가-힣A-Za-z]{{0,9}}{_HOUSES}\s?(?:[A-Za-z가나다라]동\s?)?[A-Za-z]?\d{{1,4}}[동호](?![가-힣]?점)"
    ),
    re.compile(rf"{_AREA}(?<![가-힣A-Za-z])(?P<place>[가-힣]{{1,6}}동|[A-Da-d]동)\s?\d{{2,4}}호(?![점선차기봉])"),
    re.compile(  # 마포구 성미산로 12, behind those that take the room with them
        rf"{_IN_AN_AREA}(?P<place>[가-힣]{{2,9}}(?:로|길))\s?\d{{1,4}}(?:-\d{{1,4}})?(?:번지)?"
    ),
)
_NO_PLACE = re.compile(
    "(?:.*[으별도]로|.*(?:시간|순서|예정|약속|마음|그|뜻|말|이|저)대로|[바새서따홀때주기가세경진회프제유통피위뒤]로|.{0,3}(?:스스로|함부로|수시로|아래로|[여거저]기로|어디로)"
    "|.*(?:진짜|정말|실제|하루|회사|전화|카드|문자|메일|요일|날짜|시|월|주말|오후|오전|하나|최대|최소|최초|무료|유료|추가|단가|정가|원가|최저가|번호|단위|코드|사이즈|개|회|차|채|초|배|자리|가지|종류|크기|이유|포스터|스티커|종이)로"
    "|.*(?:퇴근|출근|귀갓|하굣|등굣|오는|가는|골목|갈림|지름|산책|외)길"
    "|.{0,4}(?:운|활|행|노|공|변|작|충|감|진|율|협|출|합)동|(?:자|이|연|시|구|수|아)동"
    "|.{0,4}(?:거|정|관|처|수|요|자|분|대|유|우|소|심|논|원|금|머|다|무|격)리|.{0,5}(?:평|단|원|정|물|판매|시|휴|증|추|참|허|누|내|제|네|상|작|화|국|전문)가)"
)


def masked(text: str, *, leading: bool = False) -> Masked:
    """The text with what tells who somebody is masked; what is masked already stays as it is. `leading` says that it is
    a list of people, whose entries may begin with a bare name.
    """
    found: list[Kind] = []
    for kind, pattern, mask in _MASKS:
        hidden = pattern.sub(mask, text)
        found += [kind] if hidden != text else []
        text = hidden
    named = names_masked(text, leading=leading)
    found += [Kind.NAME] if named != text else []
    return Masked(named, tuple(kind for kind in Kind if kind in found))


def _account(match: re.Match[str]) -> str:
    """An account's number; one of a parcel, an order or a product tells nobody's."""
    return match[0] if _OF_A_THING.search(match.string[: match.start()]) else _number(match)


def _mobile(match: re.Match[str]) -> str:
    opens = match[0].startswith("(") and ")" not in match[0]  # (010-1234-5678) stays in its brackets
    return f"{'(' if opens else ''}010-○○○○-○○○○"


def _number(match: re.Match[str]) -> str:
    """A number whose kind was told by the words before it."""
    said = match[0]
    start = next(at for at, sign in enumerate(said) if sign.isdigit() or sign == "(")
    return f"{said[:start]}○○○-○○○○-○○○○"


def _handle(match: re.Match[str]) -> str:
    return f"{match['before'] or match['after']}○○○"


def _profile(match: re.Match[str]) -> str:
    return f"{match['before']}○○○"


def _place(match: re.Match[str]) -> str:
    place: str = match["place"] or ""
    if _NO_PLACE.fullmatch(place):
        return match[0]
    return f"○○{place[-1]} ○○" if place else "○○동 ○○호"


_MASKS: tuple[tuple[Kind, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (Kind.EMAIL, _EMAIL, "○○○@○○○"),
    (Kind.RESIDENT, _RESIDENT, "○○○○○○-○○○○○○○"),
    (Kind.RESIDENT, _RESIDENT_END, " ○○○○○○○"),
    (Kind.PLATE, _PLATE, "○○○ ○○○○"),
    (Kind.PASSPORT, _PASSPORT, "○○○○○○○○○"),
    (Kind.CARD, _CARD, "○○○○-○○○○-○○○○-○○○○"),
    (Kind.PHONE, _MOBILE, _mobile),
    (Kind.PHONE, _PHONE, _number),
    *((Kind.DOOR, pattern, r"\g<door>○○○○") for pattern in (_DOOR, _DOOR_CODE)),
    (Kind.ACCOUNT, _ACCOUNT, _account),
    *((Kind.ADDRESS, pattern, _place) for pattern in _ADDRESSES),
    (Kind.HANDLE, _HANDLE, _handle),
    (Kind.HANDLE, _PROFILE, _profile),
)
"""Each kind with its pattern and what stands in its place; what is longer is looked for first."""
