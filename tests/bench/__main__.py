"""Our bot beside its peers, as one table: `make bench`, or `.venv/bin/python -m tests.bench [checkout]`."""

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.bench import flood, kakao_load, million, reminder_rate
from tests.bench.beside import alternating, table
from tests.bench.process import ROOT, run, say
from tests.bench.scenario import facts
from tests.bench.updates import LOADS
from tests.bench.variants import NAMES, chosen, on_uvloop

SCENARIOS = (kakao_load.measure, million.measure, flood.measure, reminder_rate.measure)
REPEAT = "`make bench`, 모두 재려면 `make bench with=--all`. 리눅스에서, 봇은 한 코어에, 재는 쪽은 다른 코어에 있어요."


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("checkout", nargs="?", type=Path, default=ROOT, help="the folder of our bot, with its .venv")
    parser.add_argument("--rounds", type=int, default=5, help="how often each bot is started and measured")
    parser.add_argument("--n", type=int, default=2000, help="updates in a load, at least")
    parser.add_argument("--seconds", type=float, default=6, help="how long replies are timed at half the rate")
    parser.add_argument("--learners", type=int, default=3000, help="with a past, in each database")
    parser.add_argument("--only", default=",".join(NAMES), help="some of the bots")
    parser.add_argument("--loads", default=",".join(LOADS), help="some of the loads")
    parser.add_argument("--uvloop", action="store_true", help="the peers run on uvloop too")
    parser.add_argument("--all", action="store_true", help="KakaoTalk, a million learners, floods and reminders too")
    parser.add_argument("--quick", action="store_true", help="those in their quick edition")
    return parser.parse_args()


async def _main(given: argparse.Namespace, folder: Path) -> int:
    names = tuple(given.only.split(","))
    variants = await chosen(names, given.checkout.resolve(), folder, given.learners)
    if given.uvloop:
        variants = {name: variant if name == "ours" else on_uvloop(variant) for name, variant in variants.items()}
    results = await alternating(variants, folder, given.rounds, given.n, given.seconds, given.loads.split(","))
    say(table(results, variants))
    for name, wrong in results.wrong.items():
        say(f"{name} answered wrongly: {wrong}")
    if given.all:
        say("")
        say(await facts(SCENARIOS, given.checkout.resolve(), folder, quick=given.quick))
    say(f"\n재는 쪽은 바빠도 제 코어의 {results.load_busy:.0%}를 썼어요.")
    say(f"다시 재려면: {REPEAT}")
    return len(results.wrong)


def main() -> int:
    """Measure and print; how many of the bots answered wrongly."""
    given = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        return run(partial(_main, given, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
