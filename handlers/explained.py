"""What stands in an open question, explained: 3번이 뭐예요?"""

import re

from bot.conversation import Sorry, Turn
from bot.course.model import Lesson
from bot.korean.answers import same
from bot.korean.ordinals import place_of
from bot.message import Button, Go, Message
from handlers.keeping import keeping
from handlers.quiz import quiz_of, so_far

MOST_TERMS = 2  # of the course, explained where an option names them
_ROW = re.compile(r"^(\w)\. (.+)$", re.MULTILINE)  # as options, steps and pairs are listed


def explain(turn: Turn) -> Message:
    """3번이 뭐예요?: what stands at a place of the open question, with the terms in it; 이게 뭐예요?: how to answer.
    Raises Sorry for what the question does not show.
    """
    command, _, asked = turn.words.partition(" ")
    part, quiz, _ = quiz_of(turn, command)
    text = so_far(turn, quiz).bubbles[0]
    shown = _shown_at(text, asked)
    word = shown or _named_in(text, asked)
    if asked and not word:
        raise Sorry(quiz.how, most=quiz.longest)
    terms = [(term, meaning) for term, (_, meaning) in turn.course.terms.items() if term in (shown or asked)]
    told = [] if asked else [turn.say(quiz.how, most=quiz.longest)]
    told += [turn.say("quiz-explain-option", text=shown)] if shown else []
    told += [turn.say("quiz-explain-term", term=term, meaning=meaning) for term, meaning in terms[:MOST_TERMS]]
    told += [] if terms or shown or not asked else [turn.say("quiz-explain-none", word=word)]
    if not isinstance(part, Lesson):
        return keeping(turn, ["\n".join(told) or turn.say(quiz.how, most=quiz.longest)])
    told += [] if terms else [turn.say("quiz-explain-lesson", title=part.head.title)]
    label = turn.say("button-see-lesson", number=turn.course.number(part))
    easier = [] if asked else [Button(turn.say("topic-easier"), Go("talk", "easier"))]
    see = [Button(label, Go("lesson", part.name))] if part.name in turn.standing.finished else []
    return keeping(turn, ["\n".join(told)], [*easier, *see])


def _named_in(text: str, asked: str) -> str:
    """As much of the words, from their beginning, as the text has: 이름표세개; "" for less than two letters."""
    plain = "".join(text.split())
    return next((asked[:end] for end in range(len(asked), 1, -1) if asked[:end] in plain), "")


def _shown_at(text: str, asked: str) -> str:
    """The row of a question that is named by its sign, its place or its words; "" for none."""
    if not asked:
        return ""
    rows: dict[str, str] = dict(_ROW.findall(text))
    numbered = sum(sign.isdecimal() for sign in rows)
    if found := rows.get(asked) or rows.get(f"{place_of(asked, numbered) if numbered else None}"):
        return found
    named = [row for row in rows.values() if same(asked, row)]
    return named[0] if len(named) == 1 else ""
