"""Link codes: what is said in a second messenger to meet one's own record there. Pure."""

import hashlib
import re
from datetime import timedelta

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that look alike
LENGTH = 8
HOLDS = timedelta(minutes=10)

_HALF = f"[{LETTERS}]{{{LENGTH // 2}}}"
_SAID = re.compile(rf"(?<![A-Z0-9]){_HALF}[- ]?{_HALF}(?![A-Z0-9])", re.IGNORECASE | re.ASCII)


_OF_ANOTHER_HOUSE = re.compile(
    r"\d{6}"
)  # what other services send; who says it means a code, and hears that it holds not


def shown(code: str) -> str:
    """A code as people read it off: in two halves."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def is_code(words: str) -> bool:
    """Whether the words are nothing but what looks like a code, with a digit or the line between its halves."""
    said = words.strip(" .!\n'\"‘’“”")
    if _OF_ANOTHER_HOUSE.fullmatch(said):
        return True
    return _SAID.fullmatch(said) is not None and any(sign.isdecimal() or sign == "-" for sign in said)


def digest_in(words: str) -> str:
    """The digest of what looks like a code in the words, or "". Words may look like one and be none."""
    said = _SAID.search(words)
    return digest(said[0]) if said else ""


def digest(code: str) -> str:
    """A code as it is kept, in whatever case and halves it was said."""
    bare = "".join(sign for sign in code.upper() if sign.isalnum())
    return hashlib.sha256(bare.encode()).hexdigest()
