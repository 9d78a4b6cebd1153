"""연결: one learner on several messengers. A code joins two records, for ten minutes they can be parted again; which
place reminders go to, and how one leaves.
"""

import secrets
from collections.abc import Callable, Mapping
from datetime import timedelta

from msgspec import structs

from bot.conversation import Sorry, Turn
from bot.message import MOST_BUTTONS, Button, Go, Message, Tone
from bot.record import Record, link_codes
from bot.record.facts import CodeIssued
from bot.record.homes import Home
from bot.record.joining import joined, parted
from bot.record.learner import Learner
from bot.record.links import PARTS_FOR, Joined, Parted, Unlinked
from handlers import in_force, steps
from handlers.keeping import keeping

APART, OFF, RING = "apart", "off", "ring"  # what buttons say behind the command
MOST_TRIES = 5  # codes that do not hold, in PAUSE; as many guesses meet one code of 32 ** 8 by chance
PAUSE = timedelta(minutes=10)  # as long as a code holds


def link(turn: Turn) -> Message:
    """Where their record is open, and a code to say in another messenger; with the code, the two become one."""
    way, _, turn.words = turn.words.partition(" ") if turn.words.split(" ")[0] in WAYS else ("", "", turn.words)
    if way:
        return WAYS[way](turn)
    brought = any(sign.isascii() and sign.isalnum() for sign in turn.words)  # 연결 안 돼요 brings none
    return _join(turn) if brought else _places(turn)


def _places(turn: Turn) -> Message:
    code = "".join(secrets.choice(link_codes.LETTERS) for _ in range(link_codes.LENGTH))
    turn.happened(CodeIssued(link_codes.digest(code), turn.now + link_codes.HOLDS))
    minutes = link_codes.HOLDS // timedelta(minutes=1)
    shown = link_codes.shown(code)
    text = turn.say("link-code", code=shown, minutes=minutes)
    today = Button(turn.say("button-today"), Go("today"))
    if len(turn.record.homes) < 2:
        return Message((text,), (today,), secret=shown)
    places = ", ".join(_named(turn, home) for home in turn.record.homes)
    told = turn.say("link-places", places=places, rings=_rings(turn))
    unlink = Button(turn.say("button-unlink"), Go("link", OFF))
    return Message((told, text), (today, *_apart(turn), *_others(turn), unlink)[:MOST_BUTTONS], secret=shown)


