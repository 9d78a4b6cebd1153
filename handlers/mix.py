"""융합 조합기: one's own field × another × a tool, with reasons, warnings and a first trial of half an hour."""

from collections.abc import Sequence

from bot.conversation import Sorry, Turn
from bot.course.quizzes.kind import means
from bot.course.workshops import Mix, MixField
from bot.korean.answer_frame import preferred
from bot.korean.mixing import LONGEST_FIELD, Mixture, mixture
from bot.message import Button, Go, Message
from bot.plan.mix import Pair, field_of, joined, lacking, pairs, tool_of
from handlers import steps, workshops
from handlers.masking import mask
from handlers.workshops import ANEW, BACK, EXAMPLE, LEFT_OUT, STOP

NAME = "mix"
AT_ONCE = 3  # pairs shown in one message: a bubble each
MINE, OTHER, TOOL = "mine", "other", "tool"  # in the draft, as the learner named them
OF_TWO, OF_KIND = "two", "kind"  # in a command: the ways in which two fields are joined; the fields that lack a kind
KINDS = "kinds"  # in a command: the strengths to choose from, from a place on
KINDS_SHOWN = 7  # beside three other buttons


def mix(turn: Turn) -> Message:
    """Ask for the field, or show pairs: `mix 미용`, `mix 미용이랑 사진 섞어줘`; `mix 3:6` is the fourth field from the
    seventh pair on, `mix kind:write` what a strength is good for.
    """
    table = _table(turn)
    if turn.words in {STOP, BACK, LEFT_OUT}:
        return workshops.stop(turn)
    if turn.words == EXAMPLE:
        return _ask(turn, workshops.example(turn, NAME, "field"))
    if turn.words == ANEW:
        return _ask(turn)
    found = _found(turn, table)
    if found is not None:
        return found
    if two := mixture(turn.words, open_=True):
        return _two(turn, table, two)
    instead = next(iter(preferred(turn.words)), turn.words)  # 회계 말고 영업
    field = field_of(table, instead or turn.learner.job)
    if field:
        return _shown(turn, table, field, 0)
    return _unknown(turn, table) if turn.words else _ask(turn)


def change(turn: Turn) -> Message:
    """Another field than the one that the learner's job tells."""
    return _ask(turn)


def keep(turn: Turn) -> Message:
    """Write a pair into the plan; `mix-keep 3:6` is the seventh pair of the fourth field, `mix-keep two:1` the second
    of the two fields that were named, `mix-keep kind:write:2` the third field that lacks that strength.
    """
    sure, table = workshops.agreed(turn), _table(turn)
    name, _, place = turn.words.rpartition(":")
    slot = turn.course.slot(table.part)
    at = int(place) if place.isdecimal() and len(place) < 3 else -1
    text = _line_at(turn, table, name, at) if at >= 0 else ""
    if not text or slot is None:
        raise Sorry("sorry-old-button")
    shown = Go(NAME, f"{name}:{at - at % AT_ONCE}" if name.isdecimal() else name)
    found = workshops.Result(slot, text, Go("mix-keep", turn.words), shown)
    again = Button(turn.say("button-rewrite-line"), Go("line", slot.part))
    ask = workshops.instead(turn, found, sure=sure)
    return ask or steps.with_buttons(workshops.put(turn, found, then=turn.say("mix-kept")), again)


def _line_at(turn: Turn, table: Mix, name: str, at: int) -> str:
    """The line of a pair by the place it was shown at; "" for one that is not there."""
    if name == OF_TWO:
        return _line_of_two(turn, table, at)
    if name.startswith(f"{OF_KIND}:"):
        return _line_of_kind(turn, table, name.removeprefix(f"{OF_KIND}:"), at)
    found = pairs(table, table.fields[int(name)]) if name.isdecimal() and int(name) < len(table.fields) else []
    return _line(turn, table, found[at], _tool(turn)) if at < len(found) else ""


def opened_for(turn: Turn, part: str) -> tuple[Button, ...]:
    """The button that opens it, where the part's line is what it helps with."""
    table = turn.course.about.mix
    return (Button(turn.say("button-mix"), Go(NAME)),) if table and table.part == part else ()


def _table(turn: Turn) -> Mix:
    if turn.course.about.mix is None:
        raise Sorry("sorry-old-button")
    return turn.course.about.mix


