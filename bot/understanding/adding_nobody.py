"""Who says, where somebody is asked for, that nobody shall be added: 그 사람은 안 넣을래요. Pure."""

import re

from bot.message import Go
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning

LONGEST = 40  # characters
_ADD = r"(?:넣|더하|더할|적|쓰|쓸|추가하|추가할|추가|올리|올릴|입력하|입력할|할)"
_MINE = r"(?:을?래|을?게|고\s?싶|으?려|어도|아도|해도|겠|ㄹ래|지\s?않을)"
_REFUSES = re.compile(
    rf"(?:^|\s)(?:안|그만)\s?(?:{_ADD}\s?{_MINE}|써도|쓸[래게]|적어도|넣어도|추가해도|추가할|더할|할[래게])\S*(?:\s(?:싶|돼|되|해)\S*)?$"
    rf"|(?:넣|적|쓰|올리|더하|추가하)(?:지|기)(?:는|도)?\s?(?:말|마|않을|싫)\S*(?:\s?주?세?요)?$"
    r"|^(?:아니\s?|음\s?|근데\s?)*(?:[그이저]\s?(?:사람|분|친구|언니|오빠|형|누나|손님|사장님|애|아이)\S?|아무도|한\s?명도)\s?(?:은|는)?\s?"
    r"(?:말고|빼고|뺄|빼|제외|됐|싫)\S*(?:\s싶\S*)?$"
)
_ROW = re.compile(r"^.{1,20}?\s[-–—:]\s")


def adds_nobody(heard: Heard) -> Meaning | None:
    """It is heard, and the question stays open; what somebody else does not want is a reason: 안 쓰고 싶대요."""
    if heard.expects is None or heard.expects.command != "add-person" or len(heard.words) > LONGEST:
        return None
    said = _ROW.sub("", heard.words).strip(" .!~ㅠㅜ")
    if heard.reading.asks or said.endswith(("대요", "대", "다네요", "대서")) or not _REFUSES.search(said):
        return None
    return Meaning(Go("talk", f"nobody_added {heard.words}"))
