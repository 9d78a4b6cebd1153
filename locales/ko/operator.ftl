### What an operator asks on the command line, and on the page of theirs

operator-help = 운영하는 분을 위한 명령이에요.
operator-help-backup = 봇이 켜진 채로 모든 기록을 새 파일 하나에 옮겨 적어요.
operator-help-restore = 비어 있는 데이터베이스에 백업 파일을 되살려요.
operator-help-move = 봇을 끈 채로 모든 기록을 SQLite 파일에서 PostgreSQL로 옮겨요. 끊기면 같은 명령으로 이어서 해요.
operator-help-move-to = 옮겨 갈 빈 데이터베이스의 주소예요. postgresql://사용자:비밀번호@호스트/이름
operator-help-stats = 배우는 분이 얼마나 시작하고 돌아오고 마치는지 숫자로 보여 줘요. 다섯 분이 안 되는 수는 가려요.
operator-help-why = 한 분에게 알림이 왜 갔는지, 왜 안 갔는지 보여 줘요. 번호나 채널:번호로 물어요.
operator-help-forget = 탈퇴와 똑같이 한 분의 기록을 모두 지워요.
operator-help-broadcast = 글 하나를 알림을 받는 모든 분에게 보내요. 먼저 몇 분인지, 얼마인지 보여 줘요.
operator-help-broadcast-stop = 아직 받지 않은 분에게는 보내지 않아요.
operator-help-rotate = SECRET_KEY의 새 열쇠로 모두 다시 잠가요. 그 뒤에는 예전 열쇠를 지워도 돼요.
operator-help-doctor = 켜기 전에 살필 것을 한 줄씩 알려 줘요.
operator-cancelled = 그만뒀어요. 바뀐 것은 없어요.
operator-away = 데이터베이스에 닿지 않아요. DATABASE_URL을 살펴본 다음 다시 해 주세요.
operator-refused = 데이터베이스가 받아 주지 않았어요. 바뀐 것은 없어요.
operator-nothing = 아직 기록이 없어요. 봇을 한 번 켠 다음에 해 주세요.
operator-few = 5 미만
operator-nobody = 그런 분이 없어요. 번호나 telegram:12345처럼 채널:번호로 적어 주세요.

## backup, restore

backup-label = 옮겨 적는 중
restore-label = 되살리는 중
backup-title = 옮겨 적은 것
backup-columns = 표, 줄
backup-done = { $file }에 모두 옮겨 적고 다시 읽어 확인했어요. 배우는 분의 말이 들어 있으니 안전한 곳에 두세요. 되살릴 때는 열쇠(SECRET_KEY나 열쇠 파일)도 있어야 하니 따로 챙겨 두세요.
backup-exists = 그 이름의 파일이 이미 있어요. 다른 이름으로 적어 주세요.
backup-no-folder = 그런 폴더가 없어요. 폴더를 먼저 만들거나 다른 곳을 적어 주세요.
backup-nothing = 아직 옮겨 적을 기록이 없어요. 봇을 한 번 켠 다음에 해 주세요.
backup-old-schema = 데이터베이스가 예전 모양이에요. 이 판의 봇을 한 번 켠 다음에 해 주세요.
backup-differs = 옮겨 적은 파일의 줄 수가 달라서 버렸어요. 다시 해 주세요.
backup-broken = 파일을 끝까지 적지 못해서 버렸어요. 디스크에 자리가 있는지 살펴봐 주세요.
restore-in-use = 봇이나 다른 프로그램이 데이터베이스 파일을 쓰고 있어요. 모두 끄고 다시 해 주세요. 아무것도 바꾸지 않았어요.
restore-running = 봇이 켜져 있거나 방금 꺼졌어요. 모두 끄고 1분 뒤에 다시 해 주세요. 아무것도 바꾸지 않았어요.
restore-title = 되살린 것
restore-done = 모두 되살리고 줄 수를 확인했어요. 이제 봇을 켜면 돼요.
restore-missing = 그런 파일이 없어요. 이름을 다시 살펴봐 주세요.
restore-broken = 온전한 백업이 아니에요. 아무것도 되살리지 않았으니 다른 백업으로 해 주세요.
restore-newer = 더 새로운 판에서 만든 백업이에요. 봇을 그 판으로 올린 다음 다시 해 주세요.
restore-not-empty = 데이터베이스에 이미 배우는 분이 있어요. DATABASE_URL에 비어 있는 곳을 적은 다음 다시 해 주세요.
restore-other-key = 이 백업의 열쇠가 아니에요. 백업할 때 쓰던 열쇠를 { $file ->
    [none] SECRET_KEY에 적은
   *[other] SECRET_KEY에 적거나 그 열쇠 파일을 { $file }에 둔
} 다음 다시 해 주세요.
restore-differs = 되살린 줄 수가 달라서 되돌렸어요. 다른 백업으로 해 주세요.