def _ask(turn: Turn, *before: str) -> Message:
    example = Button(turn.say("button-workshop-example"), Go(NAME, EXAMPLE))
    return Message((*before, turn.say("mix-ask")), (example, workshops.onward(turn)), Go(NAME))


def _found(turn: Turn, table: Mix) -> Message | None:
    """What a button of ours names: pairs of a field from a place on, the two that were named, or fields that lack a
    kind.
    """
    name, colon, rest = turn.words.partition(":")
    draft = workshops.draft_of(turn, NAME)
    if name == OF_TWO and OTHER in draft:
        return _two(turn, table, Mixture(draft.get(MINE, ""), draft[OTHER], draft.get(TOOL, "")))
    if colon and name == OF_KIND and rest in table.kinds:
        return _of_kind(turn, table, rest)
    if colon and name == KINDS and rest.isdecimal():
        return Message((turn.say("mix-which-gift"),), _kinds(turn, table, int(rest)), Go(NAME))
    if colon and name.isdecimal() and rest.isdecimal() and int(name) < len(table.fields):
        return _shown(turn, table, table.fields[int(name)], int(rest))
    kind = next((key for key, kind in table.kinds.items() if kind.name == turn.words), None)
    return _of_kind(turn, table, kind) if kind else None


def _shown(turn: Turn, table: Mix, mine: MixField, start: int) -> Message:
    """Pairs for one's own field, three at a time."""
    found = pairs(table, mine)
    start = start if start < len(found) else 0
    shown = found[start : start + AT_ONCE]
    number, before = table.fields.index(mine), workshops.draft_of(turn, NAME)
    kept = {TOOL: before[TOOL]} if before.get(MINE) == mine.name and before.get(TOOL) else {}
    workshops.keep_draft(turn, NAME, {MINE: mine.name, **kept, workshops.FILED: "-"})
    own = _warning(turn, table, mine) if not start else ""
    head = "\n\n".join(filter(None, (turn.say("mix-head", field=mine.name), own)))
    bubbles = [_told(turn, table, pair, place) for place, pair in enumerate(shown, 1)]
    keeps = [_keep(turn, n + 1, f"{number}:{start + n}") for n in range(len(shown))]
    more = Button(turn.say("button-mix-more"), Go(NAME, f"{number}:{start + AT_ONCE}"))
    other = Button(turn.say("button-mix-other"), Go("mix-change"))
    return Message((f"{head}\n\n{bubbles[0]}", *bubbles[1:]), (*keeps, more, other), Go(NAME))


def _two(turn: Turn, table: Mix, two: Mixture) -> Message:
    """The ways in which the two fields that somebody names help each other; what is not known is said to be unknown."""
    if not two.tool and (tool := _only_tool(table, two)):
        return _with_tool(turn, table, two.mine if tool == two.other else two.other, tool_of(table, tool))
    mine = two.mine or workshops.draft_of(turn, NAME).get(MINE, "") or turn.learner.job
    if not mine:
        return _shown(turn, table, field, 0) if (field := field_of(table, two.other)) else _unknown(turn, table)
    tool = "" if two.tool and field_of(table, two.tool) else tool_of(table, two.tool)  # a third field is no tool
    named = {MINE: mask(turn, mine)[0], OTHER: mask(turn, two.other)[0], TOOL: tool}
    workshops.keep_draft(turn, NAME, {**named, workshops.FILED: "-"})
    own, other = field_of(table, mine), field_of(table, two.other)
    if own is None or other is None:
        return _half_known(turn, table, own or other)
    if own is other:
        raise Sorry("sorry-mix-same", field=own.name)
    found = joined(own, other)[:AT_ONCE] or [Pair(own, other, own.gives[0])]
    told = [_told(turn, table, pair, n, own=own) for n, pair in enumerate(found, 1)]
    plainly = bool(joined(own, other))
    head = turn.say("mix-two" if plainly else "mix-two-far", mine=own.name, other=other.name)
    warnings = filter(None, (_warning(turn, table, own), _warning(turn, table, other)))
    last = "\n\n".join((told[-1], *warnings))
    bubbles = (f"{head}\n\n{told[0]}", *told[1:-1], last) if len(told) > 1 else (f"{head}\n\n{last}",)
    keeps = [_keep(turn, n + 1, f"{OF_TWO}:{n}") for n in range(len(found))]
    more = Button(turn.say("button-mix-more"), Go(NAME, f"{table.fields.index(own)}:0"))
    return Message(bubbles, (*keeps, more, Button(turn.say("button-mix-other"), Go("mix-change"))), Go(NAME))


