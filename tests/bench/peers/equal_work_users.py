"""Fills a new database of the equal-work peer: `… path users lessons days cards answers`, the last four each user's."""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Engine, create_engine, insert

from tests.bench.peers.equal_work_models import Answer, Base, Card, FinishedLesson, StudyDay, User, now

FIRST = 100_000  # the id of the first user
SCREEN = '{"text": "요리사가 사진을 배웠어요.", "buttons": ["/answer quiz-01 1", "/answer quiz-01 2"]}'

Row = dict[str, Any]


def fill(engine: Engine, users: int, *past: int) -> None:
    """So many users with the same past; they lived it side by side, so that no user's rows lie together."""
    Base.metadata.create_all(engine)
    ids = range(FIRST, FIRST + users)
    with engine.begin() as connection:
        rows = [{"id": id_, "first_name": "민지", "rhythm": "weekdays 08:00", "screen": SCREEN, "seen_at": now()}
                for id_ in ids]  # fmt: skip
        connection.execute(insert(User), rows)
        for model, row in _past(now().date(), *past):
            connection.execute(insert(model), [{"user_id": id_, **row} for id_ in ids])


def _past(today: date, lessons: int, days: int, cards: int, answers: int) -> Iterator[tuple[Any, Row]]:
    """What a user has behind them, row by row: the first the longest ago."""

    def back(n: int, of: int) -> timedelta:
        return timedelta(days=days - n * days // of)

    for n in range(lessons):
        yield FinishedLesson, {"lesson": f"lesson-{n + 1:02}", "day": today - back(n, lessons)}
    for n in range(days):
        yield StudyDay, {"day": today - back(n, days)}
    for n in range(cards):
        due, last = now() + timedelta(days=n % 10), now() - back(n, cards)
        yield Card, {"quiz": f"quiz-{n + 1:02}", "due": due, "last": last, "stability": 3.2, "difficulty": 5.1}
    for n in range(answers):
        day, quiz = today - back(n, answers), f"quiz-{n % cards + 1:02}"
        given = {"answer": "2", "right": n % 3 > 0, "rating": 3}
        yield Answer, {"quiz": quiz, "day": day, "at": now() - back(n, answers), **given}


def main() -> None:
    """As the first line says."""
    path, *numbers = sys.argv[1:]
    engine = create_engine(f"sqlite:///{path}")
    fill(engine, *(int(number) for number in numbers))
    engine.dispose()


if __name__ == "__main__":
    main()
