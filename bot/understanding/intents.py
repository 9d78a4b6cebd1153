"""What is said to the bot itself, by intent: hello, price, bored. Pure; the sayings stand in locales/ko/sayings.

A saying has to be understood from its first letter to its last, so that a line about one's own work is none: it names
people and things that no form knows. Forms are written with the stems of verbs; every ending comes by itself.
"""

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from bot.korean.conjugation import conjugated
from bot.korean.keyboard import composed, from_latin_keys, narrowed, to_latin_keys
from bot.understanding.endings import ASKED, ASKS, COPULA, NOUN, TOLD, Tails, tails_of

LONGEST = 40  # letters that count; a longer saying is no small talk
HEARD = 200  # characters looked at; decomposed Hangul and signs need more room than letters
LONGEST_TAIL = 12  # letters of the longest ending
MOST_PIECES = 3  # sentences in one saying: 안녕하세요, 처음인데요, 무료인가요?
SOFT = -1  # stands for a word that changes nothing
JOINT = "_"  # between the parts of a word that others may come between: 눈물이 나
SEQUEL = "sequel"  # what only follows something else: 어려워서 모르겠어요
KINDS = {"-": TOLD, "!": ASKED, "?": ASKS, "=": COPULA}  # what is written behind a word of a form
ENGLISH, OTHER = "english", "other_language"

_SIGNS = re.compile(r"[\W_]+")
_CHATTY = re.compile(r"(?<=[세셔예에해와줘봐네데래까죠지돼])[여용욥욤염](?![가-힣])")  # 하세여, not 급여, 고용
_LAUGHTER = re.compile("[ㅋㅎㅠㅜㅡ]{2,}|(?<=[가-힣])[ㅋㅎㅠㅜ](?![ㄱ-ㅣ])")
_LONG = re.compile(r"(.)\1{2,}")
_HANGUL = re.compile("[ㄱ-ㆎ가-힣]")
_NUMBER, _DIGITS = "#", re.compile(r"\d{1,2}(?!\d)")


@dataclass(slots=True)
class _Node:
    """How far a form has been heard: the words that may follow, and the intent if nothing has to."""

    following: dict[int, "_Node"] = field(default_factory=dict)
    intent: str = ""


_State = tuple[int, _Node, int, str]  # letters heard, where in the forms, pieces complete, the intent of the weightiest
_Words = Mapping[int, Sequence[int]]  # by the number of a word, where it may end
_Begun = tuple[tuple[str, tuple[int, ...]], ...]  # by the tails that words take then: their numbers


class Saying(NamedTuple):
    """Words as every table of intents reads them: composed, in the usual width, and folded in each layout."""

    typed: str
    folded: tuple[str, ...]


def saying_of(words: str) -> Saying:
    """Words to be looked for in tables of intents; of more than anybody says to us, the beginning."""
    typed = narrowed(composed(words[:HEARD]))
    return Saying(typed, tuple(dict.fromkeys(map(folded, (typed, *_other_layouts(typed))))))


