"""How verbs and adjectives bend: the forms of a stem, to which endings are joined. Pure."""

from collections.abc import Iterator

from bot.korean.keyboard import LEADS, TAILS, VOWELS, syllable

_JOINED = {
    "ㅗ": "ㅘ",
    "ㅜ": "ㅝ",
    "ㅣ": "ㅕ",
    "ㅚ": "ㅙ",
}  # the last vowel of a stem, and what it becomes before 아 or 어
_CLOSED = {"ㄴ": "은", "ㄹ": "을", "ㅁ": "음", "으": "으"}  # marks after a final consonant
_SOFTENED = {"ㄴ": "운", "ㄹ": "울", "ㅁ": "움", "으": "우"}  # and where it is a ㅂ that is lost: 고마운


def conjugated(stem: str) -> Iterator[tuple[str, str]]:
    """The forms of a stem, each with the mark of the endings that follow it: ㄹ, and 갈 of 가. Some nobody says."""
    lead, vowel, tail = parts_of(stem[-1])
    head = stem[:-1]
    yield "", stem
    if tail in {"", "ㄹ"}:
        bare = head + syllable(lead, vowel)
        yield from ((mark, head + syllable(lead, vowel, mark)) for mark in ("ㄴ", "ㄹ", "ㅁ", "ㅂ"))
        yield from (("느", bare), ("으", bare), ("으", stem))
    else:
        yield from (("느", stem), ("ㅂ", f"{stem}습"), *((mark, stem + more) for mark, more in _CLOSED.items()))
    if tail == "ㄷ":
        yield from ((mark, head + syllable(lead, vowel, "ㄹ") + more) for mark, more in _CLOSED.items())
    if tail == "ㅂ":
        yield from ((mark, head + syllable(lead, vowel) + more) for mark, more in _SOFTENED.items())
    for before in _infinitives(head, lead, vowel, tail):
        yield "아", before
        yield "았", before[:-1] + syllable(*parts_of(before[-1])[:2], "ㅆ")


def _infinitives(head: str, lead: str, vowel: str, tail: str) -> Iterator[str]:
    """What stands before 요: 해, 가, 와, 바빠, 몰라, 고마워, 들어."""
    bright = "아" if vowel in "ㅏㅗㅑ" and tail != "ㅆ" else "어"
    if tail:
        yield head + syllable(lead, vowel, tail) + bright
        if tail == "ㅂ":
            yield f"{head}{syllable(lead, vowel)}워"
        if tail == "ㄷ":
            yield head + syllable(lead, vowel, "ㄹ") + bright
    elif lead + vowel == "ㅎㅏ":
        yield f"{head}해"
    elif vowel == "ㅡ":
        last = parts_of(head[-1]) if head else ("", "", "")
        before = "ㅏ" if last[1] in {"ㅏ", "ㅗ"} else "ㅓ"
        yield head + syllable(lead, before)
        if lead == "ㄹ" and head and not last[2]:
            yield head[:-1] + syllable(*last[:2], "ㄹ") + syllable("ㄹ", before)
    else:
        yield from (head + syllable(lead, _JOINED.get(vowel, vowel)), head + syllable(lead, vowel) + bright)


def parts_of(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final of a syllable; the final may be ""."""
    at = ord(syllable) - 0xAC00
    tail = at % 28
    return LEADS[at // 588], VOWELS[at // 28 % 21], TAILS[tail - 1] if tail else ""
