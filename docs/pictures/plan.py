"""The first page of the learner's plan, as it is printed."""

from collections.abc import AsyncIterator
from dataclasses import astuple
from datetime import timedelta

from bot.plan.calendar import Calendar
from bot.plan.documents.typeset import first_page
from bot.record import Asked, Reads
from docs.pictures.kakao import Kakao, written
from docs.pictures.scenes import House, Shot, strings, welcomed
from handlers import files
from tests.channels.kakao_learner import kakao

LATER = timedelta(days=29)  # from the first day: a Monday in January

SHARP = 144  # pixels an inch: 1190 across


async def shots(home: House) -> AsyncIterator[Shot]:
    """All of it, for it is one page."""
    async with kakao(home.desk, home.clock) as learner:
        home.clock.now += LATER
        phone = Kakao(learner, home.clock)
        await welcomed(phone)
        await written(phone)
        seen = await home.desk.look(Asked(learner.address, reads=Reads.STUDY | Reads.PLAN), files.view, "pdf")
        assert seen is not None
        assert not isinstance(seen, Calendar)
        yield Shot("plan", strings(astuple(seen)), picture=first_page(seen, SHARP))
