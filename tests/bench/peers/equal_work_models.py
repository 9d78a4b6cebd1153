"""What the equal-work peer keeps: declarative models over SQLite, as tutorials for SQLAlchemy write them."""

import os
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Of all models."""


class User(Base):
    """One learner, by their Telegram id."""

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    first_name: Mapped[str] = mapped_column(String(100), default="")
    zone: Mapped[str] = mapped_column(String(64), default="Asia/Seoul")
    rhythm: Mapped[str] = mapped_column(String(200), default="")
    screen: Mapped[str] = mapped_column(Text, default="")
    seen_at: Mapped[datetime]


class SeenUpdate(Base):
    """An update that was answered: one delivered twice counts once."""

    __tablename__ = "seen_updates"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    at: Mapped[datetime]


class FinishedLesson(Base):
    """A lesson that is done."""

    __tablename__ = "finished_lessons"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    lesson: Mapped[str] = mapped_column(String(64), primary_key=True)
    day: Mapped[date]


class StudyDay(Base):
    """A day on which something was done."""

    __tablename__ = "study_days"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)


class Card(Base):
    """What a learner remembers of a quiz."""

    __tablename__ = "cards"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    quiz: Mapped[str] = mapped_column(String(64), primary_key=True)
    due: Mapped[datetime]
    last: Mapped[datetime]
    stability: Mapped[float]
    difficulty: Mapped[float]


class Answer(Base):
    """One answer."""

    __tablename__ = "answers"
    __table_args__ = (Index("ix_answers_user_quiz", "user_id", "quiz"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    quiz: Mapped[str] = mapped_column(String(64))
    day: Mapped[date]
    at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(Text)
    right: Mapped[bool]
    rating: Mapped[int]


def sessions() -> tuple[AsyncEngine, async_sessionmaker[AsyncSession]]:
    """The engine, as safe as ours is: what is committed is on the disk."""
    engine = create_async_engine(os.environ["DATABASE_URL"].replace("sqlite:", "sqlite+aiosqlite:", 1))
    event.listen(engine.sync_engine, "connect", _prepare)
    return engine, async_sessionmaker(engine, expire_on_commit=False)


def now() -> datetime:
    """In UTC and without a zone, which SQLite would not keep."""
    return datetime.now(UTC).replace(tzinfo=None)


def _prepare(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
