### What is wrong in a lesson file, and how to mend it. Each line follows file and line number.

fault-no-head = 첫 줄과 머리 끝을 +++ 한 줄로 열고 닫아 주세요.
fault-head = 머리를 읽지 못했어요({ $why }). title, unit, box, recall을 이름 = 값으로 적어 주세요.
fault-table = 표를 읽지 못했어요({ $why }).
fault-underlined-heading = 줄표가 바로 윗줄을 제목으로 만들었어요. 사이에 빈 줄을 넣거나 ***로 바꿔 주세요.
fault-not-plain = 채팅에는 꾸밈이 보이지 않아요. ‘{ $sign }’ 표시를 빼 주세요.
fault-unit = { $unit }단원은 course.toml에 없어요. [units]에 있는 번호로 적어 주세요.
fault-box = 설계서 { $box }번 칸은 course.toml에 없어요. [boxes]에 있는 번호로 적어 주세요.
fault-section = ‘{ $word }’라는 제목은 없어요. 이 가운데 하나로 적어 주세요: { $words }
fault-section-twice = ‘{ $word }’ 제목이 두 번 나와요. 하나로 합쳐 주세요.
fault-section-missing = ‘## { $word }’ 부분이 없어요. 더해 주세요.
fault-untagged = 거품마다 마지막 줄에 ‘— 의견 · P1’처럼 이름표를 붙여 주세요.
fault-tag = ‘{ $word }’라는 이름표는 없어요. 이 가운데 하나로 적어 주세요: { $words }
fault-paragraph = ‘{ $word }’라는 문단은 글에 없어요. 이 가운데 하나로 적어 주세요: { $words }
fault-fact-source = 사실에는 출처와 연도를 함께 적어 주세요.
fault-bubble-length = 거품은 1자에서 { $most }자까지인데 { $count }자예요. 나누거나 줄여 주세요.
fault-trade = ‘{ $word }’라는 일은 course.toml에 없어요. 이 가운데 하나로 적어 주세요: { $words }
fault-example-trade = 예시 앞에 ‘### 직장인’처럼 누구의 예인지 적어 주세요.
fault-empty = ‘{ $word }’ 부분이 비어 있어요. 내용을 적어 주세요.
fault-claim = 근거는 ‘- 의견 · P1 · 내용’처럼 적어 주세요.
fault-line = ‘내 일에 한 줄’에는 질문과, > 로 시작하는 예시 답이 하나 넘게 있어야 해요.
fault-quiz-name = 문제 이름 ‘{ $word }’는 영문자와 숫자, - 로만 적어 주세요. 예: ## 객관식 · price-first
fault-quiz-mark = ‘{ $word }’는 문단도 표시도 아니에요. P1 같은 문단이나 ‘복습’을 적어 주세요.
fault-quiz-twice = ‘{ $quiz }’라는 문제가 { $lesson }에도 있어요. 한쪽 이름을 바꿔 주세요.
fault-no-question = 문제에 질문이 없어요. 제목 아래에 적어 주세요.
fault-three-options = 객관식 보기는 세 개인데 { $count }개예요.
fault-ox = OX 문제의 보기는 O, X 순서로 둘이에요.
fault-one-right = 맞는 보기 [x]는 하나여야 하는데 { $count }개예요.
fault-same-option = 같은 보기가 두 번 나와요. 하나를 바꿔 주세요.
fault-option-mark = 보기는 ‘- [ ] ’나 ‘- [x] ’로 시작해 주세요.
fault-option-because = ‘{ $option }’에 까닭이 없어요. 바로 아래에 > 로 적어 주세요.
fault-two-quizzes = 레슨에는 문제가 둘인데 { $count }개예요.
fault-ideas = 예시 앞 거품은 { $most }개까지인데 { $count }개예요.
fault-lesson-length = 거품과 가장 긴 예시를 합쳐 { $most }자까지인데 { $count }자예요.
fault-no-lessons = 레슨 파일이 하나도 없어요. 01-이름.md를 만들어 주세요.
