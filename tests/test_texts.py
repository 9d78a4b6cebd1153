"""Every sentence the code asks for exists, gets the values it needs, and speaks one register."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.message import plain
from bot.texts import LOCALES, Texts
from handlers import COMMANDS
from tests.language import LANGUAGE, SAY

ROOT = Path(__file__).parent.parent
FORMAL = re.compile(r"니다$")
LEGAL = "privacy.ftl"  # legal text alone is in 합니다체
POLITE = re.compile(r"(요|죠|까)[.?!’”)]*$")
BANNED = ("~~", "ㅠㅠ", "ㅜㅜ", "시겠습니까", "십시오", "되어지", "당신", "것입니다", "실패하셨", "!!")
SENTENCES = [
    (path, entry.id.name, FluentSerializer().serialize_entry(entry))
    for path in sorted((LOCALES / "ko").glob("*.ftl"))
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body
    if isinstance(entry, ftl.Message)
]


def asked() -> dict[str, set[frozenset[str]]]:
    """Every literal key that code says, with the names of the values it gives."""
    found: dict[str, set[frozenset[str]]] = {}
    for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in {"say", "_say", "Sorry"} and all(keyword.arg for keyword in node.keywords):
                found.setdefault(str(node.args[0].value), set()).add(frozenset(str(k.arg) for k in node.keywords))
    return found


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's name for it
        self.names.add(node.id.name)


def test_the_code_asks_for_sentences() -> None:
    """The search below finds them; else it would prove nothing."""
    assert len(asked()) > 30


def test_every_sentence_asked_for_can_be_said(say: Texts) -> None:
    """The key exists and every variable in it is given wherever it is asked for."""
    for key, given in asked().items():
        for names in given:
            say(key, **dict.fromkeys(names, "3"))


def test_wordings_say_the_same_otherwise() -> None:
    """Each takes the values of the others, and no two are alike."""
    for path in sorted((LOCALES / "ko").glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message) and entry.attributes:
                ways = [entry.value, *(one.value for one in entry.attributes)]
                values = [variables(way) for way in ways if way]
                assert values == values[:1] * len(ways), entry.id.name
                assert len({FluentSerializer().serialize_entry(ftl.Message(entry.id, way)) for way in ways}) == len(
                    ways
                )
                assert [one.id.name for one in entry.attributes] == list("bcdefghi")[: len(entry.attributes)]


def variables(way: ftl.Pattern) -> set[str]:
    """The names of the values that enter a sentence."""
    found = _Variables()
    found.visit(way)
    return found.names


def test_a_sentence_is_said_in_the_wording_that_is_chosen(say: Texts) -> None:
    """By its key and their count; where nobody chooses, and where there is one, in the first."""
    asked_for = []

    def last(key: str, count: int) -> int:
        asked_for.append((key, count))
        return count - 1

    said = say.worded(last)
    assert (plain(say("quiz-wrong")), plain(said("quiz-wrong"))) == ("아쉬워요.", "이번에는 아쉬워요.")
    assert said("quiz-solution", solution="나") == "이 문제의 답은 ‘나’예요."
    assert said("button-today") == say("button-today")
    assert asked_for == [("quiz-wrong", 4), ("quiz-solution", 5)]


@pytest.mark.parametrize("name", [name for name in COMMANDS if f"help-{name}" in SAY.keys])
def test_every_command_in_help_has_a_korean_name(say: Texts, name: str) -> None:
    """Help names a word that can be typed."""
    assert say(f"command-{name}")


def test_the_register() -> None:
    """해요체 in every sentence, nothing banned."""
    assert [(key, word) for _, key, text in SENTENCES for word in BANNED if word in text.split("=", 1)[1]] == []
    spoken = [(key, text) for path, key, text in SENTENCES if path.name != LEGAL]
    assert [(key, said) for key, text in spoken for said in said_in(text.split("=", 1)[1]) if rude(said)] == []


def test_legal_text_is_formal() -> None:
    """합니다체 in every sentence of the notice."""
    legal = [(key, text.split("=", 1)[1]) for path, key, text in SENTENCES if path.name == LEGAL]
    said = [(key, one) for key, text in legal for one in said_in(text) if re.search("[가-힣]$", one)]
    assert len(said) > 20
    sentences = [(key, one) for key, one in said if not one.startswith("·")]  # an item of a list is none
    assert [(key, one) for key, one in sentences if len(one) > 6 and not FORMAL.search(one)] == []


def said_in(body: str) -> list[str]:
    """The sentences of a text that end in Korean, without their signs; X stands for a value."""
    plain = re.sub(r"\([^)]*\)", "", re.sub(r"\{[^}]*\}", "X", body))
    return [said.strip().rstrip(".?!’”)") for said in re.findall(r"[^.?!\n]*[.?!](?=\s|$)", plain)]


def rude(said: str) -> bool:
    """Whether it is a sentence, and not in 해요체."""
    whole = re.search("[가-힣]$", said) and len(said) > 6
    return bool(whole) and not (POLITE.search(said) or said.endswith("X"))


def test_every_command_that_is_typed_has_a_korean_name_and_a_help_line(say: Texts) -> None:
    """Else it would be missing from help and menus in silence. The weekend's parts come by themselves."""
    typed = {name for name, command in COMMANDS.items() if not command.inner}
    assert typed == {name for name in COMMANDS if f"command-{name}" in say.keys}
    assert typed - {name for name in COMMANDS if f"help-{name}" in say.keys} == {"start", "practice", "check"}


def test_our_own_names_are_no_danger() -> None:
    # words that are such a name are not looked through for danger, so none may ever be one
    say = SAY
    names = [say(key) for key in say.keys if key.startswith("command-")]
    assert [name for name in names if LANGUAGE.safety.care_for(name)] == []
