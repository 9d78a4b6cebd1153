"""What is asked for on a command line; a slip there is told in one line."""

import argparse
from functools import partial
from typing import Any, NoReturn

from bot.message import Say


class Arguments(argparse.ArgumentParser):
    """Whose complaint names the way to the help, in the language of its other lines."""

    def __init__(self, say: Say, prog: str | None = None, **options: Any) -> None:
        super().__init__(prog, **options)
        self._say = say

    def error(self, message: str) -> NoReturn:
        """End with status 2. The library's own message is English."""
        del message
        self.exit(2, f"{self._say('operator-asked-wrong', name=self.prog)}\n")

    def of_each(self) -> Any:
        """Where a parser for each command is added, of this kind."""
        kind: Any = partial(Arguments, self._say)
        return self.add_subparsers(dest="command", required=True, parser_class=kind)
