"""How long reading a time takes: `python -m tests.bench.bench_when` prints it; the promise is 1 ms, never over 20."""

import statistics
import sys
import time
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.korean.when import read
from tests.korean.test_when import EXAMPLES

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Seoul"))
WORST = ("가나다라" * 1250, "a" * 100, "오잔 " * 33, "이십 " * 33, "~-" * 50, "8시 " * 33, "́" * 5000, "월 " * 50)


def main() -> None:
    """Print the median and the slowest, for the examples and for texts made to be slow."""
    sys.stdout.write(f"first text, which readies the patterns: {_timed('평일 저녁 7시 반에 보내 주세요'):.1f} ms\n")
    _timed("처음 보는 말")
    for name, texts in (("examples", [said for said, _ in EXAMPLES]), ("made to be slow", list(WORST))):
        took = sorted(_timed(text) for text in texts * 5)
        sys.stdout.write(
            f"{name}: {len(texts)} texts, median {statistics.median(took):.3f} ms, slowest {took[-1]:.1f} ms\n"
        )


def _timed(text: str) -> float:
    start = time.perf_counter()
    read(text, NOW)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
