"""What was said, and where: all that a guess at its meaning may look at. Pure."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from bot.korean import when
from bot.message import Go, Message
from bot.understanding.about_reminders import SIGNS, AboutReminders, about_reminders
from bot.understanding.acts import Act, fronted
from bot.understanding.colloquial import Colloquial, load_colloquial
from bot.understanding.cues import Cues, load_cues
from bot.understanding.endings import tails_of
from bot.understanding.examples import Examples, Likeness
from bot.understanding.examples_file import load_examples
from bot.understanding.forms import Forms, load_forms
from bot.understanding.intents import Intents, Saying, intents_of, saying_of
from bot.understanding.names import Meaning, speaks_of_time, with_flourish
from bot.understanding.reading import Reading, bare, folded, reading_of
from bot.understanding.remarks import remark_of
from bot.understanding.safety import Safety, load_safety
from bot.understanding.sayings import NO, YES
from bot.understanding.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Language:
    """What people say, as `locales/ko/sayings` has it: who may harm themselves, forms of speech acts, intents, what is
    told of the ten people, how people talk, sayings by what they mean, what looks for a line, what decides about a
    hypothesis, and what a part of the words tells.
    """

    safety: Safety
    forms: Forms
    intents: Intents
    people: Intents
    colloquial: Colloquial
    examples: Examples
    first: Intents  # what is said to the questions of the first minute, and heard so only there
    lines: Intents
    decisions: Intents
    calling: Intents  # what is said where it is asked what to call somebody, and is no name
    cues: Cues
    laws: frozenset[str]  # what people call the course's law cards; other words may stand between those of a phrase


GIVES = re.compile(r"[아-힣]\s?주고\s?싶")  # 문제를 하나 더 풀어 주고 싶어요: who wants to give wants nothing of us
LONGEST_TALK = 80  # characters; who writes more tells of something
NO_NAMES: Mapping[str, Iterable[str]] = {"lesson": (), "slot": (), "box": (), "course": ()}


def load_language(folder: Path, names: Mapping[str, Iterable[str]] = NO_NAMES) -> Language:
    """Read once, at the start; `names` are what the course calls things that may be asked for."""
    intents = tomllib.loads((folder / "intents.toml").read_text(encoding="utf-8"))
    tails = tails_of(intents["endings"])
    first, lines, decisions, calling = (
        intents_of(intents, names, tails, table) for table in ("first", "lines", "decisions", "calling")
    )
    return Language(
        load_safety(folder / "safety.toml"),
        load_forms(folder / "acts.toml"),
        intents_of(intents, names, tails),
        intents_of(intents, names, tails, "people"),
        load_colloquial(folder / "colloquial.toml"),
        load_examples(folder / "examples"),
        first,
        lines,
        decisions,
        calling,
        load_cues(folder / "cues.toml"),
        frozenset(names.get("law", ())),
    )


@dataclass(frozen=True)
class Heard:
    """Words in plain Korean, and where: the screen they were said under, what can be said, the time on the learner's
    own clock, and whether the open quiz claims words that can only be an answer to it. `typed` are the words as they
    were typed, legible and mended: what is kept is kept so.
    """

    words: str
    typed: str
    screen: Message | None
    vocabulary: Vocabulary
    language: Language
    now: datetime
    claims: Callable[[str], bool]

    @cached_property
    def reading(self) -> Reading:
        """The words as they are read; what is a command by its name need not be."""
        return reading_of(self.words, self.language.forms)

    @cached_property
    def claimed(self) -> bool:
        """Whether the words can only be an answer to the open quiz."""
        return self.claims(self.typed)

    @cached_property
    def intent(self) -> str:
        """What is said to the bot itself by the whole of the words; "" for nothing, or more than small talk is."""
        if len(self.words) > LONGEST_TALK or GIVES.search(self.words):
            return ""
        scolds = self.reading.act in (Act.INSULT, Act.REFUSAL) and self.language.forms.scolds.search(
            self.words.strip(" .!?~")
        )
        if not self.bare and folded(self.words) in YES | NO:
            return ""
        said = fronted(self.words)
        meant = self.language.intents.of_saying(self.saying if said == self.words else saying_of(said))
        return meant or ("insult" if scolds else "")

    @cached_property
    def saying(self) -> Saying:
        """The words as tables of intents read them."""
        return saying_of(self.words)

    @cached_property
    def remark(self) -> str:
        """What a small remark is about, by the name of its answer; "" for none."""
        quiz = self.expects is not None and self.expects.command == "answer"
        return remark_of(self.words, self.reading, quiz=quiz)

    @cached_property
    def rhythm(self) -> str:
        """The canonical form of what the words ask for about time, as `when.read` has it."""
        return str(when.read(self.words, self.now))

    @cached_property
    def timely(self) -> bool:
        """Whether the words speak of a time."""
        return speaks_of_time(self.words, self.rhythm)

    @cached_property
    def about_reminders(self) -> AboutReminders | None:
        """What the words say about the reminders themselves."""
        return about_reminders(self.words, self.now, self._rhythm_of)

    def _rhythm_of(self, words: str) -> str:
        """The same of other words too; these are read once."""
        return self.rhythm if words == self.words else str(when.read(words, self.now))

    @cached_property
    def flourished(self) -> Meaning | None:
        """The button or command that the words name with an ending, in the other layout, or begun."""
        return with_flourish(self.words, self.screen, self.vocabulary)

    @cached_property
    def likeness(self) -> Likeness:
        """What the words are most like, among sayings that were written down."""
        return self.language.examples.like(self.words)

    @property
    def expects(self) -> Go | None:
        """The command that the open question's answer completes."""
        return self.screen.expects if self.screen else None

    @cached_property
    def letters(self) -> str:
        """The words without spaces, signs and laughter."""
        return SIGNS.sub("", self.words)

    @cached_property
    def bare(self) -> str:
        """The words folded, without the signs and laughter around them."""
        return bare(folded(self.words))
