"""The house, by floors. Imports only go down; tests/test_floors.py lists every room and proves it.

7  __main__                                   wires everything; the only reader of the environment
6  channels   delivery   authoring            the world outside: messengers, the clock, course authors
5  desk   handlers                            many turns in one transaction; what is answered
4  conversation   store                       one turn: a record and words in, a message and facts out; the only SQL
3  record                                     everything known about one learner, and the facts that change it
2  learning   understanding   plan            the rules of learning; what words mean; the plan of one's own work
1  course   korean   texts                    what is taught; the Korean language; what is said
0  message   rhythm   operator                what crosses every floor; when lessons come; what operators see

Start with `bot.message` and `bot.record`, then `bot.conversation`, `handlers/__init__.py` and `bot.desk`. The drawing
of these imports, a tap and a reminder step by step, and where everything is: docs/architecture.md, docs/glossary.md.
"""

import importlib
import sys
from pathlib import Path


def _refuse(key: str) -> None:
    """Say in one line what is needed, and leave with status 2. It is read by the Pythons that it refuses."""
    sentences = Path(__file__).parent.parent / "locales" / "ko" / "messages.ftl"
    lines = sentences.read_text(encoding="utf-8").splitlines()
    said = next(line for line in lines if line.startswith(key + " = ")).partition(" = ")[2]
    sys.stderr.buffer.write(said.encode("utf-8") + b"\n")
    sys.exit(2)


if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one did not ask pip
    _refuse("start-python")
try:
    importlib.import_module("msgspec")
except ImportError:
    _refuse("start-packages")
