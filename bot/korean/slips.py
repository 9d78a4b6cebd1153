"""Slips of the finger: one wrong jamo in a long word, and never another word. Pure."""

import unicodedata

from bot.korean.keyboard import to_latin_keys

FEWEST_TO_ASK = 2  # of one that is asked about
FEWEST_TO_SWAP = 5  # syllables of which two neighbours may stand in the wrong order: 규부정터 읽고 답하기
FEWEST_SYLLABLES = 3  # an expected answer with fewer admits no slip: 고객 and 고갱 may both be words

# A slip never turns one of a row into another: those are two words, not one typed badly.
NUMERALS = ("일이삼사오육칠팔구십백천만월", "두세네셋넷", "한반")
PREFIXES = ("가감", "비미", "부무", "초최")  # 가속도 감속도, 초고령 최고령; those two jamo apart are no slip anyway
# Syllables that end nouns: one for another at the end is another noun, 개발자 개발사, 교육부 교육비, 전문성 전문서.
SUFFIXES = (
    "자가사인원장관부과국처소업점실서성력론법학물품지기도율률료금표증"
    "형식적화감권회계단심체측판편망선상제책안비재전직구수치"
)
PARTICLES = "은는이가을를에도만고며면게로"  # after a noun they are no slip of a suffix: 기준이 기준치
# Common words one jamo apart, and what they are mistaken for.
_ROWS = """
    세계 체계 | 산업 상업 사업 작업 | 정상 정당 정답 정장 | 도시 도식 | 자유 자율 | 공유 고유 보유 소유 |
    수입 수익 수업 | 시장 시작 시각 시간 | 가설 가격 | 개인 개입 | 경제 경계 | 공급 고급 | 관리 권리 | 구조 구도 |
    기준 기분 | 내일 매일 | 동의 동기 | 믿는 묻는 | 발전 발견 | 변경 변형 | 사람 사랑 | 사용 사육 | 상품 작품 제품 |
    성장 성격 성적 | 소개 소재 | 수정 수집 | 실현 실험 | 안전 완전 | 연구 연수 | 영향 역량 | 예상 예산 | 위기 위치 |
    의견 의결 | 의무 업무 | 이상 일상 이성 | 인정 안정 일정 | 자료 재료 | 자신 자산 | 장점 정점 | 전략 전력 |
    절약 제약 | 정보 정부 | 정책 정착 | 조사 조직 | 조정 조종 | 지식 지시 | 지원 자원 직원 | 직업 작업 | 측정 특정 |
    품질 품절 | 학습 학술 | 협업 현업 | 확대 확보 | 사실 상실 | 방법 방범 | 방향 반향 | 결정 결점 | 과정 가정 |
    대상 대사 | 고객 고액 | 고정 고장 | 수단 수당 | 소비 소지 | 투자 투사 | 평가 평판 | 교육 교역 | 창의 창업 |
    인지 인식 | 검증 검정 | 정의 정리 | 제안 제한 | 계획 기획 기회 | 가치 가지 | 보상 보장 | 공감 공간 |
    가능 기능 재능 | 주제 주체 | 자격 가격 자극 | 투명 투영 | 한계 단계 | 현상 협상 형상 | 활동 활용 | 적용 적응 |
    수용 수요 소요 | 운용 운영 | 인력 인격 | 감정 감성 검정 | 인성 인생 | 재무 채무 | 면접 면적 | 매출 배출 |
    안정 안전 | 정기 장기 | 일용 임용 | 관찰 관철 | 유연 우연 | 개연 가연 | 정치 정체 | 개별 개발 | 미엄 미어 |
    배운 비운 채운 | 배우 비우 채우 | 배워 비워 채워 | 시킨 지킨 | 시키 지키 | 시켜 지켜 | 고친 그친 | 고치 그치 |
    남긴 넘긴 | 남기 넘기 | 남겨 넘겨 | 모은 모른 | 모으 모르 |
    계산 예산 | 계약 예약 요약 | 서명 설명 | 시험 실험 | 기간 시간 시안 | 자료 자리 | 상대 상태 |
    점수 접수 | 조건 조언 | 표시 표지 | 사업 수업 수첩 | 문자 문제 | 장부 장비 | 과정 규정 과장 | 공고 광고 |
    사정 수정 | 사례 차례 | 인세 인쇄 |
    순서 순수 | 상담 상단 상당 | 대화 대회 | 개발 개방 | 문화 분화 | 변화 변호 | 진화 전화 정화 정확 | 성실 상실 |
    확장 확정 화장 | 조직 조작 | 이유 여유 | 의사 이사 의자 | 고용 고통 교통
"""
LOOKALIKES = tuple(frozenset(row.split()) for row in _ROWS.split("|"))

