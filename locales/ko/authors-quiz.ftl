### What is wrong in a quiz, and how to mend it. Each line follows file and line number.

fault-quiz-name-length = 문제 이름은 { $most }자까지예요. 줄여 주세요.
fault-quiz-length = 이 글은 1자에서 { $most }자까지인데 { $count }자예요. 나누거나 줄여 주세요.
fault-cloze-blank = 빈칸 문제의 질문에는 ____ (밑줄 네 개)가 하나 있어야 해요. 앞뒤에 글을 붙여 적어 주세요.
fault-typed-mark = 낱말은 ‘- [x] ’(맞는 답), ‘- [ ] ’(다른 답), ‘- [-] ’(가까운 답)로 시작해 주세요.
fault-typed-right = 맞는 답이 없어요. ‘- [x] 답’으로 적어 주세요.
fault-typed-number = 답이 숫자 하나(‘{ $option }’)면 버튼 번호와 섞여요. ‘3가지’처럼 말을 붙여 주세요.
fault-initials-word = 초성 문제의 [x]는 하나이고, 띄어쓰기 없는 한글 2~5글자예요.
fault-match-pairs = 짝짓기는 ‘- 왼쪽 = 오른쪽’ 셋인데 { $count }개예요.
fault-match-pair = 짝은 ‘- 왼쪽 = 오른쪽’처럼 적어 주세요. = 앞뒤를 띄어요.
fault-order-steps = 순서 문제는 1. 2. 3. 으로 적은 서로 다른 네 단계인데(‘ / ’로 나눈 것도 세어요) { $count }개예요.
fault-order-because = 순서 문제의 까닭이 없어요. 단계 아래에 > 로 적어 주세요.
fault-scenario-marks = 상황 문제의 보기는 ‘- [x] 가장 좋음’, ‘- [-] 괜찮음’, ‘- [ ] 아쉬움’이 하나씩이에요.
fault-essay-review = 서술형은 다시 묻지 않아요. 제목에서 ‘복습’을 빼 주세요.
fault-essay-check = 점검표는 ‘- [ ] 점검할 것’으로 적어 주세요.
fault-essay-checks = 점검표는 세 개인데 { $count }개예요.
fault-essay-model = 모범 답이 없어요. 마지막에 > 로 적어 주세요.
