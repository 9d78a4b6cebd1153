"""PostgreSQL as others host it: what an address says after its ?, and poolers that lend a server for one transaction.

The driver is loaded where an address names PostgreSQL, and nowhere else.
"""

import logging
import ssl
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import event
from sqlalchemy.engine import URL, Dialect, ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store.address import Unfit

log = logging.getLogger(__name__)

_TAKEN_APART = ("host", "port")  # SQLAlchemy reads them itself, several by commas
_FILES = ("sslrootcert", "sslcert", "sslkey", "sslcrl")
_OF_OTHERS = (  # what tells other clients how to keep their connections, and means nothing to ours
    "channel_binding", "connect_timeout", "connection_limit", "gssencmode", "keepalives", "keepalives_count",
    "keepalives_idle", "keepalives_interval", "load_balance_hosts", "pgbouncer", "pool_timeout",
    "prepared_statement_cache_size", "ssl", "sslcompression", "sslsni", "statement_cache_size", "tcp_user_timeout",
)  # fmt: skip
_UNNAMED = {"prepared_statement_cache_size": 0, "statement_cache_size": 0, "prepared_statement_name_func": str}
_NAMES_FAIL = ("26000", "42P05")  # no prepared statement of that name, or one already (PostgreSQL, appendix A)


def engine(url: URL) -> AsyncEngine:
    """Connections to where an address leads. Raises Unfit for one that cannot be meant."""
    said = {name: value if isinstance(value, str) else value[-1] for name, value in url.query.items()}
    plain = url.set(query={name: said[name] for name in _TAKEN_APART if name in said})
    try:
        made = create_async_engine(
            plain, connect_args=_given(said), pool_size=10, max_overflow=10, pool_pre_ping=True, hide_parameters=True
        )
    except ImportError:
        raise Unfit("start-server-driver") from None
    _Door(pooled=_told_pooled(said)).guard(made)
    return made


def _given(said: dict[str, str]) -> dict[str, Any]:
    """What the driver is given of the words after the ?: it reads those of libpq itself, and hands those that it does
    not know to the server as settings (libpq, "Parameter Key Words").
    """
    for name in _FILES:
        if (file := said.get(name, "system")) != "system" and not Path(file).is_file():
            raise Unfit("start-address-file", name=name, file=file)
    if said.get("channel_binding") == "require":
        log.warning("channel_binding: the driver knows none; what keeps the connection safe is sslmode=verify-full")
    given: dict[str, Any] = {}
    if (seconds := said.get("connect_timeout", "0")) != "0":
        given["timeout"] = _seconds(seconds)
    spoken = {name: value for name, value in said.items() if name not in (*_OF_OTHERS, *_TAKEN_APART)}
    if mode := said.get("ssl"):  # as other drivers write it
        spoken.setdefault("sslmode", {"true": "require", "false": "disable"}.get(mode, mode))
    if spoken.get("sslrootcert") == "system":  # whom this machine trusts
        given["ssl"] = ssl.create_default_context()
        spoken = {name: value for name, value in spoken.items() if not name.startswith("ssl")}
    return given | ({"dsn": f"postgresql://?{urlencode(spoken)}"} if spoken else {})


def _seconds(said: str) -> float:
    if not said.isdecimal():
        raise Unfit("start-address-words")
    return float(said)


def _told_pooled(said: dict[str, str]) -> bool:
    """Whether the address itself tells of a pooler, as Prisma's do, or SQLAlchemy's and asyncpg's own."""
    none = {said.get(name) for name in ("prepared_statement_cache_size", "statement_cache_size")}
    return said.get("pgbouncer") == "true" or "0" in none


class _Door:
    """Opens connections. Behind a pooler that lends a server for one transaction, the statement that was prepared by a
    name is another server's in the next: there none gets a name. Elsewhere names spare half of the questions.
    """

    def __init__(self, *, pooled: bool) -> None:
        self._pooled = pooled

    def guard(self, engine: AsyncEngine) -> None:
        event.listen(engine.sync_engine, "do_connect", self._connect)
        event.listen(engine.sync_engine, "handle_error", self._failed)

    def _connect(self, dialect: Dialect, _record: Any, words: list[Any], named: dict[str, Any]) -> Any:
        if not self._pooled:
            connection: Any = dialect.connect(*words, **named)
            if not connection.run_async(_lent):
                return connection
            connection.close()
            self._pooled = True
        return dialect.connect(*words, **named, **_UNNAMED)

    def _failed(self, context: ExceptionContext) -> None:
        """A pooler that looked like a server gives itself away by names that are gone; all connections open anew."""
        if not self._pooled and getattr(context.original_exception, "sqlstate", None) in _NAMES_FAIL:
            self._pooled = context.is_disconnect = True


async def _lent(connection: Any) -> bool:
    """Whether another process answers than the one that greeted us. Asked in words, since answers to these come by
    the simple protocol, which prepares nothing.
    """
    told = await connection.execute(f"SELECT WHERE pg_backend_pid() = {connection.get_server_pid():d}")
    return bool(told != "SELECT 1")
