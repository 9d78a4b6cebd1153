"""Which of its wordings a sentence is said in to a learner, so that none wears out. Pure."""

from datetime import date
from zlib import crc32

from bot.record import Reads, Record

AT_EACH_ANSWER = "quiz-"  # how sentences are called that are said several times a day


def choose(record: Record, day: date, key: str, count: int) -> int:
    """Which of so many wordings of a sentence: they take turns by the days together, in a silence by the messages
    that were left unanswered too, and around a question by the answers given, the five of the first day among them;
    there each day begins elsewhere, else who answers as often as there are wordings would read the same ones every day.
    A sentence of every day that has four wordings comes in each at most four times in two weeks.
    """
    if Reads.STUDY not in record.reads:
        return 0
    before = len(record.days) - (day in record.days)
    if key.startswith(AT_EACH_ANSWER):
        answers = max((mark.seen for mark in record.histories.values()), default=0)
        return (answers + len(record.prechecks) + crc32(bytes(before))) % count
    silent = sum(one < day for one in record.unanswered(by_words=False)) if Reads.SENT in record.reads else 0
    return (before + silent) % count
