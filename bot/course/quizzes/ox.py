"""OX: whether a statement holds."""

from dataclasses import dataclass, replace
from typing import ClassVar

from bot.course.faults import Faulty
from bot.course.markdown import Section
from bot.course.quizzes.choice import explained, one_right, restated
from bot.course.quizzes.kind import Grade, Option, Say, Verdict, means
from bot.course.quizzes.options import AnsweredByOption, chosen
from bot.course.quizzes.reading import read_question
from bot.korean.verdicts import Stance, stance_of
from bot.message import Button, Go, Message

SIGNS = ("O", "X")
IN_ORDER = "12"
SAYINGS = {Stance.AFFIRMS: "quiz-says-o", Stance.DENIES: "quiz-says-x"}  # a yes and a no
NAMES = ("quiz-calls-o", "quiz-calls-x")  # what the signs are called
MOST_ASKING = 2  # characters before a question mark that ask to say it again
MOST_WORDS = 6  # of a verdict; more is a sentence about something else


@dataclass(frozen=True, slots=True)
class Ox(AnsweredByOption):
    """O and X, always in that order."""

    kind: ClassVar[str] = "ox"
    how: ClassVar[str] = "sorry-quiz-ox"

    def ask(self, _seed: str, _say: Say, /) -> Message:
        """The statement with two buttons."""
        buttons = tuple(Button(sign, Go("answer", f"{self.name} {number}")) for number, sign in enumerate(SIGNS, 1))
        return Message((self.question,), buttons, Go("answer", self.name))

    def hear(self, words: str, _state: str, say: Say, /) -> Verdict:
        """Grade O or X, however people write and say them; what says neither clearly is asked once more."""
        stance = None if chosen(self.options, words, IN_ORDER) else self._stance(words, say)
        if stance is Stance.UNCLEAR:
            again = self.ask("", say)
            return replace(again, bubbles=(say("quiz-ox-unclear", question=self.question),))
        option = chosen(self.options, words, IN_ORDER) or self._option(stance)
        return explained(self.options, option, say) if option else None

    def claims(self, words: str, _state: str, say: Say, /) -> bool:
        """Every sign, every yes and no, and what says neither clearly: that is asked again."""
        return bool(chosen(self.options, words, IN_ORDER) or self._stance(words, say))

    def solution(self, say: Say, /) -> Grade:
        """The right sign and why."""
        return restated(self.options, say)

    def _option(self, stance: Stance | None) -> Option | None:
        return dict(zip((Stance.AFFIRMS, Stance.DENIES), self.options, strict=True)).get(stance) if stance else None

    def _stance(self, words: str, say: Say) -> Stance | None:
        """What a yes or a no says, or all of a row of them: 네, 맞는 것 같아요."""
        affirming, denying = (frozenset(say(name).split()) for name in NAMES)
        if whole := stance_of(words, affirming, denying) or self._listed(words, say):
            return None if _asks_back(words) else whole
        first, _, rest = words.strip().partition(" ")
        if not rest or len(words.split()) > MOST_WORDS:
            return None
        one, other = self._listed(first, say), self._stance(rest, say)  # a sign stands last: X 아니에요 denies it
        return (one if one is other else Stance.UNCLEAR) if one and other else None

    def _listed(self, words: str, say: Say) -> Stance | None:
        """What one of the known sayings says."""
        found = [stance for stance, key in SAYINGS.items() if means(words, key, say)]
        return found[0] if len(found) == 1 else None


def _asks_back(words: str) -> bool:
    """Whether a short word and a question mark ask to say it again."""
    said = words.strip()
    return said.endswith("?") and len(said.rstrip("?")) <= MOST_ASKING


def read_ox(section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Ox:
    """O and X in that order, each with its reason, one of them marked [x]."""
    question, options = read_question(section, name), one_right(section)
    if tuple(option.text for option in options) != SIGNS:
        raise Faulty(section.line, "fault-ox")
    return Ox(name, section.line, question, options, sources, review)
