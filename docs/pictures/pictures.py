"""All pictures, in the order of README.md; no browser is needed to play what they show."""

from collections.abc import AsyncIterator
from pathlib import Path

from bot.course.model import Course
from bot.texts import Texts
from docs.pictures import kakao, plan, telegram, web
from docs.pictures.scenes import Shot, house

HERE = Path(__file__).parent
LIST = HERE / "sentences.json"  # what stands on each picture, and its digest


async def shots(course: Course, say: Texts) -> AsyncIterator[Shot]:
    """Each while the house that it shows is still open."""
    for scene in (telegram, kakao, web, plan):
        async with house(course, say) as home:
            async for shot in scene.shots(home):
                yield shot
