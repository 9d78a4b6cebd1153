import pytest, collections
from bot.message import Message
from tests.channels.kakao_learner import *
from bot.learning.quizzes.cloze import Cloze

@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_walk(conversation, clock, course, database, caplog):
    n=0; bad=[]; folded=collections.Counter()
    import time; t=time.time()
    async with endpoint(conversation.respond) as post:
        me = KakaoLearner(post, clock)
        async def send(cmd):
            nonlocal n
            n+=1
            clock.forward(seconds=4)
            r = await post(tap("버튼", cmd, "u1"))
            import json
            from tests.channels.kakao_rules import faults
            a = json.loads(await r.read())
            f = faults(a)+rough(a)
            if f: bad.append((cmd,f))
            for x in texts(a):
                if len(x)>500: folded[cmd.split()[0]]+=1
            me.answer=a
            return [q["extra"]["command"] for q in me.replies]
        await me.says("시작")
        seen=set()
        async def explore(cmd, depth=0):
            for b in await send(cmd):
                key=b
                if not b.startswith(("/answer","/hint","/reported","/report")) or key in seen: continue
                seen.add(key)
                await explore(b, depth+1)
        parts=[*course.lessons,*course.practices.values(),*course.checks.values()]
        for p in parts:
            kind={"Lesson":"lesson","Practice":"practice","Check":"check"}[type(p).__name__]
            bs=await send(f"/{kind} {p.name}")
            for b in bs: 
                if not b.startswith("/ask"): await send(b)
            await send(f"/line {p.name}")
        print("parts", n, time.time()-t)
        kinds=collections.Counter()
        for name,(part,q) in course.quizzes.items():
            kinds[type(q).__name__]+=1
            if part is course.precheck: continue
            await explore(f"/ask {name}")
        print(kinds, n, time.time()-t)
        print(folded)
        for b in bad: print(b)
        print([r.getMessage() for r in caplog.records if r.levelname in("WARNING","ERROR")][:10])
