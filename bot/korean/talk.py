"""Whether words are talk and name nothing: a question, a sentence with a verb, laughter, two things at once. Pure.

Words of greeting and the like are sayings, and stand with the sentences (locales/).
"""

import re
import unicodedata

from bot.korean.answer_frame import named, opened
from bot.korean.answers import LONGEST, plain

_ASKS = re.compile(
    r"(?:^|\s)(?:뭐|뭔|뭘|머(?:더라|였|지|야|임)|무슨|무엇|왜|어떻게|어떤|어때|언제|누구|누가|어디|어느|얼마|몇)"
)
_DENIES = re.compile(r"(?:^|\s)(?:안|못)\s|아니|아닌|아님|아녜|아냐|않|지 ?마|말고|빼고|리[가는도]?\s?(?:없|만무)")
_TWO_AT_ONCE = re.compile(r"\S(?:이?랑|하고|이나|과|와|나)\s+\S|\s(?:또는|혹은|아니면|or|및|그리고)\s|\S\s*[,/]\s*\S")
_FINITE = re.compile(  # how a sentence ends that is no noun with 이다
    r"(?:[어아해워여와져려겨춰봐줘세셔네게께래까나거든잖아]요|[은는던]가요|[는은던운]데요?|니[다까]|합시다|[하가보]자|해자|[할볼줄될갈올]게|[할볼줄될갈올]래|"
    r"[할볼줄될갈올]까|[뛰쉬풀읽쓰먹놀]자|있[지네나]|[웃생]기네|줘라?|주라|해라|싶[어다]|없[어다음]|있[어다음]|좋[아다]|싫[어다]|[했됐봤갔왔았었겠][어다음지네]|[한는된간온]다|거든|잖아|하네|"
    r"해줘|할래|죠|텐데|[밌있없좋싫렵쉽])$"
)
_SUBJECT_AND_VERB = re.compile(r"[은는을를이가도]\s+\S*[요다][\s.!~]*$")
_JUST_NOW = re.compile(
    r"^(?:(?:저|나)는?\s+|[전난]\s+)?(?:지금|오늘(?:은|만)?|어제는?|내일(?:은|만)?|아까|방금|요즘은?|이따가?|벌써|드디어|며칠째|맨날|알림|알람)\s+\S+"
)
_REMARKS = re.compile(  # 글이 너무 딱딱해
    r"[은는을를이가도]\s+(?:\S+\s+)?\S+(?:[해아네워져려겨]|[을은는] 것 같아요?)$"
    r"|^저\s\S+\s\S+(?:인데|이에|예|입니다)요?$|\s좀요?$"
    r"|^\S+보단?\s"
    r"|[어아해워여와려져][서]?\s?(?:죽[어겠는을음]|디지|뒤지|미치|돌아버리|환장|숨넘어)"  # 귀여워 죽어 이모티콘
)
_ABOUT = re.compile(r"^\S*[가-힣](?:은|는|에는|에|면|로)\s+\S.*(?:[요다네]|돼)[\s.!~]*$")  # 남편은 마케터예요
_AT_LENGTH = re.compile(r"(?:\S+\s+){2,}\S*(?:[요다네]|돼)[\s.!~]*$")  # 새벽 5시는 말도 안 돼
_TELLS = re.compile(
    r"(?:(?<!모르)(?:[았었했졌왔갔봤렸났](?:다|네요?|어요?|음|지)|고\s?싶(?:다|네요?|어요?)|는\s?중(?:이에요|임|이다)?)|[왔갔났했]는데|말인데)"
    r"[\s.!~ㅠㅜㅋㅎ…^;]*$"
)
_TODAY = re.compile("오늘|지금은|여기까지|이만|이쯤|이 정도")
_TOLD_BY = 40  # characters at the end that tell it
_LAUGHS = re.compile(r"(?:하{2,}|히{2,}|헤{2,}|호{2,}|크{2,}|푸하+|ㅋ|ㅎ|ㅠ|ㅜ)+")


def tells(words: str) -> bool:
    """Whether the words tell of the one who says them and ask for nothing: 커피 쏟았다, 집에 가고 싶다."""
    return _TELLS.search(words[-_TOLD_BY:]) is not None and not _ASKS.search(words)


def is_talk(words: str) -> bool:
    """Whether the words say something else than a name; so are more than LONGEST characters, and no letters at all."""
    if len(words) > LONGEST or not any(sign.isalnum() for sign in words):
        return True
    said = unicodedata.normalize("NFC", words).strip()
    if said.endswith(("?", "？")) or _LAUGHS.fullmatch("".join(said.split()).rstrip(".!~^")):
        return True
    if any(pattern.search(said) for pattern in (_ASKS, _DENIES, _TWO_AT_ONCE, _JUST_NOW, _REMARKS)) or _only_jamo(said):
        return True
    bare = plain(said)
    name = named(bare)
    if _ABOUT.search((opened(said) or [said])[-1]) or (not name and _AT_LENGTH.search(said)):
        return True
    return bool(_FINITE.search(name or bare)) or (not name and bool(_SUBJECT_AND_VERB.search(said)))


def _only_jamo(said: str) -> bool:
    """Whether nothing but loose consonants and vowels was typed."""
    return all("ㄱ" <= letter <= "ㅣ" for letter in said if not letter.isspace())


def only_today(words: str) -> bool:
    """Whether who says that it is enough says so of this day: 오늘은 여기까지만."""
    return _TODAY.search(words) is not None
