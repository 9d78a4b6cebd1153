"""Reading when a learner wants to hear from us: `read` turns Korean words into a Rhythm, and never guesses.

What is ambiguous comes back as Ask with choices, what cannot be as Invalid, what says nothing of time as Unknown.
The words are in words.py, their order in grammar.py; clocks, dates and repeats read them; wishes and schedule decide.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.korean import schedule, wishes
from bot.korean.hangul import from_latin_keys
from bot.korean.rhythm import Ask, Invalid, Rhythm, Unknown, load
from bot.korean.said import Said, sorted_out
from bot.korean.scan import LONGEST, Token, mended, scan, spelled

__all__ = ["Rhythm", "load", "read"]


def read(text: str, now: datetime) -> Rhythm:
    """What the text asks for. `now` is aware, in the learner's zone. Never raises."""
    if len(text) > LONGEST * 3:  # decomposed Hangul has up to three signs a syllable
        return Unknown()
    plain = spelled(text)
    if len(plain) > LONGEST:
        return Unknown()
    for attempt in _attempts(text, plain):
        cut = scan(attempt)
        if not cut.left:
            rhythm = decide(cut.tokens, now)
            if not isinstance(rhythm, Unknown):
                return rhythm
    cut = scan(plain)
    if {token.kind for token in cut.tokens} <= {"number", "count", "verb", "vague"}:
        return Unknown()
    return _doubted(decide(cut.tokens, now))


def _attempts(text: str, plain: str) -> Iterator[str]:
    """The text as it stands, typed with the keyboard in the other language, and with slips put right."""
    typed = [plain]
    if any("a" <= letter <= "z" for letter in plain):
        typed += [spelled(from_latin_keys(text)), spelled(from_latin_keys(text.lower()))]
    yield from typed
    for attempt in typed:
        left = scan(attempt).left
        if left:
            yield mended(attempt, left)


def _doubted(rhythm: Rhythm) -> Rhythm:
    """The same, to be confirmed first: something else was said that we did not understand."""
    return rhythm if isinstance(rhythm, Ask | Invalid | Unknown) else Ask((rhythm,))


def decide(tokens: Sequence[Token], now: datetime) -> Rhythm:
    said = sorted_out(tokens, now)
    return next((answer for rule in RULES if (answer := rule(said)) is not None), Unknown())


def _incomplete(said: Said) -> Rhythm | None:
    """Time was spoken of, but not enough of it: 월요일, 다음 주, 30분."""
    counted = [token for token in said.tokens if token.kind == "count" and len(token.numbers) == 1]
    return Ask() if len(said.tokens) > len(counted) + len(said.verbs) else None


RULES = (
    wishes.impossible,
    wishes.unclear,
    wishes.holidays,
    wishes.quiet,
    wishes.shift,
    wishes.pause,
    wishes.resume,
    wishes.switch,
    schedule.wait,
    schedule.change,
    schedule.once,
    schedule.repeat,
    _incomplete,
)
