"""Hangul: particles, initial consonants, keyboard layouts, lenient comparison."""


def josa(word: str, pair: str) -> str:
    """The word with the right particle of a pair such as 은/는."""
    closed, open_ = pair.split("/")
    last = word[-1:]
    return word + (closed if "가" <= last <= "힣" and (ord(last) - 0xAC00) % 28 else open_)
