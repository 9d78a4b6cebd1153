"""Whoever installs the wheel, as pipx and uvx do, has the whole bot: sentences, lessons, fonts and migrations too."""

import asyncio
import subprocess
import sys
import zipfile
from asyncio.subprocess import PIPE
from pathlib import Path

import aiohttp
import pytest

from bot.operator import VERSION
from tests.conftest import PATIENCE
from tests.test_floors import ROOT
from tests.test_house import ADDRESS

FOLDERS = ("bot", "handlers", "locales", "migrations")
TOOLS = Path(sys.executable).parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built without asking anybody, by what pyproject.toml says."""
    folder = tmp_path_factory.mktemp("dist")
    done("hatchling", "build", "-t", "wheel", "-d", str(folder))
    (made,) = folder.glob("*.whl")
    return made


def done(*words: str) -> None:
    """A tool of the tests, as a module; what it says is shown when it fails."""
    ran = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own Python
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_all_that_the_bot_needs_is_in_it(wheel: Path) -> None:
    """Each file of the four folders, under the same name, and the licence; nothing of tests."""
    ours = {
        path.relative_to(ROOT).as_posix()
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    about = f"my_own_work-{VERSION}.dist-info"
    assert {name for name in names if not name.startswith(about)} == ours
    assert f"{about}/licenses/LICENSE" in names


async def test_it_runs_in_any_folder(wheel: Path, tmp_path: Path) -> None:
    """Installed in one with odd signs, started in another by the name that pipx and uvx look for; it is alive, and
    what learners say is kept where it was started.
    """
    home, elsewhere = tmp_path / "100% 내 일", tmp_path / "다른 곳"
    elsewhere.mkdir()
    done("venv", "--without-pip", str(home))
    done(
        "uv",
        "pip",
        "install",
        "-q",
        "--offline",
        "--no-deps",
        "--compile-bytecode",
        "--python",
        str(home / "bin" / "python"),
        str(wheel),
    )
    (site,) = home.glob("lib/python*/site-packages")
    (others,) = TOOLS.parent.glob("lib/python*/site-packages")
    (site / "others.pth").write_text(f"{others}\n")  # what it depends on
    process = await asyncio.create_subprocess_exec(
        home / "bin" / "my-own-work", cwd=elsewhere, env={"PORT": "0"}, stdout=PIPE, stderr=PIPE
    )
    try:
        assert process.stdout
        line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
        found = ADDRESS.search(line)
        assert found, (line, (await process.communicate())[1].decode())
        async with aiohttp.ClientSession() as http, http.get(f"{found[0]}healthz") as got:
            assert (got.status, (await got.json())["status"]) == (200, "ok")
    finally:
        process.terminate()
        await process.communicate()
    assert (elsewhere / "my-own-work.sqlite3").stat().st_size
    asked = await asyncio.create_subprocess_exec(
        home / "bin" / "python", "-c", "import bot; print(bot.__file__)", cwd=elsewhere, stdout=PIPE
    )
    assert (await asked.communicate())[0].decode().startswith(str(site))


def test_the_version_is_told() -> None:
    """The same as that of the newest release in CHANGELOG.md."""
    words = [sys.executable, "-m", "bot", "--version"]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own Python
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    newest = next(line for line in lines if line.startswith("## "))
    assert newest.split()[1] == told.strip() == VERSION