## move

move-label = 옮기는 중
move-title = 옮긴 것
move-done = 모두 옮기고 표마다 줄 수와 내용을 견주어 확인했어요. 이제 DATABASE_URL에 새 주소를 적고 켜면 돼요. { $file } 파일은 그대로 있으니, 잘 켜진 다음에 백업처럼 다뤄 주세요.
move-key = 열쇠 파일도 { $to }에 함께 두었어요. 봇을 이 폴더에서 켜면 그대로 쓰고, 다른 곳에서 켜면 그 내용을 SECRET_KEY에 적어 주세요.
move-key-other = 새 데이터베이스도 같은 열쇠를 써요. { $file } 파일의 내용을 SECRET_KEY에 적고 켜 주세요.
move-to = 옮겨 갈 곳을 --to postgresql://사용자:비밀번호@호스트/이름 으로 적어 주세요.
move-from = 옮기는 것은 SQLite 파일에서만 돼요. DATABASE_URL에 옮길 파일을 sqlite:///파일 로 적어 주세요.
move-nothing = 아직 옮길 기록이 없어요. DATABASE_URL에 PostgreSQL 주소를 적고 켜면 돼요.
move-running = 봇이나 다른 프로그램이 데이터베이스 파일을 쓰고 있어요. 옮기는 동안 온 말을 잃지 않게, 모두 끄고 다시 해 주세요.
move-not-empty = 옮겨 갈 데이터베이스에 이미 기록이 있어요. 빈 곳을 적어 주세요. 앞서 다 옮긴 곳이면 그 주소로 봇을 켜면 돼요.
move-edition = 다른 판의 봇이 옮기다 만 데이터베이스예요. 새로 만든 빈 곳을 적어 주세요.
move-other = 다른 곳에서 같은 데이터베이스로 옮기기 시작해서 멈췄어요. 한쪽만 다시 해 주세요.
move-differs = 옮긴 내용이 파일과 달라서 마치지 않았어요. 옮겨 갈 데이터베이스를 쓰는 다른 프로그램을 끄고 다시 해 주세요.
move-away = 옮기다가 데이터베이스에 닿지 않아 멈췄어요. 옮긴 데까지는 남아 있으니, 살펴본 다음 같은 명령으로 이어서 해 주세요.
move-refused = PostgreSQL이 받아 주지 않는 기록이 있어서 멈췄어요. 파일은 그대로 있으니, 이 줄을 개발자에게 보내 주세요.
move-stopped = 멈췄어요. 옮긴 데까지는 남아 있으니, 같은 명령으로 이어서 해 주세요.

## stats

stats-funnel = 어디까지 왔나요
stats-funnel-columns = 걸음, 분
stats-funnel-joined = 말을 건 분
stats-funnel-hour = 시간을 정한 분
stats-funnel-day = 한 걸음이라도 뗀 분
stats-funnel-lesson = 레슨을 하나 마친 분
stats-funnel-line = 자기 일을 한 줄 적은 분
stats-funnel-ended = 끝까지 온 분
stats-returns = 다시 왔나요
stats-returns-columns = 처음 배운 날부터, 온 분, 그날이 지난 분, 비율
stats-returns-day = { $n }일째
stats-finished = 어느 레슨까지 마쳤나요
stats-finished-columns = 레슨, 마친 분
stats-outcomes = 지난 { $days }일 동안 먼저 보낸 알림
stats-outcomes-columns = 채널, 결과, 통
stats-late = 알림은 얼마나 늦었나요
stats-late-columns = 채널, 평균(초)
stats-memory = 기억 모델은 얼마나 맞나요
stats-memory-columns = 모델의 예상, 예상 평균, 실제로 기억한 비율, 물은 수
stats-memory-chances = 예상 { $low }–{ $high }%
stats-items = 처음 물었을 때 살펴볼 문제
stats-items-columns = 문제, 까닭, 답한 분, 맞힌 비율
stats-item-hard = 반도 못 맞혔어요
stats-item-easy = 거의 다 맞혔어요
stats-item-odd = 이상하다는 말이 있어요

