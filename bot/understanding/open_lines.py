"""Open questions that would take any words, and what is none of their answers: it is said to us. Pure."""

import re

from bot.korean.cues import promises
from bot.korean.oneself import is_person
from bot.korean.quantities import names_amount
from bot.understanding.acts import Act
from bot.understanding.first_questions import asks_job, is_moment, names_a_job
from bot.understanding.heard import GIVES, Heard
from bot.understanding.otherwise import hardly_answers, said_otherwise, surely_answers

LONGEST = 40  # characters of a time
MOST_WORDS = 5  # of it
LEFT_OUT = "-"  # said in place of a line, a pause, a job or a promise: there will be none now
OPEN_LINES = frozenset(
    {"write", "promise", "intend", "trade", "job", "call", "reported", "recalled", "add-person", "cue"}
)
"""Open questions that would take any words."""
ABOUT_ONESELF = frozenset({"trade", "job"})
"""Questions whose answer names what somebody does, and asks nothing."""
LEAVES_OUT = frozenset({Act.SKIP, Act.UNKNOWN_ANSWER})
"""What every open question hears itself."""
_LABELLED = re.compile(
    r"(?:[.,:]|요|다|것|함|음)\s*(?:의견|사실|미확인|본\s?것|들은\s?것)(?:이에요|예요|입니다|임|이요|요)?[.!~]*$"
)
_RECORD = re.compile(  # 1회 20분→8분: figures that were taken down, one beside the other
    r"\d\s?(?:분|초|시간|원|명|건|장|줄)?\s?(?:→|->|=>)\s?\d|\d\s?(?:회|회차|번째|차)\D{0,6}\d+\s?(?:분|초).*\d+\s?(?:분|초)"
)
_PARTS = re.compile(r"\s?/\s|\n")
_LABEL = re.compile(r"\s?\S{1,12}\s?[:：]\s?\S")
"""말티즈: 좋아요 / 푸들: 비싸요."""
_ASKS = re.compile(r"몇\s?(?:분|시간|주|달|개|강|번|살)|얼마나")
_LIMIT = re.compile(r"까지만|안쪽으로만|이내로만|넘지\s?않|넘기지\s?않|넘게는?\s?안|이상은\s?안")
_AMOUNT = re.compile(
    r"(?:\d|[한두세네열만천백]|다섯|여섯|몇)[\s가-힣]{0,4}(?:시간|분|원|번|명|개|일|주|달|권|곳|시)(?=[가-힣]{0,4}까지만|.*(?:안쪽|이내|넘|이상))"
)
_TWO = re.compile(r"[가-힣][.!]\s+[가-힣]")  # sentences: 출근하는 분. 브레이크 소리로 민원 받으심
_WANTS = re.compile(
    r"(?:[을를]\s\S+서\s.*|[와과랑]\s.*|어\s?주|아\s?주|해\s?주|워\s?주)\S*(?:고\s?싶|려고)[가-힣]{0,4}[.!~\s]*$"
)
_OURS = re.compile(
    "설계서|레슨|강의|수업|문제|퀴즈|알림|알람|예시|설명|줄|글|답|질문|기록|계정|다시|그만|나중|내일|오늘|이거|그거|여기|코드|봇"
)
_MONEY = re.compile(r"시간당|\d\s?원|[만천백]\s?원|[일이삼사오육칠팔구십백천만]원|재료비|회당|건당")
_WILL = re.compile(r"[게래]요?[.!~]*$")
FEWEST = 3  # words of a plan of one's own
_OF_SOMEBODY = re.compile(r"[가-힣](?:한|는|은|운|던|할|된|난)\s(?:\S+\s){0,2}\S{2,}$")
_OF_TODAY = re.compile("오늘|지금|내일|이번|알림|알람|보내|여기")


def is_chat(heard: Heard) -> bool:
    """Whether the words are said to us, and are no line of a plan, promise or trade."""
    expects = heard.expects
    if expects is None or expects.command not in OPEN_LINES or heard.reading.act in LEAVES_OUT:
        return False
    if expects.command == "add-person" and ("\n" in heard.words or heard.reading.contact):
        return False  # a list, or a number that will be masked
    if (is_moment(heard) and not (heard.reading.past and hardly_answers(heard))) or _promises(heard):
        return False
    if expects.command == "write" and heard.reading.contact and heard.words.count("\n") > 1:
        return False  # a list with a number in it
    if expects.command == "call" and heard.reading.act is Act.QUESTION:
        return "?" in heard.words or " " in heard.words  # 민지요 only sounds like a question
    if expects.command == "write" and any(holds(heard) for holds in (_is_limit, _is_plan, _is_noted, is_audience)):
        return False
    if asks_job(heard) and names_a_job(heard):
        return False
    if expects.command in ABOUT_ONESELF and _ASKS.search(heard.words):
        return True
    if _is_bare_time(heard) or said_otherwise(heard):
        return True
    return not heard.reading.may_be_line and not (expects.command == "write" and surely_answers(heard))


def _promises(heard: Heard) -> bool:
    """퇴근길에, 두 분께 전화할게요: where next week's promise is asked for, and nothing is wished of us."""
    asked = heard.expects is not None and heard.expects.command == "promise"
    act = heard.reading.act
    says_so = act in (Act.NONE, Act.STATEMENT) or (act is Act.WISH and _WILL.search(heard.words))
    return asked and bool(says_so) and not heard.reading.asks and promises(heard.words)


def _is_bare_time(heard: Heard) -> bool:
    """저녁 8시: it may be a line about one's work, or meant for the reminders."""
    short = len(heard.words) <= LONGEST and len(heard.words.split()) <= MOST_WORDS and not _TWO.search(heard.words)
    if not short or not heard.reading.plain_noun or not heard.timely:
        return False
    return not (names_amount(heard.words) or _MONEY.search(heard.words))


def takes_any(heard: Heard) -> bool:
    """Whether a question is open that takes the words, whatever they are."""
    expects = heard.expects
    return expects is not None and expects.command in OPEN_LINES and not is_chat(heard)


def _is_plan(heard: Heard) -> bool:
    """사진을 배워서 가게에 쓰고 싶어요: what somebody wants to do themselves, and nothing of ours."""
    gives = GIVES.search(heard.words)
    wants = _WANTS.search(heard.words) and (gives or not _OURS.search(heard.words))
    return bool(wants) and heard.reading.act is Act.WISH and len(heard.words.split()) >= FEWEST


def _is_noted(heard: Heard) -> bool:
    """허리가 아파서요. 사실, 1회 20분→8분: with the label that the lessons ask for, with its figures, or by labels."""
    return bool(_LABELLED.search(heard.words) or _RECORD.search(heard.words) or _labelled_twice(heard.typed))


def _labelled_twice(words: str) -> bool:
    return sum(_LABEL.match(part) is not None for part in _PARTS.split(words)) > 1


def is_audience(heard: Heard) -> bool:
    """손님에게 뭐라고 써야 할지 막막한 사장님: who is told of, and named last, is whom a line is for."""
    words = heard.words.rstrip(" .!~")
    return heard.reading.plain_noun and _OF_SOMEBODY.search(words) is not None and is_person(words.split()[-1])


def _is_limit(heard: Heard) -> bool:
    """토요일 오전 두 시간까지만 할래요: a wish about one's own work is a line of it."""
    limits = _LIMIT.search(heard.words) and _AMOUNT.search(heard.words)
    return bool(limits) and not _OF_TODAY.search(heard.words)
