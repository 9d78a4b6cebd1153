"""Whether what is written here is sold, handed on or taught to a machine: 제가 쓴 글 어디 팔거나 하진 않죠? Pure."""

import re

from bot.message import Go
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.open_lines import OPEN_LINES

LONGEST = 50  # characters
_OURS = re.compile(
    r"(?:제|내|저의|나의|우리)\s?(?:글|줄|답|말|얘기|이야기|정보|데이터|기록|내용|연락처|번호|사연|개인정보)"
    r"|개인정보|(?:쓴|적은|남긴|보낸)\s?(?:글|줄|답|말|거|것|걸|내용)|(?:쓰|적으)면|(?:쓰|적)는\s?(?:거|것|글)"
)
_SOLD = re.compile(
    r"(?<![가-힣])(?:팔(?:아|거나|고|지|려|릴|리|았)|파(?:나|는|냐|니|시|세)|팝니|판매(?:하|되|해)?)|팔아먹"
    r"|(?:넘[기겨긴길]|제공|거래)\S{0,4}(?:나|는|냐|죠|지|까|진|요|거)|학습\s?(?:시키|시켜|에|용)|돈\s?(?:벌|버[는나]|버시)|광고\S{0,3}\s?(?:에|로)?\s?(?:써|쓰|넘|이용|활용)"
    r"|(?:남|다른\s?(?:사람|회사|곳|데))\S{0,2}\s(?:\S+\s){0,3}(?:주는|줘요|주나|팔|파는|넘)"
)
_WANTS = re.compile(r"고\s?싶|(?:려고|려는|려면|ㄹ까|팔까|팔면)")  # 제 글을 팔고 싶은데 어떻게 해요
_FORBIDS = re.compile(r"(?:지|지는|진)\s?(?:마|말아)")


def asks_whether_sold(heard: Heard) -> Meaning | None:
    """The words are a question about one's own words here, or forbid it; a line that sells something asks nothing."""
    if heard.claimed or len(heard.words) > LONGEST or heard.screen is None or _WANTS.search(heard.words):
        return None
    if not (_OURS.search(heard.words) and _SOLD.search(heard.words)):
        return None
    asked = heard.expects.command if heard.expects else ""
    by_ending = heard.words.endswith(("죠", "지", "죠?", "지?")) or _FORBIDS.search(heard.words)
    asks = heard.reading.asks or (by_ending and asked not in OPEN_LINES)
    return Meaning(Go("talk", f"not_sold {heard.words}")) if asks else None
