"""What words may mean about when reminders come: a wish, a question about them, a denial. Pure."""

import re

from bot.korean import when
from bot.korean.oneself import names_place
from bot.korean.time.scan import scan, spelled
from bot.korean.time.told import FITS
from bot.message import Go
from bot.understanding import first_questions as first
from bot.understanding.about_reminders import MAY_I, OF_REMINDERS, how_set, why_not
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.open_lines import is_chat
from bot.understanding.sorts import REMINDERS, TIMED
from bot.understanding.talk import ABOUT_COMING, LONGEST_GUESS, tells_of_a_day

NO_WISHES = frozenset({Act.STATEMENT, Act.SMALL_TALK, Act.REFUSAL, Act.CANCEL, Act.SKIP})
"""Acts that set no time: 취소 alone never switches reminders off."""
ZONE = "시간대"
BEHIND_ZONE = re.compile(r"^(?:를|은|는|도)?\s+")
FORBIDS = ("quiet", "pause", "holidays", "days")  # what a denial may well wish for: 밤에는 보내지 마
LEAVES_OUT_DAYS = re.compile("건너[뛰뛸]|걸러|거를")
TO_US = re.compile("보내|받|알림|알람|알려|바꿔|바꾸|부탁|[줘주]|맞춰|옮겨|미뤄|늦춰|당겨|쉬|쉴")
_NEED_NOT = re.compile(r"안\s?(?:보내|오|와|주|줘)(?:셔|시어|셨어|어)?도\s?(?:돼|되|됩|괜찮)")


_WAITS = re.compile(
    r"(?:(?:음|그럼|한|저기|아|앗)[\s,]+)?(?:\d{1,3}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|반|삼십|십|이십|사십|오십|십오)\s?(?:시간|분)(?:\s?반)?\s?만?\s?"
    r"(?:뒤|후|이따가?|있다가?|지나서)(?:에)?(?:이?요|이?에요|예요)?"
    r"(?:\s(?:다시\s|또\s)?(?:말\s?걸어|알려|불러|깨워|보내|톡\s?해|연락\s?해)\s?(?:줘|주세요|줄래|주라|줘라)요?)?[.!~\s]*"
)
"""A wait, and nothing but that we are to speak again then."""


def waits(heard: Heard) -> Meaning | None:
    """네시간있다가, where nothing is asked: to be called once after so long."""
    alone = heard.screen is not None and heard.expects is None and _WAITS.fullmatch(heard.words)
    return Meaning(Go("remind", heard.words)) if alone and heard.rhythm.startswith("once +") else None


_TO_DAYS = re.compile(
    r"(?:으?로|마다)(?:\s?(?:하는|할)\s?(?:걸로|거로|것으로|게|래)|만)?(?:할게|할래|하자|해|갈게|가자)?(?:요|용|욤)?[.!~\s]*$"
)
_NOT_SO = re.compile(r"^(?:아니(?:요|야|다)?|아냐|아뇨|그냥|음|그럼)[,.\s]+")


def to_other_days(heard: Heard) -> Meaning | None:
    """화목토로, 화요일마다 하는 걸로, where nothing is asked: other days, at the hour that holds."""
    free = heard.screen is not None and heard.expects is None and len(heard.words) <= LONGEST_GUESS
    end = _TO_DAYS.search(heard.words) if free and not heard.reading.asks else None
    if end is None:
        return None
    wish = f"{_NOT_SO.sub('', heard.words[: end.start()])}로 바꿔 줘"
    return Meaning(Go("remind", wish)) if str(when.read(wish, heard.now)).startswith("days ") else None


def tells_zone(heard: Heard) -> Meaning | None:
    """저 한국 왔어요. 시간대 서울: the zone that is named last, whatever is told before it and is open."""
    if ZONE not in heard.words or "zone" not in heard.vocabulary.latin:
        return None
    place = BEHIND_ZONE.sub("", heard.words.rpartition(ZONE)[2]).strip(" .!~")
    return Meaning(Go("zone", place)) if place and names_place(place) else None


def said_of_reminders(heard: Heard) -> Meaning | None:
    about = heard.about_reminders
    asked = heard.expects is not None and heard.expects.command == "remind"
    if about is None or not (about.sure or asked):
        return None
    with_days = {"how-set": how_set, "why-not-sent": why_not}.get(about.go.command)
    return Meaning(with_days(heard.words) if with_days else about.go)


