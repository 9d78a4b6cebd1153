"""Whether words speak of somebody in danger. The table of sayings, heard and ordinary, stands in safety.toml."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.korean.keyboard import KEYS, to_latin_keys
from bot.understanding.safety import Care, Safety, load_safety

LOCALE = Path(__file__).parents[2] / "locales" / "ko"
TABLE = tomllib.loads(Path(__file__).with_name("safety.toml").read_text(encoding="utf-8"))
HANGUL_ONLY = re.compile(r"[가-힣 ,.?!]+")
TRICKS = re.compile(r"[가-힣][.~][가-힣]|\.\.|^자 살$")  # already typed in a way of its own


def sayings(side: str) -> Iterator[str]:
    for kind in TABLE[side].values():
        yield from kind.split("\n")[:-1]


HEARD, ORDINARY = list(sayings("heard")), list(sayings("ordinary"))
PLAIN_HEARD, PLAIN_ORDINARY = (
    [words for words in side if HANGUL_ONLY.fullmatch(words) and not TRICKS.search(words)] for side in (HEARD, ORDINARY)
)


@pytest.fixture(scope="module")
def safety() -> Safety:
    return load_safety(LOCALE / "sayings" / "safety.toml")


def in_danger(safety: Safety, words: str) -> bool:
    return safety.care_for(words) is Care.DANGER


def letters_apart(words: str) -> str:
    """Every letter on its own: ㅈㅜㄱㄱㅗ ㅅㅣㅍㅇㅓ."""
    return "".join(KEYS.get(key, key) for key in to_latin_keys(words))


def phone_capital(words: str) -> str:
    keys = to_latin_keys(words)
    return keys[0].upper() + keys[1:]


WAYS: dict[str, Callable[[str], str]] = {  # in which the same words may be typed
    "no spaces": lambda words: words.replace(" ", ""),
    "every syllable apart": lambda words: " ".join(words.replace(" ", "")),
    "every letter apart": letters_apart,
    "every letter apart with spaces": lambda words: " ".join(letters_apart(words.replace(" ", ""))),
    "other layout": to_latin_keys,
    "decomposed": lambda words: unicodedata.normalize("NFD", words),
    "tears after": lambda words: f"{words}ㅠㅠㅠ",
    "laughter within": lambda words: words.replace(" ", " ㅋㅋ "),
    "dots within": lambda words: words.replace(" ", "... "),
    "lines": lambda words: f"안녕하세요\n{words.replace(' ', chr(10), 1)}\n감사합니다",
    "unseen signs within": "\u200b".join,
    "between other things": lambda words: f"안녕하세요! {words} 오늘 레슨은 몇 시에 와요?",
    "after a complaint": lambda words: f"저 요즘 장사가 안 돼요 {words}",
    "all in one word": lambda words: f"안녕하세요{words.replace(' ', '')}레슨은언제와요",
}


def test_the_table_is_large() -> None:
    """No saying stands on both sides, and there are enough of them to tell a rule from a list."""
    assert len(set(HEARD)) == len(HEARD) > 500
    assert len(set(ORDINARY)) == len(ORDINARY) > 700
    assert not set(HEARD) & set(ORDINARY)


@pytest.mark.parametrize("kind", TABLE["heard"])
def test_danger_is_heard(safety: Safety, kind: str) -> None:
    """Wishes, plans, means and farewells, one's own or of somebody close, however they are typed."""
    assert [words for words in TABLE["heard"][kind].split("\n")[:-1] if not in_danger(safety, words)] == []


@pytest.mark.parametrize("kind", TABLE["ordinary"])
def test_ordinary_words_are_not(safety: Safety, kind: str) -> None:
    """Figures of speech, trades, places, purchases and wishes about the course."""
    assert [words for words in TABLE["ordinary"][kind].split("\n")[:-1] if in_danger(safety, words)] == []


@pytest.mark.parametrize("typed", ["{}", "저는 {}", "네, {}!", "안녕하세요. {}.", "저 이제 {}"])
def test_talk_of_work_is_not(safety: Safety, typed: str) -> None:
    """Whom a trade helps, and what it is done with; of oneself and of friends it is heard, as the table has it."""
    assert [words for words in TABLE["work"]["ordinary"].splitlines() if safety.care_for(typed.format(words))] == []


