"""A measurement of our bot alone: what was measured and what came out, as lines of a table."""

import argparse
import inspect
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path

from tests.bench.exchange import Wrong
from tests.bench.process import ROOT, run, say

Facts = list[tuple[str, str]]
Scenario = Callable[[Path, Path, bool], Awaitable[Facts]]
"""Measures the bot of a checkout, with an empty folder to work in; True is for the quick edition."""


async def facts(scenarios: Sequence[Scenario], checkout: Path, folder: Path, *, quick: bool) -> str:
    """What all of them found, as a table for the README."""
    rows: Facts = []
    for n, scenario in enumerate(scenarios):
        here = folder / f"scenario-{n}"
        here.mkdir()
        try:
            found = await scenario(checkout, here, quick)
        except Wrong as wrong:
            found = [(Path(inspect.getfile(scenario)).stem, f"재지 못했어요: {str(wrong).splitlines()[0]}")]
            say(str(wrong), aside=True)
        for fact in found:
            say(": ".join(fact), aside=True)
        rows += found
    return "\n".join(["| 잰 것 | 결과 |", "| --- | --- |", *(f"| {what} | {result} |" for what, result in rows)])


def alone(scenario: Scenario, about: str | None) -> None:
    """Runs one of them from the command line and prints its table."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("checkout", nargs="?", type=Path, default=ROOT, help="the folder of our bot, with its .venv")
    parser.add_argument("--quick", action="store_true", help="fewer and shorter")
    given = parser.parse_args(sys.argv[1:])

    async def all_of_it(folder: Path) -> str:
        return await facts([scenario], given.checkout.resolve(), folder, quick=given.quick)

    with tempfile.TemporaryDirectory() as folder:
        say(run(partial(all_of_it, Path(folder))))


def ms(seconds: float) -> str:
    """Seconds as milliseconds."""
    return f"{seconds * 1e3:,.0f} ms" if seconds >= 0.01 else f"{seconds * 1e3:.1f} ms"
