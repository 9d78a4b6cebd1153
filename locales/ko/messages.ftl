### Every sentence the bot says. 해요체, brief, one idea a bubble; say what to do next.
### JOSA($name, "을/를") puts the right particle after a word; QUOTE does the same with the word in quotes.

## What a learner can type, and the line that explains it in 도움말 and in Telegram's menu

command-start = 시작
command-today = 오늘
command-next = 다음
command-quiz = 퀴즈
command-progress = 진도
command-remind = 알림
command-source = 근거
command-help = 도움말

help-today = 오늘의 레슨을 열어요
help-next = 다음 차례로 넘어가요
help-quiz = 문제를 하나 풀어요
help-progress = 어디까지 왔는지 봐요
help-remind = 알림 시간을 바꿔요
help-source = 글에는 뭐라고 쓰여 있는지 봐요
help-help = 할 수 있는 말을 모두 보여 드려요

## Buttons

button-today = 오늘
button-skip = 건너뛰기
button-first = 첫 레슨 열기
button-ahead = 다음 레슨 미리 보기
button-right = 맞아요
button-fix = 고칠래요

step-review = 되살리기
step-lesson = 레슨 열기
step-ask = 확인 문제
step-line = 내 일에 한 줄

## The first minute

welcome-hello =
    「나만의 일」이에요.
    글 한 편을 내 일로 옮기는 { $weeks }주 과정이에요.

    하루 3분,
    레슨 하나와 문제 둘, 내 일에 한 줄이면 돼요.
welcome-trade =
    예시를 맞춰 드릴게요.
    지금 어떤 일을 하세요?
welcome-hour =
    레슨을 언제 보내 드릴까요?

    고르거나, ‘08:30’처럼 적어 주세요.
welcome-hour-alone =
    레슨을 보통 언제 열고 싶으세요?

    고르거나, ‘08:30’처럼 적어 주세요.
welcome-intend =
    언제 열어 볼지 정해 두면 훨씬 잘 이어져요.
    무엇을 할 때 레슨을 열까요?

    고르거나, ‘커피를 내리면’처럼 적어 주세요.
welcome-intended =
    ‘{ $cue }’ 레슨을 열기로 했어요.
    이제 첫 레슨을 열어 볼까요?
welcome-ready =
    준비됐어요.
    이제 첫 레슨을 열어 볼까요?
welcome-back =
    다시 만나 반가워요.
    하던 곳부터 이어 가요.

intend-1 = 커피를 내리면
intend-2 = 지하철에 앉으면
intend-3 = 점심을 먹고 나면
intend-4 = 씻고 나면

## The lesson

lesson-title = 레슨 { $number }/{ $planned } · { $title }
lesson-example =
    예를 하나 볼게요.

    { $text }
lesson-ahead = 미리 보는 레슨이에요. 오늘 몫은 이미 끝났어요.
lesson-end =
    { $text }

    오늘은 여기까지예요. 함께한 날 { $days }일째예요.

tag = 〔{ $tag }〕
tag-source = 〔{ $tag }: { $source }〕
tag-article = 〔{ $tag }: 글의 { $paragraph }({ $id })〕

line-ask =
    내 일에 한 줄

    { $prompt }

    다른 분들은 이렇게 적을 수 있어요.
    { $samples }
line-kept = 설계서 { $box }번 칸 「{ $name }」에 적어 두었어요.

source =
    「{ $title }」의 근거예요. 글의 문장이 아니라 우리말로 풀었어요.

    { $lines }

day-done =
    오늘 몫은 다 했어요.
    내일 이어서 가도 되고, 더 보고 싶으면 미리 볼 수 있어요.
course-end =
    준비된 레슨을 모두 마쳤어요.
    ‘퀴즈’라고 보내면 배운 것을 되살릴 수 있어요.

## Questions

quiz-review = 되살리기
quiz-check = 확인 { $number }/{ $count }
quiz-ask =
    { $head }

    { $question }

    { $options }
quiz-number = { $n }번
quiz-right =
    맞아요.

    { $because }
quiz-wrong =
    { $because }

    더 맞는 답은 { QUOTE($solution, "이에요/예요") }.
    { $why }

## Reminders

remind-now =
    지금은 { $rhythm }에 보내 드려요.
    바꾸려면 시간을 고르거나 적어 주세요.
remind-none =
    아직 알림 시간을 정하지 않았어요.
    고르거나, ‘08:30’처럼 적어 주세요.
remind-kept =
    { $rhythm }에 보낼게요.
    첫 레슨은 { $first }에 가요.
remind-kept-alone =
    { $rhythm }, 기억해 둘게요.
    카카오톡에서는 먼저 말을 걸 수 없으니, 그때 ‘오늘’이라고 보내 주세요.
remind-which = 어느 때인지 골라 주세요.
remind-no-rhythm = 아직 없음
ring = ‘{ $cue }’ 열기로 한 레슨이에요.
ring-plain = 오늘의 3분 레슨이에요.

## Progress

progress =
    함께한 날 { $days }일
    레슨 { $done }/{ $planned }
    설계서 { $boxes }/{ $all }칸
    알림 { $reminder }

help =
    이렇게 말해 보세요.

    { $lines }

    버튼은 번호로 적어도 돼요.

## When something was not understood, or went wrong

understood = { QUOTE($word, "으로/로") } 알아들었어요.
sorry-unknown =
    무슨 말인지 잘 모르겠어요.
    ‘오늘’이나 ‘도움말’이라고 보내 주세요.
sorry-no-words =
    글로 적은 말만 읽을 수 있어요.
    하고 싶은 말을 글자로 보내 주세요.
sorry-too-long =
    조금만 줄여 주세요.
    { $most }자까지 적어 둘 수 있어요.
sorry-which-option =
    번호나 보기의 말로 답해 주세요.
sorry-old-button =
    지금은 쓰지 않는 버튼이에요.
    ‘오늘’이라고 보내면 이어서 할 수 있어요.
sorry-no-quiz =
    아직 풀 문제가 없어요.
    ‘오늘’이라고 보내 레슨부터 열어 볼까요?
sorry-hour =
    시간을 못 알아들었어요.
    ‘08:30’처럼 적어 주세요.
sorry-trouble =
    잠깐 문제가 생겼어요. 적어 두신 것은 그대로 있어요.
    잠시 뒤 ‘오늘’이라고 보내 주세요.

## What an operator reads

serving = 나만의 일이 열렸어요: { $address }
setting-unknown = 설정 { $name }: 모르는 이름이에요. { $meant ->
    [none] README의 설정 표에 있는 이름만 써 주세요.
   *[other] { $meant }인가요? .env나 환경 변수에서 이름을 고쳐 주세요.
}
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
setting-PORT = 0부터 65535 사이의 수로 적어 주세요. 예: PORT=8080
setting-BULK_RATE = 1초에 보낼 수를 0보다 큰 수로 적어 주세요. 예: BULK_RATE=25
setting-ADMIN_IDS = 채널:번호를 쉼표로 이어 적어 주세요. 예: ADMIN_IDS=telegram:12345
setting-METRICS_TOKEN = 글자로 적어 주세요.
