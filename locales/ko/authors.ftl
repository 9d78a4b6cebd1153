### What is wrong in a lesson file, and how to mend it. Each line follows file and line number.

fault-no-head = 파일은 +++ 한 줄로 시작해요. 첫 줄에 +++를 적고, 머리가 끝나는 곳에도 적어 주세요.
fault-open-head = 머리가 닫히지 않았어요. 머리가 끝나는 곳에 +++ 한 줄을 더해 주세요.
fault-toml = ‘{ $text }’ 줄을 읽지 못했어요. 이름 = "값"의 모양으로 적어 주세요.
fault-toml-twice = ‘{ $text }’ 줄의 이름이 두 번 나와요. 하나를 지우거나 다른 이름으로 바꿔 주세요.
fault-toml-quote = ‘{ $text }’ 줄의 따옴표가 닫히지 않았거나, 값 안에 \ 표시가 있어요. "로 열고 같은 줄에서 "로 닫아 주세요.
fault-toml-bracket = ‘{ $text }’ 줄의 대괄호가 닫히지 않았어요. ]를 더해 주세요.
fault-toml-equals = ‘{ $text }’ 줄은 이름 = "값"의 모양이 아니에요. 이름에 한글이 있으면 "따옴표"로 감싸 주세요.
fault-toml-value = ‘{ $text }’ 줄의 값을 읽지 못했어요. 글은 곧은 따옴표 "로 감싸고, 수는 그대로 적어 주세요.
fault-value-missing = { JOSA($name, "이/가") } 빠졌어요. 더해 주세요.
fault-value-unknown = { JOSA($name, "이라는/라는") } 이름은 쓰지 않아요. 철자를 살펴보거나 지워 주세요.
fault-value-kind = { $name }의 값이 맞지 않아요. 글은 "따옴표"로 감싸고, 수는 따옴표 없이, 정해진 낱말은 안내서대로 적어 주세요.
fault-table-number = [{ $table }]의 { QUOTE($name, "은/는") } 번호가 아니에요. 1 = "이름"처럼 번호로 적어 주세요.
fault-table-empty = [{ $table }]가 비어 있어요. 한 줄 넘게 적어 주세요.
fault-table-label = { QUOTE($text, "은/는") } 버튼에 담기지 않아요. 1자에서 { $most }자까지 적어 주세요.
fault-story = { $name }번은 course.toml에 없는 번호예요. [units]와 [boxes]에 있는 번호로 적어 주세요.
fault-no-file = 파일이 없어요. 만들어 주세요.
fault-empty-file = 파일이 비어 있어요. 내용을 적거나 파일을 지워 주세요.
fault-draft-course = 아직 초안인 과정이에요. 다 썼으면 이 파일에서 draft = true 줄을 지워 주세요.
fault-drafts-alone = 레슨이 모두 초안이에요. 다 쓴 레슨에서 draft = true 줄을 지워 주세요.
fault-underlined-heading = 줄표가 바로 윗줄을 제목으로 만들었어요. 사이에 빈 줄을 넣거나 ***로 바꿔 주세요.
fault-not-plain = 채팅에는 꾸밈이 보이지 않아요. ‘{ $sign }’ 표시를 빼 주세요.
fault-unit = { $unit }단원은 course.toml에 없어요. [units]에 있는 번호로 적어 주세요.
fault-box = 설계서 { $box }번 칸은 course.toml에 없어요. [boxes]에 있는 번호로 적어 주세요.
fault-section = { QUOTE($word, "이라는/라는") } 제목은 없어요. 이 가운데 하나로 적어 주세요: { $words }
fault-section-twice = ‘{ $word }’ 제목이 두 번 나와요. 하나로 합쳐 주세요.
fault-section-missing = ‘## { $word }’ 부분이 없어요. 더해 주세요.
fault-untagged = 거품마다 마지막 줄에 ‘— 의견 · P1’처럼 이름표를 붙여 주세요.
fault-tag = { QUOTE($word, "이라는/라는") } 이름표는 없어요. 이 가운데 하나로 적어 주세요: { $words }
fault-paragraph = { QUOTE($word, "이라는/라는") } 문단은 글에 없어요. 이 가운데 하나로 적어 주세요: { $words }
fault-fact-source = 사실에는 출처와 연도를 함께 적어 주세요.
fault-bubble-length = 거품은 1자에서 { $most }자까지인데 { $count }자예요. 나누거나 줄여 주세요.
fault-trade = { QUOTE($word, "이라는/라는") } 일은 이 과정에 없어요. 이 가운데 하나로 적어 주세요: { $words }
fault-example-trade = 예시 앞에 ‘### 직장인’처럼 누구의 예인지 적어 주세요.
fault-empty = ‘{ $word }’ 부분이 비어 있어요. 내용을 적어 주세요.
fault-claim = 근거는 ‘- 의견 · P1 · 내용’처럼 적어 주세요.
fault-line = ‘{ $word }’에는 질문과, > 로 시작하는 예시 답이 있어야 해요.
fault-term = 용어는 ‘- 낱말 · 뜻풀이’로 적어 주세요. ‘{ $word }’를 살펴봐 주세요.
fault-kind = { QUOTE($word, "이라는/라는") } 종류의 파일은 없어요. 이 가운데 하나로 적어 주세요: { $words }
fault-title = title은 1자에서 { $most }자까지 적어 주세요.
fault-alone = alone의 문장 ‘{ $sentence }’이 레슨 글에 그대로 있지 않아요. 글에서 옮겨 적어 주세요.
fault-recall = recall은 물음표로 끝나는 질문 하나로 적어 주세요.
fault-quiz-name = 문제 이름 { QUOTE($word, "은/는") } 영문자와 숫자, - 로만 적어 주세요. 예: ## 객관식 · price-first
fault-quiz-mark = { QUOTE($word, "은/는") } 문단도 표시도 아니에요. P1 같은 문단이나 ‘복습’을 적어 주세요.
fault-quiz-thought = { QUOTE($word, "은/는") } 이 레슨의 복습 문제 이름이 아니에요. ‘복습’이 없는 문제에, 같은 생각을 묻는 복습 문제의 이름을 하나만 적어 주세요.
fault-quiz-twice = { QUOTE($quiz, "이라는/라는") } 문제가 { $lesson }에도 있어요. 한쪽 이름을 바꿔 주세요.
fault-no-question = 문제에 질문이 없어요. 제목 아래에 적어 주세요.
fault-three-options = 객관식 보기는 세 개인데 { $count }개예요.
fault-ox = OX 문제의 보기는 O, X 순서로 둘이에요.
fault-one-right = 맞는 보기 [x]는 하나여야 하는데 { $count }개예요.
fault-same-option = 같은 보기가 두 번 나와요. 하나를 바꿔 주세요.
fault-option-mark = 보기는 ‘- [ ] ’나 ‘- [x] ’로 시작해 주세요.
fault-option-because = ‘{ $option }’에 까닭이 없어요. 바로 아래에 > 로 적어 주세요.
fault-quiz-count = 이 파일에는 문제가 { $least }개에서 { $most }개까지인데 { $count }개예요.
fault-ideas = 여는 거품은 { $most }개까지인데 { $count }개예요.
fault-lesson-length = 거품과 가장 긴 예시를 합쳐 { $most }자까지인데 { $count }자예요.
fault-no-lessons = 레슨 파일이 하나도 없어요. 01-이름.md를 만들어 주세요.
fault-heading = 제목은 ##로, 예시 안에서는 ###로 적어 주세요. ‘{ $sign }’ 표시는 쓰지 않아요.
fault-indented = 줄 앞에 빈칸이 네 개 넘게 있어요. 왼쪽에 붙여 적어 주세요.
fault-unwritten = 아직 쓸 것이 남았어요. ⟨ ⟩까지 지우고 내용으로 바꿔 주세요.
fault-encoding = { $seen ->
        [none] UTF-8로 저장된 글이 아니에요.
       *[other] UTF-8이 아니라 { JOSA($seen, "으로/로") } 저장됐어요.
    } 편집기의 ‘다른 이름으로 저장’에서 UTF-8을 골라 다시 저장해 주세요.
