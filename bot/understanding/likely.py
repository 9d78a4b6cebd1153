"""What is likely meant by words that no rule understands, by the sayings they are most like. Pure.

Nothing is changed by a likeness: it is answered, asked about, or shown. Where a question is open, likeness tells
whether words answer it or are said to us.
"""

import re
from collections import defaultdict
from collections.abc import Collection

from bot.korean.ordinals import mentioned
from bot.message import Go
from bot.understanding.about_reminders import how_set
from bot.understanding.acts import Act
from bot.understanding.examples import SHORTEST
from bot.understanding.first_questions import names_a_job
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.otherwise import SURELY, SURELY_OTHERWISE, chance_of_answer, is_shown, is_to_others
from bot.understanding.sorts import (
    ASK_WHEN,
    ASKED,
    BY_THE_WHOLE,
    CHATTER,
    DECIDED,
    DENIED,
    GIVES_UP,
    HEARD_PLAINLY,
    LEAVES_EMPTY,
    LEFT_TO_RULES,
    LOST_FOR_WORDS,
    NEEDED,
    NOTHING,
    OF_A_DAY,
    PLAINLY,
    POLITE,
    REFUSED,
    REFUSES,
    REMINDERS,
    SAID,
    SPOKEN,
    STATED,
    TAKES_ALL,
    TAKES_WORDS,
    TIMED,
    WAITS,
    WANTS_NOTHING,
    WISHED,
)
from bot.understanding.workshops import WORKSHOPS

LEAST = 0.25  # how probable a meaning has to be
LEAST_BESIDE = 0.35  # the same where the words may be an answer to the open question
LEAST_REFUSED = 0.6  # the same where the open question says best by itself what it takes
SURE = 0.8  # how probable it has to be, to be meant whatever the grammar of the words
PLAIN = 0.9  # the same, to be meant before any rule is asked
MAY_ANSWER = 0.25  # how probable an answer has to be, for the words to stay one
GIVEN_UP = 0.5  # how probable giving up a question has to be: its answer is told then, and is not asked for any more
LONGEST = 80  # characters; who writes more tells of something
A_PART = 0.1  # how probable something is that is part of something else
NOTHING_OF = 0.02  # a meaning below it is not looked at
LEFT_OUT = "-"  # said in place of an answer: there will be none now

_A_DAY = re.compile("하루|매일|보통|날마다|한\\s?번에")
_OF_WORK = re.compile(r"(?:[주는]는|[은는을]|[가-힣])\s?(?:서비스|어플|앱|프로그램|사업|코칭|구독|상품)\S{0,3}(?:\s|$)")
_PUTS_OFF = re.compile(
    "나중|다음|이따|있다가|담에|패스|건너|넘[어기겨길]|스킵|안 |못 |말래|말게|모르|지금은|오늘은|내일"
)
_ASKED_BY = re.compile("물어|물으|묻[는고지]|여쭤|여쭈")
_TOLD = re.compile(r"[가-힣]\s?\S*(?:[아어가와해봐네워져려]요|[았었했]어요?|습니다|[다네])[.!~\s]*$")


def plainly(heard: Heard, least: float = PLAIN, where: Collection[str] = PLAINLY) -> Meaning | None:
    """What is so like the sayings of one meaning that no rule is asked: it is answered, and nothing is changed.
    `least` is how probable that meaning has to be, `where` the questions at which it is heard so.
    """
    like = heard.likeness
    name = like.best()
    if like.scores.get(name, 0.0) < least or name in LEFT_TO_RULES or len(heard.words) > LONGEST:
        return None
    if heard.intent in BY_THE_WHOLE or _asked_by_others(heard):
        return None
    if heard.expects and (
        heard.claimed or heard.reading.contact or chance_of_answer(heard) > SURELY_OTHERWISE or is_shown(heard)
    ):
        return None
    asked = heard.expects.command if heard.expects else ""
    if asked in ASK_WHEN and heard.timely:
        return None  # 밤은 졸려요 tells of an hour, where one is asked for
    if asked == "write" and name in POLITE and (heard.reading.may_be_line or is_to_others(heard)):
        return None
    if _answers_elsewhere(heard) or asked not in HEARD_PLAINLY.get(name, where):
        return None
    go = _meant(name, heard)
    return Meaning(go) if go else None


def _asked_by_others(heard: Heard) -> bool:
    """손님이 물어봐요. 이거 얼마예요? at an open line."""
    line = heard.expects is not None and heard.expects.command == "write"
    return line and bool(_ASKED_BY.search(heard.words) and heard.language.forms.others.search(heard.words))


