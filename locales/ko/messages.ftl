### Every sentence the bot says. 해요체, brief, one idea a bubble; say what to do next.
### What is read every day has other wordings as attributes, .b, .c, …, with the same values; they take turns.
### JOSA($name, "을/를") puts the right particle after a word; QUOTE does the same with the word in quotes.

## What a learner can type, and the line that explains it in 도움말 and in Telegram's menu

command-start = 시작
command-today = 오늘
command-next = 다음
command-quiz = 퀴즈
command-review = 복습
command-progress = 진도
command-contents = 목차
command-plan = 계획
command-print = 인쇄
command-share = 공유
command-find = 내글
command-remind = 알림
command-rest = 쉬기
command-calendar = 달력
command-zone = 시간대
command-job = 하는일
command-call = 호칭
command-source = 근거
command-law = 법카드
command-practice = 만들기
command-check = 점검
command-help = 도움말
command-link = 연결
command-mine = 내데이터
command-forget = 탈퇴
command-privacy = 처리안내
command-inquiry = 문의
command-undo = 되돌리기

help-today = 오늘의 레슨을 열어요
help-next = 다음 차례로 넘어가요
help-quiz = 문제를 하나 풀어요
help-review = 배운 것을 되살려요
help-progress = 어디까지 왔는지 봐요
help-contents = 단원과 레슨을 보고 다시 읽어요
help-plan = 나만의 일 설계서를 봐요
help-print = 설계서를 PDF로 받아요
help-share = 설계서에서 고른 칸을 그림으로 받아요
help-find = 적은 줄에서 찾아요: 내글 가격
help-remind = 알림 시간을 바꿔요
help-rest = 며칠 쉬거나 한 주 가볍게 가요
help-calendar = 정한 시간과 약속한 날을 달력에 담아요
help-zone = 사는 곳의 시간으로 맞춰요
help-job = 하는 일과 예시를 바꿔요
help-call = 불러 드릴 이름을 정해요
help-source = 글에는 뭐라고 쓰여 있는지 봐요
help-law = 겸업, 세금, 광고처럼 법에서 볼 것을 봐요
help-help = 할 수 있는 말을 모두 보여 드려요
help-link = 다른 메신저와 기록을 이어요
help-mine = 무엇이 적혀 있는지 봐요
help-undo = 방금 바꾼 것을 되돌려요
help-forget = 적힌 것을 모두 지워요
help-inquiry = 운영하는 사람에게 물어봐요
help-privacy = 무엇을 왜 적어 두는지, 누가 보는지 봐요

## Buttons

button-today = 오늘
button-go-on-here = 이어서 하기
button-skip = 건너뛰기
button-first = 첫 레슨 열기
button-five = 다섯 문제 먼저
button-five-again = 첫날의 다섯 문제
button-five-again-new = 다섯 문제 풀기
button-ahead = 다음 레슨 미리 보기
button-right = 맞아요
button-fix = 고칠래요

button-fix-hour = 시간 고칠래요
button-set-hour = 시간 정할래요
button-good = 좋아요
button-number = { $n }번

step-review = 되살리기
step-lesson = 레슨 열기
step-ask = 확인 문제
step-line = 내 일에 한 줄
step-retry = 아쉬웠던 것 한 번 더
step-practice = 만들기 열기
step-check = 점검 열기
step-practice-open = 남은 만들기
button-past-practice = 지난 만들기
button-past-check = 지난 점검
step-check-open = 남은 점검
step-end = 마무리
button-snooze = 30분 뒤에
button-later = 나중에 할게요
button-keep-promise = 지금 약속 그대로
button-change-hour = 시간 바꾸기
button-less = 덜 자주
button-less-still = 더 줄이기
button-remind-again = 다시 받기
button-on-holidays = 휴일에도 받기

## The first minute

welcome-named = { JOSA($title, "이에요/예요") }
welcome-span = 매일이면 { $daily }주, 평일이면 { $weekdays }주쯤
welcome-span-days = 매일이면 { $daily }일쯤
welcome-several =
    <term>「나만의 일」</term>이에요.
    글 한 편을 읽고 내 일로 옮기는 곳이에요.
    하루 5분 안쪽으로 레슨 하나와 문제 둘, 내 일에 한 줄이면 돼요.
    만 14세부터 함께해요. 무엇을 적어 두는지는 ‘처리안내’라고 보내면 알려 드려요.
course-which = 과정이 { $count }개 있어요. 어느 것부터 할까요?
course-row =
    <term>{ $title }</term>
    { $brief }
course-row-begun =
    <term>{ $title }</term> (하던 과정)
    { $brief }
course-here = 지금은 「{ $title }」 과정이에요.
course-gone =
    배우던 과정은 지금 열려 있지 않아요.
    적어 둔 것은 그대로 남아 있어요.
course-others = 고르면 바로 옮겨 가요. 하던 곳은 그대로 남아요.
course-only = 지금 여기서 배울 수 있는 과정은 이것 하나예요.
course-already = 지금 「{ $title }」 과정이에요. 이어서 하면 돼요.
course-taken = <verdict>「{ $title }」 과정을 열었어요.</verdict>
course-again =
    <verdict>「{ $title }」 과정으로 돌아왔어요.</verdict>
    멈춘 곳에서 이어 가요.
course-apart =
    진도와 설계서는 과정마다 따로 남아요.
    알림 시간과 함께한 날은 그대로예요.
button-courses = 다른 과정
sorry-no-such-course = 그런 과정은 없어요. ‘다른 과정’이라고 보내면 고를 수 있어요.
mine-elsewhere = 다른 과정: { $titles }. 거기서 배우고 적은 것도 따로 남아 있고, 그 과정으로 가면 보여요.
button-article = 글 전체 읽기
sorry-not-in-course = 이 과정에는 없는 것이에요. ‘다른 과정’이라고 보내면 어떤 과정이 있는지 볼 수 있어요.
welcome-hello =
    <term>「{ $title }」</term>{ $ending }.
    글 한 편을 내 일로 옮기는 과정이에요.
    레슨은 { $lessons }개, { $span } 걸려요.

    하루 5분 안쪽으로 레슨 하나와 문제 둘, 내 일에 한 줄이면 돼요.
    만 14세부터 함께해요. 무엇을 적어 두는지는 ‘처리안내’라고 보내면 알려 드려요.
welcome-trade =
    예시를 맞춰 드릴게요.
    지금 어떤 일을 하세요?
job-now =
    지금은 { QUOTE($job, "으로/로") } 알고 있어요.
    어떤 일로 바꿀까요? 고르거나 적어 주세요.
job-is = { JOSA($job, "이시군요/시군요") }.
job-does = { $job }시는군요.
job-did = { $job }셨군요.
job-at = { $job }에서 일하시는군요.
job-field = { $job } 일을 하시는군요.
job-rests = 지금은 쉬고 계시는군요.
job-quoted = ‘{ $job }’, 그렇게 적어 둘게요.
job-trade = 예시는 { $trade } 쪽으로 보여 드릴게요.
job-no-trade = 꼭 맞는 예시는 아직 없어서, 우선 { $trade } 쪽으로 보여 드릴게요.
as-it-was = 그대로 둘게요.
call-ask =
    뭐라고 불러 드릴까요?
    ‘민지’처럼 적어 주세요. 안 정해도 괜찮아요.
call-now =
    지금은 ‘{ $name }’이라고 불러요.
    바꿀 이름을 적어 주세요.
call-how = ‘민지라고 불러 줘’처럼 말해 주세요. 그렇게 부를게요.
call-kept = 이제 ‘{ $name }’이라고 부를게요.
call-none = 따로 부르지 않을게요.
called = { $name }, { $sentence }
button-no-name = 부르지 않기
welcome-whether =
    ‘{ $words }’, 이렇게 적어 둘까요?
    아니면 아래에서 고르거나 다시 적어 주세요.
button-as-said = 네
job-as-said = ‘{ $job }’, 이렇게 적어 둘게요.
sorry-job =
    어떤 일을 하시는지 낱말로 적어 주세요.
    ‘카페 사장’이나 ‘개발자’처럼요. 건너뛰어도 괜찮아요.
sorry-cue =
    무엇을 할 때 열지 적어 주세요.
    ‘커피를 내리면’처럼요. 건너뛰어도 괜찮아요.
sorry-name =
    이름으로 쓰기 어려워요.
    한글이나 영문으로 { $most }자까지 적어 주세요.
welcome-hour =
    레슨을 언제 보내 드릴까요?

    고르거나, ‘08:30’처럼 적어 주세요.
welcome-hour-alone =
    레슨을 보통 언제 열고 싶으세요?

    고르거나, ‘08:30’처럼 적어 주세요.
welcome-hour-now =
    지금은 { $reminder }에 보내 드리기로 했어요.
    언제로 바꿀까요? 고르거나, ‘08:30’처럼 적어 주세요.
welcome-hour-now-alone =
    지금은 { $reminder }에 여는 것으로 알고 있어요.
    언제로 바꿀까요? 고르거나, ‘08:30’처럼 적어 주세요.
welcome-now = 첫 레슨은 이어서 바로 열 수 있어요. 그다음부터는 정한 때에 보내 드려요.
welcome-now-alone = 첫 레슨은 이어서 바로 열 수 있어요.
welcome-any-hour =
    그럼 { $hour }에 보내 드릴까요?
    나중에 언제든 바꿀 수 있어요.
welcome-any-hour-alone =
    그럼 { $hour }로 기억해 둘까요?
    나중에 언제든 바꿀 수 있어요.
welcome-irregular =
    그럼 시간은 정하지 않고 둘게요.
    편할 때 ‘오늘’이라고 보내면 레슨이 열려요.
welcome-cue-first = ‘{ $cue }’, 레슨을 여는 때로 적어 둘게요.
welcome-which-hour = 늘 하던 일에 이어서 여는 시간이 좋아요. 커피를 내리거나 지하철을 탈 때처럼요.
welcome-must-set =
    꼭 정하지 않아도 돼요. 건너뛰어도 모두 배울 수 있어요.
    나중에 ‘알림’이라고 보내면 언제든 정하고 바꿔요.
welcome-what-trade =
    무슨 일을 하시는지에 따라 예시가 달라져요.
    ‘카페 사장’이나 ‘개발자’처럼 한 낱말이면 돼요.
welcome-what-hour = 레슨을 열 시간을 정해 두는 거예요. ‘평일 저녁 8시’처럼 적어 주세요.
welcome-soon = 이 물음들에 답하거나 건너뛰면 첫 레슨이 열려요.
welcome-what-intend = 무엇을 하면 레슨을 열지 미리 정해 두는 거예요. ‘커피를 내리면 레슨을 연다’처럼요.
welcome-hi = 안녕하세요, 반가워요.
welcome-which-days =
    ‘평일’로 정하면 주말에는 안 가고, ‘매일’로 정하면 주말에도 가요.
    공휴일에는 쉬어요.
welcome-which-days-alone =
    카카오톡에서는 먼저 말을 걸지 않아요.
    주말이든 휴일이든, 편할 때 ‘오늘’이라고 보내면 레슨이 열려요.
welcome-how-many = 정한 날에 하나만 보내 드려요. 쉬거나 끄는 것도 언제든 할 수 있어요.
welcome-how-many-alone = 카카오톡에서는 먼저 말을 걸지 않아요. ‘오늘’이라고 보내면 하루에 레슨 하나가 열려요.
welcome-where-to = 이 대화방으로 보내 드려요.
welcome-where-to-alone = 카카오톡에서는 먼저 말을 걸 수 없어요. 정한 때에 여기서 ‘오늘’이라고 보내 주세요.
welcome-at-night = 정한 시간에만 보내 드려요. 밤에 안 받고 싶으면 낮이나 아침 시간을 적어 주세요.
welcome-contents =
    모두 여섯 단원이에요: { $units }.
    시작한 뒤에 ‘목차’라고 보내면 레슨 이름까지 볼 수 있어요.
welcome-thanks = 고마워요. 반가워요.
welcome-told = 말해 주셔서 고마워요. 마음이 바쁘신 때에 와 주셨네요.
welcome-minutes = 하루 5분 안쪽이에요. 레슨 하나는 3분이면 읽어요.
welcome-later =
    네, 나중에 오셔도 괜찮아요.
    ‘시작’이라고 보내면 그때 열려요.
welcome-insult = 언짢게 해 드렸다면 죄송해요.
welcome-not_daily = 매일이 아니어도 돼요. ‘월수금 저녁 8시’나 ‘주말 오전 10시’처럼 요일까지 적어 주세요.
welcome-missed =
    그때 못 열어도 밀리는 것은 없어요.
    편할 때 ‘오늘’이라고 보내면 하던 곳부터 열려요.
welcome-which_zone =
    계신 곳은 지금 { JOSA($clock, "으로/로") } 알고 있어요.
    다르면 ‘시간대 뉴욕’처럼 사는 곳을 보내 주세요.
welcome-busy =
    하루 5분 안쪽이면 되고, 쉬어 간 날은 밀리지 않아요.
    답하기 어려우면 건너뛰어도 괜찮아요.
welcome-intend =
    언제 열어 볼지 정해 두면 더 잘 이어져요.
    무엇을 할 때 레슨을 열까요?

    고르거나, ‘커피를 내리면’처럼 적어 주세요.
welcome-intend-now =
    지금은 ‘{ $cue }’ 열기로 했어요.
    무엇을 할 때로 바꿀까요? 고르거나, ‘커피를 내리면’처럼 적어 주세요.
welcome-intended =
    ‘{ $cue }’ 레슨을 열기로 했어요.
    이제 첫 레슨을 열어 볼까요?
welcome-ready =
    준비됐어요.
    이제 첫 레슨을 열어 볼까요?
welcome-five =
    먼저 다섯 문제를 풀어 두면 과정을 마치는 날 얼마나 달라졌는지 볼 수 있어요.
welcome-without =
    그건 뺐어요.
    다른 것을 고르거나, 내 말로 적어 주세요.
