"""What people say, loaded once for all tests: it is a constant."""

from bot.conversation import language_of
from bot.course.load import load_course
from bot.texts import LOCALES

LANGUAGE = language_of(load_course(LOCALES / "ko" / "courses" / "own-work"), LOCALES / "ko" / "sayings")
