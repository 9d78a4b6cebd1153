"""What a course is: its parts, its quizzes, and how both are read from Markdown files."""