return-hello = 다시 만나 반가워요. 밀린 것은 없어요.
return-where-first = 첫 차례는 「{ $title }」, 여기서 시작해요.
return-where = 레슨 { $done }개를 마쳤고, 다음 차례는 「{ $title }」, 거기서 이어 가요.
return-easy = 알던 것 두 개로 가볍게 시작해요.
return-paused = 지금은 쉬는 중이라, 알림은 { $back }부터 다시 보낼게요.
return-paused-alone = 쉬기로 한 때라 { $back } 전에는 열지 않아도 괜찮아요. 열고 싶으면 이어서 해도 돼요.
return-ring =
    지금은 먼저 말을 걸지 않고 있어요.
    다시 받고 싶으면 ‘알림 켜 줘’라고 보내 주세요.

intend-1 = 커피를 내리면
intend-2 = 지하철에 앉으면
intend-3 = 점심을 먹고 나면
intend-4 = 씻고 나면

zone-now =
    지금 계신 곳은 { $clock }, 맞나요?
    아니라면 사는 곳을 고르거나 ‘시간대 뉴욕’처럼 적어 주세요.
zone-kept =
    그곳 시간으로 맞췄어요.
    지금 { $clock }, 맞나요?
sorry-zone =
    어느 곳인지 잘 모르겠어요.
    ‘시간대 도쿄’처럼 도시 이름으로 적어 주세요.

## The lesson

lesson-title = <title>레슨 { $number }/{ $planned } · { $title }{ $minutes ->
    [none] {""}
   *[other] {" "}({ $minutes }분)
}</title>
lesson-example =
    예를 하나 볼게요.

    <example>{ $text }</example>
    .b =
        이런 예가 있어요.

        <example>{ $text }</example>
    .c =
        예를 들어 볼게요.

        <example>{ $text }</example>
    .d =
        예 하나로 그려 볼게요.

        <example>{ $text }</example>
practice-title = <title>만들기 · { $title } ({ $minutes }분쯤)</title>
practice-ask =
    <list>{ $steps }</list>

    { $prompt }
practice-samples =
    { $ask }

    하는 일이 다르면 이렇게들 적어요.
    <example>{ $samples }</example>
check-title = <title>{ $title }{ $minutes ->
    [none] {""}
   *[other] {" "}({ $minutes }분)
}</title>
promise-ask =
    <title>다음 주 약속</title>

    { $prompt }

    약속은 이렇게 적을 수 있어요.
    <example>{ $samples }</example>
promise-same = 지금 약속을 그대로 둘게요.
promise-none = 약속은 정하지 않고 갈게요.
promise-kept =
    다음 주 약속으로 적어 두었어요.
    “{ $cue }”
promise-kept-first-week =
    { $week }에 할 일로 적어 두었어요.
    “{ $cue }”
letter =
    <title>이번 주 편지</title>

    이번 주에 함께한 날은 { $days }일이에요.
letter-lessons = <fact>마친 레슨:</fact> { $lessons }
letter-asked = 풀어 본 문제는 { $asked }개예요.
letter-asked-spent = 풀어 본 문제는 { $asked }개, 읽고 푼 시간은 { $minutes }분쯤이에요.
letter-line = <fact>이번 주에 적은 줄:</fact> “{ $line }”
letter-following = <fact>다음 차례:</fact> { $title }
letter-end = 이제 과정의 끝까지 왔어요.

## A drawn week: what stands in the picture that goes with the letter.

week-title = 함께한 날
week-dates = { $month }월 { $day }일~{ $until }
week-until = { $day }일
week-until-month = { $month }월 { $day }일
week-kept = { $days }일
week-lesson = 레슨
week-practice = 만들기
week-check = 점검
week-count = { $count }개
week-spent = 읽고 푼 시간
week-minutes = { $minutes }분
week-plan = 설계서 { $all }칸 가운데 { $begun }칸에 적었어요.
week-plan-empty = 설계서 { $all }칸이 첫 줄을 기다려요.
week-file = 나만의-일-한-주
picture-sign = 일

follow-30 = 과정을 마친 지 한 달이 됐어요.
follow-30-ask = 그 가운데 해 본 것이 있나요? 아직 없으면 없다고, 한 줄로 적어 주세요.
follow-90 = 과정을 마친 지 석 달이 됐어요.
follow-90-ask = 계속할 것, 바꿀 것, 그만둘 것을 하나씩 골라 한 줄로 적어 주세요.
follow-30-named = 「{ $title }」 과정을 마친 지 한 달이 됐어요.
follow-30-elsewhere-ask = 그 뒤로 해 본 것이 있나요? 아직 없으면 없다고, 한 줄로 적어 주세요.
follow-90-named = 「{ $title }」 과정을 마친 지 석 달이 됐어요.
follow-90-elsewhere-ask = 계속할 것, 바꿀 것, 그만둘 것을 하나씩 골라 한 줄로 적어 주세요.
follow-elsewhere-waits = 오늘 배울 것은 그대로 기다려요. 먼저 열어도 돼요.
follow-quote =
    그때 하려던 일이에요.
    <quote>“{ $line }”</quote>
follow-line =
    그때 이렇게 적었어요.
    <quote>“{ $line }”</quote>
follow-hypothesis =
    지금 적혀 있는 가설이에요.
    <quote>“{ $line }”</quote>
follow-decision =
    { $day }에는 이렇게 정했어요.
    <quote>“{ $line }”</quote>
follow-then =
    한 달 뒤에는 이렇게 적었어요.
    <quote>“{ $line }”</quote>
follow-kept = 설계서의 「{ $name }」에 적어 두었어요. 앞서 적은 줄은 그대로예요.
follow-kept-last = 이제 제가 먼저 여쭙는 일은 없어요. 설계서는 언제든 ‘계획’에서 펼쳐 고칠 수 있어요.
follow-kept-elsewhere = 「{ $title }」 설계서의 「{ $name }」에 적어 두었어요. 앞서 적은 줄은 그대로예요.
lesson-recall =
    <title>되살리기</title>

    먼저 지난 레슨을 떠올려 봐요.
    { $question }

    생각나는 대로 적어도 되고, 바로 레슨을 열어도 돼요.
recall-heard = 떠올려 본 것은 더 오래 남아요. 이어서 가 볼까요?
recall-answer = 지난 레슨 「{ $title }」에서는 이렇게 봤어요.
recall-fine = 지난 레슨 「{ $title }」에서는 이렇게 봤어요.
button-recall = 답 보기
lesson-ahead = 미리 보는 레슨이에요. 오늘 몫은 이미 끝났어요.
part-ahead = 오늘 몫은 이미 끝났어요. 이어서 해도 좋아요.
unit-end = <finish>{ $text }</finish>
lesson-end =
    { $text }

    오늘은 여기까지예요.
    함께한 날 { $days }일째예요.
    .b =
        { $text }

        함께한 날 { $days }일째, 오늘은 여기까지 왔어요.
    .c =
        { $text }

        오늘은 여기까지 하면 돼요.
        이제 함께한 날 { $days }일이에요.
    .d =
        { $text }

        오늘은 여기까지면 충분해요.
        함께한 날 { $days }일을 채웠어요.

lesson-end-line =
    오늘 이렇게 적었어요.
    <quote>“{ $line }”</quote>

    { $end }
    .b =
        오늘 남긴 한 줄이에요.
        <quote>“{ $line }”</quote>

        { $end }
    .c =
        오늘의 한 줄이에요.
        <quote>“{ $line }”</quote>

        { $end }
    .d =
        오늘 설계서에 더한 말이에요.
        <quote>“{ $line }”</quote>

        { $end }
box-done =
    설계서 { $box }번 칸을 다 채웠어요. { $all }칸 가운데 { $count }칸이 찼어요.
    <bar>{ $bar }</bar>
    .b =
        오늘 설계서 { $box }번 칸이 찼어요. 다 찬 칸은 { $all }칸 가운데 { $count }칸이에요.
        <bar>{ $bar }</bar>
    .c =
        { $box }번 칸에 적을 것을 모두 적었어요. 설계서 { $all }칸 가운데 { $count }칸째예요.
        <bar>{ $bar }</bar>
    .d =
        설계서 { $box }번 칸을 마쳤어요. 이제 { $all }칸 가운데 { $count }칸이 찼어요.
        <bar>{ $bar }</bar>
box-begun =
    설계서 { $box }번 칸이 열렸어요. { $all }칸 가운데 { $count }칸에 적었어요.
    <bar>{ $bar }</bar>
    .b =
        설계서 { $box }번 칸에 첫 줄을 적었어요. 적은 칸은 { $all }칸 가운데 { $count }칸이에요.
        <bar>{ $bar }</bar>
    .c =
        오늘 { $box }번 칸을 시작했어요. 설계서 { $all }칸 가운데 { $count }칸째예요.
        <bar>{ $bar }</bar>
    .d =
        { $box }번 칸에도 줄이 생겼어요. 이제 설계서 { $all }칸 가운데 { $count }칸에 적었어요.
        <bar>{ $bar }</bar>

tag = <source>〔{ $tag }〕</source>
tag-source = <source>〔{ $tag }: { $source }〕</source>
tag-article = <source>〔{ $tag }: 글의 { $paragraph }〕</source>

line-ask =
    <title>내 일에 한 줄</title>

    { $prompt }

    이렇게 적을 수 있어요.
    <example>{ $samples }</example>
    .b =
        <title>내 일에 한 줄</title>

        { $prompt }

        예를 들면 이래요.
        <example>{ $samples }</example>
    .c =
        <title>내 일에 한 줄</title>

        { $prompt }

        이런 식으로 적으면 돼요.
        <example>{ $samples }</example>
    .d =
        <title>내 일에 한 줄</title>

        { $prompt }

        이런 줄이 될 수 있어요.
        <example>{ $samples }</example>
line-anew =
    { $prompt }

    새로 적어 주시면 바꿔 둘게요.
first-week-ask = { $week }에 무엇을 할까요? ‘~하면, ~한다’로 적어 주세요.
line-kept = 설계서 { $box }번 칸 「{ $name }」의 ‘{ $slot }’에 <verdict>적어 두었어요.</verdict>
    .b = ‘{ $slot }’, 설계서 { $box }번 칸 「{ $name }」에 <verdict>담았어요.</verdict>
    .c = 설계서 { $box }번 칸 「{ $name }」의 ‘{ $slot }’ 자리에 <verdict>넣어 두었어요.</verdict>
    .d = 설계서 { $box }번 칸 「{ $name }」, ‘{ $slot }’에 <verdict>남겨 두었어요.</verdict>

source =
    <title>「{ $title }」의 근거예요.</title>
    글의 문장이 아니라 우리말로 풀었어요.

    { $lines }

day-minutes = 오늘은 { $minutes }분이면 돼요.
    .b = 오늘 차례는 { $minutes }분 안에 끝나요.
    .c = { $minutes }분이면 오늘 할 것이 끝나요.
    .d = 오늘은 { $minutes }분만 내면 돼요.
    .e = 오늘 볼 것은 { $minutes }분이면 다 봐요.
day-minutes-making = 만들기까지 { $minutes }분쯤 걸려요.
day-done =
    { $night ->
        [yes] 이번 몫은 다 했어요.
       *[no] 오늘 몫은 다 했어요.
    }
    { $following }
day-done-ahead =
    { $night ->
        [yes] 이번 몫은 다 했어요.
       *[no] 오늘 몫은 다 했어요.
    }
    { $following }

    더 보고 싶으면 미리 볼 수 있어요.
course-end = 「나만의 일」을 끝까지 걸었어요.
course-over =
    과정을 모두 마쳤어요.
    설계서는 언제든 고쳐 쓸 수 있고, ‘복습’이라고 보내면 배운 것을 되살려요.
ending-five =
    마지막 점검까지 마쳤어요.
    첫날의 다섯 문제를 풀고, 적어 온 설계서를 함께 읽어요. { $minutes }분이면 돼요.
ending-five-new =
    마지막 점검까지 마쳤어요.
    다섯 문제를 풀고, 적어 온 설계서를 함께 읽어요. { $minutes }분이면 돼요.
ending-won =
    함께한 날 { $days }일
    레슨 { $lessons }개 · 만들기 { $makings }개 · { $boxes }
ending-won-no-making =
    함께한 날 { $days }일
    레슨 { $lessons }개 · { $boxes }
ending-gain-open =
    { $begun ->
        [no] 첫날의 다섯 문제를 풀면
       *[other] 첫날의 다섯 문제 가운데 남은 { $left }개를 풀면
    } 얼마나 달라졌는지 볼 수 있어요.
ending-gain-open-new =
    { $begun ->
        [no] 다섯 문제를 풀면
       *[other] 다섯 문제 가운데 남은 { $left }개를 풀면
    } 레슨에서 처음 풀 때와 나란히 볼 수 있어요.
ending-plan = 내 말로 적은 설계서예요.
ending-no-plan =
    설계서는 아직 비어 있어요.
    ‘계획’이라고 보내면 한 칸씩 적을 수 있어요.
ending-act =
    다음에 할 일은 이거예요.
    <quote>“{ $act }”</quote>

    { $day }에 해 봐요.
ending-any-act = 설계서에서 한 칸을 골라 한 사람에게 보여 주기
ending-follow = { $month }과 { $quarter }에 어떻게 되었는지 여쭐게요.
ending-follow-alone = { $month }과 { $quarter }쯤 ‘오늘’이라고 보내 주시면 어떻게 되었는지 여쭐게요.
button-end-now = 바로 마무리
part-done =
    이미 마친 곳이에요.
    적지 않은 줄은 ‘계획’에서 언제든 적을 수 있어요.
part-not-done =
    아직 풀지 않은 문제가 있어요.
    마저 풀면 여기를 마쳐요.
part-later =
    좋아요, 나중에 해도 돼요.
    만들기는 그대로 두고 다음으로 가요. ‘만들기’라고 보내면 다시 열려요.
line-rewritten = 설계서 { $box }번 칸 「{ $name }」의 { QUOTE($slot, "을/를") } <verdict>새로 적어 두었어요.</verdict> 앞서 적은 줄도 남아 있어요.
line-whole = “{ $text }”
button-rewrite-line = 고쳐 쓰기
says-skip =
    모르겠어요 모르겠어 몰라 몰라요 모르겠는데요 나중에 나중에요 나중에할게요 나중에할래요 다음에 다음에할게요
    패스 패스요 건너뛰기 건너뛸게요 건너뛸래요 넘어가기 넘어가요 넘어갈게요 안할래요 안쓸래요 생각안나요 없어요 없음 스킵
