"""What course authors use. Never imported by a turn.

`cli` hears the command line; `check`, `preview`, `new` and `export` do what it asks, one file a command. What is
checked stands in `checks`; what a kind of quiz gives to all of them is in `bot.course.quizzes.kind.Quiz`.
"""