def perhaps_of_reminders(heard: Heard) -> Meaning | None:
    about = heard.about_reminders
    return Meaning(about.go) if about and not heard.reading.asks else None


def time_wish(heard: Heard) -> Meaning | None:
    """A time: a wish is carried out and read back; a question or a denial is told how things are."""
    words, reading = heard.words, heard.reading
    if reading.act is Act.WISH and LEAVES_OUT_DAYS.search(words) and when.names_days(words) and heard.expects is None:
        return Meaning(Go("rest", words))  # 내일 하루 건너뛸게요
    if heard.expects is None and heard.rhythm.startswith("pause ") and _NEED_NOT.search(words):
        return Meaning(Go("rest", words))  # 크리스마스엔 안 보내셔도 됩니다
    short = len(words) <= LONGEST_GUESS and not words.isdecimal()
    if heard.expects is None and not (reading.past or reading.asks) and when.hours_denied(words) and heard.timely:
        return Meaning(Go("remind", words))  # 8시는 너무 일러: the other hours are offered
    if first.sets_aside(heard) and heard.expects is None:
        return Meaning(Go("how-set"))
    if not short or "remind" not in heard.vocabulary.latin or not heard.timely or tells_of_a_day(heard):
        return None
    if heard.expects is None and _names_a_part_in_passing(heard):
        return None
    promising = heard.expects is not None and heard.expects.command == "intend"  # right after the hour was asked
    if is_chat(heard) and not ((reading.wishes and _asks_us(heard)) or promising):
        return None  # a time at an open line is asked about
    if reading.past and not reading.wishes and reading.act is Act.NONE:
        return None  # 아침 7시부터 줄 섰네 은행
    if reading.act is Act.DENIAL and heard.rhythm.startswith(FORBIDS):
        return Meaning(Go("remind", words))
    if reading.act is Act.QUESTION and MAY_I.search(words):
        return None
    if heard.rhythm.startswith("off") and not OF_REMINDERS.search(words):
        return Meaning(Go("fewer-or-none"))  # 안 보내도 돼요
    if reading.act in (Act.QUESTION, Act.DENIAL):
        written = reading.act is Act.DENIAL and is_chat(heard) and not ABOUT_COMING.search(words)
        return None if written else Meaning(how_set(words))  # 밤에는 안 할래요 may be a limit of one's work
    return None if reading.act in NO_WISHES else Meaning(Go("remind", words))


def told_in_passing(heard: Heard) -> Meaning | None:
    """아침 출근길 너무 막혀요, where nothing is asked, and although it is like what is said of reminders."""
    free = heard.screen is not None and heard.expects is None and heard.likeness.best() in TIMED | REMINDERS
    return Meaning(Go("told", heard.words)) if free and _names_a_part_in_passing(heard) else None


def _names_a_part_in_passing(heard: Heard) -> bool:
    """점심 너무 먹음, 아침 출근길 너무 막혀요: a part of the day in what is told of something else."""
    cut = scan(spelled(heard.words))
    parts = bool(cut.tokens) and {token.kind for token in cut.tokens} <= {"part", "vague"}
    wishes = heard.reading.wishes or heard.reading.resolves or heard.reading.asks or TO_US.search(heard.words)
    return parts and bool(cut.left) and not wishes and not FITS.search(heard.typed)


def _asks_us(heard: Heard) -> bool:
    """Whether a wish about a time is one for the reminders: 일요일은 안 하려고요 may be a limit of one's work."""
    line = heard.expects is not None and heard.expects.command in {"write", "promise"}
    return not line or TO_US.search(heard.words) is not None


def denies_a_time(heard: Heard) -> bool:
    """저녁 8시는 안 돼요, where an hour is asked for: what is denied is not offered."""
    asked = heard.expects.command if heard.expects else ""
    if asked not in {"remind", "hour"} or not (heard.reading.act is Act.DENIAL or first.sets_aside(heard)):
        return False
    labels = [button.label for button in heard.screen.buttons] if heard.screen else []
    return not when.picked(heard.words, labels) and not heard.rhythm.startswith(FORBIDS)
