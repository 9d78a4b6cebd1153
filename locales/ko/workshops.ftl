# The workshops: what all of them say, 개인화, 자동화 설계, 융합 조합기, 값 정하기.

button-personal = 개인화 해 보기
button-automation = 자동화 설계
button-mix = 조합기 열기
button-price = 값 정하기

## What all of them say

workshop-name-personal = 개인화
workshop-name-price = 값 정하기
workshop-name-automation = 자동화 설계
workshop-name-mix = 융합 조합기
workshop-name-offer-people = 붙여 넣은 명단
mine-draft = { $workshop }에서 적은 것: { $text }
workshop-number = <title>{ $name } { $number }/{ $count }</title>
workshop-now =
    { $ask }

    지금 적힌 것: <quote>“{ $text }”</quote>
    바꾸려면 새로 적어 주세요.
workshop-example = 예를 들면 ‘{ $example }’처럼 적으면 돼요.
workshop-stopped =
    여기서 멈출게요. 적은 것은 그대로 두었어요.
    ‘이어서’라고 하면 멈춘 데서 다시 열어요.
workshop-left = 알겠어요. 여기서 닫을게요.
workshop-filed =
    설계서 { $box }번 칸의 ‘{ $slot }’에 적어 두었어요.
    <quote>“{ $text }”</quote>
workshop-filed-anew =
    설계서 { $box }번 칸의 { QUOTE($slot, "을/를") } 새로 적었어요.
    <quote>“{ $text }”</quote>

    앞서 적은 줄도 남아 있어요.
    <quote>“{ $before }”</quote>
workshop-instead =
    ‘{ $slot }’에 지금은 이렇게 적혀 있어요.
    <quote>“{ $before }”</quote>

    이렇게 바꿀까요?
    <quote>“{ $text }”</quote>

    바꿔도 앞서 적은 줄은 읽을 수 있게 남겨 둬요.
workshop-file-more = 나머지도 적고 싶으면 골라 주세요. 그대로 두어도 돼요.
workshop-time-minutes = { $minutes }분
workshop-time-hours = { $hours }시간
workshop-time-both = { $hours }시간 { $minutes }분
workshop-says-go-on = 이어서 이어서할래 이어서할게 이어서할게요 이어서할래요 이어서해 이어하기 이어할래 하던거 하던거이어서 하던거계속 하던것 하던거마저 아까하던거 아까하던거이어서 아까하던거마저 마저할래 마저할게 마저 계속 계속하기 계속할래 계속할게요
workshop-says-file = 이값적어줘 이값으로적어줘 이값적을래 이값으로할게요 이값으로할래 이값으로 이걸로적어줘 이걸로할게요 약속적어줘 약속에적어줘 가격적어줘 가격에적어줘 적기 적어 적어줘 적어줘요 적어주세요 적을래 적을래요 적을게 적을게요 적어둬 적어둘래 적자 저장 저장해 저장해줘 저장해주세요 저장할래 네 예 응 넵 넹 그래 그래요 좋아 좋아요 좋습니다 맞아 맞아요 ㅇㅇ ㅇㅋ 오케이 이대로적어줘 이대로 이대로좋아요 설계서에적어줘 설계서에적어주세요 설계서에넣어줘 넣어줘 넣어주세요
workshop-says-edit = 고치기 고칠래 고칠래요 고칠게요 고쳐 고쳐줘 고쳐주세요 바꿀래 바꿀래요 바꿔줘 바꿔주세요 바꾸고싶어요 고치고싶어요 수정 수정할래 수정할래요 수정해줘 다시 아니 아니요 아뇨 아니에요 별로 별로예요 이상해요 어색해요 틀렸어요
workshop-says-stay = 그대로 그대로둘게요 그대로두기 그대로둬 그대로할래 그대로할게요 안바꿀래요 그냥둬 그냥둘게요
workshop-says-none = 없어요 없음 없습니다 없어 없네요 딱히없어요 아직없어요 패스 건너뛸게요 건너뛰기 해당없음
workshop-says-unknown = 몰라요 몰라 모르겠어요 모르겠어 모르겠네요 잘모르겠어요 글쎄요 글쎄 아직몰라요 생각안나요 생각이안나요 감이안와요 패스
button-workshop-file = { $slot } 적기
button-replace = 바꾸기
button-workshop-edit = 고치기
button-workshop-anew = 새로 하기
button-workshop-back = 뒤로
button-workshop-example = 예시 보기
button-workshop-stay = 그대로 두기
button-workshop-none = 없어요
sorry-workshop = 글자로 한두 마디만 적어 주세요. 잘 안 떠오르면 ‘예시 보기’를 눌러 보세요.

