"""Where a learner lives, by the names Koreans give to places: to IANA time zones."""

from zoneinfo import available_timezones

PLACES: dict[str, str] = {
    place: zone
    for zone, places in {
        "Asia/Seoul": "한국 대한민국 서울 부산 제주",
        "Asia/Tokyo": "일본 도쿄 동경 오사카 후쿠오카",
        "Asia/Shanghai": "중국 상하이 상해 베이징 북경 칭다오",
        "Asia/Hong_Kong": "홍콩",
        "Asia/Taipei": "대만 타이베이",
        "Asia/Singapore": "싱가포르 싱가폴",
        "Asia/Kuala_Lumpur": "말레이시아 쿠알라룸푸르",
        "Asia/Manila": "필리핀 마닐라 세부",
        "Asia/Ho_Chi_Minh": "베트남 호찌민 호치민 하노이 다낭",
        "Asia/Bangkok": "태국 방콕 치앙마이",
        "Asia/Jakarta": "인도네시아 자카르타",
        "Asia/Makassar": "발리",
        "Asia/Kolkata": "인도 뉴델리 뭄바이",
        "Asia/Dubai": "두바이 아랍에미리트",
        "Asia/Riyadh": "사우디 리야드",
        "Asia/Tashkent": "우즈베키스탄 타슈켄트",
        "Europe/London": "영국 런던",
        "Europe/Paris": "프랑스 파리",
        "Europe/Berlin": "독일 베를린 뮌헨 프랑크푸르트",
        "Europe/Madrid": "스페인 마드리드 바르셀로나",
        "Europe/Rome": "이탈리아 로마 밀라노",
        "Europe/Amsterdam": "네덜란드 암스테르담",
        "Europe/Zurich": "스위스 취리히",
        "Europe/Warsaw": "폴란드 바르샤바",
        "Europe/Stockholm": "스웨덴 스톡홀름",
        "Europe/Istanbul": "튀르키예 터키 이스탄불",
        "Europe/Moscow": "모스크바",
        "America/New_York": "뉴욕 워싱턴 보스턴 애틀랜타 마이애미 미국동부",
        "America/Chicago": "시카고 댈러스 휴스턴 미국중부",
        "America/Denver": "덴버 미국산악",
        "America/Los_Angeles": "로스앤젤레스 엘에이 샌프란시스코 시애틀 미국서부",
        "America/Toronto": "토론토 몬트리올",
        "America/Vancouver": "밴쿠버",
        "America/Mexico_City": "멕시코 멕시코시티",
        "America/Sao_Paulo": "상파울루",
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
    "캐나다": ("토론토", "밴쿠버"),
    "호주": ("시드니", "브리즈번", "퍼스"),
    "러시아": ("모스크바",),
    "브라질": ("상파울루",),
}


OFFERED = ("서울", "도쿄", "하노이", "베를린", "런던", "뉴욕", "로스앤젤레스", "시드니")


def zone_of(words: str) -> str | None:
    """The IANA zone of a place or of a zone's own name, in any case; None when it is not known."""
    said = "".join(words.split()).removesuffix("시간").removesuffix("으로").removesuffix("로")
    if said in PLACES:
        return PLACES[said]
    by_name = {zone.casefold(): zone for zone in available_timezones() if "/" in zone}
    return by_name.get(words.strip().replace(" ", "_").casefold())


def cities(words: str) -> tuple[str, ...]:
    """The cities to choose from in a country with several zones."""
    return MANY.get("".join(words.split()), ())
