"""The schema. Migrations are generated from it, and a test holds the two together."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    text,
)

from bot.store.dialect import Instant

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


def _learner(**options: Any) -> Column[int]:
    return Column("learner_id", ForeignKey("learners.id", ondelete="CASCADE"), nullable=False, **options)


def _course(**options: Any) -> Column[str]:
    """The folder name of the course that something belongs to."""
    return Column("course", String(64), nullable=False, default="", **options)


def _address() -> tuple[Column[str], Column[str], ForeignKeyConstraint]:
    """Where something belongs to, by the keyed hash of an id: with its address it goes to another learner, and with its
    learner it is gone.
    """
    whole = ForeignKeyConstraint(["channel", "address"], ["addresses.channel", "addresses.id"], ondelete="CASCADE")
    return Column("channel", String(20), nullable=False), Column("address", String(200), nullable=False), whole


def _address_key() -> tuple[Column[str], Column[str], ForeignKeyConstraint]:
    channel, address, whole = _address()
    channel.primary_key = address.primary_key = True
    return channel, address, whole


learners = Table(
    "learners",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("since", Instant, nullable=False),
    Column("trade", String(40), nullable=False, default=""),
    Column("zone", String(64), nullable=False, default="Asia/Seoul"),
    Column("rhythm", String(200), nullable=False, default=""),  # canonical form of bot.korean.when
    Column("intention", Text, nullable=False, default=""),  # the learner's own if-then plan
    Column("on_holidays", Boolean, nullable=False, default=False),  # whether lessons come on public holidays
    Column("quiet", String(20), nullable=False, default=""),
    Column("paused_from", Date),
    Column("paused_until", Date),  # the day lessons come again
    Column("day_floor", Date),  # the study day it was when the zone changed
    Column("off", Boolean, nullable=False, default=False),  # whether reminders were switched off
    Column("once_at", Instant),  # a message asked for, such as a snooze
    Column("ended_at", Instant),  # when the end of the course was told
    Column("next_lesson_at", Instant, index=True),
    Column("next_kind", String(20), nullable=False, default="lesson"),  # what falls due then
    Column("reminded_on", Date),  # the study day of the last daily lesson given out, and how many of its lessons were
    Column("reminded", Integer, nullable=False, default=0),
    Column("screen", Text),  # the last message shown, as JSON: the only dialogue state
    Column("heard", String(16), nullable=False, default=""),  # digest of the last words; with the next two
    Column("meant", String(16), nullable=False, default=""),  # and of the command they meant: tells a double tap
    Column("heard_at", Instant),
    Column("undo", Text),  # what takes the last change back, as JSON
    Column("job", Text, nullable=False, default=""),  # what they do, in their own words
    Column("called", Text, nullable=False, default=""),  # what they want to be called
    Column("put_off", String(64)),  # the practice that was left for later last
    Column("past", Text, nullable=False, default=""),  # rhythms and pauses of before, as bot.rhythm.past keeps them
    Column("lighter_until", Date),  # the day that brings new parts again after a week of reviews
    Column("short_lines", Boolean, nullable=False, default=False),  # whether what is to be read comes in short bubbles
    Column("drafts", Text, nullable=False, default=""),  # what was told in workshops, as bot.plan.drafts keeps it
    Column("feed", String(64), nullable=False, default=""),  # digest of the secret address of their calendar
    Column("feed_since", Instant),
    Column("offered_on", Date),  # the study day on which other ways to be told of their hour were offered last
    _course(),  # which they are in; "" is the first that is offered
    Column("elsewhere", Text, nullable=False, default=""),  # what waits in other courses, see bot.record.courses
    Column("lighter_from", Date),  # the day a week of reviews begins on, where it was wished for ahead
    Column("ring_on", String(20), nullable=False, default=""),  # the channel on which reminders are wanted
    Column("code_tries", Integer, nullable=False, default=0),  # link codes that did not hold, one after another
    Column("code_tried_at", Instant),
    Column("joined", Text),  # whose record was joined lately, as JSON
    Index(
        "ix_learners_feed", "feed", unique=True, sqlite_where=text("feed <> ''"), postgresql_where=text("feed <> ''")
    ),
)

addresses = Table(
    "addresses",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("id", String(200), primary_key=True),  # of the messenger, as a keyed hash: see bot.store.keyring
    _learner(index=True),
    Column("encrypted", Text, nullable=False, default=""),  # the same id, for use
    Column("reachable", Boolean, nullable=False, default=True),
    Column("untold", String(20), nullable=False, default=""),  # the channel of which it was not told yet that it joined
)

joints = Table(  # learners whose record was joined to another's, and copies of what that one had before; for minutes
    "joints",
    metadata,
    _learner(primary_key=True),
    Column("owner_id", ForeignKey("learners.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Instant, nullable=False, index=True),
    Column("next_lesson_at", Instant),  # when they would be spoken to next
    Column("copy", Boolean, nullable=False),
)

former_addresses = Table(  # which addresses were a guest's
    "former_addresses",
    metadata,
    *_address_key(),
    _learner(index=True),
)

deliveries = Table(  # ids of updates already answered, so that one delivered twice counts once
    "deliveries",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("key", String(128), primary_key=True),  # a keyed hash
    Column("at", Instant, nullable=False, index=True),
)

answers = Table(  # append-only: what is needed to fit the memory model later
    "answers",
    metadata,
    Column("id", Integer, primary_key=True),
    _learner(),
    _course(),
    Column("quiz", String(64), nullable=False),
    Column("day", Date, nullable=False),  # the study day, which rolls at 04:00 where the learner lives
    Column("at", Instant, nullable=False),
    Column("answer", Text, nullable=False),
    Column("right", Boolean, nullable=False),
    Column("rating", Integer, nullable=False, default=0),  # 1 Again, 2 Hard, 3 Good; 0 where nothing is scheduled
    Column("counted", Boolean, nullable=False),  # the first of its study day to its thought: only that one is scheduled
    Column("recall", Float),  # the chance, from 0 to 1, that the memory model gave it; none at a first meeting
    Index("ix_answers_learner_id", "learner_id", "course", "id", "quiz", "day", "right"),  # all that a turn reads of it
)

cards = Table(  # what is remembered of each thought, which has the name of a question
    "cards",
    metadata,
    _learner(primary_key=True),
    _course(primary_key=True),
    Column("thought", String(64), primary_key=True),
    Column("due", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("stability", Float, nullable=False),
    Column("difficulty", Float, nullable=False),
    Index("ix_cards_learner_id_due", "learner_id", "due"),
)

finished = Table(  # lessons finished, by name, so that a lesson can be moved or edited in mid-course
    "finished",
    metadata,
    _learner(primary_key=True),
    _course(primary_key=True),
    Column("lesson", String(64), primary_key=True),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
)

lines = Table(  # what the learner wrote about their own work; the newest of a lesson holds
    "lines",
    metadata,
    Column("id", Integer, primary_key=True),
    _learner(index=True),
    _course(),
    Column("lesson", String(64), nullable=False),
    Column("box", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
)

people = Table(  # the ten people to talk to, under nicknames
    "people",
    metadata,
    _learner(primary_key=True),
    _course(primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # tells a learner's rows apart
    Column("alias", Text, nullable=False),
    Column("why", Text, nullable=False, default=""),
    Column("said", Text, nullable=False, default=""),
    Column("sent_on", Date),
    Column("answer", Text, nullable=False, default=""),
    Column("next_step", Text, nullable=False, default=""),
    Column("next_on", Date),
    Column("answered_on", Date),
)

prechecks = Table(  # the five questions of the first day, and again of the last: round 1 and 2
    "prechecks",
    metadata,
    _learner(primary_key=True),
    _course(primary_key=True),
    Column("quiz", String(64), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("right", Boolean, nullable=False),
)

reports = Table(  # what learners found odd about a question, in their words
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    _learner(index=True),
    _course(),
    Column("quiz", String(64), nullable=False),
    Column("note", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("closed_at", Instant),  # when an operator answered it, or saw that nothing is to be answered
    Column("forwarded_at", Instant),  # when it went to the operators
)

inquiries = Table(  # what learners asked a person, and what came back
    "inquiries",
    metadata,
    Column("code", String(16), primary_key=True),  # what it is called; no number, for a number may come again
    _learner(index=True),
    Column("at", Instant, nullable=False),
    Column("text", Text, nullable=False),
    Column("forwarded_at", Instant),  # when it went to the operators
    Column("answer", Text, nullable=False, default=""),
    Column("answered_at", Instant),
    Column("told_at", Instant),
    Column("quiz", String(64), nullable=False, default=""),  # the question they had called odd, if that was answered
)

days = Table(  # days together: one row for each study day with a real step
    "days",
    metadata,
    _learner(primary_key=True),
    Column("day", Date, primary_key=True),
)

links = Table(  # codes that join a second address, one a learner; each works once, for ten minutes
    "links",
    metadata,
    _learner(primary_key=True),
    Column("code", String(64), nullable=False, unique=True),  # its keyed hash
    Column("expires", Instant, nullable=False),
)

document_links = Table(  # links to a document, one a learner; each works once, for ten minutes
    "document_links",
    metadata,
    _learner(primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("name", String(64), nullable=False),  # of the file it leads to
    Column("expires", Instant, nullable=False),
)

shown_pictures = Table(  # pictures of learners that a chat shows by their address, again and again for a week
    "shown_pictures",
    metadata,
    Column("digest", String(64), primary_key=True),
    _learner(index=True),
    Column("name", String(64), nullable=False),  # of the file it leads to
    Column("expires", Instant, nullable=False),
)

sent = Table(  # why this message, why now, and what became of it; one row a slot, claimed before sending
    "sent",
    metadata,
    _learner(primary_key=True),
    Column("day", Date, primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("channel", String(20), nullable=False),
    Column("why", String(200), nullable=False, default=""),  # the rhythm it follows; once: the learner asked for it
    Column("due_at", Instant, nullable=False),
    Column("claimed_at", Instant, nullable=False),
    Column("lease", Instant),  # until then it belongs to whoever claimed it; none once its outcome is known
    Column("done_at", Instant),
    Column("outcome", String(20), nullable=False, default="claimed"),
    Column("note", String(40), nullable=False, default=""),  # why it was skipped or could not be sent
    Column("opened", String(20), nullable=False, default=""),  # what it opened: lesson, review, ask, hush, …
    Column("wording", String(20), nullable=False, default=""),  # how it began, and the chance each beginning had
    Column("chances", Text, nullable=False, default=""),
    Column("news", Integer, nullable=False, default=0),  # which broadcast it brought
    Index("ix_sent_open", "lease", sqlite_where=text("lease IS NOT NULL"), postgresql_where=text("lease IS NOT NULL")),
    Index(
        "ix_sent_paid", "claimed_at",
        sqlite_where=text("channel = 'kakao'"), postgresql_where=text("channel = 'kakao'"),
    ),
)  # fmt: skip

broadcasts = Table(  # what an operator tells everybody once
    "broadcasts", metadata, Column("id", Integer, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),  # the same words are told once
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False), Column("until", Instant, nullable=False),
)  # fmt: skip

rates = Table(  # where the next sending slot of a messenger stands; all processes take theirs from this one row
    "rates",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("free_at", Float, nullable=False),  # seconds since 1970 on the database's own clock
    Column("asked_at", Float, nullable=False),  # the same; a clock set back is noticed by it
)

history = Table(  # what the web page showed and heard, a row a bubble; those of one turn have the same moment
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    *_address(),
    Column("at", Instant, nullable=False, index=True),
    Column("mine", Boolean, nullable=False),  # whether the learner said it
    Column("text", Text, nullable=False),
    Column("file", String(80), nullable=False, default=""),  # what went with the message, under its last bubble
    Index("ix_history_address", "channel", "address", "at"),
    sqlite_autoincrement=True,  # an id that is erased is never used again: pages ask for what came after one
)

push_subscriptions = Table(  # browsers that web pushes reach while no page is open
    "push_subscriptions",
    metadata,
    Column("endpoint", Text, primary_key=True),  # where its push service takes them, as a keyed hash
    *_address(),
    Column("encrypted", Text, nullable=False),  # that, and the browser's key and secret (RFC 8291), as JSON
    Column("since", Instant, nullable=False),
    Index("ix_push_subscriptions_address", "channel", "address"),
)

house_keys = Table(  # keys of our own, made at the first start, encrypted; and the time of the last beat
    "house_keys",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
