"""Writes the table of docs/licences.md, what we depend on and by which licence, from the metadata that is installed."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "licences.md"
TABLE = "| --- | --- |\n"
PINNED = re.compile(r"^([\w.-]+)==(\S+)", re.M)


def rows() -> Iterator[tuple[str, str]]:
    """Each package of requirements.txt and its licence; those that this system does without are left out."""
    for name, _ in PINNED.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")):
        try:
            yield name, licence(name)
        except PackageNotFoundError:
            continue


def licence(name: str) -> str:
    """The SPDX expression, or what older metadata say. Raises PackageNotFoundError; ValueError where none is said."""
    told = distribution(name).metadata
    classified = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier", []) if one.startswith("License ::")]
    spdx, free = ("".join(told.get_all(key, [])) for key in ("License-Expression", "License"))
    found = spdx or ", ".join(classified) or (free if len(free) < 50 else "")
    if not found:
        raise ValueError(f"{name} does not say its licence")
    return found


def page() -> str:
    """What docs/licences.md says: its words as they stand, and the table anew."""
    words, head, _ = PAGE.read_text(encoding="utf-8").partition(TABLE)
    return words + head + "".join(f"| {name} | {told} |\n" for name, told in rows())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
