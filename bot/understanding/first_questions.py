"""What is said to the three questions of the first minute: a job, an hour, a moment. Pure."""

import re
import unicodedata
from collections.abc import Iterator

from bot.korean import when
from bot.korean.cues import cue_said, names_no_moment
from bot.korean.oneself import asks, is_person, job_and_more, job_as_told, job_of
from bot.korean.time.clocks import CLOCKS
from bot.korean.time.scan import scan, spelled
from bot.korean.work_verbs import worked
from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.intents import ENGLISH, OTHER
from bot.understanding.names import Meaning, timely
from bot.understanding.sayings import NO

FIRST_QUESTIONS = frozenset({"trade", "hour", "intend"})
"""What the questions expect."""
ABOUT_JOBS = frozenset({"lost_job", "change_jobs", "cannot", "jokes"})
"""Intents that may tell what somebody does for a living, unless they wish or ask: 글 써요."""
FIVE = Go("precheck")
"""What is offered right after the last of them."""
ABOUT_HOURS = frozenset({"any_hour", "irregular", "own_time"})
FOREIGN = frozenset({ENGLISH, OTHER})
LONGEST_BOTH = 60  # characters of a job and an hour
LONGEST_JOB = 6  # words of English
HALVES = frozenset({"am", "pm", "dawn", "morning", "noontime", "evening", "night"})
"""Parts of the day that only say which half an hour is of."""
_HURRIES = re.compile(
    r"(?:됐고|그냥|빨리|얼른|바로|일단|어서)[^,.]{0,6}\s?시작"
    r"(?:하자|합시다|해요?|할래요?|할게요?|하죠|하고 싶어요)[!.~]*$"
)
_AN_HOUR = r"(?:\d{1,2}|[한두세네]|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?시(?:\s?반|\s?\d{1,2}분)?"
_IS_BAD = (
    r"(?:은|는)?\s?(?:좀\s?|너무\s?)?"
    r"(?:힘들|안\s?되|안\s?돼|어렵|바쁘|못\s?보|무리|별로|일러|이르|늦|늦어|빨라|빠르|싫)이?(?:고|구|니까|은데|는데|서|라서|라|네요)"
)
_ONLY_AN_HOUR = (  # 9시로요, 그럼 저녁 7시가 좋아요
    rf"(?:(?:그럼|차라리|그냥|그러면|음|전|저는)\s)*(?:(?:아침|오전|점심|낮|오후|저녁|밤|새벽)\s?)?{_AN_HOUR}(?:로|에|쯤|으로|가|이|면|정도)*\s?"
    r"(?:이?요|이?에요|예요|할게요?|할래요?|해\s?주세요|해\s?줘요?|부탁\S*|좋\S*|될\S*|되\S*|돼\S*|보내\s?\S*|바꿔\s?\S*|하죠|합시다)?[.!~\s]*"
)
_NOT_THAT_HOUR = re.compile(
    rf"{_AN_HOUR}(?:[가이]?\s?(?:아니고|아니라|아니구|말고)(?:[\s,]+|(?=\d))|{_IS_BAD}[\s,]+)(?P<hour>.*{_AN_HOUR}.*)$"
    rf"|^.{{0,12}}?{_AN_HOUR}(?:은|는)\s?(?:제가\s|좀\s|너무\s|저한텐\s)*(?:힘들|안\s?[돼되]|어렵|어려|바빠|바쁘|못\s?\S|무리|별로|일러|이르|늦|빨라|빠르|싫)"
    rf"[가-힣]{{0,4}}[.!~,\s]+(?P<instead>{_ONLY_AN_HOUR})$"
)
_NOT_WANTED = re.compile(
    rf"{_AN_HOUR}(?:은|는)?\s?(?:빼고|제외하고|제외|말고)[\s,]*(?:나머지는?\s?)?(?:아무|언제|다\s?(?:돼|되|괜찮))|{_AN_HOUR}(?:은|는|엔|에는)\s?(?:좀\s?|너무\s?|제가\s?)*"
    r"(?:힘들|힘드|안\s?되|안\s?돼|안\s?됩|어렵|어려|바쁘|바빠|바쁩|못\s?보|못\s?봐|무리|별로|일러|이르|늦|빨라|빠르)"
    r"[가-힣]{0,4}[.!~ㅠㅜ\s]*$"
)
CLEAR = ("daily", "weekdays", "weekends", "weekly")
"""How a rhythm begins that needs no question."""
_PART = "(?:아침|오전|점심|낮|오후|저녁|밤|새벽)"
_NOT_THAT_PART = re.compile(
    rf"(?:(?:아니[요다]?|아뇨|음|아|그럼|그냥)[\s,]+)?(?:알림|알람|시간|레슨)?(?:은|을|도)?\s?{_PART}(?:은|에|시간은?)?\s?(?:말고는?|말구|대신|빼고|아니고|아니구)[\s,]+(?P<rest>{_PART}(?:\s?{_AN_HOUR}(?:쯤|경)?)?(?:에|으로|로|이?요|시간\S*)?(?:[이가]?\s?(?:좋|괜찮|편하|편해|바꾸|바꿔|바꿀|옮|받|보내|와|오|주세요|줘|해|할|하|요|이요|부탁)\S*(?:\s\S+)?)?)[.!~]*$"
)
_EVERY_DAY = re.compile("매일|날마다|맨날|자주")
_LIKES_NOT = re.compile("(?:아니|아뇨|전|저는|난)*싫(?:어|은데|다|네|습니다|거든|다고|다니까)요?")
_PASSED = re.compile("(?:그냥|일단|이건|음|아)*(?:넘어가|넘기|넘겨|건너뛰|건너뛸|패스|스킵|통과)[가-힣]{0,5}")
_MUSES = re.compile(r"\S(?:년|달|개월)\S{0,2}\s?(?:됐나|되나|인가|됐던가|됐지)[.~ㅋㅎ\s]*$")
"""How long ago somebody began, asked of oneself: 한 오년 됐나."""
_JOB = r"(?P<job>[가-힣]{2,8}(?:\s[가-힣]{2,6})?)"
_IS = r"(?:이?에요|예요|이요|요|입니다|임|이?라니까요?|이?라고요|이?라구요)"
_ELDER = r"(?:아버지|아빠|어머니|엄마|부모님|남편|아내|할머니|할아버지|이모|고모|삼촌|사장님)"
_HONOURED = r"(?:하십니다|하세요|하셔요|하시는데요?|하시고\s?계세요|이?세요|이?십니다)"
_JOB_BEHIND = tuple(
    re.compile(pattern)
    for pattern in (
        rf"대신\s.*{_ELDER}(?:은|는|이|가|께서는?)?\s(?:지금\s)?{_JOB}\s?{_HONOURED}[.!~]*$",
        (
            r"^(?:음+|아|그냥)?[\s.…]*(?P<job>[가-힣]{2,8})[\s.…]*이?라고\s?(?:해야|불러야|봐야|쳐야)\s?"
            r"(?:하나|되나|할까|할지|될지|하는지|되는지|하려나)\S*(?:\s.*)?$"
        ),
        (
            r"^(?:소상공인|자영업자?|직장인|회사원|프리랜서|사업자)(?:이?요|이?에요|예요|입니다)?[\s!.,~]+"
            rf"(?!.*[요다죠까데한는은던]$){_JOB}$"
        ),
        rf"(?:전엔|전에는|예전엔|예전에는?|원래는?|얼마\s?전까지|작년까지)\s{_JOB}(?:였|이었|했었|했)[가-힣]{{1,4}}[.~!]*$",
        rf"(?:아니고|말고|아니라)\s(?:저는\s|전\s)?{_JOB}{_IS}[.~!]*$",
        r"^(?:저는?\s|전\s|나는\s)?(?P<job>[가-힣]{1,6}(?:직|알바|강사|기사|상인|설계사|간병인|주부))(?:이?라서?|인데|이고)\s\S.{2,}$",
        rf"^(?:아니|아|앗|어)?[\s,.]*(?:잘못|오타)\S*\s?(?:썼|적|눌|쳤|말했|골랐|났)\S*[\s,.]+(?:저는\s|전\s)?{_JOB}{_IS}?[.!~]*$",
        (
            r"(?:접고|그만두고|관두고|정리하고|때려치우고|때려치고|닫고|망하고|[었았였했]는데|[었았였했]지만|다가)\s(?:지금은|이제는?|이젠|요즘은|요새는?|요샌|현재는)\s"
            r"(?P<job>(?!.*(?:쉬|놀|백수|없|집에)).{2,20}?)[.!~]*$"
        ),
        rf"\d\S*\s(?:하는|여는|운영하는|일하는|문\s?여는|장사하는|근무하는)\s(?P<job>[가-힣]{{2,8}}){_IS}?[.!~]*$",
        rf"(?:없고|아니고|없지만|없는데)\s(?:그냥\s)?(?P<job>[가-힣\s]{{2,16}}(?:는|은)\s[가-힣]{{2,5}}){_IS}[.!~]*$",
        rf"^(?:웅|응|네|예|넵|ㅇㅇ)[\s,]+{_JOB}\s?맞[가-힣]{{1,3}}[.~!]*$",
    )
)
"""A job behind something else: 지금은 쉬는데 전엔 간호조무사였어요, 강사 말고 학원 데스크에요."""
_JOB_ASKED = re.compile(
    r"(?:저는?\s|전\s|나는\s|제가\s)?(?P<told>[가-힣]{2,10})데요?[\s,]+(?:(?:이런\s?거|이거|이런\s?것도|그래도|저도|나도|저\s?같은\s?사람도)\s)?"
    r"(?:괜찮|되|돼|될|가능|할\s?수|해도|배워도|도움|쓸모|맞을|상관|소용)\S*(?:\s(?:있|없|되|돼|괜찮)\S*)?(?:나|까|죠|지|요|가)[?.~!]*$"
)
LIKE_A_PERSON = ("부", "수", "생", "인", "원", "님", "장")
FINAL_N = "\u11ab"  # of a syllable taken apart
_WITHOUT_SIGNS = re.compile("[\U0001f000-\U0001ffff\u2600-\u27bf\ufe0f]+")
_NO_JOB = re.compile("(?:(?<!택)시|반|분|거|것|걸|번|취직|정직|솔직|아직)$")
UNKNOWN = re.compile("모르|몰라|모름|글쎄|ㅁㄹ|생각|기억|없")


