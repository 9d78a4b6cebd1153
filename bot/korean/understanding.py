"""What a learner's words mean: a button, a command, the answer to what was asked, or a near miss. Pure."""

import difflib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.korean import when
from bot.korean.hangul import from_latin_keys, initials, is_initials, same, to_latin_keys
from bot.message import Button, Message

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})  # controls, formats, halves of pairs, private signs
_KEPT = frozenset("\n\t\u200d")  # the last one joins emoji
_NUMBER_ENDINGS = ("번이요", "번요", "번", ".", ")")  # "2번", "2.", "2)" mean the second button
_POLITE = ("주세요", "줘요", "줘", "할래요", "할래", "하기", "할게요", "보여", "알려", "열어", "요", "!", ".", "?")
_YES = frozenset(
    """
    네 넵 넹 예 옙 응 어 ㅇㅇ ㅇㅋ ㅇㅋㅇㅋ 오케이 오키 ok okay yes y
    맞아 맞아요 맞습니다 좋아 좋아요 그래 그래요
    """.split()
)
_NO = frozenset("아니 아니요 아니오 아뇨 아냐 ㄴㄴ no n 싫어 싫어요 틀려요 고칠래 고칠래요 달라요".split())
_GO = frozenset(["ㄱㄱ", "ㄱㄱㄱ", "고고", "go", "ㄱ"])  # "let's go", never the initials of a command
_BYE = frozenset(["ㅅㄱ", "ㅂㅂ", "ㅂㅇ"])  # "good work" and "bye", so no initials of a command either
_ASKING = sorted(
    """
    뭐야 뭐예요 뭐에요 뭔가요 뭐지 뭐죠 뭐임 뭔데 이란 란 설명 설명해줘
    뜻 뜻이뭐야 뜻이뭐예요 무슨뜻 무슨뜻이야 무슨뜻이에요 무슨뜻이죠
    """.split(),
    key=len,
    reverse=True,
)
_UNCLEAR = "ambiguous: ask"
_TIMELESS = ("unknown", "ambiguous: ask shift")
_NARROW = {0xFF01 + n: 0x21 + n for n in range(94)}  # full-width signs to the usual ones
_NEAR = 0.7  # how alike a near miss must be, compared jamo by jamo
_LONGEST_GUESS = 40  # characters; a longer saying is no command


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What can be said: Latin names, Korean names to Latin ones, those that take words after them, the terms taught."""

    latin: frozenset[str]
    korean: Mapping[str, str]
    open: frozenset[str]
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A command as "/name and more"; `taken_for` is the word it was taken for when it was not said literally."""

    command: str
    taken_for: str = ""


def legible(words: str) -> str:
    """The words in composed form, without what nobody sees or no database keeps; line breaks and emoji stay."""
    composed = unicodedata.normalize("NFC", words)
    return "".join(sign for sign in composed if sign in _KEPT or unicodedata.category(sign) not in _UNSEEN).strip()


def meanings(words: str, screen: Message | None, vocabulary: Vocabulary, now: datetime) -> Iterator[Meaning]:
    """What the words may mean, the surest first: a shown button, a literal command, the open question, a guess.

    The next one is tried only when the one before turns out not to fit. `now` is aware, in the learner's zone.
    """
    words = legible(words)
    tapped = _tapped(words, screen) if screen else None
    named = _named(words, vocabulary)
    if named and " " in named and (_term(words, vocabulary) or _asked(words, vocabulary)):
        named = None  # 연결 이유 is a term, although 연결 takes words
    if named and " " in named and screen and screen.expects and not _timely(named.partition(" ")[2], now):
        named = None  # "알림 문자를 먼저 …" answers the open question
    literal = _slashed(words, vocabulary) or tapped or named
    if not literal and (word := _asked(words, vocabulary)):
        literal = f"/term {word}"
    if literal:
        yield Meaning(literal)
        return
    if screen and screen.expects and words:
        yield Meaning(f"{screen.expects} {words}")
    if len(words) > _LONGEST_GUESS:
        return
    if guess := _guess(words, screen, vocabulary):
        yield guess
    elif word := _term(words, vocabulary):
        yield Meaning(f"/term {word}", word)
    elif "remind" in vocabulary.latin and not words.isdecimal() and _timely(words, now):
        yield Meaning(f"/remind {words}")  # it is read back in any case
    elif slip := _slip(words, vocabulary):  # after the time: 아침 is one slip away from 알림
        yield slip


def _slashed(words: str, vocabulary: Vocabulary) -> str | None:
    if not words.startswith("/") or not words[1:].strip():
        return None
    name, *rest = words[1:].split(maxsplit=1)
    name = name.casefold()
    return " ".join((f"/{name}", *rest)) if name in vocabulary.latin else None


def _tapped(words: str, screen: Message) -> str | None:
    number = words.translate(_NARROW)
    for ending in _NUMBER_ENDINGS:
        number = number.removesuffix(ending)
    if number.isdecimal() and len(number) < 3 and 1 <= int(number) <= len(screen.buttons):
        return screen.buttons[int(number) - 1].command
    said = _folded(words)
    button = _labelled(said, screen.buttons) or _agreed(said, screen.buttons)
    return button.command if button else None


