"""What somebody has told and not filed yet, as one text: answers by workshop and question, a pasted list. Pure."""

from collections.abc import Mapping

import msgspec

Drafts = dict[str, dict[str, str]]
"""By workshop, the one touched last at the end; each answer by the name of its question."""

_read = msgspec.json.Decoder(Drafts).decode


def load_drafts(kept: str) -> Drafts:
    """What `with_draft` has put into one text; nothing of none."""
    return _read(kept) if kept else {}


def with_draft(kept: str, workshop: str, answers: Mapping[str, str]) -> str:
    """The text with other answers in a workshop, or without it where there are none."""
    others = {name: told for name, told in load_drafts(kept).items() if name != workshop}
    drafts = {**others, workshop: dict(answers)} if answers else others
    return msgspec.json.encode(drafts).decode() if drafts else ""
