"""What words may have been about that nobody understood: the likeliest topics, to choose from. Pure."""

from bot.korean.ordinals import mentioned
from bot.message import Go
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.sorts import NOTHING, TOPICS

MOST = 3  # topics: more are not read, and of the sayings five of six are among the first three
LEAST = 0.08  # how probable a topic has to be
LEAST_TOGETHER = 0.25  # how probable it has to be that one of them is meant
LONGEST = 80  # characters; who writes more tells of something


def suggested(heard: Heard) -> Meaning | None:
    """The topics that words are likeliest about, where nothing else is asked than a quiz."""
    asked = heard.expects.command if heard.expects else ""
    if asked not in ("", "answer") or heard.screen is None or heard.claimed or len(heard.words) > LONGEST:
        return None
    if asked and mentioned(heard.words):
        return None  # 1 또는 3인데: it is asked which is meant
    like = heard.likeness
    if like.best() in NOTHING and not asked:
        return None
    chances = {topic: like.of(sorts) for topic, sorts in TOPICS.items()}
    likeliest = sorted((one for one in chances if chances[one] >= LEAST), key=lambda one: -chances[one])[:MOST]
    if sum(chances[one] for one in likeliest) < LEAST_TOGETHER or "today" not in heard.vocabulary.latin:
        return None
    return Meaning(Go("suggest", " ".join(likeliest)))
