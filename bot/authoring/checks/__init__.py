"""What is wrong with a course that could be taught: form, voice, balance, and what would not fit a phone. Pure.

None of it keeps the bot from starting. A new check is a function in one of the files here, its line in a table
below, and its sentence, which says how to mend it, in locales/ko/authors.ftl. What concerns one kind of quiz alone is
found by the kind itself, in its `flaws`.
"""

from collections.abc import Callable, Iterator, Mapping

from bot.authoring.checks import form, law, questions, screens, shape, whole
from bot.authoring.checks.lesson_file import Found, LessonFile
from bot.authoring.checks.whole import Everywhere, WholeCourse
from bot.course.faults import Fault

__all__ = ["LessonFile", "WholeCourse", "flaws_of", "flaws_of_course", "flaws_of_text"]

OF_A_TEXT: Mapping[str, Callable[[str], Found]] = {
    "flaw-not-composed": form.not_composed,
    "flaw-tab": form.tabs,
    "flaw-trailing": form.trailing,
    "flaw-unseen": form.unseen,
}
"""Every check of a file's bare text."""

OF_A_COPY: Mapping[str, Callable[[LessonFile], Found]] = {
    "flaw-straight-quote": form.straight_quotes,
    "flaw-address": form.addresses,
    "flaw-impolite": form.impolite,
    "flaw-banned": form.banned_phrases,
    "flaw-pictures": form.too_many_pictures,
    "flaw-file-name": shape.file_name,
    "flaw-trades": shape.missing_trades,
    "flaw-slot": shape.unnamed_slots,
    "flaw-tall": shape.tall_bubbles,
    "flaw-practice-minutes": shape.wrong_minutes,
    "flaw-minutes": shape.wrong_length,
    "flaw-long-screen": screens.long_screens,
    "flaw-channel": screens.beyond_channels,
    "flaw-review-missing": questions.misplaced_reviews,
    "flaw-review-stray": questions.stray_reviews,
    "flaw-no-thought": questions.without_thought,
    "flaw-lone-thought": questions.lone_thoughts,
    "flaw-long-option": questions.long_options,
    "flaw-long-right": questions.long_rights,
    "flaw-figure": form.unsourced_figures,
    "flaw-taken-answer": questions.taken_answers,
    "flaw-taken-term": questions.taken_terms,
    "flaw-long-message": questions.long_messages,
    "flaw-named-figure": law.figures_of_unverified,
    "flaw-fact-year": law.facts_without_year,
}
"""Every check of one file."""

OF_ALL: Mapping[str, Callable[[WholeCourse], Everywhere]] = {
    "flaw-term-twice": whole.terms_twice,
    "flaw-alike-initials": whole.alike_initials,
    "flaw-slot-twice": whole.slots_twice,
    "flaw-front": whole.unknown_front,
    "flaw-table-name": whole.unknown_names,
    "flaw-paragraphs": whole.other_paragraphs,
    "flaw-long-text": whole.long_texts,
    "flaw-number-gap": whole.gaps_in_numbers,
    "flaw-no-practice": whole.missing_practices,
    "flaw-no-check": whole.missing_checks,
    "flaw-leaning-ox": whole.leaning_ox,
    "flaw-law-card": law.unfit_cards,
}
"""Every check of a whole course."""


def flaws_of_text(source: str) -> Iterator[Fault]:
    """Everything wrong with a file's bare text."""
    for key, check in OF_A_TEXT.items():
        yield from (_fault(line, key, values) for line, values in check(source))


def flaws_of(file: LessonFile) -> Iterator[Fault]:
    """Everything wrong with one file."""
    for key, check in OF_A_COPY.items():
        yield from (_fault(line, key, values) for line, values in check(file))
    yield from (_fault(line, flaw.key, flaw.values) for line, flaw in questions.flaws_of_kinds(file))


def flaws_of_course(course: WholeCourse) -> Iterator[tuple[str, Fault]]:
    """Everything wrong with a course as a whole, with the name of the file to mend."""
    for key, check in OF_ALL.items():
        yield from ((file, _fault(line, key, values)) for file, line, values in check(course))


def _fault(line: int, key: str, values: Mapping[str, object]) -> Fault:
    return Fault(line, key, tuple((name, str(value)) for name, value in values.items()))
