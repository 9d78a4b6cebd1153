"""What operators are told of a question that somebody called odd, and what becomes of their answer."""

import re
from collections.abc import Sequence
from datetime import datetime

from bot.desk.operating.charts import Questions
from bot.message import Say
from bot.operator import plots
from bot.record.inquiries import LONGEST_ANSWER
from bot.store import Transaction, reports

LONGEST_NAMED = 90  # characters of a question, before an answer about it
LONGEST_TOLD = 400  # characters of what was written about it, in a chat; the page shows all
NAME = re.compile(r"\S+/\S+")


class OddQuestions:
    """Tells operators of them, and answers for operators. `questions` are those that are taught."""

    def __init__(self, say: Say, questions: Questions) -> None:
        self.questions, self._say = questions, say

    def told(self, course: str, quiz: str, notes: Sequence[str]) -> str:
        """What comes to an operator's chat; a reply to it is an answer."""
        say, (title, asks) = self._say, self.questions.get((course, quiz), ("", ""))
        named = say("operator-odd-where", title=title or "none", name=plots.cut(asks or quiz, LONGEST_NAMED))
        written = plots.cut(" / ".join(notes), LONGEST_TOLD) if notes else say("report-forwarded-unsaid")
        return say("report-forwarded", name=f"{course}/{quiz}", question=named, text=written)

    def named_in(self, reply_to: str) -> str:
        """The question, as course/name, that a message told of; "" for another message."""
        start = self._say("report-forwarded-start")
        found = NAME.match(reply_to.removeprefix(start).lstrip()) if reply_to.startswith(start) else None
        return found[0] if found else ""

    def fits(self, answer: str) -> bool:
        """Whether an answer has a length that can be brought."""
        return 1 <= len(answer) <= LONGEST_ANSWER

    async def closed(self, connection: Transaction, name: str, now: datetime, answer: str = "") -> bool:
        """Whether something waited of a question, which is closed, with an answer to those who called it odd."""
        course, _, quiz = name.partition("/")
        _, asks = self.questions.get((course, quiz), ("", quiz))
        told = self._say("report-answer", question=plots.cut(asks, LONGEST_NAMED), text=answer) if answer else ""
        return bool(await reports.close(connection, course, quiz, now, told))
