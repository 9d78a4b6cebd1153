"""Counts the statements of each transaction, as the database is asked for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from bot.store import Database


class Transactions(list[list[str]]):
    """The statements of each transaction, its commit among them; SQLite's BEGIN is one, PostgreSQL's none."""

    @property
    def longest(self) -> int:
        """Of how many statements the longest transaction was."""
        return max(map(len, self), default=0)


@contextmanager
def counted(database: Database) -> Iterator[Transactions]:
    """What is asked of the database meanwhile, through the connections that write."""
    transactions, engine = Transactions(), database._engine.sync_engine  # noqa: SLF001 - to look inside is the point

    def execute(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not transactions or transactions[-1][-1] in ("COMMIT", "ROLLBACK"):
            transactions.append([])
        transactions[-1].append(" ".join(statement.split()))

    def commit(_connection: Any) -> None:
        transactions[-1].append("COMMIT")

    def rollback(_connection: Any) -> None:
        if transactions:
            transactions[-1].append("ROLLBACK")

    listeners = (("before_cursor_execute", execute), ("commit", commit), ("rollback", rollback))
    for name, listener in listeners:
        event.listen(engine, name, listener)
    try:
        yield transactions
    finally:
        for name, listener in listeners:
            event.remove(engine, name, listener)
