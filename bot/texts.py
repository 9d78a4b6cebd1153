"""Sentences: what the bot says, from the Fluent files of one language folder, particles included."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.korean.hangul import josa
from bot.message.blocks import marked

_BLANK = re.compile(r"\{\w")  # where a value enters; braces that are said are doubled
LOCALES = Path(__file__).parent.parent / "locales"


class Texts:
    """The catalogue of one language. `texts("greeting", name="민지")` is the sentence, ready to read.

    `templates` are those sentences, for `str.format`, into which values enter as they are: nearly all, and the library
    takes twenty times as long for them. The bundle has the others.
    """

    def __init__(self, bundle: FluentBundle, keys: frozenset[str], templates: Mapping[str, str]) -> None:
        self._bundle, self._templates = bundle, templates
        self._fixed = {key: template.format() for key, template in templates.items() if not _BLANK.search(template)}
        self.keys = keys

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence under `key`. Raises LookupError for an unknown key or a value it needs and was not given."""
        if fixed := self._fixed.get(key):
            return fixed
        said = {name: _said(value) for name, value in values.items()}
        try:
            if template := self._templates.get(key):
                return template.format_map(said)
        except KeyError as missing:
            raise LookupError(f"the sentence {key!r} could not be said: it needs {missing}") from missing
        if key not in self.keys:
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
    keys: set[str] = set()
    templates: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        source = marked(path.read_text(encoding="utf-8"))
        others: list[ast.EntryType] = []
        for entry in FluentResource(source).body:
            if isinstance(entry, ast.Junk):
                line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
                raise ValueError(f"{path}:{line}: {entry.annotations[0].message}; write `key = sentence`")
            if isinstance(entry, ast.Message) and entry.value:
                if entry.id.name in keys:
                    raise ValueError(f"{path}: the key {entry.id.name!r} stands twice; rename one")
                keys.add(entry.id.name)
                if template := _template(entry.value):
                    templates[entry.id.name] = template
                    continue
            others.append(entry)
        bundle.add_resource(ast.Resource(others))
    return Texts(bundle, frozenset(keys), templates)


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
    """`{ QUOTE($word, "이에요/예요") }`: the same with the word in quotes."""
    marks = "“”" if "‘" in str(word) else "‘’"  # quotes within quotes are read twice
    return josa(f"{marks[0]}{word}{marks[1]}", str(pair))
