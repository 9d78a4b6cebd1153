"""What is said to us, whatever question is open: small talk, settings that it wishes for, commands with an ending, and
what is meant behind a reason. Pure.
"""

import re
from dataclasses import replace

from bot.korean import when
from bot.korean.asked_days import next_week
from bot.korean.ordinals import mentioned
from bot.korean.time.scan import spelled
from bot.korean.time.told import tells_routine
from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.first_questions import CLEAR, asks_job, sets_aside, tells_job_of
from bot.understanding.heard import Heard
from bot.understanding.likely import PLAIN
from bot.understanding.names import Meaning, literal, timely
from bot.understanding.open_lines import LEFT_OUT, takes_any
from bot.understanding.reading import folded
from bot.understanding.sorts import TAKES_ALL, TIMED, WANTS_NOTHING
from bot.understanding.taking_back import WHICH_ONE, slips
from bot.understanding.terms import term_alone

RATHER = 0.1  # by which it has to be likelier that a day is told of than that a time is wished for
LONGEST_GUESS = 40  # characters; a longer saying is no command
SETTINGS = {
    "lighter_week": Go("lighter"),
    "lessons_again": Go("lessons-again"),
    "short_lines": Go("short-lines"),
    "whole_text": Go("whole-text"),
    "no_rest": Go("no-rest"),
    "no_name": Go("call", LEFT_OUT),
    "calendar_stop": Go("calendar-stop"),
    "unlink": Go("link", "off"),
}
"""Intents that wish for a setting, and the command that sets it."""
WRITTEN = re.compile(r"(?:앞에|아까|전에|방금|위에|제가|내가)\s?(?:쓴|적은|썼던|적었던)\s?(?:거|것|줄|글)|설계서")
SENTENCE_ENDS = re.compile(r"(?<=[요다죠자까])[.!?~]*(?=\s\S)")
PAUSES = re.compile("(?:끄|쉬|멈추|안 받|안 하)고 싶(?:은데|어서|거든)")
DAYS_END = re.compile("(?:이?요|이?에요|예요)[.!~]*$")
_DAY = re.compile("낼모레|오늘|내일|낼|모레|글피|[월화수목금토일]요일")
_DOING_NOW = re.compile(r"는\s?중[.!~ㅋㅎ\s]*$")  # 커피 마시는 중
_HEARSAY = re.compile(
    r"(?:(?<!드)(?<!기)대요|래요|[다라]네요|대네요|더라고요|더라구요|[다라냐]고\s?(?:하|해|그러|그래|말)[가-힣]{1,5})[.!~ㅠㅜ\s]*$"
)
"""단골들이 주차가 불편하대요"""
_CUSTOMERS = re.compile(
    "손님|고객|단골|회원|수강생|학생|환자|거래처|의뢰인|이웃|어르신|보호자|학부모|[사원점]장님"
    "|(?:분|님|사람|엄마|아빠|주부|직장인|청년|부모|노인|이용자)들"
)
_OF_US = re.compile("이거|이게|이걸|여기|레슨|챗봇|알림|강의|퀴즈")
_MEANWHILE = re.compile(
    r"\s(?:그동안|그때까지|그때|그\s?기간)(?:은|는|만|엔|에는|동안)?\s?(?:은\s)?(?:좀\s|잠깐\s|잠시\s)?(?:쉴|쉬|멈|건너)"
)
_MONTH_OVER = re.compile(
    r"(?P<month>\d{1,2}월|이번\s?달|이달)(?:이|이\s다)?\s?(?:끝나|지나|다\s?가)(?:면|고|고\s나서|고\s나면)\s.{0,6}?(?:다시|시작|할게|돌아|올게|봐요|재개)"
)
_WHY = re.compile("왜|뭐\\s?하러|굳이")
_CHOSEN = re.compile(
    r"(?:개인화|자동화|융합)(?:으로|로|을|를)?\s?(?:하|할|해|갈|가|정하|정할|정해|고르|고를|골라|선택)[가-힣]{1,5}[.!~]*$"
)
"""개인화로 할게요: one of the ways that a line may ask for, and not the workshop of that name."""
POINTS_BACK = re.compile("(?:그때|그 시간|그걸|그렇게).*(?:바꿔|옮겨|보내|맞춰|해) ?[주줘]")
ABOUT_COMING = re.compile("쉬|쉴|끄|꺼|알림|알람|보내|받")  # 안 쉴래요 refuses more than nothing
OFFERED = "ambiguous: ask "
"""How a rhythm begins that is not sure, and may be chosen."""
MAY_SET_HOUR = frozenset({"", "hour", "remind", "intend"})
"""What may be open where an hour is told."""
FELT = frozenset({"sad", "tired", "tears", "what_can_you_do"})
"""Intents that the whole of a saying has to tell: 가게 하는데 할 수 있을까요 asks, and worries not."""


