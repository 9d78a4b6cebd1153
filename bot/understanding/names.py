"""What commands, buttons and terms are called, and how people call them: literally, begun, or one slip away. Pure."""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.korean import when
from bot.korean.hangul import from_latin_keys, initials, is_initials, to_latin_keys
from bot.korean.keyboard import narrowed
from bot.korean.oneself import is_person, names_place
from bot.korean.time.scan import scan, spelled
from bot.message import Button, Go, Message
from bot.understanding.about_reminders import about_reminders
from bot.understanding.codes import brings_code
from bot.understanding.reading import bare, folded
from bot.understanding.sayings import CHAT, CLOCK_WORDS, DECLINED, GO, NO, ORDINARY, POLITE, WISHED, YES
from bot.understanding.terms import term_alone, term_asked
from bot.understanding.vocabulary import Vocabulary

_BEARS = re.compile(r"(\d{1,2})(?:\.\s|(번)(?:\s|$))")  # a number before a label
_NUMBER_ENDINGS = ("번이요", "번요", "번", ".", ")")  # "2번", "2.", "2)" mean the second button
_SLASH = re.compile(r"[/／]\s?[A-Za-z][A-Za-z@_-]*(?=\s|$)")
_REPEATED = re.compile(r"(.{1,2})\1+")
_FAMILIAR = str.maketrans("여용욥욤염", "요요요요요")  # 맞아여, 아니욥
_UNCLEAR = "ambiguous: ask"
_LOOSE = re.compile("[ㄱ-ㅣ]")  # a syllable that came apart
_TIMELESS = ("unknown", "ambiguous: ask shift")
_NEAR = 0.7  # how alike a near miss must be, compared jamo by jamo
_ABOUT_HOUR = re.compile(
    r"(?:시간|시각)?\s?(?:이|은|을)?\s?(?:(?:지금|현재|요즘|제|내)\s?)*(?:몇\s?시|언제|뭐|알려|어떻게\s?되)"
)
_OTHERWISE = {"find": re.compile(" "), "link": re.compile("[가-힣]")}  # 내 글 중에 가격, 연결 해제
_FORBIDDEN = re.compile(r"지는?\s?(?:마|말)")
_LONGEST_GUESS = 40  # characters; a longer saying is no command


@dataclass(frozen=True, slots=True)
class Meaning:
    """A command, and its argument; `taken_for` is the word it was taken for when it was not said literally."""

    go: Go
    taken_for: str = ""


def literal(words: str, screen: Message | None, vocabulary: Vocabulary, now: datetime) -> Go | None:
    """What the words say by themselves: a shown button, a command by its name, or what a term means."""
    named = _named(words, vocabulary)
    if brings_code(words):
        return named if named and named.command == "link" else Go("link", words)
    if named and named.command == "remind" and _ABOUT_HOUR.match(named.argument) and not timely(named.argument, now):
        return Go("how-set")  # 알림 몇 시야, 알림 시간 알려 줘
    if named and named.command == "remind" and (about := _behind_reminders(words, named.argument, now)):
        named = about
    if named and named.command == "remind" and _FORBIDDEN.search(named.argument) and not timely(named.argument, now):
        named = None  # 알림 끄지 마세요
    if named and (others := _OTHERWISE.get(named.command)) and others.search(named.argument):
        named = None
    if named and named.argument and (term_alone(words, vocabulary) or term_asked(words, vocabulary)):
        named = None  # 연결 이유 is a term, although 연결 takes words
    if named and named.argument and screen and screen.expects and not _taken(named, now):
        named = None  # "알림 문자를 먼저 …" answers the open question
    named = named or _job_named(words, vocabulary)
    if said := (screen and _tapped(words, screen)) or named or (screen and _agreed(words, screen)):
        return said
    layouts = _other_layouts(bare(folded(words))) if words.isascii() and len(words) <= _LONGEST_GUESS else ()
    if typed := next(filter(None, map(vocabulary.korean.get, layouts)), None):
        return Go(typed)  # qhrtmq
    word = term_asked(words, vocabulary)
    if word or screen is None or screen.expects is None:
        return Go("term", word) if word else None
    return _wished(words, vocabulary)


def _job_named(words: str, vocabulary: Vocabulary) -> Go | None:
    """하는일 마케터: told by the command's name; 하는일 정리하기 may be a line."""
    first, _, job = words.partition(" ")
    return Go("job-told", job) if vocabulary.korean.get(first) == "job" and is_person(job) else None


def _taken(named: Go, now: datetime) -> bool:
    """Whether the words behind a name are what it takes: a time, or the place of 시간대 도쿄로 바꿔줘."""
    if named.command == "zone":
        return names_place(named.argument)
    return timely(named.argument, now)


def _wished(words: str, vocabulary: Vocabulary) -> Go | None:
    """A name that is wished for: 퀴즈 풀래 answers no question."""
    said = bare(folded(words)) if len(words) <= _LONGEST_GUESS else ""
    ends = (end for end in range(len(said) - 1, 0, -1) if said[:end] in vocabulary.korean)
    return next((Go(vocabulary.korean[said[:end]]) for end in ends if WISHED.fullmatch(said, end)), None)


