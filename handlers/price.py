"""값 정하기: time, cost and what an hour shall bring make a price, with its reckoning and a polite no."""

import re

from bot.conversation import Sorry, Turn
from bot.course.holds import Holds
from bot.course.model import PlanSlot
from bot.course.quizzes.kind import means
from bot.korean.hangul import within_quotes
from bot.korean.quantities import all_minutes, each_won, of_others, per_hour, percent, won
from bot.message import Button, Go, Message
from handlers import workshops
from handlers.keeping import keeping
from handlers.workshops import ANEW, BACK, EXAMPLE, FILE, LEFT_OUT, STOP

NAME, GIVEN = "price", "given"
ASKS = ("minutes", "cost", "hour", "others")
OPEN = "?"  # in place of an answer, where a later one was told before it: 시간당 3만, where the cost is asked
UNKNOWN = "-"  # what others pay, to somebody who does not know
SET_ASIDE = 0.1  # of the price, for taxes: a rule of thumb of ours, and said to be one
HOUR = ASKS.index("hour")
STEP = 1000  # won to which a price is rounded up
MOST_MINUTES, MOST_WON, MOST_FEE = 60 * 24 * 30, 100_000_000, 80  # the fee in percent of the price
_FORMS = (r"\d+", r"\d+(?:p\d{1,2})?", r"\d+", r"-|\d+(?:~\d+)?", r"\d+")  # minutes, cost, an hour, others, own price
_WHOLE = re.compile(":".join(f"(?:{form})" for form in _FORMS[:4]) + rf"(?::{_FORMS[4]})?")


def price(turn: Turn) -> Message:
    """The next question after what was told so far: `90:5000:20000`, minutes and won; `5000p10` are 5,000 won and a fee
    of a tenth, `?` is asked now. After the last one the price; a fifth is a price of the learner's own.
    """
    told, _, words = turn.words.partition(" ")
    if ANEW in (told, words):
        told, words = ANEW, ""
        workshops.keep_draft(turn, NAME, {})
    given = _given(turn, told)
    if words == STOP:
        return workshops.stop(turn)
    at = _open(given)
    if words == BACK:
        return _put(turn, given[: max(at - 1, 0)])
    if at >= len(ASKS):
        return _under_price(turn, given, words) if words else _priced(turn, given)
    name = ASKS[at]
    if words == EXAMPLE or (words and name in {"minutes", "hour"} and _knows_not(turn, words)):
        asked = _asked(turn, given)
        return Message(
            (workshops.example(turn, NAME, name), *(asked.marked or asked.bubbles)), asked.buttons, asked.expects
        )
    return _put(turn, _with_answer(turn, given, at, words)) if words else _put(turn, given)


def keep(turn: Turn) -> Message:
    """Write the price into its slot of the plan."""
    sure, slot = workshops.agreed(turn), slot_of_price(turn)
    if slot is None or not _WHOLE.fullmatch(turn.words):
        raise Sorry("sorry-old-button")
    text = turn.say("price-line", price=_won(_price(turn.words.split(":"))))
    found = workshops.Result(slot, text, Go("price-keep", turn.words), Go(NAME, turn.words))
    if ask := workshops.instead(turn, found, sure=sure):
        return ask
    workshops.keep_draft(turn, NAME, {GIVEN: turn.words, workshops.FILED: slot.part})
    return workshops.put(turn, found)


def told_so_far(turn: Turn) -> list[str]:
    """What they have told so far, as it is read aloud."""
    given = _given(turn, "")
    return [
        turn.say(f"price-kept-{ask}", value=one.replace("p", "+") if one != UNKNOWN else turn.say("price-unknown"))
        for ask, one in zip(ASKS, given, strict=False)
        if one != OPEN
    ]


def wondered(turn: Turn) -> Message:
    """가격 올릴까 고민돼요: the reckoning is offered, beside the price that stands in the plan."""
    slot = slot_of_price(turn)
    now = next((line.text for line in turn.record.lines() if slot and line.lesson == slot.part), "")
    told = (turn.say("talk-price_line-now", text=within_quotes(now)),) if now else ()
    rewrite = (Button(turn.say("button-rewrite-line"), Go("line", slot.part)),) if slot and now else ()
    return keeping(turn, (turn.say("talk-price_line"), *told), (Button(turn.say("button-price"), Go(NAME)), *rewrite))