says-now =
    지금 지금바로 바로 당장 지금당장 바로지금 지금바로요 지금할래요 지금할게요 바로할래요 지금보내줘 지금보내주세요 바로보내줘 바로보내주세요
    지금시작할래요 지금시작할게요 바로시작할래요 지금부터 지금이요 지금요 지금하고싶어요 지금볼래요 지금볼게요 당장보내줘 당장할래요
says-cancel = 취소 취소해줘 취소할게요 그만 그만할래요 그만쉴래요 끝 끝낼게요 해제 해제해줘 안쉴래요 다시시작 다시할게요 재개

## Questions

term =
    <title>{ $term }</title>

    { $meaning }
    레슨 { $number } 「{ $title }」에서 배워요.

## Reminders

remind-now = 지금은 { $rhythm }에 보내 드려요.
remind-now-quiet = 레슨 시간은 { JOSA($rhythm, "이에요/예요") }.
remind-now-alone =
    { $rhythm }, 기억하고 있어요.
    카카오톡에서는 먼저 말을 걸 수 없으니, 그때 ‘오늘’이라고 보내 주세요.
none-comes =
    카카오톡에서는 제가 먼저 말을 걸지 않아요.
    주말이든 휴일이든 ‘오늘’이라고 보내면 레슨이 열려요.
none-comes-then =
    카카오톡에서는 제가 먼저 말을 걸지 않아요.
    주말이든 휴일이든 ‘오늘’이라고 보내면 레슨이 열려요.
    정한 때는 { JOSA($rhythm, "으로/로") } 기억하고 있어요.
remind-now-paused =
    지금은 쉬는 중이에요.
    { $back }부터 { $rhythm }에 다시 보내 드려요.
remind-now-paused-alone =
    지금은 쉬는 중이에요.
    { $back }부터 다시 함께해요. { $rhythm }, 기억하고 있어요.
# 주말에도 와요? ‘안 와요?’나 ‘몇 시에 와요?’라고 물으면 ‘네’를 붙이지 않아요.
comes = { $asked ->
        [otherwise] { $days }에도 가요.
       *[by-yes] 네, { $days }에도 가요.
    }
comes-not = { $days }에는 안 가요.
comes-only = { $asked ->
        [otherwise] { $days }에만 가요.
       *[by-yes] 네, { $days }에만 가요.
    }
comes-daily = 네, 매일 가요.
comes-not-daily = 매일은 아니고, { $days }에 가요.
comes-then = { $asked ->
        [otherwise] { $day }에 가요.
       *[by-yes] 네, { $day }에 가요.
    }
comes-never = 지금은 어느 날에도 가지 않아요.
comes-not-then =
    { $day }에는 { $why ->
        [holiday] 공휴일이라 안 가요.
       *[other] 안 가요.
    }
    다음 레슨은 { $next }에 가요.
holidays = 공휴일
button-also = { $days }에도 받기
button-daily = 매일 받기
remind-change = 바꾸려면 시간을 고르거나 적어 주세요.
told-ended = 과정을 모두 마쳐서 레슨은 이제 가지 않아요.
off-ended = 알림은 꺼져 있어요.
remind-ended = 과정을 마쳐서 레슨 없음
remind-kept-ended = { $rhythm }, 기억해 둘게요.
rest-ended =
    과정을 모두 마쳐서 레슨은 이제 가지 않아요.
    쉬고 싶은 만큼 쉬어도 돼요.
told-none-today = 오늘은 더 보내지 않아요. 다음 레슨은 { $first }에 가요.
told-rest-one = { $first } 하루는 쉬어요.
told-rest = { $first }부터 { $last }까지는 쉬어요.
told-quiet = { $hours }는 조용히 있어요.
told-holidays = 공휴일에도 보내 드려요.
in-force-rest-one = { $first } 하루 쉼
in-force-rest = { $first }부터 { $last }까지 쉼
told-lighter = { $last }까지는 새 레슨 없이 되살릴 문제만 있어요.
told-lighter-ahead = { $first }부터 { $last }까지는 새 레슨 없이 되살릴 문제만 있어요.
told-short = 레슨 글은 짧은 줄로 나누어 보여 드려요. ‘한 번에 보여 줘’라고 하면 되돌려요.
in-force-lighter = { $last }까지 복습만
in-force-lighter-ahead = { $first }부터 { $last }까지 복습만
in-force-quiet = { $hours } 조용히
in-force-holidays = 공휴일에도
remind-is-off =
    지금은 알림이 꺼져 있어요.
    다시 받으려면 시간을 고르거나 적어 주세요.
remind-off = 꺼져 있음
remind-paused = { $rhythm }, { $last }까지 쉼
less-none =
    지금은 먼저 보내는 것이 없어요.
    ‘오늘’이라고 보내면 언제든 열려요.
remind-none =
    아직 알림 시간을 정하지 않았어요.
    고르거나, ‘08:30’처럼 적어 주세요.
remind-kept =
    { $rhythm }에 보낼게요.
    다음 레슨은 { $first }에 가요.
remind-kept-quiet = { $rhythm }, 기억해 둘게요.
remind-kept-alone =
    { $rhythm }, 기억해 둘게요.
    카카오톡에서는 먼저 말을 걸 수 없으니, 그때 ‘오늘’이라고 보내 주세요.
remind-weeks = 끝까지 { $weeks }주쯤 걸려요.

# Where we cannot speak first, once a day: what else rings at their hour.
ways =
    그때 알림을 받을 길도 있어요.

    { $ways }
way-calendar = · 달력: 휴대폰 달력에 넣어 두면 달력이 알려 줘요.
way-telegram = · 텔레그램: 거기서 이 봇을 열고 ‘연결’로 이으면 그쪽으로 알려 드려요.
way-page = · 웹: { $page } 에서 알림을 켜고 ‘연결’로 이으면 화면을 닫아 두어도 와요.

remind-which = 어느 때인지 골라 주세요.
remind-denied = 그때는 빼고요, 언제 보내 드릴까요?
remind-denied-alone = 그때는 빼고요, 언제가 좋을까요?
remind-beside =
    하루를 그렇게 보내시는군요.
    레슨은 언제가 좋을까요?
remind-nth-week =
    한 달의 몇째 주로는 맞출 수 없어요.
    매주나 격주로는 보내 드릴 수 있어요. 어느 쪽이 좋을까요?
remind-sure = { $meant }, 맞나요?
remind-unclear =
    언제인지 조금만 더 알려 주세요.
    ‘평일 저녁 7시 반’처럼 적어도 돼요.
remind-agreed = 좋아요, 그렇게 할게요.
less-least =
    지금은 { $rhythm }뿐이에요.
    더 줄이고 싶다면 쉬어 가거나 알림을 끌 수 있어요.
less-or-off =
    알림을 줄일까요, 아니면 아예 끌까요?
more-most =
    지금도 매일이에요.
    더 배우고 싶은 날에는 ‘다음’이라고 보내 주세요.
not-sent-alone =
    카카오톡에서는 먼저 말을 걸 수 없어요.
    편할 때 ‘오늘’이라고 보내면 레슨이 열려요.
not-sent-link = 텔레그램과 이어 두면 알림이 그쪽으로 가요.
not-sent-ended =
    과정을 모두 마쳐서 이제 레슨은 가지 않아요.
    ‘퀴즈’라고 보내면 배운 것을 되살릴 수 있어요.
not-sent-off =
    지금은 알림이 꺼져 있어요.
    다시 받으면 { $rhythm }에 가요.
not-sent-paused = 지금은 쉬는 중이라 보내지 않았어요.
not-sent-quiet =
    { $hours }는 조용히 있기로 한 시간이에요.
    레슨 시간이 그 안에 있어서 보내지 않았어요. 시간을 바꾸면 다시 보낼게요.
not-sent-sent =
    오늘 레슨은 { $hour }에 보냈어요.
    못 보셨다면 휴대폰에서 메신저 알림이 켜져 있는지 봐 주세요.
not-sent-unsure =
    오늘 레슨을 보냈는데 잘 닿지 않은 것 같아요.
    여기서 바로 열 수 있어요.
not-sent-done = 오늘 몫을 먼저 끝내셔서 따로 보내지 않았어요.
not-sent-lighter =
    가볍게 가는 주예요. 오늘은 되살릴 문제가 없어서 보내지 않았어요.
    새 레슨을 받고 싶으면 ‘다시 레슨’이라고 보내 주세요.
not-sent-rested = 아까 하신 말씀이 있어서 오늘 레슨은 쉬어요.
not-sent-soon = 오늘 레슨은 이따가 가요.
not-sent-holiday = 오늘은 공휴일이라 레슨도 쉬어요.
not-sent-day = 오늘은 레슨이 없는 날이에요.
not-sent-late =
    오늘 레슨을 제때 보내지 못했어요. 죄송해요.
    여기서 바로 열 수 있어요.
not-sent-then =
    { $why ->
        [holiday] { $day }은 공휴일이라 레슨을 쉬었어요.
        [before] { $day }에는 아직 시작하기 전이었어요.
        [sent] { $day }에는 레슨을 보냈어요. 못 보셨다면 휴대폰에서 메신저 알림이 켜져 있는지 봐 주세요.
       *[other] { $day }은 레슨이 없는 날이었어요.
    }
not-sent-over =
    오늘 보낼 시간은 이미 지났어요.
    레슨은 여기서 바로 열 수 있어요.
not-sent-next =
    정해 둔 시간은 { JOSA($rhythm, "이에요/예요") }.
    다음 레슨은 { $first }에 가요.
not-sent-next-lighter =
    정해 둔 시간은 { JOSA($rhythm, "이에요/예요") }.
    가볍게 가는 주라, { $first }에는 되살릴 문제가 있으면 가요.
once-kept = { $moment }에 다시 알려 드릴게요.
holidays-on = 공휴일도 배우는 날로 둘게요.
holidays-off = 공휴일에는 쉬어요. 빠진 날로 세지 않아요.
quiet-over =
    조용한 시간을 없앴어요.
    <fact>알림:</fact> { $reminder }
quiet-none =
    지금은 정해 둔 조용한 시간이 없어요.
    <fact>알림:</fact> { $reminder }
quiet-kept = { $hours }는 조용히 있을게요.
quiet-over-lesson =
    그런데 레슨 시간이 그 안에 있어서, 이대로면 레슨이 가지 않아요.
    레슨 시간을 바꾸거나, ‘조용한 시간 없애 줘’라고 보내 주세요.
quiet-over-lesson-of =
    그런데 { $hours }는 조용히 있기로 한 시간이라, 이대로면 레슨이 가지 않아요.
    레슨 시간을 바꾸거나, ‘조용한 시간 없애 줘’라고 보내 주세요.
quiet-over-some = 다만 { JOSA($hours, "은/는") } 조용한 시간이라 건너뛰어요.
quiet-while-off = 지금은 알림이 꺼져 있어서 레슨도 가지 않아요. ‘알림 켜 줘’라고 보내면 다시 가요.
button-no-quiet = 조용한 시간 없애기
before-that-day = { $moment } 레슨은 그대로 가요.
pause-kept =
    이제 쉬어요. { $back }부터 다시 보낼게요.
    쉬는 동안에는 되살릴 문제도 쌓이지 않아요.
pause-kept-alone =
    이제 쉬어요. { $back } 다시 만나요.
    쉬는 동안에는 되살릴 문제도 쌓이지 않아요.
pause-one = { $first } 하루 쉬고, { $back }부터 다시 보낼게요.
pause-one-alone = { $first } 하루 쉬고, { $back } 다시 만나요.
pause-later-alone =
    { $first }부터 { $last }까지 쉬고, { $back } 다시 만나요.
    쉬는 동안에는 되살릴 문제도 쌓이지 않아요.
pause-later =
    { $first }부터 { $last }까지 쉬고, { $back }부터 다시 보낼게요.
    쉬는 동안에는 되살릴 문제도 쌓이지 않아요.
lighter-kept =
    한 주는 가볍게 가요. 새 레슨 없이 되살릴 문제만 보내 드릴게요.
    { $back }부터 레슨이 다시 이어져요. 더 일찍 받고 싶으면 ‘다시 레슨’이라고 보내 주세요.
lighter-kept-alone =
    한 주는 가볍게 가요. ‘오늘’이라고 보내면 새 레슨 없이 되살릴 문제만 열려요.
    { $back }부터 레슨이 다시 이어져요. 더 일찍 하고 싶으면 ‘다시 레슨’이라고 보내 주세요.
lighter-kept-ahead =
    다음 주는 가볍게 가요. { $first }부터 새 레슨 없이 되살릴 문제만 보내 드릴게요.
    { $back }부터 레슨이 다시 이어져요. 마음이 바뀌면 ‘다시 레슨’이라고 보내 주세요.
lighter-kept-ahead-alone =
    다음 주는 가볍게 가요. { $first }부터는 ‘오늘’이라고 보내면 새 레슨 없이 되살릴 문제만 열려요.
    { $back }부터 레슨이 다시 이어져요. 마음이 바뀌면 ‘다시 레슨’이라고 보내 주세요.
lighter-over =
    레슨은 모두 마쳤어요. 이제 새 레슨은 없고, 복습만 언제든 할 수 있어요.
lighter-nothing =
    아직 되살릴 문제가 없어요.
    레슨을 하나 마친 뒤에 ‘가볍게 한 주’라고 보내 주세요.
lighter-ended = 이제 새 레슨이 다시 이어져요.
lighter-ended-ahead = 다음 주에도 새 레슨이 그대로 이어져요.
lighter-today = 가볍게 가는 주예요. 되살릴 문제만 있어요.
    .b = 가볍게 가는 주라 되살릴 문제만 있어요.
    .c = 가볍게 가는 주, 오늘도 되살릴 문제만 볼게요.
lighter-done =
    오늘 되살릴 문제는 여기까지예요.
    지금까지 함께한 날은 { $days }일이에요.
    .b =
        오늘 되살릴 문제는 다 풀었어요.
        함께한 날이 { $days }일로 늘었어요.
    .c =
        되살릴 문제는 이것으로 끝이에요.
        오늘까지 함께한 날은 { $days }일이에요.
lighter-done-last =
    오늘 되살릴 문제는 여기까지예요.
    함께한 날 { $days }일째예요.
    { $back }부터 레슨이 다시 이어져요.
