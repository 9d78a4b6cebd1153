"""What keeps the ids of messengers out of the hands of whoever has the database alone: a keyed hash (HMAC-SHA256) to
match each, and its encryption (Fernet, with MultiFernet's rotation) to use it.

The operator's SECRET_KEY encrypts. Where none is set it is made at the first start, and kept in a file: beside the
database, or for PostgreSQL in the folder that the bot starts in. Hashes have a key of their own, which the database
keeps encrypted; so another SECRET_KEY takes the place of one without any hash being made anew.
"""

import base64
import hmac
import os
import re
import secrets
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, inspect, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.message import Address
from bot.store.address import Unfit
from bot.store.sqlite import OWNER_ONLY
from bot.store.tables import house_keys

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet  # loaded when first needed

HASH_KEY = "hash-key"  # its name among the keys of our own
ENDING = ".key"  # of the file, behind the name of the database
BESIDE_NOTHING = Path("my-own-work.key")  # where the database is no file
SHORTEST = 32  # characters of a key: what nobody guesses
REMEMBERED = 4096  # ids that were decrypted lately

_APART = re.compile(r"[\s,]+")


class Purpose(StrEnum):
    """What is hashed: the same words for another purpose have another hash."""

    ADDRESS = "address"
    DELIVERY = "delivery"
    CODE = "code"
    ENDPOINT = "endpoint"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class Hashed:
    """Words of which a table holds the keyed hash."""

    purpose: Purpose
    words: Sequence[str]


class Keyring:
    """Hashes, encrypts and decrypts. It is locked until the database has given it the key of hashes.

    `given` is SECRET_KEY: one key or several by commas, the newest first, which encrypts; each of them decrypts.
    """

    def __init__(self, given: str, file: Path | None) -> None:
        self.file = None if given else file  # where the key is kept, if it is
        self.made: Path | None = None  # the same, where it was made just now
        self._given = given
        self._cipher: MultiFernet | None = None
        self._hash_key = b""
        self.locked = True  # nothing can be hashed or encrypted yet
        self._open = lru_cache(REMEMBERED)(self._decrypted)

    def twin(self) -> "Keyring":
        """A locked one of the same keys, for a copy of the database."""
        return Keyring(self._given, self.file)

    def copied(self, to: Path) -> bool:
        """Whether the key that is kept in a file is in another one too, which is made where there is none. Raises
        OSError.
        """
        key = self._read().strip()
        return _written_once(to, key) or to.read_text("ascii").strip() == key

    def lock(self) -> None:
        """Forget the key of hashes: the database has another now."""
        self._hash_key, self.locked = b"", True

    def unlock(self, connection: Connection) -> None:
        """Take the key of hashes from the database, or give it one; with that SECRET_KEY is made, where none is set.
        Nobody else may write meanwhile. Raises Unfit where our keys are none of this database.
        """
        from cryptography.fernet import InvalidToken  # noqa: PLC0415 - it takes a while to load

        kept = _kept_key(connection)
        cipher = self._cipher = _cipher(self._keys(make=kept is None))
        if kept is None:
            kept = cipher.encrypt(base64.b64encode(secrets.token_bytes(32))).decode()
            connection.execute(insert(house_keys), {"name": HASH_KEY, "value": kept})
        try:
            self._hash_key = base64.b64decode(cipher.decrypt(kept))
        except InvalidToken:
            raise Unfit("start-secret-other") from None
        self.locked = False

    def fits(self, connection: Connection) -> bool:
        """Whether our keys are those of a database, or it has none yet."""
        try:
            if inspect(connection).has_table(house_keys.name) and _kept_key(connection):
                self.twin().unlock(connection)
        except Unfit:
            return False
        return True

    def hashed(self, purpose: Purpose, *words: str) -> str:
        """The keyed hash of words, as 32 hexadecimal digits."""
        assert self._hash_key
        told = "\0".join((purpose, *words)).encode(errors="replace")
        return hmac.digest(self._hash_key, told, "sha256").hex()[:32]

    def place(self, address: Address) -> str:
        """The id of an address as tables hold it."""
        return self.hashed(Purpose.ADDRESS, address.channel, address.id)

    def kept(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """The values of a row as its table holds them."""
        return {
            name: self.hashed(value.purpose, *value.words) if isinstance(value, Hashed) else value
            for name, value in row.items()
        }

    def encrypted(self, text: str) -> str:
        """A text as it is kept for use."""
        assert self._cipher
        return self._cipher.encrypt(text.encode(errors="replace")).decode()

    def decrypted(self, kept: str) -> str:
        """The text again. What was decrypted lately costs next to nothing."""
        return self._open(kept)

    def renewed(self, kept: str) -> str:
        """The same text, encrypted by the newest key."""
        assert self._cipher
        return self._cipher.rotate(kept.encode()).decode()

    @property
    def several(self) -> bool:
        """Whether there is an older key that could be given up once all is encrypted anew."""
        return len(self._keys(make=False)) > 1

    def _decrypted(self, kept: str) -> str:
        assert self._cipher
        return self._cipher.decrypt(kept).decode()

    def _keys(self, *, make: bool) -> Sequence[str]:
        text = self._given or self._read()
        if not text and not make:
            raise Unfit("start-secret-lost", file=str(self.file or BESIDE_NOTHING))
        keys = _APART.split(text.strip()) if text else [self._new()]
        if min(map(len, keys)) < SHORTEST:
            raise Unfit("start-secret-broken", file=str(self.file))
        return keys

    def _read(self) -> str:
        try:
            return self.file.read_text("ascii") if self.file else ""
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeError):
            raise Unfit("start-secret-broken", file=str(self.file)) from None

    def _new(self) -> str:
        """A new key, on the disk before anything is encrypted by it; of two processes both get that of the first."""
        key = secrets.token_urlsafe(32)
        if self.file is None:
            return key  # the database is as short-lived as we are
        try:
            self.made = self.file if _written_once(self.file, key) else None
        except OSError:
            raise Unfit("start-secret-needed", folder=str(self.file.absolute().parent)) from None
        return self._read().strip()


def place_of(address: Address) -> Hashed:
    """What a table holds of the id of an address."""
    return Hashed(Purpose.ADDRESS, (address.channel, address.id))


def keyring_of(connection: AsyncConnection) -> Keyring:
    """The keyring of the database that a connection leads to."""
    given = connection.sync_connection
    assert given
    keyring: Keyring = given.get_execution_options()["keyring"]
    return keyring


def key_file(database: Path | None) -> Path:
    """Where the key of a database is kept which is that file, or none."""
    return database.with_name(database.name + ENDING) if database else BESIDE_NOTHING


def _kept_key(connection: Connection) -> str | None:
    return connection.scalar(select(house_keys.c.value).where(house_keys.c.name == HASH_KEY))


def _cipher(keys: Sequence[str]) -> "MultiFernet":
    from cryptography.fernet import Fernet, MultiFernet  # noqa: PLC0415 - as above

    derived = (hmac.digest(key.encode(), b"encryption", "sha256") for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(one)) for one in derived])


def _written_once(file: Path, text: str) -> bool:
    """Write a file whole, for its owner alone; False where there is one already. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=file.absolute().parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(handle, "w") as opened:
            opened.write(f"{text}\n")
            opened.flush()
            os.fsync(handle)
        Path(name).chmod(OWNER_ONLY)
        try:
            os.link(name, file)
        except FileExistsError:
            return False
        _flush(file.absolute().parent)
    finally:
        with suppress(OSError):
            Path(name).unlink()
    return True


def _flush(folder: Path) -> None:
    """Let the disk keep what a folder holds, where a system can be asked for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