def test_what_is_told_plainly(safety: Safety) -> None:
    """Sayings of people who had never seen the rules: all that are of danger, and none of the ordinary ones."""
    assert [words for words in TABLE["told"]["heard"].splitlines() if not in_danger(safety, words)] == []
    assert [words for words in TABLE["told"]["ordinary"].splitlines() if safety.care_for(words)] == []


def test_harm_by_others_is_told_apart(safety: Safety) -> None:
    """Who is beaten, followed or threatened hears of other helplines; who works with it hears of none."""
    assert [words for words in TABLE["harm"]["heard"].splitlines() if not safety.care_for(words)] == []
    assert [words for words in TABLE["harm"]["ordinary"].splitlines() if safety.care_for(words)] == []
    assert safety.care_for("남편이 때려요") is Care.HARM
    assert safety.care_for("남편이 때려요 죽고 싶어요") is Care.DANGER


@pytest.mark.parametrize("way", WAYS)
def test_danger_is_heard_however_it_is_typed(safety: Safety, way: str) -> None:
    """Spaces, letters, layouts, laughter and what is said around it hide nothing."""
    assert [words for words in PLAIN_HEARD if not in_danger(safety, WAYS[way](words))] == []


@pytest.mark.parametrize("way", WAYS)
def test_ordinary_words_are_not_however_they_are_typed(safety: Safety, way: str) -> None:
    """Nor do slips make a figure of speech anything else."""
    assert [words for words in PLAIN_ORDINARY if in_danger(safety, WAYS[way](words))] == []


def test_a_capital_of_the_phone_hides_nothing(safety: Safety) -> None:
    """The other layout, begun with the capital that a phone puts first, or under caps lock."""
    assert [words for words in PLAIN_HEARD if not in_danger(safety, phone_capital(words))] == []
    assert [words for words in PLAIN_HEARD if not in_danger(safety, to_latin_keys(words).swapcase())] == []


@pytest.mark.parametrize(
    "words",
    ["자1살", "자.살", "자 살", "자~살", "ㅈrㅅrㄹ", "ㅈㅏ살", "자\u3164살", "자\u200b살", "ﾸￓﾡ고 싶다", "wk tkf"],
)
def test_hidden_words_are_heard(safety: Safety, words: str) -> None:
    """Signs, digits and look-alikes between the syllables are how forbidden words are typed."""
    assert in_danger(safety, words)


@pytest.mark.parametrize(
    ("figure", "danger"),
    [
        ("배고파 죽겠어요", "배고파 죽겠어요. 그리고 죽고 싶어요"),
        ("기죽고 싶지 않아요", "기죽고 싶지 않아요 그냥 죽고 싶어요"),
        ("시골에서 살고 싶지 않아요", "이 세상에서 살고 싶지 않아요"),
        ("과정을 다 끝내고 싶어요", "과정이고 뭐고 다 끝내고 싶어요"),
        ("광고가 없어졌으면 좋겠어요", "광고 때문에 지쳐서 내가 없어졌으면 좋겠어요"),
        ("손님이 살 이유가 없어요", "저는 살 이유가 없어요"),
        ("이걸 살 이유가 없어요", "이 삶을 살 이유가 없어요"),
        ("가게가 더는 못 버텨요", "가게가 안 돼요 저는 더는 못 버텨요"),
        ("서랍을 뒤지고 싶어요", "그냥 뒤지고 싶어요"),
        ("SNS에 목을 매요", "방에서 목을 매려고요"),
        ("자살 예방 강의를 해요", "자살 예방 상담 전화번호 알려 주세요"),
        ("제목을 매일 바꿔요", "목을 매고 싶어요"),
        ("투자해 볼까요", "자해해 볼까요"),
        ("힘들어 죽겠어요", "힘들어서 죽고 싶어요"),
        ("I want to diet", "I want to die"),
    ],
)
def test_the_same_words_with_another_sense(safety: Safety, figure: str, danger: str) -> None:
    """A figure of speech takes away only itself: what is said beside it is heard."""
    assert not in_danger(safety, figure)
    assert in_danger(safety, danger)


