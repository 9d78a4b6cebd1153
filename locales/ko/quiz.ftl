### Questions: how each kind is asked, understood and explained.
### What is called quiz-… changes its wording with every answer, all else with every day (bot/record/wordings.py).
### The verdict comes first, in words; then what could be answered, marked; then why. No word blames anybody.

## Above a question

quiz-review = <title>되살리기</title>
quiz-check = <title>확인 { $number }/{ $count }</title>
quiz-week = <title>점검 { $number }/{ $count }</title>
quiz-practice = <title>퀴즈</title>
quiz-again = <title>아쉬웠던 것 한 번 더</title>
quiz-making = <title>만들기 전에</title>

## Buttons

button-unknown = 모르겠어요
button-hint = 힌트
button-hint-more = 힌트 하나 더
button-undo = ↩ 되돌리기
button-met-0 = 아직 없어요
button-met-1 = 하나 있어요
button-met-2 = 둘 있어요
button-met-3 = 셋 다 있어요
button-rewrite = 다시 적을래요

button-next-question = 다음 문제
button-one-more = 한 문제 더
button-report = 이 문제 이상해요
button-just-report = 그냥 알릴게요
button-go-on = 계속
button-no-report = 알리지 않을래요
report-or-not =
    어디가 이상했는지는 적지 않아도 돼요.
    이 문제를 알릴까요?
report-not = 알리지 않았어요.
report-ask =
    알려 주셔서 고마워요.
    어디가 이상했는지 한 줄로 적어 주세요.
report-kept = 적어 두었어요. 살펴보고 고칠게요.
report-kept-staffed = 운영하는 분께 보냈어요. 누구인지는 가지 않고, 답이 오면 이 대화에서 알려 드릴게요.
report-answered =
    이상하다고 알려 주신 문제에 운영하는 분이 답했어요.

    { $text }

quiz-explain-option = 그 보기는 { QUOTE($text, "이에요/예요") }.
quiz-explain-term = ‘{ $term }’: { $meaning }
quiz-explain-none = { QUOTE($word, "은/는") } 따로 풀어 둔 말이 아니에요.
quiz-explain-lesson = 레슨 「{ $title }」에서 나온 문제예요.

## The five questions of the first day

precheck-head = <title>첫날의 다섯 문제 { $number }/{ $count }</title>
precheck-head-new = <title>다섯 문제 { $number }/{ $count }</title>
precheck-noted = 적어 두었어요. 맞았는지는 과정을 마치는 날 알려 드릴게요.
precheck-kept =
    다섯 문제의 답을 모두 적어 두었어요.
    과정을 마치는 날 함께 봐요.
precheck-gain =
    두 번 모두 푼 { $both }문제 가운데
    첫날에는 { $before }개, 오늘은 { $after }개를 맞혔어요.
precheck-after =
    레슨에서 처음 풀 때는 { $asked }문제 가운데 { $first }개,
    오늘은 다섯 문제 가운데 { $after }개를 맞혔어요.

## What learners type: one form a word, without spaces; endings (요, 네요, 는데요, 인 것 같아요) and 음, 저는, 잘 before it follow

quiz-says-unknown =
    짐작도안가 짐작이안가 짐작도안돼 짐작도안되 짐작도못하겠 감도안와 감도안오 감이안와 감이안오 감도못잡겠 감이안잡히 감도안잡혀
    모르겠 모르겠다 모르겠어 모르는 모르 몰라 몰라서 모름 모릅니다 몰겠 몰랑 ㅁㄹ 글쎄 글쎄요 패스 패쓰 pass 스킵 skip 건너뛸 건너뛰기 건너뛰어
    건너뛰고싶 넘어갈 넘어가 넘어가줘 넘어가주세요 넘겨줘 넘겨주세요 건너뛰어줘 건너뛰어주세요 넘어가자 넘어가고싶 넘길 포기 포기할 포기하 정답보기 답보기 정답알려주세요 답알려주세요 답알려줘 정답알려줘 정답보여주세요
    정답보여줘 답보여주세요 답보여줘 답뭐예요 정답뭐예요 답이뭐예요 정답이뭐예요 답이뭐야 정답이뭐야 정답뭐야 답뭐야
    기억안나 기억안남 기억안난다 기억이안나 기억이안남 기억안납니다 기억이안납니다 기억안나는 기억이안나는 기억이잘안나 기억이잘안남 기억잘안나 기억이나지않 기억나지않 기억못하겠
    생각안나 생각안남 생각이안나 생각이안남 생각이안나는 생각안납니다 생각이안납니다 생각이잘안나 생각잘안나 생각나지않 생각이나지않 떠오르지않 안떠올라 안떠오르 떠오르는게없
    까먹었 까먹음 까먹어 까먹은 까먹어버렸 잊었 잊어버렸 잊어버림 잊음 잊은 헷갈려 헷갈리 헷갈림 가물가물 가물가물해 기억이가물가물 기억이가물가물해 몰루 감이안와 감이안옵니다 감안와 idk