## 개인화

personal-head =
    개인화는 한 사람의 형편에 맞추는 일이에요.
    한 분의 이야기에서 제안 한 문장을 만들어 봐요. 여섯 가지만 물을게요.
personal-who =
    떠오르는 한 분은 누구예요?
    이름 대신 ‘금요일 셔츠 손님’처럼 적어 주세요.
personal-problem =
    그분이 무엇이 힘들다고 하셨어요?
    들은 말을 고치지 말고 그대로 적어 주세요.
personal-what =
    { $to } 무엇을 해 드리거나 건넬 수 있을까요?
    한 번에 끝나는 작은 것 하나면 돼요.
personal-until =
    언제까지 해 드릴 수 있어요?
    ‘사흘’이나 ‘다음 주 금요일’처럼 적어 주세요.
personal-ai =
    그 가운데 AI에 맡길 일은 무엇이에요?
    이름과 연락처는 넣지 않아도 되는 일로 골라 주세요.
personal-hand =
    손으로 직접 할 일은 무엇이에요?
    틀리면 그분이 곤란해지는 일은 손에 남겨 두세요.
personal-offer =
    이렇게 제안할 수 있어요.

    <quote>“{ $offer }”</quote>
personal-told-problem = 그분의 말: “{ $text }”
personal-told-ai = AI에 맡길 일: { $text }
personal-told-hand = 손으로 할 일: { $text }
personal-file =
    마음에 들면 적을 칸을 골라 주세요. 누르기 전에는 설계서에 적지 않아요.
    문장이 어색하면 고친 문장을 통째로 보내 주세요.
personal-filed = 모두 적어 두었어요. 문장을 고치려면 고친 문장을 통째로 보내 주세요.
personal-edit = 무엇을 고칠까요?
personal-how-ai = AI에 맡길 일: { $text }.
personal-how-hand = 손으로 할 일: { $text }.
personal-line-who = { $who }. ‘{ $problem }’라고 하셨어요.
personal-line-problem = ‘{ $problem }’ { $to } 들은 말이에요.
personal-line-scope = { $what }. { $how } { $until } 끝내요.
button-personal-who = 한 분
button-personal-problem = 그분의 말
button-personal-what = 해 드릴 것
button-personal-until = 언제까지
button-personal-ai = AI에 맡길 일
button-personal-hand = 손으로 할 일
sorry-workshop-open = 아직 물을 것이 { $left }가지 남았어요. 마저 답하면 적을 수 있어요.
sorry-who =
    어떤 분인지 먼저 짧게 적어 주세요. ‘금요일 셔츠 손님’처럼 적으면 돼요.
    그분이 겪은 일은 바로 다음에 물을게요.
sorry-one-person =
    여럿을 한꺼번에 떠올리면 물어볼 분이 없어져요.
    그 가운데 보름 안에 만날 수 있는 한 분만 골라 주세요.
sorry-until = 날을 정해야 약속이 돼요. ‘사흘’이나 ‘다음 주 금요일’처럼 적어 주세요.
sorry-offer = 누구에게 언제까지 무엇을 해 드리는지 한 문장으로 적어 주세요. 그대로 좋으면 ‘적어 줘’라고 하면 돼요.

## 자동화 설계

automation-tasks =
    한 주 동안 되풀이하는 일을 적어 주세요.
    ‘청구서 쓰기 주 3번 20분 위험 낮음’처럼 적으면 돼요.

    하나씩 보내도 되고, 여러 줄을 한꺼번에 붙여 넣어도 돼요. 위험은 틀렸을 때 손님이나 돈, 개인정보에 탈이 나는 정도예요.
automation-so-far =
    여기까지 적었어요.
    <list>{ $rows }</list>
