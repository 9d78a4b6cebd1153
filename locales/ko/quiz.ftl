### Questions: how each kind is asked, understood and explained.
### A reason of its own comes first, the right answer is restated last; nobody is told they were wrong.

## Above a question

quiz-review = 되살리기
quiz-check = 확인 { $number }/{ $count }
quiz-week = 점검 { $number }/{ $count }
quiz-practice = 연습
quiz-again = 한 번 더

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

button-report = 이 문제 이상해요
button-just-report = 그냥 알릴게요
button-go-on = 계속
report-ask =
    알려 주셔서 고마워요.
    어디가 이상했는지 한 줄로 적어 주세요.
report-kept = 적어 두었어요. 살펴보고 고칠게요.

## The five questions of the first day

precheck-head = 첫날의 다섯 문제 { $number }/{ $count }
precheck-noted = 적어 두었어요.
precheck-kept =
    다섯 문제를 모두 적어 두었어요.
    답은 과정을 마치는 날 함께 봐요.
precheck-gain =
    두 번 모두 푼 { $both }문제 가운데
    첫날에는 { $before }개, 오늘은 { $after }개를 맞혔어요.
precheck-after =
    다섯 가운데 { $after }개예요.
    설계서를 펴고 남은 칸을 살펴볼까요?

## What learners type for them: one form a word, spaces left out

quiz-says-unknown =
    모르겠어요 모르겠어 모르겠다 모르겠네요 모르겠습니다 모르겠는데요 잘모르겠어요 잘모르겠어
    몰라 몰라요 모름 모릅니다 ㅁㄹ 글쎄 글쎄요 패스 정답보기 답보기 정답알려주세요 답알려주세요 답알려줘
quiz-says-hint = 힌트 힌트요 힌트줘 힌트줘요 힌트주세요 힌트좀 힌트좀요 힌트좀주세요 힌트보기 힌트더 힌트하나더
quiz-says-undo = 되돌리기 되돌려 되돌려요 되돌려줘 되돌려주세요 취소 취소요 뒤로 ↩
quiz-says-o =
    o 0 ㅇ ㅇㅇ 오 오요 동그라미 동그라미요 동그라미예요 네 넵 예 응 참 true yes 맞아 맞아요 맞다 맞음 맞습니다 맞는말이에요 그래요 그렇다 그래
quiz-says-x =
    x ㄴ ㄴㄴ 엑스 엑스요 엑스예요 가위표 가새표 엑스표 아니 아니요 아니오 아뇨 아니에요 아니다 아닙니다 거짓 false no
    안맞아요 안맞아 틀려요 틀림 틀렸어요 틀렸다 틀렸습니다

## Choosing one of a few

quiz-choice =
    { $question }

    { $options }
quiz-number = { $n }번
quiz-yes-1 = 맞아요.
quiz-yes-2 = 네, 맞아요.
quiz-yes-3 = 맞아요, 바로 그거예요.
quiz-right =
    { $yes }

    { $because }
quiz-wrong =
    { $because }

    더 맞는 답은 { QUOTE($solution, "이에요/예요") }.
    { $why }
quiz-solution =
    답은 { QUOTE($solution, "이에요/예요") }.
    { $why }
quiz-unknown = 괜찮아요. 여기서 같이 보고 가요.
quiz-source = 〔함께 볼 곳: 글의 { $paragraph }({ $id })〕

sorry-quiz-ox =
    O나 X로 답해 주세요.
    ‘네’나 ‘아니요’라고 적어도 돼요.

## A scene and three ways to go on

quiz-fair = 괜찮은 답이에요.
quiz-other =
    { QUOTE($text, "은/는") } 조금 아쉬워요.
    { $because }
quiz-other-fair =
    ‘{ $text }’도 괜찮아요.
    { $because }
quiz-best =
    여기서 가장 나은 답은 { QUOTE($solution, "이에요/예요") }.
    { $why }
