"""What people say of the question's own words with an answer: 개인화 전략, 이유를 여쭤봐요, 본 것은 다. Pure."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.korean.answer_frame import closes
from bot.korean.answers import plain

# Nouns that say what an answer is, when the question uses them: asked for a strategy, 개인화 전략 is 개인화.
_KINDS = tuple("전략 방법 방식 단계 기준 원칙 조건 과정 분야 종류 유형 부분 낱말 표시 칸 일 말".split())
_TURNS = frozenset("안 못 다른 아닌 않는 없는 말고".split())  # before a word they make another of it
_AFFIRMS = re.compile(r"(?!\S*[않못말])\S{2,}[요다죠]")
_HELPED = re.compile(r"(야|면)\s+(?:해요|하죠|합니다|돼요|되죠|됩니다)$")  # 적어야 해요


def with_kind(answers: Iterable[str], question: str) -> list[str]:
    """The answers, plain, before each noun that the question uses for what it asks: 개인화전략."""
    kinds = _kinds_in(question)
    return [f"{answer}{kind}" for answer in map(plain, answers) if len(answer) > 1 for kind in kinds]


@lru_cache(512)  # questions of ours, each held against many answers
def _kinds_in(question: str) -> tuple[str, ...]:
    return tuple(kind for kind in _KINDS if _uses(question, kind))


def without_noun(words: str, question: str) -> str:
    """The words without a noun of the question before them: 상품 원가, 일의 흐름."""
    before, _, rest = words.strip().partition(" ")
    noun = before.removesuffix("의")
    return rest if noun and rest and noun not in _TURNS and _uses(question, noun) else words


def without_verb(words: str, sentence: str) -> str:
    """The words without a verb at their end that the sentence has too, in whatever form: 이유를 여쭤봐요."""
    said, _, verb = _HELPED.sub(r"\1요", words.strip(" .!~")).rpartition(" ")
    known = any(word[:2] == verb[:2] for word in sentence.split())
    return said if known and _AFFIRMS.fullmatch(verb) else words


def with_numbers(words: str, texts: Sequence[str]) -> str:
    """The words with its number for each of the texts that they name: 본 것은 다, 들은 것은 가 are 1 다, 2 가.

    A word that only one of the texts has names it too.
    """
    for number, text in enumerate(texts, 1):
        others = " ".join(other for other in texts if other != text)
        own = [word for word in text.split() if len(word) > 1 and word not in others]
        names = "|".join([r"\s*".join(map(re.escape, text.split())), *map(re.escape, own)])
        words = re.sub(rf"(?<!\S)(?:{names})(?:[은는이가]|이?랑|하고)?(?=[\s:=,-])", f"{number} ", words)
    return words


def _uses(question: str, noun: str) -> bool:
    """Whether the noun is a word of the question, with or without a particle."""
    said = map(plain, question.split())
    return any(word == noun or (word.startswith(noun) and closes(noun, word[len(noun) :])) for word in said)