def _labelled(said: str, buttons: tuple[Button, ...]) -> Button | None:
    return next((button for button in buttons if _folded(button.label) == said), None)


def _agreed(said: str, buttons: tuple[Button, ...]) -> Button | None:
    """네 and 아니요 in their chat forms, where a button says so."""
    for forms in (_YES, _NO):
        if said in forms:
            return next((button for button in buttons if _folded(button.label) in forms), None)
    return None


def _named(words: str, vocabulary: Vocabulary) -> str | None:
    name = vocabulary.korean.get("".join(words.split()))
    if name:
        return f"/{name}"
    first, _, rest = words.partition(" ")
    name = vocabulary.korean.get(first, "")
    return f"/{name} {rest.strip()}" if name in vocabulary.open else None


def _timely(words: str, now: datetime) -> bool:
    """Whether the words speak of a time; 나중에 and 먼저 alone may be anybody's."""
    read = str(when.read(words, now))
    return read != _UNCLEAR and not read.startswith(_TIMELESS)


def _asked(words: str, vocabulary: Vocabulary) -> str | None:
    """가설 뭐야, 가설이 무슨 뜻이에요: a term of the course and a word that asks for its meaning."""
    said = _folded(words).rstrip("?!.~")
    ending = next((ending for ending in _ASKING if said.endswith(ending) and said != ending), None)
    if ending is None:
        return None
    rest = said.removesuffix(ending)
    return next((term for term in vocabulary.terms if rest == _folded(term) or same(rest, _folded(term))), None)


def _term(words: str, vocabulary: Vocabulary) -> str | None:
    """The one term said bare or by its initials: 가설, ㄱㅅ."""
    said = _folded(words)
    found = [term for term in vocabulary.terms if _folded(term) == said]
    if not found and len(said) > 1 and is_initials(said):
        found = [term for term in vocabulary.terms if initials(_folded(term)) == said]
    return found[0] if len(found) == 1 else None


def _guess(words: str, screen: Message | None, vocabulary: Vocabulary) -> Meaning | None:
    said = _folded(words)
    if said in _GO and "today" in vocabulary.latin:
        return Meaning("/today")
    if not said or said in _BYE:
        return None
    for meant in dict.fromkeys((_plain(said), said, *_other_layouts(words))):
        if screen and (button := _labelled(meant, screen.buttons)):
            return Meaning(button.command, button.label)
        if name := vocabulary.korean.get(meant):
            return Meaning(f"/{name}", meant)
        if meant in vocabulary.latin:
            return Meaning(f"/{meant}", meant)
    found = _begun(said, vocabulary.korean)
    return Meaning(f"/{vocabulary.korean[found]}", found) if found else None


def _slip(words: str, vocabulary: Vocabulary) -> Meaning | None:
    """A command one slip away, alone or before the words it takes."""
    first, _, rest = words.partition(" ")
    near = _nearest(first, vocabulary.korean) if rest else None
    if near and vocabulary.korean[near] in vocabulary.open:
        return Meaning(f"/{vocabulary.korean[near]} {rest.strip()}", near)
    found = _nearest(_plain(_folded(words)), vocabulary.korean)
    return Meaning(f"/{vocabulary.korean[found]}", found) if found else None


def _folded(words: str) -> str:
    """In one case, width and spacing; lone consonants stay what they are."""
    return "".join(words.translate(_NARROW).casefold().split())


def _plain(said: str) -> str:
    """퀴즈 줘요 and 진도 알려 주세요 are 퀴즈 and 진도."""
    for _ in range(3):
        said = next((said.removesuffix(ending) for ending in _POLITE if said.endswith(ending) and said != ending), said)
    return said


def _other_layouts(words: str) -> Iterator[str]:
    """What the same keys write in the other layout; caps lock folded."""
    if words.isascii():
        yield _folded(from_latin_keys(words))
        yield _folded(from_latin_keys(words.lower()))
    else:
        yield _folded(to_latin_keys(words))


def _begun(said: str, names: Mapping[str, str]) -> str | None:
    """The one name that `said` begins, where a lone consonant stands for its syllable: ㅋㅈ, 퀴ㅈ, 도움."""
    if len(said) < 2:
        return None
    whole = [name for name in names if len(name) == len(said) and _begins(said, name)]
    found = whole or [name for name in names if _begins(said, name)]
    return found[0] if len(found) == 1 else None


def _begins(said: str, name: str) -> bool:
    if len(said) > len(name):
        return False
    return all(one in (other, initials(other)) for one, other in zip(said, name, strict=False))


def _nearest(said: str, names: Mapping[str, str]) -> str | None:
    """The name one slip away, compared jamo by jamo: syllables are too coarse for two-syllable words."""
    parts = {unicodedata.normalize("NFD", name): name for name in names}
    near = difflib.get_close_matches(unicodedata.normalize("NFD", said), parts, 1, _NEAR)
    return parts[near[0]] if near else None
