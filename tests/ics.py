"""Calendar files read and checked without any library: the rules of RFC 5545 that a phone stumbles over, and the days
on which an event comes, found by walking from day to day. It shares no code with bot/.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

LONGEST_LINE = 75  # octets, without the line break (RFC 5545, 3.1)
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NEEDED = {"VCALENDAR": {"VERSION", "PRODID"}, "VEVENT": {"UID", "DTSTAMP", "DTSTART"}, "VALARM": {"ACTION", "TRIGGER"}}
TEXTS = {"SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME"}
_PROPERTY = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^":;]*))*):(.*)', re.DOTALL)
_ESCAPED = re.compile(r"(?:[^\\;,\x00-\x1f\x7f]|\\[\\;,nN])*")
_A_DAY = timedelta(days=1)


@dataclass
class Part:
    """BEGIN to END: properties by name, each with its parameters, and the parts inside."""

    kind: str
    values: dict[str, list[tuple[dict[str, str], str]]] = field(default_factory=dict)
    parts: "list[Part]" = field(default_factory=list)

    def text(self, name: str) -> str:
        """A text as people read it; "" where it has none."""
        value = self.values.get(name, [({}, "")])[0][1]
        return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)

    def of(self, kind: str) -> "list[Part]":
        """The parts of a kind inside."""
        return [part for part in self.parts if part.kind == kind]


def read(content: bytes) -> Part:
    """The file as parts. Raises ValueError for what is none."""
    whole = content.decode().replace("\r\n ", "").replace("\r\n\t", "")
    stack = [Part("")]
    for line in whole.removesuffix("\r\n").split("\r\n"):
        found = _PROPERTY.fullmatch(line)
        if not found:
            raise ValueError(f"no property: {line!r}")
        name, value = found[1], found[3]
        if name == "BEGIN":
            stack.append(Part(value))
        elif name == "END":
            done = stack.pop()
            if done.kind != value:
                raise ValueError(f"{value} ends in {done.kind}")
            stack[-1].parts.append(done)
        else:
            given = dict(one.split("=", 1) for one in found[2].split(";") if one)
            stack[-1].values.setdefault(name, []).append((given, value))
    [calendar] = stack[-1].parts
    return calendar


def faults(content: bytes) -> list[str]:
    """Every rule the file breaks."""
    found = [] if content.endswith(b"\r\n") else ["the last line has no end"]
    if re.search(rb"(?<!\r)\n|\r(?!\n)", content):
        found.append("a line ends in something else than CRLF")
    for line in content.split(b"\r\n"):
        if len(line) > LONGEST_LINE:
            found.append(f"{len(line)} octets")
        try:
            line.decode()
        except UnicodeDecodeError:
            found.append("a character is cut in two")
    calendar = read(content)
    zones = {zone.values["TZID"][0][1] for zone in calendar.of("VTIMEZONE")}
    parts = list(_all(calendar))
    for part in parts:
        found += [f"{part.kind} without {name}" for name in NEEDED.get(part.kind, set()) - set(part.values)]
        for name, values in part.values.items():
            found += [
                f"no such zone: {given['TZID']}" for given, _ in values if given.get("TZID", "") not in {"", *zones}
            ]
            if name in TEXTS:
                found += [f"{name} not escaped: {value!r}" for _, value in values if not _ESCAPED.fullmatch(value)]
    names = [part.values["UID"][0][1] for part in parts if part.kind == "VEVENT"]
    return found + [f"{names.count(name)} events {name}" for name in set(names) if names.count(name) > 1]


def comes(event: Part) -> list[datetime]:
    """The moments of an event, in its zone, in order."""
    given, start = event.values["DTSTART"][0]
    zone = ZoneInfo(given["TZID"])
    first = datetime.strptime(start, "%Y%m%dT%H%M%S").replace(tzinfo=zone)
    if "RRULE" not in event.values:
        return [first]
    rule = dict(one.split("=", 1) for one in event.values["RRULE"][0][1].split(";"))
    until = datetime.strptime(rule["UNTIL"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    without = {moment for _, value in event.values.get("EXDATE", []) for moment in value.split(",")}
    days = (first.date() + n * _A_DAY for n in range((until.date() - first.date()).days + 2))
    moments = (datetime.combine(day, first.time(), zone) for day in days if _brings(rule, day, first.date()))
    return [one for one in moments if one.astimezone(UTC) <= until and f"{one:%Y%m%dT%H%M%S}" not in without]


def _brings(rule: dict[str, str], day: date, first: date) -> bool:
    every = int(rule.get("INTERVAL", "1"))
    match rule["FREQ"]:
        case "DAILY":
            return (day - first).days % every == 0
        case "WEEKLY":
            assert rule["WKST"] == "MO"
            weeks = ((day - day.weekday() * _A_DAY) - (first - first.weekday() * _A_DAY)).days // 7
            return NAMES[day.weekday()] in rule["BYDAY"].split(",") and weeks % every == 0
        case "MONTHLY":
            left = (day.replace(day=28) + 4 * _A_DAY).replace(day=1) - day  # to the first of the next month
            numbers = {int(number) for number in rule["BYMONTHDAY"].split(",")}
            return bool({day.day, -left.days} & numbers)
    raise ValueError(rule["FREQ"])


def _all(part: Part) -> Iterator[Part]:
    yield part
    for inner in part.parts:
        yield from _all(inner)
