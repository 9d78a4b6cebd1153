"""The sayings' files, and what was counted of them, kept beside them as Python keeps what it has compiled.

Counting takes a third of a start. What is kept bears a digest of all that it was made of, so that it is never stale:
whoever changes a saying, or how it is counted, has it counted anew. Where nothing can be written, each start counts.
"""

import contextlib
import marshal
import os
import sys
import tomllib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from hashlib import blake2b
from pathlib import Path

from bot.understanding import examples
from bot.understanding.examples import Examples, examples_of

BESIDE, ENDING = "__pycache__", ".counted"


def load_examples(folder: Path) -> Examples:
    """Reads every file of the folder. Raises ValueError naming the file, and OSError when one cannot be read."""
    files = {path: path.read_bytes() for path in sorted(folder.glob("*.toml"))}
    kept = folder / BESIDE / f"{_digest(files.values())}{ENDING}"
    found = _kept(kept)
    if found is None:
        found = examples_of(_sayings(files))
        with contextlib.suppress(OSError):
            _keep(kept, found)
    return found


def _sayings(files: Mapping[Path, bytes]) -> Mapping[str, Sequence[str]]:
    """The sayings of all files by what they mean."""
    sayings: dict[str, list[str]] = {}
    for path, content in files.items():
        try:
            table = tomllib.loads(content.decode("utf-8"))["sayings"]
            for name, lines in table.items():
                sayings.setdefault(name, []).extend(filter(None, map(str.strip, lines.splitlines())))
        except (ValueError, KeyError, AttributeError) as error:
            raise ValueError(f"{path}: {error}; it has [sayings]: lines by what they mean") from error
    return sayings


def _digest(files: Iterable[bytes]) -> str:
    """Of what was said, and of how it is counted and laid out."""
    made_of = (*files, Path(examples.__file__).read_bytes(), sys.byteorder.encode())
    return blake2b(b"".join(blake2b(part).digest() for part in made_of), digest_size=16).hexdigest()


def _kept(file: Path) -> Examples | None:
    """What was counted before; None where nothing was, or it cannot be read."""
    try:
        names, *columns = marshal.loads(file.read_bytes())  # noqa: S302 - trusted as the compiled code beside it is
        return Examples(names, *(array(kind, content) for kind, content in columns))
    except (OSError, EOFError, ValueError, TypeError):
        return None


def _keep(file: Path, counted: Examples) -> None:
    """Keep it in the place of what was counted of other sayings; whoever reads meanwhile has the one or the other.

    Raises OSError where nothing can be written.
    """
    names, *columns = astuple(counted)
    file.parent.mkdir(exist_ok=True)
    draft = file.with_suffix(f".{os.getpid()}")
    try:
        draft.write_bytes(marshal.dumps((names, *((column.typecode, column.tobytes()) for column in columns))))
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)  # it is there no more, unless the disk was full
    for other in file.parent.glob(f"*{ENDING}"):
        if other != file:
            other.unlink(missing_ok=True)