def asked_first(heard: Heard) -> bool:
    """Whether one of the three questions is open."""
    return heard.expects is not None and heard.expects.command in FIRST_QUESTIONS


def said_to_them(heard: Heard) -> Meaning | None:
    """뒤로, 아무 때나, 3교대라 들쭉날쭉해요: what is said to these questions, and right after the last of them."""
    buttons = heard.screen.buttons if heard.screen and not heard.expects else ()
    if not asked_first(heard) and not any(button.go == FIVE for button in buttons):
        return None
    if heard.expects and asked_first(heard) and _says_nothing(heard):
        return Meaning(Go(heard.expects.command))
    if heard.expects and heard.expects.command == "intend" and _HURRIES.search(heard.words):
        return Meaning(heard.expects.saying("-"))
    intent = heard.language.first.of_saying(heard.saying)
    if not intent or intent in FOREIGN or (intent in ABOUT_HOURS and asks_job(heard)):
        return None  # 프리랜서라 불규칙해요 tells what somebody does
    if intent == "not_daily" and not heard.expects and not heard.reading.asks:
        return None  # 매일은 부담스러워요 wishes for fewer where the hour is known
    return Meaning(Go("talk", f"{intent} {heard.typed}"))


def job_behind(heard: Heard) -> Meaning | None:
    """강사 말고 학원 데스크에요: the job alone, where it is asked for and told behind something else."""
    if heard.expects is None or not asks_job(heard) or heard.reading.asks:
        return None
    said = _WITHOUT_SIGNS.sub("", heard.typed).rstrip()
    found = next(filter(None, (pattern.search(said) for pattern in _JOB_BEHIND)), None)
    return Meaning(heard.expects.saying(found["job"])) if found and not _NO_JOB.search(found["job"]) else None


