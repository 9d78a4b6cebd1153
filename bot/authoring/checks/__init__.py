"""What is wrong with a course that could be taught: form, voice, balance, and what would not fit a phone. Pure.

None of it keeps the bot from starting. A new check is a function in one of the files here, its line in a table
below, and its sentence, which says how to mend it, in locales/ko/authors.ftl. What concerns one kind of quiz alone is
found by the kind itself, in its `flaws`.
"""

from collections.abc import Callable, Iterator, Mapping

from bot.authoring.checks import form, questions, shape, whole
from bot.authoring.checks.page import Copy, Found
from bot.authoring.checks.whole import Everywhere, Whole
from bot.course.markdown import Fault

__all__ = ["Copy", "Whole", "proofs_of", "proofs_of_all", "proofs_of_text"]

OF_A_TEXT: Mapping[str, Callable[[str], Found]] = {
    "proof-not-composed": form.not_composed,
    "proof-tab": form.tabs,
    "proof-trailing": form.trailing,
    "proof-unseen": form.unseen,
}
"""Every check of a file's bare text."""

OF_A_COPY: Mapping[str, Callable[[Copy], Found]] = {
    "proof-straight-quote": form.straight_quotes,
    "proof-address": form.addresses,
    "proof-impolite": form.impolite,
    "proof-banned": form.banned_phrases,
    "proof-pictures": form.too_many_pictures,
    "proof-file-name": shape.file_name,
    "proof-trades": shape.missing_trades,
    "proof-tall": shape.tall_bubbles,
    "proof-practice-minutes": shape.wrong_minutes,
    "proof-minutes": shape.wrong_length,
    "proof-long-screen": shape.long_screens,
    "proof-review-missing": questions.misplaced_reviews,
    "proof-review-stray": questions.stray_reviews,
    "proof-long-option": questions.long_options,
    "proof-taken-answer": questions.taken_answers,
    "proof-taken-term": questions.taken_terms,
    "proof-long-message": questions.long_messages,
}
"""Every check of one file."""

OF_ALL: Mapping[str, Callable[[Whole], Everywhere]] = {
    "proof-term-twice": whole.terms_twice,
    "proof-alike-initials": whole.alike_initials,
    "proof-number-gap": whole.gaps_in_numbers,
    "proof-no-practice": whole.missing_practices,
    "proof-no-check": whole.missing_checks,
    "proof-leaning-ox": whole.leaning_ox,
}
"""Every check of a whole course."""


def proofs_of_text(source: str) -> Iterator[Fault]:
    """Everything wrong with a file's bare text."""
    for key, check in OF_A_TEXT.items():
        yield from (_fault(line, key, values) for line, values in check(source))


def proofs_of(copy: Copy) -> Iterator[Fault]:
    """Everything wrong with one file."""
    for key, check in OF_A_COPY.items():
        yield from (_fault(line, key, values) for line, values in check(copy))
    yield from (_fault(line, flaw.key, flaw.values) for line, flaw in questions.flaws_of_kinds(copy))


def proofs_of_all(course: Whole) -> Iterator[tuple[str, Fault]]:
    """Everything wrong with a course as a whole, with the name of the file to mend."""
    for key, check in OF_ALL.items():
        yield from ((file, _fault(line, key, values)) for file, line, values in check(course))


def _fault(line: int, key: str, values: Mapping[str, object]) -> Fault:
    return Fault(line, key, tuple((name, str(value)) for name, value in values.items()))
