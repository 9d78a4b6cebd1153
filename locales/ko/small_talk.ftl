### What the bot answers when it is spoken to itself. One key an intent of sayings/intents.toml: talk-<intent>, and
### talk-<intent>-then for a second bubble. The open question stays open, and talk-open says so.

talk-open = 앞의 질문은 그대로예요. 이어서 답해 주세요.
button-ask-again = 질문 다시 보기
button-change-job = 예시 바꾸기
button-rest-a-day = 하루 쉬기
button-one-question = 한 문제만
button-other-example = 다른 예시
button-meaning = ‘{ $term }’ 뜻
button-see-lesson = 레슨 { $number } 다시

## Greetings

talk-hello = 안녕하세요. 오늘 할 것이 기다리고 있어요.
talk-hello-done = 안녕하세요. 오늘 몫은 이미 다 하셨어요.
talk-thanks = 도움이 됐다니 다행이에요.
talk-praise = 그렇게 말해 주셔서 고마워요.
talk-bye =
    다음에 또 봐요.
    하던 곳은 그대로 둘게요.

## Who and what

talk-who_are_you = 사람이 아니라 자동으로 답하는 프로그램이에요.
talk-who_are_you-then =
    AI가 그때그때 지어내는 답도 아니에요.
    모든 문장은 사람이 미리 써 두었어요.
talk-name =
    제 이름은 { QUOTE($title, "이에요/예요") }.
    불러 드릴 이름은 ‘호칭’이라고 보내면 정할 수 있어요.
talk-age = 프로그램이라 나이도 성별도 없고, 밥도 먹지 않아요.
talk-nothing-kept = 아직 적혀 있는 것이 없어요. 지울 것도 없어요.
talk-price = 돈은 들지 않아요. 이 봇은 결제를 받지 않아요.
talk-price-then = 메신저가 쓰는 데이터만 각자의 요금제에서 나가요.
talk-why_asked =
    예시와 시간을 맞추려고 물어봐요.
    답하지 않고 건너뛰어도 모두 배울 수 있어요.
talk-privacy =
    적어 두는 것은 대화방 번호, 하는 일, 호칭, 알림 시간과 약속, 푼 문제, 적은 줄이에요.
    달력을 구독하면 그 주소의 지문도 적어 둬요. 전화번호와 메일은 받지 않아요.
talk-privacy-then =
    다른 분에게는 보이지 않아요. 봇을 운영하는 사람은 볼 수 있으니, 손님의 이름이나 번호는 적지 마세요.
    적힌 것은 언제든 보고 지울 수 있어요.
talk-leaving =
    네, 탈퇴하면 설계서와 기록이 모두 지워지고, 되돌릴 수 없어요.
    ‘탈퇴’라고 보내면 한 번 더 물어보고 지워요.
talk-when_off =
    쉬거나 알림을 꺼도 밀리지 않아요. 기록도 그대로예요.
    ‘오늘’이라고 보내면 언제든 하던 곳부터 이어져요.
talk-fine = 네, 그대로 둘게요.
talk-enough = 어디까지 그만할까요? 오늘만 쉬거나, 알림을 꺼 둘 수 있어요.
talk-wait = 네, 하던 곳은 그대로 있어요. 편할 때 이어서 하세요.
talk-abroad =
    네, 이 메신저가 되는 곳이면 어디서든 할 수 있어요.
    ‘시간대 도쿄’처럼 보내면 그곳 시간에 맞춰요.
talk-certificate =
    수료증이나 자격증은 없어요.
    대신 내가 채운 「나만의 일 설계서」 { $boxes }칸이 남아요. 누구에게든 보여 줄 수 있어요.
talk-worth_it = 돈을 벌게 된다고 약속하지는 않아요.
talk-worth_it-then =
    끝까지 하면 내 일을 적은 설계서 { $boxes }칸이 남아요.
    누구에게 무엇을 권할지, 언제 그만둘지가 거기 적혀요.
talk-tell_a_friend =
    네, 함께 해도 좋아요.
    이 대화방을 공유하고, ‘시작’이라고 보내 보라고 해 주세요.