def job_and_hour(heard: Heard) -> Meaning | None:
    """저는 미용사고 저녁 8시쯤이 좋아요: the answers to two questions, where the first is open, or of a stranger."""
    stranger = heard.screen is None and "job" in heard.vocabulary.latin
    if len(heard.words) > LONGEST_BOTH or not (stranger or (heard.expects and heard.expects.command == "trade")):
        return None
    parts = job_and_more(heard.words)
    both = any(
        (is_person(job_of(job)) or worked(job_of(job))) and not asks(rest) and timely(rest, heard.now)
        for job, rest in parts
    )
    return Meaning(Go("job-told" if stranger else "trade", heard.typed)) if both else None


def job_and_doubt(heard: Heard) -> Meaning | None:
    """요리산데 괜찮나: a job, and whether it is for such a one too, at the first question."""
    asked = heard.expects.command if heard.expects else ""
    found = _JOB_ASKED.match(heard.typed) if asked in {"trade", "job"} else None
    job = (
        next((one for one in _told_with_a_copula(found["told"]) if is_person(one) or one.endswith(LIKE_A_PERSON)), "")
        if found
        else ""
    )
    return Meaning(Go("both", f"{Go(asked, job)}\n{Go('talk', 'anybody')}")) if job else None


def _told_with_a_copula(told: str) -> Iterator[str]:
    """The noun of 요리사인데 and of 요리산데, without the last syllable."""
    yield told.removesuffix("인")
    yield unicodedata.normalize("NFC", unicodedata.normalize("NFD", told).removesuffix(FINAL_N))