fault-trade-twice = ‘### { $word }’가 두 번 나와요. 하나로 합쳐 주세요.

## What could be taught, but not well; only `python -m bot check` tells

flaw-not-composed = 한글 자모가 풀어진 채 저장됐어요. 이 줄을 다시 적어 주세요.
flaw-tab = 탭이 있어요. 빈칸으로 바꿔 주세요.
flaw-trailing = 줄 끝에 빈칸이 있어요. 지워 주세요.
flaw-unseen = 눈에 보이지 않는 글자({ $sign })가 있어요. 이 줄을 다시 적어 주세요.
flaw-straight-quote = 곧은 따옴표가 있어요. ‘ ’나 “ ”로 바꿔 주세요.
flaw-address = 웹 주소는 적지 않아요. 자료의 이름과 연도로 바꿔 주세요.
flaw-impolite = { QUOTE($sentence, "은/는") } 해요체가 아니에요. 요, 죠, 까로 끝내 주세요.
flaw-banned = ‘{ $phrase }’ 대신 { $instead } 쪽으로 고쳐 주세요.
flaw-pictures = 그림 글자가 { $count }개예요. { $most }개만 남겨 주세요.
flaw-file-name = 파일 이름과 머리(kind = { $kind }, unit = { $unit })가 맞지 않아요. 레슨은 01-이름.md, 만들기와 점검은 week-1-practice.md와 week-1-check.md처럼 지어 주세요.
flaw-trades = 예시가 빠진 일이 있어요. ‘###’로 더해 주세요: { $words }
flaw-tall = 거품은 { $most }줄까지인데 { $count }줄이에요. 줄이거나 나눠 주세요.
flaw-practice-minutes = minutes를 { $least }에서 { $most } 사이로 적어 주세요.
flaw-minutes = 읽고 답하는 데 { $minutes }분이 걸려요. { $least }분에서 { $most }분 사이로 맞춰 주세요.
flaw-channel = { $channel }에서는 이 글이 뜻한 모양대로 다 담기지 않아요. 글이나 보기를 줄여 주세요.
flaw-long-screen = 이 화면은 { $most }자까지인데 { $count }자예요. 줄여 주세요.
flaw-review-missing = { QUOTE($quiz, "은/는") } 레슨 안에서 묻는 확인 문제예요. 제목에 ‘복습’을 붙여 주세요.
flaw-review-stray = { QUOTE($quiz, "은/는") } 레슨 안에서 묻지 않는 문제예요. 제목에서 ‘복습’을 빼 주세요.
flaw-no-thought = { QUOTE($quiz, "이/가") } 어느 생각을 묻는지 모르겠어요. 제목의 이름 뒤에 같은 생각을 묻는 복습 문제의 이름을 적어 주세요.
flaw-lone-thought = { QUOTE($quiz, "과/와") } 같은 생각을 묻는 문제가 없어요. 서술형이 아닌 문제 하나의 제목에 이 이름을 적어 주세요.
flaw-all-of-them = 보기는 섞여서 나와요. ‘{ $word }’ 대신 보기 하나의 내용을 적어 주세요.
flaw-long-option = 보기는 { $most }자까지인데 { $count }자예요. 줄여 주세요.
flaw-long-right = 맞는 보기만 { $count }자로 길어요(다른 보기는 { $others }자까지). 길이로 답이 드러나지 않게 맞춰 주세요.
flaw-figure = ‘{ $figure }’의 출처가 없어요. 이름표를 사실로 바꿔 출처와 연도를 적거나, 이 말을 빼 주세요.
flaw-taken-answer = { QUOTE($word, "은/는") } 봇이 다른 뜻으로 알아듣는 말이에요. 다른 답으로 바꿔 주세요.
flaw-taken-term = { QUOTE($word, "은/는") } 봇이 다른 뜻으로 알아듣는 말이에요. 다른 용어로 바꿔 주세요.
flaw-told-initials = 뜻풀이에 답 { QUOTE($word, "이/가") } 들어 있어요. 다른 말로 풀어 주세요.
flaw-better = 땐 때는 때엔 때라면
flaw-unconditional = 이 보기가 나은 때도 알려 주세요. 까닭에 ‘손님이 많을 { $then } ○○해요’처럼 ‘땐’이나 ‘때는’을 넣어요.
flaw-long-scene = 장면과 질문은 휴대폰에서 { $most }줄까지인데 { $count }줄이에요. 줄여 주세요.
flaw-long-message = 이 문제의 글이 한 거품({ $most }자)에 담기지 않아요. 질문이나 까닭을 줄여 주세요.
flaw-term-twice = { QUOTE($word, "은/는") } { $lesson }에서 이미 가르쳐요. 한쪽을 빼 주세요.
flaw-alike-initials = ‘{ $word }’도 { QUOTE($answer, "과/와") } 초성이 같아요. ‘- [ ] { $word }’ 줄에 왜 아닌지를 더해 주세요.
flaw-number-gap = 레슨 번호가 { $number }번인데 { $due }번 차례예요. 파일 이름을 바꿔 주세요.
flaw-slot = 설계서 칸 안에서 이 줄을 부를 이름을 slot = "가격"처럼 { $most }자 안쪽으로 적어 주세요.
flaw-slot-twice = { QUOTE($slot, "이라는/라는") } 이름은 { $file }에도 있어요. 어느 줄인지 알 수 있게 다른 이름으로 적어 주세요.
flaw-front = { QUOTE($name, "이라는/라는") } 파일이 없어서 인쇄한 설계서의 첫 장이 비어요. front에 적은 이름을 고치거나 빼 주세요.
flaw-table-name = { JOSA($name, "이라는/라는") } 이름은 어디에도 쓰이지 않아요. { $meant ->
        [none] 지우거나 고쳐 주세요.
       *[other] { JOSA($meant, "이/가") } 맞는지 살펴봐 주세요.
    }
