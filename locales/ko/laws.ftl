### Law cards: what to know before money is taken. The rules themselves stand in laws.toml of the course.

button-law = 법 카드
button-other-laws = 다른 법 카드
button-more-laws = 카드 더 보기
sorry-no-laws = 이 과정에는 법 카드가 없어요. 돈을 받기 전에 볼 것은 정부민원안내 110에 물어봐 주세요.
laws =
    <title>법 카드</title>
    돈을 받기 전에 한 번 볼 규칙과 물어볼 번호예요. 하는 일에 가까운 것부터 보여 드려요.

    <list>{ $rows }</list>
laws-more =
    <title>법 카드</title>

    <list>{ $rows }</list>
law-some =
    <title>법 카드</title>
    이 가운데 어느 것이 궁금하세요?

    <list>{ $rows }</list>
law-row = { $name } · { $telephone }
law-card =
    <title>{ $name }</title>
    { $rule }

    <fact>물어볼 곳:</fact> { $office } { $telephone }
    <fact>법:</fact> { $law }
    <fact>언제부터:</fact> { $since ->
        [none] 국가법령정보센터(law.go.kr)에서 찾아봐요
       *[other] { $since }
    }
    <fact>확인한 날:</fact> { $year }년 { $month }월 { $day }일, { $how ->
        [law] 법 조문을 읽었어요
       *[told] 기사와 안내에서 봤어요
    }

    법률 상담은 아니에요. 내 경우는 위 번호에 물어봐 주세요.