@dataclass(frozen=True, slots=True)
class Intents:
    """The compiled sayings. Made by `load_intents`, once; it is never changed after that."""

    forms: _Node
    surfaces: Mapping[str, _Begun]  # how words begin
    tails: Tails
    joints: tuple[str, ...]  # what may stand between the parts of a word
    second_parts: Mapping[str, Mapping[str, tuple[str, ...]]]  # of such words, by kind: how they begin, and their kinds
    soft: frozenset[str]  # words that change nothing
    courtesies: frozenset[str]  # intents that give way to whatever else was said
    english: frozenset[str]
    order: Mapping[str, int]  # of two intents that one saying may mean, the earlier of the file is meant
    longest: int  # letters with which a word begins
    signs: Mapping[str, str]  # intents by what is said without a letter: 🙏

    def of(self, words: str) -> str:
        """The intent's name, or "" for whatever is said to somebody else or about something else."""
        return self.of_saying(saying_of(words))

    def of_saying(self, saying: Saying) -> str:
        """The same of words that are folded already."""
        for said in saying.folded:
            if 0 < len(said) <= LONGEST and (found := self._parsed(said, asked="?" in saying.typed)):
                return found
        sign = "" if saying.folded[0] else saying.typed
        return self.signs.get(sign, "") or self.signs.get(sign[:1], "") or self._foreign(saying.typed.casefold())

    def _parsed(self, said: str, *, asked: bool) -> str:
        """The intent that the whole saying spells, in as few pieces as possible: 심심해, 노래 불러줘 are two."""
        words: dict[int, _Words] = {}
        seen: set[tuple[int, int, int, str]] = set()
        spelled: list[tuple[int, bool, int, str]] = []
        open_ = [(0, self.forms, 0, "")]
        while open_:
            at, node, pieces, found = state = open_.pop()
            if (key := (at, id(node), pieces, found)) in seen:
                continue
            seen.add(key)
            if at not in words:
                words[at] = self._words_at(said, at, asked=asked)
            open_ += self._further(state, words[at])
            if at == len(said) and node is self.forms and found not in {"", SEQUEL}:
                spelled.append((pieces, found in self.courtesies, self.order[found], found))
        return min(spelled)[3] if spelled else ""

    def _further(self, state: _State, words: _Words) -> Iterator[_State]:
        """What one word more may make of it, and the end of a piece where a form is complete."""
        at, node, pieces, found = state
        if node.intent and pieces < MOST_PIECES:
            lighter = found and node.intent in self.courtesies
            yield at, self.forms, pieces + 1, found if lighter else node.intent
        for end in words.get(SOFT, ()):
            yield end, node, pieces, found
        for word in words.keys() & node.following.keys():  # many may stand here, few may follow
            for end in words[word]:
                yield end, node.following[word], pieces, found

    def _words_at(self, said: str, at: int, *, asked: bool) -> _Words:
        """Every word that may stand here, by its number, and where it ends; SOFT for one that changes nothing."""
        words: defaultdict[int, list[int]] = defaultdict(list)
        for end in range(at + 1, min(len(said), at + self.longest) + 1):
            surface = said[at:end]
            if surface in self.soft:
                words[SOFT].append(end)
            for kind, numbers in self.surfaces.get(surface, ()):
                ends = [end + length for length in self._tails_at(said, end, kind, asked=asked)]
                for word in numbers if ends else ():
                    words[word] += ends
        if number := _DIGITS.match(said, at):
            for word in dict(self.surfaces.get(_NUMBER, ())).get(NOUN, ()):
                words[word].append(number.end())
        return words

    def _tails_at(self, said: str, at: int, kind: str, *, asked: bool) -> Iterator[int]:
        """How long the tails are that may follow here. A bare noun asks only where a sign says so."""
        if second := self.second_parts.get(kind):
            yield from self._second_at(said, at, second, asked=asked)
            return
        known = self.tails[kind.replace(ASKS, TOLD) if asked else kind]
        if "" in known or (kind == COPULA and asked and at == len(said)):
            yield 0
        for length in range(1, min(len(said) - at, LONGEST_TAIL) + 1):
            if said[at : at + length] in known:
                yield length

    def _second_at(self, said: str, at: int, second: Mapping[str, tuple[str, ...]], *, asked: bool) -> Iterator[int]:
        """How long what is left of a word in two parts may be here: a joint, the second part and its tail."""
        for start in (at + len(joint) for joint in self.joints if said.startswith(joint, at)):
            for end in range(start + 1, min(len(said), start + self.longest) + 1):
                for kind in second.get(said[start:end], ()):
                    yield from (end + length - at for length in self._tails_at(said, end, kind, asked=asked))

    def _foreign(self, typed: str) -> str:
        """English by its commonest words; any other script by its letters. Latin keys of Hangul are neither."""
        typed = _LAUGHTER.sub("", typed)
        if _HANGUL.search(typed):
            return ""
        letters = [sign for sign in typed if sign.isalpha()]
        if len(letters) < 2:
            return ""
        if not any(sign.isascii() for sign in letters) or sum(not sign.isascii() for sign in letters) > 1:
            return OTHER
        words = re.findall(r"[a-z]+", typed.replace("'", ""))
        known = sum(word in self.english for word in words)
        return ENGLISH if len(words) > 1 and known * 2 >= len(words) else ""