lighter-no-more =
    가볍게 가는 주예요. 오늘 되살릴 문제는 더 없어요.
    { $back }부터 레슨이 다시 이어져요.
lighter-none =
    가볍게 가는 주예요. 오늘은 되살릴 문제가 없어요.
    { $back }부터 레슨이 다시 이어져요.
button-lighter = 가볍게 한 주
button-lighter-next-week = 다음 주 가볍게
button-lessons-again = 다시 레슨
short-kept = 이제 짧은 줄로 나누어 보여 드릴게요. ‘이어서’를 누르면 다음 줄이 나와요.
short-ended = 이제 한 번에 보여 드릴게요.
button-short = 짧은 줄로
button-whole = 한 번에
sorry-not-short =
    지금도 한 번에 보여 드리고 있어요.
    나누어 보고 싶으면 ‘짧은 줄로’라고 보내 주세요.
off-kept =
    알림을 껐어요. 먼저 말을 걸지 않을게요.
    ‘오늘’이라고 보내면 레슨은 언제든 열려요.
off-kept-ended =
    알림을 껐어요. 먼저 말을 걸지 않을게요.
    배운 것은 ‘복습’이라고 보내면 언제든 되살려요.
off-kept-alone =
    알림을 껐어요. 카카오톡에서는 본래 먼저 말을 걸지 않아요.
    ‘오늘’이라고 보내면 레슨은 언제든 열려요.
rest-ask =
    얼마나 쉬어 갈까요?
    ‘다음 주 월요일까지’처럼 적어도 돼요.
rest-until = { $last }까지
rest-span = { $first }부터 { $last }까지
rest-sure = { $meant } 쉬는 걸까요?
rest-long =
    { $span } 쉬는 걸까요?
    꽤 길어서 먼저 여쭤봐요.
rest-month = 한 달
rest-not = 쉬지 않기
rest-as-it-was = 네, 정해 둔 대로 둘게요. 그만 쉬려면 ‘안 쉴래요’라고 보내 주세요.
rest-over = 네, 쉬는 것은 여기까지예요.
rest-none = 네, 쉬지 않고 그대로 갈게요.
rest-1 = 하루
rest-2 = 3일
rest-3 = 일주일
rest-4 = 알림 끄기
remind-no-rhythm = 아직 없음
reminder-ask =
    며칠 동안 다음 차례 하나가 기다리고 있어요. 쌓이는 것은 없어요.
    지금 시간이 잘 맞지 않으면 바꾸거나 쉬어 가도 돼요.
reminder-hush =
    이제 먼저 말을 걸지 않을게요.
    하던 곳은 그대로 두었어요. 언제든 ‘오늘’이라고 보내 주세요.
    다시 받고 싶어지면 ‘알림 켜 줘’라고 보내면 돼요.
reminder-own-line =
    전에 이렇게 적으셨어요.
    <quote>“{ $line }”</quote>

    기다리는 것은 하나뿐이에요. 여기서 이어 가면 돼요.
    .b =
        설계서에 이 줄이 있어요.
        <quote>“{ $line }”</quote>

        다음 차례 하나가 기다려요. 편할 때 열면 돼요.
    .c =
        직접 적어 두신 줄이에요.
        <quote>“{ $line }”</quote>

        하던 데서 그대로 이어 갈 수 있어요.
    .d =
        설계서에서 한 줄을 꺼내 왔어요.
        <quote>“{ $line }”</quote>

        다음 차례는 그 자리에 그대로 있어요.
reminder-sentence =
    다음 차례에서 한 문장을 먼저 가져왔어요.

    { $sentence }

    { $tag }
    .b =
        다음에 볼 것 가운데 한 문장이에요.

        { $sentence }

        { $tag }
    .c =
        이런 문장이 다음 차례에 나와요.

        { $sentence }

        { $tag }
    .d =
        다음 차례를 한 문장만 미리 열어 볼게요.

        { $sentence }

        { $tag }
reminder-sentence-unit =
    이 단원에서 본 한 문장이에요.

    { $sentence }

    { $tag }
    .b =
        이 단원에서 이런 말을 봤어요.

        { $sentence }

        { $tag }
    .c =
        이 단원을 한 문장으로 떠올려 봐요.

        { $sentence }

        { $tag }
    .d =
        이 단원의 레슨에 있던 말이에요.

        { $sentence }

        { $tag }
reminder-term-unit =
    이 단원에서 만난 낱말 하나예요.

    { $term }
    { $meaning }
    .b =
        이 단원의 낱말을 하나 떠올려 봐요.

        { $term }
        { $meaning }
    .c =
        이 낱말을 이 단원에서 봤어요.

        { $term }
        { $meaning }
    .d =
        이 단원에 나온 낱말이에요.

        { $term }
        { $meaning }
reminder-term =
    다음 차례에 나오는 낱말 하나예요.

    { $term }
    { $meaning }
    .b =
        다음에 만날 낱말이에요.

        { $term }
        { $meaning }
    .c =
        이 낱말이 다음 차례에 나와요.

        { $term }
        { $meaning }
    .d =
        다음 차례를 열면 이 낱말을 만나요.

        { $term }
        { $meaning }
reminder-holiday =
    { $feast ->
        [seollal] 설
       *[chuseok] 추석
    } 연휴에는 쉬어 갈게요. { $back } 다시 만나요.
    연휴에도 받고 싶다면 ‘휴일에도 보내 줘’라고 보내 주세요.
reminder-asked = 다시 알려 드리기로 한 시간이에요.
reminder-first =
    「나만의 일」이에요. 정해 두신 시간이라 먼저 말을 걸었어요.
    레슨 하나와 문제 둘, 내 일에 한 줄이면 돼요.
reminder-first-cue =
    「나만의 일」이에요. ‘{ $cue }’ 열기로 하셔서 먼저 말을 걸었어요.
    레슨 하나와 문제 둘, 내 일에 한 줄이면 돼요.
reminder-making = 이 단원의 레슨을 다 봤어요. 이제 내 일로 만들어 볼 차례예요.
reminder-making-cue = ‘{ $cue }’ 여는 시간이에요. 오늘은 내 일로 만들어 볼 차례예요.
reminder-check = 이 단원에서 본 것을 장면으로 다시 만나요.
reminder-check-cue = ‘{ $cue }’ 열기로 했지요. 오늘은 이 단원의 점검이에요.
reminder-promise =
    “{ $promise }”
    이렇게 하기로 했지요. 오늘 차례도 열어 둘게요.
reminder-plain = 레슨을 열 시간이에요.
reminder-plain-cue = ‘{ $cue }’ 열기로 한 레슨이에요.
reminder-small = 한 걸음만 더 가 볼까요?
reminder-small-cue = ‘{ $cue }’ 내딛는 작은 한 걸음이에요.
reminder-go-on = 지난 레슨에 이어 한 걸음 더 가 볼게요.
reminder-go-on-cue = ‘{ $cue }’, 지난 레슨에 이어 한 걸음 더 가 볼게요.
reminder-review = 오늘은 흐려지기 전에 되살릴 문제부터예요.
reminder-review-cue = ‘{ $cue }’ 열기로 했지요. 오늘은 되살릴 문제부터예요.
reminder-lighter = 가볍게 가는 주예요. 되살릴 문제만 가져왔어요.
    .b = 가볍게 가는 주라 되살릴 문제만 가져왔어요.
reminder-lighter-back = 가볍게 가는 주예요. 레슨은 { $back }부터 다시 이어져요.
    .b = 가볍게 가는 주라 레슨은 { $back }부터예요. 오늘은 되살리기만 해요.
reminder-lighter-back-cue = ‘{ $cue }’ 여는 시간이에요. 가볍게 가는 주라, 레슨은 { $back }부터 이어져요.
reminder-lighter-cue = ‘{ $cue }’ 여는 시간이에요. 가볍게 가는 주라 되살릴 문제만 있어요.
reminder-together = 지금까지 함께한 날이 { $days }일이에요. 이어서 열게요.
reminder-together-cue = 함께한 날이 { $days }일이에요. ‘{ $cue }’ 여는 레슨이에요.
reminder-left = 끝까지 레슨이 { $left }개 남았어요. 오늘 레슨을 열게요.
reminder-left-cue = ‘{ $cue }’ 여는 레슨, 이제 { $left }개 남았어요.

## Progress

progress-counts = <fact>마친 레슨</fact> { $lessons }/{ $planned } · { $boxes }
progress-reminder = <fact>알림:</fact> { $reminder }
progress-reminder-alone = <fact>정한 때:</fact> { $reminder }. ‘오늘’이라고 보내면 열려요.
progress-follow = { $day }에 어떻게 되었는지 여쭐게요.
progress-follow-alone = { $day }쯤 ‘오늘’을 보내 주시면 어떻게 되었는지 여쭐게요.
progress-spent = <fact>읽고 푼 시간</fact> 약 { $minutes }분
progress-spent-hours = <fact>읽고 푼 시간</fact> 약 { $hours }시간 { $minutes }분
progress-spent-whole = <fact>읽고 푼 시간</fact> 약 { $hours }시간
progress-unit =
    { $number }. { $name } { $done }/{ $count }
    <bar>{ $bar }</bar>
bar-done = ■
bar-left = □
progress-known = <fact>배운 생각</fact> { $taught }개: 익힘 { $known } · 익히는 중 { $learning }
progress-known-fading = <fact>배운 생각</fact> { $taught }개: 익힘 { $known } · 익히는 중 { $learning } · 흐려짐 { $fading }
progress-fading = <fact>흐려지는 레슨:</fact> { $titles }
progress-fading-more = <fact>흐려지는 레슨:</fact> { $titles }, 그 밖에 { $more }개
progress-ahead = <fact>앞으로</fact> { $times }번, 하루 { $minutes }분 안쪽
progress-ahead-making = <fact>앞으로</fact> { $times }번, 하루 { $minutes }분 안쪽 (만들기는 { $longest }분까지)
progress-paused = 지금은 쉬는 중이에요. { $back }부터 이어 가요.
progress-lighter = 가볍게 가는 주예요. 레슨은 { $back }부터 이어져요.
progress-lighter-ahead = 다음 주는 가볍게 가요. 레슨은 { $back }부터 이어져요.
progress-over = 과정을 모두 마쳤어요.
progress-now = <fact>다음 차례</fact> 「{ $title }」, 지금 열 수 있어요.
progress-then = <fact>다음 차례</fact> 「{ $title }」, { $moment }
progress-days = <fact>함께한 날</fact> { $days }일
progress-days-in-a-row = <fact>함께한 날</fact> { $days }일 (이어서 { $run }일)
# Who left out a day reads in the same sentence why the count goes on: the days that are free in a week of theirs, …
progress-days-in-a-row-free = <fact>함께한 날</fact> { $days }일 (이어서 { $run }일, 한 주에 { $free }일까지는 빠져도 끊기지 않아요)
# … or days on which nothing was to come.
progress-days-in-a-row-rest = <fact>함께한 날</fact> { $days }일 (이어서 { $run }일, 쉬기로 한 날과 공휴일은 빼고 세요)
contents =
    <title>목차</title>

    <list>{ $units }</list>

    마친 곳은 언제든 다시 읽을 수 있어요. ‘2단원’이나 ‘레슨 3’처럼 보내 주세요.
contents-unit =
    { $number }단원 { $name } { $state ->
        [done] (마침)
        [begun] ({ $done }/{ $count })
       *[new] (아직)
    }
    { $goal }
contents-of-unit =
    <title>{ $number }단원 { $name }</title>
    { $goal }

    <list>{ $parts }</list>
contents-part = { $name }{ $state ->
        [done] {" "}(마침)
        [now] {" "}(지금 차례)
        [left] {" "}(남겨 둠)
       *[new] {""}
    }
contents-lesson = { $number }. { $title }
contents-practice = 만들기: { $title }
contents-check = 점검: { $title }
read-line =
    내가 적은 줄
    <quote>“{ $line }”</quote>
paced =
    { $text }

    ({ $page }/{ $pages })
paced-first =
    { $text }

    ({ $page }/{ $pages }) 짧은 줄로 나누어 보여 드려요.
sorry-no-such-unit = 단원은 1단원부터 { $units }단원까지 있어요.
button-unit = { $number }단원
button-read-on = 이어서
button-see-practice = 만들기 다시
button-see-check = 점검 다시
plan =
    <title>{ $title } 설계서</title>
    { $state }

    <list>{ $rows }</list>
# How many boxes hold a line: the one number of boxes, in the same words wherever it is told.
plan-boxes = 설계서 { $boxes }/{ $all }칸 적음
plan-state-done = { $boxes } (✓는 다 적은 칸)
plan-row = { $box }. { $name } ({ $filled }/{ $all }줄)
plan-row-done = { $box }. { $name } ✓
plan-row-empty = { $box }. { $name }
plan-next =
    다음은 { $box }번 칸의 { QUOTE($slot, "이에요/예요") }.
    ‘{ $try }번 칸’처럼 적으면 그 칸이 열려요.
plan-next-lacks =
    다음은 { $box }번 칸의 { QUOTE($slot, "이에요/예요") }.
    { $lacks }
    ‘{ $try }번 칸’처럼 적으면 그 칸이 열려요.
plan-begin =
    아직 비어 있어요.
    레슨마다 한 줄씩 적으면 { $all }칸을 다 적게 돼요.
plan-later =
    배운 데까지는 다 적었어요. 나머지는 레슨을 따라가며 채워요.
    ‘{ $try }번 칸’처럼 적으면 그 칸이 열려요.
plan-done =
    { $all }칸을 다 적었어요. 이제 한 사람에게 보여 줄 때예요.
    ‘{ $try }번 칸’처럼 적으면 그 칸이 열려요.
plan-box =
    <title>{ $box }. { $name }</title>
    { $state }
plan-box-done = 다 채웠어요.
plan-box-enough = 꼭 적을 것은 다 적었어요.
plan-box-open = { $left }줄이 남았어요. 다음은 { QUOTE($slot, "이에요/예요") }.
plan-slot =
    <fact>{ $slot }</fact> · { $day }
    <quote>“{ $text }”</quote>
plan-slot-empty =
    <fact>{ $slot }</fact>
    아직 비어 있어요.
plan-slot-free =
    { $slot }
    적고 싶을 때 적어요.