def small_talk(heard: Heard) -> Meaning | None:
    intent = heard.remark or heard.intent
    tells = heard.reading.act in (Act.STATEMENT, Act.SMALL_TALK) and not heard.reading.asks
    if intent == "cannot" and tells and not asks_job(heard):
        intent = "feels"  # 오늘 너무 추워요, 배고프다
    if intent == "what_is_plan" and takes_line(heard) and _WHY.search(heard.words):
        intent = "why_asked"  # 이거 왜 쓰는 거예요?
    if intent == "forget" and WHICH_ONE.fullmatch(heard.bare):
        return None
    if heard.screen is None and heard.language.first.of_saying(heard.saying) == "not_daily":
        intent = "not_daily"
    if intent and heard.screen is None:  # a stranger is greeted, whatever they say first
        return Meaning(Go("start", "not_signed_up" if intent in WANTS_NOTHING else intent))
    if intent in SETTINGS and _is_wished(heard):
        ahead = intent == "lighter_week" and next_week(heard.words)
        return Meaning(Go("lighter", "next-week") if ahead else SETTINGS[intent])
    return Meaning(Go("talk", f"{intent} {heard.words}")) if intent else None


def small_remark(heard: Heard) -> Meaning | None:
    """배고프다, 비 오네 여기, 중학생인데 해도 돼요?: said of oneself, whatever question is open but a name."""
    asked = heard.expects.command if heard.expects else ""
    often = heard.screen is None and heard.language.first.of_saying(heard.saying) == "not_daily"
    if asked in TAKES_ALL or heard.claimed or not (often or heard.remark):
        return None
    return small_talk(heard)


def _is_wished(heard: Heard) -> bool:
    """Whether a saying that names a setting wishes for it; who asks or tells of it is told about it."""
    reading = heard.reading
    complains = reading.act in (Act.STATEMENT, Act.SMALL_TALK, Act.UNKNOWN_ANSWER, Act.DENIAL)
    means = reading.wishes or reading.resolves  # 달력 구독 그만 받을래요, 이번 주는 가볍게 갈게요
    wishes = reading.act is Act.WISH or (means and not (reading.asks or reading.past))
    return wishes or not (reading.asks or reading.past or complains)


def hour_with_a_reason(heard: Heard) -> Meaning | None:
    """수요일은 바빠서 안 돼요 나머지 밤 9시, 7시까지 일해서 8시요: what is not possible then, or is done at another
    hour, only tells why.
    """
    asked = heard.expects.command if heard.expects else ""
    if heard.screen is None or asked not in MAY_SET_HOUR or not when.tells_why(heard.words):
        return None
    if heard.reading.asks or heard.reading.past or sets_aside(heard):
        return None
    return Meaning(Go("hour" if asked == "hour" else "remind", heard.typed))


def rest_meanwhile(heard: Heard) -> Meaning | None:
    """모레부터 나흘간 제주도 가요 그동안 쉴래요, 11월 끝나면 다시 할게요: the days are told first, the wish last."""
    if heard.screen is None or (heard.expects and heard.expects.command != "rest") or heard.reading.asks:
        return None
    if month := _MONTH_OVER.match(heard.words):
        return Meaning(Go("rest", f"{month['month']} 말까지 쉴게요"))
    if not _MEANWHILE.search(heard.words):
        return None
    words = heard.words.split()
    told = (f"{' '.join(words[:cut])} 쉴게요" for cut in range(len(words) - 1, 0, -1))
    found = next((one for one in told if str(when.read(one, heard.now)).startswith("pause")), "")
    return Meaning(Go("rest", found)) if found else None