talk-tell_a_friend-then = 기록은 각자 따로예요. 서로의 답은 보이지 않아요.
## Frank questions, each with one true answer

talk-no_hint =
    이 문제에는 힌트가 없어요. 보기에서 고르거나,
    ‘모르겠어요’라고 보내면 답과 까닭을 보여 드려요.
talk-hint_later = 힌트는 낱말을 적는 문제에 있어요. 그때 ‘힌트’라고 보내 주세요.
talk-who_sees =
    다른 학습자에게는 보이지 않아요.
    봇을 운영하는 사람은 볼 수 있으니, 손님의 이름이나 번호는 적지 마세요.
talk-sound =
    소리와 진동은 휴대폰의 메신저 알림 설정에서 꺼요.
    밤에 조용히 있게 하려면 ‘밤 10시부터 아침 7시까지 보내지 마’처럼 보내 주세요.
talk-trust =
    돈도 계좌도 전화번호도 묻지 않아요. 광고나 판매도 없어요.
    미리 써 둔 글로 배우는 무료 과정이에요.
talk-link =
    네, 카카오톡과 텔레그램, 웹을 이어서 쓸 수 있어요.
    이미 하던 곳이 있으면 거기서 ‘연결’이라고 보내고, 받은 번호를 여기에 보내 주세요.
talk-why_quizzed =
    스스로 떠올려 본 것이 더 오래 남아서 물어봐요.
    틀려도 깎이는 것은 없고, ‘모르겠어요’라고 보내면 답을 보여 드려요.
talk-why_written =
    적은 줄이 모여 「나만의 일 설계서」가 돼요.
    적기 싫으면 ‘건너뛰기’라고 보내 주세요. 나중에 ‘계획’에서 적을 수 있어요.
talk-code_here =
    받은 코드를 여기에 그대로 보내 주세요.
    그러면 다른 메신저의 기록과 이어져요.
talk-unlike_ai =
    여기서는 AI가 글을 쓰지 않아요. 사람이 미리 써 둔 레슨과 문제를 차례로 보내 드려요.
    그래서 무엇이든 답하지는 못하지만, 내 일에 옮긴 줄은 설계서로 남아요.
talk-not_official =
    정부 기관이 하는 과정이 아니에요.
    글 한 편을 바탕으로 사람이 써 둔 무료 과정이고, 자동으로 보내 드려요.
talk-no_calls =
    자동으로 답하는 프로그램이라 전화를 걸거나 받지 못해요.
    번호는 남기지 않으셔도 돼요. 궁금한 것은 여기에 글로 물어봐 주세요.
talk-time_limit = 시간제한은 없어요. 천천히 생각해도 괜찮아요.
talk-not_signed_up =
    시작하지 않으면 아무것도 보내지 않아요. 그대로 두셔도 괜찮아요.
    남은 기록을 지우고 싶으면 ‘탈퇴’라고 보내 주세요.
talk-must_do =
    꼭 해야 하는 것은 없어요. 줄은 ‘건너뛰기’, 문제는 ‘모르겠어요’로 넘어가요.
    비워 둔 줄은 나중에 ‘계획’에서 적을 수 있어요.
talk-not_a_promise =
    지키기 쉬운 작은 것이면 돼요. ‘커피를 내리면, 한 줄을 읽는다’처럼 적어 보세요.
    지금 정하지 않아도 괜찮아요.
talk-is_saved =
    적은 줄과 푼 답, 설정은 저절로 저장돼요. 따로 누를 것은 없어요.
    무엇이 적혀 있는지는 ‘내데이터’에서 봐요.
talk-one_answer =
    문제에는 정답이 있고, 장면 문제에는 괜찮은 답도 함께 있어요.
    내 일에 적는 줄에는 정답이 없어요. 내 말이면 돼요.
talk-not_doing =
    안 해도 밀리거나 깎이는 것은 없어요. 언제 그만둬도 괜찮아요.
    ‘오늘’이라고 보내면 하던 곳부터 이어져요.
