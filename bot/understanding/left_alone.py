"""What people say they will not do, or forbid: then everything stays as it is, and nothing of it is offered. Pure."""

import re

from bot.korean.conjugation import conjugated
from bot.message import Go
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning

LONGEST = 100  # characters
_CHANGES = (
    "바꾸 고치 옮기 끄 지우 없애 빼 줄이 늘리 늦추 당기 멈추 미루 쉬 그만두 관두 건너뛰 넘기 넘어가 되돌리 "
    "탈퇴하 수정하 변경하 삭제하 취소하 포기하 초기화하 해지하 중단하 연기하 그만하"
)
_OF_A_QUESTION = re.compile(
    "알림|알람|건너|넘[기길겨어]|탈퇴|쉬|쉴|그만|관[두둘둬]|포기|중단|취소"
    "|^(?:[내제] ?)?(?:기록|데이터|글)|^(?:절대 )?지[우울]"
)
_RESTS = re.compile("쉬[지진고기]|쉴|쉬어")


def _left(stems: str) -> re.Pattern[str]:
    """What says that none of this will be done: 바꾸지 않을래요, 탈퇴 안 할래요, 끄고 싶지 않아요, 지울 생각 없어요."""
    forms = [form for stem in stems.split() for form in conjugated(stem)]
    stem, will, done, ifs, tells = ("|".join(form for mark, form in forms if mark == one) for one in ("", *"ㄹ아으ㄴ"))
    nouns = "|".join(one[:-1] for one in stems.split() if one.endswith("하"))
    meant = r"(?:[래게께]|\s?[거것]|\s?생각|\s?계획)"
    ways = (
        rf"(?:{stem})[지진](?:는|도|를)?\s?(?:않(?:을{meant}|고\s?싶|았으면|기로|아도|겠|으려)|말(?!고)|마)",
        rf"(?:{stem})고\s?싶(?:지는|지도|지|진)\s?않",
        rf"(?:{stem})고?\s?싶은\s?(?:생각|마음)\S?\s?없",
        rf"(?:{stem})기\s?(?:는\s?)?싫",
        rf"(?:{stem})(?:겠다|자|려|려고|라|으라)(?:는|고\s?한|던)\s?(?:거|게|건|것|뜻|말|얘기|이야기)(?:은|는|이|가|도)?\s?아[니닌녜]",
        rf"(?:{will})\s?(?:생각|마음|맘|뜻|계획|필요)(?:은|는|이|도|까지는?)?\s?(?:전혀\s|아직\s|별로\s)?(?:없|안\s?[드들]|아니)",
        rf"(?<![동제방평불시])안\s?(?:(?:{will}){meant}|(?:{stem})려[고구]|(?:{tells})다(?:고|구|니까))",
        rf"(?<![동제방평불시])안\s?(?:{done})도\s?(?:돼|되|괜찮|좋)",
        rf"(?:{ifs}|(?:{done})\s?버리)(?:시|셨)?면\s?(?:절대\s|진짜\s)?안\s?[돼되됩]",
        rf"(?:{nouns})(?:은|는|을|를|도|까지는?)?\s?안\s?(?:할{meant}|하려[고구]|한다(?:고|구|니까)|해도\s?(?:돼|되|괜찮|좋)|하고\s?싶)",
    )
    no, told = r"(?:아니[요에]*[,.]?\s|아뇨[,.]?\s)?", r"[가-힣\s]{0,9}[.!~ㅎㅋㅠ]*"
    before = r"(?:(?!\S*(?:고|구|줘|요|대신|말고|다음에|남|고객|손님)\s)\S{1,14}\s){0,7}\S{0,6}?"
    then = r"(?:\s(?:일단|좀|조금|더|생각|고민|천천히|이따|나중에|그냥|잠깐)[가-힣\s]{1,16}[.!~ㅎㅋㅠ]*)?"
    return re.compile(f"{no}{before}(?:{'|'.join(ways)}){told}{then}")


_LEFT = _left(_CHANGES)
_UNTOLD = re.compile(  # 끄란 말 아니었어요, 그만둔다고 한 적 없어요
    r".{0,30}(?:[란단]|라는|라고|[다자]고|[다자]는)\s?(?:말|소리|얘기|이야기|뜻|거|게|건|적|한\s?적)(?:은|는|이|가|도)?"
    r"\s?(?:아[니닌녜닙]|안\s?했|한\s?적\s?없|없)[가-힣\s]{0,9}[.!~ㅋㅠ]*"
)
_NOT = re.compile("[않말마싫없안닌녜닙]|아니")


def left_alone(heard: Heard) -> Meaning | None:
    """시간은 바꾸지 않을래요: all stays as it is. At a question or a line, where it is about the lesson itself."""
    if len(heard.words) > LONGEST or not _NOT.search(heard.words):
        return None  # nearly always
    if not (_LEFT.fullmatch(heard.words) or _UNTOLD.fullmatch(heard.words)) or heard.reading.asks:
        return None
    asked = heard.expects.command if heard.expects else ""
    if asked in {"answer", "write"} and (heard.claimed or not _OF_A_QUESTION.search(heard.words)):
        return None
    rests = _RESTS.search(heard.words) is not None
    if rests and asked == "rest":
        return None  # the pause that is asked about is left out
    return Meaning(Go("no-rest") if rests else Go("talk", f"stays {heard.words}"))