# 모르겠다는 말 가운데, 그냥 넘어가겠다는 말을 알리는 조각
quiz-says-passed = 넘 건너 패스 스킵 말고 딴 다른 다음
quiz-says-hint = 힌트 힌트줘 힌트줘요 힌트주세요 힌트좀 힌트좀줘 힌트좀주세요 힌트보기 힌트더 힌트하나더 힌트하나만 힌트부탁해 힌트부탁드려 힌트주실래 힌트볼래 힌트볼게 힌트있어 힌트있나 힌트있을까 힌트있는지 힌트없어 힌트없나 힌트주면안돼 힌트줘봐 힌트달라 힌트필요해
quiz-says-undo = 되돌리기 되돌려 되돌려줘 되돌려주세요 취소 뒤로 ↩
quiz-calls-o = o 0 ㅇ 오 동그라미 동글이 동글뱅이 동그랑이 동그래미 똥그라미 동구라미 동그라미표 공 공표
quiz-calls-x = x 엑스 엑쓰 가위표 가새표 가세표 까위표 엑스표 엑스자 곱하기 곱하기표 곱표 꼽표 곱셈표
quiz-says-o =
    ㅇㅇ 네 넵 넹 네네 예 옙 응 웅 ㅇㅋ 참 true t yes y yep 진실 사실
    맞아 맞어 맞다 맞음 맞습니다 맞습니당 맞죠 맞지 맞네 맞는 맞는말 맞는이야기 맞는얘기 맞는설명 맞을 맞겠 맞는거 맞는것 맞는답
    그래 그렇다 그렇 그럼 그럼요 그렇고말고 옳아 옳습니다 옳은 옳은말 옳다 당연하 당연해 당연 물론 물론이죠 동의해 동의합니다 인정
    그런거같 그런것같 그런듯 그런듯해 그런듯하 그런편이 그렇다고봐 그렇다고생각해 딩동댕 하모 하모요 하모예 하믄 하믄요 하믄유 암요 암만 암만요 아무렴 아무렴요 그라제 그라지 그라지라 그라지라우 그라지예 그라모 그랴 그랴유 그려 그려유 그려요 그럼유 그러믄요 그러믄유 그렇지라 기여 두말하면잔소리 두말하면잔소리죠 두말할것없 두말할것도없 여부가있겠습니까 지당하 지당하신말씀이
quiz-says-x =
    ㄴ ㄴㄴ 아니 아니요 아니오 아뇨 아뇨아뇨 아니에 아니다 아닙니다 아녀 아냐 아니야 아닌 아닌데 아닐 아님 거짓 거짓말 false f no nope 노 놉 노노 노노노 아뇽 땡 땡땡
    안맞아 안맞습니다 안맞는 안맞음 안맞는말 맞지않아 맞지않습니다 맞지않는 맞지않음 안그래 그렇지않아 그렇지않습니다 그렇지않은 그렇지않다
    안돼 안되 안됨 안됩니다 안되죠 안되지 안된다 안되는 말도안돼 말이안돼 말안돼 틀려 틀림 틀렸 틀린 틀린말 틀린이야기 틀린얘기 틀린설명 틀린거 틀린것 틀립니다 틀리 틀릴 옳지않아 옳지않습니다 그럴리가 그럴리없 그럴리가없 안그런거같 안그런것같 어림없 어림도없 천만에 천만에요 천만의말씀 천만의말씀입니다 얼토당토않 사실이아니에 사실아님 맞는말이아니에 맞는말이아닌
quiz-ox-unclear =
    맞다는 말인지 아니라는 말인지 잘 모르겠어요. 맞으면 O, 아니면 X를 골라 주세요.

    { $question }
