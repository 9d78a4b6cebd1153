"""Numbers for the operator, as Prometheus text. They count turns and lessons, never people or words."""

import time

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 4)  # Kakao hangs up at five
_LATE = (1, 5, 15, 60, 180, 600, 1800, 3600, 10800)  # after three hours a lesson is not sent any more


class Metrics:
    """One process's numbers, in a registry of its own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        names = ["channel", "command"]
        self._last: dict[str, float] = {}  # when something went well last, on the clock that nobody sets
        self._turns = Histogram("turn_seconds", "Words to answer", names, buckets=_SECONDS, registry=self._registry)
        self._lessons = Counter(
            "lessons_sent", "Daily lessons by what became of them", ["channel", "outcome"], registry=self._registry
        )
        self._late = Histogram(
            "lesson_late_seconds", "Due to sent", ["channel"], buckets=_LATE, registry=self._registry
        )

    def turn(self, channel: str, command: str, seconds: float) -> None:
        """A turn was answered; `command` is the one its words meant."""
        self._last["last_turn"] = time.monotonic()
        self._turns.labels(channel, command).observe(seconds)

    def lesson(self, channel: str, outcome: str, late: float | None = None) -> None:
        """A daily lesson went out, or did not, so many seconds after it was due."""
        self._lessons.labels(channel, outcome).inc()
        if outcome == "sent":
            self._last["last_push"] = time.monotonic()
        if outcome == "sent" and late is not None:
            self._late.labels(channel).observe(late)

    def ages(self) -> dict[str, int | None]:
        """How many seconds ago a turn was answered, and a reminder sent; None before the first since the start."""
        now = time.monotonic()
        return {
            name: int(now - self._last[name]) if name in self._last else None for name in ("last_turn", "last_push")
        }

    def text(self) -> bytes:
        """Everything counted so far, in Prometheus' text format."""
        return generate_latest(self._registry)
