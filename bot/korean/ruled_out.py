"""Which of several options are ruled out, while none is chosen: 자동화는 확실히 아니고 개인화도 아닌 거 같고. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.korean.answers import plain
from bot.korean.ordinals import mentioned
from bot.korean.own_words import named_alone

LONGEST = 100  # characters
SHORTEST = 2  # syllables of a word that names an option
_DENIES = re.compile(
    r"(?:아니(?!면)|(?<=만\s)아니면|(?<=만)아니면|아닌|아닐|아님|아냐|아녜|아닙|아녀|빼|뺄|뺀|제외|탈락|말고|오답|틀[리린렸]|땡|(?<=[지진]\s)않|별로"
    r"|(?<=[지진])않|싫|너무하|오[바버](?=[죠지예다임])|에바|말도\s?안\s?[돼되]|안\s?[돼되]|(?:까진|까지는|필요는?|이유는?|리가?|리는|리도)\s?없)"
    r"\S*(?:\s?(?:것|거|건|듯|테|텐)\S*(?:\s?같\S*)?)*"
)
_UNSURE = re.compile(
    r"[?？]|왜|뭐|뭔|무슨|어떻|아니지\s?않|아니지는\s?않|않지\s?않|아닌가|아닐까|아닌지|아닐지|없지\s?않|취소|[나까]요"
)
"""What asks about a denial or turns it once more; nothing is ruled out for sure then."""
_PARTICLE = re.compile(r"(?:까지는|까진|이랑은|하고|이랑|[이]?나|은|는|이|가|도|만|랑|와|과|요)$")
_WORD = re.compile(r"[가-힣A-Za-z\d]+")


def ruled_out(words: str, options: Sequence[str]) -> tuple[int, ...]:
    """The indices of the options that are denied, by their places from 1 on or in words; none where another one is
    named without a denial behind it, or where the denial is asked about or turned once more.
    """
    if len(words) > LONGEST or _UNSURE.search(words):
        return ()
    *denied, rest = _segments(words)
    if not denied or _named(rest, options):
        return ()
    out = [at for segment in denied for at in _named(segment, options) or _told(segment, options)]
    return tuple(dict.fromkeys(out))


def _segments(words: str) -> Iterator[str]:
    """What stands before each denial, then what stands behind the last."""
    start = 0
    for found in _DENIES.finditer(words):
        yield words[start : found.start()]
        start = found.end()
    yield words[start:]


def _named(segment: str, options: Sequence[str]) -> list[int]:
    """The options that a part of the words names by their places or by words of their own."""
    by_place = [place - 1 for place in mentioned(segment) if place <= len(options)]
    names = _names(options)
    said = [_PARTICLE.sub("", word) for word in _WORD.findall(segment)]
    whole = [at for at, text in enumerate(options) if len(plain(text)) >= SHORTEST and plain(text) in plain(segment)]
    return [*by_place, *whole, *(names[word] for word in said if word in names)]


def _told(segment: str, options: Sequence[str]) -> list[int]:
    at = named_alone(segment, options)
    return [] if at is None else [at]


def _names(options: Sequence[str]) -> Mapping[str, int]:
    """The nouns that one option alone is made of, each with its index; a sentence has none."""
    words = [[word for word in _WORD.findall(text) if len(word) >= SHORTEST] for text in options]
    nouns = {word: at for at, own in enumerate(words) for word in own if not _is_sentence(options[at])}
    return {word: at for word, at in nouns.items() if sum(word in own for own in words) == 1}


def _is_sentence(text: str) -> bool:
    """Whether an option is told as something to do, so that no noun of it stands for the whole: 뒤쪽만 짧게 줄이기."""
    return text.endswith(("기", "요", "다", "죠", "까")) and " " in text