quiz-says-chat =
    안녕 안녕하세요 안뇽 하이 하이요 헬로 hello hi hey 굿모닝 굿나잇 반가워 반갑 바이 bye 잘자 수고 수고하 수고했 수고하셨 고생 고생하셨 감사 감사해 감사합니다
    고마워 고맙 고마우 고마 땡큐 thanks thankyou thx ㄱㅅ ㄳ 죄송 미안 미안해 화이팅 파이팅 홧팅 좋아 좋다 최고 굿 good nice 나이스 대박 헐 헉 와 우와 오호 아하 아하그렇 그렇구나 오케이 오키 ok okay
    네 넵 예 응 아니 아니요 아뇨 싫어 싫다 심심 심심해 심심하 피곤 피곤해 피곤하 졸려 졸리 힘들 힘들어 어려워 어렵 어렵다 쉽 쉬워 재밌 재밌어 재미없 재미있 지루해 배고파 배고프 짜증 짜증나 바빠 바쁘
    하던거계속 이어서 그만 그만할래 나중에 이따가 이따 다시 다시한번 한번더 한번만더 잠깐 잠깐만 잠시만 계속 다음 시작 오늘 뭐 뭐야 뭐지 왜 진짜 정말 도와줘 도와주세요 바보 멍청 하 하아 휴 에휴 아 어 음 흠 야 저기 저기요 여보세요

## Choosing one of a few

quiz-choice =
    { $question }

    <choices>{ $options }</choices>
quiz-number = { $n }번
quiz-yes = <verdict>네, 맞아요.</verdict>
    .b = <verdict>맞아요.</verdict>
    .c = <verdict>맞아요, 바로 그거예요.</verdict>
    .d = <verdict>그래요, 맞아요.</verdict>
    .e = <verdict>맞아요, 잘 짚었어요.</verdict>
    .f = <verdict>네, 그 답이 맞아요.</verdict>
    .g = <verdict>맞아요, 그렇게 보면 돼요.</verdict>
quiz-yes-review = <verdict>맞아요, 잘 떠올렸어요.</verdict>
    .b = <verdict>네, 맞아요.</verdict>
    .c = <verdict>맞아요, 기억하고 있네요.</verdict>
    .d = <verdict>그래요, 맞아요.</verdict> 금방 되살아났네요.
    .e = <verdict>맞아요.</verdict> 되살려 두면 더 오래가요.
    .f = <verdict>네, 맞아요.</verdict> 아직 또렷하네요.
    .g = <verdict>맞아요.</verdict> 배운 것이 남아 있네요.
    .h = <verdict>맞아요, 금세 찾아냈네요.</verdict>
    .i = <verdict>네, 맞아요.</verdict> 이제 꽤 익숙해졌어요.
quiz-yes-again = <verdict>네, 이번에는 맞아요.</verdict>
    .b = <verdict>맞아요, 이제 또렷해졌네요.</verdict>
    .c = <verdict>맞아요.</verdict> 다시 풀어 보길 잘했어요.
quiz-wrong = <verdict>아쉬워요.</verdict>
    .b = <verdict>조금 아쉬워요.</verdict>
    .c = <verdict>아쉬워요, 헷갈릴 만해요.</verdict>
    .d = <verdict>이번에는 아쉬워요.</verdict>
quiz-solution = 답은 { QUOTE($solution, "이에요/예요") }.
    .b = 여기서 답은 { QUOTE($solution, "이에요/예요") }.
    .c = 찾던 답은 { QUOTE($solution, "이에요/예요") }.
    .d = 맞는 답은 { QUOTE($solution, "이에요/예요") }.
    .e = 이 문제의 답은 { QUOTE($solution, "이에요/예요") }.
quiz-why =
    답이 { QUOTE($solution, "인") } 까닭이에요.
    { $why }
    .b =
        왜 { QUOTE($solution, "일까요?") }
        { $why }
    .c =
        { QUOTE($solution, "이/가") } 답인 까닭은 이래요.
        { $why }
    .d =
        { QUOTE($solution, "을/를") } 답으로 본 까닭이에요.
        { $why }
quiz-row = { $sign } { $text }
quiz-row-noted = { $sign } { $text } ({ $note })
quiz-right = <right>{ $sign } { $text }</right>
quiz-right-noted = <right>{ $sign } { $text }</right> ({ $note })
quiz-note-mine = 내 답
quiz-note-right = 답
quiz-note-fair = 괜찮은 답
quiz-note-put = 내 답: { $places }번째
quiz-near = <verdict>가까워요.</verdict> 찾는 낱말은 따로 있으니, 한 번 더 적어 볼까요?
    .b = <verdict>뜻이 가까워요.</verdict> 첫 글자를 보고 한 번 더 적어 봐요.
quiz-near-because =
    <verdict>가까워요.</verdict> { $because }
    한 번 더 적어 볼까요?
