import pytest, sys
from tests.channels.kakao_learner import *

@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_talk(conversation, clock, course, database, caplog):
    async with kakao(conversation, clock) as me:
        async def say(w):
            print("\n나>", repr(w)[:80]); 
            try: t = await me.says(w)
            except AssertionError as e: print("!!!", e); return
            print("봇>", t.replace("\n","\n   ")); print("   ", me.labels)
        async def tapl(l):
            print("\n탭>", l); t = await me.taps(l)
            print("봇>", t.replace("\n","\n   ")); print("   ", me.labels)
        script = __import__("pathlib").Path("/tmp/script.txt").read_text().splitlines()
        for line in script:
            if not line.strip(): continue
            if line.startswith("#days "): clock.forward(days=int(line[6:])); print("-----", line); continue
            if line.startswith("T "): await tapl(line[2:])
            elif line.startswith("/") : print("\ncmd>", line); await me.sends(line); print("봇>", me.text.replace("\n","\n   ")); print("   ", me.labels)
            else: await say(line.replace("\\n","\n"))
        print(await kept(database, me.address, clock))
        print([r.getMessage() for r in caplog.records if r.levelname in("WARNING","ERROR")][:10])
