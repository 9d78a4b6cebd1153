"""What a sentence counts: money (3만 원, 삼만 오천 원, ₩9,900, 무료), people and things (세 명, 12건). Pure."""

import re

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNITS = r"(?:\s*[억만천백십]\s*(?:\d+\s*[천백십]?만?\s*)*)"
_AMOUNT = re.compile(
    rf"{_NUMBER}{_UNITS}?\s*(?:원|(?i:won|krw)\b)(?![가-힣]*[래칙])"  # 3만 5천 원; no 1원칙, no 2 원래
    r"|(?<!\d)[일이삼사오육칠팔구십백]{0,4}[만천]\s*\d[\d,]*\s*[천백]?\s*원(?![가-힣]*[래칙])"  # 만5천원
    r"|(?<![\d가-힣])[일이삼사오육칠팔구]?만\s?\d\s?천(?![\s가-힣]*[명개번분시회건곳장통])"  # 만2천
    rf"|{_NUMBER}\s*[억만천](?:\s*\d+\s*천?)?(?![\s가-힣]*[명개번분시회건곳장통])(?=\D|$)"  # 5만, but no 5만 명
    rf"|[₩$]\s*{_NUMBER}|{_NUMBER}\s*[$]"
    rf"|{_NUMBER}\s*(?:달러|불|(?i:dollars?|usd))\b"
    r"|[일이삼사오육칠팔구]?\s*[십백천만억][일이삼사오육칠팔구십백천만억\s]*원(?![가-힣]*[래칙])"  # 삼만 오천 원
    r"|(?<![\d.])\d{1,3}(?:,\d{3})+(?=\s*(?:$|[.!~)(/]|이요|이에요|정도|쯤|씩))"  # 시간당 15,000
    r"|(?<![가-힣])(?:무료|공짜)"
)


_NO_AMOUNT = re.compile(  # a crowded bus, and many of what is no money
    r"만원\s?(?:버스|지하철|전철|열차|전동차|승강기|엘리베이터|관중|사례)"
    r"|[\d.,]+\s?[억만천]\s?(?:구독자|팔로워|조회|관객|회원|인구|독자|가입자|방문|다운로드|이웃|보를?|걸음|시간|킬로|km)"
)


def names_amount(text: str) -> bool:
    """Whether a sentence names an amount of money, nothing at all among them."""
    return bool(_AMOUNT.search(_NO_AMOUNT.sub(" ", text)))


_FIGURE = re.compile(
    r"\s*(?:(?:인|회|시간|건|개|장|월|일|주|달)당|(?:한|하나|1)\s?(?:번|장|개|달|시간|명|분|회|건)?에|매달|월)?\s*"
    r"(?:\d{3,9}|(?=[^만천백]*[만천백])[일이삼사오육칠팔구십백천만]{2,9})\s*(?:쯤|정도)?(?:이?요|이에요|예요|씩)?[.!]?\s*"
)


def is_figure(text: str) -> bool:
    """Whether words are nothing but a figure, 50000, 인당 칠만: an amount where one is asked for."""
    return _FIGURE.fullmatch(text) is not None


_BARE = re.compile(
    r"(?P<figure>\d[\d,]*(?:\s?만(?:\s?\d+\s?천?)?|\s?천)?|[일이삼사오육칠팔구]?[십백천만][일이삼사오육칠팔구십백천만]*)(?P<behind>쯤|정도)?[.!]?"
)


def in_won(text: str) -> str:
    """3만5천 as 3만5천 원, where nothing else is said; any other text as it is."""
    found = _BARE.fullmatch(text.strip())
    if found is None:
        return text
    digits = found["figure"].replace(",", "")
    figure = f"{int(digits):,}" if digits.isdecimal() else f"{found['figure']} "
    return f"{figure}원{found['behind'] or ''}"


_DIGITS = dict(zip("일이삼사오육칠팔구", range(1, 10), strict=True))
_SMALL, _LARGE = {"십": 10, "백": 100, "천": 1000}, {"만": 10_000, "억": 100_000_000}
_NATIVE = dict(zip("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열".split(), range(1, 11), strict=True))
_PIECE = re.compile(r"(\d+(?:\.\d+)?|[일이삼사오육칠팔구])?([십백천만억])?")
_HOURS = re.compile(rf"(\d+(?:\.\d+)?|{'|'.join(_NATIVE)}|반)\s*시간\s*(반)?")
_MINUTES = re.compile(r"(\d+|[일이삼사오]?십[일이삼사오육칠팔구]?)\s*분")


def won(text: str) -> int | None:
    """The first amount of money a sentence names, in won; 0 for nothing at all, None where it names none."""
    found = _AMOUNT.search(text)
    if found is None or re.search("달러|불|dollar|usd|[$]", found[0], re.IGNORECASE):
        return None
    return _number(found[0])


def minutes(text: str) -> int | None:
    """How long a sentence says something takes, in minutes: 두 시간 반, 1시간 30분, 90분. None where it does not."""
    hours, rest = _HOURS.search(text), _MINUTES.search(text)
    if hours is None and rest is None:
        return None
    told = 0.0
    if hours:
        told = 30 if hours[1] == "반" else 60 * float(_NATIVE.get(hours[1], hours[1])) + 30 * bool(hours[2])
    return round(told + (_number(rest[1]) if rest else 0))


