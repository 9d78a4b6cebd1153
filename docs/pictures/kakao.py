"""A learner's KakaoTalk: the skill endpoint itself, and the answers that a client draws as bubbles and cards."""

from collections.abc import AsyncIterator, Sequence

from docs.pictures.scenes import House, Json, Shot, answer, strings, tap, welcomed
from docs.pictures.script import LINES, PEOPLE, PLAN, PRICE
from tests.channels.kakao_learner import KakaoLearner, kakao
from tests.conftest import Clock


class Kakao:
    """The chat as it stands on the screen: what the learner said, and each answer's template."""

    def __init__(self, learner: KakaoLearner, clock: Clock) -> None:
        self._learner, self._clock = learner, clock
        self.log: list[Json] = []

    @property
    def buttons(self) -> Sequence[tuple[str, str]]:
        """Those of the newest answer: on cards, and quick replies."""
        return [(reply["messageText"], reply["extra"]["command"]) for reply in self._learner.replies]

    async def says(self, words: str) -> None:
        """Types, and sees what comes."""
        await self._learner.says(words)
        self._saw(words)

    async def taps(self, label: str, command: str) -> None:
        """Taps a button, whose label the learner is seen to say."""
        await self._learner.sends(command)
        self._saw(label)

    def _saw(self, words: str) -> None:
        self.log.append({"mine": True, "text": words, "at": self._clock()})
        self.log.append({"mine": False, "at": self._clock(), **self._learner.answer["template"]})


async def shots(home: House) -> AsyncIterator[Shot]:
    """A question with its answers on a card, and the plan as cards beside each other."""
    async with kakao(home.desk, home.clock) as learner:
        phone = Kakao(learner, home.clock)
        await welcomed(phone)
        await tap(phone, "/today")
        await tap(phone, "/ask")
        begun = len(phone.log) - 1
        await answer(phone, home, right=True)
        yield _shot("kakao-quiz", home, phone.log[begun:])
        await written(phone)
        begun = len(phone.log)
        await phone.says(PRICE)
        await phone.says(PLAN)
        yield _shot("kakao-plan", home, phone.log[begun:])


async def written(phone: Kakao) -> None:
    """All lines of theirs, and what became of the ten people."""
    for part, words in LINES.items():
        await phone.taps("", f"/line {part}")
        await phone.says(words)
    for words in PEOPLE:
        await phone.says(words)


def _shot(name: str, home: House, log: Sequence[Json]) -> Shot:
    said = [entry for entry in log if not entry["mine"]]
    values = {"log": log, "title": home.say("web-title")}
    return Shot(name, strings([said, values["title"]]), "kakao.html", values)
