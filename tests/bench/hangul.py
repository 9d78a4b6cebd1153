"""How long the slowest Hangul calls take on hostile text. Run: python -m tests.bench.hangul"""

import timeit
from collections.abc import Callable
from functools import partial

from bot.korean.hangul import from_latin_keys, initials, josa, same, to_latin_keys

HOSTILE = (
    "가" * 5000,
    "(" * 2500 + ")" * 2500,
    "\u0315\u0300\u05ae\u0316" * 1250,
    "ﷺ" * 5000,
    "1," * 2500,
    "rkT" * 1666,
)


def main() -> None:
    """Prints the slowest time of each function over the hostile texts, in milliseconds."""
    calls: dict[str, Callable[[str], object]] = {
        "josa": lambda text: josa(text, "은/는"),
        "initials": initials,
        "from_latin_keys": from_latin_keys,
        "to_latin_keys": to_latin_keys,
        "same": lambda text: same(text[:200], text[1:201]),
    }
    for name, call in calls.items():
        slowest = max(min(timeit.repeat(partial(call, text), number=1, repeat=3)) for text in HOSTILE)
        print(f"{name:16} {slowest * 1000:6.2f} ms")  # noqa: T201  # printing is what a bench is for


if __name__ == "__main__":
    main()
