"""One turn from outside: what is answered, what is shown again, what is refused, and what each leaves behind."""

from datetime import date, timedelta
from unicodedata import normalize

import pytest
from msgspec.structs import replace

from bot.conversation import TYPED, Command, Conversation, Reply, Result
from bot.course.model import Course
from bot.message import LONGEST_RAW, LONGEST_WORDS, Address, Button, Go, Message, Said
from bot.record import Found, Reads, Record
from bot.record.facts import Changed
from bot.record.learner import DOUBLE_TAP
from bot.texts import Texts
from handlers import COMMANDS
from handlers.reminder import remind
from tests.language import LANGUAGE
from tests.learning.turns import HOME, at_home, seoul, somebody, turn_of

NOW = seoul("2026-11-25 08:00")
GREETED = replace(somebody(), screen=Message(("…",)))


@pytest.fixture(scope="module")
def conversation(course: Course, say: Texts) -> Conversation:
    no_holidays: frozenset[date] = frozenset()
    return Conversation(course, say, LANGUAGE, COMMANDS, remind, no_holidays, {"telegram"})


def says(
    conversation: Conversation, record: Record, words: str, seconds: float, *, tapped: bool = False
) -> Result[Reply]:
    """The turn of words so many seconds after 08:00."""
    said = Said(HOME, words, tapped=tapped)
    return conversation.answer(said, Found(record), NOW + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("first", "second", "seconds", "again"),
    [
        ("진도", "진도", 0, True),
        ("진도", "진도", 2.999, True),
        ("진도", "진도", 3, False),  # DOUBLE_TAP
        ("진도", "진도", 5, False),
        ("진도", "진도", -1, False),  # a clock that was set back is no double tap
        ("진도", "도움말", 1, False),  # other words
        ("진도", "progress", 1, False),
    ],
)
def test_a_double_tap(conversation: Conversation, first: str, second: str, seconds: float, *, again: bool) -> None:
    """The same words within three seconds are a thumb that tapped twice, and answered once.

    The first answer is shown again, marked as repeated, and nothing is written down.
    """
    answered = says(conversation, Record(GREETED, homes=at_home(GREETED)), first, 0)
    assert answered.record
    screen = answered.record.learner.screen
    assert screen
    assert screen == answered.answer[0]
    twice = says(conversation, answered.record, second, seconds)
    message, command = twice.answer
    assert (command == "again") is again
    assert message.repeated is again
    assert bool(twice.facts) is not again
    if again:
        assert message.bubbles == screen.bubbles


def test_how_long_a_double_tap_lasts() -> None:
    """Three seconds: a learner who means it twice is slower."""
    assert timedelta(seconds=3) == DOUBLE_TAP


def test_the_same_number_under_another_question_is_no_double_tap(conversation: Conversation, course: Course) -> None:
    """1 and 1 at once: the second answers the next question, because the new screen gives it another meaning."""
    record = Record(GREETED, homes=at_home(GREETED))
    first, second = course.lessons[0].checks
    asked = says(conversation, record, f"/ask {first.name}", 0, tapped=True)
    assert asked.record
    answered = says(conversation, asked.record, "1", 10)
    assert answered.record
    next_asked = says(conversation, answered.record, f"/ask {second.name}", 11, tapped=True)
    assert next_asked.record
    after = replace(
        next_asked.record,
        learner=replace(next_asked.record.learner, heard=answered.record.learner.heard, heard_at=NOW),
    )
    assert says(conversation, after, "1", 1).answer[1] == "answer"


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("가" * LONGEST_WORDS, False),
        ("가" * (LONGEST_WORDS + 1), True),
        (normalize("NFD", "각") * LONGEST_WORDS, False),  # three signs a syllable, counted as they look
        (normalize("NFD", "각") * (LONGEST_WORDS + 1), True),
        (normalize("NFD", "가") * (LONGEST_WORDS + 1), True),
        ("\u200b" * LONGEST_RAW, False),  # nobody sees them
        ("\u200b" * (LONGEST_RAW + 1), True),
    ],
)
def test_how_much_is_heard_at_once(conversation: Conversation, say: Texts, words: str, *, refused: bool) -> None:
    """A thousand characters as they look; more is told so, and what was open stays open."""
    result = says(conversation, Record(GREETED, homes=at_home(GREETED)), words, 0)
    message, command = result.answer
    assert command == "sorry"
    assert (message.bubbles == (say("sorry-much-too-long"),)) is refused
    assert not result.leaves_trace


# -- a turn that is none -------------------------------------------------------------------------------------------

OPEN = replace(somebody(), screen=Message(("…",), (Button("진도", Go("progress")),)))
STRANGER = somebody()


def test_a_delivery_heard_before_is_answered_with_what_is_shown(conversation: Conversation, say: Texts) -> None:
    """And leaves no trace; who has never been shown anything is told that it was not understood."""
    for learner, bubbles in ((OPEN, ("…",)), (STRANGER, (say("sorry-unknown"),))):
        again = conversation.answer(Said(HOME, "진도"), Found(Record(learner), again=True), NOW)
        message, command = again.answer
        assert (message.bubbles, message.repeated, command) == (bubbles, True, "again")
        assert (again.record, again.facts) == (None, ())
    unknown = conversation.answer(Said(HOME, "진도"), Found(None, again=True), NOW)
    assert unknown.answer[0].bubbles == (say("sorry-unknown"),)


