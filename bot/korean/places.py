"""Where a learner lives, by the names Koreans give to places: to IANA time zones."""

import re
import unicodedata
from functools import cache
from zoneinfo import available_timezones

PLACES: dict[str, str] = {
    place: zone
    for zone, places in {
        "Asia/Seoul": "한국 대한민국 서울 부산 제주 제주도 대구 인천 광주 대전 울산 세종 수원 kst korea",
        "Asia/Tokyo": "일본 도쿄 동경 오사카 후쿠오카 교토 나고야 삿포로 오키나와 jst japan",
        "Asia/Shanghai": "중국 상하이 상해 베이징 북경 칭다오 광저우 선전 심천 다롄 톈진",
        "Asia/Hong_Kong": "홍콩",
        "Asia/Taipei": "대만 타이완 타이베이 가오슝",
        "Asia/Singapore": "싱가포르 싱가폴",
        "Asia/Kuala_Lumpur": "말레이시아 쿠알라룸푸르 코타키나발루",
        "Asia/Manila": "필리핀 마닐라 세부 보라카이",
        "Asia/Ho_Chi_Minh": "베트남 호찌민 호치민 하노이 다낭 나트랑 냐짱",
        "Asia/Bangkok": "태국 방콕 치앙마이 푸껫 푸켓",
        "Asia/Jakarta": "인도네시아 자카르타",
        "Asia/Makassar": "발리",
        "Asia/Kolkata": "인도 뉴델리 델리 뭄바이 벵갈루루",
        "Asia/Dubai": "두바이 아부다비 아랍에미리트",
        "Asia/Riyadh": "사우디 사우디아라비아 리야드",
        "Asia/Tashkent": "우즈베키스탄 타슈켄트",
        "Europe/London": "영국 런던 맨체스터 에든버러",
        "Europe/Paris": "프랑스 파리 리옹",
        "Europe/Berlin": "독일 베를린 뮌헨 프랑크푸르트 함부르크 뒤셀도르프",
        "Europe/Madrid": "스페인 마드리드 바르셀로나",
        "Europe/Rome": "이탈리아 로마 밀라노",
        "Europe/Amsterdam": "네덜란드 암스테르담",
        "Europe/Zurich": "스위스 취리히",
        "Europe/Warsaw": "폴란드 바르샤바",
        "Europe/Stockholm": "스웨덴 스톡홀름",
        "Europe/Istanbul": "튀르키예 터키 이스탄불",
        "Europe/Moscow": "모스크바",
        "America/New_York": "뉴욕 워싱턴 보스턴 애틀랜타 마이애미 필라델피아 뉴저지 미국동부 동부시간 nyc",
        "America/Chicago": "시카고 댈러스 달라스 휴스턴 텍사스 오스틴 미국중부",
        "America/Denver": "덴버 미국산악",
        "America/Los_Angeles": "로스앤젤레스 엘에이 la 샌프란시스코 실리콘밸리 캘리포니아 샌디에이고 시애틀 미국서부"
        " 라스베이거스 라스베가스 서부시간",
        "America/Toronto": "토론토 몬트리올",
        "America/Vancouver": "밴쿠버",
        "America/Mexico_City": "멕시코시티",
        "America/Sao_Paulo": "상파울루",
        "America/Anchorage": "알래스카 앵커리지",
        "America/Edmonton": "캘거리 에드먼턴",
        "America/Argentina/Buenos_Aires": "아르헨티나 부에노스아이레스",
        "America/Santiago": "칠레 산티아고",
        "America/Lima": "페루 리마",
        "America/Bogota": "콜롬비아 보고타",
        "Asia/Ulaanbaatar": "몽골 울란바토르",
        "Asia/Phnom_Penh": "캄보디아 프놈펜 씨엠립",
        "Asia/Vientiane": "라오스 비엔티안",
        "Asia/Yangon": "미얀마 양곤",
        "Asia/Kathmandu": "네팔 카트만두",
        "Asia/Colombo": "스리랑카 콜롬보",
        "Asia/Dhaka": "방글라데시 다카",
        "Asia/Karachi": "파키스탄 카라치",
        "Asia/Almaty": "카자흐스탄 알마티 아스타나",
        "Asia/Qatar": "카타르 도하",
        "Asia/Kuwait": "쿠웨이트",
        "Asia/Jerusalem": "이스라엘 예루살렘 텔아비브",
        "Asia/Vladivostok": "블라디보스토크",
        "Europe/Vienna": "오스트리아 빈 비엔나",
        "Europe/Prague": "체코 프라하",
        "Europe/Budapest": "헝가리 부다페스트",
        "Europe/Lisbon": "포르투갈 리스본",
        "Europe/Athens": "그리스 아테네",
        "Europe/Brussels": "벨기에 브뤼셀",
        "Europe/Copenhagen": "덴마크 코펜하겐",
        "Europe/Oslo": "노르웨이 오슬로",
        "Europe/Helsinki": "핀란드 헬싱키",
        "Europe/Dublin": "아일랜드 더블린",
        "Africa/Cairo": "이집트 카이로",
        "Africa/Nairobi": "케냐 나이로비",
        "Australia/Adelaide": "애들레이드",
        "Pacific/Saipan": "사이판",
        "Etc/UTC": "utc gmt 협정세계시",
        "Pacific/Honolulu": "하와이 호놀룰루",
        "Pacific/Auckland": "뉴질랜드 오클랜드",
        "Pacific/Guam": "괌",
        "Australia/Sydney": "시드니 멜버른 캔버라",
        "Australia/Brisbane": "브리즈번 골드코스트",
        "Australia/Perth": "퍼스",
        "Africa/Johannesburg": "남아공 요하네스버그",
    }.items()
    for place in places.split()
}
"""Countries with one zone, and cities; a country with several, such as 미국, is asked about."""