def _join(turn: Turn) -> Message:
    """What was said is a code, or none that holds: a wrong one and an old one are answered alike."""
    guest, owner = turn.record, turn.code_owner
    before = guest.learner.code_tried_at
    tries = guest.learner.code_tries if before and turn.now - before < PAUSE else 0
    if tries >= MOST_TRIES:
        return keeping(turn, [turn.say("link-tries", minutes=PAUSE // timedelta(minutes=1))])
    if owner is None:
        turn.change(code_tries=tries + 1, code_tried_at=turn.now)
        return keeping(turn, [turn.say("sorry-link-code")])
    if owner.learner.id == guest.learner.id:
        raise Sorry("sorry-link-same")
    both = joined(owner, guest, turn.address.channel, turn.now)
    turn.happened(Joined(turn.address, owner.learner.id, turn.now))
    turn.record = structs.replace(both, learner=owner.learner)  # it is they who speak, from here on
    _become(turn, both.learner)
    other_hour = owner.learner.rhythm and guest.learner.rhythm not in ("", owner.learner.rhythm)
    hour = turn.say("linked-hour", reminder=in_force.spoken(turn)) if other_hour else ""
    mistaken = turn.say("linked-mistaken", minutes=PARTS_FOR // timedelta(minutes=1))
    bubbles = ("\n".join(filter(None, (_told(turn, owner, guest), hour))), mistaken)
    return Message(bubbles, (Button(turn.say("button-today"), Go("today")), steps.take_back(turn)))


def _told(turn: Turn, owner: Record, guest: Record) -> str:
    """That it worked, and what has come together."""
    rings = _rings(turn)
    if not (guest.days or guest.written) or not (owner.days or owner.written):
        return turn.say("linked-new", rings=rings)
    lessons = sum(lesson.name in turn.record.finished for lesson in turn.course.lessons)
    lines = {line.lesson for line in turn.record.written if line.text}
    text = turn.say("linked", days=len(turn.record.days), lessons=lessons, lines=len(lines), rings=rings)
    twice = {line.lesson for line in owner.written} & {line.lesson for line in guest.written}
    return "\n\n".join((text, turn.say("linked-lines"))) if twice else text


def _become(turn: Turn, after: Learner) -> None:
    """The learner as they are from now on."""
    names = (name for name in Learner.__struct_fields__ if getattr(after, name) != getattr(turn.learner, name))
    turn.change(**{name: getattr(after, name) for name in names})
    turn.schedule()


def _part(turn: Turn) -> Message:
    """Both have what they had before. Raises Sorry when that is too long ago."""
    joint = turn.learner.joined
    if joint is None or turn.now - joint.at > PARTS_FOR:
        raise Sorry("sorry-link-late")
    turn.happened(Parted(joint.guest_id, joint.at))
    turn.change(**parted(turn.learner))
    turn.schedule()
    return Message((turn.say("linked-parted"),), (Button(turn.say("button-today"), Go("today")),))


def _off(turn: Turn) -> Message:
    """Which place is to leave; with its number, it has left."""
    homes = turn.record.homes
    if len(homes) < 2:
        return keeping(turn, [turn.say("link-alone")])
    if not (turn.words.isdecimal() and int(turn.words) < len(homes)):
        named = [Button(_named(turn, home), Go("link", f"{OFF} {n}"), Tone.GRAVE) for n, home in enumerate(homes)]
        return keeping(turn, [turn.say("link-which-off")], [*named, *_apart(turn)])
    leaves = homes[int(turn.words)]
    turn.happened(Unlinked(leaves.address))
    told = turn.say("link-off", channel=turn.say(f"channel-{leaves.address.channel}"))
    return keeping(turn, [told], [Button(turn.say("command-link"), Go("link"))])


def _ring(turn: Turn) -> Message:
    """Where reminders go from now on. Raises Sorry for a place that cannot speak first."""
    if turn.words not in {channel for channel, _ in _ringing(turn)}:
        raise Sorry("sorry-old-button")
    turn.change(ring_on=turn.words)
    return keeping(turn, [_rings(turn)], [steps.take_back(turn)])


WAYS: Mapping[str, Callable[[Turn], Message]] = {APART: _part, OFF: _off, RING: _ring}
"""What a button says behind 연결, and what does it."""


def _ringing(turn: Turn) -> list[tuple[str, Home]]:
    """The channels of theirs that can speak first, each once."""
    homes = (home for home in turn.record.homes if home.reachable and home.address.channel in turn.pushing)
    return [*{home.address.channel: home for home in homes}.items()]


def _rings(turn: Turn) -> str:
    """Where reminders go."""
    channels = [channel for channel in turn.pushing if channel in dict(_ringing(turn))]
    if not channels:
        return turn.say("link-rings-nowhere")
    home = turn.record.home(channels)
    return turn.say("link-rings", channel=turn.say(f"channel-{home.channel}"))


def _others(turn: Turn) -> list[Button]:
    """The buttons to the other places that reminders may go to."""
    now = turn.record.home([channel for channel in turn.pushing if channel in dict(_ringing(turn))])
    return [
        Button(turn.say("button-ring-on", channel=turn.say(f"channel-{channel}")), Go("link", f"{RING} {channel}"))
        for channel, _ in _ringing(turn)
        if channel != now.channel
    ]


def _apart(turn: Turn) -> list[Button]:
    """The button that parts what became one, as long as it can."""
    joint = turn.learner.joined
    holds = joint is not None and turn.now - joint.at <= PARTS_FOR
    return [Button(turn.say("button-apart"), Go("link", APART))] if holds else []


def _named(turn: Turn, home: Home) -> str:
    """What a place is called, and whether it is this one."""
    key = "link-here" if home.address == turn.address else "link-there"
    return turn.say(key, channel=turn.say(f"channel-{home.address.channel}"))