plan-slot-later =
    <fact>{ $slot }</fact>
    레슨을 배우면서 적어요.
plan-first-week = 다음 한 주
plan-follow-30 = 한 달 뒤
plan-follow-90 = 석 달 뒤
plan-old-line = 전에 적은 줄
slot-lacks-words = 무엇인지 한 줄로 적어 주세요.
slot-lacks-said = 오간 말을 한 줄로 적어 주세요.
slot-lacks-amount = 금액이 보이면 다 돼요. ‘3만 원’처럼 적어 주세요.
slot-lack-count = 몇 명인지
slot-lack-day = 언제까지인지
slot-lack-stop = 못 미치면 어떻게 할지
slot-lacks-and = {", "}
slot-lacks-goal = { $what }만 더 적으면 다 돼요. ‘12월 20일까지 세 명’처럼 적어 주세요.
slot-lacks-hypothesis = { $what }만 더 적으면 다 돼요. ‘12월 20일까지 세 명, 없으면 접어요’처럼 적어 주세요.
slot-lacks-decision = 계속, 바꿈, 그만 가운데 하나나 다시 볼 날짜가 보이면 다 돼요.
slot-lacks-people = 열 사람이 모이면 다 돼요. 한 줄에 한 사람씩, 가림말로 적어 주세요.
slot-lacks-checked = □ 표시가 남아 있어요. 마치면 다시 점검해 주세요.
checklist-ask =
    <title>{ $number }/{ $count } { $name }</title>
    { $ask }
checklist-yes = 네, 그렇게 해요
checklist-later = 아직이에요
checklist-none = 해당 없어요
checklist-says-yes = 네네 지켜요 지키고있어요 그렇게하고있어요 그렇게할게요 찾아봤어요 적어요 적어뒀어요 확인했어요 봤어요 다했어요 물론이죠 오케이 네 예 응 넵 넹 그래요 그렇게해요 해요 하고있어요 했어요 했습니다 그럼요 당연하죠 ㅇㅇ ㅇ ㅇㅋ 맞아요 빼요 안넣어요 안써요
checklist-says-later = 안해요 안하고있어요 못하고있어요 안적어요 안적었어요 안찾아봤어요 못찾아봤어요 확인못했어요 안봤어요 못봤어요 깜빡했어요 앞으로할게요 할게요 아직은요 아직못했어요 아직안봤어요 아직 아직이에요 아직요 아직안했어요 아니요 아니 아뇨 안했어요 못했어요 ㄴㄴ ㄴ 몰라요 모르겠어요
checklist-says-none = 그런일없어요 그런거없어요 안만들어요 그런건안만들어요 안쓸거예요 저랑상관없어요 해당사항없어요 해당없는데요 저는안써요 저는해당없어요 해당없어요 해당없음 없어요 상관없어요 해당안돼요 안해당돼요 패스 건너뛸게요
checklist-says-stop = 그만 그만할래요 그만할게요 나중에 나중에요 나중에할래요 나중에할게요 나갈래요 닫기 멈출래요 이따가
checklist-left =
    여기서 멈출게요. 아직 적은 것은 없어요.
    이어서 하려면 ‘AI 점검’이라고 보내 주세요.
checklist-done = 다섯 가지를 모두 살펴봤어요.
checklist-open =
    아직인 것은 { JOSA($items, "이에요/예요") }.
    마치면 ‘AI 점검’이라고 보내 주세요. 다시 훑어봐요.
sorry-checklist = ‘네’, ‘아직’, ‘해당 없어요’ 가운데 하나로 답해 주세요.
slot-now =
    지금 적힌 줄이에요. ({ $day })
    <quote>“{ $text }”</quote>
slot-before =
    앞서 적은 줄 ({ $day })
    <quote>“{ $text }”</quote>
slot-before-more = 그 앞에 적은 { $more }줄은 ‘내데이터’에서 볼 수 있어요.
slot-emptied =
    { QUOTE($slot, "을/를") } 비웠어요.
    앞서 적은 줄은 남아 있어요. 그것까지 없애려면 ‘기록까지 지우기’를 눌러 주세요.
slot-empty-which = { $box }번 칸에는 { $count }줄이 있어요. 어느 줄을 비울까요?
slot-erase-ask =
    ‘{ $slot }’에 적은 줄을 앞서 적은 것까지 모두 지울까요?
    지우면 되돌릴 수 없어요.
slot-erased = ‘{ $slot }’에 적은 줄을 모두 지웠어요.
lines-found = ‘{ $word }’ 이야기가 { $count }줄 있어요.
lines-more = 나머지 { $more }줄은 설계서의 칸에서 볼 수 있어요.
lines-none = ‘{ $word }’ 이야기는 아직 적지 않았어요.
document-title = 나만의 일 설계서
document-title-of = { $title } 설계서
document-file = 나만의-일-설계서
document-date = { $year }년 { $month }월 { $day }일
document-box = { $box }. { $name }
document-people = 열 사람
document-people-count = { $count }명이 적혀 있어요.
document-empty = 아직 비어 있어요.
document-above = 맨 앞에 있어요.
document-later = 앞으로 채울 칸이에요.
document-number = 번호
document-nickname = 가림말
document-why = 왜 이 사람
document-state = 지금
document-said = 오간 말
document-sent = 보냄
document-answered = 답 받음
document-refused = 거절
document-acts = 해낸 일
acts =
    수료증이나 자격증은 없어요. 대신 <verdict>해낸 일을 적은 한 장</verdict>을 만들었어요.
    ‘민지라고 불러 주세요’처럼 이름을 알려 주시면 이름도 들어가요.
acts-in-words = 수료증이나 자격증은 없어요. 대신 여기까지 해낸 일이에요.
acts-none =
    수료증이나 자격증은 없어요.
    대신 레슨 하나를 마치면 해낸 일을 적은 한 장을 만들어 드려요. 끝까지 가면 내가 채운 설계서 { $boxes }칸도 남아요.
acts-honest = 점수나 자격을 증명하지 않아요. 배우며 스스로 해낸 일을 적은 기록이에요.
acts-file = 나만의-일-해낸-일
acts-days = { $since }에 시작해서 { $until }까지 했어요.
acts-unit = { $unit }단원 ‘{ $name }’, { $day }에 마쳤어요.
acts-plan = 설계서 { $all }칸 가운데 { $begun }칸에 내 말을 적었어요.
button-acts = 해낸 일 한 장
document-act-days = 함께한 날 { $days }일, 레슨 { $lessons }개와 만들기 { $makings }개를 마쳤어요.
document-act-people = { $spoken }명에게 말을 걸었고, { $answers }명의 답을 들었어요.
document-dated = { $name } · { $day }
document-hypothesis = 그때의 가설: { $text }
document-mine = 나: { $text }
document-theirs = 답: { $text }
document-next = 다음
document-pdf =
    설계서를 A4 PDF로 만들었어요.
    { $people ->
        [yes] 첫 장에 약속과 가격, 열 사람과 첫 메시지를 모았어요.
       *[no] 첫 장에 자주 볼 줄을 모았어요.
    } 빈칸은 손으로 채울 수 있어요.
document-no-file =
    여기서는 파일을 드릴 수 없어서, 설계서 첫 장을 글로 옮겼어요.
    길게 눌러 복사하면 메모장에 붙일 수 있어요. 나머지는 ‘7번 칸’처럼 적으면 칸마다 열려요.
document-blank =
    아직 적은 줄이 없어서, 손으로 채울 빈 설계서를 A4 PDF로 만들었어요.
    여기서 한 줄씩 적어도 같은 자리가 차요.
document-md = 적은 줄을 모두 마크다운 파일로 만들었어요. 메모 앱이나 노트에 그대로 옮길 수 있어요.
document-png = 고른 것만 담아 그림으로 만들었어요. 이름과 열 사람은 담지 않았어요.
share =
    그림에 담을 것이에요.

    { $shown }

    더 담거나 뺀 다음 ‘그림 받기’를 눌러 주세요. 이름과 열 사람은 담지 않아요.
share-nothing = 그림에 담을 칸을 골라 주세요. 이름과 열 사람은 담지 않아요.
button-as-pdf = PDF로 받기
button-as-text = 글로 받기
button-as-notes = 마크다운 받기
card = 이 문장만 담아 카드로 만들었어요. 길게 눌러 저장하거나 보내고 싶은 사람에게 보낼 수 있어요.
card-which =
    <title>한 문장 카드</title>
    고른 문장과 봇의 이름만 담아요. 어느 문장을 담을까요?

    <list>{ $rows }</list>
card-row = { $slot }: “{ $text }”
button-card = 한 문장 카드
button-story = ‘{ $shop }’의 설계서
story =
    <title>‘{ $shop }’의 설계서</title>
    레슨에 나온 지어낸 가게예요. { $unit }단원까지 적은 대로예요.
story-whole =
    <title>끝까지 간 한 사람의 설계서</title>
    레슨에 나온 지어낸 가게, { QUOTE($shop, "이에요/예요") }. 고쳐 적은 칸은 고친 대로 보여 드려요.
story-row = <item>{ $box }. { $name }</item>
    { $text }
button-other-card = 다른 문장 고르기
button-several = 여러 칸 담기
button-share = 공유할 그림
button-picture = 그림 받기
button-pick-again = 다시 고르기
button-offer-in = 약속·가격 넣기
button-offer-out = 약속·가격 빼기
button-box-in = { $box }번 칸 넣기
button-box-out = { $box }번 칸 빼기
button-other-boxes = 다른 칸 보기
sorry-nothing-written = 설계서에 적은 줄이 아직 없어요. 한 줄을 적으면 그때부터 받을 수 있어요.

button-see-box = { $box }번 칸 보기
button-write-slot = { $slot } 쓰기
button-rewrite-slot = { $slot } 고치기
button-open-slot = { $slot } 열기
button-empty = 비우기
button-empty-slot = { $slot } 비우기
button-erase = 기록까지 지우기
button-erase-sure = 모두 지우기
sorry-no-such-box = 설계서는 1번부터 { $most }번 칸까지 있어요. ‘{ $try }번 칸’처럼 적어 주세요.
sorry-slot-empty = { QUOTE($slot, "은/는") } 벌써 비어 있어요.

## Decisions about a hypothesis

decision-go-on = 계속
decision-change = 바꿈
decision-stop = 그만
decision-go-on-worth = 기록을 보고 이어 갈 까닭을 찾았어요. 같은 크기로 한 번 더 해 보면 돼요.
decision-change-worth = 기록을 보고 바꿀 곳을 찾았어요. 하나만 바꾸고, 다시 볼 날짜를 적어 두면 돼요.
decision-stop-worth = 멈출 때를 스스로 정했어요. 안 맞는 짐작을 알아낸 것도 맞는 짐작을 찾은 것만큼 값진 결과예요.
decision-kept = 설계서 { $box }번 칸에 ‘{ $label }’ 결정을 오늘 날짜로 적어 두었어요.
decision-why =
    무엇을 보고 그렇게 정했나요?
    들은 말이나 숫자를 한 줄로 적어 주세요.
decision-about =
    설계서에 적힌 가설이에요.
    <quote>“{ $text }”</quote>
decision-ask = 이 가설은 { QUOTE($label, "으로/로") } 정하셨나요?
decision-count = { $label } { $count }번
decisions-told = 가설을 두고 정한 것: { $each }
decisions-worth =
    가설을 두고 정한 것: { $each }
    안 맞는 짐작을 알아낸 것도 맞는 짐작을 찾은 것만큼 값진 결과예요.
button-decide = { $label } 적기
button-as-line = 이 줄에 적기
button-add-decision = 결정 더하기
button-decisions = 결정 보기

## Pictures

photo-kept = 사진은 저장하지 않고, 올린 날만 적어 둬요.
photo-line = { $day }에 사진으로 남겼어요.
photo-not-here =
    사진은 열어 볼 수 없어서 저장하지 않았어요.
    하고 싶은 말은 글로 적어 주세요.
photo-unread = 사진은 저장하지 않고, 함께 적은 말만 읽었어요.
sorry-photo =
    사진은 저장하지 않았고, 함께 적은 말은 알아듣지 못했어요.
    하고 싶은 말을 조금 바꿔서 적어 주세요.

## Ten people

people = 열 사람 가운데 { $count }명을 적었어요.
people-sent_to = 말을 건 분은 { $count }명이에요.
people-sent_to-none = 아직 말을 건 분이 없어요.
people-unsent = 아직 말을 걸지 않은 분은 { $count }명이에요.
people-unsent-none = 적어 둔 분께는 모두 말을 걸었어요.
people-waiting = 보냈는데 아직 답이 없는 분은 { $count }명이에요.
people-waiting-none = 보내고 답을 기다리는 분은 없어요.
people-answered = 답을 주신 분은 { $count }명이에요.
people-answered-none = 답을 적어 둔 분은 아직 없어요.
people-due = 다시 연락하기로 한 분은 { $count }명이에요.
people-due-none = 다시 연락하기로 한 분은 없어요.
people-ask =
    누구를 더할까요? 한 명도, 여러 줄도 돼요.
    ‘미용실 원장님 - 예약 전화가 겹친대요’처럼 가림말과 이유를 적어 주세요.
people-offer =
    ‘{ $first }’부터 { $count }명이 보여요.
    설계서의 ‘열 사람’에 적을까요?
people-doubt =
    ‘{ $text }’, 이분을 ‘열 사람’에 적을까요?
    아니면 ‘미용실 원장님 - 예약 전화가 겹친대요’처럼 말을 걸 분을 적어 주세요.
people-left = 적지 않았어요. 보내신 명단은 남겨 두지 않았어요.
sorry-no-list = 기다리는 명단이 없어요. 열 사람을 한 줄에 한 분씩 적어 보내 주세요.
people-added = { $added }명을 적었어요. 지금 { $count }명이에요.
person-added-why =
    { QUOTE($alias, "을/를") } 적었어요. 지금 { $count }명이에요.
    왜 이분인지 한마디 적어 주세요.
