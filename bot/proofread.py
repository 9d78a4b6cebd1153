"""What is wrong with a course that can be taught: form, voice, balance, and what would not fit a phone. Pure."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.korean.hangul import initials
from bot.korean.register import ALL_OF_THEM, BARE, banned, is_polite, pictures, sentences
from bot.learning.quizzes import Grade, Quiz
from bot.learning.quizzes.initials import Initials
from bot.learning.quizzes.kind import Say
from bot.learning.quizzes.scenario import BEST, Scenario
from bot.lessons import About, Ask, Lesson, Part, Practice
from bot.message import LONGEST_BUBBLE
from bot.outline import Block, Faulty, Outline, Section, lines_of, outline, written
from bot.replies import answers, replies

MOST_LINES = 8  # of a bubble, blank ones counted
MOST_IN_OPTION = 40  # characters; an option is read at a glance
CHARACTERS_A_MINUTE = 500  # of Korean on a phone, read with care
SECONDS_AN_ANSWER = 20  # to choose an option, or to begin a line of one's own
MINUTES = (2.0, 4.5)  # a lesson, from its title to its end
MINUTES_OF_PRACTICE = range(5, 21)

Found = Iterator[tuple[int, dict[str, object]]]
"""The lines where something is wrong, with the values of the sentence that says how to mend it."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One file under proof: its text, how it is laid out, and the part it makes, if it makes one."""

    name: str
    source: str
    plan: Outline
    part: Part | None
    about: About
    words: frozenset[str]
    say: Say

    @property
    def quizzes(self) -> tuple[Quiz, ...]:
        """The part's quizzes."""
        return () if self.part is None or isinstance(self.part, Practice) else self.part.quizzes

    def section(self, key: str) -> Section | None:
        """The section words.toml calls `key`."""
        return next((each for each in self.plan.sections if self.about.sections.get(each.words[0]) == key), None)

    def line_of(self, quiz: Quiz, text: str) -> int:
        """Where a text of a quiz stands, or the quiz itself."""
        section = next(each for each in self.plan.sections if each.line == quiz.line)
        lines = (found for block in section.blocks for found in lines_of(block))
        return next((line for line, words in lines if text in words), quiz.line)


def proofread(name: str, source: str, part: Part | None, about: About, say: Say) -> Iterator[tuple[int, str, dict[str, object]]]:
    """Line, key and values of everything wrong with one file beyond what keeps it from being taught."""
    for key, check in FORM.items():
        yield from ((line, key, values) for line, values in check(source))
    try:
        plan = outline(source)
    except Faulty:
        return  # told already
    copy = Copy(name, source, plan, part, about, taken_words(say), say)
    for key, proof in PROOFS.items():
        yield from ((line, key, values) for line, values in proof(copy))


def taken_words(say: Say) -> frozenset[str]:
    """What would not arrive as an answer: commands, and the words that ask for a hint, an answer or an undo."""
    keys: frozenset[str] = getattr(say, "keys", frozenset())
    commands = {say(key) for key in keys if key.startswith("command-")}
    asked = (say(key).split() for key in ("quiz-says-unknown", "quiz-says-hint", "quiz-says-undo"))
    return frozenset({_folded(word) for word in (*commands, *BARE, *(form for forms in asked for form in forms))})


def _lines(source: str) -> Iterator[tuple[int, str]]:
    return enumerate(source.split("\n"), 1)


def _not_composed(source: str) -> Found:
    yield from ((n, {}) for n, line in _lines(source) if not unicodedata.is_normalized("NFC", line))


def _tabs(source: str) -> Found:
    yield from ((n, {}) for n, line in _lines(source) if "\t" in line)


def _trailing(source: str) -> Found:
    yield from ((n, {}) for n, line in _lines(source) if line != line.rstrip(" \u00a0\u3000"))


def _unseen(source: str) -> Found:
    for n, line in _lines(source.removeprefix("\ufeff")):
        if hidden := [sign for sign in line if unicodedata.category(sign) in {"Cf", "Co"} and sign != "\u200d"]:
            yield n, {"sign": f"U+{ord(hidden[0]):04X}"}


def _straight_quotes(copy: Copy) -> Found:
    yield from ((n, {}) for n, text in written(copy.plan) if "'" in text or '"' in text)


def _addresses(copy: Copy) -> Found:
    yield from ((n, {}) for n, text in written(copy.plan) if re.search(r"https?:|www\.|\w\.(com|kr|net|org)\b", text))