## why

operator-why-title = { $number }번 분의 지난 알림
operator-why-columns = 때, 채널, 까닭, 결과
operator-why-now = { $number }번 분: { $reason }
operator-why-next = 다음 알림은 { $moment }에 가요.
operator-why-no-next = 정해진 다음 알림은 없어요.
operator-why-alone = 먼저 말을 걸 수 있는 메신저가 없어서 채팅에서 기다려요.
operator-why-none = 아직 시간을 정하지 않았어요.
operator-why-ended = 과정을 마쳐서 레슨이 없어요.
operator-why-off = 알림을 꺼 뒀어요.
operator-why-paused = 쉬는 중이에요.
operator-why-holiday = 오늘은 공휴일이라 쉬어요.
operator-why-day = 오늘은 정해 둔 요일이 아니에요.
operator-why-quiet = 정해 둔 시간이 조용한 시간 안에 있어요.
operator-why-night = 늦어진 데다 밤이라서 보내지 않았어요.
operator-why-late = 제때 보내지 못했고, 세 시간이 지나 그만뒀어요.
operator-why-done = 오늘 몫을 먼저 끝내서 보내지 않아요.
operator-why-rested = 위급해 보이는 말이 있어서 오늘은 쉬어요.
operator-why-soon = 오늘 알림은 아직 때가 되지 않았어요.
operator-why-unsure = 오늘 보내다가 끊겨서 닿았는지 알 수 없어요.
operator-why-sent = 오늘 알림은 갔어요.
operator-why-over = 오늘은 때가 지난 뒤에 시간을 정해서 다음부터 가요.

## forget

forget-sure = { $number }번 분의 기록을 모두 지워요. 되돌릴 수 없어요. 지우려면 그 번호를 그대로 적어 주세요:
forget-done = { $number }번 분의 기록을 모두 지웠어요.

## broadcast

broadcast-unread = 글을 읽지 못했어요. UTF-8로 적은 파일을 적어 주세요.
broadcast-length = 글은 1자에서 { $most }자까지예요. 지금은 { $count }자예요.
broadcast-over = 이미 보낸 글이에요. 다시 알리려면 글을 조금 고쳐 주세요.
broadcast-text = 보낼 글
broadcast-plan = 받을 분
broadcast-plan-columns = 채널, 분, 한 통 값(원), 많아야(원)
broadcast-rules = 알림을 끈 분, 쉬는 분, 조용한 시간과 밤에는 보내지 않고, 하루에 먼저 거는 말은 한 번을 넘지 않아요. 오늘 레슨이 남은 분에게는 레슨과 함께 가요. { $days }일 안에 가지 못하면 그만둬요.
broadcast-nobody = 받을 분이 없어요.
broadcast-sure = 보내려면 받을 분의 수를 그대로 적어 주세요:
broadcast-sure-again = 보낸 글은 거둘 수 없어요. 정말 보내려면 ‘보내기’라고 적어 주세요:
broadcast-word = 보내기
broadcast-label = 보내는 중
broadcast-goes-on = 켜져 있는 봇이 이어서 보내요. 얼마나 갔는지는 같은 명령으로 다시 볼 수 있고, --stop을 붙이면 그만둬요.
broadcast-done = 다 보냈어요.
broadcast-stopped = 아직 받지 않은 분에게는 더 보내지 않아요.
broadcast-none = 보내고 있는 그런 글이 없어요.
broadcast-result = 어떻게 됐나요
broadcast-result-columns = 결과, 분
broadcast-left = 아직 때를 기다려요

## doctor