def _behind_reminders(words: str, argument: str, now: datetime) -> Go | None:
    """What words behind 알림 say about the reminders themselves: 알림 너무 많아요."""
    found = (about_reminders(argument, now) or about_reminders(words, now)) if argument else None
    return found.go if found else None


def slash_command(words: str) -> bool:
    """Whether the words have the form of a command: /skip, ／WRITE 01 줄."""
    return _SLASH.match(words) is not None


def slashed(words: str, screen: Message | None, vocabulary: Vocabulary) -> Go | None:
    """A command by its Latin name, or one that a button on the screen carries."""
    if not words.startswith(("/", "／")) or not words[1:].strip():
        return None
    name, *rest = words[1:].split(maxsplit=1)
    go = Go(name.casefold(), *rest)
    shown = screen is not None and any(go == button.go for button in screen.buttons)
    return go if shown or go.command in vocabulary.latin else None


def _tapped(words: str, screen: Message) -> Go | None:
    number = narrowed(words).translate(_FAMILIAR)
    line = screen.expects is not None and screen.expects.command == "write"  # 1번 may name what the line is about
    for ending in () if line else _NUMBER_ENDINGS:
        number = number.removesuffix(ending)
    place = int(number) if number.isdecimal() and len(number) < 3 else 0
    button = numbered(place, screen.buttons, told="번" in words) or _labelled(folded(words), screen.buttons)
    return button.go if button else None


def numbered(place: int, buttons: tuple[Button, ...], *, told: bool) -> Button | None:
    """The button that bears the number in a list, as 5. 정 대표님 does, or 7번 칸 보기 where it is `told` as 7번; where
    none does, the button in that place. Options of a question bear theirs, however many of them are left.
    """
    rows = [(button, row) for button in buttons if (row := _BEARS.match(button.label))]
    bears = {int(row[1]): one for one, row in rows if told or not row[2] or one.go.command == "answer"}
    if len(bears) > 1 or any(one.go.command == "answer" for one in bears.values()):  # 8번 칸 보기 alone leads on
        return bears.get(place)
    return buttons[place - 1] if 1 <= place <= len(buttons) else None


def _labelled(said: str, buttons: tuple[Button, ...]) -> Button | None:
    return next((button for button in buttons if folded(button.label) == said), None)


def _agreed(words: str, screen: Message) -> Go | None:
    """네 and 아니요 in their chat forms, where a button says so. Who declines a quiz has not answered it."""
    readings = _chatty(folded(words)) if screen.buttons else set()
    offered = [button for button in screen.buttons if button.go.command != "answer"]
    for forms, labels, buttons in (
        (YES, YES, screen.buttons),
        (NO, NO | DECLINED, screen.buttons),
        (DECLINED, NO | DECLINED, offered),
    ):
        if not forms.isdisjoint(readings):
            return next((button.go for button in buttons if folded(button.label) in labels), None)
    return None


def _chatty(said: str) -> set[str]:
    """What a short answer is without its flourish, in either layout: 네네~, ㅇㅇㅇ!, 맞아여ㅎㅎ, spq."""
    if len(said) > _LONGEST_GUESS:
        return set()
    plain = bare(said)
    keys = to_latin_keys(plain)
    readings = {said.removesuffix("\ufe0f"), plain, keys.casefold(), from_latin_keys(keys)}
    readings |= {once[1] for reading in readings if (once := _REPEATED.fullmatch(reading))}
    return readings | {reading[:-1] + reading[-1:].translate(_FAMILIAR) for reading in readings}


def _named(words: str, vocabulary: Vocabulary) -> Go | None:
    joined = "".join(words.split())
    if name := vocabulary.korean.get(joined) or vocabulary.labels.get(joined):
        return Go(name)
    for inside in (0, 1):  # spaces in the name: 내글 가격, 내 글 가격
        *first, rest = (*words.split(" ", inside + 1), "")[: inside + 2]
        name = vocabulary.korean.get("".join(first), "")
        if name in vocabulary.open:
            return Go(name, rest.strip())
    return None


def timely(words: str, now: datetime) -> bool:
    """Whether the words speak of a time; 나중에 and 먼저 alone may be anybody's."""
    return speaks_of_time(words, str(when.read(words, now)))


def speaks_of_time(words: str, read: str) -> bool:
    """The same of words that have been read as a rhythm: `read` is its canonical form."""
    if read == _UNCLEAR or read.startswith(_TIMELESS) or folded(words) in ORDINARY or _only_holds(words):
        return False
    return not read.startswith((_UNCLEAR, "invalid")) or bool(CLOCK_WORDS.search(words))


def _part_of_day(word: str) -> bool:
    """아침 is one slip away from 알림."""
    cut = scan(spelled(word))
    return not cut.left and {token.kind for token in cut.tokens} == {"part"}


