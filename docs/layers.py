"""Where things stand in a layered drawing: rows, lanes, few crossings, straight lines. Pure; lengths are pixels.

The method is that of Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures"
(1981): an arrow that passes rows runs in a lane which each of them keeps free, neighbours change places until arrows
cross least, then all are moved towards those they are linked with. Arrows to one room share their lane.
"""

import itertools
import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

LANE = 26  # the width of a lane
BETWEEN = 30  # between neighbours, but for two lanes
STARTS = 24  # orders that are tried: changes of places end at the first arrangement that no single one betters
ROUNDS = 2000  # of straightening; all stand still before the last
STIFF = 100  # times as hard as an arrow's end does a lane pull to be straight

Edge = tuple[str, str]
"""From a room to another, further down."""


class Spot(NamedTuple):
    """A place in a row: a room, or with `lane` the way of the arrows to that room past the row."""

    room: str
    lane: bool = False


def reduced(edges: Collection[Edge]) -> list[Edge]:
    """Without the edges that a longer way implies (the transitive reduction), sorted."""
    below: dict[str, set[str]] = {}
    for one, other in edges:
        below.setdefault(one, set()).add(other)

    def reach(start: str) -> set[str]:
        there = below.get(start, set())
        return there.union(*map(reach, there))

    implied = {(one, far) for one in below for near in below[one] for far in reach(near)}
    return sorted(set(edges) - implied)


def way(edge: Edge, rank: Mapping[str, int]) -> Iterator[tuple[int, Spot]]:
    """The spots that an arrow passes, each with its row."""
    one, other = edge
    yield rank[one], Spot(one)
    for row in range(rank[one] + 1, rank[other]):
        yield row, Spot(other, lane=True)
    yield rank[other], Spot(other)


class Layers:
    """The rows of a drawing, the uppermost first. `rank` is the row of each room, `x` the middle of each spot."""

    def __init__(self, edges: Collection[Edge], rank: Mapping[str, int], width: float) -> None:
        self._width = width
        self.rows: list[list[Spot]] = [[] for _ in range(max(rank.values()) + 1)]
        ways = [list(way(edge, rank)) for edge in edges]
        for row, spot in sorted({(rank[name], Spot(name)) for name in rank}.union(*ways)):
            self.rows[row].append(spot)
        pieces = {piece for spots in ways for piece in itertools.pairwise(spots)}
        self._down = [
            sorted((one, other) for (at, one), (_, other) in pieces if at == row) for row in range(len(self.rows))
        ]
        self._order()
        self.x = {(row, spot): x for row, spots in enumerate(self.rows) for spot, x in self._packed(spots).items()}
        self._straighten()

    def edge_of(self, spot: Spot) -> float:
        """How far the edge of a spot is from its middle."""
        return (LANE if spot.lane else self._width) / 2

    def _order(self) -> None:
        """Find the order in which arrows cross least, and run straightest."""
        found = []
        for start in range(STARTS):
            dice = random.Random(start)  # noqa: S311 - so that the drawing is the same every time
            for row in self.rows:
                row.sort()
                dice.shuffle(row)
            found.append((self._exchange(), [list(row) for row in self.rows]))
        _, self.rows = min(found)

    def _exchange(self) -> tuple[int, float]:
        """Move spots within their rows while that is any better; how good it is then."""
        best, improved = self._cost(), True
        while improved:
            improved = False
            for row in self.rows:
                for old, new in itertools.permutations(range(len(row)), 2):
                    row.insert(new, row.pop(old))
                    if (cost := self._cost()) < best:
                        best, improved = cost, True
                    else:
                        row.insert(old, row.pop(new))
        return best

    def _cost(self) -> tuple[int, float]:
        """How many arrows cross, and how far they run aside in all."""
        crossings, aside = 0, 0.0
        packed = [self._packed(row) for row in self.rows]
        for (upper, lower), pairs in zip(itertools.pairwise(packed), self._down, strict=False):
            ends = [(upper[one], lower[other]) for one, other in pairs]
            crossings += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in itertools.combinations(ends, 2))
            aside += sum(abs(a - b) for a, b in ends)
        return crossings, aside

    def _straighten(self) -> None:
        """Move each spot towards those it is linked with, as far as its neighbours let it."""
        for turn in range(ROUNDS):
            rows = range(len(self.rows))
            for row in rows if turn % 2 else reversed(rows):
                keys = [(row, spot) for spot in self.rows[row]]
                pulls = [self._pull(*key) for key in keys]
                self.x.update(zip(keys, _nearest(self._starts(self.rows[row]), pulls), strict=True))

    def _pull(self, row: int, spot: Spot) -> tuple[float, float]:
        """Where a spot is pulled by those above and below it, and how hard."""
        above = [(row - 1, one) for one, other in self._down[row - 1] if other == spot] if row else []
        below = [(row + 1, other) for one, other in self._down[row] if one == spot]
        pulls = [(self.x[there], STIFF if spot.lane and there[1] == spot else 1) for there in (*above, *below)]
        return (_mean(pulls), sum(pull for _, pull in pulls)) if pulls else (self.x[row, spot], 1)

    def _packed(self, spots: Sequence[Spot]) -> dict[Spot, float]:
        """The middles of a row that stands close together around 0."""
        starts = self._starts(spots)
        return {spot: start - starts[-1] / 2 for spot, start in zip(spots, starts, strict=True)}

    def _starts(self, spots: Sequence[Spot]) -> list[float]:
        """The middles of a row that stands close together from 0."""
        apart = (
            self.edge_of(one) + self.edge_of(other) + (0 if one.lane and other.lane else BETWEEN)
            for one, other in itertools.pairwise(spots)
        )
        return list(itertools.accumulate(apart, initial=0.0))


def _nearest(starts: Sequence[float], pulls: Sequence[tuple[float, float]]) -> list[float]:
    """The places nearest to where they are pulled that stand as far apart as `starts` (isotonic regression)."""
    pools: list[list[tuple[float, float]]] = []
    for (x, pull), start in zip(pulls, starts, strict=True):
        pools.append([(x - start, pull)])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    moved = [mean for pool in pools for mean in [_mean(pool)] * len(pool)]
    return [start + by for start, by in zip(starts, moved, strict=True)]


def _mean(values: Sequence[tuple[float, float]]) -> float:
    """The mean of values, each with its weight."""
    return sum(value * weight for value, weight in values) / sum(weight for _, weight in values)
