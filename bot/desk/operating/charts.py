"""What the operator's page shows of numbers, as plots. Pure."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from bot.message import Say
from bot.operator.hidden import FEWEST, share, shown
from bot.operator.plots import Bar, plot
from bot.store.stats import CHANCES, Health, Reviews, Stats

Titles = Mapping[tuple[str, str], str]
"""What the parts of courses are called, by the names of both."""
Questions = Mapping[tuple[str, str], tuple[str, str]]
"""By the names of course and question the title of its part, and what it asks."""

LATELY = 30  # days of messages
MOST_ITEMS = 20  # questions
HARD, EASY = 0.5, 0.95  # shares of right first tries, under and over which a question is worth a look


class Ease(StrEnum):
    """What is wrong with a question that nearly everybody answers alike."""

    HARD = "hard"
    EASY = "easy"


def ease_of(item: Health) -> Ease | None:
    """Whether a question is too hard or too easy; None where it is neither, or too few have met it."""
    if item.met < FEWEST or HARD <= item.right / item.met <= EASY:
        return None
    return Ease.HARD if item.right / item.met < HARD else Ease.EASY


def drawn(found: Stats, titles: Titles, questions: Questions, say: Say) -> Iterator[str]:
    """Every plot, where no number speaks of fewer than FEWEST people."""
    nothing = say("operator-page-nothing")
    everybody = max(found.funnel.values())
    steps = {say(f"stats-funnel-{step}"): many for step, many in found.funnel.items()}
    yield plot(say("stats-funnel"), list(_counts(steps, everybody, say)), nothing)
    yield plot(say("stats-returns"), [_returned(n, *both, say) for n, both in found.returns.items()], nothing)
    finished = {title: found.finished.get(names, 0) for names, title in titles.items()}
    yield plot(say("stats-finished"), list(_counts(finished, everybody, say)), nothing)
    for ease in Ease:
        bars = list(_items(found.items, ease, questions, say))
        yield plot(say(f"operator-page-{ease}"), bars, say(f"operator-page-{ease}-none"))
    memory = list(_memory(found.memory, say))
    yield plot(say("stats-memory"), memory, nothing, say("operator-page-memory-how"))
    outcomes = {f"{channel}: {say(f'sent-end-{outcome}')}": many for (channel, outcome), many in found.outcomes.items()}
    yield plot(
        say("stats-outcomes", days=LATELY),
        list(_counts(outcomes, sum(outcomes.values()), say)),
        nothing,
    )


def _counts(counts: Mapping[str, int], whole: int, say: Say) -> Iterator[Bar]:
    for label, many in counts.items():
        yield Bar(label, many / whole if many >= FEWEST else None, shown(many, say("operator-few")))


def _returned(n: int, came: int, known: int, say: Say) -> Bar:
    told = share(came, known, say("operator-few"))
    return Bar(say("stats-returns-day", n=n), came / known if min(came, known) >= FEWEST else None, told)


def _items(items: Mapping[tuple[str, str], Health], ease: Ease, questions: Questions, say: Say) -> Iterator[Bar]:
    """First tries of the questions that are so hard, or so easy, the most so first."""
    found = {name: item for name, item in items.items() if ease_of(item) is ease}
    worst = sorted(found.items(), key=lambda one: one[1].right / one[1].met, reverse=ease is Ease.EASY)
    for name, item in worst[:MOST_ITEMS]:
        right = item.right / item.met
        title, asks = questions.get(name, ("", ""))
        told = say("operator-page-right", right=f"{100 * item.right // item.met}", count=f"{item.met:,}")
        yield Bar(title or name[1], right, told, odd=True, above=f"{asks or name[1]}")


def _memory(reviews: Mapping[int, Reviews], say: Say) -> Iterator[Bar]:
    """What was remembered, with a mark where the memory model expected it."""
    for place, found in reviews.items():
        if found.learners < FEWEST:
            yield Bar(chances(place, say), None, say("operator-few"))
            continue
        told = say("operator-page-memory", right=f"{100 * found.remembered // found.count}", count=f"{found.count:,}")
        yield Bar(chances(place, say), found.remembered / found.count, told, mark=found.predicted)


def chances(place: int, say: Say) -> str:
    """The chances of recall at a place among CHANCES, in percent."""
    low, high = (round(100 * chance) for chance in (*CHANCES, 1.0)[place : place + 2])
    return say("stats-memory-chances", low=low, high=high)
