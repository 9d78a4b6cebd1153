### What only the Telegram channel says: around the conversation, not in it.

# Under a message whose button was tapped, in place of the buttons.
telegram-chosen = ▸ { $label }

# On a typed answer or line that was taken; one of the emoji that Telegram lets bots react with.
telegram-reaction = ✍

# In the empty chat, above the start button. At most 512 characters.
telegram-description =
    하루 한 조각, 글 한 편을 나만의 일로 옮겨요.

    짧은 글을 읽고, 문제 둘로 확인하고, 내 일에 바로 써 볼 문장을 하나 남겨요. 하루 5분이면 돼요.

    아래 시작을 누르면 첫 조각을 보내 드려요.

# On the bot's profile and where its link is shared. At most 120 characters.
telegram-short-description = 하루 5분, 글 한 편을 나만의 일로 옮기는 대화예요. 읽고, 풀고, 내 일에 써 봐요.

# The plan as a Mini App: on the menu button, while it opens, and why it does not.
telegram-plan = 설계서
telegram-plan-opens = 설계서를 열고 있어요.
telegram-plan-over = 열어 둔 지 오래된 화면이에요. 닫고 메뉴 단추로 다시 열어 주세요.
telegram-plan-nobody = 아직 나눈 대화가 없어서 보여 줄 설계서가 없어요. 대화에서 ‘시작’을 눌러 주세요.
telegram-plan-elsewhere = 이 화면은 텔레그램 대화의 메뉴 단추로 열려요.

# In place of a file that could not be made.
telegram-no-file = 파일을 만들지 못했어요. 잠시 뒤에 다시 눌러 주세요.
telegram-plan-away = 지금은 설계서를 열 수 없어요. 잠시 뒤에 다시 열어 주세요.
