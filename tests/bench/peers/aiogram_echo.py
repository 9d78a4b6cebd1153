"""A peer on aiogram, as its documentation sets up a webhook behind aiohttp."""

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.bench.peers.serving import API, PATH, SECRET, TOKEN, run, serve


async def echo(message: Message) -> None:
    """Say back what is heard."""
    await message.answer(f"네: {message.text}")


async def main() -> None:
    """Serve the webhook; each update is worked off before it is answered."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(API), limit=256))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token=SECRET).register(app, path=PATH)
    await serve(app)


if __name__ == "__main__":
    run(main)
