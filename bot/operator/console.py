"""What an operator sees in a terminal: tables, how far something is, a question before what cannot be taken back."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table as Drawn


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their columns, the last of which holds numbers."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


class Screen:
    """The terminal that a command was given in."""

    def __init__(self) -> None:
        self._console = Console(highlight=False, markup=False, emoji=False)

    def say(self, *lines: str) -> None:
        """Print lines as they are, long ones too."""
        for line in lines:
            self._console.print(line, soft_wrap=True)

    def show(self, table: Table) -> None:
        """Draw a table under its title, if it has rows."""
        if not table.rows:
            return
        drawn = Drawn()
        for column in table.columns[:-1]:
            drawn.add_column(column, overflow="fold")
        drawn.add_column(table.columns[-1], justify="right", overflow="fold")
        for row in table.rows:
            drawn.add_row(*row)
        self._console.print(table.title, soft_wrap=True)
        self._console.print(drawn)

    @contextmanager
    def progress(self, label: str) -> Iterator[Callable[[int, int], None]]:
        """A bar, where somebody looks on; what is given back is told how much of how much is done."""
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        shown = self._console.is_terminal
        with Progress(*columns, console=self._console, transient=True, disable=not shown) as bars:
            bar = bars.add_task(label, total=None)
            yield lambda done, all_: bars.update(bar, completed=done, total=all_)

    def agreed(self, question: str, word: str) -> bool:
        """Whether just that word was typed; not, where nobody is there to type."""
        try:
            return self._console.input(f"{question} ").strip() == word
        except EOFError:
            return False
