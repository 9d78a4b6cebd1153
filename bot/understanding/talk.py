"""What is said to us, whatever question is open: small talk, settings that it wishes for, commands with an ending, and
what is meant behind a reason. Pure.
"""

import re
from dataclasses import replace

from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning, literal, timely, with_flourish
from bot.understanding.open_lines import LEFT_OUT, takes_any

LONGEST_GUESS = 40  # characters; a longer saying is no command
SETTINGS = {
    "lighter_week": Go("lighter"),
    "lessons_again": Go("lessons-again"),
    "short_lines": Go("short-lines"),
    "whole_text": Go("whole-text"),
    "no_rest": Go("no-rest"),
    "no_name": Go("call", LEFT_OUT),
}
"""Intents that wish for a setting, and the command that sets it."""
ASKING = re.compile("몇|얼마|어디|언제|어떻게|왜")
ABOUT_JOBS = frozenset({"lost_job", "change_jobs"})
"""Intents that answer what somebody does for a living."""


def small_talk(heard: Heard) -> Meaning | None:
    intent = heard.intent
    if intent and heard.screen is None:
        return Meaning(Go("start", intent))  # a stranger is greeted, whatever they say first
    if intent in SETTINGS and _is_wished(heard):
        return Meaning(SETTINGS[intent])
    return Meaning(Go("talk", f"{intent} {heard.words}")) if intent else None


def _is_wished(heard: Heard) -> bool:
    """Whether a saying that names a setting wishes for it; who asks or tells of it is told about it."""
    reading = heard.reading
    complains = reading.act in (Act.STATEMENT, Act.SMALL_TALK, Act.UNKNOWN_ANSWER, Act.DENIAL)
    return reading.act is Act.WISH or not (reading.asks or reading.past or complains)


def talk_under_a_question(heard: Heard) -> Meaning | None:
    """Small talk is no answer; but a command said with an ending is a command, and not small talk."""
    talk = small_talk(heard) if heard.expects else None
    intent = talk.go.argument.partition(" ")[0] if talk else ""
    if heard.expects is None or said_with_flourish(heard):
        return None
    return None if intent in ABOUT_JOBS and heard.expects.command in {"trade", "job"} else talk


def said_with_flourish(heard: Heard) -> Meaning | None:
    if len(heard.words) > LONGEST_GUESS:
        return None
    return with_flourish(heard.words, heard.screen, heard.vocabulary)


def behind_a_reason_where_asked(heard: Heard) -> Meaning | None:
    """A wish or a question to us behind a reason, under a question that it does not answer and no line can be."""
    asks = heard.reading.act in (Act.WISH, Act.QUESTION, Act.SKIP)
    if heard.expects is None or not asks or heard.claimed:
        return None
    return None if takes_any(heard) else behind_a_reason(heard)


def behind_a_reason(heard: Heard) -> Meaning | None:
    """What is meant behind an answer, a reason or something else that is not wanted, where the whole means nothing."""
    if takes_any(heard):
        return None
    for core in heard.language.colloquial.cores(heard.words):
        inner = replace(heard, words=core, typed=core)
        if go := literal(core, heard.screen, heard.vocabulary, heard.now):
            return Meaning(go)
        if found := said_with_flourish(inner) or small_talk(inner):
            return found
        if inner.reading.act is Act.WISH and timely(core, heard.now):
            return Meaning(Go("remind", core))
    return None


def wishes_of_us(heard: Heard) -> bool:
    """Whether a line may be a wish for something of ours instead: 앞에 쓴 거 고치고 싶어요; it is asked about."""
    line = heard.expects is not None and heard.expects.command == "write" and heard.reading.wishes
    topics = heard.language.topics
    return line and bool(topics.of(heard.reading.folded, topics.wished))


def by_its_words(heard: Heard) -> Meaning | None:
    """What a question or a wish is about that means nothing as a whole: answered, and nothing is changed by it."""
    reading, topics = heard.reading, heard.language.topics
    if takes_any(heard) or heard.language.forms.others.search(heard.language.forms.mine.sub("", heard.words)):
        return None
    asks = reading.asks or ASKING.search(heard.words)
    rows = topics.asked if asks else topics.wished if reading.wishes else ()
    intent = topics.of(reading.folded, rows)
    if not intent:
        return None
    return Meaning(Go("talk", f"{intent} {heard.words}") if heard.screen else Go("start", intent))