def _number(said: str) -> int:
    """A number in digits, Hangul or both: 3만 5천, 35,000, 삼만 오천, 1.5만."""
    total = section = 0.0
    for digits, unit in _PIECE.findall(re.sub(r"[,\s]", "", said)):
        if not digits and not unit:
            continue
        value = float(_DIGITS.get(digits, digits) if digits else 1)
        if unit in _LARGE:
            total, section = total + ((section + value) if digits else section or 1) * _LARGE[unit], 0
        else:
            section += value * _SMALL.get(unit, 1)
    return round(total + section)


_COUNT = re.compile(
    r"\d|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|스물)\s*(?:명|분|사람|번|건|개|곳|군데|가지|팀|집|쌍|통|권|회|세트|봉지|상자|꾸러미|장|줄"
    r"|가족|학생|손님|고객|업체|매장|가게|카페)"
    r"|(?:다섯|여섯|일곱|여덟|아홉|열|스물|셋|넷)\s?(?:중|가운데)(?:에서?)?\s?(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)"
    r"|(?<![가-힣])(?:절반|과반|반\s?(?:이상|수))"
)
_SOME = r"(?:\d{1,3}|한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉|열|일|이|삼)\s?"
_DEADLINE = re.compile(
    rf"(?:{_SOME}(?:주일|주|달|개월|일)|\d{{1,2}}월|사흘|나흘|닷새|엿새|이레|열흘|보름|일주일|연말|월말|말일|분기\s?말|학기\s?말|(?:이번|다음)\s?(?:주|달|분기|학기))"
    r"\s?(?:초|중순|말|안|내|이내|뒤|후|까지|전|동안)"
    r"|(?<!\d)\d{1,2}일\s?(?:에|쯤|날)"  # 20일에 다시
)
_DATE = re.compile(r"\d{2,4}-\d{1,2}-\d{1,2}|\d{1,2}\s?[/.]\s?\d{1,2}|\d{1,4}\s?[년월일]|\d{1,3}\s?(?:주|달|개월)")


def names_count(text: str) -> bool:
    """Whether a sentence names a number that is no date: 5명, 두 사람."""
    return bool(_COUNT.search(_DATE.sub(" ", _DEADLINE.sub(" ", text))))


_PEOPLE = re.compile(
    r"(?:\d|[일이삼사오육칠팔구십]|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇)\s?(?:명|사람|곳|군데|팀|집|가족|건|분(?!\s?(?:뒤|후|전|만|쯤|씩|안|정도)))"
)


def counts_people(text: str) -> bool:
    """Whether a sentence counts people, or places where they are: 세 명, 두 분, 3팀; 30분 뒤 is a time."""
    return _PEOPLE.search(text) is not None


def names_deadline(text: str) -> bool:
    """Whether a sentence names a time until which, without a day of the calendar: 2주 안에, 3월까지, 연말까지."""
    return bool(_DEADLINE.search(text))


_SPAN = re.compile(rf"(?:{_HOURS.pattern})(?:\s*(?:{_MINUTES.pattern}))?|{_MINUTES.pattern}")


def all_minutes(text: str) -> int | None:
    """How long all that a sentence names takes together: 수업 90분 준비 30분. None where it names no time."""
    told = [minutes(one[0]) for one in _SPAN.finditer(text)]
    return sum(one or 0 for one in told) if told else None


_PERCENT = re.compile(r"(\d{1,2})(?:\.\d+)?\s*(?:%|퍼센트|프로)")
_HUNDREDTHS = re.compile(r"([일이삼사]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])\s*(?:퍼센트|프로)")


def each_won(text: str) -> list[int]:
    """Every amount of money a sentence names, in won; of 3만~5만 원 both."""
    spread = re.sub(r"(\d[\d,.]*)\s*([만천])?\s*[~∼-]\s*(\d[\d,.]*\s*([만천]))", _both, text)
    found = (won(one[0]) for one in _AMOUNT.finditer(spread))
    return [amount for amount in found if amount is not None]


def _both(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2] or match[4]} 원 {match[3]}"


def percent(text: str) -> int | None:
    """The first percentage a sentence names, whole."""
    if found := _PERCENT.search(text):
        return int(found[1])
    spelled = _HUNDREDTHS.search(text)
    return _number(spelled[1]) if spelled else None


def of_others(text: str) -> bool:
    """Whether a sentence tells what others pay or take: 다른 분들은 2만 원에서 3만 원 받아요."""
    return bool(re.search("다른|남들|시세|보통|대개|비슷한|평균", text))


_SPELLED = r"[일이삼사오육칠팔구]?만\s?(?:[\d일이삼사오육칠팔구]\s?천)?"  # 만2천
_PER_HOUR = re.compile(
    rf"(?:(?:한|1)\s?시간\s?(?:당|에)|시간\s?당|시급(?:은|으로|이)?)\s*(?P<amount>{_AMOUNT.pattern}|{_SPELLED}|\d[\d,]{{2,}})"
)


def per_hour(text: str) -> tuple[int | None, str]:
    """What an hour shall bring, 시간당 3만, in won or None, and the text without it."""
    found = _PER_HOUR.search(text)
    if found is None:
        return None, text
    told = won(found["amount"])
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,.")
    rest = rest if re.search(r"\d|[가-힣]{3}", rest) else ""  # 정도, 요
    return (told if told is not None else _number(found["amount"].strip())), rest
