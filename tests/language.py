"""What people say, loaded once for all tests: it is a constant."""

from bot.course.load import load_course
from bot.texts import LOCALES
from bot.understanding import load_language

LANGUAGE = load_language(LOCALES / "ko" / "sayings", load_course(LOCALES / "ko" / "courses" / "own-work").names)
