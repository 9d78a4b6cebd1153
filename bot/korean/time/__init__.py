"""The parsers behind bot.korean.when.read: from Korean words of time to the values of bot.rhythm."""
