"""값 정하기: time, cost and what an hour shall bring make a price, with its reckoning and a polite no."""

from bot.conversation import Sorry, Turn
from bot.course.holds import Holds
from bot.course.model import PlanSlot
from bot.course.quizzes.kind import means
from bot.korean.quantities import minutes, won
from bot.message import Button, Go, Message
from bot.record.facts import Wrote
from bot.record.learner import Line
from handlers import steps

ASKS = ("minutes", "cost", "hour", "others")
UNKNOWN = "-"  # what others pay, to somebody who does not know
SET_ASIDE = 0.1  # of the price, for taxes: a rule of thumb of ours, and said to be one
STEP = 1000  # won to which a price is rounded up
MOST_MINUTES, MOST_WON = 60 * 24 * 30, 100_000_000


def price(turn: Turn) -> Message:
    """The next question after what was told so far (`90:5000:20000`, minutes and won); after the last one the price."""
    told, _, words = turn.words.partition(" ")
    given = [] if told in {"", UNKNOWN} else told.split(":")
    if len(given) > len(ASKS) or not all(one.isdecimal() or one == UNKNOWN for one in given):
        raise Sorry("sorry-old-button")
    if words and len(given) < len(ASKS):
        given.append(_heard(turn, ASKS[len(given)], words))
    if len(given) < len(ASKS):
        return _asked(turn, given)
    again = Button(turn.say("button-price-again"), Go("price"))
    keep = Button(turn.say("button-price-keep"), Go("price-keep", ":".join(given)))
    return Message(_reckoned(turn, given), (keep, again, steps.button_to(turn, steps.step_of_today(turn))))


def keep(turn: Turn) -> Message:
    """Write the price into its slot of the plan."""
    given, slot = turn.words.split(":"), slot_of_price(turn)
    if slot is None or len(given) != len(ASKS) or not all(one.isdecimal() for one in given[:3]):
        raise Sorry("sorry-old-button")
    text = turn.say("price-line", price=_won(_price(given)))
    turn.happened(Wrote(Line(slot.box, slot.part, text, turn.now)))
    box = Button(turn.say("button-see-box", box=slot.box), Go("plan", f"{slot.box}"))
    kept = turn.say("price-kept", box=slot.box, slot=slot.name, text=text)
    return Message((kept,), (box, steps.button_to(turn, steps.step_of_today(turn)), steps.take_back(turn)))


def slot_of_price(turn: Turn) -> PlanSlot | None:
    """The first slot of the plan that holds an amount of money."""
    return next((slot for slot in turn.course.slots if slot.holds is Holds.AMOUNT), None)


def opened_for(turn: Turn, part: str) -> tuple[Button, ...]:
    """The button that opens it, where the part's line is the price."""
    slot = slot_of_price(turn)
    return (Button(turn.say("button-price"), Go("price")),) if slot and slot.part == part else ()


def _asked(turn: Turn, given: list[str]) -> Message:
    name = ASKS[len(given)]
    ask = turn.say("price-ask", number=len(given) + 1, count=len(ASKS), ask=turn.say(f"price-{name}"))
    so_far = ":".join(given) or UNKNOWN
    none = {"cost": "price-none", "others": "price-unknown"}.get(name)
    buttons = (Button(turn.say(none), Go("price", f"{so_far} {turn.say(none)}")),) if none else ()
    return Message((ask,), (*buttons, steps.button_to(turn, steps.step_of_today(turn))), Go("price", so_far))


def _heard(turn: Turn, name: str, words: str) -> str:
    """What words answer, as a number of minutes or won. Raises Sorry with how to say it."""
    if name in {"cost", "others"} and means(words, "price-says-none", turn.say):
        return "0" if name == "cost" else UNKNOWN
    bare = words.strip().replace(",", "")
    plain = int(bare) if bare.isdecimal() and len(bare) < len(str(MOST_WON)) else None
    told = minutes(words) if name == "minutes" else won(words)
    value = plain if told is None else told
    if value is None or not 0 <= value <= (MOST_MINUTES if name == "minutes" else MOST_WON):
        raise Sorry(f"sorry-price-{'minutes' if name == 'minutes' else 'won'}")
    return str(value)


def _price(given: list[str]) -> int:
    """In won: the hours, the cost, and what is set aside for taxes, rounded up."""
    took, cost, hour = map(int, given[:3])
    return -int(-(took / 60 * hour + cost) / (1 - SET_ASIDE) // STEP) * STEP


def _reckoned(turn: Turn, given: list[str]) -> tuple[str, ...]:
    took, cost, hour = map(int, given[:3])
    price = _price(given)
    work = round(took / 60 * hour)
    told = turn.say(
        "price-told", price=_won(price), hours=took // 60, minutes=took % 60, hour=_won(hour), work=_won(work),
        cost=_won(cost), aside=_won(price - work - cost),
    )  # fmt: skip
    if given[3] == UNKNOWN:
        beside = turn.say("price-beside-unknown")
    else:
        others = int(given[3])
        side = "above" if price > others else "below" if price < others else "same"
        beside = turn.say(f"price-beside-{side}", others=_won(others))
    return told, beside, turn.say("price-no")


def _won(amount: int) -> str:
    return f"{amount:,}"
