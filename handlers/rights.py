"""What is said about the data that is kept: what that is, as a file, who sees it, and how it is erased."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.conversation import Handler, Turn
from bot.message import LONGEST_MESSAGE, MOST_BUBBLES, Button, Go, Message, Say
from bot.record.silence import GRACE, SILENT
from handlers import account
from handlers.keeping import hands_to, keeping, said

SECTIONS = ("held", "why", "how-long", "where", "who", "rights", "children", "contact", "dated")
"""Of the notice, in its order; each is a sentence `privacy-…`, which begins with its title."""
WHOLE = "0"  # said behind 처리안내 by its button: the notice from its first section on


def privacy(turn: Turn) -> Message:
    """처리안내: in short, with the way to the whole notice; with a number, the notice from that section on."""
    if turn.words.isdecimal() and int(turn.words) < len(SECTIONS):
        return _sections(turn, int(turn.words))
    leads = {"button-privacy": Go("privacy", WHOLE), "command-mine": Go("mine"), "command-forget": Go("forget")}
    message = said(turn, intent="privacy", leads=leads)
    if not turn.public_url:
        return message
    link = turn.say("privacy-page", link=f"{turn.public_url}/privacy")
    first, second, *others = message.bubbles
    return replace(message, bubbles=(first, f"{second}\n\n{link}", *others))


def not_sold(turn: Turn) -> Message:
    """Whether it is sold: what the notice says of it, and where all of it can be seen."""
    return said(turn, intent="not_sold", leads={"button-privacy": Go("privacy", WHOLE), "command-mine": Go("mine")})


def notice(say: Say) -> Sequence[str]:
    """The sections of the notice."""
    spans = {"silent": SILENT.days, "grace": GRACE.days}
    return [say(f"privacy-{name}", **spans) for name in SECTIONS]


def _sections(turn: Turn, first: int) -> Message:
    """As many sections as a message shows whole, and the button to the next."""
    rest = notice(turn.say)[first:]
    fits = range(min(MOST_BUBBLES - 1, len(rest)), 0, -1)  # one is left to what stays open
    count = next(n for n in fits if n == 1 or sum(map(len, rest[:n])) <= LONGEST_MESSAGE)
    after = first + count
    more = [Button(turn.say("button-privacy-more"), Go("privacy", f"{after}"))] if after < len(SECTIONS) else []
    return keeping(turn, rest[:count], more)


ANSWERS: Mapping[str, Handler] = {
    "privacy": hands_to("privacy"),
    "not_sold": not_sold,
    "ask_person": hands_to("inquiry"),
    "leaving": partial(said, intent="leaving", leads={"command-mine": Go("mine")}),
    "forget": hands_to("forget"),
    "mine": hands_to("mine"),
    "mine_file": hands_to("mine", account.AS_FILE),
}
"""By the intents of locales/ko/sayings/intents.toml."""
