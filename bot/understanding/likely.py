"""What is likely meant by words that no rule understands, by the sayings they are most like. Pure.

Nothing is changed by a likeness: it is answered, asked about, or shown. Where a question is open, likeness tells
whether words answer it or are said to us.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.message import Go
from bot.understanding.about_reminders import how_set
from bot.understanding.acts import Act
from bot.understanding.examples import SHORTEST
from bot.understanding.first_questions import asks_job, names_a_job
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.workshops import WORKSHOPS

LEAD = 0.015  # by which a meaning has to be likelier than the next, where the words may be an answer
LEAD_OF_ALL = 0.006  # the same where they are of no use if they are not understood
LEAST = 0.125  # how like it has to be at all
LONGEST = 80  # characters; who writes more tells of something
OTHERWISE = 0.06  # by which something else has to be likelier than an answer to the open question
SURELY_OTHERWISE = 0.16  # the same where grammar takes them for an answer
SURELY = 0.03  # by which an answer has to be likelier than anything else
LEFT_OUT = "-"  # said in place of an answer: there will be none now

LINES = frozenset(
    f"line_{what}" for what in "who problem offer price tasks proof rule message learned plan".split()
) | {"promise", "people_row"}
"""Sayings that are lines of a plan."""
TOLD = frozenset({"told_job", "opinion", "success", "failure"})
"""What is told of one's work: it may be a line as well."""
MENDS = frozenset({"undo", "mend_answers"})
QUIZZED = frozenset({"answer_typed", "answer_choice", "answer_ox"})
NAMED = frozenset("personal mix automation set_price first_message people what_is_plan review source".split())
"""Sayings that name what the course teaches: under a quiz they are answers."""
CHATTER = frozenset("insult praise thanks hello bye laughter noise test tears no yes fine unknown_answer wait".split())
"""What words without a predicate may be, where something is asked for."""
BUSY = frozenset({"later", "skip", "busy_today", "tired", "told_day", "weather"})
OF_A_DAY = frozenset({"told_day", "weather", "noise"})
"""What may be a line or none: it is asked about."""
NAMES_A_TASK = ("기", "하는것", "하는거")
SPOKEN = frozenset("stuck how_to_write skip later busy_today tired sad bored easier lost_job".split())
"""Statements that are no line of a plan, although they may sound like one."""
TIMED = frozenset({"remind_set", "remind_denial", "rest_wish"})
"""Sayings about when reminders come."""
REMINDERS = frozenset({"remind_question", "remind_off", "remind_less", "not_rest"})
TAKES_ALL = frozenset({"recalled", "reported", "call"})
"""What is asked so that any words answer it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What sayings answer an open question, and which of them may answer it or not."""

    own: frozenset[str]
    either: frozenset[str]


ASKED: Mapping[str, Asked] = {
    "write": Asked(LINES, TOLD | QUIZZED | NAMED | {"job"}),
    "promise": Asked(frozenset({"promise", "line_plan"}), LINES | QUIZZED | {"job"}),
    "intend": Asked(frozenset({"promise"}), LINES | QUIZZED | TIMED | {"job"}),
    **dict.fromkeys(("trade", "job"), Asked(frozenset({"job", "told_job", "lost_job"}), LINES | QUIZZED | MENDS)),
    "answer": Asked(QUIZZED, LINES | TOLD | NAMED | {"job"}),
    **dict.fromkeys(("hour", "remind", "rest"), Asked(TIMED | REMINDERS, frozenset())),
    "zone": Asked(frozenset({"zone", "abroad"}), frozenset()),
}
"""By the command that the open question's answer completes."""

NOTHING = LINES | QUIZZED | {"job", "yes", "no", "laughter", "noise"}
"""Sayings that tell nothing where nobody asked for them."""
SAID: Mapping[str, Go] = {
    **{name: Go(name) for name in ("today", "next", "contents", "plan", "source")},
    **dict.fromkeys(("remind_set", "remind_question", "remind_denial"), Go("how-set")),
    **dict.fromkeys(("remind_less", "remind_off"), Go("fewer-or-none")),
    "rest_wish": Go("rest"),
    "not_rest": Go("talk", "no_rest"),
    "undo": Go("talk", "mend_answers"),  # nothing is taken back by a likeness: it says how
    "unknown_answer": Go("talk", "easier"),
    **dict.fromkeys(("skip", "later", "what_question"), Go("talk", "fine")),
    "test": Go("talk", "hello"),
    **dict.fromkeys(("told_day", "weather"), Go("told")),
}
"""What is done about sayings that a command of their own answers; any other name is an intent with an answer."""
STATED = frozenset(
    """told_day told_job job weather opinion success failure thanks praise hello bye back insult tired busy_today
    sad bored tears lost_job loss change_jobs stuck_at_work easier harder shorter small_text took_longer bug
    odd_question fine wait not_signed_up later skip forget enough rest_wish not_rest new_phone unknown_answer
    stuck how_to_write remind_denial remind_less time_limit original_text""".split()
)
"""What may be meant by telling something; all else is asked or wished for."""
DECIDED = frozenset({"forget", "enough", "rest_wish", "not_rest", "later", "skip"})
"""What nobody means by telling that it is over: 지난주에 쉬었어요."""
REFUSED = frozenset(
    "skip later fine enough must_do remind_off remind_less insult bored tired not_signed_up why_asked easier".split()
)
"""What may be meant by refusing something."""
DENIED = frozenset({"fine", "ads", "insult", "remind_denial"})
"""What may be meant by a denial: nothing that it denies."""
GIVES_UP = frozenset({"skip", "unknown_answer", "the_answer", "next"})
LEAVES_EMPTY = frozenset({"skip", "later"})
LOST_FOR_WORDS = frozenset({"stuck", "unknown_answer", "what_question"})
WANTS_NOTHING = frozenset("bye skip later fine enough wait busy_today bored no remind_off".split())
WAITS = frozenset({"later", "wait", "busy_today"})


