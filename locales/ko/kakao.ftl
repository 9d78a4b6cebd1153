### What only the KakaoTalk channel says, when a turn did not end well.

kakao-busy = 잠시 바빴어요. 같은 말을 한 번만 더 보내 주세요.
kakao-nobody = 말이 끝까지 닿지 않았어요. 한 번만 더 보내 주세요.
kakao-again = 다시 보내기
# Pushed at the learner's hour, when its content could not be shown in time: they have said nothing, so nothing to repeat.
kakao-waiting = 오늘 볼 것이 와 있어요. 아래 ‘열어 보기’를 눌러 주세요.
kakao-open = 열어 보기

# Under a message with a file, which KakaoTalk cannot show; without an address of the bot's own, its text stands there.
kakao-file-link =
    아래 주소에서 열어 주세요. 10분 동안 한 번만 열려요. 주소를 받은 사람은 누구나 볼 수 있으니 나만 열어 주세요.

    { $link }
kakao-no-file = 여기서는 파일을 보낼 수 없어서, 첫 장의 내용을 글로 옮겼어요. 길게 눌러 복사할 수 있어요.

## What a caller reads who is not KakaoTalk, or an operator setting up the skill.

kakao-refused = 스킬 키가 맞지 않아요. 챗봇 관리자센터의 스킬에서 X-Skill-Key 헤더값을 확인해 주세요.
kakao-not-json = JSON만 받아요. Content-Type을 application/json으로 보내 주세요.
kakao-too-large = 요청이 너무 커요. { $most }KB까지만 보내 주세요.
kakao-malformed = 요청을 읽지 못했어요. JSON 객체 하나로 다시 보내 주세요.
