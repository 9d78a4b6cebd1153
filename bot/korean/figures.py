"""Numbers that claim something of the world, in a sentence: 28.6개월, 열에 셋은 not. Pure."""

import re

_UNIT = "%|퍼센트|명|곳|건|배|개월|개사|가구|만|억|조"
_COUNTED = re.compile(rf"\d[\d,.]*\s?(?:{_UNIT})")
_SOME = r"(?:\d+|[열백천한두세네]|다섯|여섯|일곱|여덟|아홉)\s?(?:명|곳|가구|사람)"
_FEW = "(?:[두세네열백]|다섯|여섯|일곱|여덟|아홉)"
_OF = "(?:개월|퍼센트|시간|[가-힣])"  # what a mean is counted in, quoted whole
_MONEY = "(?:과태료|과징금|벌금|매출|수익|소득|연봉)"
_STATISTIC = re.compile(
    r"\d[\d,.]*\s?(?:%|퍼센트)(?!\S{0,2}\s?(?:떼|할인|세금|이자))"  # what is taken off a price or a pay is no finding
    rf"|평균\s?(?:약\s?)?\d[\d.,]*\s?{_OF}?|\d+[.,]\d{{1,2}}(?!\d)\s?{_OF}"  # 28.6, 28,6
    rf"|\d[\d.,]*\s?배(?![달송])|{_FEW}\s배(?=[가로나쯤])"  # so many times as much
    rf"|{_MONEY}\S{{0,4}}\s(?:\S+\s){{0,2}}?\d[\d,.]*\s?[백천]?[만억]?\s?원"  # what is earned, or fined
    rf"|{_SOME}\s?(?:중|가운데)\s?(?:에\s?)?{_SOME}|\d[\d.,]*\s?(?:만|억)\s?명"
    r"|(?:조사|통계|연구)(?:에 따르면|에 의하면)"
)
_TAX = re.compile(r"3[.,]3\s?%")  # what is kept back of a fee is the name of a rule, and no finding
_YEAR = re.compile(r"(?:19|20)\d\d")


def counts(sentence: str) -> bool:
    """Whether it counts or measures something; a year, a day and a telephone number do not."""
    return _COUNTED.search(sentence) is not None


def statistic_in(sentence: str) -> str:
    """The share, decimal, mean, multiple, sum earned or fined, or count of people that it tells, which somebody must
    have found out; or ""."""
    found = _STATISTIC.search(_TAX.sub("", sentence))
    return found[0] if found else ""


def has_year(text: str) -> bool:
    """Whether a year stands in it."""
    return _YEAR.search(text) is not None
