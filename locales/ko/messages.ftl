### Every sentence the bot says. 해요체, brief, one idea a bubble; say what to do next.

help = 도움말
