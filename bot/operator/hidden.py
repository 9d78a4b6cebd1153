"""Numbers of people, none of which speaks of so few that one could know who they are."""

FEWEST = 5  # people that a number may speak of


def shown(count: int, hidden: str) -> str:
    """A number of people, or where they are too few what is said instead."""
    return f"{count:,}" if count >= FEWEST else hidden


def share(part: int, whole: int, hidden: str) -> str:
    """How many of a hundred, hidden as its parts are."""
    return f"{100 * part // whole}%" if min(part, whole) >= FEWEST else hidden