@pytest.mark.parametrize(
    ("together", "apart"),
    [
        ("삶이 너무 길다 그만 덮고 싶다", "삶이 너무 길다. 이 책은 그만 덮고 싶다"),
        ("이 생에서 퇴장하고 싶어요", "게임에서 퇴장하고 싶어요"),
        ("옥상에 왔는데 무서워서 못 뛰겠어요", "옥상에 왔는데 경치가 좋아요"),
        ("내가 떠난 뒤에 울지 말아요", "손님이 떠난 뒤에 울지 말아요"),
        ("칼끝이 살갗을 지날 때만 살아 있는 것 같아요", "칼끝처럼 예리한 문장을 써요"),
        ("세상을 떠나 어디로든 가고 싶어요", "세상을 떠나 보낸 반려견 사진을 팔고 싶어요"),
        ("끈 준비했어요", "포장 끈 준비했어요"),
        ("끈을 묶어 놨어요", "운동화 끈을 묶어 놨어요"),
        ("줄은 샀는데 매달 데가 없어", "기타 줄은 샀는데 매달 데가 없어"),
        ("칼을 들고 한참 앉아 있었어요", "칼을 들고 요리를 배웠어요"),
        ("약 한 통 앞에 두고 있어요", "약 한 통 배달했어요"),
        ("아파트 옥상인데 무서워요", "아파트 옥상에 텃밭이 있어요"),
        ("다리 난간에 기대 있어요", "다리 난간을 칠해요"),
        ("창문 열고 밑을 보고 있어요", "창문 밑을 닦아요"),
        ("창문 앞에 섰어요", "창문 앞에 화분을 놨어요"),
        ("지하철 들어올 때마다 발이 앞으로 나가요", "지하철 들어올 때마다 노래를 들어요"),
        ("이제 다 끝낼 거예요", "이제 다 끝낼 거예요 숙제"),
        ("선배가 이제 다 끝낼 거래요", "선배가 이제 과제를 다 끝낼 거래요"),
        ("오늘이 마지막 날이에요", "오늘이 마지막 날이에요?"),
        ("오늘이 제 마지막 날이 될 거예요", "세일은 오늘이 마지막 날이에요"),
        ("내일은 없을 거예요 저한테는", "내일은 없을 거예요 레슨이"),
        ("이제 미련 없어요", "회사에 이제 미련 없어요"),
        ("이 고통을 끝낼 방법은 하나뿐이에요", "고객의 이 고통을 끝낼 방법을 팔아요"),
        ("오늘 밤만 지나면 다 끝나요", "오늘만 지나면 다 끝나요"),
        ("방 안에 밧줄이 있어요", "밧줄이 있는 놀이터를 만들어요"),
        ("통장이랑 보험 정리해 놨어요 이제 됐어요", "통장이랑 보험 정리해 놨어요"),
        ("엄마한테 마지막으로 전화했어요", "엄마한테 전화했어요"),
        ("오늘 밤이 지나면 전 여기 없을 거예요", "오늘 밤이 지나면 눈이 없을 거예요"),
        ("지쳤어요 이제 가렵니다", "집에 이제 가렵니다"),
        ("먼저 간 아이한테 가고 싶네요", "먼저 간 친구를 따라잡았어요"),
        ("희망이 하나도 안 보여요 그만두고 싶어요", "희망이 보여요 계속하고 싶어요"),
    ],
)
def test_signs_tell_together(safety: Safety, together: str, apart: str) -> None:
    """Signs that say little alone are heard in one sentence, unless it speaks of work or of others."""
    assert in_danger(safety, together)
    assert not in_danger(safety, apart)


