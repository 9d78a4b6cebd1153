"""The house, by floors. Imports only go down; tests/test_floors.py proves it.

5  bot.__main__                                    wires everything
4  bot.channels.*   bot.delivery                   the world outside: messengers, the clock
3  handlers.*                                      what we answer
2  bot.conversation                                one turn: words in, one message out
1  bot.store.*   bot.courses   bot.authors   bot.texts   bot.metrics      what we remember, teach, say
0  bot.message   bot.learner   bot.lessons   bot.learning.*   bot.korean.*   bot.settings   …      pure, no I/O

Start with `bot.message`, then `bot.conversation`, then `handlers/__init__.py`.
"""