flaw-long-text = 글은 채팅에서 { $most }자까지 보이는데 { $count }자예요. 줄여 주세요.
flaw-paragraphs = 글(article.txt)은 { $count }문단인데 [paragraphs]에는 { $named }문단이 있어요. 같게 맞춰 주세요.
flaw-no-practice = { $unit }단원에 만들기가 없어요. { JOSA($file, "을/를") } 만들어 주세요.
flaw-no-check = { $unit }단원에 점검이 없어요. { JOSA($file, "을/를") } 만들어 주세요.
flaw-leaning-ox = OX 문제의 답이 한쪽으로 기울었어요(O { $o }개, X { $x }개). 몇 문제를 반대로 물어봐 주세요.
flaw-named-figure = { QUOTE($office, "은/는") } 글이 이름만 댄 곳이라 그 곁에 숫자를 적을 수 없어요. 숫자를 빼거나, 찾아본 자료의 이름으로 적어 주세요.
flaw-fact-year = 사실의 출처에 해가 없어요({ $source }). 몇 년 자료인지, 언제 확인했는지 함께 적어 주세요.
flaw-law-card = 법 카드 { QUOTE($card, "을/를") } 고쳐 주세요. { $why ->
        [name] 이름은 14자까지예요(name).
        [trades] [trades]에 없는 일이 적혀 있어요(trades).
        [lessons] 없는 레슨이 적혀 있어요(lessons).
        [since] 언제부터인지에 해가 없어요(since). 모르면 줄을 빼 주세요.
        [rule] 규칙은 해요체로 160자까지예요(rule).
        [office] 법, 물어볼 곳, 전화번호가 모두 있어야 해요(law, office, telephone).
       *[figure] 글이 이름만 댄 기관 곁에 숫자가 있어요(rule).
    }