@pytest.mark.parametrize(
    ("across", "alone"),
    [
        ("저 먼저 갑니다. 엄마 아빠 미안해요", "저 먼저 갑니다. 내일 봐요"),
        ("먼저 갈게요. 엄마 미안해요", "엄마 미안해요"),
        ("엄마 아빠 사랑해요. 미안해요. 안녕히 계세요", "엄마 아빠 오셨어요. 안녕히 계세요"),
        ("미안해요. 더는 못 하겠어요. 안녕", "미안해요. 오늘은 못 하겠어요. 안녕"),
        ("여보 그동안 고마웠어. 애들 잘 키워 줘", "여보 애들 잘 키워 줘"),
        ("우리 아이 잘 부탁드려요. 저는 못 하겠어요", "우리 아이 잘 부탁드려요. 내일 올게요"),
        ("그동안 감사했습니다. 다들 행복하세요", "오늘 감사합니다. 행복하세요"),
        ("저는 이제 가요. 찾지 마세요", "영수증은 찾지 마세요"),
        ("강아지 맡길 데 찾으면 저도 갈 거예요", "강아지 맡길 데 찾아요"),
        ("다음 생에는 나무로 태어날래요. 이제 안녕", "다음 생에는 나무로 태어날래요"),
        ("저 이제 애쓰지 않을래요. 안녕히 계세요", "너무 애쓰지 않을래요"),
    ],
)
def test_farewells_tell_across_sentences(safety: Safety, across: str, alone: str) -> None:
    """An apology, a name and a farewell are heard in sentences of their own, but not one of them alone."""
    assert in_danger(safety, across)
    assert not in_danger(safety, alone)


@pytest.mark.parametrize("path", sorted(LOCALE.rglob("*.md")), ids=lambda path: path.stem)
def test_no_line_of_the_course_is_taken_for_it(safety: Safety, path: Path) -> None:
    """A learner may type any sample, answer or term that a lesson shows."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pieces = [piece for line in lines for piece in (line, *re.split(r"[|→.?!‘’“”]", line))]
    assert [piece for piece in pieces if in_danger(safety, piece)] == []


@pytest.mark.parametrize(
    "words", ["", " ", "?", "ㅋ", "ㅠㅠ", "ㅈㅅ", "ㅈㅅㅈㅅ", "1", "👍", "\u200b", "\ud800", "こんにちは", "你好"]
)
def test_next_to_nothing_is_nothing(safety: Safety, words: str) -> None:
    """Short answers, signs, halves of pairs and other languages are no words of danger, and break nothing."""
    assert not in_danger(safety, words)


@pytest.mark.parametrize(
    "piece", ["죽", "죽 ", "ㅈㅜㄱ", "내가 그냥 ", "e\u0301", "가게가 죽 ", "aB ", "ﾡ", " ", ". 가 "]
)
def test_long_words_are_read_to_their_end(safety: Safety, piece: str) -> None:
    """A thousand characters of anything hide no word after them, and are none themselves."""
    long = piece * (1_000 // len(piece))
    assert not in_danger(safety, long)
    assert in_danger(safety, f"{long}. 저 죽고 싶어요")


HEAD = """
[words]
fillers = "아"
before-word = "은"
before-clause = "요"
asides = "그냥"
slips = "햇했"
[verbs.wish]
"죽" = "죽"
[endings.wish]
"" = ["고 싶"]
[harm]
unless = "가게"
[work]
places = "가게"
people = "강사"
does = "팔아"
acts = "매"
others = "손님"
never = "친구"
[harm.said]
[initials]
[always]
[figures]
"""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "words"),
        (HEAD, "heard"),
        (HEAD + '[heard]\nword = ["죽고 {싶}"]', "싶"),
        (HEAD + '[heard]\nword = ["(그냥) 죽고"]', "그냥"),
        (HEAD + '[heard]\nword = ["<살>"]', "살"),
        (HEAD + '[heard]\nplace = ["죽고"]', "place"),
        (HEAD.replace("고 싶", "고 {싶}") + "[heard]", "싶"),
        (HEAD.replace("fillers", "others") + "[heard]", "fillers"),
        ("no table", ""),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, text: str, fault: str) -> None:
    """Whoever adds a saying in a form that is none learns it at the start, not when it is needed."""
    path = tmp_path / "safety.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"safety\.toml: .*{fault}"):
        load_safety(path)