def _register(copy: Copy) -> Found:
    for block in _blocks(copy):
        for sentence, below in sentences(block.text) if block.kind == "spoken" else ():
            if not is_polite(sentence) and not list(banned(sentence)):
                yield block.line + below, {"sentence": _short(sentence)}


def _banned(copy: Copy) -> Found:
    for block in _blocks(copy):
        for word, instead, below in banned(block.text):
            yield block.line + below, {"word": word, "instead": instead}


def _emoji(copy: Copy) -> Found:
    for block in _blocks(copy):
        if (count := pictures(block.text)) > 1:
            yield block.line, {"count": count}


def _file_name(copy: Copy) -> Found:
    kind, unit = copy.plan.head.get("kind", "lesson"), copy.plan.head.get("unit")
    wanted = {
        "lesson": r"\d\d-[a-z0-9-]+",
        "practice": f"week-{unit}-practice",
        "check": f"week-{unit}-check",
        "precheck": "precheck",
    }.get(str(kind), ".*")
    if not re.fullmatch(wanted, copy.name):
        yield 1, {"kind": str(kind), "unit": str(unit)}


def _trades(copy: Copy) -> Found:
    section = copy.section("examples")
    missing = [word for trade, word in copy.about.trades.items() if trade not in getattr(copy.part, "examples", {})]
    if isinstance(copy.part, Lesson) and missing and section:
        yield section.line, {"words": ", ".join(missing)}


def _tall(copy: Copy) -> Found:
    for block in _bubbles(copy):
        if (count := block.text.count("\n") + 1) > MOST_LINES:
            yield block.line, {"count": count, "most": MOST_LINES}


def _reviews(copy: Copy) -> Found:
    checks = copy.part.checks if isinstance(copy.part, Lesson) else ()
    yield from ((quiz.line, {"quiz": quiz.name}) for quiz in copy.quizzes if quiz.review != (quiz in checks))


def _all_of_them(copy: Copy) -> Found:
    for quiz in copy.quizzes:
        yield from ((copy.line_of(quiz, text), {"word": text}) for text in answers(quiz) if ALL_OF_THEM.search(text))


def _long_options(copy: Copy) -> Found:
    for quiz in copy.quizzes:
        for text in answers(quiz):
            if len(text) > MOST_IN_OPTION:
                yield copy.line_of(quiz, text), {"count": len(text), "most": MOST_IN_OPTION}


def _taken_words(copy: Copy) -> Found:
    for quiz in copy.quizzes:
        yield from ((copy.line_of(quiz, text), {"word": text}) for text in answers(quiz) if _folded(text) in copy.words)
    section = copy.section("terms")
    for block in section.blocks if section else ():
        for line, text in lines_of(block):
            if _folded(text.partition(" · ")[0]) in copy.words:
                yield line, {"word": text.partition(" · ")[0]}


def _told_initials(copy: Copy) -> Found:
    for quiz in copy.quizzes:
        if isinstance(quiz, Initials) and quiz.word in "".join(quiz.question.split()):
            told = next((line for line in quiz.question.split("\n") if quiz.word in line), "")
            yield copy.line_of(quiz, told) if told else quiz.line, {"word": quiz.word}


def _scenario_when(copy: Copy) -> Found:
    for quiz in copy.quizzes:
        for option in quiz.options if isinstance(quiz, Scenario) else ():
            if option.mark != BEST and copy.say("proof-better-then") not in option.because:
                yield copy.line_of(quiz, option.text), {"word": copy.say("proof-better-then")}


def _messages(copy: Copy) -> Found:
    for quiz in copy.quizzes:
        try:
            state = quiz.ask("", copy.say).expects.partition(":")[2]
            heard = [quiz.hear(words, at, copy.say) for at, words in replies(quiz, state, copy.say)]
        except ValueError as error:
            yield quiz.line, {"count": len(str(error)), "most": LONGEST_BUBBLE}
            continue
        bubbles = [bubble for each in heard if isinstance(each, Grade) for bubble in each.bubbles]
        if (count := max(map(len, [*bubbles, *quiz.solution(copy.say)]))) > LONGEST_BUBBLE:
            yield quiz.line, {"count": count, "most": LONGEST_BUBBLE}
    for key, text in _texts(copy):
        if len(text) > LONGEST_BUBBLE:
            section = copy.section(key)
            yield section.line if section else 1, {"count": len(text), "most": LONGEST_BUBBLE}
