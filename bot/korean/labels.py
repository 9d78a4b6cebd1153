"""A line that begins with the name it stands under anyway: 가설: 네 분 가운데 한 분이 … under 가설. Pure."""

import re

_LABEL = re.compile(r"(?P<label>[가-힣][가-힣 ]{0,14}?)\s*[:：]\s*(?=\S)")


def unlabelled(text: str, name: str) -> str:
    """The text without its label, where that is the name of its slot, or the last words of it."""
    found = _LABEL.match(text)
    if found is None or not name:
        return text
    label, whole = (words.replace(" ", "") for words in (found["label"], name))
    return text[found.end() :] if whole.endswith(label) else text
