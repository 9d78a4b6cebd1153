"""문의: what a learner asks a person, and the answer that comes back. Pure."""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that look alike
LENGTH = 6
CODE = re.compile(rf"(?<![A-Z0-9])[{LETTERS}]{{{LENGTH}}}(?![A-Z0-9])", re.IGNORECASE | re.ASCII)
A_DAY, MOST_A_DAY = timedelta(days=1), 3
LONGEST = 500  # characters of a question
LONGEST_ANSWER = 700  # characters, so that it has room before what else is said


class Inquiry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A question as a turn knows it: of the last day, or with an answer that was not told yet. Moments are in UTC. The
    code is what it is called wherever somebody speaks of it; no other ever has it, also after it is erased. `quiz` is
    the question of the course that they had called odd, where that was answered; they asked nothing then.
    """

    code: str
    at: datetime
    answer: str = ""
    told_at: datetime | None = None
    quiz: str = ""

    @property
    def headline(self) -> str:
        """The key of the sentence that tells the answer."""
        return "report-answered" if self.quiz else "inquiry-answered"


@dataclass(frozen=True, slots=True)
class Inquired:
    """A learner asked a person something."""

    code: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class InquiryTold:
    """The answer to a question was told."""

    code: str
    at: datetime


def new_code() -> str:
    """A code for a question."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def waiting(inquiries: tuple[Inquiry, ...]) -> Iterator[Inquiry]:
    """Those whose answer was not told yet."""
    return (one for one in inquiries if one.answer and one.told_at is None)


def after(inquiries: tuple[Inquiry, ...], fact: Inquired | InquiryTold) -> tuple[Inquiry, ...]:
    """What they are after a fact."""
    if isinstance(fact, Inquired):
        return (*inquiries, Inquiry(fact.code, fact.at))
    told = [msgspec.structs.replace(one, told_at=fact.at) if one.code == fact.code else one for one in inquiries]
    return tuple(told)