def sets_aside(heard: Heard) -> bool:
    """아침 8시는 너무 바빠요, 8시는 너무 이르네: an hour that is not wanted, and no other."""
    return _NOT_WANTED.search(heard.words) is not None


def part_mended(heard: Heard) -> Meaning | None:
    """아침 말고 밤으로 바꾸고파: the part of the day that is meant instead."""
    asked = heard.expects.command if heard.expects else ""
    found = _NOT_THAT_PART.match(heard.words) if asked in {"", "hour", "remind"} and heard.screen else None
    return Meaning(Go("hour" if asked == "hour" else "remind", found["rest"])) if found else None


def half_denied(heard: Heard) -> Meaning | None:
    """8시면 좋은데 아침은 아니에요, where an hour is asked for: the hour in the other half of the day."""
    asked = heard.expects.command if heard.expects else ""
    hour = when.other_half(heard.words) if asked in {"hour", "remind"} else ""
    return Meaning(Go(asked, hour)) if hour and not heard.reading.asks else None


def refuses(heard: Heard) -> Meaning | None:
    """시간 정하기 싫어요, 약속 같은 거 안 하는 주의라, 넘어가죠: the question is left out by who wants none of it."""
    asked, act = heard.expects.command if heard.expects else "", heard.reading.act
    if heard.expects and asked == "write" and _LIKES_NOT.fullmatch(heard.bare):
        return Meaning(heard.expects.saying("-"))
    if heard.language.forms.scolds.search(heard.words):
        return None
    if heard.expects is None or heard.reading.asks or heard.timely or when.names_days(heard.words):
        return None
    if asked == "trade":
        left = act is Act.SKIP and _PASSED.fullmatch(heard.bare) is not None
    else:
        left = asked in {"hour", "intend"} and act is Act.REFUSAL and not _EVERY_DAY.search(heard.words)
        left = left or (asked == "intend" and names_no_moment(heard.words))
    return Meaning(heard.expects.saying("-")) if left else None


def hour_first(heard: Heard) -> Meaning | None:
    """저녁 9시, where it is asked what somebody does: the hour is kept, and the question stays."""
    asked = heard.expects is not None and heard.expects.command == "trade"
    alone = asked and heard.timely and only_a_clock(heard.words)
    return Meaning(Go("remind", heard.words)) if alone else None


def hour_mended(heard: Heard) -> Meaning | None:
    """8시 반 아니고 7시 반, 아침이요: the hour that is meant, where one was asked for or nothing is."""
    command = heard.expects.command if heard.expects else ""
    found = _NOT_THAT_HOUR.search(heard.words) if command in {"", "hour", "remind", "intend"} else None
    if found is None or heard.screen is None:
        return None
    rest = found["hour"] or found["instead"]
    part = re.match(_PART, heard.words)
    halved = (f"{part[0]} {rest}",) if part and not re.search(_PART, rest) else ()  # 저녁 7시 말고 8시
    said = (one.strip() for one in (*halved, rest, *reversed(re.split(r",\s*", rest))))
    hour = next((one for one in said if one and str(when.read(one, heard.now)).startswith(CLEAR)), "")
    hour = hour or (
        rest.strip() if timely(rest, heard.now) else ""
    )  # 6시 말고 7시요: it is asked which half of the day
    return Meaning(Go("remind", hour)) if hour else None


