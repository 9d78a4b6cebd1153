"""The house, by floors. Imports only go down; tests/test_floors.py lists every room and proves it.

7  __main__                                   wires everything; the only reader of the environment
6  channels   delivery   authoring            the world outside: messengers, the clock, course authors
5  desk   handlers                            many turns in one transaction; what is answered
4  conversation   store                       one turn: a record and words in, a message and facts out; the only SQL
3  record                                     everything known about one learner, and the facts that change it
2  learning   understanding   plan            the rules of learning; what words mean; the plan of one's own work
1  course   korean   texts                    what is taught; the Korean language; what is said
0  message   rhythm   operator                what crosses every floor; when lessons come; what operators see

Start with `bot.message` and `bot.record`, then `bot.conversation`, `handlers/__init__.py` and `bot.desk`. The drawing
of these imports, a tap and a reminder step by step, and where everything is: docs/architecture.md, docs/glossary.md.
"""
