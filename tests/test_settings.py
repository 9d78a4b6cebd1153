"""Settings are checked before anything starts, and never printed."""

import io
import re
from pathlib import Path

import msgspec
import pytest
from dotenv import dotenv_values

from bot.channels import CHANNELS
from bot.channels.telegram import TelegramSettings
from bot.operator import settings
from bot.operator.settings import BadSetting, HouseSettings, Settings, names_of
from bot.texts import Texts

KINDS = [channel.settings for channel in CHANNELS.values() if channel.settings]


def read_settings(environment: dict[str, str], file: dict[str, str | None]) -> Settings:
    return settings.read_settings(environment, file, KINDS)


def test_nothing_set_is_fine() -> None:
    """No account, key or server is needed to start."""
    read = read_settings({}, {})
    kinds: list[type[msgspec.Struct]] = [HouseSettings, *KINDS]
    assert all(read.of(kind) == kind() for kind in kinds)


def test_the_environment_wins_over_the_file() -> None:
    """So that one run can differ from the file."""
    assert read_settings({"PORT": "9000"}, {"PORT": "8000", "HOST": "0.0.0.0"}).of(HouseSettings).port == 9000  # noqa: S104


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("TELEGRAM_TOKN", "TELEGRAM_TOKEN"),
        ("KAKAO_SECRET", "KAKAO_SKILL_SECRET"),
        ("FLAVOUR", ""),
        ("DATABSE_URL", "DATABASE_URL"),
    ],
)
def test_an_unknown_name_in_the_file_stops_the_start(name: str, meant: str) -> None:
    """The file is ours alone, and a slip in a name would leave a channel closed in silence."""
    with pytest.raises(BadSetting) as bad:
        read_settings({}, {name: "x"})
    assert (bad.value.name, bad.value.meant) == (name, meant)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("TELEGRAM_TOKN", "TELEGRAM_TOKEN"),
        ("TELEGRAM_BOT_API_PORT", "TELEGRAM_API_URL"),  # what Docker sets for a service beside us
        ("KAKAO_SECRET", "KAKAO_SKILL_SECRET"),
        ("DATABSE_URL", "DATABASE_URL"),
    ],
)
def test_one_in_the_environment_is_told_of(say: Texts, name: str, meant: str) -> None:
    """It may be a slip, and it may be a neighbour's."""
    assert read_settings({name: "x"}, {}).strange == [(name, meant)]
    assert meant in say("setting-strange", name=name, meant=meant)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", "no-colon"),
        ("TELEGRAM_API_URL", "ftp://x"),
        ("PUBLIC_URL", "http://plain.example"),
        ("TELEGRAM_WEBHOOK_SECRET", "한글"),
        ("KAKAO_API_URL", "kakao"),
        ("DATABASE_URL", "mysql://x"),
        ("HOST", ""),
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("BULK_RATE", "0"),
        ("BULK_RATE", "100001"),
        ("BULK_RATE", "nan"),
        ("PAID_BROADCAST", "yes"),
        ("PAID_BROADCAST", ""),
        ("ADMIN_IDS", "a;b"),
        ("ADMIN_IDS", "12345"),
        ("ADMIN_IDS", "telegram:1 kakao:2"),
        ("ADMIN_IDS", "telegram:, :1"),
        ("TRUSTED_PROXIES", "proxy.example"),
        ("TRUSTED_PROXIES", "10.0.0.0/99"),
    ],
)
def test_a_malformed_value_is_named_and_never_shown(say: Texts, name: str, value: str) -> None:
    """One line says which setting and what it should look like."""
    with pytest.raises(BadSetting) as bad:
        read_settings({name: value}, {})
    assert bad.value.name == name
    assert not value or value not in str(bad.value)
    assert say("setting-malformed", name=name, hint=say(f"setting-{name}"))


@pytest.mark.parametrize("name", names_of([HouseSettings, *KINDS]))
def test_every_setting_has_a_hint(say: Texts, name: str) -> None:
    """Whatever is malformed, the operator reads how to mend it."""
    assert say(f"setting-{name}")


def test_other_programs_variables_are_left_alone() -> None:
    """The environment is full of names that are not ours."""
    names = {"PATH": "/bin", "HOSTNAME": "box", "LANG": "ko_KR.UTF-8", "PORTAL": "x", "HOME": "/root"}
    assert read_settings(names, {}).strange == []


@pytest.mark.parametrize(("value", "on"), [("true", True), ("True", True), ("1", True), ("false", False), ("0", False)])
def test_what_turns_the_paid_broadcast_on(value: str, on: bool) -> None:  # noqa: FBT001 - a column of the table
    """It costs money, so only a plain word does."""
    assert read_settings({"PAID_BROADCAST": value}, {}).of(TelegramSettings).paid_broadcast is on
    assert not read_settings({}, {}).of(TelegramSettings).paid_broadcast


@pytest.mark.parametrize(
    ("environment", "too_fast"),
    [
        ({}, False),
        ({"BULK_RATE": "30"}, False),
        ({"BULK_RATE": "31"}, True),
        ({"BULK_RATE": "1000", "PAID_BROADCAST": "true"}, False),
        ({"BULK_RATE": "100000", "TELEGRAM_API_URL": "http://127.0.0.1:8081"}, False),
        ({"BULK_RATE": "1000", "TELEGRAM_TOKEN": ""}, False),
    ],
)
def test_a_rate_that_telegram_does_not_bear_is_noticed(environment: dict[str, str], too_fast: bool) -> None:  # noqa: FBT001 - the same
    """The operator is warned at the start, and not by a silence in the morning."""
    read = read_settings({"TELEGRAM_TOKEN": "1:a"} | environment, {})
    assert read.of(TelegramSettings).too_fast(read.of(HouseSettings).bulk_rate) is too_fast


ROOT = Path(__file__).parent.parent
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")


def test_the_example_has_every_setting_as_it_is_without_it() -> None:
    """Copied it changes nothing, and with each line in force neither."""
    file = dotenv_values(stream=io.StringIO(re.sub(r"^#(?=[A-Z_]+=)", "", EXAMPLE, flags=re.M)))
    kinds: list[type[msgspec.Struct]] = [HouseSettings, *KINDS]
    assert sorted(file) == sorted(names_of(kinds))
    read = read_settings({}, dict(file))
    assert all(read.of(kind) == kind() for kind in kinds)
    assert not dotenv_values(stream=io.StringIO(EXAMPLE))


def test_the_readme_tells_of_every_setting() -> None:
    """In its table, and of none that is gone."""
    _, _, table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## 설정\n")
    rows = [line.split("|")[1] for line in table.partition("\n#")[0].splitlines() if line.startswith("| `")]
    told = [name for row in rows for name in re.findall("`([A-Z_]+)`", row)]
    assert sorted(told) == sorted(names_of([HouseSettings, *KINDS]))


def test_containers_are_given_settings_that_there_are() -> None:
    """By compose.yaml, and by the image itself."""
    compose = (ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8").partition("&settings")[2]
    given = re.findall(r"^    ([A-Z_]+): ", compose.partition("depends_on")[0], re.M)
    image = re.search(r"^ENV (.+)$", (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8"), re.M)
    assert image
    given += [name for name in re.findall(r"(\w+)=", image[1]) if name in {"HOST", "PORT"}]
    assert sorted(given) == ["DATABASE_URL", "HOST", "PORT", "PUBLIC_URL", "SECRET_KEY", "TRUSTED_PROXIES"]
    assert set(given) <= set(names_of([HouseSettings, *KINDS]))