def slip_told(heard: Heard) -> Meaning | None:
    """손이 미끄러져서 딴 거 눌렀어요: whether to take back what was done last is asked, with a button."""
    if slips(heard):
        return Meaning(Go("talk", f"undo_asked {heard.words}"))
    told = heard.reading.past and heard.reading.act not in (Act.DENIAL, Act.QUESTION, Act.CANCEL) and not heard.claimed
    asked = heard.expects.command if heard.expects else ""
    if len(heard.words) > LONGEST_GUESS or (asked == "answer" and mentioned(heard.words)):
        return None  # 잘못 눌렀네 1번인데: it is asked whether that one is meant
    if not told or asked not in {"", "answer", "write"} or heard.likeness.scores.get("undo", 0.0) < PLAIN:
        return None
    if asked == "answer" and heard.language.cues.of("quiz", heard.bare) == "undo_last":
        return None  # 아까 문제 잘못 눌렀어요 is heard already
    return Meaning(Go("talk", f"undo_asked {heard.words}")) if heard.screen else None


def told(heard: Heard) -> Meaning | None:
    """What nobody asked for and nothing can be done about is heard; what is refused stays as it was."""
    expects, act = heard.expects, heard.reading.act
    if heard.screen is None or "job" not in heard.vocabulary.latin or (expects and expects.command != "answer"):
        return None
    if expects is None and act is Act.LAUGHTER:
        return Meaning(Go("talk", "laughter"))
    if act in (Act.REFUSAL, Act.SKIP) and not ABOUT_COMING.search(heard.words):
        return Meaning(Go("talk", f"fine {heard.words}"))
    if expects is None and act is Act.QUESTION:
        return Meaning(Go("told", "?"))
    if expects is None and act is Act.NONE and _DOING_NOW.search(heard.words):
        return Meaning(Go("told", heard.words))
    if expects is None and _tells_of_others(heard):
        return Meaning(Go("talk", f"heard_of_others {heard.typed}"))
    if expects or not (act in (Act.STATEMENT, Act.SMALL_TALK) or (act is Act.NONE and tells_of_a_day(heard))):
        return None
    return Meaning(Go("told", heard.words if len(heard.words) <= LONGEST_GUESS else ""))


def tells_of_a_day(heard: Heard) -> bool:
    """지금은 일하는 중이라 이따 저녁에 다시 올게요, 오후 3시에 애들 데리러 가요: it holds a time, and tells what is
    done then, or is like nothing that is said of reminders.
    """
    if tells_routine(spelled(heard.words)) and not heard.reading.wishes:
        return True
    like = heard.likeness
    return like.of(("later", "wait", "told_day", "told_job", "noise")) - like.of(TIMED) > RATHER


def _tells_of_others(heard: Heard) -> bool:
    """단골들이 주차가 불편하대요: what customers said is told, and may be a problem that the plan is about."""
    told = heard.reading.may_be_line and not heard.reading.asks and _HEARSAY.search(heard.words)
    return bool(told and _CUSTOMERS.search(heard.words) and not _OF_US.search(heard.words))


def talk_under_a_question(heard: Heard) -> Meaning | None:
    """Small talk is no answer; but a command said with an ending is a command, and not small talk."""
    talk = small_talk(heard) if heard.expects else None
    intent = talk.go.argument.partition(" ")[0] if talk else ""
    if heard.expects is None or said_with_flourish(heard) or (intent == "bye" and heard.reading.act is Act.SKIP):
        return None
    if intent == "english" and heard.expects.command in {"hour", "remind"} and heard.timely:
        return None  # 9 pm please
    return None if tells_job_of(intent, heard) or (takes_line(heard) and _CHOSEN.search(heard.words)) else talk


def said_with_flourish(heard: Heard) -> Meaning | None:
    if len(heard.words) > LONGEST_GUESS:
        return None
    return heard.flourished


