"""Whether words answer the open question, or are said to us: by what they are like. Pure."""

import re

from bot.korean.decided import decided
from bot.understanding.about_reminders import OF_REMINDERS
from bot.understanding.examples import SHORTEST
from bot.understanding.first_questions import asks_job, names_a_job
from bot.understanding.heard import Heard
from bot.understanding.sorts import (
    ASKED,
    BUSY,
    CHATTER,
    FEWEST_SAID,
    GIVES_UP,
    NAMES_A_TASK,
    OF_A_DAY,
    POLITE,
    REMINDERS,
    STATED,
    TIMED,
    TO_US,
)

SURELY = 0.5  # above it words are an answer, whatever grammar takes them for
OTHERWISE = 0.08  # below it an answer to the open question is out of the question
LINE_OR_NONE = 0.08  # below it a line that is like what is said to us is asked about before it is filed
SHORT_OR_NONE = 0.2  # the same of a few words, whatever they are like: of 28 lines one, of 11 that are none ten
FEW = 4  # words of that
LONGEST = 40  # characters of them
SURELY_OTHERWISE = 0.01  # the same where grammar takes the words for an answer
HALF = 0.5  # of what may be an answer or none
_LAUGHS = re.compile("[ㅋㅎ]{2,}|ㅠ")
_NOTED = re.compile(r"[\dA-Za-z:/→+=“”\"'\n]")  # a figure, a label, a quotation: what is written down, not said


def said_otherwise(heard: Heard) -> bool:
    """Whether words are far more like something else than like an answer; what stands on the screen is one."""
    answers = chance_of_answer(heard)
    if is_to_others(heard) and heard.likeness.best() in POLITE:
        return False
    if _may_be_no_line(heard) or _rambles(heard):
        return True
    if answers >= OTHERWISE or is_shown(heard):
        return False
    if asks_job(heard) and names_a_job(heard):
        return False
    if asks_job(heard) and not (heard.reading.asks or heard.reading.wishes):
        return heard.likeness.best() in CHATTER | BUSY  # 글 써요, 지금은 쉬고 있어요 may be what somebody does
    write = heard.expects is not None and heard.expects.command == "write"
    of_us = heard.likeness.best() not in TIMED | REMINDERS or OF_REMINDERS.search(heard.words)
    if answers < SURELY_OTHERWISE and write and of_us:
        return True
    if heard.reading.plain_noun or heard.bare.endswith(NAMES_A_TASK):
        return heard.likeness.best() in CHATTER
    if heard.expects and heard.expects.argument.partition(":")[0] in heard.vocabulary.essays:
        return heard.likeness.best() in BUSY | GIVES_UP | {"wait", "insult"}
    told = heard.reading.may_be_line and not asks_job(heard)
    return not told or heard.likeness.best() in STATED | OF_A_DAY


def _may_be_no_line(heard: Heard) -> bool:
    """질문이 꼭 면접 같아요 ㅋㅋ at an open line: like what is said to us, and asked about before it is filed."""
    if heard.expects is None or heard.expects.command != "write" or is_shown(heard):
        return False
    if _LAUGHS.match(heard.words):
        return True
    if heard.likeness.best() in TO_US and chance_of_answer(heard) < LINE_OR_NONE:
        return True
    few = len(heard.words) <= LONGEST and len(heard.words.split()) <= FEW and not _NOTED.search(heard.words)
    few = few and decided(heard.words) is None  # 바꿈이에요. 요일만요
    return few and chance_of_answer(heard) < SHORT_OR_NONE


def _rambles(heard: Heard) -> bool:
    """주관식은 오랜만이라 떨리네 under a question for one word: a sentence that is like no answer."""
    if heard.expects is None or heard.expects.command != "answer" or heard.screen is None:
        return False
    name = heard.expects.argument.partition(":")[0]
    options = sum(button.go.command == "answer" for button in heard.screen.buttons)  # one for who does not know
    typed = options < 2 and name not in heard.vocabulary.essays
    return typed and len(heard.words.split()) >= FEWEST_SAID and chance_of_answer(heard) < SURELY


def is_shown(heard: Heard) -> bool:
    """Whether the words are a part of the question that is shown."""
    shown = heard.screen.bubbles if heard.screen and len(heard.bare) >= SHORTEST else ()
    return any(heard.words in bubble for bubble in shown)


def hardly_answers(heard: Heard) -> bool:
    """Whether words are like no answer to the open question: 방금 짜장면 먹었거든, where a moment is asked for."""
    return chance_of_answer(heard) < OTHERWISE and not is_shown(heard)


def surely_answers(heard: Heard) -> bool:
    """Whether words are more like an answer to the open question than like anything else."""
    asked = heard.expects is not None and heard.expects.command in ASKED
    return asked and bool(heard.likeness.scores) and chance_of_answer(heard) > SURELY


def chance_of_answer(heard: Heard) -> float:
    """How probable it is that words answer the open question; 1 where any words do, or nothing can be told of them."""
    asked = ASKED.get(heard.expects.command) if heard.expects else None
    like = heard.likeness
    return like.of(asked.own) + HALF * like.of(asked.either) if asked and like.scores else 1.0


def is_to_others(heard: Heard) -> bool:
    """Whether a line is asked for that is said to somebody else, and may well greet them."""
    asked = heard.expects is not None and heard.expects.argument in heard.vocabulary.messages
    return asked and len(heard.words.split()) >= FEWEST_SAID