talk-new_phone =
    같은 메신저 계정으로 들어오면 기록이 그대로 있어요.
    다른 메신저로 옮기거나 웹에서 하고 있다면, 바꾸기 전에 ‘연결’이라고 보내 주세요.
talk-first_message =
    첫 메시지는 레슨 { $number } 「{ $lesson }」에서 세 줄로 적어 봐요.
talk-anybody =
    나이나 경력에 상관없이 누구나 할 수 있어요.
    어려우면 ‘쉽게 설명해 줘’라고 보내 주세요. 다른 일의 예로 보여 드려요.
talk-what_is_needed =
    지금 쓰는 메신저만 있으면 돼요.
    AI 도구를 써 보자는 레슨도 있지만, 줄을 건너뛰어도 과정은 이어져요.
talk-side_job =
    배우기만 하는 것은 괜찮아요.
    돈 받는 일을 시작하기 전에는 취업규칙의 겸업 조항부터 찾아보세요. 공무원과 공공기관 직원은 기관의 겸직 규정을 먼저 봐요.
talk-business_law =
    배우는 동안에는 등록하거나 신고할 것이 없어요.
    돈 받는 일을 시작할 때는 국세상담 126에 먼저 물어보세요. 레슨 { $number } 「{ $lesson }」에서도 다뤄요.
talk-any_time =
    새벽에도 주말에도, 언제 해도 괜찮아요.
    하루는 새벽 4시에 바뀌어서, 그 전에 하면 어제 몫으로 세어요.
talk-no_scores =
    점수나 등수는 없어요. 단원 끝의 점검도 되짚어 보는 문제예요.
    세는 것은 함께한 날과 설계서 칸뿐이고, 줄어들지 않아요.
talk-when_reviews =
    잊을 만할 때 다시 물어봐요. 잘 맞힌 것은 점점 늦게, 틀린 것은 더 일찍 와요.
    먼저 하고 싶으면 ‘복습’이라고 보내 주세요.
talk-what_is_plan =
    레슨에서 적은 줄이 모이는 { $boxes }칸이에요. 누구의 무엇을, 얼마에, 언제까지 할지가 내 말로 남아요.
    다 적으면 PDF로 받아 인쇄하거나 보여 줄 수 있어요.
talk-days_together =
    레슨이나 문제를 한 걸음이라도 한 날을 세어요.
    쉬어도 줄어들지 않아요.
talk-ads =
    광고는 보내지 않아요.
    먼저 말을 거는 것은 많아야 하루 한 번이고, ‘쉬기’나 ‘알림 꺼 줘’로 멈출 수 있어요.
talk-how_to_write =
    한 낱말도, 반말도, 틀린 맞춤법도 괜찮아요. 한 줄은 { $most }자까지 적을 수 있어요.
    적은 줄은 ‘계획’에서 언제든 고쳐 써요.
talk-only_text = 글만 읽을 수 있어요. 사진이나 음성 대신 한 줄로 적어 주세요.
talk-examples_real =
    예시는 이해를 돕는 지어낸 이야기예요. 실제 사람의 일이 아니에요.
talk-alone =
    혼자 하는 과정이에요. 몇 분이 하는지는 보여 드리지 않아요.
    남과 견주지 않고 내 일만 적으면 돼요.
talk-stuck_at_work =
    창업을 권하는 과정이 아니에요. 지금 하는 일을 한 사람에게 맞게 바꿔 보는 데서 시작해요.
talk-ask_anything =
    편하게 물어보세요. 다만 미리 써 둔 것만 답할 수 있어요.
    낱말의 뜻은 ‘가설 뭐야’처럼 물어봐 주세요.
talk-english =
    This course is in Korean only: send ‘오늘’ for today’s lesson, ‘도움말’ for the menu.
talk-other_language =
    한국어로만 이야기할 수 있어요.
    ‘오늘’이라고 보내면 레슨이 열려요.

## The course

talk-how_long =
    레슨 { $planned }개 가운데 { $done }개를 마쳤어요. { $left }개 남았어요.
    하루는 5분 안쪽이고, 단원마다 만들기와 점검이 하나씩 있어요.