person-why-ask = ‘{ $alias }’, 왜 이분인지 한마디 적어 주세요.
person-alias-ask = ‘{ $alias }’, 어떤 가림말로 바꿀까요? 이름 대신 ‘금요일 셔츠 손님’처럼 적어 주세요.
person-alias = { QUOTE($alias, "을/를") } { QUOTE($now, "으로/로") } 바꿔 적었어요.
person-why = ‘{ $alias }’의 이유를 적었어요.
person-head = <title>{ $n }. { $alias }</title>
person-has-why = <fact>이유:</fact> { $text }
person-has-sent = <fact>보낸 날:</fact> { $day }
person-has-said = <fact>보낸 말:</fact> { $text }
person-has-answered = <fact>답 온 날:</fact> { $day }
person-has-answer = <fact>답:</fact> { $text }
person-row = { $n }. { $alias }
person-row-sent = 보냄 { $day }
person-row-said = “{ $text }”
person-row-answer = 답 { $day }“{ $answer }”
person-row-next = 다음 { $day } { $step }
person-sent =
    ‘{ $alias }’께 { $day }에 보냈다고 적었어요.
    답이 오면 ‘답 왔어요: …’라고 보내 주세요.
person-answer-ask = ‘{ $alias }’, 어떤 답이 왔나요? 들은 말 그대로 적어 주세요.
person-answer =
    ‘{ $alias }’의 답을 적었어요.
    다음 약속이 있으면 날짜를 적어 주세요.
person-answer-anew =
    ‘{ $alias }’의 답을 새로 적었어요.
    앞서 적은 답: “{ $before }”
    다음 약속이 있으면 날짜를 적어 주세요.
person-silent =
    ‘{ $alias }’께는 아직 답이 없군요. 줄은 그대로 두었어요.
    한 번만 더 여쭤볼 날을 정해 두거나, 다음 분께 가도 돼요.
person-not-sent = ‘{ $alias }’ 줄에는 보낸 날이 아직 없어요. 보내셨으면 그것부터 적어 둘게요.
person-answered-before = ‘{ $alias }’ 줄에는 답이 적혀 있어요. 줄은 그대로 두었어요.
person-refused = 거절
person-refused-because = 거절: { $text }
person-refused-kept =
    ‘{ $alias }’ 줄에 거절이라고 적고 닫았어요.
    고맙다고 인사하고 다음 분께 가면 돼요.
person-next-ask = ‘{ $alias }’께 언제 다시 연락할까요? ‘다음 주 화요일’처럼 적어 주세요.
person-next-which = ‘{ $alias }’께 다시 연락할 날이 어느 쪽인가요?
person-next-unclear = 오늘 뒤의 날짜를 못 찾았어요. ‘12월 3일’이나 ‘다음 주 화요일’처럼 적어 주세요.
person-next =
    ‘{ $alias }’께 { $day }에 다시 연락하기로 적었어요.
    그날 레슨 알림이 이 약속으로 시작해요.
person-next-alone =
    ‘{ $alias }’께 { $day }에 다시 연락하기로 적었어요.
    그날은 알림이 가지 않으니 달력에도 적어 두세요.
person-next-calendar =
    ‘{ $alias }’께 { $day }에 다시 연락하기로 적었어요.
    구독한 달력에도 들어가요.
person-dropped = { QUOTE($alias, "을/를") } 뺐어요. 지금 { $count }명이에요.
person-which = 어느 분인가요?
people-ordered = 순서를 바꾸었어요. 이제 이 순서예요.
people-undone =
    되돌렸어요.
    열 사람에 지금 { $count }명이 있어요.
slot-people =
    { $slot } ({ $count }/10)
people-line = 설계서 { $box }번 칸의 ‘열 사람’에 { $added }명을 적어 두었어요. 지금 { $count }명이에요.
people-lack = 열 명이 되면 이 줄이 다 차요. 한 명씩 더해도 돼요.
people-now = 지금 적힌 { $count }명이에요.
mine-people = 열 사람
reminder-person = 오늘 ‘{ $alias }’께 다시 연락하기로 했지요.
reminder-person-step =
    오늘 ‘{ $alias }’께 다시 연락하기로 했지요.
    다음: { $step }
reminder-person-more = 오늘 ‘{ $alias }’와 다른 { $more }분께 다시 연락하기로 했지요.
button-keep-people = 좋아요
button-leave-people = 아니요
button-pasted = 명단 { $count }명 적기
button-people = 열 사람 보기
button-people-from = { $n }번부터 보기
button-add-person = 사람 더하기
button-person = { $n }. { $alias }
button-person-sent = 보냈어요
button-person-answer = 답 적기
button-person-next = 다음 날짜
button-person-why = 이유 적기
button-person-alias = 가림말 고치기
button-person-drop = 빼기
sorry-no-person =
    누구인지 못 찾았어요.
    ‘미용실 원장님 - 예약 전화가 겹친대요’처럼 적어 주세요.
person-several = { $count }명의 줄에 함께 적었어요.
people-none-yet =
    열 사람은 아직 비어 있어요.
    ‘열 사람’에 별명으로 적어 두면 그때부터 번호로 말할 수 있어요.
sorry-no-such-person =
    열 사람 가운데 누구인지 모르겠어요.
    ‘3번한테 보냈어요’처럼 번호로 말해도 돼요.
sorry-no-such-place =
    그 번호에는 아직 아무도 없어요. 지금 { $count }명이 있어요.
    ‘열 사람 보기’에서 번호를 볼 수 있어요.
sorry-person-too-long = 가림말은 { $alias }자, 이유는 { $why }자까지 적을 수 있어요. 조금 줄여 주세요.
sorry-most-people = { $most }명까지 적을 수 있어요. 마친 줄을 빼고 다시 보내 주세요.

## Masking

masked = { JOSA($what, "은/는") } 가려서 적었어요.
masked-name = 이름
masked-phone = 전화번호
masked-resident = 주민등록번호
masked-card = 카드 번호
masked-account = 계좌나 사업자 번호
masked-passport = 여권 번호
masked-plate = 차 번호
masked-email = 메일 주소
masked-address = 주소
masked-handle = 메신저 아이디
masked-door = 현관 비밀번호

help =
    이렇게 말해 보세요.

    <list>{ $lines }</list>

    더 할 수 있는 말은 아래에 모아 두었어요. 버튼은 번호로 적어도 돼요.
    레슨은 미리 써 둔 글이에요. AI가 그때그때 짓지 않아요.
can-be-said =
    이런 말을 알아들어요.

    <list>{ $lines }</list>
said-does = { $word } — { $does }
about-learn = 배우기
about-plan = 설계서
about-rhythm = 알림과 쉬기
about-self = 내 정보

typed-practice = 만들기
does-practice = 단원마다 내 일로 만들어 봐요
typed-check = 점검
does-check = 단원의 점검을 열어요
typed-people = 열 사람
does-people = 먼저 이야기할 열 사람을 적어요
typed-mix = 조합기
does-mix = 내 분야와 이을 다른 분야를 골라 봐요
typed-price = 값 정하기
does-price = 네 가지를 물어 값을 셈해요
typed-checklist = AI 점검
does-checklist = AI에 맡기기 전에 다섯 가지를 훑어요
typed-lighter = 가볍게 한 주
does-lighter = 한 주 동안 복습만 해요
typed-short-lines = 짧은 줄로
does-short-lines = 글을 짧게 나누어 읽어요
typed-cue = 여는 때 바꾸기
does-cue = 무엇을 할 때 열지 다시 정해요
typed-line = 7번 칸
does-line = 설계서의 그 칸을 보고 고쳐요
typed-reread = 레슨 3
does-reread = 마친 레슨을 다시 읽어요
typed-easier = 쉽게 설명해 줘
does-easier = 다른 일의 예로 다시 봐요
typed-report = 이 문제 이상해요
does-report = 답한 뒤에 문제를 알려요

## What sets the lesson off, and the promise of what one offers

cue-ask =
    무엇을 할 때 레슨을 열까요?
    고르거나, ‘커피를 내리면’처럼 적어 주세요.
cue-now =
    지금은 ‘{ $cue }’ 레슨을 열기로 했어요.
    바꾸려면 고르거나, ‘커피를 내리면’처럼 적어 주세요.
cue-kept = 이제 ‘{ $cue }’ 레슨을 열기로 해요.
which-promise =
    어떤 약속을 말씀하시는 거예요?
    레슨은 ‘{ $cue }’ 열기로 했어요. 고객에게 건네는 약속은 설계서에 적어요.
which-promise-none =
    어떤 약속을 말씀하시는 거예요?
    레슨을 여는 때와, 고객에게 건네는 약속이 있어요.
slot-promise = 약속
button-cue = 레슨 여는 때
button-promise = 고객과의 약속

## One learner, two messengers

link-code =
    다른 메신저에서 이렇게 보내 주세요.

    연결 { $code }

    { $minutes }분 안에 한 번만 쓸 수 있어요.
link-places =
    이어진 곳: { $places }
    { $rings }
linked =
    이어졌어요. 함께한 날 { $days }일, 마친 레슨 { $lessons }개, 적은 줄 { $lines }개가 이제 하나의 기록이에요.
    { $rings }
linked-new =
    이어졌어요. 어디서 열어도 같은 기록이에요.
    { $rings }
linked-hour = 시간은 번호를 준 쪽을 따라 { $reminder }예요.
linked-lines = 같은 칸에 두 곳에서 적었으면 나중 줄이 보여요. 먼저 적은 줄은 ‘내데이터’에 있어요.
linked-mistaken = 내 기록이 아니면 { $minutes }분 안에 ‘되돌리기’를 눌러 주세요.
linked-elsewhere = 방금 { $channel }에서 기록을 이었어요. 내가 한 일이 아니면 ‘연결’을 열어 떼어 주세요.
linked-parted =
    잇기 전으로 되돌렸어요.
    두 곳의 기록은 잇기 전 그대로이고, 그 뒤에 한 것은 번호를 준 쪽에 남아요.
link-rings = 알림은 { JOSA($channel, "으로/로") } 가요.
link-rings-nowhere = 이어진 곳 가운데 먼저 말을 걸 수 있는 메신저가 없어서 알림은 가지 않아요.
link-which-off =
    어느 곳을 뗄까요?
    기록은 남은 곳에 그대로 있어요. 뗀 곳에서 다시 말하면 처음 온 분으로 시작해요.
link-off =
    { JOSA($channel, "을/를") } 뗐어요. 기록은 남은 곳에 그대로 있어요.
    다시 이으려면 ‘연결’이라고 보내 주세요.
link-tries =
    맞지 않는 번호가 여러 번 왔어요.
    { $minutes }분 뒤에 새 번호를 받아 다시 보내 주세요.
link-here = { $channel }(여기)
link-there = { $channel }
button-apart = 잇기 전으로
button-unlink = 연결 해제
button-ring-on = 알림 { $channel }
channel-telegram = 텔레그램
channel-kakao = 카카오톡
channel-web = 웹 페이지
sorry-link-code =
    지금은 쓸 수 없는 번호예요.
    원래 쓰던 메신저에서 ‘연결’이라고 보내 새 번호를 받아 주세요.
sorry-link-same = 이 번호는 여기서 받은 거예요. 다른 메신저에서 보내 주세요.
link-alone = 이어진 다른 곳이 없어요. 이으려면 ‘연결’이라고 보내 주세요.
sorry-link-late = 잇고 10분이 지나서 되돌릴 수 없어요. 한 곳만 떼려면 ‘연결 해제’라고 보내 주세요.

## The calendar

calendar =
    { JOSA($what, "을/를") } 달력 파일에 담았어요.
    파일을 열어 휴대폰 달력에 더하면, 그때마다 달력이 알려 줘요.
    시간을 바꾸면 다시 받아 주세요.
calendar-or-feed =
    { JOSA($what, "을/를") } 달력에 담았어요.
    열어서 휴대폰 달력에 더하면, 그때마다 달력이 알려 줘요.
    거기서 ‘구독하기’를 고르면 시간을 바꿔도 달력이 저절로 맞춰져요.
calendar-of-rhythm = { $rhythm } 레슨
calendar-of-once = 다시 알려 드릴 때
calendar-of-days = 약속한 날 { $count }개
calendar-has-feed =
    구독한 달력은 { $since }부터 이어져 있어요.
    새로 구독하면 앞의 주소는 닫혀요.
calendar-follows = 구독한 달력도 몇 시간 안에 새 시간으로 바뀌어요.
calendar-no-hour =
    달력에 넣을 시간이 아직 없어요.
    언제 레슨을 열지 먼저 정해 주세요. ‘평일 아침 8시’처럼 적으면 돼요.
calendar-off =
    알림을 꺼 두어서 달력에 넣을 레슨 시간이 없어요.
    다시 켜면 정해 둔 시간이 담겨요.
calendar-none-left =
    정해 둔 시간이 모두 조용한 시간이나 쉬는 날에 들어서, 달력에 넣을 레슨이 없어요.
    시간을 바꾸면 담을 수 있어요.
calendar-ended = 과정을 모두 마쳐서 달력에 넣을 레슨은 이제 없어요.
calendar-no-file =
    여기서는 달력 파일을 드릴 수 없어요.
    휴대폰 달력에 이렇게 적어 두면 그때 알려 줘요.
calendar-note-rhythm = · { $rhythm }: 나만의 일 (되풀이)
calendar-note-day = · { $day }: { $title }
calendar-stopped =
    달력 구독을 끊었어요. 그 주소로는 이제 아무것도 보이지 않아요.
    달력 앱에서도 구독을 지우면 남은 일정이 사라져요.
calendar-no-feed =
    지금은 구독한 달력이 없어요.
    파일로 넣은 일정은 달력 앱에서 지울 수 있어요.
calendar-how-stopped =
    달력 구독은 { $since }부터 이어져 있어요.
    ‘달력 끊어 줘’라고 보내면 끊겨요.
calendar-since = { $since }부터
button-calendar = 달력에 넣기
button-calendar-stop = 구독 끊기

# What stands in the calendar itself: short, for a locked screen.
calendar-title = 나만의 일
calendar-file = 나만의-일-달력
calendar-lesson = 나만의 일 · 오늘의 레슨
calendar-lesson-text = 대화방에서 ‘오늘’이라고 보내면 레슨이 열려요. 5분이면 돼요.
calendar-person = 나만의 일 · ‘{ $alias }’께 연락
calendar-act = 나만의 일 · 다음에 할 일
calendar-promise = 나만의 일 · 약속한 일
calendar-line = 나만의 일 · { $slot } 다시 볼 날
calendar-follow = 나만의 일 · 어떻게 되었나요?
calendar-follow-text = 대화방에서 ‘오늘’이라고 보내면 어떻게 되었는지 여쭐게요.

