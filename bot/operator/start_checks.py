"""What keeps the bot from starting, found before anything is opened: each is one sentence by its key. Nothing here
changes anything, so that it may be asked at any time.
"""

import codecs
import errno
import os
import socket
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path

EVERY_HOST = "0.0.0.0"  # noqa: S104 - an operator may bind us to all
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


class Unstartable(Exception):
    """A start that cannot be: the key of the sentence that says why and what to do, and its values. No secrets."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def readable(path: Path) -> str:
    """The text of `.env`; "" without one. Raises Unstartable where it is not in UTF-8, which Windows editors choose."""
    if not path.is_file():
        return ""
    try:
        raw = path.read_bytes()
    except OSError:
        raise Unstartable("start-env-closed", file=path.name) from None
    encoding = next((name for mark, name in MARKS.items() if raw.startswith(mark)), "utf-8")
    try:
        if encoding != "utf-16" and b"\0" not in raw:
            return raw.decode(encoding)
    except UnicodeDecodeError:
        pass
    raise Unstartable("start-env-encoding", file=path.name)


def bound(host: str) -> str:
    """The host as a socket takes it: * is every one, and the brackets of an address stay away."""
    return EVERY_HOST if host == "*" else host.removeprefix("[").removesuffix("]")


def tell_of_key(say: Callable[..., str], made: Path | None) -> None:
    """That a key was made, without which no backup is of use."""
    if made:
        print(say("secret-made", file=str(made)), flush=True)  # noqa: T201 - for whoever starts us


def exposed(secrets: Sequence[Path]) -> Sequence[Path]:
    """Those of the files that others on this machine can read or write; none where a system knows no modes."""
    there = [path for path in secrets if path.is_file()] if os.name == "posix" else []
    return [path for path in there if path.stat().st_mode & 0o077]


def no_listening(fault: OSError, host: str, port: int) -> Unstartable:
    """Why nobody could listen there."""
    where = f"{host}:{port}"
    if isinstance(fault, socket.gaierror) or fault.errno == errno.EADDRNOTAVAIL:
        return Unstartable("start-host-unknown", name=host)
    if fault.errno in (errno.EACCES, errno.EPERM):
        return Unstartable("start-port-closed", name=where)
    return Unstartable("setting-taken", name=where)


def speak_korean() -> None:
    """Let the streams take Korean whatever the locale says, as with LC_ALL=C; what they cannot show is a ?."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            ascii_only = codecs.lookup(stream.encoding).name in {"ascii", "iso8859-1"}
            stream.reconfigure(encoding="utf-8" if ascii_only else None, errors="replace")