automation-rows = <list>{ $rows }</list>
automation-more-tasks = 더 있으면 이어서 적고, 없으면 ‘다 적었어요’를 눌러 주세요. ‘2번 빼 줘’나 ‘2번 30분’으로 고칠 수 있어요.
automation-row = { $n }. { $task }
automation-task = { $name } · { $often } · { $long } · { $risk }
automation-unknown-often = 횟수는 아직
automation-unknown-long = 시간은 아직
automation-unknown-risk = 위험은 아직
automation-a-week = 주 { $times }번
automation-a-fortnight = 2주에 { $times }번
automation-a-month = 한 달 { $times }번
automation-a-quarter = 석 달에 { $times }번
automation-a-year = 한 해 { $times }번
risk-low = 위험 낮음
risk-middle = 위험 중간
risk-high = 위험 높음
automation-both = { QUOTE($name, "은/는") } 한 주에 몇 번, 한 번에 몇 분 걸려요? ‘주 3번 20분’처럼 적어 주세요.
automation-often = { QUOTE($name, "은/는") } 얼마나 자주 해요? ‘주 3번’이나 ‘매일’, ‘한 달에 한 번’처럼 적어 주세요.
automation-long = { QUOTE($name, "은/는") } 한 번에 얼마나 걸려요? ‘20분’처럼 적어 주세요.
automation-risk = { QUOTE($name, "이/가") } 틀리면 손님이나 돈, 개인정보에 얼마나 큰 탈이 나요?
automation-risk-low = 다시 하면 돼요
automation-risk-middle = 조금 곤란해요
automation-risk-high = 크게 곤란해요
automation-raised = ‘{ $name }’에는 { JOSA($what, "이/가") } 걸려 있어 위험을 높음으로 봤어요. 아니면 번호와 함께 ‘위험 낮음’이라고 적어 주세요.
automation-says-all = 다적었어요 다적었어 다적음 다했어요 다썼어요 끝 끝이에요 끝났어요 이게다예요 이게다야 이게전부예요 전부예요 더없어요 없어요 없어 없음 이만 됐어요 됐어 다음 결과 결과보여줘 결과볼래 알려줘 계산해줘
automation-says-low = 다시하면돼요 다시하면돼 다시하면되요 괜찮아요 괜찮아 별일없어요 별거아니에요 상관없어요 문제없어요 없어요 안위험해요 조금 별로안곤란해요
automation-says-middle = 조금곤란해요 조금곤란해 좀곤란해요 그냥그래요 그저그래요 반반이에요 보통이에요 보통 애매해요
automation-says-high = 크게곤란해요 크게곤란해 큰일나요 큰일이에요 큰일나 많이곤란해요 위험해요 절대안돼요 매우곤란해요 아주곤란해요
automation-says-first = 맡길래 맡길래요 맡길게요 맡길게 맡기고싶어요 맡기고싶어 맡겨볼래요 맡겨볼래 할래 할래요 할게요 하고싶어요 먼저 먼저할래 먼저할래요 먼저맡길래 먼저맡길래요 먼저하고싶어요 시작할래 시작할래요 해볼래 해볼래요
automation-says-out = 빼 빼줘 빼주세요 빼줘요 빼기 뺄래 뺄래요 뺄게요 지워 지워줘 지워주세요 삭제 삭제해줘 삭제해주세요 없애줘 없애주세요
automation-start =
    먼저 맡길 일은 { QUOTE($name, "이에요/예요") }. 두 가지만 더 물을게요.

    그 일은 무엇이 오거나 언제가 되면 시작해요?
automation-source =
    ‘{ $name }’의 결과를 내보내기 전에 무엇과 맞춰 보면 틀린 데가 보일까요?
    예약장이나 단가표처럼 믿을 만한 원본을 적어 주세요.
automation-first-low =
    먼저 맡길 일은 { QUOTE($name, "이에요/예요") }.
    위험이 낮은 일 가운데 시간이 가장 많이 들어요. 한 달에 { $time }이에요.
automation-first-low-alone =
    먼저 맡길 일은 { QUOTE($name, "이에요/예요") }.
    위험이 낮아서 틀려도 덜 곤란해요. 한 달에 { $time }이 들어요.
automation-first-middle =
    먼저 맡길 일은 { QUOTE($name, "이에요/예요") }.
    위험이 높지 않은 일 가운데 시간이 가장 많이 들어요. 한 달에 { $time }이에요. 위험이 낮지는 않으니 초안까지만 맡겨요.
automation-first-middle-alone =
    먼저 맡길 일은 { QUOTE($name, "이에요/예요") }.
    한 달에 { $time }이 들어요. 위험이 낮지는 않으니 초안까지만 맡겨요.
automation-first-picked =
    { QUOTE($name, "을/를") } 먼저 맡기기로 했어요.
    한 달에 { $time }이 드는 일이에요.
