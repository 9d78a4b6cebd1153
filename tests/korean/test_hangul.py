"""Particles, initial consonants, keyboard layouts and lenient comparison, as tables and as promises about any text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.korean import sounds
from bot.korean.hangul import (
    PAIRS,
    from_latin_keys,
    initials,
    is_initials,
    josa,
    particle,
    same,
    to_latin_keys,
)
from bot.korean.keyboard import MOST_TYPED

SYLLABLES = [chr(code) for code in range(ord("가"), ord("힣") + 1)]
JAMO = [chr(code) for code in range(ord("ㄱ"), ord("ㅣ") + 1)]

# Words by how they end when read aloud. OPEN takes 를 and 로, CLOSED 을 and 으로, RIEUL 을 and 로.
OPEN = {
    "Hangul": "사과 나무 가게 회의 아이디어 뭐 계획서",
    "letters": "ㅏ ㅘ ㅢ",
    "numbers": "2 4 5 9 12 24 3.5 1.2 9.9 1,004 -5 0.25 2026-11-24 1조 1000000000000",
    "units": "50% 10km 3m 3개 170cm 5mm 2L 500ml 30℃ 36.5°C 90° 100$ $100 $1,000 €30 5G 4K 64GB 512MB 200kcal ㎞ ㎡",
    "width": "５ ＡＩ １０％ Ａｐｉ Ⅱ ② ⓐ",
    "spelled": "AI PDF API GPT URI KPI CEO CSS IT ID TV UX UI FAQ PPT SNS B2B B2C 3D 2D Q&A R&D IoT SaaS LLMs PRs",
    "mixed": "ChatGPT GPT-4o OpenAI YouTube iOS MP3 S3 H2O PowerPoint JavaScript Node.js main.py data.csv TensorFlow",
    "brands": "Claude Gemini GitHub Canva Figma Midjourney Adobe Netflix Discord Tesla Microsoft NAVER KAKAO DeepSeek",
    "vowels": "coffee idea movie menu value café résumé survey workflow review data logo video",
    "voiced": "blog tag hub board word cloud feed keyword herb tube code guide mode vibe",
    "long": "note site cake like make update week boat sheet wait route loop float fruit suit",
    "cluster": "project start event test link task desk insight prompt text script camp help milk part font",
    "hissing": "service office page image change push match tech bus class quiz size box health graph staff live five",
    "r": "user server car folder software share picture Dr.",
    "tools": "Canva Sora Suno Cursor Webflow Zapier Stripe Shopify Miro Framer Softr NVIDIA TensorFlow LoRA 4o GPT-3",
    "work": "prompt workflow newsletter freelancer creator portfolio brand niche checklist D2C UX/UI A/B Q2 4P 1.5배",
    "clock": "10:00 09:00 5:00",
    "odd": "wit acme set nut bit kit check shock knock jeep ballet buffet scout anime theme jet C++ A+",
}
CLOSED = {
    "Hangul": "책 값 닭 삶 밖 사람 고객 마음 것 빛 여덟명",
    "letters": "ㄱ ㅎ ㄲ ㄳ ㅇ",
    "numbers": "3 6 0 10 13 30 100 1000 10000 100000 1억 100000000 1,000 0.3 2.0 -3 1000만 3/5 10¹⁰",
    "units": "5kg 10KG 3g 10mg 2t 5000원 ₩1000 ₩ 100¥ 3명 10분 ㎏",
    "width": "３ １０ Ⅲ ③ ⑩ ＬＬＭ",
    "spelled": "LLM CRM DM BGM N M RPM NotebookLM",
    "mixed": "iPhone LinkedIn TikTok MacBook Snapchat GitLab n8n example.com e.net G7 follow-up",
    "brands": "Python Notion Slack Zoom Instagram Facebook Copilot Reddit Git Substack Amazon Telegram Medium Grok",
    "nasal": "plan design lesson team time game phone online offline machine marketing meeting system column one thumb",
    "short": "app web map tip top shop group robot chatbot internet market ticket pocket click book music unit job",
    "compound": "workshop startup roadmap dataset reset feedback notebook input layout outlook type leadership",
    "tools": "Chrome Bing Framer.com Devin Replit CapCut Photoshop Patreon Wrtn PaLM Web3.0 .NET FigJam GROK.com",
    "shouted": "SKIP ZIP CLIP TRIP CLUB ZOOM NOTION COPILOT",
    "work": "gig minute funnel.com workbook handout checkout burnout token admin domain deadline guideline wrap-up",
    "counted": "15원 100명 1인 3만 1.5만 3억 2천 10개월.3 1~3 3점 10% 10:05".replace(" 10%", ""),
    "odd": "good bag big foot Europe technique tweet template C# SWOT APP LINE",
}
RIEUL = {
    "Hangul": "서울 말 길 교실 얼굴",
    "letters": "ㄹ",
    "numbers": "1 7 8 11 28 1,001 0.7 -8 1.1 1/2 ①",
    "units": "40dB 16px ‰",
    "spelled": "SQL URL HTML R L XML HR PR OKR QR AR MySQL ocr",
    "brands": "Google Apple Excel Gmail Vercel Oracle PayPal Kaggle Airtable Mistral EXCEL",
    "work": "API.URL Google.AI.ML SALE RULE funnel channel label tutorial proposal OKR CTR DSL 7일 10월 2027 0.8",
    "words": "email model tool skill title table file mobile style schedule URL. sample people goal",
}
TABLE = [
    (word, forms)
    for kinds, forms in ((OPEN, "를 로"), (CLOSED, "을 으로"), (RIEUL, "을 로"))
    for words in kinds.values()
    for word in words.split()
]


def test_the_particle_follows_the_last_sound() -> None:
    """Every kind of word is read aloud before its particle is chosen."""
    chosen = [(word, forms, f"{particle(word, '을/를')} {particle(word, '으로/로')}") for word, forms in TABLE]
    assert [row for row in chosen if row[1] != row[2]] == []


@pytest.mark.parametrize(
    ("word", "pair", "expected"),
    [
        ("책", "은/는", "책은"),
        ("책", "는/은", "책은"),
        ("나", "이/가", "나가"),
        ("나", "가/이", "나가"),
        ("사과", "과/와", "사과와"),
        ("귤", "와/과", "귤과"),
        ("선생님", "이에요/예요", "선생님이에요"),
        ("친구", "예요/이에요", "친구예요"),
        ("민준", "아/야", "민준아"),
        ("지우", "야/아", "지우야"),
        ("물", "으로/로", "물로"),
        ("부엌", "로/으로", "부엌으로"),
        ("길", "으로서/로서", "길로서"),
        ("사람", "으로서/로서", "사람으로서"),
        ("글", "으로써/로써", "글로써"),
        ("서울", "으로부터/로부터", "서울로부터"),
        ("집", "으로부터/로부터", "집으로부터"),
        ("의견", "이라고/라고", "의견이라고"),
        ("사실", "이라고/라고", "사실이라고"),
        ("나", "이라서/라서", "나라서"),
        ("계획", "이라는/라는", "계획이라는"),
        ("목표", "이란/란", "목표란"),
        ("물", "이나/나", "물이나"),
        ("친구", "이랑/랑", "친구랑"),
        ("글", "이며/며", "글이며"),
        ("차", "이고/고", "차고"),
        ("말", "이야/야", "말이야"),
        ("무엇", "이든/든", "무엇이든"),
        ("그대", "이여/여", "그대여"),
        ("문제", "이라/라", "문제라"),
    ],
)
def test_every_pair_in_either_order(word: str, pair: str, expected: str) -> None:
    """The order in which the two forms are written does not matter."""
    assert josa(word, pair) == expected


@pytest.mark.parametrize(
    ("word", "particle_"),
    [
        ("책(book)", "을"),
        ("책 (a book)", "을"),
        ("사과(沙果)", "를"),
        ("책[1]", "을"),
        ("책<br>", "을"),
        ("(책)", "을"),
        ("((나무))", "를"),
        ("韓國(한국)", "을"),
        ("「설계서」", "를"),
        ("『책』", "을"),
        ("‘책’", "을"),
        ("“나무”", "를"),
        ('"책"', "을"),
        ("<설계서>", "를"),
        ("<b>책</b>", "을"),
        ("**책**", "을"),
        ("_나무_", "를"),
        ("`app`", "을"),
        ("책!", "을"),
        ("책…", "을"),
        ("책~", "을"),
        ("나무?!", "를"),
        ("책 ", "을"),
        ("책🔥", "을"),
        ("책 ❤️", "을"),
        ("나무👨‍👩‍👧", "를"),
        ("책👍🏽", "을"),
        ("3️⃣", "을"),
        ("책™", "을"),
        ("#책", "을"),
        (unicodedata.normalize("NFD", "책"), "을"),
        (unicodedata.normalize("NFD", "나무"), "를"),
        (unicodedata.normalize("NFD", "café"), "를"),
        ("책))", "을"),
        ("책\u0301", "을"),
        ("3\u0301", "을"),
        ("책" + "!" * 2000, "을"),
        ("나무" + "(" * 1000 + ")" * 1000, "를"),
    ],
)
def test_what_is_not_read_aloud_does_not_decide(word: str, particle_: str) -> None:
    """Quotes, glosses, tags, emoji and marks are skipped, and the word itself is handed back untouched."""
    assert josa(word, "을/를") == word + particle_


@pytest.mark.parametrize(
    "word", ["", " ", "🔥", "()", "(🔥)", "韓國", "さくら", "Привет", "!?", "ᄀᆞ", "\ud800", "#", "+"]
)
def test_what_cannot_be_read_gets_the_form_for_both(word: str) -> None:
    """Unknown scripts and nothing at all get the printed double form, never an exception."""
    pairs = ("을/를", "은/는", "이/가", "와/과", "로/으로", "이라고/라고", "아/야", "이에요/예요")
    forms = ("을(를)", "은(는)", "이(가)", "와(과)", "(으)로", "(이)라고", "아(야)", "이에요(예요)")
    assert [josa(word, pair) for pair in pairs] == [word + form for form in forms]


@pytest.mark.parametrize("pair", ["", "은", "은/가", "는/를", "가/나", "은/는/이", "eun/neun"])
def test_an_unknown_pair_is_refused(pair: str) -> None:
    """A slip in a sentence file shows at once."""
    with pytest.raises(ValueError, match="no pair of particles"):
        josa("책", pair)


def test_every_syllable_agrees_with_its_final_consonant() -> None:
    """Of 11,172 syllables those without 받침 take 를, and ㄹ alone takes 을 with 로."""
    for syllable in SYLLABLES:
        tail = unicodedata.normalize("NFD", syllable)[2:]
        expected = ("를", "로") if not tail else ("을", "로") if tail == "\u11af" else ("을", "으로")
        assert (particle(syllable, "을/를"), particle(syllable, "으로/로")) == expected


def test_no_form_stands_in_two_pairs_with_the_same_partner() -> None:
    """The table of pairs is unambiguous in both orders."""
    assert len({frozenset(pair[:2]) for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("퀴즈", "ㅋㅈ"),
        ("오늘 배운 것", "ㅇㄴ ㅂㅇ ㄱ"),
        ("AI 활용 2번!", "AI ㅎㅇ 2ㅂ!"),
        ("까치", "ㄲㅊ"),
        ("ㄱ나", "ㄱㄴ"),
        ("", ""),
        (unicodedata.normalize("NFD", "값이"), "ㄱㅇ"),
    ],
)
def test_initials(text: str, expected: str) -> None:
    """Only Hangul syllables shrink to their first consonant."""
    assert initials(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("ㅋㅈ", True), ("ㄱㅅ ㄱ", True), ("ㄳ", True), ("ㅏ", False)])
@pytest.mark.parametrize("around", ["", " "])
def test_is_initials(text: str, expected: bool, around: str) -> None:  # noqa: FBT001  # a column of the table
    """Consonants alone are initials."""
    assert is_initials(around + text + around) is expected


@pytest.mark.parametrize("text", ["", " ", "퀴ㅈ", "a", "1", "ㄱ!"])
def test_anything_else_is_not_initials(text: str) -> None:
    """One syllable, sign or nothing at all is not 초성."""
    assert not is_initials(text)


KEYED = [
    ("znlwm", "퀴즈"),
    ("dkcla 8tl", "아침 8시"),
    ("dkffla Rjwnj", "알림 꺼줘"),
    ("tlwkr", "시작"),
    ("rkqtdl", "값이"),
    ("ekfr", "닭"),
    ("vuddlfaks", "평일만"),
    ("30qns enl", "30분 뒤"),
    ("dhsmf", "오늘"),
    ("ekdma", "다음"),
    ("qhrtmq", "복습"),
    ("wlseh", "진도"),
    ("rPghlr", "계획"),
    ("rmsrj", "근거"),
    ("ehdnaakf", "도움말"),
    ("xkfxhl", "탈퇴"),
    ("dho", "왜"),
    ("dmltk", "의사"),
    ("dnjf", "월"),
    ("rnpeh", "궤도"),
    ("dkswdk", "앉아"),
    ("dksgdk", "않아"),
    ("dlfrdj", "읽어"),
    ("tkfa", "삶"),
    ("sjfqek", "넓다"),
    ("gkfxek", "핥다"),
    ("dmfvek", "읊다"),
    ("dlfgek", "잃다"),
    ("djqtek", "없다"),
    ("rkrtl", "각시"),
    ("rrk", "ㄱ가"),
    ("Tkrk", "싸가"),
    ("Ehr", "똑"),
    ("Wkwmd", "짜증"),
    ("wkehdghk", "자동화"),
    ("vmfhavmxm", "프롬프트"),
    ("dlsrhdwlsmd", "인공지능"),
    ("wjsur 8tl", "저녁 8시"),
    ("dhwjs 9tl qks", "오전 9시 반"),
    ("xhdydlf", "토요일"),
    ("duejfq", "여덟"),
    ("ekfrrhrl", "닭고기"),
    ("qkfqk", "발바"),
    ("rhft", "곬"),
    ("dkslfp", "아니레"),
    ("dPdy", "예요"),
    ("rO", "걔"),
    ("rkTek", "갔다"),
    ("Qkffl", "빨리"),
    ("RPghlr", "꼐획"),
    ("rt", "ㄳ"),
    ("hkk", "ㅘㅏ"),
    ("2026sus", "2026년"),
    ("(rhror)", "(고객)"),
]


@pytest.mark.parametrize(("keys", "hangul"), KEYED)
def test_keyboard_words_both_ways(keys: str, hangul: str) -> None:
    """The same keys, read in the one layout and in the other."""
    assert (from_latin_keys(keys), to_latin_keys(hangul)) == (hangul, keys)


@pytest.mark.parametrize(
    ("keys", "hangul"),
    [
        ("ZNLWM", "퀴즈"),  # W alone would be ㅉ, but nobody holds Shift for Z
        ("8TL", "8시"),
        ("Dkcla", "아침"),
        ("RP", "꼐"),  # both have a jamo of their own
        ("Tlwkr", "씨작"),
        ("RMRL", "그기"),
        ("rMRL", "끄기"),  # caps lock and Shift together make a small letter
        ("DKFFLA rJwNj", "알림 거줘"),  # the second word is of neither kind
        ("퀴wm!", "퀴즈!"),
        ("", ""),
        ("ｚ", "ｚ"),
    ],
)
def test_capitals_fold_only_when_they_mean_nothing(keys: str, hangul: str) -> None:
    """Caps lock is seen through; a lone shifted key is believed, and `lower()` gives the other reading."""
    assert from_latin_keys(keys) == hangul


def test_a_phones_first_capital_is_read_by_lowering() -> None:
    """The second reading that callers try."""
    assert from_latin_keys("Tlwkr".lower()) == "시작"


@pytest.mark.parametrize(("hangul", "keys"), [("므 8:30", "am 8:30"), ("ㅔㅡ", "pm"), ("ㅗ디ㅣㅐ", "hello")])
def test_latin_typed_in_the_korean_layout(hangul: str, keys: str) -> None:
    """The other direction of the same mistake."""
    assert to_latin_keys(hangul) == keys


def test_every_syllable_and_jamo_survives_both_layouts() -> None:
    """11,172 syllables and 51 jamo, composed and decomposed."""
    for character in SYLLABLES + JAMO:
        assert from_latin_keys(to_latin_keys(character)) == character
    for at in range(0, len(SYLLABLES), MOST_TYPED // 4):  # keys of a syllable
        text = "".join(SYLLABLES[at : at + MOST_TYPED // 4])
        assert from_latin_keys(to_latin_keys(text)) == text
        assert to_latin_keys(unicodedata.normalize("NFD", text)) == to_latin_keys(text)


@given(st.text(st.sampled_from(SYLLABLES)))
def test_any_word_survives_both_layouts(word: str) -> None:
    """Syllables next to each other do not run into one another."""
    assert from_latin_keys(to_latin_keys(word)) == word


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("개인화", "개인화"),
        (" 개인화 ", "개인화"),
        ("개인 화", "개인화"),
        ("시장조사", "시장 조사"),
        ("개인화!", "개인화"),
        ("개인화…", "개인화"),
        ("'개인화'", "개인화"),
        ("「개인화」", "개인화"),
        ("개인화", "“개인화”"),
        ("ai", "AI"),
        ("ＡＩ", "AI"),
        ("１０", "10"),
        ("1,000", "1000"),
        ("chat gpt", "ChatGPT"),
        (unicodedata.normalize("NFD", "개인화"), "개인화"),
        ("개인화", unicodedata.normalize("NFD", "개인화")),
        ("개인화\u200b", "개인화"),
        ("개인화요", "개인화"),
        ("개인화예요", "개인화"),
        ("개인화입니다.", "개인화"),
        ("개인화를", "개인화"),
        ("개인화는", "개인화"),
        ("개인화와", "개인화"),
        ("개인화로", "개인화"),
        ("고객이에요", "고객"),
        ("고객이요!", "고객"),
        ("고객 이다", "고객"),
        ("고객을", "고객"),
        ("고객은", "고객"),
        ("고객이", "고객"),
        ("고객과", "고객"),
        ("고객으로", "고객"),
        ("고객임", "고객"),
        ("역할로", "역할"),
        ("책을", "책"),
        ("책이요", "책"),
        ("AI요", "AI"),
        ("ai를", "AI"),
        ("10이요", "10"),
        ("3개요", "3개"),
        ("rodlsghk", "개인화"),
        ("RODLSGHK", "개인화"),
        ("rhror", "고객"),
        ("Tlwkr", "시작"),
        ("rhrordmf", "고객을"),
        ("ㅁㅑ", "AI"),
        ("개인화인가요?", "개인화"),
        ("고객이지", "고객"),
        ("고객이겠죠", "고객"),
        ("고객 아닌가요?", "고객"),
        ("고객임다", "고객"),
        ("고객의", "고객"),
        ("고객만", "고객"),
        ("고객에게", "고객"),
        ("고객까지", "고객"),
        ("자동화에", "자동화"),
        ("정답은 고객", "고객"),
        ("답은 고객이에요", "고객"),
        ("(고객)", "고객"),
        ("[고객]", "고객"),
        ("**고객**", "고객"),
        ("고객 ^^", "고객"),
        ("고객ㅎㅎ", "고객"),
        ("고객ㅋㅋ!", "고객"),
        ("고객 ㅠㅠ", "고객"),
        ("7dlf", "7일"),
        ("vlemqor", "피드백"),
        ("뉴스래터", "뉴스레터"),
        ("뉴스레타", "뉴스레터"),
        ("프롬포트", "프롬프트"),
        ("프름프트", "프롬프트"),
        ("워크플루", "워크플로"),
        ("포토폴리오", "포트폴리오"),
        ("메세지", "메시지"),
        ("알고리듬", "알고리즘"),
        ("에이젼트", "에이전트"),
        ("커뮤니디", "커뮤니티"),
        ("전뭄가", "전문가"),
        ("하지 안는다", "하지 않는다"),
        ("브렌딩", "브랜딩"),
        ("10 %예요", "10%"),
        ("1,000원이요", "1000원"),
        ("개인화인 것 같아요", "개인화"),
        ("사과다", "사과"),
        ("개인화😊", "개인화"),
        ("개인하", "개인화"),
        ("게인화", "개인화"),
        ("개이화", "개인화"),
        ("개인확", "개인화"),
        ("자둥화", "자동화"),
        ("자동와", "자동화"),
        ("자돟화", "자동화"),
        ("체크리스드", "체크리스트"),
        ("포트폴리우", "포트폴리오"),
        ("시장 죠사", "시장 조사"),
        ("가설 겸증", "가설 검증"),
        ("AI 할용법", "AI 활용법"),
        ("고객 인터뷰ㅇ", "고객 인터뷰"),
        ("문제 정이", "문제 정의"),
        ("강점 찿기", "강점 찾기"),
        ("3가지 기즌", "3가지 기준"),
        ("wkehdgkh", "자동화"),
    ],
)
def test_the_right_answer_is_accepted_however_it_is_typed(typed: str, expected: str) -> None:
    """Spacing, width, case, quotes, endings, layouts and one slip are forgiven."""
    assert same(typed, expected)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", "개인화"),
        (" ", "개인화"),
        ("!", "개인화"),
        ("개인화", ""),
        ("", ""),
        ("고갱", "고객"),
        ("고액", "고객"),
        ("개인", "개인화"),
        ("개인화", "개인"),
        ("자동", "자동화"),
        ("자동화", "자동"),
        ("가격", "가설"),
        ("시작", "시장"),
        ("약점", "강점"),
        ("100", "10"),
        ("10", "100"),
        ("1", "-1"),
        ("3개", "4개"),
        ("4가지 기준", "3가지 기준"),
        ("35", "3.5"),
        ("1.2", "12"),
        ("12", "1,2"),
        ("100", "100%"),
        ("C", "C++"),
        ("개성화", "개인화"),
        ("개별화", "개인화"),
        ("융화", "융합"),
        ("반자동화", "자동화"),
        ("자동화", "반자동화"),
        ("미완성", "완성"),
        ("완성", "미완성"),
        ("비공식", "공식"),
        ("공식", "비공식"),
        ("미공식", "비공식"),
        ("무의미", "유의미"),
        ("불가능", "가능"),
        ("가능하다", "불가능하다"),
        ("무조건", "조건"),
        ("가", "가로"),
        ("가로", "가"),
        ("회", "회로"),
        ("회로", "회"),
        ("사과", "사"),
        ("성과", "성"),
        ("길이", "길"),
        ("책임", "책"),
        ("수요", "수"),
        ("필요", "필"),
        ("나이", "나"),
        ("전문가", "전문"),
        ("정치가", "정치"),
        ("바다", "바"),
        ("평가", "평"),
        ("효과", "효"),
        ("고객", "고객이"),
        ("고객가", "고객"),
        ("개인화을", "개인화"),
        ("개인하를", "개인화"),
        ("네 가지", "세 가지"),
        ("사 개월", "삼 개월"),
        ("월요일", "일요일"),
        ("이주일", "일주일"),
        ("감속화", "가속화"),
        ("세계화", "체계화"),
        ("상업화", "산업화"),
        ("도식화", "도시화"),
        ("자유화", "자율화"),
        ("정당화", "정상화"),
        ("개발사", "개발자"),
        ("생산지", "생산자"),
        ("교육비", "교육부"),
        ("정량적", "정성적"),
        ("하반기", "상반기"),
        ("안 된다", "된다"),
        ("가설 검정", "가설 검증"),
        ("문제 정리", "문제 정의"),
        ("사업 기획", "사업 계획"),
        ("AI 활동법", "AI 활용법"),
        ("고객 가지", "고객 가치"),
        ("내일까지", "매일까지"),
        ("GPT", "GPTs"),
        ("chatgpd", "chatgpt"),
        ("개린하", "개인화"),
        ("소비재", "소비자"),
        ("안전성", "안정성"),
        ("장기적", "정기적"),
        ("설계사", "설계서"),
        ("프리미어", "프리미엄"),
        ("비운다", "배운다"),
        ("배운다", "채운다"),
        ("지킨다", "시킨다"),
        ("그친다", "고친다"),
        ("넘긴다", "남긴다"),
        ("모른다", "모은다"),
        ("교육장", "교육자"),
        ("판매자", "판매가"),
        ("임용직", "일용직"),
        ("우연성", "유연성"),
        ("개발적", "개별적"),
        ("정체적", "정치적"),
        ("윤리적", "논리적"),
        ("객관식", "주관식"),
        ("비정규직", "정규직"),
        ("브랜드", "브랜딩"),
        ("마케터", "마케팅"),
        ("고객 불만족", "고객 만족"),
        ("고객 아니에요", "고객"),
        ("만족도", "만족"),
        ("가지", "가"),
        ("강의", "강"),
        ("불만", "불"),
        ("자동화용", "자동화"),
        ("화답은 고객", "고객"),
        ("7주", "7일"),
        ("10", "10%"),
        ("PPT", "PDF"),
        ("Cloud", "Claude"),
        ("hello", "개인화"),
        ("ㄱㅇㅎ", "개인화"),
    ],
)
def test_another_answer_is_never_accepted(typed: str, expected: str) -> None:
    """No leniency makes one answer into another."""
    assert not same(typed, expected)


@pytest.mark.parametrize(
    ("typed", "expected", "taken"),
    [
        ("규부정터 읽고 답하기", "규정부터 읽고 답하기", True),
        ("월매의출 5퍼센트까지", "월매출의 5퍼센트까지", True),
        ("한 에번 5만 원만 쓰기", "한 번에 5만 원만 쓰기", True),
        ("자화동", "자동화", False),  # so short a word may be another
        ("51만 원까지만 쓰기", "15만 원까지만 쓰기", False),  # digits never slip
        ("규터부정 읽고 답하기", "규정부터 읽고 답하기", False),  # no neighbours
    ],
)
def test_two_syllables_in_the_wrong_order_are_a_slip(typed: str, expected: str, *, taken: bool) -> None:
    """In an answer of five or more; else the answer was heard as something else, and opened a lesson."""
    assert same(typed, expected) is taken


def test_a_slip_into_another_possible_answer_is_refused() -> None:
    """The other choices of a question are never read as a slip of the right one."""
    assert same("소비차", "소비자")
    assert not same("소비차", "소비자", others=["생산자", "소비차"])
    assert same("소비자", "소비자", others=["소비자"])
    assert not same("고객이", "고객", others=iter(["고객이"]))


anything = st.text(max_size=200) | st.text(
    st.sampled_from("가각값ㄱㅏ\u1100\u1161\u11a8aZeR10.,/()[]<>「」*🔥\u200d\ufe0f\u0301½Ⅲ₩%℃ +#韓あ\ud800"),
    max_size=200,
)


@given(anything, st.sampled_from(PAIRS))
@example("\ud800", PAIRS[0])
@example("1" + "0" * 300, PAIRS[0])
@example("0/0", PAIRS[0])
@example("<>", PAIRS[0])
@example("a½", PAIRS[0])
def test_any_text_keeps_its_letters_and_gains_one_particle(text: str, pair: tuple[str, str, str]) -> None:
    """Nothing raises, and nothing but a form of the pair is added."""
    assert josa(text, f"{pair[0]}/{pair[1]}") in {text + form for form in pair}


@given(anything)
def test_layouts_and_initials_never_raise(text: str) -> None:
    """Initials are stable, and text without keys or Hangul is left alone."""
    assert initials(initials(text)) == initials(text)
    if not any(c.isascii() and c.isalpha() for c in text):
        assert from_latin_keys(text) == text
    assert not any("가" <= c <= "힣" or "ㄱ" <= c <= "ㅣ" for c in to_latin_keys(text))


@example("0" * 30, "")
@given(anything, anything)
def test_comparing_any_texts_never_raises(a: str, b: str) -> None:
    """Text equals itself unless it says nothing; digits that differ never agree."""
    if any(c.isalnum() for c in a):
        assert same(a, a)
    same(a, b)


@given(st.integers(0, 10**20), st.integers(0, 10**20))
def test_different_numbers_are_never_the_same(a: int, b: int) -> None:
    """A digit never slips, not even inside a long Korean answer."""
    assert same(f"목표는 {a}개예요", f"목표는 {b}개예요") is (a == b)


def test_the_longest_number_has_an_ending() -> None:
    """Beyond the last named power of ten the table still answers."""
    assert sounds.ending_of("1" + "0" * 79) is not None