def behind_a_reason_where_asked(heard: Heard) -> Meaning | None:
    """A wish or a question to us behind a reason, under a question that it does not answer and no line can be."""
    asks = heard.reading.act in (Act.WISH, Act.QUESTION, Act.SKIP)
    if heard.expects is None or not asks or heard.claimed:
        return None
    whole = heard.expects.command in MAY_SET_HOUR and heard.rhythm.startswith((*CLEAR, OFFERED))
    return None if whole or takes_any(heard) else behind_a_reason(heard)  # 아침 7시하고 밤 10시에 is no reason


def behind_a_reason(heard: Heard) -> Meaning | None:
    """What is meant behind an answer, a reason or something else that is not wanted, where the whole means nothing."""
    if takes_any(heard) or _tells_of_others(heard):
        return None
    leaves = FELT | {"study"} if heard.expects else FELT  # 저라면 적어 두고 계속 갑니다 tells what one would do
    for core in heard.language.colloquial.cores(heard.words):
        inner = replace(heard, words=core, typed=core)
        if pause := _pause_behind(core, heard):
            return pause
        if go := literal(core, heard.screen, heard.vocabulary, heard.now):
            return Meaning(go)
        if found := said_with_flourish(inner) or (inner.intent not in leaves and small_talk(inner)):
            return found
        if inner.reading.act is Act.WISH and timely(core, heard.now):
            return Meaning(Go("remind", heard.words if _leaves_out_days(core, heard) else _with_its_day(core, heard)))
    return _before_a_reason(heard)


def _pause_behind(core: str, heard: Heard) -> Meaning | None:
    """시험 기간에만 끄고 싶은데 12월 7일부터 18일까지요: the wish comes first, and its days last."""
    days = f"{DAYS_END.sub('', core)} 쉴게요"
    wished = PAUSES.search(heard.words.removesuffix(core)) and str(when.read(days, heard.now)).startswith("pause")
    return Meaning(Go("rest", days)) if wished else None


def _with_its_day(core: str, heard: Heard) -> str:
    """낼 면접이라 하루만 건너뛸게요: a rest for a day that its reason names."""
    day = _DAY.search(heard.words.removesuffix(core))
    dated = f"{day[0]} {core}" if day else core
    return dated if str(when.read(dated, heard.now)).startswith("pause") else core


def _leaves_out_days(core: str, heard: Heard) -> bool:
    """Whether the days that a wish is about stand before the reason: 공휴일엔 가족하고 보내야 해서 안 받을게요."""
    return when.names_days(heard.words) and not when.names_days(core)


def _before_a_reason(heard: Heard) -> Meaning | None:
    """모레까지 쉽시다 제사가 있어요: the wish about time stands first, and what follows only tells why."""
    if len(heard.words) > LONGEST_GUESS:
        return None
    for end in (found.start() for found in SENTENCE_ENDS.finditer(heard.words)):
        first = replace(heard, words=heard.words[:end], typed=heard.words[:end])
        rest = heard.words[end:].strip(" .!?~")
        wishes = first.reading.act is Act.WISH or first.reading.wishes or POINTS_BACK.match(rest)
        if rest and wishes and not first.reading.past and timely(first.words, heard.now):
            return Meaning(Go("remind", first.words))
    return None


def takes_line(heard: Heard) -> bool:
    """Whether a line is asked for."""
    return heard.expects is not None and heard.expects.command == "write"


def wishes_of_us(heard: Heard) -> bool:
    """Whether a line may be about something of ours instead, and is asked about: 앞에 쓴 거 고치고 싶어요."""
    if not takes_line(heard) or heard.language.forms.others.search(heard.words):
        return False
    return bool(heard.reading.wishes and WRITTEN.search(heard.words))


def term_by_itself(heard: Heard) -> Meaning | None:
    word = term_alone(heard.words, heard.vocabulary) if len(heard.words) <= LONGEST_GUESS else None
    return Meaning(Go("term", word), word) if word else None


def title_by_itself(heard: Heard) -> Meaning | None:
    """세 전략 지도, where nothing is asked: under a question it may be the answer."""
    named = heard.expects is None and folded(heard.words) in heard.vocabulary.titles
    return Meaning(Go("talk", f"which_lesson {heard.words}")) if named else None
