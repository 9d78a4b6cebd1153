"""Whether Telegram knows the token, asked without opening the channel."""

from http import HTTPStatus

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.channels.proxy import proxy_to

OFFICIAL = "https://api.telegram.org"
PATIENCE = ClientTimeout(5)  # seconds
_REFUSED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND)  # Telegram answers 401, or 404 where it has no such form


def server(api_url: str) -> str:
    """Where methods are called, without a slash at its end."""
    return (api_url or OFFICIAL).rstrip("/").removesuffix("/bot")


async def asked(token: str, api_url: str) -> str:
    """One of `TOKEN` in bot.channels.channel."""
    if not token:
        return "none"
    try:
        async with (
            ClientSession(proxy=proxy_to(server(api_url)), timeout=PATIENCE) as http,
            http.post(f"{server(api_url)}/bot{token}/getMe") as got,
        ):
            if got.status in _REFUSED:
                return "refused"
            return "known" if got.ok else "away"
    except (ClientError, TimeoutError):
        return "away"
