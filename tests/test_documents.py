"""The plan on paper and as files: all that was written is there, as it was written, and nothing of it is ever run."""

import re
import subprocess
import sys
from dataclasses import astuple, replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.course.model import Course
from bot.plan import LONGEST_LINE
from bot.plan.documents import FORMS, Document, Field, Person, Section, draw
from bot.plan.documents.markdown import plain
from bot.plan.documents.seen import seen
from handlers.documents import people_of
from tests.pdf_text import Pdf
from tests.test_floors import ROOT

DAY = date(2026, 11, 29)
WORDS = {"file": "plan", "people": "열 사람", "acts": "해낸 일", "empty": "비었음", "above": "맨 앞", "later": "앞으로"}
WORDS |= {f"people-{name}": name for name in ("nickname", "why", "state", "said", "next")}
BAD = {
    "typst": '#let x = 1; #image("/etc/passwd") $x^2$ *b* _i_ `c` \\ // a /* b */ = c <l> @l ~ -- --- ... #"q" \'q\'',
    "typst calls": '#read("plan.typ") #eval("1+1") #sys.inputs #pagebreak() #{ while true {} }',
    "Markdown": "# 제목 **굵게** [누르세요](javascript:alert(1)) ![](http://evil.kr/a.png) > 1. | a | ~~x~~ ```x```",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt; &amp; </style></dd><h1>",
    "a template": "{{ 7*7 }} {% raw %} {# x #} ${7*7} <%= 7*7 %>",
    "quotes and commas": '"a",\'b\',`c`;\\n\\u0041 {"plan": 1}',
    "lines": "첫 줄\n둘째 줄\n\n넷째 줄",
    "one long word": "가" * LONGEST_LINE,
    "one long Latin word": "a" * LONGEST_LINE,
    "an address": "https://example.com/" + "x" * 200,
    "emoji": "😀👍🏽👨‍👩‍👧🇰🇷❤️",
    "old Hangul and Hanja": "ᄒᆞᆫ글 漢字 ①",
}
LACKED = "\U0001faff\U00013000\ua98fｶﾀｶﾅ끝"  # by every font that we have
LEFTWARDS = "שלום עולם مرحبا بالعالم"
UNSEEN = "\u202egnp.exe\u202c \u200b\u200e숨은\u2066 \x07\x1b[31m글\ufeff\x00"


def letters(text: str) -> str:
    """What can be read of a text, wherever its lines end; a dot may stand where one does."""
    return "".join(seen(text).replace("·", " ").split())


def filled(text: str) -> Document:
    """A document with a text in every place that a learner can write to."""
    field = Field("약속", text)
    return Document(
        "설계서", DAY, "11월 29일", text[:20], (field,) * 3, (field,), (Person(*[text] * 5),), (field,),
        (Section("1. 칸", (field, Field("빈 칸"))),), (), WORDS,
    )  # fmt: skip


PLACES = 6 + 5  # that a learner can write to in what `filled` fills: fields, and the cells of one row


def on_paper(document: Document) -> str:
    """All that can be read on the PDF, page after page without their feet."""
    pages = map(letters, Pdf(draw(document, "pdf")).pages)
    return "".join(page.removesuffix(re.findall(r"설계서\d+/\d+|$", page)[0]) for page in pages)


class Reader(HTMLParser):
    """What a browser would show of a page, and the tags it would see."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tags = "", list[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_whatever_is_written_is_text_on_paper(text: str) -> None:
    """Letter by letter, in every place, and none of it is carried out."""
    assert on_paper(filled(text)).count(letters(text)) >= PLACES


def test_a_sign_that_no_font_has_is_a_mark_on_paper() -> None:
    """And what stands around it is there."""
    assert on_paper(filled(f"앞 {LACKED}")).count("끝") >= PLACES


def test_letters_that_run_leftwards_are_there() -> None:
    """A line of them is one of paper's too; the order in which glyphs are set is theirs."""
    found = on_paper(filled(LEFTWARDS))
    assert all(found.count(letter) >= LEFTWARDS.count(letter) for letter in letters(LEFTWARDS))


def test_what_stands_behind_them_keeps_its_order() -> None:
    """Korean words, and the pieces of a long one, up to the next number."""
    found = on_paper(filled("שלום 안녕하세요 여러분께 가나다라마바사아자차카타파하 드립니다 １２３"))
    assert found.count("안녕하세요여러분께가나다라마바사아자차카타파하드립니다") >= PLACES


@pytest.mark.parametrize("text", [*BAD.values(), LEFTWARDS], ids=[*BAD, "leftwards"])
def test_whatever_is_written_is_text_everywhere_else(text: str) -> None:
    """On the page, in Markdown and in a chat."""
    document = filled(text)
    page, harmless = Reader(draw(document, "html").decode()), Reader(draw(filled("글"), "html").decode())
    assert page.tags == harmless.tags
    assert letters(page.text).count(letters(text)) >= PLACES
    rendered = Reader(MarkdownIt("commonmark").enable("table").render(draw(document, "md").decode()))
    assert not {"script", "img", "a", "em", "code", "pre", "blockquote", "ul", "ol", "hr", "s"} & {*rendered.tags}
    assert letters(rendered.text).count(letters(text)) >= PLACES
    assert letters(draw(document, "txt").decode()).count(letters(text)) == 6
    assert draw(document, "png").startswith(b"\x89PNG")


@pytest.mark.parametrize("form", ["html", "md", "txt", "pdf"])
def test_what_cannot_be_seen_is_left_out(form: str) -> None:
    """Nothing turns around the letters behind it, nothing hides between them."""
    content = draw(filled(UNSEEN), form)
    text = "".join(Pdf(content).pages) if form == "pdf" else content.decode()
    assert not [sign for sign in "\u202e\u202c\u200b\u200e\u2066\x07\x1b\ufeff\x00" if sign in text]
    assert "gnp.exe숨은" in letters(text).replace("\\", "")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), max_size=60))
