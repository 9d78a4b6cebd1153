"""Terms of the course: asked about, or said alone, by their initials too. Pure."""

import re
from collections.abc import Mapping

from bot.korean.hangul import is_initials, same
from bot.understanding.reading import bare, folded
from bot.understanding.sayings import ASKING, CHAT
from bot.understanding.vocabulary import Vocabulary

_KIND = re.compile(r"(.{2,8}?)(?:형|적인|적)[가-힣]{2,8}")  # a name that is told by what it is like
_ALONE = re.compile("^(?:1인|일인|혼자)[×x*]?(?=.)")  # 1인 × 자동화: the term is what is done alone
_LONGEST_GUESS = 40  # characters; a longer saying asks for no meaning


def term_asked(words: str, vocabulary: Vocabulary) -> str | None:
    """가설 뭐야, 가설이 무슨 뜻이에요: a term of the course and a word that asks for its meaning."""
    said = bare(folded(words))
    if len(said) > _LONGEST_GUESS:
        return None
    rests = [_ALONE.sub("", said[:end]) for end in range(1, len(said)) if ASKING.fullmatch(said, end)]
    terms = vocabulary.folded_terms
    exact = next((terms[rest] for rest in rests if rest in terms), None)
    first = next((found for rest in rests if (found := _by_initials(rest, vocabulary))), None)
    return (
        exact
        or first
        or _of_a_kind(rests, terms)
        or next((terms[term] for rest in rests for term in terms if same(rest, term)), None)
    )


def _of_a_kind(rests: list[str], terms: Mapping[str, str]) -> str | None:
    """융합형 전문가가 무슨 뜻이에요: the term that a longer name is made of."""
    kinds = (found[1] for rest in rests if (found := _KIND.fullmatch(rest)))
    return next((terms[kind] for kind in kinds if kind in terms), None)


def term_alone(words: str, vocabulary: Vocabulary) -> str | None:
    """The one term said bare or by its initials: 가설, ㄱㅅ."""
    said = bare(folded(words))
    if found := vocabulary.folded_terms.get(said):
        return found
    return _by_initials(said, vocabulary) if said not in CHAT else None


def _by_initials(said: str, vocabulary: Vocabulary) -> str | None:
    """The one term with these initial consonants; a single one is of none."""
    return (vocabulary.initialled.get(said) or None) if len(said) > 1 and is_initials(said) else None