quiz-unknown = <verdict>답부터 볼게요.</verdict> 여기서 같이 보고 가요.
    .b = <verdict>답부터 볼게요.</verdict> 지금 보면 다음에 떠올라요.
    .c = <verdict>네, 답부터 볼게요.</verdict>
    .d = <verdict>네, 답을 볼게요.</verdict> 이렇게 하나씩 알아 가요.
    .e = <verdict>답을 같이 볼게요.</verdict> 누구나 막힐 때가 있어요.
quiz-passed = <verdict>네, 여기서 넘어가요.</verdict> 다른 날 한 번 더 물어볼게요.
    .b = <verdict>그럼 이 문제는 넘어가요.</verdict> 다른 날 다시 물어볼게요.
quiz-source = <source>〔함께 볼 곳: 글의 { $paragraph }〕</source>

sorry-quiz-ox =
    O나 X로 답해 주세요.
    ‘네’나 ‘아니요’라고 적어도 돼요.

## A scene and three ways to go on

quiz-fair = <verdict>괜찮은 답이에요.</verdict>
quiz-other =
    { QUOTE($text, "은/는") } 조금 아쉬워요.
    { $because }
    .b =
        { QUOTE($text, "은/는") } 왜 아닐까요?
        { $because }
    .c =
        { QUOTE($text, "은/는") } 이 장면에 덜 맞아요.
        { $because }
    .d =
        { QUOTE($text, "은/는") } 솔깃하지만 아쉬워요.
        { $because }
quiz-other-fair =
    { QUOTE($text, "도") } 괜찮아요.
    { $because }
    .b =
        { QUOTE($text, "도") } 나쁘지 않아요.
        { $because }
    .c =
        { QUOTE($text, "도") } 갈 만한 길이에요.
        { $because }
    .d =
        { QUOTE($text, "도") } 통할 때가 있어요.
        { $because }
quiz-best = 가장 나은 답은 { QUOTE($solution, "이에요/예요") }.
    .b = { QUOTE($solution, "이/가") } 가장 나은 답이에요.

## A word to type

quiz-cloze =
    { $question }

    빈칸에 들어갈 말을 적어 주세요.
    .b =
        { $question }

        빈칸에는 어떤 말이 들어갈까요?
    .c =
        { $question }

        빈칸을 한마디로 채워 주세요.
quiz-cloze-solution = 빈칸에는 { QUOTE($answer, "이/가") } 들어가요.
quiz-initials =
    { $question }

    초성: { $initials }

    어떤 낱말인지 적어 주세요.
    .b =
        { $question }

        초성: { $initials }

        초성에 맞는 낱말은 무엇일까요?
    .c =
        { $question }

        초성: { $initials }

        떠오르는 낱말을 적어 주세요.
quiz-initials-alike = 초성은 꼭 맞아요. 뜻풀이에는 이 낱말이 더 가까워요.
quiz-hinted =
    { $question }

    { $hints }
quiz-hint-initials = 힌트: 초성은 <hint>{ $value }</hint>
quiz-hint-first = 힌트: 첫 글자는 <hint>‘{ $value }’</hint>

sorry-quiz-cloze =
    빈칸에 들어갈 말만 { $most }자 안쪽으로 적어 주세요.
    떠오르지 않으면 ‘힌트’나 ‘모르겠어요’라고 보내 주세요.
sorry-quiz-initials =
    떠오르는 낱말 하나만 적어 주세요.
    떠오르지 않으면 ‘힌트’나 ‘모르겠어요’라고 보내 주세요.

## Three pairs

quiz-letters = 가 나 다
quiz-match =
    { $question }

    { $lefts }

    <choices>{ $rights }</choices>

    { $how }
quiz-match-how =
    { $number }번 ‘{ $left }’의 짝을 골라 주세요.
    ‘1-가 2-나 3-다’처럼 한 번에 적어도 돼요.
    .b =
        { $number }번 ‘{ $left }’에는 무엇이 어울릴까요?
        하나씩 누르거나, ‘1-가 2-나 3-다’처럼 적어 주세요.
    .c =
        { $number }번 ‘{ $left }’부터 짝을 찾아 주세요.
        셋을 ‘1-가 2-나 3-다’처럼 이어 적어도 돼요.
quiz-picked-before = 이미 고른 것이에요. 남은 것 가운데 하나를 골라 주세요.
quiz-match-next =
    지금까지: { $picked }
    { $number }번 ‘{ $left }’의 짝을 골라 주세요.
quiz-match-why =
    { $left }
    { $because }
quiz-match-line = { $left } — { $right }
quiz-match-solution = 모두 이으면 이래요.

sorry-quiz-match =
    짝을 하나씩 누르거나,
    ‘1-가 2-나 3-다’처럼 한 번씩만 적어 주세요.