talk-how_long-then = 정한 날마다 하면 { $day }쯤 마쳐요.
talk-how_long-ended = 레슨 { $planned }개를 모두 마쳤어요.
talk-lesson-later =
    레슨 { JOSA($asked, "은/는") } 아직 차례가 아니에요.
    지금은 { $number }번까지 볼 수 있어요.
talk-no-such-lesson = 레슨은 1번부터 { $planned }번까지 있어요.
talk-easier =
    다른 일의 예로 볼게요. { $trade }의 이야기예요.

    { $example }
talk-harder-none = 더 낼 문제가 아직 없어요. 레슨을 하나 더 마치면 새 문제가 생겨요.
talk-photo =
    만들기에서 사진도 좋다고 하면 그때 올려 주세요.
    사진은 저장하지 않고, 올린 날만 적어 둬요.
talk-when_wrong =
    틀려도 깎이는 것은 없어요. 왜 그런지 바로 보여 드려요.
    틀린 문제는 나중에 한 번 더 물어봐요.
talk-mend_answers =
    방금 고른 답은 ‘되돌리기’라고 보내면 다시 고를 수 있어요.
    적은 줄은 ‘계획’에서, 하는 일과 알림은 ‘하는일’, ‘알림’으로 언제든 바꿔요.
talk-no_answer = 그 물음에는 준비해 둔 답이 없어요. 할 수 있는 것은 ‘도움말’에 모아 두었어요.
talk-opinion =
    그렇게 볼 수도 있어요. 글쓴이의 말도 의견이에요.
    내 일에는 어떤지, 적는 줄에 내 생각을 남겨 두세요.
talk-success =
    해 본 일이 가장 좋은 근거예요.
    누구에게 무엇을 했고 어떤 답이 왔는지 ‘열 사람’에 적어 두세요.
talk-failure =
    안 된 것도 결과예요. 무엇이 안 통하는지 하나 알게 됐어요.
    누구에게 무엇을 했고 왜 안 됐는지 ‘열 사람’에 적어 두세요.
talk-told_job = 말해 주셔서 고마워요. 이 일에 맞춰 예시를 바꿀까요?
talk-told = 말해 주셔서 고마워요. 이 말로 바뀐 것은 없어요.
talk-took_longer =
    3분은 레슨을 읽는 시간이에요. 문제와 한 줄까지 하면 더 걸려요.
    바쁜 날은 문제 하나만 풀어도 함께한 날로 세어요.
talk-shorter =
    글을 줄이지는 못하지만, 짧은 줄로 나누어 하나씩 보여 드릴 수 있어요.
    ‘짧은 줄로’라고 보내면 그렇게 할게요.
talk-short_now =
    지금 짧은 줄로 나누어 보여 드리고 있어요.
    ‘한 번에 보여 줘’라고 보내면 되돌려요.
talk-whole_text =
    짧은 줄로 나누어 보는 중이라면 ‘한 번에 보여 줘’라고 보내 주세요.
    다음부터 글이 한 번에 나와요.
talk-lighter_week =
    네, 한 주 동안 새 레슨 없이 복습만 할 수 있어요.
    이레가 지나면 레슨은 하던 곳부터 이어져요.
talk-lighter_week_now =
    지금은 가볍게 가는 주예요. 되살릴 문제만 있어요.
    { $back }부터 레슨이 다시 이어져요.
talk-only_reviews =
    복습만, 오늘만 할까요, 한 주 동안 할까요?
    한 주로 하면 새 레슨은 그 뒤에 이어져요.
button-reviews-today = 오늘만 복습
talk-the_end =
    마무리는 마지막 점검까지 마친 뒤에 열려요.
    레슨은 { $left }개 남았어요.
talk-small_text =
    글자 크기는 메신저나 휴대폰의 화면 설정에서 키울 수 있어요.
    소리로 듣는 기능은 휴대폰의 접근성 설정에 있어요.
talk-more_a_day =
    네, 더 해도 괜찮아요.
    오늘 몫을 마치고 ‘다음’이라고 보내면 다음 차례가 열려요.
talk-original_text =
    「{ $article }」, 이 글에서 나온 과정이에요.
    사실보다 의견이 많은 글이고, 쓴 사람의 이름은 없어요.