quiz-best-again = 그래서 여기서는 { QUOTE($solution, "이/가") } 가장 나아요.

## A word to type

quiz-cloze =
    { $question }

    빈칸에 들어갈 말을 적어 주세요.
quiz-cloze-right =
    { $yes } 빈칸에는 { QUOTE($answer, "이/가") } 들어가요.

    { $why }
quiz-cloze-solution =
    빈칸에는 { QUOTE($answer, "이/가") } 들어가요.
    { $why }
quiz-initials =
    { $question }

    초성: { $initials }

    어떤 낱말인지 적어 주세요.
quiz-initials-right =
    { $yes } { QUOTE($answer, "이에요/예요") }.

    { $why }
quiz-initials-solution =
    답은 { QUOTE($answer, "이에요/예요") }.
    { $why }
quiz-initials-alike = 초성은 꼭 맞아요. 뜻풀이에 더 가까운 낱말이 하나 있어요.
quiz-typed-other = 그 말 대신, 여기에 더 어울리는 말이 있어요.
quiz-hinted =
    { $question }

    { $hints }
quiz-hint-initials = 힌트: 초성은 { $value }
quiz-hint-first = 힌트: 첫 글자는 ‘{ $value }’

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

    { $rights }

    { $how }
quiz-match-how =
    { $number }번 ‘{ $left }’의 짝을 골라 주세요.
    ‘1-가 2-나 3-다’처럼 한 번에 적어도 돼요.
quiz-match-next =
    지금까지: { $picked }
    { $number }번 ‘{ $left }’의 짝을 골라 주세요.
quiz-match-pair =
    { $left } — { $right }
    { $because }
quiz-match-line = { $left } — { $right }
quiz-match-solution =
    모두 이으면 이래요.

    { $pairs }

sorry-quiz-match =
    짝을 하나씩 누르거나,
    ‘1-가 2-나 3-다’처럼 한 번씩만 적어 주세요.

## Four steps

quiz-order =
    { $question }

    { $steps }

    { $how }
quiz-order-how =
    먼저 할 것부터 눌러 주세요.
    ‘1234’처럼 한 번에 적어도 돼요.
quiz-order-next =
    지금까지: { $picked }
    다음은 무엇일까요?
quiz-order-kept = 앞의 { $count }단계는 그대로예요. 그다음을 같이 볼게요.
quiz-order-other = 그렇게 시작해 볼 수도 있죠. 여기서는 이 순서가 더 편해요.
quiz-order-swappable = { $steps } (어느 쪽이 먼저여도 괜찮아요)
quiz-order-solution =
    { $steps }

    { $why }

sorry-quiz-order =
    먼저 할 것부터 하나씩 누르거나,
    ‘1234’처럼 번호를 한 번씩만 적어 주세요.

## A sentence or two

quiz-essay =
    { $question }

    편하게 적어 주세요. { $most }자까지 괜찮아요.
quiz-essay-model =
    적어 두었어요. 이런 답도 있어요.

    { $model }
quiz-essay-checks =
    적으신 글에 이 셋이 있는지 볼까요?

    { $checks }

    몇 가지가 담겼나요?
quiz-essay-solution =
    이렇게 적어 볼 수 있어요.

    { $model }
quiz-essay-met-0 = 괜찮아요. 모범 답에서 한 구절만 내 말로 바꿔 봐도 시작이에요.
quiz-essay-met-1 = 하나를 담았어요. 나머지는 다음에 한마디씩 보태면 돼요.
quiz-essay-met-2 = 둘이면 뼈대가 섰어요. 빠진 하나만 덧붙이면 돼요.
quiz-essay-met-3 = 셋을 다 담았어요. 내 일 이야기를 할 때 그대로 꺼내 써 보세요.

sorry-quiz-essay =
    한두 문장을 { $most }자 안쪽으로 적어 주세요.
    떠오르지 않으면 ‘모르겠어요’라고 보내 주세요.