author-old-law = 여섯 달 넘게 확인하지 않은 법 카드예요: { $card } ({ $day }). 아직 그런지 보고 checked를 고쳐 주세요.

## The author's commands

author-help = 아무것도 붙이지 않으면 봇을 켜요.
author-help-check = 레슨 파일을 모두 살펴보고 고칠 곳을 알려 줘요.
author-help-preview = 레슨을 배우는 사람이 보는 대로 보여 줘요.
author-help-new = 다음 번호의 레슨 파일이나(lesson) 과정 폴더 하나를(course) 초안으로 만들어요.
author-help-export = 문제(items)나 먼저 보낸 알림(sent)을 모두 CSV로 내보내요.
author-help-version = 몇 판인지 알려 줘요.
author-faults = 고칠 곳은 { $count }군데예요.
author-sound = 「{ $title }」 레슨 { $lessons }개, 만들기와 점검 { $others }개, 문제 { $items }개({ $kinds }), 용어 { $terms }개를 살펴봤어요. 고칠 곳이 없어요.
author-no-part = { QUOTE($name, "이라는/라는") } 레슨이 없어요. 파일 이름이나 레슨 번호로 적어 주세요.
author-no-trade = 그런 일은 course.toml에 없어요. 이 가운데 하나로 적어 주세요: { $words }
author-name = { QUOTE($name, "을/를") } 영문 소문자와 숫자, - 로 적어 주세요. 예: price-first
author-exists = { QUOTE($name, "이라는/라는") } 레슨이 이미 있어요. 다른 이름으로 적어 주세요.
author-begun =
    { JOSA($path, "을/를") } 만들었어요.
    초안이라 배우는 사람에게는 보이지 않아요. ⟨ ⟩를 모두 바꾼 다음 draft = true 줄을 지우면 보여요.
    남은 곳 보기: python -m bot check { $path }
