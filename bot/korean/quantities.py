"""What a sentence counts: money (3만 원, 삼만 오천 원, ₩9,900, 무료), people and things (세 명, 12건). Pure."""

import re

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNITS = r"(?:\s*[억만천백십]\s*(?:\d+\s*[천백십]?\s*)*)"
_AMOUNT = re.compile(
    rf"{_NUMBER}{_UNITS}?\s*(?:원|won\b|krw\b)(?![가-힣]*[래칙])"  # 3만 5천 원; no 1원칙, no 2 원래
    rf"|{_NUMBER}\s*[억만천](?:\s*\d+\s*천?)?(?![\s가-힣]*[명개번분시회건곳장통])(?=\D|$)"  # 5만, but no 5만 명
    r"|[₩$]\s*\d"
    rf"|{_NUMBER}\s*(?:달러|불|dollars?|usd)\b"
    r"|[일이삼사오육칠팔구]?\s*[십백천만억][일이삼사오육칠팔구십백천만억\s]*원(?![가-힣]*[래칙])"  # 삼만 오천 원
    r"|(?<![가-힣])(?:무료|공짜)",
    re.IGNORECASE,
)


def names_amount(text: str) -> bool:
    """Whether a sentence names an amount of money, nothing at all among them."""
    return bool(_AMOUNT.search(text))


_COUNT = re.compile(r"\d|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s*(?:명|분|사람|번|건|개|곳|가지)")


def names_count(text: str) -> bool:
    """Whether a sentence names a number: 5명, 두 사람."""
    return bool(_COUNT.search(text))
