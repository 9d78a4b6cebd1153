"""What hosts put in front of a PostgreSQL: TLS, and a pooler in transaction mode as pgbouncer is one.

A client is greeted by the pooler itself. It is lent a server from the moment it asks until no transaction is open, and
each time the one that has rested longest: what a client left in a server is in another the next time.
"""

import asyncio
import contextlib
import ssl
import struct
from asyncio import IncompleteReadError, Server, StreamReader, StreamWriter
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

TLS_WANTED = 80877103  # what a client sends instead of a version of the protocol (PostgreSQL, "Message Formats")
IDLE = b"Z\0\0\0\5I"  # ReadyForQuery, outside of any transaction
LEAVES, REFUSED = b"X", b"E"
SOMEBODY = struct.pack("!II", 4_000_000, 1)  # the process and key of a BackendKeyData, as nobody's


class Refused(Exception):
    """The server takes no such client; the message that says so."""


@dataclass
class _Backend:
    reader: StreamReader
    writer: StreamWriter
    greeting: bytes


class _Servers:
    """Those of one database; whoever wants one waits in a line."""

    def __init__(self, backends: Sequence[_Backend]) -> None:
        self.resting, self._some = deque(backends), asyncio.Semaphore(len(backends))

    async def take(self) -> _Backend:
        await self._some.acquire()
        return self.resting.popleft()

    def give(self, backend: _Backend) -> None:
        self.resting.append(backend)
        self._some.release()


@dataclass
class Hosted:
    """A pooler with `size` servers for each database, behind `socket`. With `greets` clients are told of a process that
    is none; without it of a real one, as by a server.
    """

    socket: Path
    size: int = 3
    greets: bool = True
    tls: ssl.SSLContext | None = None
    passing: tuple[str, ...] = ()  # what clients said at first that is handed on to the server
    greeted: list[dict[str, str]] = field(default_factory=list)  # what clients said at first
    encrypted: int = 0
    _servers: dict[str, _Servers] = field(default_factory=dict)
    _clients: set[asyncio.Task[None] | None] = field(default_factory=set)
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        self._clients.add(asyncio.current_task())
        try:
            with contextlib.suppress(IncompleteReadError, ConnectionError, ssl.SSLError):
                await self._client(reader, writer)
        finally:
            await _closed(writer)

    async def _client(self, reader: StreamReader, writer: StreamWriter) -> None:
        code, words = await _first(reader)
        if code == TLS_WANTED:
            writer.write(b"S" if self.tls else b"N")
            if self.tls:
                await writer.start_tls(self.tls)
                self.encrypted += 1
            code, words = await _first(reader)
        pairs = words.rstrip(b"\0").decode().split("\0")
        self.greeted.append(said := dict(zip(pairs[::2], pairs[1::2], strict=True)))
        try:
            servers = await self._of(said)
        except Refused as refused:
            writer.write(refused.args[0])
            return
        writer.write(next(iter(servers.resting)).greeting)
        lent: _Backend | None = None
        listening: asyncio.Task[None] | None = None

        async def answers(backend: _Backend) -> None:
            """All that it says until no transaction is open; before the client hears so, another may have it."""
            nonlocal lent
            while (answer := await _message(backend.reader)) != IDLE:
                writer.write(answer)
            lent = None
            servers.give(backend)
            writer.write(answer)

        try:
            while (message := await _message(reader))[:1] != LEAVES:
                if lent is None:
                    lent = await servers.take()
                    listening = asyncio.create_task(answers(lent))
                lent.writer.write(message)
        finally:
            if listening and lent:  # in the middle of a transaction, which nobody may be lent
                listening.cancel()
                await _closed(lent.writer)
                servers.give(await self._opened(said))

    async def _of(self, said: dict[str, str]) -> _Servers:
        name = said["database"]
        async with self._opening:
            if name not in self._servers:
                self._servers[name] = _Servers([await self._opened(said) for _ in range(self.size)])
        return self._servers[name]

    async def _opened(self, said: dict[str, str]) -> _Backend:
        reader, writer = await asyncio.open_unix_connection(self.socket)
        words = b"".join(f"{key}\0{said[key]}\0".encode() for key in ("user", "database", *self.passing)) + b"\0"
        writer.write(struct.pack("!II", len(words) + 8, 3 << 16) + words)
        greeting = b""
        while not greeting.endswith(IDLE):
            message = await _message(reader)
            if message[:1] == REFUSED:
                await _closed(writer)
                raise Refused(message)
            greeting += b"K\0\0\0\x0c" + SOMEBODY if self.greets and message[:1] == b"K" else message
        return _Backend(reader, writer, greeting)

    async def close(self) -> None:
        """When whoever came is gone."""
        await asyncio.gather(*filter(None, self._clients))
        for servers in self._servers.values():
            for backend in servers.resting:
                await _closed(backend.writer)


async def _closed(writer: StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(ConnectionError, ssl.SSLError):
        await writer.wait_closed()


async def _first(reader: StreamReader) -> tuple[int, bytes]:
    length, code = struct.unpack("!II", await reader.readexactly(8))
    return code, await reader.readexactly(length - 8)


async def _message(reader: StreamReader) -> bytes:
    head = await reader.readexactly(5)
    return head + await reader.readexactly(int.from_bytes(head[1:]) - 4)


@asynccontextmanager
async def hosted(pooler: Hosted) -> AsyncIterator[str]:
    """Its host and port, on this machine."""
    server: Server = await asyncio.start_server(pooler.serve, "127.0.0.1", 0)
    try:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        await server.wait_closed()
        await pooler.close()


def certified(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A server's side of TLS for 127.0.0.1, and the file of the certificate that it is trusted by."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    today = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(today - timedelta(1)).not_valid_after(today + timedelta(1))
    alternatives = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    made = made.add_extension(alternatives, critical=True)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    trusted, secret = folder / "root.crt", folder / "server.key"
    trusted.write_bytes(made.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM))
    secret.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(trusted, secret)
    return context, trusted