def test_a_turn_needs_a_record(conversation: Conversation) -> None:
    """Nobody is answered whom we do not know."""
    with pytest.raises(LookupError, match=r"^a turn needs a record$"):
        conversation.answer(Said(HOME, "진도"), Found(None), NOW)


@pytest.mark.parametrize(
    ("words", "tapped", "key"),
    [
        ("파란 코끼리", False, "sorry-unknown"),
        ("\u200b", False, "sorry-no-words"),  # nothing that anybody sees
        ("/gone", True, "sorry-unknown"),  # a button of an older edition
        ("/term 파란 코끼리", True, "sorry-unknown"),
        ("가" * (LONGEST_WORDS + 1), False, "sorry-much-too-long"),
    ],
)
def test_a_refusal_leaves_open_what_was_open(
    conversation: Conversation, say: Texts, words: str, key: str, *, tapped: bool
) -> None:
    """The buttons of the screen stay, and nothing is written down."""
    refused = says(conversation, Record(OPEN), words, 0, tapped=tapped)
    message, command = refused.answer
    assert (message.bubbles, command) == ((say(key),), "sorry")
    assert OPEN.screen
    assert message.buttons == OPEN.screen.buttons
    assert (refused.leaves_trace, refused.record, refused.facts) == (False, None, ())


@pytest.mark.parametrize("words", ["안녕", "파란 코끼리", "가" * (LONGEST_WORDS + 1)])
def test_a_strangers_first_words_are_a_greeting(conversation: Conversation, words: str) -> None:
    """Whatever they are."""
    greeted = says(conversation, Record(STRANGER, homes=at_home(STRANGER)), words, 0)
    assert greeted.answer[1] == "start"
    assert greeted.record
    assert not greeted.record.learner.new


def test_what_a_turn_leaves_behind(conversation: Conversation) -> None:
    """Its screen, when it was heard, and facts about the learner."""
    told = says(conversation, Record(OPEN, homes=at_home(OPEN)), "진도", 0)
    assert told.record
    assert (told.record.learner.screen, told.record.learner.heard_at) == (told.answer[0], NOW)
    assert {learner_id for learner_id, _ in told.facts} == {1}
    assert told.leaves_trace


@pytest.mark.parametrize(
    ("words", "tapped", "reads"),
    [
        ("/progress", True, COMMANDS["progress"].reads),
        ("/ask one.1", True, COMMANDS["ask"].reads),
        ("/progress", False, TYPED),  # typed words may mean anything
        ("진도", False, TYPED),
        ("/gone", True, TYPED),
    ],
)
def test_what_of_a_record_is_read(conversation: Conversation, words: str, reads: Reads, *, tapped: bool) -> None:
    """A button's command says it itself."""
    assert conversation.reads(Said(HOME, words, tapped=tapped)) == reads
    assert TYPED == Reads.STUDY | Reads.PLAN | Reads.RECENT
    assert COMMANDS["ask"].reads != TYPED


def test_what_the_clock_says(conversation: Conversation) -> None:
    """The reminder is kept as the screen, and taken for the moment at which it is due."""
    turn, message = conversation.remind(Record(OPEN, homes=at_home(OPEN)), HOME, "lesson", NOW)
    assert (turn.address, turn.now, turn.learner.screen) == (HOME, NOW, message)
    assert turn.opening.opened == "lesson"


def test_a_pause_ends_with_the_first_turn_after_it(conversation: Conversation) -> None:
    """Its facts come before those of the turn."""
    back = replace(OPEN, paused_from=NOW.date() - timedelta(days=7), paused_until=NOW.date())
    told = says(conversation, Record(back, homes=at_home(back)), "진도", 0)
    rested = {"paused_from": None, "paused_until": None, "past": "2026-11-17 2026-11-24 pause"}
    assert told.facts[0] == (1, Changed(rested))
    assert told.record
    assert told.record.learner.paused_from is None


def test_an_apology(conversation: Conversation, say: Texts) -> None:
    """When something of ours is broken: the lesson is one tap away."""
    assert conversation.apology() == Message((say("sorry-trouble"),), (Button(say("button-today"), Go("today")),))


@pytest.mark.parametrize(("channel", "pushed"), [("telegram", True), ("kakao", False)])
def test_what_a_turn_knows(course: Course, say: Texts, channel: str, *, pushed: bool) -> None:
    """Whether their channel can speak first, their study day, and what shuffles their questions on it."""
    turn = turn_of(Record(somebody()), seoul("2026-11-26 03:59"), course, say)
    turn.address = Address(channel, "7")
    assert turn.pushed is pushed
    assert (turn.day, turn.seed) == (date(2026, 11, 25), "1:2026-11-25")
    assert Command(remind) == Command(remind, open=False, inner=False, reads=Reads.STUDY)
