"""The pictures of README.md are true: they are those of `make pictures`, and what stands on them is still said."""

import hashlib
import json
import re
import struct

import pytest

from bot.course.model import Course
from bot.texts import Texts
from docs.pictures.pictures import HERE, LIST, shots
from tests.test_floors import ROOT

LISTED = json.loads(LIST.read_text(encoding="utf-8"))
SHOWN = re.findall(
    r'<img src="([^"]+)" alt="([^"]*)"|!\[([^\]]*)\]\(([^)\s]+)\)', (ROOT / "README.md").read_text("utf-8")
)
HEAVIEST = 150_000  # bytes
SHARPEST = 780  # pixels across, at least: two for each of a phone's


async def test_every_sentence_on_a_picture_is_still_said(course: Course, say: Texts) -> None:
    """The learner's script is played again, without a browser. What is missing is mended by `make pictures`."""
    gone = {}
    async for shot in shots(course, say):
        gone[shot.name] = [one for one in LISTED[shot.name]["sentences"] if one not in shot.said]
    assert gone == {name: [] for name in LISTED}


@pytest.mark.parametrize("name", LISTED)
def test_a_picture_is_that_of_the_command(name: str) -> None:
    """Drawn by nobody's hand, sharp and light, with sentences on it."""
    picture = (HERE / f"{name}.png").read_bytes()
    assert hashlib.sha256(picture).hexdigest() == LISTED[name]["sha256"]
    assert struct.unpack_from(">I", picture, 16)[0] >= SHARPEST
    assert len(picture) <= HEAVIEST
    assert len(LISTED[name]["sentences"]) > 5


def test_readme_shows_all_of_them_and_no_other() -> None:
    """Each with a text for whoever does not see it."""
    paths = [path or other for path, _, _, other in SHOWN]
    assert sorted(paths) == sorted(f"docs/pictures/{name}.png" for name in LISTED)
    assert sorted(path.stem for path in HERE.glob("*.png")) == sorted(LISTED)
    assert all(len(alt or other) > 10 for _, alt, other, _ in SHOWN)