def another_moment(heard: Heard) -> Meaning | None:
    """집에 오면, right after the last of them, when it is nothing else: another answer to it."""
    buttons = heard.screen.buttons if heard.screen and not heard.expects else ()
    shown = any(button.go == FIVE for button in buttons)
    return Meaning(Go("intend", heard.typed)) if shown and _tells_moment(heard) else None


def _says_nothing(heard: Heard) -> bool:
    """음, 아니요, ㅋㅋㅋ, a smiling face: the question again."""
    if not heard.words or (asks_job(heard) and is_person(job_of(heard.words))):
        return False
    hesitates = heard.reading.act is Act.UNKNOWN_ANSWER and not UNKNOWN.search(heard.words)
    return hesitates or heard.reading.act is Act.LAUGHTER or not heard.bare or heard.bare in NO


def asks_job(heard: Heard) -> bool:
    """Whether it is asked what somebody does for a living."""
    return heard.expects is not None and heard.expects.command in {"trade", "job"}


def names_a_job(heard: Heard) -> bool:
    """Whether the words name what somebody is or does for a living: 음 그냥 주부, 그림 그려요."""
    job = job_of(heard.words)
    asks_us = heard.reading.asks and not _MUSES.search(heard.words)
    return not asks_us and bool(is_person(job) or worked(job) or worked(job_as_told(heard.words)))


def tells_job_of(intent: str, heard: Heard) -> bool:
    """Whether an intent was told as an answer to what somebody does."""
    return intent in ABOUT_JOBS and asks_job(heard) and not (heard.reading.wishes or heard.reading.asks)


def job_in_english(heard: Heard) -> Meaning | None:
    """nurse, I'm a developer: what somebody does may be told in English, where it names a job we know."""
    english = heard.reading.foreign == "english" and len(heard.words.split()) <= LONGEST_JOB
    return Meaning(heard.expects.saying(heard.typed)) if english and heard.expects and asks_job(heard) else None


def may_leave_out(heard: Heard) -> bool:
    """Whether what sounds like leaving a question out is no answer to it: 선생님 is what somebody does, with 9시
    an hour is told, and 음 only hesitates.
    """
    if asks_job(heard):
        return not is_person(job_of(heard.words))
    if asked_first(heard) and heard.reading.act is Act.UNKNOWN_ANSWER and not UNKNOWN.search(heard.words):
        return False
    asks_hour = heard.expects is not None and heard.expects.command == "hour"
    return not asks_hour or not heard.timely


def is_moment(heard: Heard) -> bool:
    """Whether the words tell a moment where it is asked for: 점심시간에 is one, 밤 10시 is about the reminders."""
    asked = heard.expects is not None and heard.expects.command == "intend"
    scolds = heard.reading.act in (Act.INSULT, Act.REFUSAL, Act.DENIAL, Act.SKIP) or heard.language.forms.scolds.search(
        heard.words
    )
    mends = heard.reading.act is Act.WISH and heard.timely  # 아까 시간 오전 9시로 다시 해 주세요
    return asked and not (scolds or mends) and _tells_moment(heard) and not only_a_clock(heard.words)


def _tells_moment(heard: Heard) -> bool:
    """Whether the words can be read back as a moment; 알림 25시 is a time that there is not."""
    return bool(cue_said(heard.words)) and not heard.rhythm.startswith("invalid")


def only_a_clock(words: str) -> bool:
    """Whether the words name an hour, and nothing else but days: 밤 10시, 평일 8시에 보내 주세요."""
    cut = scan(spelled(words))
    halves = all(token.name in HALVES for token in cut.tokens if token.kind == "part")
    return not cut.left and halves and any(token.kind in CLOCKS for token in cut.tokens)