MANY = {
    "미국": ("뉴욕", "시카고", "덴버", "로스앤젤레스"),
    "캐나다": ("토론토", "캘거리", "밴쿠버"),
    "호주": ("시드니", "브리즈번", "퍼스"),
    "러시아": ("모스크바", "블라디보스토크"),
    "멕시코": ("멕시코시티",),
    "브라질": ("상파울루",),
}


OFFERED = ("서울", "도쿄", "하노이", "베를린", "런던", "뉴욕", "로스앤젤레스", "시드니")


# What may be said after a place: 도쿄 시간으로, 뉴욕이에요, 파리에 살아요.
_AFTER = re.compile(
    r"(?:시|쪽)?(?:현지)?(?:시간대?)?"
    r"(?:(?:으로|로)(?:좀)?(?:바꿔|변경해?|설정해?|맞춰|옮겨|해)(?:줘요?|주세요|주실래요|주라|요)?|(?:으로|로)(?:바꾸|하|변경하)(?:고싶어요?|기)"
    r"|(?:으로|로)(?:바꿀|할|변경할)(?:래요?|게요?)|으로|로|요|이요|예요|에요|이에요|입니다|야|이야|"
    r"에(?:서)?(?:있어요?|있습니다|살아요?|살고있어요?|삽니다|지내요|거주해요|거주중이에요))?\Z"
)
_TOLD = re.compile(
    r"(?P<place>[가-힣A-Za-z]{2,8}?)(?:에서?|으로|로|이라서?|라서?|인데요?|이에요|예요|입니다|\s시간)(?=[\s,.!?~]|$)"
)
_LONGEST = 40  # characters; more is no name of a place
_REGIONS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


def zone_of(words: str) -> str | None:
    """The IANA zone of a place or of a zone's own name, in any case; None when it is not known."""
    places = _places(words)
    found = next((PLACES[place] for place in places if place in PLACES), None)
    return found or next((zone for place in places if place.isascii() and (zone := _named(place))), None)


def place_told(words: str) -> str:
    """The place that somebody tells to be at: 저는 지금 시드니에 살아요, 뉴욕인데요; "" for none."""
    found = _TOLD.finditer(words[: _LONGEST * 3])
    return next((one["place"] for one in found if one["place"].casefold() in PLACES or one["place"] in MANY), "")


def cities(words: str) -> tuple[str, ...]:
    """The cities to choose from in a country with several zones."""
    return next((MANY[place] for place in _places(words) if place in MANY), ())


def _places(words: str) -> list[str]:
    """The words without spaces and case, and what they may be without what follows a place; longest first."""
    said = unicodedata.normalize("NFKC", words[: _LONGEST * 3]).casefold()
    said = "".join(said.split()).strip(".!?~,'\"")
    if len(said) > _LONGEST:
        return []
    return [said, *(said[:end] for end in range(len(said) - 1, 0, -1) if _AFTER.fullmatch(said, end))]


def _named(place: str) -> str | None:
    """A zone by its whole name or its city's: Asia/Tokyo, tokyo, new york."""
    wanted = place.replace("_", "")
    return next((zone for zone, plain in _zones().items() if wanted in (plain, plain.rpartition("/")[2])), None)


@cache  # the system's table is a folder of files
def _zones() -> dict[str, str]:
    """The zones of places in order, each with its name in one case and without what joins its words."""
    zones = sorted(zone for zone in available_timezones() if zone.startswith(_REGIONS))
    return {zone: zone.replace("_", "").casefold() for zone in zones}