## What is kept

mine =
    <title>지금 적혀 있는 것은 이만큼이에요.</title>

    <fact>첫 만남:</fact> { $since }
    <fact>하는 일:</fact> { $trade }
    <fact>호칭:</fact> { $name }
    <fact>알림:</fact> { $reminder }
    <fact>나의 약속:</fact> { $intention }
    <fact>달력 구독:</fact> { $calendar }
    <fact>끝낸 레슨</fact> { $finished }개, 푼 문제 { $answers }개
    <fact>함께한 날</fact> { $days }일, 설계서에 적은 줄 { $lines }개

    웹 화면에서 나눈 말은 이름을 가린 채 60일까지만 남아요.
    전화번호와 메일은 받지 않아요. 호칭은 적어 주신 것만 있어요.
mine-none = 아직 없음
mine-lines = 직접 적은 글은 이만큼이에요.
mine-line =
    <fact>{ $slot }</fact> · { $day }
    “{ $text }”
mine-line-before =
    <fact>{ $slot }</fact>, 앞서 적은 줄 · { $day }
    “{ $text }”
button-box-more = 나머지 보기
button-mine-more = 나머지 보기
button-privacy = 처리 안내 모두 보기
button-privacy-more = 이어서 보기
privacy-page = 처리 안내: { $link }
button-mine-file = 파일로 받기
mine-file = 적혀 있는 것을 한 줄도 빼지 않고 JSON 파일 하나에 담았어요. 적은 글이 그대로 들어 있으니 나만 간직해 주세요.
mine-no-file =
    여기서는 파일을 드릴 수 없어요.
    ‘연결’로 텔레그램이나 웹 화면과 이으면 거기서 파일로 받을 수 있어요.
mine-sent =
    요즘 먼저 보낸 알림이에요.

    { $lines }
mine-sent-line = { $moment }, { $why }: { $end }
sent-why-rhythm = 정해 둔 시간
sent-why-again = 다시 알려 달라고 한 시간
sent-why-follow = 과정을 마친 뒤의 안부
sent-why-silence = 오래 말씀이 없어서
sent-why-answer = 문의에 온 답
sent-why-news = 운영하는 쪽에서 알린 글
sent-end-claimed = 곧 보내요
sent-end-begun = 보내는 중이에요
sent-end-sent = 보냈어요
sent-end-unreachable = 닿지 않았어요
sent-end-unsent = 못 보냈어요
sent-end-unknown = 닿았는지 알 수 없어요
sent-end-failed = 여기서 문제가 생겨 못 보냈어요
sent-end-skipped = 보내지 않았어요
sent-end-late = 너무 늦어져서 보내지 않았어요
sent-end-quiet = 조용히 해 달라고 한 시간이라 보내지 않았어요
sent-end-night = 밤이 늦어서 보내지 않았어요
sent-end-alone = 먼저 말을 걸 수 없는 곳이라 기다렸어요
sent-end-done = 더 할 것이 없어서 보내지 않았어요
sent-end-off = 그만 받기로 해서 보내지 않았어요
button-forget = 모두 지우기
button-forget-all = 모두 지울게요
button-stay = 그대로 둘게요
reminder-silence =
    오랜만이에요. 1년 동안 말씀이 없어서 알려 드려요.

    { $grace }일 뒤인 { $year }년 { $day }에 설계서와 적어 둔 것을 모두 지워요. 그 뒤에는 되돌릴 수 없어요.
    그 전에 무슨 말이든 한마디 보내 주시면 모두 그대로 둘게요.
inquiry-ask =
    운영하는 분께 보낼 글을 적어 주세요.
    적은 글만 가고, 누구인지는 가지 않아요. 답은 이 대화로 와요.
inquiry-kept = 보냈어요. 답이 오면 여기로 알려 드릴게요.
inquiry-kept-alone = 보냈어요. 여기서는 먼저 말을 걸 수 없어서, 답이 오면 다음에 말을 거실 때 보여 드릴게요.
inquiry-not = 보내지 않았어요.
inquiry-too-many = 하루에 { $most }번까지 물어볼 수 있어요. 내일 다시 보내 주세요.
inquiry-answered =
    문의하신 것에 운영하는 분이 답했어요.

    { $text }
inquiry-nobody =
    여기에는 물음에 답할 사람이 정해져 있지 않아요.
    쓰는 법은 ‘도움말’에 있고, 문제가 이상할 때는 답한 뒤에 나오는 ‘이 문제 이상해요’로 알려 주세요. 다른 일은 이 봇을 알려 준 곳에 물어봐 주세요.
inquiry-nobody-kakao =
    이 봇에는 물음에 답할 사람이 정해져 있지 않아요.
    쓰는 법은 ‘도움말’에 있어요. 다른 일은 이 카카오톡 채널을 운영하는 곳에 물어봐 주세요.
button-no-inquiry = 보내지 않을래요
forget-ask =
    설계서와 기록을 모두 지울까요?
    적은 줄 { $lines }개, 만날 사람 { $people }명, 푼 문제 { $answers }개, 함께한 날 { $days }일과 알림, 대화가 모두 지워져요.{ $elsewhere ->
        [yes] { " " }이어 둔 다른 곳에서도 지워져요.
       *[no] { "" }
    }
    지우면 되돌릴 수 없어요. 남기고 싶으면 먼저 ‘인쇄’로 설계서를 받아 두세요.
forget-not = 지우지 않았어요. 모두 그대로 있어요.
forgotten =
    { $day } { $clock }에 모두 지웠어요. 이 말이 지웠다는 확인이에요.
    그동안 함께해서 좋았어요. 다시 오고 싶을 때 ‘시작’이라고 보내 주세요.

## When something was not understood, or went wrong

understood = { QUOTE($word, "으로/로") } 알아들었어요.
sorry-unknown =
    그 말은 아직 잘 모르겠어요.
    ‘오늘’이나 ‘도움말’이라고 보내 주세요.
suggest =
    무슨 말씀인지 아직 잘 모르겠어요.
    이 가운데 있으면 골라 주세요.
suggest-beside = 다른 뜻이면 아래에서 골라 주세요.
topic-hours = 알림 시간
topic-fewer = 알림 줄이기
topic-rest = 쉬어 가기
topic-today = 오늘 할 것
topic-more = 더 하기
topic-contents = 지난 레슨 다시
topic-review = 복습
topic-easier = 쉬운 설명
topic-hint = 힌트
topic-why = 왜 그 답인지
topic-odd = 문제가 이상해요
topic-undo = 되돌리기
topic-plan = 설계서 보기
topic-write = 어떻게 쓰는지
topic-print = 설계서 뽑기
topic-progress = 진도
topic-how-long = 얼마나 걸리는지
topic-cost = 돈이 드는지
topic-what = 무엇을 하는지
topic-anybody = 나도 되는지
topic-who = 누가 답하는지
topic-article = 원래 글
topic-privacy = 내 글을 누가 보는지
topic-forget = 탈퇴
topic-link = 다른 기기에서 이어 하기
topic-job = 하는 일 바꾸기
topic-inquiry = 사람에게 묻기
topic-law = 법과 신고
topic-people = 열 사람
topic-set-price = 값 정하기
topic-certificate = 수료증
topic-lighter = 가볍게 한 주
topic-letters = 글자와 길이
topic-calendar = 달력에 넣기
topic-zone = 시간대
topic-call = 호칭
topic-promise = 약속 바꾸기
sorry-no-words =
    글로 적은 말만 읽을 수 있어요.
    하고 싶은 말을 글자로 보내 주세요.
sorry-too-long =
    조금만 줄여 주세요.
    { $most }자까지 적어 둘 수 있어요.
sorry-much-too-long =
    한 번에 1,000자까지 읽을 수 있어요. 적어 두신 것은 그대로예요.
    조금 줄여서 다시 보내 주세요.
sorry-too-many =
    앞의 말에 아직 답하고 있어요. 방금 보내신 말은 받지 못했어요.
    답이 오면 이어서 말해 주세요.
sorry-which-option =
    번호나 보기의 말로 답해 주세요.
sorry-no-such-option = 보기는 { $most }번까지 있어요. 그 가운데 하나를 골라 주세요.
sorry-one-option = 가장 가까운 하나만 골라 주세요. 헷갈리면 ‘모르겠어요’라고 보내 주세요.
sorry-which-of = { QUOTE($one, "과/와") } { QUOTE($other, "") } 가운데 하나만 골라 주세요. 헷갈리면 ‘모르겠어요’라고 보내 주세요.
sorry-at-odds = { $n }번은 { QUOTE($shown, "이에요/예요") }. { QUOTE($word, "은/는") } { $at }번이에요. 어느 쪽인가요?
sorry-told = 그러셨군요. 앞의 질문은 그대로 있어요.
sorry-not-that-word = { QUOTE($word, "은/는") } 빼고 생각하시는군요. 남는 답을 하나만 적어 주세요.
sorry-old-button =
    지금은 쓰지 않는 버튼이에요.
    ‘오늘’이라고 보내면 이어서 할 수 있어요.
sorry-not-come =
    단원의 레슨을 모두 마치면 열려요.
    ‘오늘’이라고 보내 레슨부터 열어 볼까요?
not-come-practice =
    { $units ->
        [none] { $unit }단원 만들기는 레슨 { $lessons }개를 더 마치면 열려요.
       *[some] { $unit }단원 만들기는 앞 단원을 마친 뒤, 레슨 { $lessons }개를 마치면 열려요.
    }
not-come-check =
    { $units ->
        [none] { $needs ->
            [making] { $unit }단원 점검은 만들기를 마치거나 나중으로 미루면 열려요.
            [both] { $unit }단원 점검은 레슨 { $lessons }개와 만들기를 마치면 열려요.
           *[lessons] { $unit }단원 점검은 레슨 { $lessons }개를 더 마치면 열려요.
        }
       *[some] { $unit }단원 점검은 앞 단원을 마친 뒤, 레슨 { $lessons }개와 만들기를 마치면 열려요.
    }
sorry-no-quiz =
    아직 풀 문제가 없어요.
    ‘오늘’이라고 보내 레슨부터 열어 볼까요?
sorry-all-asked =
    배운 문제는 요즘 다 여러 번 풀어 봤어요.
    새 레슨을 열면 다른 문제가 나와요.
sorry-all-asked-over =
    배운 문제는 요즘 다 여러 번 풀어 봤어요.
    한동안 쉬었다가 다시 풀어요. 설계서는 ‘계획’에서 볼 수 있어요.
sorry-hour =
    시간을 못 알아들었어요.
    ‘아침 8시 반’이나 ‘08:30’처럼 적어 주세요.
sorry-rest =
    언제까지 쉴지 못 알아들었어요.
    ‘3일’이나 ‘금요일까지’처럼 적어 주세요. 쉬지 않으려면 ‘안 쉴래요’라고 보내 주세요.
sorry-first-hour =
    시간을 못 알아들었어요. 건너뛰어도 괜찮아요.
    ‘아침 8시 반’이나 ‘08:30’처럼 적어 주세요.
sorry-no-such-hour =
    그런 때에는 보내 드릴 수 없어요.
    ‘평일 아침 8시 반’처럼 적어 주세요.
sorry-no-rhythm =
    아직 알림 시간이 없어요.
    ‘알림 평일 아침 8시’처럼 먼저 정해 주세요.
sorry-which-change =
    그렇게 바꾸면 언제가 되는지 잘 모르겠어요.
    ‘알림 평일 밤 9시’처럼 전부 적어 주세요.
sorry-cannot-remind =
    카카오톡에서는 먼저 알려 드릴 수 없어요.
    편할 때 ‘오늘’이라고 보내 주세요.
sorry-one-pause =
    쉬는 날은 한 번에 하나만 적어 둘 수 있어요.
    { $back } 다시 만난 뒤에 말해 주세요.
sorry-far-holiday =
    그 연휴는 아직 날짜를 몰라요.
    ‘2월 6일까지 쉬기’처럼 날짜로 적어 주세요.
sorry-trouble =
    잠깐 문제가 생겼어요. 적어 두신 것은 그대로 있어요.
    잠시 뒤 ‘오늘’이라고 보내 주세요.
sorry-not-kept =
    지금은 기록을 쓸 수 없어요. 방금 보내신 말은 적어 두지 못했어요.
    잠시 뒤에 다시 보내 주세요.

## What an operator tells everybody

news =
    알려 드려요.

    { $text }
news-goes-on = 레슨은 하던 데서 이어서 하면 돼요.

## What an operator reads

