"""The plan inside Telegram: shown once and for five minutes to whoever Telegram says has opened it; to nobody else."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, urlencode

import aiohttp
import pytest
from aiohttp import web
from lo_bot_api_emulator import ApiRefusal

from bot.channels.telegram.mini_app import AHEAD, HOLDS, LARGEST_BODY, PATH, Forged, MiniApp, user_in
from bot.channels.telegram.opening import open_telegram
from bot.message import Address, Away, File, Repeated
from tests.channels.telegram_api import TOKEN, Api, Conversation, hosting, serving
from tests.language import SAY

NOW = 1_796_000_000
USER = '{"id":7,"first_name":"민지","language_code":"ko"}'
PLAN = "<!doctype html><style>p { color: red }</style><p>내 설계서</p>".encode()


def signed(token: str = TOKEN, **fields: str) -> str:
    """What Telegram says, as it says it."""
    said = {"auth_date": str(NOW), "query_id": "AAE", "user": USER, "signature": "s"} | fields
    told = "\n".join(f"{name}={value}" for name, value in sorted(said.items()))
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    return urlencode(said | {"hash": hmac.new(key, told.encode(), hashlib.sha256).hexdigest()})


def changed(words: str, **fields: str) -> str:
    """The same words with others in their place."""
    return urlencode(dict(parse_qsl(words)) | fields)


def test_whoever_opened_it_is_known_by_signed_words() -> None:
    assert user_in(signed(), TOKEN, NOW + 60)[0] == "7"


@pytest.mark.parametrize(
    ("words", "later"),
    [
        ("", 0),
        ("user=%7B%22id%22%3A7%7D", 0),
        (signed(token="4242:another"), 0),
        (changed(signed(), user=USER.replace("7", "8")), 0),
        (changed(signed(), auth_date=str(NOW + 1)), 0),
        (changed(signed(), hash=""), 0),
        (changed(signed(), hash="é" * 64), 0),
        (changed(signed(), more="1"), 0),
        (signed() + "&user=" + quote(USER.replace("7", "8")), 0),
        (signed(user=""), 0),
        (signed(user='{"id":"7"}'), 0),
        (signed(user="[]"), 0),
        (signed(auth_date="soon"), 0),
        (signed(), HOLDS + 1),
        (signed(), -AHEAD - 1),
    ],
)
def test_words_that_are_forged_or_old_open_nothing(words: str, later: int) -> None:
    with pytest.raises(Forged):
        user_in(words, TOKEN, NOW + later)


@dataclass
class House:
    """A server with the Mini App; `asked` are the files it had made."""

    http: aiohttp.ClientSession
    url: str = ""
    now: float = NOW
    asked: list[tuple[Address, str]] = field(default_factory=list)
    away: bool = False
    keys: set[str] = field(default_factory=set)

    async def file(self, address: Address, name: str, key: str = "") -> File | None:
        if self.away:
            raise Away
        if key in self.keys:
            raise Repeated
        self.keys.add(key)
        self.asked.append((address, name))
        return File("plan.html", "text/html", PLAN) if address.id == "7" else None

    async def opens(self, words: str) -> tuple[int, str]:
        async with self.http.post(self.url + PATH, data={"data": words}) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            assert "frame-ancestors https://web.telegram.org" in answer.headers["Content-Security-Policy"]
            return answer.status, await answer.text()


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with aiohttp.ClientSession() as http:
        house, app = House(http), web.Application()
        MiniApp(TOKEN, house.file, SAY, lambda: house.now).add_to(app)
        async with hosting(app) as house.url:
            yield house


async def test_the_page_asks_nobody_else_who_opened_it(house: House) -> None:
    async with house.http.get(house.url + PATH) as answer:
        page = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "http" not in page.replace("<!doctype html>", "")
    assert SAY("telegram-plan-opens") in page


async def test_the_plan_of_whoever_opened_it_is_shown_once(house: House) -> None:
    """The same words again, by whomever, show nothing."""
    words = signed()
    assert await house.opens(words) == (200, PLAN.decode())
    assert house.asked == [(Address("telegram", "7"), "plan.html")]
    house.now += HOLDS - 1
    status, told = await house.opens(words)
    assert (status, SAY("telegram-plan-over") in told) == (403, True)
    assert (await house.opens(signed(query_id="AAF")))[0] == 200
    assert len(house.asked) == 2


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (lambda: changed(signed(), user=USER.replace("7", "8")), 403, "telegram-plan-over"),
        (lambda: signed(auth_date=str(NOW - HOLDS - 1)), 403, "telegram-plan-over"),
        (lambda: "x" * (LARGEST_BODY + 1), 403, "telegram-plan-over"),
        (lambda: signed(user=USER.replace("7", "8")), 404, "telegram-plan-nobody"),
    ],
)
async def test_nobody_else_sees_a_plan(house: House, words: Callable[[], str], status: int, sentence: str) -> None:
    answered, told = await house.opens(words())
    assert answered == status
    assert SAY(sentence) in told
    assert "내 설계서" not in told


async def test_a_database_that_is_away_is_told(house: House) -> None:
    house.away = True
    assert (await house.opens(signed()))[0] == 503


@pytest.mark.parametrize("known", [True, False])
async def test_the_menu_button_opens_it_where_there_is_an_address(known: bool) -> None:  # noqa: FBT001 - a column
    """Set once, and not again when it is so already; without an address it is left alone."""
    app, http = web.Application(), aiohttp.ClientSession()
    async with http, serving(Api()) as api:
        house = House(http)
        address = "https://bot.example" if known else ""
        api.faults["setWebhook"] = [ApiRefusal("Bad Request: bad webhook")] * 50
        for _ in range(2):
            api.calls.clear()
            opened = open_telegram(
                TOKEN, Conversation(), SAY, [("today", "오늘")], api_url=api.url, app=app if known else None,
                public_url=address, files=house.file, spacing=0, pause=0.01,
            )  # fmt: skip
            async with opened:
                await api.until(lambda: api.sent("getMyShortDescription"))
                if known:
                    await api.until(lambda: api.sent("getChatMenuButton"))
            app = web.Application()
        buttons = [json.loads(fields["menu_button"]) for name, fields in api.tries if name == "setChatMenuButton"]
        url = {"url": f"{address}{PATH}"}
        assert buttons == ([{"type": "web_app", "text": SAY("telegram-plan"), "web_app": url}] if known else [])
