"""What words may mean about when reminders come: a wish, a question about them, a denial. Pure."""

import re

from bot.korean import when
from bot.korean.oneself import names_place
from bot.message import Go
from bot.understanding import first_questions as first
from bot.understanding.about_reminders import MAY_I, OF_REMINDERS, how_set
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.likely import tells_of_a_day
from bot.understanding.names import Meaning
from bot.understanding.open_lines import is_chat
from bot.understanding.talk import ABOUT_COMING, LONGEST_GUESS

NO_WISHES = frozenset({Act.STATEMENT, Act.SMALL_TALK, Act.REFUSAL, Act.CANCEL, Act.SKIP})
"""Acts that set no time: 취소 alone never switches reminders off."""
ZONE = "시간대"
BEHIND_ZONE = re.compile(r"^(?:를|은|는|도)?\s+")
FORBIDS = ("quiet", "pause", "holidays", "days")  # what a denial may well wish for: 밤에는 보내지 마
LEAVES_OUT_DAYS = re.compile("건너[뛰뛸]|걸러|거를")
TO_US = re.compile("보내|받|알림|알람|알려|바꿔|바꾸|부탁|[줘주]|맞춰|옮겨|미뤄|늦춰|당겨|쉬|쉴")
_NEED_NOT = re.compile(r"안\s?(?:보내|오|와|주|줘)(?:셔|시어|셨어|어)?도\s?(?:돼|되|됩|괜찮)")


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
    return Meaning(how_set(heard.words) if about.go.command == "how-set" else about.go)


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


def _asks_us(heard: Heard) -> bool:
    """Whether a wish about a time is one for the reminders: 일요일은 안 하려고요 may be a limit of one's work."""
    line = heard.expects is not None and heard.expects.command in {"write", "promise"}
    return not line or TO_US.search(heard.words) is not None