serving = 나만의 일이 열렸어요: { $address }
serving-phone = 같은 와이파이에 있는 휴대폰에서는 이 코드를 찍어 주세요: { $address }
setting-taken = { $name }에서는 열 수 없어요. 먼저 켜 둔 봇이 있으면 끄고, 없으면 .env에 PORT=8081처럼 다른 번호를 적어 주세요.
setting-unknown = 설정 { $name }: 모르는 이름이에요. { $meant ->
    [none] README의 설정 표에 있는 이름만 써 주세요.
   *[other] { $meant }인가요? .env나 환경 변수에서 이름을 고쳐 주세요.
}
setting-strange = 환경 변수 { $name }: 이 봇의 설정이 아니라서 읽지 않았어요. { $meant ->
    [none] 다른 프로그램의 것이면 그대로 두세요.
   *[other] { JOSA($meant, "을/를") } 적으려던 것이면 이름을 고쳐 주세요.
}
setting-missing = 설정 { $name }: 카카오톡 알림에는 KAKAO_BOT_ID, KAKAO_REST_API_KEY, KAKAO_EVENT가 모두 있어야 해요. 빠진 것을 적어 주세요.
setting-KAKAO_MONTHLY_CAP = 한 달에 보낼 카카오톡 알림 수를 적어 주세요. 0이면 제한이 없어요. 예: KAKAO_MONTHLY_CAP=3000
setting-malformed = 설정 { $name }: 값의 모양이 맞지 않아요. { $hint }
setting-TELEGRAM_TOKEN = @BotFather가 준 ‘숫자:글자’ 토큰을 그대로 적어 주세요.
setting-TELEGRAM_API_URL = http:// 나 https:// 로 시작하는 주소로 적어 주세요.
setting-PUBLIC_URL = https:// 로 시작하는 주소로 적어 주세요.
setting-TELEGRAM_WEBHOOK_SECRET = 영문자, 숫자, _ 와 - 만 256자까지 쓸 수 있어요.
setting-KAKAO_SKILL_SECRET = 스킬의 헤더값과 같은 글자로 적어 주세요.
setting-KAKAO_BOT_ID = 챗봇 관리자센터의 봇 id를 적어 주세요.
setting-KAKAO_REST_API_KEY = 연결한 앱의 REST API 키를 적어 주세요.
setting-KAKAO_EVENT = 이벤트 블록에 정한 이름을 적어 주세요.
setting-KAKAO_API_URL = http:// 나 https:// 로 시작하는 주소로 적어 주세요.
setting-DATABASE_URL = sqlite:///파일 이나 postgresql://사용자@호스트/이름 으로 적어 주세요.
setting-HOST = 귀 기울일 주소를 적어 주세요. 예: HOST=127.0.0.1
setting-TRUSTED_PROXIES = 믿을 프록시의 주소를 쉼표로 이어 적어 주세요. 예: TRUSTED_PROXIES=127.0.0.1, 10.0.0.0/8
setting-COURSE = 과정 폴더의 이름을 적어 주세요. 여럿이면 쉼표로 이어요. 예: COURSE=own-work,first-talk
setting-no-course = 설정 COURSE: { QUOTE($course, "이라는/라는") } 과정 폴더가 없어요. 있는 것은 { JOSA($known, "이에요/예요") }.
setting-PORT = 0부터 65535 사이의 수로 적어 주세요. 예: PORT=8080
setting-BULK_RATE = 1초에 보낼 수를 0보다 크고 100000보다 크지 않은 수로 적어 주세요. 예: BULK_RATE=25
setting-PAID_BROADCAST = 켜려면 true, 끄려면 false라고 적어 주세요. 예: PAID_BROADCAST=true
setting-SECRET_KEY = 띄어쓰기 없이 영문자, 숫자, 기호로 32자 이상 적어 주세요. 여럿이면 새것부터 쉼표로 이어요.
setting-ADMIN_IDS = 채널:번호를 쉼표로 이어 적어 주세요. 예: ADMIN_IDS=telegram:12345
setting-SQL_ECHO = 켜려면 true, 끄려면 false라고 적어 주세요. 예: SQL_ECHO=true
setting-METRICS_TOKEN = 글자로 적어 주세요.

button-take-back = 되돌리기
button-mistap = 잘못 눌렀어요
undone =
    되돌렸어요.

    { $settings }
undone-trade = <fact>하는 일:</fact> { $trade }
undone-zone = <fact>사는 곳:</fact> { $zone } (지금 { $clock })
undone-called = <fact>호칭:</fact> { $name }
undone-intention = <fact>나의 약속:</fact> { $intention }
undone-calendar = <fact>달력 구독:</fact> { $calendar }
undone-short = <fact>레슨 글:</fact> 짧은 줄로
undone-whole = <fact>레슨 글:</fact> 한 번에
undone-reminder = <fact>알림:</fact> { $reminder }
undone-checklist = 방금 한 점검을 지웠어요.
undone-decision = 방금 적은 결정을 지웠어요. 앞서 적은 결정은 그대로예요.
undone-empty =
    비우기를 되돌렸어요.
    <quote>“{ $text }”</quote>
undone-rewritten =
    앞서 적은 줄로 되돌렸어요.
    <quote>“{ $text }”</quote>
mended = 네, 고쳤어요.
mended-asks = 먼저 바꾼 건 되돌렸어요.
word-quiet = 조용히
undone-line =
    방금 적은 줄을 지웠어요. 새로 적고 싶으면 지금 적어 주세요.
    <quote>“{ $text }”</quote>
line-back =
    지운 줄을 다시 적어 두었어요.
    <quote>“{ $text }”</quote>
line-empty-again = 다시 비워 두었어요.
undone-answer = 그 답은 없던 일로 했어요. 다시 골라 주세요.
sorry-nothing-to-undo = 되돌릴 것이 없어요. 알림을 바꾸려면 ‘알림’, 오늘 레슨을 열려면 ‘오늘’이라고 해 주세요.
sorry-nothing-again = 지금은 취소할 되돌리기가 없어요.
button-redo = 되돌리기 취소

sorry-nothing-lately = 방금 바꾼 것이 없어요. 그전에 바꾼 것은 ‘되돌리기’라고 보내면 되돌려요.
button-file = 적기
line-as-it-is =
    { $form }

    그래도 이 말을 설계서에 적을까요?
    <quote>“{ $text }”</quote>
promise-as-it-is =
    { $form }

    그래도 이 말을 약속으로 적을까요?
    <quote>“{ $text }”</quote>
form-amount = { QUOTE($slot, "은/는") } 손님께 말할 금액이에요. ‘한 번에 3만 원’처럼 적어 주세요.
form-goal = ‘{ $slot }’에는 숫자와 날짜가 보여야 해요. ‘12월 20일까지 세 명’처럼 적어 주세요.
form-hypothesis = ‘{ $slot }’에는 숫자와 날짜가 보여야 해요. ‘12월 20일까지 세 명, 없으면 접어요’처럼 적어 주세요.
form-decision = ‘{ $slot }’에는 계속, 바꿈, 그만 가운데 하나가 보여야 해요. ‘계속, 세 분이 다시 물으셨어요’처럼 적어 주세요.
form-people = ‘{ $slot }’에는 말을 걸 분을 적어요. ‘미용실 원장님 - 예약 전화가 겹친대요’처럼 적어 주세요.
form-promise = 약속은 언제 무엇을 할지 보여야 지키기 쉬워요. ‘커피를 내리면, 한 줄을 읽는다’처럼 적어 주세요.
line-left = 적지 않았어요. 다른 말이 떠오르면 지금 적어 주세요.
line-stands = 적어 둔 줄은 그대로 둘게요.
line-left-out = 이 줄은 비워 둘게요. ‘계획’에서 언제든 적을 수 있어요.
    .b = 여기는 비워 두고 갈게요. 생각나면 ‘계획’을 열어 적어요.
    .c = 이 자리는 남겨 둘게요. 나중에 ‘계획’에서 채울 수 있어요.
    .d = 오늘은 적지 않고 갈게요. 적고 싶어지면 ‘계획’이라고 보내 주세요.
line-stuck =
    한 낱말로 시작해도 돼요.

    { $prompt }

    이 가운데 하나를 내 말로 바꿔 보세요.
    <example>{ $samples }</example>
line-sure =
    이 말을 설계서에 적을까요?

    <quote>“{ $text }”</quote>

    다른 말을 적고 싶으면 지금 적어 주세요.

# what is said to somebody who may harm themselves; numbers of 2026-11: 109 자살예방 상담전화, 1577-0199 정신건강 상담전화, 1388 청소년 상담전화
care =
    말해 주셔서 고마워요. 지금 많이 힘드신 것 같아 마음이 쓰여요.

    저는 자동으로 답하는 프로그램이라, 지금은 사람과 이야기하시면 좋겠어요.
care-lines =
    자살예방 상담전화 109는 24시간 받아요.
    정신건강 상담전화는 1577-0199, 청소년은 1388이에요.

    몸이 위험하면 119에 바로 전화해 주세요.
# what is said to somebody who may only be tired or sad, and may be in danger
care-worry = 마음이 많이 무거우신 것 같아요. 하던 것은 그대로 두셔도 괜찮아요.
care-worry-lines =
    혹시 죽고 싶을 만큼 힘들 때는 109로 전화해 주세요.
    상담하는 분이 24시간 받아요.
care-harm =
    말해 주셔서 고마워요. 혼자 감당하지 않아도 되는 일이에요.

    저는 자동으로 답하는 프로그램이라, 지금은 사람과 이야기하시면 좋겠어요.
care-harm-lines =
    지금 위험하면 112에 바로 전화해 주세요. 말하기 어려우면 112로 문자를 보내도 돼요.

    가정폭력, 성폭력, 스토킹은 1366이 24시간 들어요. 청소년은 1388, 학교폭력은 117이에요.

### What keeps the bot from starting, a line each

start-python = 파이썬 3.11 이상이 있어야 켜져요. python.org에서 새 파이썬을 받은 뒤 다시 켜 주세요.
start-packages = 필요한 꾸러미가 아직 없어요. make run으로 켜면 저절로 받아요. make가 없으면 python -m pip install -r requirements.txt로 받아 주세요.
start-fault = 켜는 중에 문제가 생겼어요({ $kind }, { $place }). 이 줄을 개발자에게 보내 주세요.
start-env-encoding = 설정 파일 { $file }: UTF-8로 저장된 글이 아니에요. 편집기에서 UTF-8을 골라 다시 저장해 주세요.
start-env-closed = 설정 파일 { $file }: 읽을 권한이 없어요. 파일의 권한을 확인해 주세요.
start-env-line = 설정 파일 { $file }의 { $line }번째 줄: 읽을 수 없어요. 이름=값 모양으로 고치거나 앞에 #을 붙여 주세요.
start-folder-missing = 데이터베이스를 둘 폴더가 없어요: { $folder } 폴더를 만들거나 DATABASE_URL을 고쳐 주세요.
start-folder-closed = 데이터베이스를 둘 폴더에 쓸 수 없어요: { $folder } 폴더의 권한을 확인해 주세요.
start-file-odd = 데이터베이스 파일을 만들 수 없는 자리예요: { $file } DATABASE_URL을 고쳐 주세요.
start-file-closed = 데이터베이스 파일을 열거나 고칠 수 없어요: { $file } 파일과 폴더의 권한을 확인해 주세요.
start-file-broken = 데이터베이스 파일이 깨져 있어요: { $file } 백업해 둔 파일로 바꿔 주세요.
start-file-busy = 다른 프로그램이 데이터베이스 파일을 쓰고 있어요: { $file } 그 프로그램을 끄고 다시 켜 주세요.
start-disk-full = 디스크에 남은 자리가 없어요: { $file } 자리를 비운 뒤 다시 켜 주세요.
start-not-a-database = SQLite 데이터베이스가 아닌 파일이에요: { $file } DATABASE_URL에 다른 파일 이름을 적어 주세요.
start-schema-newer = 더 새로운 프로그램이 쓰던 데이터베이스예요. 프로그램을 새 것으로 바꾼 뒤 다시 켜 주세요.
start-schema-foreign = 다른 프로그램의 데이터베이스예요. DATABASE_URL에 빈 데이터베이스를 적어 주세요.
start-moving = 옮기다 만 데이터베이스예요. 하던 move 명령을 다시 해서 마친 다음 켜 주세요.
start-address = 설정 DATABASE_URL: 주소를 읽을 수 없어요. sqlite:///파일 이나 postgresql://사용자@호스트/이름 으로 적어 주세요.
start-address-query = 설정 DATABASE_URL: sqlite 주소에는 ?를 쓸 수 없어요. ?부터 뒤를 지우거나 파일 이름을 바꿔 주세요.
start-address-slashes = 설정 DATABASE_URL: sqlite 뒤의 빗금이 모자라요. sqlite:///파일 처럼 세 개를 적어 주세요.
start-address-at = 설정 DATABASE_URL: 비밀번호에 @가 있으면 %40으로 바꿔 적어 주세요.
start-address-words = 설정 DATABASE_URL: ? 뒤의 값을 읽을 수 없어요. 호스팅 화면에 있는 주소를 그대로 다시 옮겨 적어 주세요.
start-address-file = 설정 DATABASE_URL: { $name }의 파일이 없어요: { $file } 인증서 파일의 자리를 고쳐 적어 주세요.
start-server-driver = PostgreSQL을 쓰려면 asyncpg 꾸러미가 있어야 해요. make run이나 pip install -r requirements.txt로 받아 주세요.
start-server-plain = PostgreSQL이 암호화된 연결을 받지 않아요: { $server } 서버에서 TLS를 켜거나, 믿을 수 있는 네트워크 안이면 DATABASE_URL에서 sslmode를 지워 주세요.
start-server-certificate = PostgreSQL 서버의 인증서를 믿을 수 없어요: { $server } DATABASE_URL의 sslrootcert에 서버가 준 인증서 파일을 적어 주세요.
start-server-setting = 설정 DATABASE_URL: ? 뒤에 서버가 모르는 설정이 있어요: { $server } ? 뒤에서 그 이름을 지워 주세요.
start-server-away = PostgreSQL에 닿지 않아요: { $server } 서버가 켜져 있는지, DATABASE_URL의 주소가 맞는지 확인해 주세요.
start-server-login = PostgreSQL이 들여보내지 않아요: { $server } DATABASE_URL의 사용자와 비밀번호를 확인해 주세요.
start-server-database = PostgreSQL에 그런 데이터베이스가 없어요: { $server } DATABASE_URL의 이름을 고치거나 새로 만들어 주세요.
start-server-rights = PostgreSQL에서 표를 만들 권한이 없어요: { $server } 사용자에게 권한을 주세요.
start-secret-other = 이 데이터베이스의 열쇠가 아니에요. 처음부터 쓰던 SECRET_KEY나 열쇠 파일을 되돌려 놓아 주세요.
start-secret-lost = 이 데이터베이스의 열쇠가 없어요: { $file } 파일을 그 자리에 되돌려 놓거나 SECRET_KEY에 그 열쇠를 적어 주세요.
start-secret-broken = 열쇠 파일을 읽을 수 없어요: { $file } 파일의 권한과 내용을 확인해 주세요. 열쇠는 32자 이상이에요.
start-secret-needed = 열쇠 파일을 둘 수 없는 폴더예요: { $folder } 아무도 모르는 글자 32자 이상을 SECRET_KEY에 적어 주세요.
secret-made = 열쇠 파일을 만들었어요: { $file } 이것이 없으면 백업도 되살릴 수 없으니, 백업과는 다른 안전한 곳에 옮겨 적어 두세요.
start-host-unknown = { $name }: 이 컴퓨터의 주소가 아니에요. .env에 HOST=127.0.0.1처럼 적어 주세요.
start-port-closed = { $name }에서는 열 권한이 없어요. .env에 PORT=8080처럼 1024보다 큰 번호를 적어 주세요.