def _only_holds(words: str) -> bool:
    """Whether a time is no more than a part of another word: 알밤, 아침마당."""
    if " " in words.strip():
        return False
    cut = scan(spelled(words))
    return bool(cut.left) and {token.kind for token in cut.tokens} == {"part"}


def with_flourish(words: str, screen: Message | None, vocabulary: Vocabulary) -> Meaning | None:
    """A button or a command said with an ending, in the other layout, or begun."""
    said = bare(folded(words))
    if not said or said in CHAT:
        return None
    if not GO.isdisjoint((said, _REPEATED.sub(r"\1", said))) and "today" in vocabulary.latin:
        asked = screen is not None and screen.expects is not None and screen.expects.command == "answer"
        return Meaning(Go("next" if asked else "today"))
    if found := _exact(words, screen, vocabulary):
        named = folded(words).startswith(folded(found.taken_for))  # 시작할게요: it was said, and is not said back
        return Meaning(found.go) if named else found
    for meant in _other_layouts(words):
        if found := _exact(meant, screen, vocabulary) or _retyped(meant, vocabulary):
            return found
    name = next(filter(None, (_begun(stem, vocabulary) for stem in _stems(said) if stem not in ORDINARY)), None)
    return Meaning(Go(vocabulary.korean[name]), name) if name else None


def _exact(words: str, screen: Message | None, vocabulary: Vocabulary) -> Meaning | None:
    """A button or a name that was said with a flourish."""
    whole = folded(words)
    for said in dict.fromkeys((*_stems(bare(whole)), whole)):
        if screen and (button := _labelled(said, screen.buttons)):
            return Meaning(button.go, button.label)
        if name := vocabulary.korean.get(said):
            return Meaning(Go(name), said)
        if said in vocabulary.latin:
            return Meaning(Go(said), said)
    return None


def _retyped(words: str, vocabulary: Vocabulary) -> Meaning | None:
    """A name with words after it, the beginning of one, or a term, typed in the other layout."""
    if named := _named(words, vocabulary):
        return Meaning(named, words.split(maxsplit=1)[0])
    whole = folded(words)
    if all("가" <= syllable <= "힣" for syllable in whole) and (name := _begun(whole, vocabulary)):
        return Meaning(Go(vocabulary.korean[name]), name)
    word = None if is_initials(words) else term_asked(words, vocabulary) or term_alone(words, vocabulary)
    return Meaning(Go("term", word), word) if word else None


def slip(words: str, vocabulary: Vocabulary) -> Meaning | None:
    """A command one slip away, alone or before the words it takes."""
    first, _, rest = words.partition(" ")
    near = _nearest(first, vocabulary) if rest and first not in ORDINARY and not _part_of_day(first) else None
    if near and vocabulary.korean[near] in vocabulary.open:
        return Meaning(Go(vocabulary.korean[near], rest.strip()), near)
    stems = [stem for stem in _stems(bare(folded(words))) if len(stem) > 1 and not stem.endswith(("안", "못"))]
    likely = stems if ORDINARY.isdisjoint(stems) else []
    found = next(filter(None, (_nearest(stem, vocabulary) for stem in likely)), None)
    return Meaning(Go(vocabulary.korean[found]), found) if found else None


def _stems(said: str) -> list[str]:
    """The words, and what they may be without a polite ending, longest first: 퀴즈줘요, 퀴즈."""
    return [said, *(said[:end] for end in range(len(said) - 1, 0, -1) if POLITE.fullmatch(said, end))]


def _other_layouts(words: str) -> Iterator[str]:
    """What the same keys write in the other layout; caps lock folded."""
    latin = words.isascii()
    yield from (from_latin_keys(words), from_latin_keys(words.lower())) if latin else (to_latin_keys(words),)


def _begun(said: str, vocabulary: Vocabulary) -> str | None:
    """The one name that `said` begins, where a lone consonant stands for its syllable: ㅋㅈ, 퀴ㅈ, 도움. Initials
    alone have to be those of the whole name: ㄷㄷ is no 되돌리기.
    """
    if len(said) < 2:
        return None
    names = vocabulary.by_beginning.get(said[0], ())
    whole = [name for name in names if len(name) == len(said) and _begins(said, name)]
    found = whole or ([] if is_initials(said) else [name for name in names if _begins(said, name)])
    return found[0] if len(found) == 1 else None


def _begins(said: str, name: str) -> bool:
    if len(said) > len(name):
        return False
    return all(one in (other, initials(other)) for one, other in zip(said, name, strict=False))


def _nearest(said: str, vocabulary: Vocabulary) -> str | None:
    """The name one slip away, compared jamo by jamo: syllables are too coarse for two-syllable words.

    A slip of the thumb leaves as many syllables as there were: 하늘 is no 하는일.
    """
    lengths = vocabulary.by_length
    alike = lengths.values() if _LOOSE.search(said) else [lengths.get(len(said), {})]
    parts = {one: name for names in alike for one, name in names.items()}
    if not parts:
        return None
    near = difflib.get_close_matches(unicodedata.normalize("NFD", said), parts, 1, _NEAR)
    return parts[near[0]] if near else None
