"""How sure a rule is against how sure likeness is: which rules yield to it, and to what. Pure.

A rule that finds its words somewhere in a message, or takes whatever is said, is right less often than likeness is
where that is sure of something else. A rule that is not listed never yields: a button, a name, the whole of a saying, a
time, what only an answer can be, what takes something back or leaves it as it is.
"""

from collections.abc import Callable

from bot.understanding.cued import cued, cued_at_quiz, cued_whole
from bot.understanding.first_questions import said_to_them
from bot.understanding.guesses import answer, answer_after_all
from bot.understanding.heard import Heard
from bot.understanding.likely import SURE, plainly
from bot.understanding.names import Meaning
from bot.understanding.sorts import FINER, PLAINLY, REFUSES
from bot.understanding.talk import behind_a_reason, behind_a_reason_where_asked, small_remark
from bot.understanding.under_questions import as_said, passed_by

TAKE_ANY = frozenset({answer, as_said, answer_after_all})
"""Rules that take what is said, whatever it is."""
FIND = frozenset(
    {cued_whole, cued_at_quiz, cued, small_remark, passed_by, said_to_them}
    | {behind_a_reason, behind_a_reason_where_asked}
)
"""Rules that find their words somewhere in what is said."""
YIELD = TAKE_ANY | FIND


def outweighed(guess: Callable[[Heard], Meaning | None], meaning: Meaning, heard: Heard) -> Meaning | None:
    """What is meant rather than what the guess made of the words; None where it is as sure as likeness, or surer."""
    if guess not in YIELD or heard.screen is None:
        return None  # a stranger is asked first, and little is said by them
    if guess in FIND and meaning.go.command not in {"talk", "start", "answer"}:
        return None  # what is wished for, or told of somebody, is more than a remark
    where = PLAINLY | REFUSES if heard.reading.asks else PLAINLY
    told = meaning.go.argument.partition(" ")[0] if meaning.go.command in {"talk", "start"} else meaning.go.command
    return None if heard.likeness.best() in {told, *FINER.get(told, ())} else plainly(heard, SURE, where)