def load_intents(path: Path, names: Mapping[str, Iterable[str]]) -> Intents:
    """The sayings of the first table of a TOML file, as `intents_of` reads it."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return intents_of(table, names, tails_of(table["endings"]))


def intents_of(
    table: Mapping[str, Any], names: Mapping[str, Iterable[str]], tails: Tails, table_name: str = "intents"
) -> Intents:
    """The sayings of a table of a file (its head says how they are written); `names` are lists of what a course calls
    things, which a learner may name: `lesson`, `slot`, `box`. `tails` are those of its endings, held once for all.

    Raises ValueError for a list that a form names and the file does not have.
    """
    lists = {name: words.split() for name, words in table["lists"].items()}
    lists |= {name: [folded(title) for title in titles] for name, titles in names.items()}
    numbers, forms, begun = dict[str, int](), _Node(), dict[str, dict[str, list[int]]]()
    for intent, said in {**table[table_name], SEQUEL: table["soft"]["sequels"]}.items():
        for form in filter(None, map(str.strip, said.splitlines())):
            for words in _written_out(form):
                node = forms
                for word in words:
                    node = node.following.setdefault(numbers.setdefault(word, len(numbers)), _Node())
                node.intent = node.intent or intent
    for word, number in numbers.items():
        for surface, kind in set(_surfaces(word, lists)):
            begun.setdefault(surface, {}).setdefault(kind, []).append(number)
    soft, courtesies, english = (frozenset(table["soft"][name].split()) for name in ("words", "courtesies", "english"))
    return Intents(
        forms,
        _shared(begun),
        tails,
        ("", *table["endings"]["joints"].split()),
        {kind: _second_parts(kind) for kinds in begun.values() for kind in kinds if JOINT in kind},
        soft,
        courtesies | {SEQUEL},
        english,
        {intent: place for place, intent in enumerate([*table[table_name], SEQUEL])},
        max(map(len, (*begun, *soft))),
        {sign: name for name in table[table_name] for sign in table.get("signs", {}).get(name, "").split()},
    )


def _shared(begun: Mapping[str, Mapping[str, list[int]]]) -> dict[str, _Begun]:
    """The words by their beginnings. Most beginnings are of the same few: what is alike is held once."""
    alike: dict[Any, Any] = {}
    shared = {}
    for surface, kinds in begun.items():
        pairs = ((sys.intern(kind), tuple(numbers)) for kind, numbers in sorted(kinds.items()))
        value = tuple(alike.setdefault(pair, pair) for pair in pairs)
        shared[surface] = alike.setdefault(value, value)
    return shared


def folded(words: str) -> str:
    """The letters alone: no spaces, signs or laughter, nothing drawn out; what is nothing but laughter stays."""
    said = _LONG.sub(r"\1\1", _SIGNS.sub("", _CHATTY.sub("요", words.casefold())))
    return _LAUGHTER.sub("", said) or said


def _surfaces(word: str, lists: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """How a word of a form begins when it is said, and its kind then: the tails it takes, or its second part."""
    for one in word.split("|"):
        name = one.rstrip("-!?=").removeprefix("@")
        if one.startswith("@") and name not in lists:
            raise ValueError(f"no list is called {name!r}; write it under [lists]")
        for said in lists[name] if one.startswith("@") else [name]:
            sign = next(filter(None, map(KINDS.get, (said[-1:], one[-1:], word[-1:]))), NOUN)
            first, second = _parts(said.rstrip("-!?="))
            if second:
                yield first, f"{sign}{JOINT}{second}"
            else:
                yield from _forms(first, sign)


def _parts(said: str) -> tuple[str, str]:
    """눈물_나 in its two parts; most words have only one. 추천하 has two without being told."""
    if JOINT not in said and len(said) > 2 and said[-1] in "하되":
        return said[:-1], said[-1]
    first, _, second = said.partition(JOINT)
    return first, second


def _second_parts(kind: str) -> dict[str, tuple[str, ...]]:
    """How the second part of a word of that kind begins, and the kinds it is of then."""
    sign, _, second = kind.partition(JOINT)
    kinds: dict[str, tuple[str, ...]] = {}
    for surface, one in dict.fromkeys(_forms(second, sign)):
        kinds[surface] = (*kinds.get(surface, ()), one)
    return kinds


def _forms(stem: str, sign: str) -> Iterator[tuple[str, str]]:
    """The forms of a stem, each with its kind; what is no stem stays as it is."""
    if sign in {TOLD, ASKED, ASKS}:
        yield from ((form, sign + mark) for mark, form in conjugated(stem))
    else:
        yield stem, sign


def _written_out(form: str) -> Iterator[list[str]]:
    """A form with and without each word in brackets."""
    choices = [("", word[1:-1]) if word.startswith("[") else (word,) for word in form.split()]
    yield from filter(None, ([word for word in chosen if word] for chosen in product(*choices)))


def _other_layouts(typed: str) -> Iterator[str]:
    """What the same keys write in the other layout; caps lock folded."""
    if typed.isascii():
        yield from (from_latin_keys(typed), from_latin_keys(typed.lower()))
    elif re.search("[ㄱ-ㅣ]", typed):
        yield to_latin_keys(typed)
