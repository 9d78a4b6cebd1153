"""Link codes as people say them."""

import hashlib
from datetime import timedelta

import pytest

from bot.record.link_codes import HOLDS, LENGTH, LETTERS, digest, digest_in, shown

CODE = "ABCD2345"
KEPT = hashlib.sha256(b"ABCD2345").hexdigest()


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("ABCD2345", True),
        ("ABCD-2345", True),  # as it is shown
        ("ABCD 2345", True),
        ("abcd-2345", True),
        ("연결 ABCD-2345", True),
        ("제 코드는 ABCD-2345예요", True),
        ("ABCD--2345", False),
        ("ABC-D2345", False),  # the halves are halves
        ("ABCD-234", False),
        ("ABCD-23456", False),  # a longer word is no code
        ("XABCD-2345", False),
        ("ABCD-2345x", False),
        ("ABCD-2340", False),  # 0, 1, I and O are in no code
        ("ABCD-2341", False),
        ("ABCI-2345", False),
        ("ABCO-2345", False),
        ("", False),
        ("안녕하세요", False),
    ],
)
def test_a_code_in_words(words: str, *, heard: bool) -> None:
    """Eight letters and digits that do not look alike, in halves or whole, in either case, alone or in a sentence."""
    assert digest_in(words) == (KEPT if heard else "")


def test_a_code_as_it_is_shown_and_kept() -> None:
    """In two halves; kept as a digest, the same however it was written."""
    assert shown(CODE) == "ABCD-2345"
    assert {digest(code) for code in (CODE, "abcd-2345", "ABCD 2345", " ABCD-2345.")} == {KEPT}
    assert digest("ABCD2346") != KEPT


def test_what_codes_are_made_of() -> None:
    """32 signs, eight of them, for ten minutes: 2 to the 40 codes, of which one holds."""
    assert LETTERS == "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    assert (8, timedelta(minutes=10)) == (LENGTH, HOLDS)
