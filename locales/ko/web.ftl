### The web chat page: what stands around the conversation, and what it says when something does not work.

web-title = 나만의 일
web-description = 읽은 글 하나를 내 일로 옮겨 보는 대화예요.
web-tagline = 하루 한 조각, 내 일로 옮겨요
web-reconnecting = 다시 연결하고 있어요
web-conversation = 대화
web-bot = 나만의 일
web-me = 나
web-typing = 답을 적고 있어요
web-choices = 고를 수 있는 답
web-box = 보낼 말
web-placeholder = 말이나 번호를 적어 주세요
web-send = 보내기
web-again = 다시 하기
web-offline = 지금은 연결이 닿지 않아요. 잠시 뒤에 다시 해 주세요.
web-away = 지금은 적어 두신 것을 열 수 없어요. 방금 보내신 말이 있다면 아직 적지 못했으니, 잠시 뒤에 다시 해 주세요.
web-too-often = 한곳에서 너무 자주 물어봐서 잠깐 쉬고 있어요. 1분쯤 뒤에 다시 해 주세요.
web-no-script = 이 대화는 자바스크립트로 움직여요. 브라우저 설정에서 켠 뒤 새로고침해 주세요.
web-file = 열어 보기
web-picture = 그림 크게 보기
web-plan = 나만의 일 설계서
web-hint = 눌러서 보기
web-answer = 모범 답 보기

## Where the page is an app: pushes to a closed page, and no server.

web-bell = 알림
web-push-offer = 정한 시간에 이 기기로 알려 드릴까요? 화면을 닫아 두어도 와요.
web-push-on = 네, 알려 주세요
web-push-later = 나중에
web-push-understood = 알겠어요
web-push-works = 정한 시간에 이 기기로 알려 드려요. 화면을 닫아 두어도 와요.
web-push-off = 알림 끄기
web-push-denied = 브라우저가 이 화면의 알림을 막아 두어서, 닫힌 화면에는 닿지 않아요. 주소창 옆 사이트 설정에서 알림을 허용하거나, ‘달력’이라고 보내 휴대폰 달력에 넣어 주세요.
web-push-none = 이 브라우저에서는 닫힌 화면에 알림이 닿지 않아요. 정한 시간에 이 화면을 열면 레슨이 기다려요. ‘달력’이라고 보내면 휴대폰 달력에 넣어 둘 수 있어요.
web-push-insecure = 이 주소는 https가 아니어서, 닫힌 화면에 알림이 닿지 않아요. 정한 시간에 이 화면을 열면 레슨이 기다려요. ‘달력’이라고 보내면 휴대폰 달력에 넣어 둘 수 있어요.
web-push-ios = 아이폰에서는 홈 화면에 추가해야 알림이 와요. 공유 버튼에서 ‘홈 화면에 추가’를 누르고, 거기서 연 화면에 ‘연결’ 번호를 적어 주세요.
web-push-failed = 알림을 켜지 못해서, 아직은 닫힌 화면에 닿지 않아요. 잠시 뒤에 위의 종 단추로 다시 켜 주세요.
web-push-link = 연결 번호 받기
web-push-elsewhere = 알림을 받을 주소를 알아보지 못했어요.
web-no-server = 지금은 서버에 닿지 않아요. 인터넷이 이어지면 대화는 그대로 있어요.
web-open-again = 다시 열기

## The plan as a page, and what stands behind a link to it.

plan-page-pdf = PDF로 받기
plan-page-notes = 마크다운 받기
plan-page-chat = 대화로 가기
web-nowhere = 여기에는 아무것도 없어요. 대화는 그대로 있어요.
plan-page-nobody = 이 브라우저에서 나눈 대화가 없어서 보여 줄 설계서가 없어요. 대화를 먼저 시작해 주세요.
plan-link-once = 이 주소는 한 번만 열려요. 누르면 바로 열려요.
plan-link-html = 화면으로 보기
plan-link-pdf = PDF로 받기
plan-link-png = 그림 보기
plan-link-text = 파일로 받기
plan-link-over = 이미 열었거나 10분이 지난 주소예요. 대화에서 새로 받아 주세요.

## The calendar behind a link or on a page: how it is put in, and the address of a subscription, shown once.

calendar-door-title = 나만의 일 달력
calendar-door = 구독하면 시간을 바꾸거나 쉬어도 달력이 저절로 맞춰져요. 파일은 지금 정한 것만 한 번 넣어요.
calendar-door-file = 파일을 달력 앱에서 열면 정한 시간과 약속한 날이 들어가요.
calendar-door-anew = 새로 구독하면 앞서 받은 구독 주소는 닫혀요.
calendar-subscribe = 구독하기
calendar-save = 파일로 받기
calendar-feed = 내 달력의 구독 주소예요. 아는 사람은 누구나 볼 수 있으니 나만 간직해 주세요. 이 화면은 다시 열리지 않아요.
calendar-feed-here = 이 기기의 달력으로 열기
calendar-feed-google = 구글 캘린더에 더하기
calendar-feed-copy = 다른 달력에는 아래 주소를 복사해 ‘URL로 구독’에 붙여 넣어 주세요.
calendar-feed-end = 그만두려면 대화에서 ‘달력 끊어 줘’라고 보내 주세요.

## What the server answers to a request that is not the page's own.

web-from-elsewhere = 다른 사이트에서 온 말은 받지 않아요. 대화 주소를 브라우저에 직접 열어 주세요.
web-not-json = JSON으로 보내 주세요. Content-Type은 application/json이에요.
web-too-much = 한 번에 받기에는 조금 길어요. 나누어서 보내 주세요.
web-not-understood = 보낸 내용을 읽지 못했어요. words에 글을 담은 JSON으로 다시 보내 주세요.
web-photo-button = 사진 올리기
web-photo = 사진

## The line under the title: how far it is, what today still takes, the days together.

header-lesson = 마친 레슨 { $n }/{ $planned }
header-minutes = 오늘 { $minutes }분
header-done = 오늘은 끝
header-days = 함께한 날 { $days }일
