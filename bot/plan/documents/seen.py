"""What can be seen of a text."""

import unicodedata

_KEPT = frozenset("\n\u200d\ufe0f")  # ends of lines, and what joins emoji


def seen(text: str) -> str:
    """The text without what is sent but not seen, such as writing directions that would turn around what follows."""
    text = text.replace("\t", " ")
    return "".join(sign for sign in text if sign in _KEPT or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co"})
