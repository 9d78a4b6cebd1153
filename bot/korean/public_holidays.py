"""Korea's public holidays of some years, as the `holidays` package knows them, on standard output as JSON.

python -P bot/korean/public_holidays.py 2026 2027
"""

import json
import sys

from holidays import country_holidays

# Names of the package that a learner would not use
FRIENDLY = {"기독탄신일": "크리스마스", "신정연휴": "새해 첫날", "대체 휴일": "대체공휴일"}


def friendly(name: str) -> str:
    """A name of the package as a learner would say it."""
    for theirs, ours in FRIENDLY.items():
        name = name.replace(theirs, ours)
    return name


if __name__ == "__main__":
    found = country_holidays("KR", years=map(int, sys.argv[1:]), language="ko")
    json.dump({f"{day}": friendly(name) for day, name in sorted(found.items())}, sys.stdout)
