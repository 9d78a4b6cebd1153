"""Names of people in a sentence: 김민수 씨, 박지영님, 이수진한테, and how they are masked: 김○○. Pure.

A surname and two syllables are a name where they are spoken of as one (씨, 님, 한테, a title), at the head of an entry
in a list of people, or where the given name is a usual one. 이사장님, 강의 and 조정은 are none.
"""

import re
from collections.abc import Iterator

from bot.korean.names_in_latin import latin_masked

_COMMON = "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민진지엄"
# surnames at the head of an entry, for a given name that is not a usual one
_LED = "김이박최정강조윤장임한오서신권황안송류홍노문손양배백허남심"
_INFLECTED = "은운한인을이의도만로나하기중라지서"  # with which a verb or a noun and its particle may end as well
_RARE = "채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용나라봉복"
_DOUBLE = "남궁|황보|제갈|선우|독고|사공"
_SURNAME = rf"(?P<surname>{_DOUBLE}|[{_COMMON}{_RARE}])"
# the syllables that given names are made of; those of ordinary words are left out where a name can do without
_FIRST = frozenset(
    "가강건경광규근금기길나남다단달대도동두라란래려리린만명모무문미민배범별병보복봉빛빈삼상새서석선설성세소솔송수순슬승시신아안애양연영예옥온완용우운원유윤율은을의이익인일임자장재정제종주준중지진찬창채천철초춘충탁태택하학한해향헌혁현형혜호홍화환효훈희"
)
_SECOND = frozenset(
    "건겸경곤광교구국권규균근기나남녀늘대덕도동라란람랑래련례로록룡린림만명모목무문미민배백범별병보복봉비빈빛상서석선설성섭세소솔송수숙순슬승식신심아안애양언연열영예오옥온완용우욱운웅원유윤율은을음의익인일임자재정제조종주준중지진찬창채천철춘태택표필하학한해행향헌혁현형혜호홍화환회후훈휘희"
)
_USUAL = """
두나 혜교 희은 재인 소라 정음 서하 서아 지율 지온 다온 시온 하율 하람 은별 은솔 한솔 한별 새롬 예솔 다솜 은빈 규빈 유빈
현빈 우빈 효빈 채린 아인 세라 유라 미화 점순 금순 병헌 태원 만수 천수 종국 동원 세찬 석진 보검 중기 종원 도연 준현
민상 성광 경규 호동 제동 미숙 성주 현무 준하 형돈 홍철 유민 세윤 동민 상순 효리 나라 민수 민준 민재 민지 민정 민주
민아 민영 민경 민호 민규 민기 민석 민성 민혁 민우 민철 민식 민희 민선 지영 지훈 지현 지민 지우 지은 지혜 지연 지원
지수 지숙 지선 지호 지환 지애 지윤 지아 지안 영희 영수 영호 영철 영미 영숙 영자 영진 영민 영훈 영식 영선 영애 영주
영순 영란 영환 영재 철수 철민 철호 순자 순희 순옥 순영 미영 미숙 미경 미정 미선 미라 미란 미희 미진 미자 미나 미연
서연 서준 서윤 서현 서영 서진 서우 서희 수진 수현 수지 수민 수빈 수연 수영 수경 수정 수아 수희 수미 수호 성민 성호
성훈 성수 성진 성현 성우 성희 성미 성철 상훈 상현 상우 상민 상호 상철 상희 상욱 준호 준영 준혁 준서 준우 준수 준희
준형 재현 재훈 재민 재석 재호 재영 재희 재욱 재원 재은 정훈 정호 정민 정희 정숙 정현 정우 정아 정미 정란 정순 정연
정윤 정혜 정환 정식 현우 현수 현정 현주 현진 현지 현숙 현아 현미 현민 현석 현경 현희 동현 동욱 동훈 동수 동희 동건
동하 은지 은영 은주 은정 은희 은경 은혜 은미 은숙 은아 은서 은채 은진 은선 은우 은수 혜진 혜원 혜영 혜경 혜정 혜민
혜숙 혜림 혜인 혜선 하은 하윤 하준 하늘 하영 하나 하린 하연 유진 유나 유미 유정 유경 유림 윤서 윤아 윤정 윤희 윤지
윤호 윤미 예린 예지 예진 예은 예원 예나 예슬 예림 다은 다영 다혜 다현 다빈 다인 소연 소영 소희 소정 소현 소민 소윤
채원 채연 채은 채영 채윤 나영 나연 나래 나은 나현 태현 태희 태영 태호 태훈 태민 태준 태우 태윤 세진 세영 세희 세훈
세은 세아 승현 승호 승훈 승민 승우 승희 승연 승준 진우 진영 진호 진희 진아 진수 진경 진숙 진욱 진서 진주 경희 경숙
경미 경아 경수 경호 경민 경진 경란 경자 경훈 경환 용수 용호 용준 용희 종현 종호 종민 종수 종석 종훈 기현 기훈 기석
기영 기철 광수 광호 광현 명수 명희 명숙 명호 명자 병철 병호 병훈 병수 창민 창수 창현 창호 창훈 춘자 춘희 옥자 옥순
말순 복순 금자 건우 건호 건희 규리 규민 규현 도윤 도현 도영 도훈 시우 시윤 시현 시은 시아 아영 아라 아름 아린 연우
연주 연희 연지 연서 원희 원석 원준 우진 우석 우성 선영 선희 선미 선아 선우 선주 선호 선경 선화 선숙 주영 주희 주연
주현 주원 주은 주아 해진 해인 해영 향숙 향미 홍석 홍기 효진 효정 효주 효민 효린 훈희 희정 희진 희수 희선 희영 보영
보람 보미 보경 봉준 슬기 가영 가은 가희 가연 인호 인숙 인영 인수 인경 일호 일영 로운 이안 이준 형준 형석 형진 형우
순덕 복자 점례 옥분 분옥 끝순 말례 순례 정례 길자 춘심 을순 순남 순금 숙자 복례 귀남 귀례 갑순
봉순 분순 옥례 옥희 춘례 순임 옥임 정임 덕순 재순 종순 태순 영분 만복 만석 용복 상만 판석 동식
춘식 봉식 만식 병구 용구 덕만 영길 명길 상길 종길 칠성 갑수 을수 정남 두만 춘배 복남 복희 순복
순분 말자 말숙 필순 필례
유리 지성 순신 보라 나리 가람 지후 시후 서후 이슬 이나 이서 이든 수안 나윤 도하 로아 루아 라희 솔비 용녀 꺽정 하온
찬호 찬우 찬영 필립 대현 대호 대성 덕수 두현 문희 문정 문수 범수 범준 루다 로이 형욱 재범 태식
""".split()
_PLAIN_WORDS = (
    "말자 정수 정도 하나 하늘 하나 보람 아름 진주 정은 상은 고은 정민 경호 수호 인수 정식 상호 명호 성수 정기 "
    "유리 지성 보라 나리 이슬 이나 이서 이든 수안 도하 가람"
)
_AMBIGUOUS = frozenset(_PLAIN_WORDS.split())  # given names that are also words, or a word and its particle
_WORDS_ALONE = frozenset("하나 유리 보라 나리 이나 지성 이슬".split())  # without a surname: 하나 엄마 is one mother
_NO_GIVEN = frozenset(
    """
    라서 동중 문제 단하 민중 무하 문성 하철 도율 기로 상하 용하 우지 사장 원장 팀장 과장 부장 차장 실장 소장 회장 국장
    점장 반장 관장 교장 대표 대리 이사 전무 상무 총무 주임 선생 교수 박사 작가 강사 기사 감독 코치 변호 간호 여사 사모
    도사 목사 신부 수녀 집사 동네 동생 모임 상인 주인 시장 시간 시안 시작 시험 상품 상담 상점 상자 가게 가구 가방 가지
    기계 기업 기능 기술 기초 기한 기준 기존 기본 기간 나무 나라 다음 단체 대상 대한 대로 도구 도시 도움 도서 동안 두고
    만큼 명함 모두 모양 무료 문자 문의 미용 민원 배우 병원 보기 보고 보내 보험 복지 상황 새로 서류 선물 설명 성인 성과
    세트 소개 소식 수업 수리 수기 수제 수도 신규 신청 아이 아기 아지 안내 양식 연락 연구 연습 영업 영상 영어 예약 예산
    예정 온라 완성 용품 우편 운동 운영 원고 원룸 유아 의류 의원 의사 이용 이유 이웃 인사 인원 인쇄 인테 일정 일주 자료
    자리 장사 장소 재료 재고 정리 정보 정산 정기 제품 제안 제작 조건 주문 주민 주말 주소 주방 주차 준비 중고 지도 지원
    지인 진행 참고 창고 창업 채소 천천 초대 초보 추천 치과 태권 하루 학생 학원 한복 할인 해외 향수 홍보 화면 화장 확인
    환불 회사 회원 회의 효과 후기 휴무 희망
    """.split()
)
_NO_NAMES = frozenset(
    """
    강아지 송아지 이유식 지하수 하수구 임대주 공무원 승무원 구성원 한의원 연구원 지원자 고객님 주인공 정수기 이정표
    정해진 도우미
    유인원 유의미 신도시 서명란 전문의 도예가 공예가 이용자 주문자 신청자 구매자 소비자 작업자 경영자 운영자 연구자
    동업자 제조사 인도인 한국인 중국인 영국인 미국인 외국인 노동자 여행자 유학생 신입생 재학생 전업주 고정은 한정은
    조정은 이상은 지정은 안정은 과정은 예정은 전시회 동호회 문화재 원단주 소유주 문예지 현장인 임시직 명상원 조리원
    문화원 유기농 연예인 정치인 조언자 기술자 배우자 보호자 장애인 임산부 고령자 노약자 시공자 나이대 이번주 한겨레
    도자기 선인장 성인반 신혼기 오일장 원화가 한자리 오미자 유자청 모과청 사과청 전자책 소주방 정장집 고미술 이미지
    오리지 국제선 기차선 남대문 동대문 서대문 남자분 여자분 여성분 남성분 어린이 소상인 조경원 서양화 동양화 한국화
    유화반 민화반 전통주 소설가 성악가 무용가 한지반 은수저 금수저 유리병 나미비 라오스 연하장 원어민 지역민 이주민
    원주민 도시인 현대인 지식인 정리대 연필꽂 주제별 고무신 운동화 소화제 지시서 진단서 신고서 안내문 여행기 방문기
    """.split()
)
_JOB = re.compile("[사관부장생꾼러터버머디스트점실집]$|(?<![순영명정미춘옥경숙금말복혜광])자$|업주$|[비예신]부$")
TITLES = (  # after which any name may stand, and after the others only a usual one: 어려운 손님
    "대표|원장|사장|점장|실장|팀장|부장|과장|차장|대리|주임|이사|상무|전무|회장|총무|반장|소장|관장|교수|박사|교사|선생|쌤|작가|강사|기자|"
    "감독|코치|훈련사|조련사|상담사|치료사|미용사|관리사|복지사|통역사|번역가|편집자|피디|"
    "트레이너|디자이너|매니저|변호사|세무사|간호사|여사|집사|권사|목사"
)
KIN = (
    "고객|손님|회원|학생|학부모|보호자|어르신|선배|후배|형|언니|오빠|누나|이모|삼촌|아저씨|아주머니|어머니|아버지|"
    "어머님|아버님|할머니|할아버지|사모님"
)
_PARTICLE = (
    "처럼|보다|까지|부터|이?네|은|는|이|가|을|를|도|만|의|께서|이랑|랑|하고|과|와|"
    "이?[에예]요|입니다|이고|이?라고|이?라는"
)
_ENDS = rf"(?=(?:{_PARTICLE})?(?![가-힣]))"
_BEFORE = "(?<![가-힣A-Za-z○])"
TAIL = rf"(?:{_PARTICLE}|께|한테|에게|네)?(?![가-힣])"
_CALLED = re.compile(
    rf"{_BEFORE}(?P<name>{_SURNAME}(?P<given>[가-힣]{{2}}))(?=\s?(?:님|씨|군|양){TAIL}|님?(?:한테|에게|께))"
)
_TITLED = re.compile(
    rf"{_BEFORE}(?P<name>{_SURNAME}(?P<given>[가-힣]{{2}}))"
    rf"(?=\s(?:{TITLES}|샘)(?:님|분|쌤|샘)?{TAIL}|(?P<kin>\s(?:{KIN})(?:님|분)?{TAIL}))"
)
_GLUED = re.compile(  # 이은주샘, 김영철부장님: a title without a space, after a usual name
    rf"{_BEFORE}(?P<name>(?P<surname>{_DOUBLE}|[{_COMMON}])(?P<given>{'|'.join(_USUAL)}))(?=(?:샘|{TITLES}|{KIN})(?:님|분|쌤|샘)?{TAIL})"
)
_NUMBERED = re.compile(  # 백지헌 010-○○○○-○○○○: whoever a number stands behind
    rf"{_BEFORE}(?P<name>{_SURNAME}(?P<given>[가-힣]{{2}}))(?=\s?[:：(,/-]?\s?[\d○]{{3}}-[\d○])"
)
_LONG = re.compile(rf"{_BEFORE}(?P<name>{_SURNAME}(?P<given>[가-힣]{{3}}))(?=\s?씨(?![가-힣]))")
_SHORT = re.compile(
    rf"{_BEFORE}(?P<name>(?P<surname>[{_COMMON}])(?P<given>(?![글말솜날불맵모름])[가-힣]))(?=\s?씨(?:{_PARTICLE}|께|한테|에게)?(?![가-힣]))"
)
_KNOWN = re.compile(rf"{_BEFORE}(?P<name>(?P<surname>{_DOUBLE}|[{_COMMON}])(?P<given>{'|'.join(_USUAL)})){_ENDS}")
_LEADING = re.compile(
    rf"(?:^|(?<=[\n,;/·|]))(?P<bullet>[ \t]*(?:[-*•▪■□◦○●]\s*)?(?:\d{{1,2}}\s?[.):번]?\s*|[①-⑳]\s*)?)"
    rf"(?P<name>{_SURNAME}(?P<given>[가-힣]{{2}}))(?=\s*(?:[-–—:：,;/·|(\t\n=→]|$)|\s)"
)
_DOUBLY = re.compile(
    rf"{_BEFORE}(?P<name>(?P<surname>{_DOUBLE})(?P<given>[가-힣]))(?=\s?(?:님|씨|군|양){TAIL}|\s(?:{TITLES})(?:님|분)?{TAIL})"
)
_PARTED = re.compile(  # 김 민수; 이 지수 is this index, and 한 동원 may be one
    rf"{_BEFORE}(?P<name>(?P<surname>[김박최윤황송류권홍배양손])\s(?P<given>{'|'.join(_USUAL)})){_ENDS}"
)
_SPACED = re.compile(  # 김 지 훈 대표
    rf"{_BEFORE}(?P<name>(?P<surname>[김박최윤황송류권홍배양손])\s(?P<given>[가-힣]\s[가-힣]))"
    rf"(?=\s(?:님|씨|{TITLES})(?:님|분)?{TAIL})"
)
_LED_ALONE = re.compile(  # 지영이 - 산책 같이 하는 이웃
    rf"(?:^|(?<=[\n,;/·|]))[ \t]*(?:[-*•▪■□◦○●]\s*)?(?:\d{{1,2}}\s?[.):번]?\s*|[①-⑳]\s*)?"
    rf"(?P<given>{'|'.join(_USUAL)})(?=이\s*[-–—:：,(=→])"
)
_GIVEN_ALONE = re.compile(  # 지민이 엄마, 현우 아빠, 서연이네, 민지 씨
    rf"{_BEFORE}(?P<given>{'|'.join(_USUAL)})"
    r"(?=이?\s?(?:엄마|아빠|어머니|아버지|어머님|아버님|할머니|할아버지|언니|누나|오빠|이모|고모|삼촌)(?:[는은이가을를도만의께랑네]|님|한테|에게|하고)*(?![가-힣])"
    rf"|이네(?![가-힣])|\s?씨{TAIL})"
)
_HIDDEN = "○"