_PUTS_OFF = re.compile(
    "나중|다음|이따|있다가|담에|패스|건너|넘[어기겨길]|스킵|안 |못 |말래|말게|모르|지금은|오늘은|내일"
)
_TOLD = re.compile(r"[가-힣]\s?\S*(?:[아어가와해봐네워져려]요|[았었했]어요?|습니다|[다네])[.!~\s]*$")


def said_otherwise(heard: Heard) -> bool:
    """Whether words are far more like something else than like an answer to the open question. What stands on the
    screen answers it.
    """
    if _ahead(heard) >= -OTHERWISE or _is_shown(heard):
        return False
    if asks_job(heard) and names_a_job(heard):
        return False
    if asks_job(heard) and not (heard.reading.asks or heard.reading.wishes):
        return heard.likeness.best() in CHATTER | BUSY  # 글 써요, 지금은 쉬고 있어요 may be what somebody does
    if _ahead(heard) < -SURELY_OTHERWISE and heard.expects and heard.expects.command == "write":
        return True
    if heard.reading.plain_noun or heard.bare.endswith(NAMES_A_TASK):
        return heard.likeness.best() in CHATTER
    if heard.expects and heard.expects.argument.partition(":")[0] in heard.vocabulary.essays:
        return heard.likeness.best() in BUSY | GIVES_UP | {"wait", "insult"}
    told = heard.reading.may_be_line and not asks_job(heard)
    return not told or heard.likeness.best() in STATED | OF_A_DAY


def _is_shown(heard: Heard) -> bool:
    """Whether the words are a part of the question that is shown."""
    shown = heard.screen.bubbles if heard.screen and len(heard.bare) >= SHORTEST else ()
    return any(heard.words in bubble for bubble in shown)


def surely_answers(heard: Heard) -> bool:
    """Whether words are more like an answer to the open question than like anything else."""
    return _ahead(heard) > SURELY


def tells_of_a_day(heard: Heard) -> bool:
    """지금은 일하는 중이라 이따 저녁에 다시 올게요: it holds a time, and is like nothing that is said of reminders."""
    like = heard.likeness
    return like.of(("later", "wait", "told_day", "told_job")) - like.of(TIMED) > OTHERWISE


def _ahead(heard: Heard) -> float:
    """By how much words are more like an answer than like anything else; below 0 the other way round."""
    asked = ASKED.get(heard.expects.command) if heard.expects else None
    if asked is None:
        return 0.0
    like = heard.likeness
    return like.of(asked.own) - like.of(like.scores.keys() - asked.own - asked.either)


def likely(heard: Heard) -> Meaning | None:
    """The meaning that words are most like, where it is clearly ahead of every other."""
    like = heard.likeness
    asked = ASKED.get(heard.expects.command) if heard.expects else None
    if len(heard.words) > LONGEST or (asked and heard.reading.contact) or _answers_elsewhere(heard):
        return None
    if heard.expects and heard.expects.command in WORKSHOPS:
        return None  # what its questions do not take they have refused by themselves, and said why
    ranked = sorted(like.scores, key=like.scores.__getitem__, reverse=True)
    if asked and _ahead(heard) > -LEAD:
        return None  # it may well be an answer
    if asked:
        ranked = [name for name in ranked if name not in asked.own | asked.either]
    if not ranked or like.scores[ranked[0]] < LEAST or not _may_mean(ranked[0], heard):
        return None
    first = _meant(ranked[0], heard)
    other = next((name for name in ranked[1:] if _meant(name, heard) != first), "")
    ahead = like.scores[ranked[0]] - like.scores.get(other, 0.0)
    line = heard.expects is not None and heard.expects.command == "write" and not heard.reading.may_be_line
    least = LEAD if heard.expects and not line else LEAD_OF_ALL
    return Meaning(first) if first and ahead >= least else None


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
        if name in GIVES_UP and heard.reading.act is not Act.REFUSAL:  # who refuses a question leaves it open
            return expects.saying(f"{LEFT_OUT} {heard.typed}")
        if name == "what_question":
            return Go("explain", expects.argument)
        name = "wait" if name in WAITS else name
    if expects and expects.command in {"write", "promise"}:
        if name in LEAVES_EMPTY:
            waits = expects.command == "promise" and not _PUTS_OFF.search(heard.words)  # 생각 중이에요
            return Go("talk", "not_a_promise") if waits else expects.saying(LEFT_OUT)
        if name in LOST_FOR_WORDS:
            return Go("stuck", expects.argument) if expects.command == "write" else Go("talk", "not_a_promise")
    if heard.screen is None:
        return _meant_by_a_stranger(name, heard)
    if name == "told_job" or (name == "job" and expects is None):
        return Go("told", heard.words)
    if name in NOTHING:
        return None
    if name == "remind_question":
        return how_set(heard.words)
    go = SAID.get(name) or Go("talk", name)
    return Go("talk", f"{go.argument} {heard.words}") if go.command == "talk" else go


def _meant_by_a_stranger(name: str, heard: Heard) -> Go | None:
    """Who begins with a job has told it; who wants nothing hears that nothing comes; any other is told, and greeted."""
    if name in {"job", "told_job"}:
        return Go("job-told", heard.words) if names_a_job(heard) else None
    if name in WANTS_NOTHING:
        return Go("start", "not_signed_up")
    return None if name in SAID or name in NOTHING - {"no"} else Go("start", name)