def _only_tool(table: Mix, two: Mixture) -> str:
    """Which of the two is a tool and no field: 엑셀 × 꽃집; "" for none."""
    named = [name for name in (two.mine, two.other) if field_of(table, name) is None]
    return next((name for name in named if "".join(name.casefold().split()) in table.tools), "")


def _with_tool(turn: Turn, table: Mix, name: str, tool: str) -> Message:
    """Pairs for one field, by a tool that was named beside it."""
    field = field_of(table, name or workshops.draft_of(turn, NAME).get(MINE, "") or turn.learner.job)
    if field is None:
        raise Sorry("sorry-mix")
    workshops.keep_draft(turn, NAME, {MINE: field.name, TOOL: tool})
    return steps.opened_with(turn.say("mix-tool", tool=tool), _shown(turn, table, field, 0))


def _half_known(turn: Turn, table: Mix, known: MixField | None) -> Message:
    """One of the two is not in the table, or neither: what can be said without it, and how to find out."""
    named = workshops.draft_of(turn, NAME)
    unknown = [name for name in (named[MINE], named[OTHER]) if field_of(table, name) is None]
    honest = turn.say("mix-not-known", fields=", ".join(turn.say("mix-quoted", field=name) for name in unknown))
    warn = turn.say("mix-warn-unknown")
    if known is None:
        text = turn.say("mix-two-unknown", mine=named[MINE], other=named[OTHER])
        return Message((honest, f"{text}\n\n{warn}"), (_keep(turn, 1, f"{OF_TWO}:0"), *_kinds(turn, table)), Go(NAME))
    gift, trial = _giver(table, known, known.gives[0])["gift"], table.kinds[known.gives[0]].trial
    text = turn.say("mix-one-unknown", known=known.name, gift=gift, unknown=unknown[0], trial=trial)
    own = _warning(turn, table, known)
    told = "\n\n".join(filter(None, (text, warn, own)))
    more = Button(turn.say("button-mix-more"), Go(NAME, f"{table.fields.index(known)}:0"))
    return Message((honest, told), (_keep(turn, 1, f"{OF_TWO}:0"), more), Go(NAME))


def _unknown(turn: Turn, table: Mix) -> Message:
    """One's own field is not in the table: which strength comes near. Raises Sorry for what is no field's name."""
    name = " ".join(turn.words.split())
    if len(name) > LONGEST_FIELD or means(name, "workshop-says-unknown", turn.say):
        raise Sorry("sorry-mix")
    name, _ = workshops.heard(turn, name)
    workshops.keep_draft(turn, NAME, {MINE: name, workshops.FILED: "-"})
    honest = turn.say("mix-not-known", fields=turn.say("mix-quoted", field=name))
    return Message((honest, turn.say("mix-which-gift")), _kinds(turn, table), Go(NAME))


def _kinds(turn: Turn, table: Mix, start: int = 0) -> tuple[Button, ...]:
    """The strengths to choose from, as many as fit."""
    shown = list(table.kinds.items())[start : start + KINDS_SHOWN]
    more = start + KINDS_SHOWN if start + KINDS_SHOWN < len(table.kinds) else 0
    return (
        *(Button(kind.name, Go(NAME, f"{OF_KIND}:{key}")) for key, kind in shown),
        Button(turn.say("button-mix-more-gifts"), Go(NAME, f"{KINDS}:{more}")),
        Button(turn.say("button-mix-other"), Go("mix-change")),
    )


