"""What is said to us, whatever question is open: small talk, settings that it wishes for, commands with an ending, and
what is meant behind a reason. Pure.
"""

from dataclasses import replace

from bot.message import Go
from bot.understanding.acts import Act, fronted
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning, literal, timely, with_flourish
from bot.understanding.open_lines import LEFT_OUT, takes_any

LONGEST_GUESS = 40  # characters; a longer saying is no command
LONGEST_TALK = 80  # characters; who writes more tells of something
SETTINGS = {
    "lighter_week": Go("lighter"),
    "lessons_again": Go("lessons-again"),
    "short_lines": Go("short-lines"),
    "whole_text": Go("whole-text"),
    "no_rest": Go("no-rest"),
    "no_name": Go("call", LEFT_OUT),
}
"""Intents that wish for a setting, and the command that sets it."""
ABOUT_JOBS = frozenset({"lost_job", "change_jobs"})
"""Intents that answer what somebody does for a living."""


def small_talk(heard: Heard) -> Meaning | None:
    intent = heard.language.intents.of(fronted(heard.words)) if len(heard.words) <= LONGEST_TALK else ""
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
    if heard.expects is None or not asks or heard.claims(heard.typed):
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
