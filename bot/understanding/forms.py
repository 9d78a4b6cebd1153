"""What people say to a chat bot, as data: a tree of known words, and the endings of sentences. Pure.

An author adds to `locales/ko/sayings/acts.toml`; what its groups mean is decided in `bot.understanding.acts`.
"""

import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

LONGEST = 50  # characters of a sentence that is cut into known words; what is said to the bot is short
PARTICLES = ("particle", "object")
ENDING, PARTICLE, WORD = "ending", "particle", "word"
SECTIONS = ("words", "verbs", "tails", "forms", "endings", "question", "others")

_SCOLDS = (
    r"^(?:(?:이런|이|아|진짜|무슨)\s)?(?:{})\s?(?:{})[가-힣]{{0,2}}"
    r"(?:\s(?:그만|좀|하지|치워|집어|묻)[가-힣]*)?$|(?:^|\s)(?:{})"
)
_NUMBER = re.compile(r"\d+")
_FINALS = {ord(jamo): final for jamo, final in zip("ㄱㄴㄹㅁㅂㅅㅆ", "ᆨᆫᆯᆷᆸᆺᆻ", strict=True)}

Groups = Mapping[str, Mapping[str, list[str]]]
Kinds = frozenset[str]
Way = tuple[Kinds, str]  # the kinds of the words so far, and what may follow: an ending, a particle, only a word
Ways = dict[Way, int]  # each with the fewest pieces; a word counts twice, for an ending is likelier than a new word


@dataclass(slots=True)
class Node:
    """A place in the tree of known words: the kinds of the words that end here, and of those that take an ending."""

    after: dict[str, "Node"] = field(default_factory=dict)
    closed: Kinds = frozenset()
    open: Kinds = frozenset()
    particle: Kinds = frozenset()
    tail: bool = False
    helping: bool = False  # a tail before which a space may stand


@dataclass(frozen=True, slots=True)
class Forms:
    """The tree of known words and the endings by their name, both decomposed (NFD); patterns for composed text."""

    tree: Node
    endings: Mapping[str, tuple[str, ...]]
    asking: re.Pattern[str]  # a question word
    vague: re.Pattern[str]  # what looks like one: 언제나
    inside: re.Pattern[str]  # behind a question word, that another clause holds it; decomposed
    given: re.Pattern[str]  # 보여 줘요, which may be told of oneself
    others: re.Pattern[str]  # somebody besides the learner and the bot
    mine: re.Pattern[str]  # 저에게
    scolds: re.Pattern[str]  # 그지같은 질문


def load_forms(path: Path) -> Forms:
    """Reads `acts.toml`. Raises ValueError naming the file, and OSError when it cannot be read."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
        return _forms({section: {name: text.split() for name, text in said[section].items()} for section in SECTIONS})
    except (tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise ValueError(f"{path}: {error}; every group is one text of words under {', '.join(SECTIONS)}") from error


def cut(text: str, tree: Node) -> Kinds:
    """The kinds of the fewest known words that make up the whole text; nothing when a part of it is unknown.

    Spaces may be left out. Linear in the text, which is bounded.
    """
    if not text or len(text) > LONGEST:
        return frozenset()
    letters, starts = _letters(text)
    ways: list[Ways] = [{} for _ in range(len(letters) + 1)]
    ways[0] = {(frozenset(), WORD): 0}
    for place, here in enumerate(ways):
        for end, node in _words(letters, place, tree) if here else ():
            inside = "\u11a8" <= letters[end : end + 1] <= "\u11ff"
            for way, count in _further(here, node, begins=place in starts, inside=inside):
                ways[end][way] = min(count, ways[end].get(way, count))
    return min(ways[-1].items(), key=lambda way: (way[1], -len(way[0][0])))[0][0] if ways[-1] else frozenset()


def _forms(said: Groups) -> Forms:
    question, endings, others = said["question"], said["endings"], said["others"]
    return Forms(
        _tree(said),
        {name: tuple(map(_ending, words)) for name, words in endings.items()},
        asking=_any_of(question["strong"], before=r"(?:^|\s|(?<=[은는이가도])|(?<=\d))"),
        vague=_any_of(question["vague"]),
        inside=_any_of([_ending(word) for word in question["inside"]]),
        given=re.compile(rf"(?:{'|'.join(endings['given_by_bot'])})\s?(?:{'|'.join(endings['given'])})$"),
        others=_any_of([*others["dative"], *others["person"]]),
        mine=_any_of(others["mine"]),
        scolds=re.compile(
            _SCOLDS.format("|".join(others["scolds"]), "|".join(others["scolded"]), "|".join(others["swears"]))
        ),
    )


def _tree(said: Groups) -> Node:
    tree = Node()
    for kind, words in (*said["words"].items(), *said["forms"].items()):
        for word in words:
            node = _planted(tree, unicodedata.normalize("NFD", word.removesuffix("~")))
            if kind in PARTICLES:
                node.particle |= {kind}
            elif word.endswith("~"):
                node.open |= {kind}
            else:
                node.closed |= {kind}
    for kind, stems in said["verbs"].items():
        for stem in stems:
            _planted(tree, unicodedata.normalize("NFD", stem)).open |= {kind}
    for piece in (*said["tails"]["pieces"], *said["tails"]["helping"]):
        _planted(tree, _ending(piece)).tail = True
    for piece in said["tails"]["helping"]:
        _planted(tree, _ending(piece)).helping = True
    return tree


def _planted(node: Node, word: str) -> Node:
    for letter in word:
        node = node.after.setdefault(sys.intern(letter), Node())
    return node


def _any_of(words: list[str], before: str = "") -> re.Pattern[str]:
    """The longest of the words that fits."""
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})")


def _ending(text: str) -> str:
    """An ending, decomposed; the lone consonant in front is the last of the syllable before: ㄹ래."""
    return unicodedata.normalize("NFD", text[:1].translate(_FINALS) + text[1:])


def _letters(text: str) -> tuple[str, set[int]]:
    """The text decomposed, without spaces, each number as 0; and the places where a space was."""
    parts = unicodedata.normalize("NFD", _NUMBER.sub("0", text)).split()
    starts, place = {0}, 0
    for part in parts:
        starts.add(place)
        place += len(part)
    return "".join(parts), starts


def _words(letters: str, place: int, node: Node) -> Iterator[tuple[int, Node]]:
    """Every known word that begins at a place: where it ends, and its node."""
    for end in range(place, len(letters)):
        found = node.after.get(letters[end])
        if found is None:
            return
        node = found
        yield end + 1, node


def _further(here: Ways, node: Node, *, begins: bool, inside: bool) -> Iterator[tuple[Way, int]]:
    """The ways with one word more. A particle stands behind a word, and an ending behind one that takes it.

    `inside`: the syllable goes on, as 보 in 볼, so that an ending has to follow.
    """
    for (kinds, follows), count in here.items():
        if follows == ENDING and (node.helping if begins else node.tail):
            yield (kinds, ENDING), count + 1
        if node.open:
            yield (kinds | node.open, ENDING), count + 2
        if node.closed and not inside:  # 보내 orders where it stands last; 보내면 does not
            yield (kinds | node.open | node.closed, WORD if node.open else PARTICLE), count + 2
        if node.particle and follows != WORD and not begins and not inside:
            yield (kinds | node.particle, PARTICLE), count + 1
