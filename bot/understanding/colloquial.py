"""Dialect, the ways of elders and of texting, heard as plain Korean; and what is asked for behind a reason. Pure.

An author adds to `locales/ko/sayings/colloquial.toml`. What is filed into the plan stays as it was typed.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

LONGEST = 60  # characters; a longer saying is told, and neither asked nor wished
MOST_CUTS = 3  # clauses that may stand before what is asked for
_END = r"(?=[\s.!?~^ㅋㅎㅠㅜ]*(?:$|[.!?\n]))"
_WORD = r"(?<![^\s.,!?~])(?:{})(?=$|[\s.,!?~^ㅋㅎㅠㅜ])"
_MAY_PART = "_"  # where a space may stand or not: 해_주소
_HELPS = re.compile(r"고\s(?:있|계[시신십셔세]|싶|나서|말)")  # 쓰고 계신가요 is one predicate
_GAP = re.compile(r"[\s,.!~…ㅋㅎㅠㅜ]+")
_PAST = re.compile("(?<!무)[햇봣됏왓겟렷럿졋쳣켯텻줫엇](?=[어다네는습지던을으]|나(?:요|[^가-힣]|$))")
"""눌럿다, 햇어요: syllables without the second ㅅ of what is past, where no word has them but 무엇을 and 햇나물."""


@dataclass(frozen=True, slots=True)
class Colloquial:
    """Plain forms by what is said instead of them: ends of sentences, and whole words; what people begin with, and
    what ends a clause that only leads to what is asked for.
    """

    endings: Mapping[str, str]
    words: Mapping[str, str]
    ending: re.Pattern[str]
    word: re.Pattern[str]
    leads: frozenset[str]
    joins: tuple[str, ...]

    def plain(self, words: str) -> str:
        """The words in plain Korean: 오늘 거 좀 보여 주이소 asks for 보여 주세요; words too long to ask stay."""
        if len(words) > LONGEST or words.isascii():
            return words
        said = self.word.sub(lambda found: self.words[found[0]], _PAST.sub(lambda found: chr(ord(found[0]) + 1), words))
        return self.ending.sub(lambda found: self.endings["".join(found[0].split())], said)

    def cores(self, words: str) -> Iterator[str]:
        """What is left of a saying without what leads to it, the longest first: ㅇㅋ 담, 바빠서 그런데 내일 할게요."""
        if len(words) > LONGEST:
            return
        parts, starts = _GAP.split(words), [found.end() for found in _GAP.finditer(words)]
        leading = True
        found = 0
        for part, start in zip(parts, starts, strict=False):
            leading = leading and part in self.leads
            if (leading or part.endswith(self.joins)) and words[start:] and not _HELPS.match(words, start - 2):
                yield words[start:]
                found += 1
            if found == MOST_CUTS:
                return


def load_colloquial(path: Path) -> Colloquial:
    """Reads `colloquial.toml`. Raises ValueError naming the file, and OSError when it cannot be read."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        endings, words = (_by_variant(table[name]) for name in ("endings", "words"))
        leads, joins = table["leads"]["words"].split(), table["joins"]["reasons"].split()
    except (tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise ValueError(f"{path}: {error}; it has [endings], [words], [leads] and [joins]") from error
    ending = re.compile(f"(?:{_any(endings)}){_END}")
    endings = {variant.replace(_MAY_PART, ""): plain for variant, plain in endings.items()}
    return Colloquial(endings, words, ending, re.compile(_WORD.format(_any(words))), frozenset(leads), tuple(joins))


def _by_variant(table: Mapping[str, str]) -> dict[str, str]:
    return {variant: plain for plain, variants in table.items() for variant in variants.split()}


def _any(variants: Mapping[str, str]) -> str:
    """The longest of the variants that fits."""
    return "|".join(re.escape(one).replace(_MAY_PART, r"\s?") for one in sorted(variants, key=len, reverse=True))
