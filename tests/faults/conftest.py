"""What the tests that kill share."""

import itertools
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def seed() -> int:
    """Another one in every run; a failure shows it, for `python -m tests.faults SEED`."""
    return secrets.randbelow(1_000_000)


@pytest.fixture
def files(sqlite_template: Path, tmp_path: Path) -> Callable[[], str]:
    """Gives a fresh, migrated SQLite database whenever it is called."""
    numbers = itertools.count()
    return lambda: f"sqlite:///{shutil.copy(sqlite_template, tmp_path / f'{next(numbers)}.sqlite3')}"