## Four steps

quiz-order =
    { $question }

    <choices>{ $steps }</choices>

    { $how }
quiz-order-how =
    먼저 할 것부터 눌러 주세요.
    ‘1234’처럼 한 번에 적어도 돼요.
    .b =
        무엇부터 할까요?
        차례대로 누르거나 ‘1234’처럼 적어 주세요.
    .c =
        차례를 정해 하나씩 눌러 주세요.
        번호를 ‘1234’처럼 이어 적어도 돼요.
quiz-order-next =
    지금까지: { $picked }
    다음은 무엇일까요?
quiz-order-kept = 앞의 { $count }단계는 그대로예요. 그다음만 바꾸면 돼요.
quiz-order-other = 그렇게 시작해 볼 수도 있죠. 여기서는 이 순서가 더 편해요.
quiz-order-swappable = { $steps } (어느 쪽이 먼저여도 괜찮아요)
quiz-order-solution = 순서는 이래요.

sorry-quiz-order =
    먼저 할 것부터 하나씩 누르거나,
    ‘1234’처럼 번호를 한 번씩만 적어 주세요.

## A sentence or two

quiz-essay =
    { $question }

    편하게 적어 주세요. { $most }자까지 괜찮아요.
    .b =
        { $question }

        한두 문장이면 돼요. { $most }자까지 적을 수 있어요.
    .c =
        { $question }

        떠오르는 대로 적어 주세요. { $most }자 안이면 돼요.
# An essay takes two answers, the text and its own grade: in an even number of wordings one day would hear one alone.
quiz-essay-kept = <verdict>적어 두었어요.</verdict>
    .b = <verdict>잘 받았어요.</verdict>
    .c = <verdict>받아 두었어요.</verdict>
quiz-essay-checks =
    적으신 글에 이 셋이 있는지 볼까요?

    <list>{ $checks }</list>

    몇 가지가 담겼나요?
    .b =
        내 글을 이 셋에 비춰 볼까요?

        <list>{ $checks }</list>

        몇 가지가 보이나요?
    .c =
        이 셋이 들어갔는지 견줘 봐요.

        <list>{ $checks }</list>

        몇 가지를 찾았나요?
quiz-essay-model = <answer>{ $model }</answer>
quiz-essay-solution = 이런 답도 있어요.
    .b = 이렇게 적은 답도 있어요.
    .c = 나란히 볼 답이에요.
quiz-essay-met-0 = 모범 답에서 한 구절만 내 말로 바꿔 봐도 시작이에요.
    .b = 셋 가운데 하나만 골라 한마디 적어 봐도 돼요.
    .c = 괜찮아요. 위의 답을 한 번 소리 내어 읽어 두면 돼요.
quiz-essay-met-1 = 하나를 담았어요. 나머지는 다음에 한마디씩 보태면 돼요.
    .b = 하나가 들어갔어요. 하나만 더 보태도 훨씬 또렷해져요.
    .c = 하나부터 담았어요. 위의 답에서 하나를 더 골라 보태 봐도 좋아요.
quiz-essay-met-2 = 둘이면 뼈대가 섰어요. 빠진 하나만 덧붙이면 돼요.
    .b = 둘을 담았어요. 남은 하나는 한마디면 돼요.
    .c = 셋 가운데 둘이 들어갔어요. 나머지 하나는 위의 답에서 찾아볼 수 있어요.
quiz-essay-met-3 = 셋을 다 담았어요. 내 일을 적을 때도 이 셋부터 떠올려 보세요.
    .b = 셋이 다 들어 있어요. 더 보탤 것이 없어요.
    .c = 빠진 것이 없어요. 내 일에도 이 틀 그대로 적어 보면 돼요.

sorry-quiz-essay =
    한두 문장을 { $most }자 안쪽으로 적어 주세요.
    떠오르지 않으면 ‘모르겠어요’라고 보내 주세요.

# 보기에서 아닌 것만 말했을 때
quiz-some-left =
    { QUOTE($out, "은/는") } 빼고, 남은 것에서 골라 주세요.
    { $rest }
quiz-one-left = { QUOTE($one, "을/를") } 빼면 { QUOTE($left, "이/가") } 남아요. 이것을 답으로 할까요? 맞으면 누르거나 ‘네’라고 보내 주세요.
quiz-one-left-of-three = { QUOTE($one, "과/와") } { QUOTE($other, "을/를") } 빼면 { QUOTE($left, "이/가") } 남아요. 이것을 답으로 할까요? 맞으면 누르거나 ‘네’라고 보내 주세요.