# The keys of ㄱㅋ ㄷㅌ ㅂㅍ ㅈㅊ ㅇㅎ ㄴㅁㅇ, and of ㅅㅈㅊㄷㅌ, which sound the same at an end.
_ALIKE = ("rz", "ex", "qv", "wc", "dg", "sad", "twcex")
_PLACES = {  # of the keys, each row a little to the right of the one above
    key: (x + shift, float(y))
    for y, (row, shift) in enumerate((("qwertyuiop", 0), ("asdfghjkl", 0.25), ("zxcvbnm", 0.75)))
    for x, key in enumerate(row)
}


def slipped(answer: str, wanted: str) -> bool:
    """Whether `answer` is `wanted` with one jamo wrong, missing, too many, or swapped with its neighbour.

    Both are plain: NFC, without spaces. A wanted word of fewer than three syllables has no slip.
    """
    return sum("가" <= c <= "힣" for c in wanted) >= FEWEST_SYLLABLES and nearly(answer, wanted)


def nearly(answer: str, wanted: str) -> bool:
    """The same of a word of any length from two syllables: too little to be taken for it, enough to be asked again."""
    if len(wanted) < FEWEST_TO_ASK or abs(len(answer) - len(wanted)) > 1:
        return False
    if len(wanted) >= FEWEST_TO_SWAP and _swapped(answer, wanted) and _letters(answer) == _letters(wanted):
        return True
    slip = _one_edit(unicodedata.normalize("NFD", answer), unicodedata.normalize("NFD", wanted)) or (
        _swapped(to_latin_keys(answer), to_latin_keys(wanted)) and _letters(answer) == _letters(wanted)
    )
    return slip and not _other_word(answer, wanted)


def _one_edit(a: str, b: str) -> bool:
    """Whether two NFD texts differ in one jamo; nothing but jamo may differ."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    if not all("\u1100" <= c <= "\u11ff" for c in left + right):
        return False
    if len(left) == len(right) == 1:
        return _mistakable(left, right)
    return max(len(left), len(right)) == 1 or (len(left) == 2 and left == right[::-1])


def _mistakable(a: str, b: str) -> bool:
    """Whether one jamo is easily typed for the other: vowels are, consonants that sound alike or are neighbours."""
    keys, others = to_latin_keys(a).lower(), to_latin_keys(b).lower()
    if "\u1161" <= a <= "\u1175" or not set(keys).isdisjoint(others):
        return True
    one, other = keys[-1], others[-1]
    if any(one in row and other in row for row in _ALIKE):
        return True
    (x, y), (at_x, at_y) = _PLACES[one], _PLACES[other]
    return abs(x - at_x) <= 1 and abs(y - at_y) <= 1


def _swapped(a: str, b: str) -> bool:
    """Whether two neighbouring keys, or syllables, were struck in the wrong order."""
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y] if len(a) == len(b) else []
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]


def _letters(text: str) -> str:
    """Everything but Hangul, in order: digits and Latin letters never slip."""
    return "".join(c for c in text if not ("ㄱ" <= c <= "ㅣ" or "\u1100" <= c <= "\u11ff" or "가" <= c <= "힣"))


def _other_word(answer: str, wanted: str) -> bool:
    """Whether the difference, small as it is, makes another known word."""
    if len(answer) != len(wanted):
        return False
    for i, (a, b) in enumerate(zip(answer, wanted, strict=True)):
        if a == b:
            continue
        rows = NUMERALS + (PREFIXES if i == 0 else ()) + ((SUFFIXES,) if i == len(wanted) - 1 else ())
        if any(a in row and b in row for row in rows):
            return True
        if i == len(wanted) - 1 and a in PARTICLES and b in SUFFIXES:
            return True
        for at in (i - 1, i):
            if any(answer[at : at + 2] in row and wanted[at : at + 2] in row for row in LOOKALIKES if at >= 0):
                return True
    return False
