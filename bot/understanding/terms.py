"""Terms of the course: asked about, or said alone, by their initials too. Pure."""

from collections.abc import Collection

from bot.korean.hangul import initials, is_initials, same
from bot.understanding.reading import bare, folded
from bot.understanding.sayings import ASKING, CHAT

_LONGEST_GUESS = 40  # characters; a longer saying asks for no meaning


def term_asked(words: str, terms: Collection[str]) -> str | None:
    """가설 뭐야, 가설이 무슨 뜻이에요: a term of the course and a word that asks for its meaning."""
    said = bare(folded(words))
    if len(said) > _LONGEST_GUESS:
        return None
    rests = [said[:end] for end in range(1, len(said)) if ASKING.fullmatch(said, end)]
    exact = next((term for rest in rests for term in terms if rest == folded(term)), None)
    first = next(
        (found for rest in rests if len(rest) > 1 and is_initials(rest) and (found := _by_initials(rest, terms))),
        None,
    )
    return exact or first or next((term for rest in rests for term in terms if same(rest, folded(term))), None)


def term_alone(words: str, terms: Collection[str]) -> str | None:
    """The one term said bare or by its initials: 가설, ㄱㅅ."""
    said = bare(folded(words))
    found = [term for term in terms if folded(term) == said]
    if not found and len(said) > 1 and is_initials(said) and said not in CHAT:
        return _by_initials(said, terms)
    return found[0] if len(found) == 1 else None


def _by_initials(said: str, terms: Collection[str]) -> str | None:
    """The one term with these initial consonants."""
    found = [term for term in terms if initials(folded(term)) == said]
    return found[0] if len(found) == 1 else None