automation-none =
    지금 적은 일에는 먼저 맡길 만한 것이 없어요.
    위험이 높거나 드문 일이라, 맡겨도 아끼는 것보다 걱정이 커요. 자주 되풀이하는 작은 일을 더 적어 보세요.
automation-ranked = { $n }. { $task } → { $place }
automation-is-first = 먼저 맡겨요
automation-is-later = 그다음이에요
automation-is-seldom = 드물어서 미뤄요
automation-is-human = 사람이 해요
automation-rules =
    고른 기준이에요.
    1. 위험이 높은 일은 사람이 해요.
    2. 한 달에 한 번이 안 되는 일은 미뤄요.
    3. 위험이 낮은 일부터, 같으면 시간이 긴 일부터 맡겨요.
automation-flow =
    ‘{ $name }’ 흐름
    ① 시작: { $start }
    ↓
    ② AI: 이름을 뺀 내용으로 초안을 써요
    ↓
    ③ 사람: { JOSA($source, "과/와") } 맞춰 봐요. 다르면 여기서 멈춰요
    ↓
    ④ 내보내고, 걸린 시간을 적어요
automation-saved =
    한 달에 { $saved }쯤 아낄 수 있어요.
    { $sum }
automation-sum =
    { $rows }
    { $note }두 번만 해 보고 시계로 재 보세요.
automation-sum-week = { $times }번 × { $long }분 × { $weeks }주
automation-sum-fortnight = { $times }번 × { $long }분 × { $weeks }주 ÷ 2
automation-sum-month = { $times }번 × { $long }분
automation-sum-quarter = { $times }번 × { $long }분 ÷ 3
automation-sum-year = { $times }번 × { $long }분 ÷ 12
automation-minutes = { $minutes }분
automation-minutes-hours = { $minutes }분({ $time })
automation-now = 지금 한 달: { $sum } = { $time }
automation-checked = 확인하고 고칠 3분의 1(어림)을 빼면 { $time }
automation-rounded = { $step }분이 안 되는 끝은 버려서 { $time }
automation-workdays = ‘매일’은 일하는 닷새로 셌어요.{" "}
automation-more = 그 밖의 { $more }가지는 ‘일 고치기’에서 볼 수 있어요.
automation-never =
    통째로 맡기지 않는 것이에요.
    { $rows }
automation-never-row = · { $what }: { $fact }
automation-by-hand = · { $name }: 위험이 높아서 사람이 정해요.
automation-line-choice = { $name }: { $often }, 한 번에 { $long }, { $risk }. AI 초안에 맡겨 볼래요.
automation-line-steps = { $name }: { $start } → AI 초안 → 내가 { JOSA($source, "과/와") } 대조 → 내보내기
automation-line-check = { $name }: 내보내기 전에 내가 { JOSA($source, "과/와") } 맞춰 봐요. 다르면 내보내지 않고 고쳐요.
automation-line-never = { $never }. AI에 통째로 맡기지 않아요.
button-automation-all = 다 적었어요
button-automation-edit = 일 고치기
sorry-tasks =
    무슨 일인지 잘 모르겠어요.
    ‘청구서 쓰기 주 3번 20분 위험 낮음’처럼 일의 이름과 횟수, 시간을 적어 주세요.
sorry-source =
    눈으로 다시 읽는 것만으로는 틀린 데를 놓치기 쉬워요.
    ‘예약장’이나 ‘지난달 영수증’처럼 맞춰 볼 것의 이름을 적어 주세요.
sorry-task-time = ‘주 3번 20분’처럼 횟수와 시간을 적어 주세요.
sorry-task-risk = ‘위험 낮음’, ‘위험 중간’, ‘위험 높음’ 가운데 하나로 답해 주세요.
sorry-task-high =
    { QUOTE($name, "은/는") } 위험이 높아서 통째로 맡기지 않아요. 초안까지만 맡기고 사람이 정해요.
    위험을 다시 보려면 번호와 함께 ‘위험 낮음’이라고 적어 주세요.
sorry-most-tasks = 한 번에 { $most }가지까지 견줄 수 있어요. 자주 하는 일부터 골라 주세요.

## 융합 조합기

mix-ask =
    어느 분야에서 일해 오셨어요?
    ‘미용’처럼 하나만 적어도 되고, ‘미용이랑 사진 섞어 줘’처럼 둘을 적어도 돼요.
