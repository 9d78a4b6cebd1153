"""Link codes that are brought along with words: 연결 NK9R-4JLX. Pure; their form is told by bot.record.link_codes."""

import re

_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}(?![A-Za-z0-9])|(?<![\d-])\d{6}(?![\d-])")
_LINKS = re.compile(r"연결|(?:인증|받은|보낸)\s?(?:코드|번호|숫자)")


def brings_code(words: str) -> bool:
    """연결 NK9R-4JLX, NK9R-4JLX로 연결해 주세요: nothing else is meant by it, whether the code holds or not."""
    return _LINKS.search(words) is not None and _CODE.search(words) is not None
