"""The house, by floors. Imports only go down; tests/test_floors.py proves it.

5  bot.__main__                                    wires everything
4  bot.channels.*   bot.delivery                   the world outside: messengers, the clock
3  handlers.*   bot.desk                           what we answer; many turns in one transaction
2  bot.conversation                                one turn: a record and words in, a message and facts out
1  bot.store.*   bot.courses   bot.authors   bot.texts   bot.metrics      what we remember, teach, say
0  bot.record   bot.facts   bot.message   bot.lessons   bot.learning.*   bot.korean.*   …      pure, no I/O

Start with `bot.message` and `bot.record`, then `bot.conversation`, `handlers/__init__.py` and `bot.desk`.
"""
