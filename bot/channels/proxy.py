"""The way out of a network that lets calls leave by a proxy alone: HTTPS_PROXY, HTTP_PROXY and NO_PROXY."""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


def proxy_to(url: str) -> str | None:
    """The proxy for calls to a server; None where they leave straight. To be asked once a server: aiohttp's own
    trust_env asks it anew for each call, in two threads, which costs more than the call.
    """
    there = urlsplit(url)
    found = None if proxy_bypass(there.hostname or "") else getproxies().get(there.scheme)
    return f"http://{found}" if found and "://" not in found else found
