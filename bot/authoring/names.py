"""How files and kinds of quiz are named to authors."""

from pathlib import Path

from bot.course.model import About


def shown(path: Path) -> str:
    """A path as short as it can be opened from here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def words_of_kinds(about: About) -> dict[str, str]:
    """The Korean word of every kind of quiz, by the kind's name."""
    return {kind: word for word, kind in about.kinds.items()}
