"""Sentences: what the bot says, from the Fluent files of one language folder, particles included."""

import copy
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.korean.hangul import josa
from bot.message.blocks import marked

_BLANK = re.compile(r"\{\w")  # where a value enters; braces that are said are doubled
LOCALES = Path(__file__).parent.parent / "locales"
OTHERWISE = "/"  # between a key and the name of another wording; no key has one
Choose = Callable[[str, int], int]
"""In which of so many wordings a sentence is said, by its key and their count; 0 is the first that its file has."""


class Texts:
    """The catalogue of one language. `texts("greeting", name="민지")` is the sentence, ready to read.

    `templates` are those sentences, for `str.format`, into which values enter as they are: nearly all, and the library
    takes twenty times as long for them. The bundle has the others. `wordings` are the names of those sentences that
    can be said in several ways, the others being attributes in their file, `.b`, `.c` and so on.
    """

    def __init__(
        self, bundle: FluentBundle, wordings: Mapping[str, tuple[str, ...]], templates: Mapping[str, str]
    ) -> None:
        self._bundle, self._templates = bundle, templates
        self._fixed = {key: template.format() for key, template in templates.items() if not _BLANK.search(template)}
        self.wordings = {key: names for key, names in wordings.items() if len(names) > 1}
        self.keys = frozenset(wordings)
        self.choose: Choose = _first

    def worded(self, choose: Choose) -> "Texts":
        """The same catalogue, in which a sentence is said in the wording that is chosen; else it is the first."""
        texts = copy.copy(self)
        texts.choose = choose
        return texts

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence under `key`. Raises LookupError for an unknown key or a value it needs and was not given."""
        if names := self.wordings.get(key):
            key = names[self.choose(key, len(names))]
        if fixed := self._fixed.get(key):
            return fixed
        said = {name: _said(value) for name, value in values.items()}
        try:
            if template := self._templates.get(key):
                return template.format_map(said)
        except KeyError as missing:
            raise LookupError(f"the sentence {key!r} could not be said: it needs {missing}") from missing
        if key.partition(OTHERWISE)[0] not in self.keys:
            raise LookupError(f"no sentence is called {key!r}")
        pattern = self._bundle.get_message(key).value
        assert pattern is not None  # load_texts admits only keys with a sentence
        text, errors = self._bundle.format_pattern(pattern, said)
        if errors:
            raise LookupError(f"the sentence {key!r} could not be said: {errors[0]}")
        return str(text)


def load_texts(folder: Path = LOCALES / "ko") -> Texts:
    """All `.ftl` files of a language folder as one catalogue. Raises ValueError naming file and line of a fault."""
    # isolating marks would enter every message as invisible characters
    functions: dict[str, Any] = {"JOSA": _josa, "QUOTE": _quote}  # the library's own hint allows one argument only
    bundle = FluentBundle(["ko"], functions=functions, use_isolating=False)
    wordings: dict[str, tuple[str, ...]] = {}
    templates: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        source = marked(path.read_text(encoding="utf-8"))
        others: list[ast.EntryType] = []
        for entry in FluentResource(source).body:
            if isinstance(entry, ast.Junk):
                line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
                raise ValueError(f"{path}:{line}: {entry.annotations[0].message}; write `key = sentence`")
            if not isinstance(entry, ast.Message):
                others.append(entry)
                continue
            if entry.id.name in wordings:
                raise ValueError(f"{path}: the key {entry.id.name!r} stands twice; rename one")
            said = dict(_worded(entry))
            wordings[entry.id.name] = tuple(said)
            templates |= {name: template for name, pattern in said.items() if (template := _template(pattern))}
            others += [ast.Message(ast.Identifier(name), said[name]) for name in said if name not in templates]
        bundle.add_resource(ast.Resource(others))
    return Texts(bundle, wordings, templates)


def _first(key: str, count: int) -> int:
    """The first wording of every sentence."""
    del key, count
    return 0


def _worded(entry: ast.Message) -> Iterator[tuple[str, ast.Pattern]]:
    """A sentence by its key, and its other wordings by names made of it."""
    if entry.value:
        yield entry.id.name, entry.value
    yield from ((f"{entry.id.name}{OTHERWISE}{one.id.name}", one.value) for one in entry.attributes)


def _template(pattern: ast.Pattern) -> str:
    """A sentence made of text and values alone, for `str.format`; "" for the others."""
    pieces: list[str] = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            pieces.append(element.value.replace("{", "{{").replace("}", "}}"))
        elif isinstance(element.expression, ast.VariableReference):
            pieces.append(f"{{{element.expression.id.name}}}")
        else:
            return ""
    return "".join(pieces)


def _said(value: object) -> str:
    """A value as it is read. Numbers as Korean writes them: the library asks its locale data for each anew."""
    if isinstance(value, str):
        return value
    if type(value) is not int:
        raise LookupError(f"only text and whole numbers can be said, no {type(value).__name__}")
    return f"{value:,}"


def _josa(word: Any, pair: Any) -> Any:
    """`{ JOSA($word, "은/는") }` in a sentence: the word with its particle."""
    return josa(str(word), str(pair))


def _quote(word: Any, pair: Any) -> Any:
    """`{ QUOTE($word, "이에요/예요") }`: the same with the word in quotes; 도, which has one form, as `"도"`."""
    marks = "“”" if "‘" in str(word) else "‘’"  # quotes within quotes are read twice
    quoted = f"{marks[0]}{word}{marks[1]}"
    return josa(quoted, str(pair)) if "/" in str(pair) else f"{quoted}{pair}"