def likely(heard: Heard) -> Meaning | None:
    """The meaning that words are most like, where it is clearly ahead of every other."""
    like = heard.likeness
    asked = ASKED.get(heard.expects.command) if heard.expects else None
    if len(heard.words) > LONGEST or (asked and heard.reading.contact) or _answers_elsewhere(heard):
        return None
    if _asked_by_others(heard):
        return None
    if heard.expects and heard.expects.command in WORKSHOPS:
        return None  # what its questions do not take they have refused by themselves, and said why
    if asked and (chance_of_answer(heard) > MAY_ANSWER or _names_an_option(heard)):
        return None
    meant: defaultdict[Go, float] = defaultdict(float)
    for name in like.scores.keys() - (asked.own | asked.either if asked else set()):
        if (name in TIMED | REMINDERS and _may_be_of_work(heard)) or (name in WISHED and not _asks_or_wishes(heard)):
            continue
        if like.scores[name] > NOTHING_OF and (go := _meant(name, heard)):
            sure = like.scores[name] > SURE and not heard.reading.past
            meant[go] += like.scores[name] if sure or _may_mean(name, heard) else 0.0
    timed = like.of(TIMED | {"two_hours"}) > SURELY
    if timed and like.scores.get("two_hours", 0.0) > A_PART:  # which is a wish for a time, and more
        return Meaning(Go("talk", f"two_hours {heard.words}"))
    first = max(meant, key=meant.__getitem__, default=None)
    line = heard.expects is not None and heard.expects.command == "write" and not heard.reading.may_be_line
    takes_words = heard.expects is None or heard.expects.command in TAKES_WORDS
    refused = LEAST_REFUSED if heard.expects and heard.expects.command in REFUSES else SURE
    least = LEAST if heard.expects is None or line else LEAST_BESIDE if takes_words else refused
    least = max(least, SURELY) if len(heard.bare) <= SHORTEST else least  # 데이트 is a little like 업데이트
    return Meaning(first) if first and meant[first] >= least else None


def _names_an_option(heard: Heard) -> bool:
    """5번이요, 2번이 나을까요 under a question: which one is meant is for the question to ask."""
    return heard.expects is not None and heard.expects.command == "answer" and bool(mentioned(heard.words))


def _may_be_of_work(heard: Heard) -> bool:
    """Whether a time that is told at an open line may be one of their own work: 저녁 8시 수업을 줄였어요."""
    line = heard.expects is not None and heard.expects.command in {"write", "promise"}
    return line and bool(not _asks_or_wishes(heard) or (_OF_WORK.search(heard.words) and not heard.reading.asks))


def _asks_or_wishes(heard: Heard) -> bool:
    return heard.reading.asks or heard.reading.wishes


def _answers_elsewhere(heard: Heard) -> bool:
    """Whether the words were meant for a question that takes any, or for a command that they name: 알림 25시."""
    if heard.expects and heard.expects.command in TAKES_ALL:
        return True
    named = heard.vocabulary.korean.get(heard.words.partition(" ")[0])
    return named in heard.vocabulary.open and not (heard.reading.asks or heard.reading.wishes)


def _may_mean(name: str, heard: Heard) -> bool:
    """Whether a speech act can mean it. What sounds like a line is answered only where it is chat."""
    act, reading = heard.reading.act, heard.reading
    told = act is Act.NONE and _TOLD.search(heard.words) is not None  # 다음 주에 여행가요
    tells = act in (Act.STATEMENT, Act.SMALL_TALK) or reading.past or told
    line = heard.expects is not None and heard.expects.command == "write"
    if line and name in POLITE and (reading.may_be_line or is_to_others(heard)):
        return False  # 감사합니다 한마디를 적어 보내요
    if line and (name in OF_A_DAY or ((reading.may_be_line or tells) and name not in CHATTER | SPOKEN)):
        return False
    if act is Act.DENIAL:
        return name in DENIED
    if act is Act.REFUSAL:
        return name in REFUSED
    if (reading.past and name in DECIDED) or (name == "tomorrow" and not (reading.asks or reading.wishes)):
        return False
    return name in STATED or reading.asks or reading.wishes or not tells


def _meant(name: str, heard: Heard) -> Go | None:
    """What a name of sayings means where they are said."""
    expects = heard.expects
    if expects and expects.command == "answer":
        gives_up = name in GIVES_UP and heard.reading.act is not Act.REFUSAL  # who refuses a question leaves it open
        if gives_up and heard.likeness.of((name,)) >= GIVEN_UP:
            return expects.saying(f"{LEFT_OUT} {heard.typed}")
        if gives_up or name == "what_question":
            return Go("explain", expects.argument)
        name = "wait" if name in WAITS else name
    if expects and expects.command in {"write", "promise"}:
        if name in LEAVES_EMPTY:
            waits = expects.command == "promise" and not _PUTS_OFF.search(heard.words)  # 생각 중이에요
            return Go("talk", "not_a_promise") if waits else expects.saying(LEFT_OUT)
        if name in LOST_FOR_WORDS or (name == "why_this_answer" and expects.command == "write"):
            return Go("stuck", expects.argument) if expects.command == "write" else Go("talk", "not_a_promise")
    if name == "today_minutes" and _A_DAY.search(heard.words):
        name = "day_minutes"
    if name in NEEDED and not NEEDED[name].search(heard.words):
        return None
    if heard.screen is None:
        return _meant_by_a_stranger(name, heard)
    if name == "told_job" or (name == "job" and expects is None):
        return Go("told", heard.words)
    if name in NOTHING:
        return None
    if name == "remind_question":
        return how_set(heard.words)
    if name == "rest_wish":
        return Go("rest", heard.words if heard.rhythm.startswith("ambiguous: ask pause") else "")  # …까지 휴가예요
    go = SAID.get(name) or Go("talk", name)
    return Go("talk", f"{go.argument} {heard.words}") if go.command == "talk" else go


def _meant_by_a_stranger(name: str, heard: Heard) -> Go | None:
    """Who begins with a job has told it; who wants nothing hears that nothing comes; any other is told, and greeted."""
    if name in {"job", "told_job"}:
        return Go("job-told", heard.words) if names_a_job(heard) else None
    if name in GIVES_UP | LOST_FOR_WORDS:
        return None
    if name in WAITS:
        return Go("start", "later")
    if name in WANTS_NOTHING:
        return Go("start", "not_signed_up")
    return None if name in NOTHING - {"no"} else Go("start", name)
