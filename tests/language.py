"""What people say and what the bot says, loaded once for all tests: they are constants."""

from bot.course.load import load_course
from bot.learning.minutes import timed
from bot.texts import LOCALES, load_texts
from bot.understanding import load_language

SAY = load_texts()
COURSE = timed(load_course(LOCALES / "ko" / "courses" / "own-work"), SAY)
LANGUAGE = load_language(LOCALES / "ko" / "sayings", COURSE.names)
