"""Numbers that claim something of the world, in a sentence: 28.6개월, 열에 셋은 not. Pure."""

import re

_UNIT = "%|퍼센트|명|곳|건|배|개월|개사|가구|만|억|조"
_COUNTED = re.compile(rf"\d[\d,.]*\s?(?:{_UNIT})")
_STATISTIC = re.compile(r"\d[\d,.]*\s?(?:%|퍼센트)|\d[.,]\d{1,2}(?!\d)\s?[가-힣]|평균\s?(?:약\s?)?\d")  # 28.6, 28,6
_TAX = re.compile(r"3[.,]3\s?%")  # what is kept back of a fee is the name of a rule, and no finding
_YEAR = re.compile(r"(?:19|20)\d\d")


def counts(sentence: str) -> bool:
    """Whether it counts or measures something; a year, a day and a telephone number do not."""
    return _COUNTED.search(sentence) is not None


def is_statistic(sentence: str) -> bool:
    """Whether it tells a share, a decimal or a mean: what somebody must have found out."""
    return _STATISTIC.search(_TAX.sub("", sentence)) is not None


def has_year(text: str) -> bool:
    """Whether a year stands in it."""
    return _YEAR.search(text) is not None