def slot_of_price(turn: Turn) -> PlanSlot | None:
    """The first slot of the plan that holds an amount of money."""
    return next((slot for slot in turn.course.slots if slot.holds is Holds.AMOUNT), None)


def opened_for(turn: Turn, part: str) -> tuple[Button, ...]:
    """The button that opens it, where the part's line is the price."""
    slot = slot_of_price(turn)
    return (Button(turn.say("button-price"), Go(NAME)),) if slot and slot.part == part else ()


def _given(turn: Turn, told: str) -> list[str]:
    """What was told so far; of who opens it without a word what they left half-way. Raises Sorry for an old button."""
    if told in {"", UNKNOWN, ANEW}:
        told = "" if told else workshops.draft_of(turn, NAME).get(GIVEN, "")
    given = told.split(":") if told else []
    ahead = [one == OPEN and at < HOUR < len(given) for at, one in enumerate(given)]
    fits = len(given) <= len(_FORMS) and all(
        any(one) for one in zip(ahead, map(re.fullmatch, _FORMS, given), strict=False)
    )
    if not fits:
        raise Sorry("sorry-old-button")
    return given


def _open(given: list[str]) -> int:
    """The place of the question that is asked now."""
    return given.index(OPEN) if OPEN in given else len(given)


def _put(turn: Turn, given: list[str]) -> Message:
    workshops.keep_draft(turn, NAME, {GIVEN: ":".join(given)} if given else {})
    return _asked(turn, given) if _open(given) < len(ASKS) else _priced(turn, given)


def _asked(turn: Turn, given: list[str]) -> Message:
    at = _open(given)
    name, title = ASKS[at], turn.say("workshop-name-price")
    number = turn.say("workshop-number", name=title, number=at + 1, count=len(ASKS))
    so_far = ":".join(given) or UNKNOWN
    none = {"cost": "price-none", "others": "price-unknown"}.get(name)
    own = (Button(turn.say(none), Go(NAME, f"{so_far} {turn.say(none)}")),) if none else ()
    ahead = [turn.say("price-ahead", hour=_won(int(given[HOUR])))] if OPEN in given else []
    ask = "\n\n".join((number, *ahead, turn.say(f"price-{name}")))
    return workshops.asking(turn, Go(NAME, so_far), ask, *own, first=not at)


def _knows_not(turn: Turn, words: str) -> bool:
    return words == LEFT_OUT or means(words, "workshop-says-unknown", turn.say)


def _with_answer(turn: Turn, given: list[str], at: int, words: str) -> list[str]:
    """What was told with one answer more. What an hour shall bring may be told before it is asked for, alone or beside
    the answer: 재료 5천 원, 시간당 3만.
    """
    hour, rest = per_hour(words) if at < HOUR else (None, words)
    if hour is None or not 0 < hour <= MOST_WON:
        return [*given[:at], _heard(turn, ASKS[at], words), *given[at + 1 :]]
    answer = _heard(turn, ASKS[at], rest) if rest else OPEN
    return [*given[:at], answer, *[OPEN] * (HOUR - at - 1), f"{hour}", *given[HOUR + 1 :]]


def _heard(turn: Turn, name: str, words: str) -> str:
    """What words answer, as minutes or won. Raises Sorry with how to say it."""
    if len(words) > workshops.LONGEST_ANSWER:
        raise Sorry("sorry-too-long", most=workshops.LONGEST_ANSWER)
    if name in {"cost", "others"} and (words == LEFT_OUT or means(words, "price-says-none", turn.say)):
        return "0" if name == "cost" else UNKNOWN
    told = all_minutes(words) if name == "minutes" else won(words)
    bare = words.strip().replace(",", "")
    if told is None and bare.isdecimal() and len(bare) < len(str(MOST_WON)):
        told = int(bare)
    amounts, fee = each_won(words), percent(words)
    if name == "cost" and fee is not None and fee <= MOST_FEE and (amounts or told is None):
        return f"{min(sum(amounts), MOST_WON)}p{fee}"
    if told is None or not 0 <= told <= (MOST_MINUTES if name == "minutes" else MOST_WON):
        raise Sorry(f"sorry-price-{'minutes' if name == 'minutes' else 'won'}")
    if name == "cost" and len(amounts) > 1:
        return str(min(sum(amounts), MOST_WON))
    if name == "others" and len(amounts) > 1 and max(amounts) > min(amounts):
        return f"{min(amounts)}~{max(amounts)}"
    return str(told)