mix-head =
    내 분야를 { QUOTE($field, "으로/로") } 보고 골랐어요.
    막히는 곳은 짐작이니 그 분야 한 분께 먼저 물어보세요. 마음에 드는 것만 설계서에 적으면 돼요.
mix-tool = { QUOTE($tool, "은/는") } 분야가 아니라 도구로 들을게요.
mix-two =
    { QUOTE($mine, "과/와") } { QUOTE($other, "을/를") } 이어 봤어요. 위에 있을수록 더 잘 맞아요.
    막히는 곳은 짐작이니 그 분야 한 분께 먼저 물어보세요.
mix-two-far =
    우리 표에는 { QUOTE($mine, "과/와") } { QUOTE($other, "이/가") } 바로 돕는 자리가 보이지 않아요.
    그래도 해 보려면 가장 센 힘에서 시작해요.
mix-pair =
    { $number }. { $mine } × { $other }
    까닭: ‘{ $other }’ 쪽에서는 { $pain }.
    ‘{ $mine }’에서 기른, { JOSA($gift, "을/를") } 거기에 더해 봐요.

    도구: { $tool }
    30분 실험: { $trial }
mix-pair-learnt =
    { $number }. { $other } × { $mine }
    까닭: ‘{ $other }’ 쪽에서는 { $pain }.
    ‘{ $mine }’에서 { JOSA($gift, "을/를") } 배워 더해 봐요.

    도구: { $tool }
    30분 실험: { $trial }
mix-no-pain = 어디서 막히는지 우리도 모르니 먼저 여쭤봐요
mix-warn-law =
    { $field }, 먼저 확인: { $warn }
    출처: { $source }, { $day } 확인
mix-warn-ask =
    { $field }, 먼저 확인: { $warn }
    물어볼 곳: { $source } ({ $day } 기준)
mix-warn-unknown = 돈을 받기 전에 허가나 신고가 필요한 일인지 시·군·구청에 먼저 물어보세요.
mix-quoted = ‘{ $field }’
mix-not-known =
    { JOSA($fields, "은/는") } 우리 표에 없어요.
    그 분야의 사실은 아는 것이 없어서 지어내지 않을게요.
mix-two-unknown =
    { $mine } × { $other }
    { $other } 쪽에서 일하는 한 분께 이렇게 물어보세요.
    “요즘 무엇을 하다가 자주 막히세요?”

    30분 실험: 들은 말 한 문장을 그대로 적고, { $mine }에서 배운 것으로 풀릴지 한 줄 적어 보기
    내 분야에서 잘하는 것을 고르면, 그 힘이 쓰일 다른 곳을 찾아 드려요.
mix-one-unknown =
    { QUOTE($known, "은/는") } 우리 표에 있어요. 거기서 기르는 강점은 { JOSA($gift, "이에요/예요") }.
    { $unknown } 쪽 한 분께 이렇게 물어보세요.
    “요즘 무엇을 하다가 자주 막히세요?”
    막힌 데가 그 힘과 만나면 조합이 돼요.

    30분 실험: { $trial }
mix-which-gift = 거기서 일하며 가장 잘하게 된 것은 무엇에 가까워요? 고르면 그 힘이 쓰일 곳을 찾아 드려요.
mix-kind-head =
    { JOSA($gift, "이/가") } 쓰일 만한 곳을 골랐어요.
    막히는 곳은 짐작이니 그 분야 한 분께 먼저 물어보세요.
mix-my-field = 내 일
mix-line = { $mine }에서 기른, { $gift } × { $other } → { JOSA($who, "이/가") } { $gain }. 도구: { $tool }.
mix-line-learnt = { $other } × { $mine }에서 배운, { $gift } → { JOSA($who, "이/가") } { $gain }. 도구: { $tool }.
mix-line-open = { $mine } × { $other } → 누구의 무엇이 나아지는지는 한 분께 물어보고 채워요.
mix-kept = 화살표 오른쪽을 아는 한 분으로 바꾸면 더 또렷해져요.
sorry-mix =
    어느 분야인지 잘 모르겠어요.
    ‘미용’, ‘회계’, ‘개발’처럼 짧게 적거나, ‘미용이랑 사진 섞어 줘’처럼 둘을 적어 주세요.
