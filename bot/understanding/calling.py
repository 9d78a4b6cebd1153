"""What is said where it is asked what to call somebody: a name, or that there shall be none. Pure."""

from bot.korean.calling import name_of, name_said
from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.sayings import DECLINED, NO, YES

NO_NAME, AS_IT_WAS = "-", "="
ANSWERS = {"unnamed": NO_NAME, "as_called": AS_IT_WAS}
"""What is said in place of a name, by the intents of [calling] in sayings/intents.toml."""
SAID_TO_US = frozenset({Act.THANKS, Act.GREETING, Act.BYE, Act.AGREEMENT, Act.LAUGHTER, Act.INSULT, Act.CANCEL})
LONGEST_NAMING = 40  # characters of a wish to be called so, whatever question is open
REFUSES = frozenset({Act.REFUSAL, Act.DENIAL, Act.SKIP, Act.UNKNOWN_ANSWER})


def called(heard: Heard) -> Meaning | None:
    """민지요, 별로, 안 불러도 돼요: 하루, 노을 and 안나 are names here, whatever else they may be."""
    expects = heard.expects
    if expects is None or expects.command != "call":
        return None
    if answer := ANSWERS.get(heard.language.calling.of_saying(heard.saying)):
        return Meaning(expects.saying(answer))
    if heard.bare in NO | DECLINED:
        return Meaning(expects.saying(AS_IT_WAS))
    act, name = heard.reading.act, name_said(heard.typed)
    if act in SAID_TO_US or heard.bare in YES or (act is Act.QUESTION and (" " in heard.words or "?" in heard.words)):
        return None
    if name and not heard.intent:
        return Meaning(expects.saying(heard.typed))
    return Meaning(expects.saying(AS_IT_WAS)) if act in REFUSES and not name else None


def tells_name(heard: Heard) -> Meaning | None:
    """저를 민지라고 불러 주세요: what they want to be called, whatever question is open."""
    short = len(heard.words) <= LONGEST_NAMING and "call" in heard.vocabulary.latin
    name = "" if not short or heard.reading.asks else name_of(heard.words)
    title = name.rpartition(" ")[2]  # 원장님이라고 불러 줘 names nobody else, 손님들이 저를 이모라고 불러요 does
    others = heard.language.forms.others.search(heard.words.replace(title, ""))
    return Meaning(Go("call", name)) if name and not others else None