def _of_kind(turn: Turn, table: Mix, kind: str) -> Message:
    """Fields that lack a strength which somebody of an unknown field has."""
    mine = workshops.draft_of(turn, NAME).get(MINE) or turn.learner.job or turn.say("mix-my-field")
    shown = lacking(table, kind)[:AT_ONCE]
    told = [_told_of(turn, table, mine, field, kind, n) for n, field in enumerate(shown, 1)]
    head = turn.say("mix-kind-head", gift=table.kinds[kind].gift)
    keeps = [_keep(turn, n + 1, f"{OF_KIND}:{kind}:{n}") for n in range(len(shown))]
    other = Button(turn.say("button-mix-other"), Go("mix-change"))
    return Message((f"{head}\n\n{told[0]}", *told[1:]), (*keeps, other), Go(NAME))


def _told(turn: Turn, table: Mix, pair: Pair, number: int, own: MixField | None = None) -> str:
    """A pair with its reason, tool and trial; where two fields were named, their warnings stand elsewhere."""
    learnt = pair.other is own
    told = _told_of(turn, table, pair.mine, pair.other, pair.kind, number, tool=_tool(turn), learnt=learnt)
    return "\n".join(filter(None, (told, "" if own else _warning(turn, table, pair.other))))


def _told_of(
    turn: Turn,
    table: Mix,
    mine: MixField | str,
    other: MixField,
    name: str,
    number: int,
    *,
    tool: str = "",
    learnt: bool = False,
) -> str:
    """`learnt`: it is one's own field that lacks the strength. Of a field we do not know, `mine` is the name alone."""
    kind, pain = table.kinds[name], other.needs.get(name) or turn.say("mix-no-pain")
    told = {**_giver(table, mine, name), "other": other.name, "pain": pain, "tool": tool or kind.tool}
    return turn.say("mix-pair-learnt" if learnt else "mix-pair", number=number, trial=kind.trial, **told)


def _warning(turn: Turn, table: Mix, field: MixField) -> str:
    """What to ask before a field is worked in for money, with the article or the desk, and the day; or ""."""
    if not field.warn:
        return ""
    key = "mix-warn-law" if field.law else "mix-warn-ask"
    return turn.say(key, field=field.name, warn=field.warn, source=field.law or field.ask, day=table.checked)


def _keep(turn: Turn, number: int, place: str) -> Button:
    return Button(turn.say("button-mix-keep", number=number), Go("mix-keep", place))


def _tool(turn: Turn) -> str:
    return workshops.draft_of(turn, NAME).get(TOOL, "")


def _line(turn: Turn, table: Mix, pair: Pair, tool: str = "", *, learnt: bool = False) -> str:
    return _line_of(turn, table, pair.mine, pair.other, pair.kind, tool, learnt=learnt)


def _line_of(
    turn: Turn, table: Mix, mine: MixField | str, other: MixField, name: str, tool: str = "", *, learnt: bool = False
) -> str:
    kind = table.kinds[name]
    told = {**_giver(table, mine, name), "other": other.name, "tool": tool or kind.tool}
    return turn.say("mix-line-learnt" if learnt else "mix-line", who=other.who, gain=kind.gain, **told)


def _giver(table: Mix, mine: MixField | str, kind: str) -> dict[str, str]:
    """What gives a strength, and how the strength is called there."""
    if isinstance(mine, str):
        return {"mine": mine, "gift": table.kinds[kind].gift}
    return {"mine": mine.name, "gift": mine.gifts.get(kind, table.kinds[kind].gift)}


def _line_of_two(turn: Turn, table: Mix, at: int) -> str:
    """The line of two fields that were named, one of which may be unknown; "" for a pair that is not there."""
    named = workshops.draft_of(turn, NAME)
    if not (named.get(MINE) and named.get(OTHER)):
        return ""
    own, other = field_of(table, named[MINE]), field_of(table, named[OTHER])
    if own and other:
        found: Sequence[Pair] = joined(own, other) or [Pair(own, other, own.gives[0])]
        if at >= len(found):
            return ""
        return _line(turn, table, found[at], named.get(TOOL, ""), learnt=found[at].other is own)
    return turn.say("mix-line-open", mine=named[MINE], other=named[OTHER]) if at == 0 else ""


def _line_of_kind(turn: Turn, table: Mix, kind: str, at: int) -> str:
    found = lacking(table, kind) if kind in table.kinds else []
    mine = workshops.draft_of(turn, NAME).get(MINE) or turn.learner.job or turn.say("mix-my-field")
    return _line_of(turn, table, mine, found[at], kind) if at < min(len(found), AT_ONCE) else ""
