"""A phrase in what was said, though other words stand between its own. Pure."""

MOST_BETWEEN = 8  # letters between two words of a phrase: 반찬 팔 in 반찬을 만들어서 팔고


def holds(said: str, phrase: str) -> bool:
    """Whether words without spaces, in one case, hold those of a phrase in their order and near each other."""
    first, *others = phrase.split() or [""]
    at = said.find(first) if first else -1
    while at >= 0:
        if _follow(said, at + len(first), others):
            return True
        at = said.find(first, at + 1)
    return False


def _follow(said: str, end: int, words: list[str]) -> bool:
    for word in words:
        at = said.find(word, end, end + MOST_BETWEEN + len(word))
        if at < 0:
            return False
        end = at + len(word)
    return True
