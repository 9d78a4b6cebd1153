"""The KakaoTalk side of a test: requests as it sends them, a server that gets them, and a look at what it shows."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.kakao.skill import PATH, PATIENCE, open_kakao
from bot.message import Button, Go, Message, Respond, Said
from tests.channels.kakao_rules import faults, texts
from tests.language import SAY

Json = dict[str, Any]

SECRET = "open-sesame"
HEADERS = {"X-Skill-Key": SECRET}


def skill_request(words: str, extra: Json | None = None, user: str = "u1", **changes: Any) -> Json:
    """A learner typed `words` in the channel, or tapped a quick reply that carries `extra`.

    A change names a path by its double underscores, `userRequest__lang=None`; the value `...` leaves the field out.
    """
    block = {"id": "66f0c0ffee0000000000aaaa", "name": "폴백 블록"}
    properties = {"botUserKey": user, "bot_user_key": user, "plusfriendUserKey": "AbCd", "isFriend": True}
    date = '{"dateTag":"today","date":"2026-11-22"}'  # a system entity comes as JSON inside a text
    request: Json = {
        "intent": {**block, "extra": {"reason": {"code": 1, "message": "OK"}}},
        "userRequest": {
            "timezone": "Asia/Seoul",
            "params": {"surface": "Kakaotalk.plusfriend"},
            "block": block,
            "utterance": words,
            "lang": "ko",
            "user": {"id": user, "type": "botUserKey", "properties": properties},
            "callbackUrl": "https://bot-api.kakao.com/v1/bots/66f0c0ffee00000000000001/callback/0f1e2d3c4b5a",
        },
        "bot": {"id": "66f0c0ffee00000000000001", "name": "나만의 일"},
        "action": {
            "id": "66f0c0ffee0000000000bbbb",
            "name": "학습 스킬",
            "params": {"sys_date": date},
            "detailParams": {"sys_date": {"origin": "오늘", "value": date, "groupName": ""}},
            "clientExtra": extra or {},
        },
        "contexts": [],
        "flow": {"trigger": {"type": "QUICKREPLY_BUTTON_MESSAGE" if extra else "TEXT_INPUT"}, "lastBlock": block},
    }
    for path, value in changes.items():
        _change(request, path.split("__"), value)
    return request


def tap(label: str, command: str, user: str = "u1", **changes: Any) -> Json:
    """A learner tapped one of our quick replies."""
    return skill_request(label, {"command": command}, user, **changes)


def console_request(words: str) -> Json:
    """What the console's own skill test sends: another kind of user, nothing about them, a trailing line break."""
    block = {"id": "b", "name": "폴백 블록"}
    return {
        "intent": block,
        "userRequest": {
            "timezone": "Asia/Seoul",
            "params": {"ignoreMe": "true", "surface": "BuilderBotTest"},
            "block": block,
            "utterance": words + "\n",
            "lang": None,
            "user": {"id": "operator", "type": "accountId"},
        },
        "bot": {"id": "66f0c0ffee00000000000001", "name": "나만의 일"},
        "action": {"id": "a", "name": "학습 스킬", "params": {}, "detailParams": {}, "clientExtra": None},
        "contexts": [],
    }


def _change(request: Json, path: list[str], value: Any) -> None:
    *way, last = path
    for name in way:
        request = request[name]
    if value is ...:
        del request[last]
    else:
        request[last] = value


HELLO = Message(("안녕하세요.",), (Button("오늘 학습", Go("today")),))
Post = Callable[..., Awaitable[ClientResponse]]


@asynccontextmanager
async def endpoint(respond: Respond, patience: float = PATIENCE) -> AsyncIterator[Post]:
    """A server with the skill endpoint; the yielded function posts to it as KakaoTalk does."""
    app = web.Application()
    async with open_kakao(app, SECRET, respond, SAY, patience=patience), TestClient(TestServer(app)) as client:

        async def post(data: Any, headers: dict[str, str] = HEADERS, kind: str = "application/json") -> ClientResponse:
            body = data if isinstance(data, bytes) or hasattr(data, "__aiter__") else json.dumps(data).encode()
            return await client.post(PATH, data=body, headers={**headers, "Content-Type": kind})

        yield post


async def shown(response: ClientResponse) -> Any:
    """The answer, after it passed every rule of KakaoTalk."""
    assert response.status == 200
    assert response.headers["Content-Type"] == "application/json; charset=utf-8"
    answer = json.loads(await response.read())
    assert faults(answer) == []
    return answer


async def asked(request: Any, respond: Respond, patience: float = PATIENCE) -> Any:
    async with endpoint(respond, patience) as post:
        return await shown(await post(request))


class Ear:
    """Answers HELLO to everything, and remembers what was said."""

    def __init__(self) -> None:
        self.said: list[Said] = []

    async def __call__(self, said: Said) -> Message:
        self.said.append(said)
        return HELLO


async def hears(request: Any) -> Said:
    ear = Ear()
    assert texts(await asked(request, ear)) == ["안녕하세요."]
    [said] = ear.said
    return said
