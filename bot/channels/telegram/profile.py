"""What the bot shows before anyone speaks to it: its menu and its descriptions."""

import asyncio
import logging
from collections.abc import Sequence

from telegram import Bot, BotCommand, MenuButtonWebApp, WebAppInfo
from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram.refusals import seconds
from bot.message import Say

TRIES = 5
FAILURES = (TelegramError, AttributeError, TypeError, KeyError)  # but the first the library's, of what it cannot read
LANGUAGES = ("ko", None)  # None is everyone whose client speaks something else; the bot speaks Korean to all

log = logging.getLogger(__name__)


async def free_for_polling(bot: Bot) -> None:
    """Checks the token and takes away a webhook, which would forbid polling. What waits to be delivered stays."""
    await bot.get_me()
    if (await bot.get_webhook_info()).url:
        await bot.delete_webhook()


async def introduce(bot: Bot, menu: Sequence[tuple[str, str]], say: Say, plan: str = "") -> None:
    """Sets what differs, and only that: these calls have strict limits of their own. The menu button opens the `plan`
    where it has an address. Raises TelegramError.
    """
    commands = tuple(BotCommand(name.removeprefix("/"), meaning) for name, meaning in menu)
    for language in LANGUAGES:
        if await bot.get_my_commands(language_code=language) != commands:
            await bot.set_my_commands(commands, language_code=language)
    text = say("telegram-description")
    for language in LANGUAGES:
        if (await bot.get_my_description(language)).description != text:
            await bot.set_my_description(text, language)
    text = say("telegram-short-description")
    for language in LANGUAGES:
        if (await bot.get_my_short_description(language)).short_description != text:
            await bot.set_my_short_description(text, language)

    if plan:
        button = MenuButtonWebApp(say("telegram-plan"), WebAppInfo(plan))
        if await bot.get_chat_menu_button() != button:
            await bot.set_chat_menu_button(menu_button=button)


async def introduce_at_last(bot: Bot, menu: Sequence[tuple[str, str]], say: Say, pause: float, plan: str = "") -> None:
    """The same, tried a few times; waits `pause` seconds after a failure, then twice as long each time. No failure of
    Telegram is raised: a bot without a menu still answers, also where a server knows less and says something else.
    """
    for n in range(TRIES):
        try:
            await introduce(bot, menu, say, plan)
        except FAILURES as failure:
            name = type(failure).__name__
            await asyncio.sleep(seconds(failure) if isinstance(failure, RetryAfter) else pause * 2**n)
        else:
            return
    log.warning("the menu or the descriptions could not be set and stay as they are: %s", name)