doctor-python = 파이썬 { $version }이라 괜찮아요.
doctor-python-old = 파이썬 { $version }은 오래됐어요. 3.11이나 더 새로운 것을 깔아 주세요.
doctor-python-unknown = 파이썬을 살펴보지 못했어요({ $kind }).
doctor-port = 포트 { $port }번이 비어 있어요.
doctor-port-ours = 포트 { $port }번에서 이 봇이 돌고 있어요.
doctor-port-taken = 포트 { $port }번을 다른 프로그램이 쓰고 있어요. 그것을 끄거나 .env에 PORT=8081처럼 다른 번호를 적어 주세요.
doctor-port-forbidden = 포트 { $port }번은 관리자만 쓸 수 있어요. .env에 PORT=8080처럼 1024 이상으로 적어 주세요.
doctor-port-unknown = 포트를 살펴보지 못했어요({ $kind }). HOST와 PORT를 다시 적어 주세요.
doctor-folder = 기록을 둘 폴더에 적을 수 있고, 이 컴퓨터의 다른 분은 읽지 못해요.
doctor-folder-closed = 기록을 둘 폴더에 적을 수 없어요. 폴더의 주인이나 DATABASE_URL을 바꿔 주세요.
rotate-one = 열쇠가 하나뿐이에요. 새 열쇠를 SECRET_KEY의 맨 앞에 쉼표로 이어 적고 봇을 다시 켠 다음 해 주세요.
rotate-label = 다시 잠그는 중
rotate-done = { $count }가지를 새 열쇠로 다시 잠갔어요. 이제 SECRET_KEY에서 예전 열쇠를 지우고 봇을 다시 켜도 돼요. 그 전의 백업에는 예전 열쇠가 있어야 해요.
doctor-folder-open = 이 컴퓨터의 다른 분도 { $file } 파일을 읽을 수 있어요. chmod 600 { $file } 로 막아 주세요.
doctor-folder-unknown = 기록을 둘 폴더를 살펴보지 못했어요({ $kind }). DATABASE_URL을 다시 적어 주세요.
doctor-disk = 디스크에 { $mib } MiB가 남아 있어요.
doctor-disk-full = 디스크에 { $mib } MiB밖에 남지 않았어요. 200 MiB가 넘게 비워 주세요.
doctor-disk-unknown = 디스크를 살펴보지 못했어요({ $kind }).
doctor-clock = 시계는 { $moment }이고, 기록과 어긋나지 않아요.
doctor-clock-behind = 시계가 { $moment }인데 기록보다 앞선 때예요. 컴퓨터의 시계를 맞춰 주세요.
doctor-clock-unknown = 시계를 살펴보지 못했어요({ $kind }).
doctor-database = 데이터베이스가 대답해요.
doctor-database-new = 데이터베이스는 처음 켤 때 만들어요.
doctor-database-away = 데이터베이스가 대답하지 않아요. 켜져 있는지, DATABASE_URL이 맞는지 살펴봐 주세요.
doctor-database-unknown = 데이터베이스를 살펴보지 못했어요({ $kind }). DATABASE_URL을 다시 적어 주세요.
doctor-schema = 데이터베이스의 모양이 이 판과 같아요.
doctor-schema-old = 데이터베이스가 예전 모양이에요. 켜면 저절로 바뀌니 먼저 backup을 해 두세요.
doctor-schema-moving = 옮기다 만 데이터베이스예요. 하던 move 명령을 다시 해서 마쳐 주세요.
doctor-schema-newer = 데이터베이스가 더 새로운 판의 것이에요. 봇을 그 판으로 올려 주세요.
doctor-schema-locked = 이 데이터베이스의 열쇠가 없거나 달라요. 처음부터 쓰던 SECRET_KEY나 열쇠 파일을 되돌려 놓아 주세요.
doctor-schema-unknown = 데이터베이스의 모양을 보지 못했어요({ $kind }).
doctor-token-none = 텔레그램 토큰이 없어서 텔레그램은 열리지 않아요.
doctor-token-known = 텔레그램이 토큰을 알아봐요.
doctor-token-refused = 텔레그램이 토큰을 알아보지 못해요. @BotFather가 준 것을 다시 적어 주세요.
doctor-token-away = 텔레그램에 닿지 않아요. 인터넷이나 프록시를 살펴봐 주세요.
doctor-token-unknown = 텔레그램 토큰을 물어보지 못했어요({ $kind }).
doctor-proxy-none = 프록시는 쓰지 않아요.
doctor-proxy = 프록시에 닿아요.
doctor-proxy-away = 환경 변수에 적힌 프록시에 닿지 않아요. HTTPS_PROXY를 고치거나 지워 주세요.
doctor-proxy-unknown = 프록시를 살펴보지 못했어요({ $kind }). HTTPS_PROXY의 모양을 고쳐 주세요.
doctor-public-none = PUBLIC_URL이 없어서 이 컴퓨터 밖에 내놓은 주소는 없어요.
doctor-public = PUBLIC_URL로 이 봇에 닿아요.
doctor-public-front = PUBLIC_URL에 닿아요. 봇을 켠 다음 한 번 더 살펴보면 봇까지 닿는지도 알 수 있어요.
doctor-public-away = PUBLIC_URL로 닿지 않아요. 봇이 켜져 있는지, 주소와 앞에 둔 서버가 맞는지 살펴봐 주세요.
doctor-public-certificate = PUBLIC_URL의 인증서가 맞지 않아요. 앞에 둔 서버의 인증서를 새로 받아 주세요.
doctor-public-other = PUBLIC_URL에서 다른 것이 대답해요. 앞에 둔 서버가 이 봇으로 보내는지 살펴봐 주세요.
doctor-public-unknown = PUBLIC_URL을 살펴보지 못했어요({ $kind }).
doctor-holidays = 올해와 내년의 공휴일을 알아요.
doctor-holidays-missing = { $year }년의 공휴일을 몰라요. holidays 꾸러미를 새로 깔아 주세요.
doctor-holidays-unknown = 공휴일을 살펴보지 못했어요({ $kind }).

