"""The rules of learning: the day, memory, habit, wording. Pure; they know courses, and courses know nothing of them."""