def _under_price(turn: Turn, given: list[str], words: str) -> Message:
    """Words under the price: file it, reckon anew, or a price of one's own."""
    if words.startswith(FILE):
        turn.words = ":".join(given)
        return keep(turn)
    if words == EXAMPLE:
        return _priced(turn, given)
    if words == LEFT_OUT or means(words, "workshop-says-edit", turn.say):
        return _put(turn, given[: len(ASKS) - 1])
    if of_others(words) and each_won(words):
        return _put(turn, [*given[: len(ASKS) - 1], _heard(turn, "others", words)])
    own = won(words) if len(words) <= workshops.LONGEST_ANSWER else None
    if own is None or own > MOST_WON:
        raise Sorry("sorry-price-own")
    return _put(turn, [*given[: len(ASKS)], str(own)])


def _price(given: list[str]) -> int:
    """In won: one's own, else the hours, the cost, and what goes to fees and taxes, rounded up."""
    if len(given) > len(ASKS):
        return int(given[4])
    work, cost, fee = _floor(given)
    return -int(-(work + cost) / (1 - SET_ASIDE - fee) // STEP) * STEP if fee + SET_ASIDE < 1 else work + cost


def _floor(given: list[str]) -> tuple[int, int, float]:
    """What the time is worth, what is paid for things, and the share of the price that a fee takes."""
    cost, _, fee = given[1].partition("p")
    return round(int(given[0]) / 60 * int(given[2])), int(cost), int(fee or 0) / 100


def _priced(turn: Turn, given: list[str]) -> Message:
    again = Button(turn.say("button-price-again"), Go(NAME, ANEW))
    whole = ":".join(given)
    file = Button(turn.say("button-price-keep"), Go("price-keep", whole))
    before = f"price-before-{turn.learner.trade}"  # what somebody of their trade has to ask first
    aside = "\n\n".join((turn.say("price-no"), *([turn.say(before)] if before in turn.say.keys else [])))
    back = Button(turn.say("button-workshop-back"), Go(NAME, f"{whole} {BACK}"))
    bubbles = (_reckoned(turn, given), _beside(turn, given), aside)
    return Message(bubbles, (file, again, back, workshops.onward(turn)), Go(NAME, whole))


def _reckoned(turn: Turn, given: list[str]) -> str:
    (work, cost, fee), price = _floor(given), _price(given)
    aside, to_fee = round(price * SET_ASIDE), round(price * fee)
    rounded = price - work - cost - to_fee - aside if len(given) == len(ASKS) else 0
    spent = workshops.spoken_time(turn, int(given[0]))
    rows = [turn.say("price-row-work", time=spent, hour=_won(int(given[2])), work=_won(work))]
    rows += [turn.say("price-row-cost", cost=_won(cost))] if cost or not fee else []
    rows += [turn.say("price-row-fee", fee=_won(to_fee), percent=round(fee * 100))] if fee else []
    rows += [turn.say("price-row-aside", aside=_won(aside))]
    rows += [turn.say("price-row-rounded", rounded=_won(rounded))] if rounded > 0 else []
    head = turn.say("price-told", price=_won(price))
    if len(given) > len(ASKS):
        left = price - cost - to_fee - aside
        key = "price-row-short" if left < 0 else "price-row-left"
        rows.append(turn.say(key, left=_won(abs(left)), hour=_won(_hourly(left, given))))
    if price < work + cost:
        rows.append(turn.say("price-row-under", floor=_won(work + cost)))
    rows += [turn.say("price-row-free")] if not price else []
    return "\n\n".join((head, "\n".join(rows), turn.say("price-tax")))


def _hourly(left: int, given: list[str]) -> int:
    return round(max(left, 0) / max(int(given[0]), 1) * 60)


def _beside(turn: Turn, given: list[str]) -> str:
    """The price beside what others pay."""
    if given[3] == UNKNOWN:
        return turn.say("price-beside-unknown")
    price, (least, _, most) = _price(given), given[3].partition("~")
    low, high = int(least), int(most or least)
    side = "above" if price > high else "below" if price < low else "within" if most else "same"
    others = turn.say("price-range", low=_won(low), high=_won(high)) if most else _won(low)
    return turn.say(f"price-beside-{side}", others=others)


def _won(amount: int) -> str:
    return f"{amount:,}"
