"""The author's tools on the command line: what was asked, who does it, and what is printed."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.authoring.check import Channels, check, courses, told
from bot.authoring.export import export, items
from bot.authoring.new import begin, begin_course
from bot.authoring.preview import Rehearse, preview
from bot.course.load import BrokenCourse, load_course
from bot.message.arguments import Arguments
from bot.texts import Texts

__all__ = ["Tools", "export", "run", "told"]

SentMessages = Callable[[], Sequence[Sequence[object]]]
"""Gives every message that was sent unprompted, a row each."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What authors and operators are lent of the house."""

    channels: Channels
    rehearse: Rehearse
    sent_messages: SentMessages
    version: str = ""  # of the program
    others: str = ""  # commands that somebody else does, as lines of help


def run(arguments: Sequence[str], taught: Path, say: Texts, tools: Tools) -> int:
    """Do what an author asked on the command line. `taught` is the course the bot teaches; gives the exit status."""
    asked = _parser(say, taught, tools).parse_args(arguments)
    try:
        status, lines = _done(asked, taught, say, tools)
    except BrokenCourse as broken:
        status, lines = 1, told(broken.faults, say)
    print(*lines, sep="\n")  # noqa: T201 - the answer to a command
    return status


def _done(asked: argparse.Namespace, taught: Path, say: Texts, tools: Tools) -> tuple[int, list[str]]:
    """The exit status and what to print. Raises BrokenCourse."""
    folder = taught.parent / asked.course if "course" in asked else taught
    match asked.command:
        case "check":
            return check(courses(asked.folder or taught.parent), say, tools.channels, datetime.now(UTC).date())
        case "preview":
            channels = {asked.channel: tools.channels[asked.channel]} if asked.channel else tools.channels
            coloured = sys.stdout.isatty()
            return asyncio.run(
                preview(folder, asked.part, asked.trade, channels, say, tools.rehearse, coloured=coloured)
            )
        case "new" if asked.what == "course":
            return begin_course(taught.parent, asked.name, say)
        case "new":
            return begin(folder, asked.name, asked.unit, say)
        case _:
            rows = list(items(load_course(folder), say)) if asked.what == "items" else tools.sent_messages()
            return export(asked.what, rows, asked.file, say)


def _parser(say: Texts, taught: Path, tools: Tools) -> argparse.ArgumentParser:
    kept = argparse.RawDescriptionHelpFormatter
    parser = Arguments(say, "python -m bot", description=say("author-help"), epilog=tools.others, formatter_class=kept)
    parser.add_argument("--version", action="version", version=tools.version, help=say("author-help-version"))
    commands = parser.of_each()
    commands.add_parser("check", help=say("author-help-check")).add_argument("folder", nargs="?", type=Path)
    of_preview = commands.add_parser("preview", help=say("author-help-preview"))
    of_preview.add_argument("part", metavar="LESSON")
    of_preview.add_argument("--trade", default="")
    of_preview.add_argument("--channel", choices=list(tools.channels))
    of_new = commands.add_parser("new", help=say("author-help-new"))
    of_new.add_argument("what", choices=["lesson", "course"])
    of_new.add_argument("name")
    of_new.add_argument("--unit", type=int, default=0)
    of_export = commands.add_parser("export", help=say("author-help-export"))
    of_export.add_argument("what", choices=["items", "sent"])
    of_export.add_argument("file", nargs="?", type=Path)
    for each in (of_preview, of_new, of_export):
        each.add_argument("--course", default=taught.name)
    return parser