## What learners ask a person, and the answer to it

inquiry-forwarded-start = 문의
inquiry-forwarded =
    문의 { $code }

    { $text }

    이 말에 답장하면 물어본 분께 그대로 가요. ‘답 { $code } 내용’이라고 보내도 돼요.
report-forwarded-start = 이상한 문제
report-forwarded =
    이상한 문제 { $name }

    { $question }

    { $text }

    이 말에 답장하면 이상하다고 알린 분께 그대로 가고 문제는 닫혀요. 답 없이 닫으려면 ‘운영’이라고 보내 주세요.
report-forwarded-unsaid = 어디가 이상한지는 적지 않았어요.
inquiry-answer-word = 답
inquiry-answer-kept = { $code } 문의에 답을 보내요.
inquiry-answer-before = { $code } 문의에는 이미 답했어요.
inquiry-answer-nobody = { $code } 문의를 찾지 못했어요. 물어본 분이 기록을 모두 지웠을 수 있어요.
inquiry-answer-length = 답은 글로 1자에서 { $most }자까지 적어 주세요.

## The page

operator-page = 운영하는 분의 페이지
operator-page-word = 운영
operator-page-link =
    10분 동안 한 번만 열리는 주소예요. 다른 분께 넘기지 마세요.

    { $link }
operator-page-stranger = 이 대화에서 ‘시작’이라고 먼저 말한 다음 다시 물어봐 주세요.
operator-page-open = 열어 보기
operator-page-over = 이 주소는 이미 열렸거나 시간이 지났어요. 봇에게 ‘{ $word }’이라고 말하면 새로 받아요.
operator-page-nothing = 아직 셀 것이 없어요.
operator-page-unsent =
    적으신 글은 아래에 그대로 있어요. 새로 연 페이지에 그 문제가 아직 있으면 가지 않은 것이니 옮겨 적어 주세요.

    { $text }
operator-page-hard = 처음에 반도 못 맞힌 문제
operator-page-hard-none = 그런 문제는 없어요.
operator-page-easy = 처음부터 거의 다 맞힌 문제(95% 넘게)
operator-page-easy-none = 그런 문제는 없어요.
operator-page-right = { $right }% · { $count }분
operator-page-memory = { $right }% · { $count }번
operator-page-memory-how = 막대는 실제로 기억한 비율, 세로 금은 모델의 예상이에요. 막대가 금보다 짧으면 예상보다 빨리 잊은 것이고, 길면 더 오래 기억한 거예요.
operator-asked-wrong = 그렇게는 할 수 없어요. 쓰는 법은 { $name } --help로 볼 수 있어요.
operator-odd = 이상하다고 알려 온 문제
operator-odd-none = 지금은 없어요.
operator-odd-where = { $title ->
    [none] 지금은 과정에 없는 문제예요({ $name }).
   *[other] 「{ $title }」 · { $name }
}
operator-odd-told = { $count }분이 알렸어요. 처음 알린 날은 { $since }이에요.
operator-odd-asks = 알린 분께 보낼 답
operator-odd-answer = 답을 보내고 닫기
operator-odd-close = 답 없이 닫기
operator-odd-answered = 알린 분께 답을 보내요. 낮에 바로 가거나, 먼저 말을 걸 수 없는 곳에서는 다음에 말을 거실 때 보여요.
operator-odd-closed = 답 없이 닫았어요.
operator-odd-nobody = 이미 닫았거나, 알린 분이 기록을 모두 지웠어요.
report-answer =
    ‘{ $question }’

    { $text }
