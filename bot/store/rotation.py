"""Encrypting anew all that is kept encrypted, by the newest key, while the bot runs: then an older one is needed no
more.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Table, bindparam, func, select, tuple_, update

from bot.store import Database
from bot.store.keyring import keyring_of
from bot.store.tables import addresses, house_keys, push_subscriptions

AT_ONCE = 200  # rows in one transaction: so long others wait
BEAT = "heartbeat"  # which is among the keys, and none

ENCRYPTED: Mapping[Table, str] = {house_keys: "value", addresses: "encrypted", push_subscriptions: "encrypted"}
"""The column of each table that is encrypted."""


async def rotate(database: Database, progress: Callable[[int, int], None]) -> int:
    """Encrypt all anew; how many values that were. Whoever begins again finds what is left, and the rest once more."""
    done, all_ = 0, 0
    async with database.reading() as connection:
        for table in ENCRYPTED:
            all_ += await connection.scalar(select(func.count()).select_from(table)) or 0
    for table, name in ENCRYPTED.items():
        last: tuple[Any, ...] = ()
        while rows := await _some(database, table, name, last):
            last, done = tuple(rows[-1]), done + len(rows)
            progress(done, max(done, all_))
    return done


async def _some(database: Database, table: Table, name: str, last: tuple[Any, ...]) -> list[Any]:
    """Encrypt the next rows of a table anew; their keys, in order."""
    keys = list(table.primary_key)
    found = select(*keys, table.c[name].label("kept")).order_by(*keys).limit(AT_ONCE).with_for_update()
    found = found.where(tuple_(*keys) > last) if last else found
    found = found.where(table.c.name != BEAT) if table is house_keys else found
    async with database.transaction() as connection:
        renewed = keyring_of(connection).renewed
        rows = (await connection.execute(found)).all()
        if rows:
            these = [key == bindparam(f"of_{key.name}") for key in keys]
            values = [
                {**{f"of_{key.name}": part for key, part in zip(keys, row, strict=False)}, "renewed": renewed(row.kept)}
                for row in rows
            ]
            await connection.execute(update(table).where(*these).values({name: bindparam("renewed")}), values)
    return [row[: len(keys)] for row in rows]
