"""Files that authors write, read as text; what keeps one from being read is a fault of that file."""

import tomllib
from pathlib import Path
from typing import Any

from bot.course.faults import Fault, toml_fault

_MARKS = (b"\xff\xfe", b"\xfe\xff")  # that editors put before UTF-16


class Unreadable(Exception):
    """A file that says nothing, and why."""

    def __init__(self, path: Path, fault: Fault) -> None:
        super().__init__(f"{path}: {fault.key}")
        self.path, self.fault = path, fault


def text_of(path: Path) -> str:
    """What a file says, in UTF-8. Raises Unreadable."""
    try:
        raw = path.read_bytes()
    except OSError:
        raise Unreadable(path, Fault(1, "fault-no-file")) from None
    if raw.startswith(_MARKS) or b"\0" in raw:
        raise Unreadable(path, Fault(1, "fault-encoding", (("seen", "UTF-16"),)))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Unreadable(path, Fault(line, "fault-encoding", (("seen", _seen(raw)),))) from None
    if not text.strip():
        raise Unreadable(path, Fault(1, "fault-empty-file"))
    return text.replace("\r\n", "\n")


def table_of(path: Path) -> tuple[dict[str, Any], list[str]]:
    """The table that a TOML file holds, and its lines. Raises Unreadable."""
    text = text_of(path)
    try:
        return tomllib.loads(text), text.split("\n")
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(path, toml_fault(error, text.split("\n"))) from None


def _seen(raw: bytes) -> str:
    """What else the bytes may be: Windows saves Korean as CP949 where it is not told otherwise."""
    try:
        raw.decode("cp949")
    except UnicodeDecodeError:
        return "none"
    return "CP949"
