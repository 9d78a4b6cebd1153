"""Ways round and back through the questions of the first minute: to begin at once, and to correct the job. Pure."""

import re

from bot.korean.oneself import is_person, job_of
from bot.korean.time.scan import scan, spelled
from bot.korean.work_verbs import worked
from bot.message import Go
from bot.understanding.first_questions import FIRST_QUESTIONS
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning

LONGEST = 60  # characters
WITHOUT = "\\"  # before the label of what is denied, and offered no more
_HURRY = (
    r"(?:됐고|됐어요|그냥|걍|빨리|얼른|바로|일단|어서|당장|냉큼|질문은?|묻지\s?말고|묻지\s?마시고|물어보지\s?말고"
    r"|(?:이런\s?거|그런\s?거|설명|소개|질문|얘기|인사|설문|조사|물음)[은는도]?\s?(?:말고|빼고|됐고|필요\s?없고|생략하고))"
)
_LESSON = r"(?:(?:첫|1|일|제일\s?첫)\s?(?:번째\s?)?(?:레슨|강의|강|수업|과)|레슨|강의|수업|공부|본론|본문)"
_BEGINS = re.compile(
    rf"(?:(?:아|음|네|저는|전|안녕하세요|하이|근데|그럼|{_HURRY})[\s,!.]+)*"
    rf"(?:{_LESSON}부터|{_HURRY}\s?{_LESSON}(?:을|를|으로|로)?|{_LESSON}(?:을|를|으로|로)?\s?(?:바로|당장|얼른|빨리))\s?(?:바로|당장|얼른|빨리|좀|그냥)?\s?"
    r"(?:하|할|합|해|시작|볼|봅|보|봐|갈|갑|가|들|열|주|줘|배[우울워]|고)\S{0,8}(?:\s?(?:싶\S{0,4}|줘요?|주세요|주실\S*|볼\S{1,3}))?"
    r"(?:[\s,.!~ㅋㅎ]+(?=.*(?:물어|묻|질문|귀찮|질색|싫|됐|급|성격|바쁘|바빠)).{0,30})?[.!~ㅋㅎ\s]*"
)
"""바로 1강부터 봅시다 이것저것 물어보는거 딱 질색"""
_NOW = re.compile(
    rf"(?:(?:아|음|네|저는|전|근데|그럼|{_HURRY})[\s,!.]+)*(?:지금\s?)?(?:바로|당장|얼른|빨리|{_LESSON}나)\s?(?:좀\s)?"
    r"(?:시작|배[우울워]|해\s?[볼보봐]|하고\s?싶|할[래게]|하자|하면|열어|틀어|공부)\S{0,8}[.!~ㅋㅎ\s]*"
)
"""설문 말고 바로 배우기, 질문 됐고 강의나 틀어 봐, 지금 당장 하고 싶은데"""
_NOT_THE_JOB = re.compile(
    r"(?:(?:아니[요다야]?|아뇨|아냐|아차?|앗|어|잠깐만?요?|죄송\S*|참)[\s,.!…]+)*"
    r"(?P<old>[가-힣A-Za-z][가-힣A-Za-z\s]{0,18}?)(?:[이가은는]|이라고\s?했는데)?\s?(?:아니고요?|아니구요?|아니라|말고|아니에요|아니예요|아닙니다|아니야|아님)[\s,.!]+"
    r"(?:저는\s|전\s|사실\s|실은\s|정확히는\s)?(?P<job>[가-힣A-Za-z][가-힣A-Za-z\s]{0,18}?)\s?(?P<is>이?요|이?에요|예요|입니다|이야|임|쪽이?[요에예]\S*|해요|합니다|하고\s?있\S*)?[.!~ㅋㅎ\s]*"
)

_DENIED = (
    r"(?:은|는|이|가|도|을|를|에|까지는)?\s?(?:아닌데요?|아니[에예]요|아니요|아닙니다|아녜요|아님|아니야|아니라서요?"
    r"|(?:안|못)\s?[가-힣]{1,6}|없(?:어요?|는데요?|습니다|음)|싫(?:어요?|은데요?|습니다|음)|별로(?:예요|에요|임)?)[.!~ㅠㅜㅋㅎ\s]*"
)
_LEAD = r"(?:(?:저는?|전|음|근데|아니|아뇨)[\s,.]+)*"


def hurries(heard: Heard) -> Meaning | None:
    """그냥 바로 수업부터 할래요, of a stranger or at one of the first three questions: the first lesson at once, or
    behind the last of them the screen that opens it.
    """
    asked = heard.expects.command if heard.expects else ""
    new = heard.screen is None and "today" in heard.vocabulary.latin
    if not (new or asked in FIRST_QUESTIONS) or len(heard.words) > LONGEST or heard.reading.asks:
        return None
    go = heard.expects.saying("-") if heard.expects and asked == "intend" else Go("today")
    now = asked in FIRST_QUESTIONS and _NOW.fullmatch(heard.words)
    return Meaning(go) if now or _BEGINS.fullmatch(heard.words) else None


_AMISS = re.compile(
    r"(?:(?:아|앗|어|아차|잠깐만?|저)[\s,.!…]+)*(?:아까\s|방금\s)?(?:직업|하는\s?일|일|직종|업종)(?:을|은|이)?\s?"
    r"(?:잘못|틀리게|틀렸|다르게|바꿀|바꾸|고칠|고치|다시|새로|수정)\s?(?:눌|쓰|썼|적|골|고른|말|할|하|래|고|싶|어|는)?\S{0,8}[.!~ㅠㅜ\s]*"
)


def asks_the_job_again(heard: Heard) -> Meaning | None:
    """앗 직업 잘못 썼는데, at the questions behind it: it is asked once more, and nothing else is lost."""
    asked = heard.expects.command if heard.expects else ""
    behind = asked in {"hour", "intend"} and not heard.reading.asks and len(heard.words) <= LONGEST
    return Meaning(Go("trade")) if behind and _AMISS.fullmatch(heard.words) else None


def job_corrected(heard: Heard) -> Meaning | None:
    """아니다 인테리어가 아니고 간판집이요, right after the job was taken: the job that is meant instead of the one that
    was said back. Where no such job is on the screen, both have to be jobs we know.
    """
    asked = heard.expects.command if heard.expects else ""
    found = _NOT_THE_JOB.fullmatch(heard.typed) if asked in {"hour", "intend"} and len(heard.words) <= LONGEST else None
    if found is None or heard.screen is None or heard.reading.asks or scan(spelled(heard.words)).tokens:
        return None
    said_back = asked == "hour" and any(found["old"] in bubble for bubble in heard.screen.bubbles[:-1])
    meant = found["job"] + (found["is"] or "")
    jobs = all(is_person(job_of(one)) or worked(job_of(one)) for one in (found["old"], meant))
    return Meaning(Go("instead", meant)) if said_back or jobs else None


def denies_what_is_offered(heard: Heard) -> Meaning | None:
    """소상공인은 아닌데요, 커피는 안 마셔요: what a button offers is denied, and the question stands."""
    asked = heard.expects.command if heard.expects else ""
    if asked not in {"trade", "intend"} or heard.screen is None or heard.reading.asks or len(heard.words) > LONGEST:
        return None
    for button in heard.screen.buttons:
        word = re.sub("[을를에]$", "", next(iter(re.findall("[가-힣]{2,}", button.label)), ""))
        if word and re.fullmatch(f"{_LEAD}{word}{_DENIED}", heard.words):
            return Meaning(Go(asked, f"{WITHOUT} {button.label}"))
    return None
