"""What the Event API's answers say: one answer by itself, and a call's result about everyone in the call.

Only parts of their shape are published, and they vary: whatever is missing or of another kind is read as not there.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.message import Unreachable, Unsent

SKILL_FAILED = 201  # the only published errorType: our own endpoint did not answer

Fates = dict[str, Exception | None]
"""What became of each user's message: the exception that says so, or None when it was sent."""


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """An HTTP status, the JSON object that came (empty when none did), and the seconds that Retry-After names."""

    status: int
    body: Mapping[str, object]
    wait: float


def answer_of(status: int, headers: Mapping[str, str], body: bytes) -> EventAnswer:
    """Reads an answer, whatever came."""
    wait = headers.get("Retry-After", "")
    # a date is too rare to be read
    return EventAnswer(status, _object(body), float(wait) if wait.isascii() and wait.isdigit() else 0.0)


def shared(users: Iterable[str], fate: Exception | None) -> Fates:
    """The same fate for everyone."""
    return dict.fromkeys(users, fate)


def ended(result: Mapping[str, object], asked: int) -> bool:
    """Whether a task has come to its end for everyone."""
    done = _count(result, "successCount") + _failed(result)
    return result.get("status") == "ALL SUCCESS" or done >= (_count(result, "allRequestCount") or asked)


def failures(result: Mapping[str, object], users: Sequence[str]) -> Fates:
    """Who did not get it, by a task's result. KakaoTalk leaves out the names of those it does not know."""
    some, fates = _count(result, "successCount") > 0, Fates()
    for entry in _entries(result):
        if isinstance(entry, dict) and (user := str(entry.get("userId"))) in users:
            fates[user] = _fate(entry.get("errorMsg"), some=some)
    if not fates and not some and _failed(result) >= len(users):
        gone = len(users) == 1 and _count(result, "userKeyResolvingFailCount") > 0
        return shared(users, Unreachable("unknown to KakaoTalk") if gone else Unsent("nobody was reached"))
    return fates


def _object(body: bytes) -> Mapping[str, object]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _fate(error: object, *, some: bool) -> Exception:
    """Why one message failed. Only a failure of the skill has a published number, so others are told by who shared it:
    a learner counts as gone when the call reached some, or when the text speaks of the user; else the set-up may be at
    fault, and nobody is to be lost by an empty wallet.
    """
    kind, text = (error.get("errorType"), str(error.get("msg", ""))) if isinstance(error, dict) else (0, str(error))
    if kind == SKILL_FAILED or "skill" in text.lower():
        return Unsent("our answer could not be shown")
    if some or any(word in text.lower() for word in ("friend", "user")):
        return Unreachable("no friend of the channel, or gone")
    return Unsent("nobody was reached")


def _failed(result: Mapping[str, object]) -> int:
    fail = result.get("fail")
    counted = _count(fail, "count") if isinstance(fail, dict) else 0
    return max(counted, _count(result, "userKeyResolvingFailCount"), len(_entries(result)))


def _entries(result: Mapping[str, object]) -> list[object]:
    fail = result.get("fail")
    entries = fail.get("list") if isinstance(fail, dict) else None
    return entries if isinstance(entries, list) else []


def _count(holder: Mapping[str, object], name: str) -> int:
    value = holder.get(name)
    return value if isinstance(value, int) else 0
