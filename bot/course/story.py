"""The invented shop that a trade's examples tell of, and its plan as it grows unit by unit. Pure."""

from collections.abc import Mapping

import msgspec


class Story(msgspec.Struct, frozen=True):
    """A shop's name and, by unit, what was written into which box; a later unit may write a box anew. `note` is said
    to those in the trade for whom other rules come first.
    """

    shop: str
    units: Mapping[str, Mapping[str, str]]
    note: str = ""

    def plan(self, last: str) -> Mapping[str, str]:
        """Every box by its number, as it stands when the unit `last` is through."""
        order = list(self.units)
        through = order[: order.index(last) + 1] if last in order else []
        written = {box: text for unit in through for box, text in self.units[unit].items()}
        return dict(sorted(written.items(), key=lambda found: int(found[0])))
