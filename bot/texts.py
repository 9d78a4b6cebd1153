"""Sentences: what the bot says, from the Fluent files of one language folder, particles included."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.korean.hangul import josa

LOCALES = Path(__file__).parent.parent / "locales"


class Texts:
    """The catalogue of one language. `texts("greeting", name="민지")` is the sentence, ready to read."""

    def __init__(self, bundle: FluentBundle, keys: frozenset[str], constants: Mapping[str, str]) -> None:
        self._bundle, self._constants = bundle, constants
        self.keys = keys

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence under `key`. Raises LookupError for an unknown key or a value it needs and was not given."""
        if (constant := self._constants.get(key)) is not None:
            return constant
        if key not in self.keys:
            raise LookupError(f"no sentence is called {key!r}")
        pattern = self._bundle.get_message(key).value
        assert pattern is not None  # load_texts admits only keys with a sentence
        text, errors = self._bundle.format_pattern(pattern, {name: _said(value) for name, value in values.items()})
        if errors:
            raise LookupError(f"the sentence {key!r} could not be said: {errors[0]}")
        return str(text)


Say = Callable[..., str]
"""How sentences are asked for: `say(key, **values)`. `Texts` is one."""


def load_texts(folder: Path = LOCALES / "ko") -> Texts:
    """All `.ftl` files of a language folder as one catalogue. Raises ValueError naming file and line of a fault."""
    # isolating marks would enter every message as invisible characters
    functions: dict[str, Any] = {"JOSA": _josa, "QUOTE": _quote}  # the library's own hint allows one argument only
    bundle = FluentBundle(["ko"], functions=functions, use_isolating=False)
    keys: set[str] = set()
    constants: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        source = path.read_text(encoding="utf-8")
        resource = FluentResource(source)
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
                raise ValueError(f"{path}:{line}: {entry.annotations[0].message}; write `key = sentence`")
            if isinstance(entry, ast.Message) and entry.value:
                if entry.id.name in keys:
                    raise ValueError(f"{path}: the key {entry.id.name!r} stands twice; rename one")
                keys.add(entry.id.name)
                if (constant := _constant(entry.value)) is not None:
                    constants[entry.id.name] = constant
        bundle.add_resource(resource)
    return Texts(bundle, frozenset(keys), constants)


def _constant(pattern: ast.Pattern) -> str | None:
    """A sentence into which no value enters, whole; None for the others."""
    parts = [element.value for element in pattern.elements if isinstance(element, ast.TextElement)]
    return "".join(parts) if len(parts) == len(pattern.elements) else None


def _said(value: object) -> object:
    """A value as it is read. Numbers as Korean writes them: the library asks its locale data for each anew."""
    return f"{value:,}" if type(value) is int else value


def _josa(word: Any, pair: Any) -> Any:
    """`{ JOSA($word, "은/는") }` in a sentence: the word with its particle."""
    return josa(str(word), str(pair))


def _quote(word: Any, pair: Any) -> Any:
    """`{ QUOTE($word, "이에요/예요") }`: the same with the word in quotes."""
    return josa(f"‘{word}’", str(pair))
