"""Korea's public holidays of some years, as the `holidays` package knows them, on standard output as JSON.

python -m bot.rhythm.public_holidays 2026 2027
"""

import json
import sys

from holidays import country_holidays

if __name__ == "__main__":
    found = country_holidays("KR", years=map(int, sys.argv[1:]), language="ko")
    json.dump({f"{day}": name for day, name in sorted(found.items())}, sys.stdout)