talk-original_text-then =
    글의 문장은 옮기지 않고 우리말로 풀었어요.
    어느 문단의 이야기인지는 ‘근거’에 있어요.
talk-why-unanswered =
    답을 고르면 왜 그런지 바로 보여 드려요.
    모르겠으면 ‘모르겠어요’라고 보내도 돼요.
talk-bug = ‘오늘’이라고 보내면 하던 곳부터 다시 열려요.
talk-bug-then =
    그래도 같으면 이 봇을 알려 준 곳에 말해 주세요.
    문제가 이상할 때는 답한 뒤에 나오는 ‘이 문제 이상해요’를 눌러 주세요.

## How one feels

talk-busy_today =
    오늘은 쉬어도 괜찮아요. 밀린 것으로 쌓이지 않아요.
    잠깐 틈이 나면 한 문제만 풀어도 돼요.
talk-tired =
    그럼 오늘은 쉬어요. 하던 곳은 그대로 있어요.
    그래도 해 보고 싶으면 한 문제면 돼요.
talk-sad = 오늘은 아무것도 하지 않아도 괜찮아요. 레슨은 기다리고 있어요.
talk-sad-then =
    무거운 마음이 이어지면 사람과 이야기해 보세요.
    정신건강 위기상담 1577-0199는 24시간 전화를 받아요.
talk-tears =
    마음 같지 않은 때인가 봐요.
    글이 어려우면 ‘쉽게 설명해 줘’, 쉬고 싶으면 ‘쉬기’라고 보내 주세요.
talk-loss =
    마음이 무거우시겠어요. 지금은 그 곁에 계세요.
    레슨은 하던 곳에 그대로 둘게요.
talk-lost_job =
    고용노동부 상담센터 1350에 먼저 물어보세요.
    실업급여와 받지 못한 임금, 일자리 찾기를 함께 물어볼 수 있어요.
talk-lost_job-then =
    이 과정은 마음이 놓인 뒤에 해도 늦지 않아요.
    실업급여를 받고 있다면, 돈 받는 일을 시작하기 전에 고용센터에 물어보세요.
talk-change_jobs =
    지금 일을 그만두지 않고 해 보는 과정이에요.
    쓸 수 있는 시간과 돈부터 정하고, 작게 시험해요.
talk-today_minutes-done = 오늘 몫은 다 했어요.
talk-today_minutes-left = 오늘은 { $minutes }분쯤 남았어요.
talk-bored = 그럼 한 문제 풀어 볼까요?
talk-jokes = 농담이나 노래는 준비해 둔 것이 없어요. 문제라면 하나 낼 수 있어요.
talk-cannot =
    그건 제가 할 수 없는 일이에요.
    미리 써 둔 레슨과 문제만 보여 드릴 수 있어요.
talk-feels =
    저는 프로그램이라 날씨도 배고픔도 느끼지 못해요.
    하던 곳은 그대로 있으니, 편할 때 이어서 하세요.
talk-two_hours =
    요일마다 다른 시간은 정할 수 없어요. 한 시간만 골라 주세요.
    다른 날에는 ‘오늘’이라고 보내면 그때 레슨이 열려요.
talk-insult =
    언짢게 해 드렸다면 미안해요.
    문제가 이상할 때는 답한 뒤에 나오는 ‘이 문제 이상해요’로 알려 주세요.
talk-insult-then = 알림이 너무 잦으면 줄이거나 쉬어 갈 수 있어요.
talk-what_day = 지금은 { $day } { JOSA($clock, "이에요/예요") }.

## What a learner may say for a lesson: one form a word, spaces left out

nth = { $word }번째
says-ordinals = 첫 두 세 네 다섯 여섯 일곱 여덟 아홉 열
says-ordinals-short = 첫째 둘째 셋째 넷째 다섯째 여섯째 일곱째 여덟째 아홉째 열째
says-unit = 단원
says-next = 다음
says-end = 마지막
says-first = 첫 처음
says-last = 어제 지난 저번 그저께 그제 마지막 이전 앞 아까 전 뒤