def test_markdown_shows_any_text_as_it_is(text: str) -> None:
    """`plain` and a reader of Markdown undo each other."""
    shown = Reader(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(plain(text)))
    assert "".join(shown.text.split()) == "".join(text.split())
    assert {*shown.tags} <= {"p"}


@pytest.mark.parametrize(
    "text",
    [
        "준비물 목록까지. 설치는 안 해요!",
        "문의 -> 초안 -> 확인",
        "나: 작년에 (뭐가) 힘들었어~",
        "3.5만 원 + 차비 = 4만",
    ],
)
def test_ordinary_words_have_no_backslash(text: str) -> None:
    """Who opens the notes without a reader of Markdown sees what was written."""
    assert plain(text) == text


def test_the_longest_plan_is_whole(course: Course) -> None:
    """Every slot with all it takes, and ten people: all on paper, none of it cut."""
    lines = {slot.part: f"{n:03} " + "긴 줄이에요 " * 42 for n, slot in enumerate(course.slots)}
    fields = [Field(slot.name, lines[slot.part][:LONGEST_LINE].strip()) for slot in course.slots]
    people = tuple(
        Person(f"김○○ {n}", "단골 " * 20, "12월 1일", "생각해 볼게요 " * 4, "다음 주에 다시") for n in range(10)
    )
    boxes = tuple(Section(f"{n}. 칸", tuple(fields[n * 4 : n * 4 + 4])) for n in range(3, 11))
    document = Document(
        "설계서", DAY, "", "", tuple(fields[:3]), tuple(fields[3:5]), people, tuple(fields[5:12]), boxes, (), WORDS
    )
    found = on_paper(document)
    assert [field.name for field in fields if letters(field.text) not in found] == []
    assert [person for person in people if not all(letters(cell) in found for cell in astuple(person))] == []


def test_the_first_page_is_the_one_to_act_on() -> None:
    """A plan of usual lines: the offer, the ten and what to do stand on it, in that order; the rest is behind it."""
    usual = "셔츠 다섯 장을 다려서 금요일 저녁까지 문 앞에 걸어 드려요."
    names = "약속 범위 가격 고객 문제 첫메시지 가설 흐름 한도 석달".split()
    fields = [Field(name, usual) for name in names]
    people = tuple(Person("김○○", "단골이에요", "12월 1일", "좋아요", "화요일") for _ in range(10))
    rest = tuple(Section(f"{n}. 나머지", (Field("까닭", usual),) * 3) for n in range(4))
    document = Document(
        "설계서", DAY, "", "민지", tuple(fields[:3]), tuple(fields[3:5]), people, tuple(fields[5:]), rest, (), WORDS
    )
    first, *others = map(letters, Pdf(draw(document, "pdf")).pages)
    places = [first.find(name) for name in [*names[:5], "nickname", *names[5:]]]
    assert -1 not in places
    assert places == sorted(places)
    assert "나머지" in "".join(others)
    assert "나머지" not in first


def test_what_is_left_over_fills_the_first_page() -> None:
    """A plan just begun is one sheet."""
    rest = (Section("1. 나머지", (Field("까닭", "다림질을 잘해요"),)),)
    begun = Document("설계서", DAY, offer=(Field("약속"),), people=(Person(),) * 10, boxes=rest, words=WORDS)
    (only,) = Pdf(draw(begun, "pdf")).pages
    assert "나머지" in only


def test_the_same_plan_is_the_same_file() -> None:
    """Nothing of the machine is in it: neither its clock nor its fonts."""
    document = filled("셔츠 다섯 장")
    for form in FORMS:
        assert draw(document, form) == draw(document, form)
    assert re.findall(rb"/BaseFont/\w+\+(\w+)", draw(document, "pdf"))[0].startswith(b"NanumGothic")


def test_nothing_is_loaded_before_it_is_needed() -> None:
    """Whoever never asks for paper does not pay for it: neither at the start nor in memory."""
    asked = "import sys, bot.__main__; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], cwd=ROOT, check=False).returncode == 0  # noqa: S603 - ourselves


def test_a_picture_has_nobody_on_it() -> None:
    """Neither whose it is nor when: it is the same whoever shares it."""
    shared = Document("설계서", DAY, offer=(Field("약속", "셔츠 다섯 장"),), words=WORDS)
    assert draw(replace(shared, whose="민지", date="11월 29일"), "png") == draw(shared, "png")


@pytest.mark.parametrize(
    ("line", "first", "count"),
    [
        ("", Person(), 10),
        ("1. 김○○, 매주 와요\n2. 박○○: 옆집", Person("김○○", "매주 와요"), 10),
        ("박○○ - 옆집, 월요일\n김○○", Person("박○○", "옆집, 월요일"), 10),
        ("김○○, 박○○, 이○○", Person("김○○"), 10),
        ("\n".join(f"손님 {n}" for n in range(12)), Person("손님 0"), 12),
        ("아직 한 분도 정하지 못했어요", Person(why="아직 한 분도 정하지 못했어요"), 10),
    ],
)
def test_the_ten_of_a_line(line: str, first: Person, count: int) -> None:
    """A row each, in any usual shape; behind them rows to be filled by hand, and nothing left out."""
    rows = people_of(line)
    assert (rows[0], len(rows)) == (first, count)
    assert {letter for letter in line if letter.isalpha()} <= set("".join(row.nickname + row.why for row in rows))
