"""What is asked of the law: a card of the course is called by its name. Pure."""

import re

from bot.korean.phrases import holds
from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning

LONGEST = 60  # characters; who writes more tells of something
TALKED_OF = frozenset({"", "side_job", "business_law"})
"""Intents of small talk that a card answers more closely; any other one is meant as it was said."""
OF_LAW = re.compile(r"법적으로|불법|위법|무슨\s?법|어떤\s?법|법에\s?(?:안\s?)?걸")  # of the law as a whole: all cards
MAY_I = re.compile(r"도\s?(?:되|돼|된|될|됩|괜찮)")  # 광고 문자 보내도 돼요: of an act of one's own, and none of ours


def law_asked(heard: Heard) -> Meaning | None:
    """통신판매 신고 해요?, 간이과세가 뭐예요: one of our cards, asked about; 부가세 alone where nothing is open."""
    said = heard.bare
    if heard.screen is None or heard.claimed or len(heard.words) > LONGEST or "law" not in heard.vocabulary.latin:
        return None
    named = [word for word in heard.language.laws if holds(said, word)]
    asks = heard.reading.act is Act.QUESTION or (heard.reading.asks and not heard.expects)
    alone = said in {word.replace(" ", "") for word in named} and heard.expects is None
    if not ((named or OF_LAW.search(heard.words)) and (asks or alone)):
        return None
    ours = heard.intent not in TALKED_OF and not MAY_I.search(heard.words)
    return None if ours else Meaning(Go("law", heard.words))
