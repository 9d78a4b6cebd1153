"""Learners who share one call of the Event API: each send begins, and ends, on its own."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.channels.kakao.result import Fates
from bot.message import Begin

Settled = asyncio.Future[BaseException | None]
"""What becomes of one send: the exception that comes out of it, or None when the message was sent."""


@dataclass(frozen=True, slots=True)
class _Send:
    begin: Begin
    ending: Settled


class EventCall:
    """Names each learner once, as KakaoTalk demands; one showing serves all sends to them."""

    def __init__(self) -> None:
        self._sends: dict[str, list[_Send]] = {}

    def __len__(self) -> int:
        return len(self._sends)

    def join(self, user: str, begin: Begin) -> Settled:
        """Take a send in."""
        # a future each, so that a send that is given up takes nobody with it
        ending: Settled = asyncio.get_running_loop().create_future()
        self._sends.setdefault(user, []).append(_Send(begin, ending))
        return ending

    def users(self) -> list[str]:
        """Those for whom somebody still waits, in the order they came."""
        return [user for user, sends in self._sends.items() if not all(send.ending.done() for send in sends)]

    async def begin(self, users: Sequence[str]) -> list[str]:
        """Begin their sends; those users of whom one has begun. A send that must not leave ends with what it raised."""
        waiting = [(user, send) for user in users for send in self._sends[user] if not send.ending.done()]
        failures = await asyncio.gather(*(send.begin() for _, send in waiting), return_exceptions=True)
        begun: list[str] = []
        for (user, send), failure in zip(waiting, failures, strict=True):
            if send.ending.done():
                continue  # given up meanwhile: nobody would hear that it was paid for
            if failure:
                send.ending.set_result(failure)
            elif user not in begun:
                begun.append(user)
        return begun

    def settle(self, fates: Fates) -> None:
        """Let every send end that has not ended yet."""
        for user, sends in self._sends.items():
            for send in sends:
                if not send.ending.done():
                    send.ending.set_result(fates[user])