def names_masked(text: str, *, leading: bool = False) -> str:
    """The text with names masked, given names by one ○ a syllable; `leading` also at the head of entries in a list."""
    text = _SPACED.sub(_mask_spaced, _GIVEN_ALONE.sub(_mask_given, text))
    text = _LED_ALONE.sub(_mask_led, text) if leading else text
    for pattern in _patterns(leading=leading):
        text = pattern.sub(_mask, text)
    return latin_masked(text, TITLES, KIN, TAIL, leading=leading)


def _mask_given(match: re.Match[str]) -> str:
    given = match["given"]
    return given if given in _WORDS_ALONE else _HIDDEN * len(given)


def _mask_led(match: re.Match[str]) -> str:
    given = match["given"]
    return match[0] if given in _WORDS_ALONE else match[0].replace(given, _HIDDEN * len(given), 1)


def _mask_spaced(match: re.Match[str]) -> str:
    first, second = match["given"].split()
    return f"{match['surname']}{_HIDDEN * 2}" if first in _FIRST and second in _SECOND else match[0]


def _patterns(*, leading: bool) -> Iterator[re.Pattern[str]]:
    yield from (_CALLED, _TITLED, _GLUED, _NUMBERED, _LONG, _SHORT, _DOUBLY, _KNOWN, _PARTED)
    if leading:
        yield _LEADING


def _goes_on(match: re.Match[str]) -> bool:
    """Whether nothing but a space parts the name from more words: 전화로 3번."""
    return re.match(r"[ \t]+[^\s\-–—:：,;/·|(=→]", match.string[match.end() :]) is not None


def _mask(match: re.Match[str]) -> str:
    """김○○, and what only looks like a name as it is."""
    name, surname, given = match["name"], match["surname"], match["given"]
    known = given in _USUAL
    plain = given in _NO_GIVEN and not (known and match.re in {_CALLED, _TITLED, _GLUED, _NUMBERED})
    if name in _NO_NAMES or plain or (match.re in {_KNOWN, _PARTED} and given in _AMBIGUOUS):
        return match[0]
    if not known and len(given) == 2 and (_JOB.search(name) or given[0] not in _FIRST or given[1] not in _SECOND):
        return match[0]
    if match.re is _LEADING and not known and (surname not in _LED or given[1] in _INFLECTED or _goes_on(match)):
        return match[0]
    if match.re is _TITLED and not known and (match["kin"] or given[1] in _INFLECTED):
        return match[0]
    if match.re is _NUMBERED and not known and given[1] in _INFLECTED:
        return match[0]
    return match[0].replace(name, surname + _HIDDEN * len(given), 1)