sorry-mix-same = 둘 다 ‘{ $field }’에 드는 분야예요. 먼 분야를 하나 골라 주시면 이어 볼게요.
button-mix-keep = { $number }번 적기
button-mix-more = 다른 조합
button-mix-more-gifts = 다른 힘
button-mix-other = 내 분야 바꾸기

## 값 정하기

price-minutes =
    한 번 해 드리는 데 얼마나 걸려요?
    준비와 이동까지 더해 ‘2시간 30분’처럼 적어 주세요.
price-cost =
    재료비와 차비, 수수료는 한 번에 얼마예요?
    ‘재료 5천 원, 수수료 10%’처럼 적거나, 없으면 없다고 적어 주세요.
price-hour =
    한 시간에 얼마를 남기고 싶어요?
    ‘2만 원’처럼 적어 주세요.
price-others =
    비슷한 일에 다른 분들은 얼마를 내나요?
    물어본 값이나 찾아본 값을 적어 주세요.
price-ahead = 한 시간에 { $hour }원은 적어 두었어요.
price-none = 없어요
price-unknown = 몰라요
price-says-none = 없어요 없음 없습니다 없어 없네요 안들어요 안들어 안듦 몰라요 몰라 모르겠어요 잘몰라요 잘모르겠어요 글쎄요 아직몰라요 못물어봤어요 안물어봤어요 패스
price-told = 한 번에 { $price }원이에요.
price-row-work = 내 시간 { $time } × { $hour }원 = { $work }원
price-row-cost = 재료와 나가는 돈 { $cost }원
price-row-fee = 수수료 { $percent }% = { $fee }원
price-row-aside = 세금으로 떼어 둘 몫 { $aside }원
price-row-rounded = 천 원 단위로 올린 몫 { $rounded }원
price-row-left = 내 손에 남는 돈 { $left }원 (한 시간에 { $hour }원)
price-row-free = 무료로 해 본다면 한 번뿐인 시험이라고 먼저 밝혀 주세요.
price-row-under = 내 시간값까지 더한 원가 { $floor }원보다 낮아요.
price-row-short = 나가는 돈이 { $left }원 더 많아요. 이 값이면 팔수록 밑져요.
price-tax = 세금 몫은 열에 하나로 어림했어요. 실제 세금은 국세상담센터 126에서 확인하세요.
price-range = { $low }원~{ $high }
price-beside-unknown = 다른 분들이 내는 값은 아직 몰라요. 한 분께 ‘지난번에는 얼마를 내셨어요?’라고 물어보면 돼요.
price-beside-above =
    다른 분들이 내는 { $others }원보다 높아요.
    무엇이 더 남는지 한 문장으로 말할 수 있으면 그대로 두고, 아니면 하는 일을 줄여 봐요.
price-beside-below =
    다른 분들이 내는 { $others }원보다 낮아요.
    처음 세 분께는 이 값으로 시험하고, 그다음에 올려도 돼요.
price-beside-within = 다른 분들이 내는 { $others }원 안에 들어요.
price-beside-same = 다른 분들이 내는 { $others }원과 같아요.
price-no =
    망설이는 분께는 먼저 ‘어떤 점이 걸리셨어요?’라고 여쭤봐요.
    그래도 깎아 달라고 하시면 이렇게 말해요.
    “드는 시간과 재료를 셈한 값이라 낮추기는 어려워요. 예산을 알려 주시면 하는 일을 줄여서 맞춰 볼게요.”
price-before-office = 회사에 다니면 돈을 받기 전에 취업규칙의 겸업 조항부터 확인해요. (고용노동부 1350, 2026년 11월 28일 기준)
price-before-seeker = 실업급여를 받는 동안에는 돈을 받기 전에 고용센터에 먼저 말해요. (고용노동부 1350, 2026년 11월 28일 기준)
price-kept-minutes = 걸리는 시간 { $value }분
price-kept-cost = 나가는 돈 { $value }원
price-kept-hour = 시간값 { $value }원
price-kept-others = 다른 분들의 값 { $value }
price-line = 한 번에 { $price }원 (시험)
sorry-price-minutes = 걸리는 시간을 ‘2시간 30분’이나 ‘90분’처럼 적어 주세요.
sorry-price-won = 금액을 ‘2만 원’이나 ‘5000원’처럼 적어 주세요.
sorry-price-own = 이 값이 좋으면 ‘적어 줘’라고 하고, 다른 값으로 하려면 ‘5만 원’처럼 적어 주세요.
button-price-keep = 이 값 적기
button-price-again = 다시 셈하기