author-course-begun =
    { $path } 폴더에 한 주짜리 과정의 초안을 만들었어요.
    course.toml과 article.txt부터 채우고, 레슨, 만들기, 점검 차례로 적어 주세요.
    파일마다 python -m bot check 파일로 확인하고, 다 쓴 파일에서 draft = true 줄을 지워요.
    마지막으로 course.toml의 draft = true를 지우고 .env에 COURSE=own-work,{ $name }처럼 적으면 배울 수 있어요.
author-course-exists = { QUOTE($name, "이라는/라는") } 폴더가 이미 있어요. 다른 이름으로 적어 주세요.
author-draft = 초안이라 배우는 사람에게 보이지 않아요. { $sound ->
        [yes] 고칠 곳이 없으니, draft = true 줄을 지우면 보여요.
       *[no] 고칠 곳이 { $count }군데 남았어요. 하나씩 보려면: python -m bot check { $path }
    }
author-file-sound = { $path }: 고칠 곳이 없어요.
author-in-table = course.toml에 적은 이름
author-example = ⟨누가, 무엇을, 어떻게 하는지 두세 문장⟩

export-columns-items = 파일, 단원, 이름, 종류, 복습, 문단, 질문, 답, 구분, 까닭
export-grades = 맞음, 괜찮음, 아쉬움
export-review = 복습
export-columns-sent = 학습일, 종류, 메신저, 까닭, 예정, 맡은 때, 끝난 때, 결과, 덧붙임, 연 것, 여는 말, 여는 말의 확률, 두 시간 안에 마침
export-nowhere = { $file }에 적을 수 없어요. 폴더가 있는지, 적을 권한이 있는지 살펴봐 주세요.
export-done = { $count }줄을 { $file }에 적었어요.

preview-kakao = 카카오톡
preview-telegram = 텔레그램
preview-web = 웹
preview-fits = { $channel } { $count }/{ $most }자
preview-folded = { $channel } { $count }/{ $most }자, { $fold }자부터 접혀요
preview-over = { $channel } { $count }/{ $most }자, 넘쳐요
preview-question = 문제 { $name }
preview-hint = 힌트 { $number }
preview-reply = { QUOTE($words, "이라고/라고") } 답하면
preview-line = 내 일에 한 줄
preview-promise = 한 줄을 적으면
preview-end = 마치면
preview-other-word = 다른 낱말
preview-own-words = 한두 문장
