"""What a look at the machine finds, before learners do: each finding is the key of a sentence, and whether all is well.

Whatever is looked at, nothing is changed, nothing is printed of a setting's value, and no fault escapes.
"""

import asyncio
import json
import os
import shutil
import socket
import ssl
import sys
import urllib.request
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from bot.operator.start_checks import exposed

OLDEST_PYTHON = (3, 11)
LEAST_ROOM = 200 * 1024 * 1024  # bytes free: a few months of a busy bot, and a backup beside it
PATIENCE = 5.0  # seconds for somebody else to answer
BUILT = datetime(2026, 11, 1, tzinfo=UTC)  # before this edition was written no clock is right
AHEAD = timedelta(minutes=5)  # by which what is kept may be later than the clock
PROXIES = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")  # the environment's names, as libraries read them


@dataclass(frozen=True, slots=True)
class Finding:
    """`key` names the sentence `doctor-…`, `values` what enters it. What `warns` is well enough to start."""

    key: str
    well: bool = True
    values: Mapping[str, object] = field(default_factory=dict)
    warns: bool = False


Look = Callable[[], Finding | Awaitable[Finding]]
"""One look; one that waits for somebody else is awaited."""


async def examine(looks: Mapping[str, Look]) -> list[Finding]:
    """What each look finds, in their order. One that breaks or takes too long found that it cannot be told."""
    return [await _looked(name, look) for name, look in looks.items()]


async def _looked(name: str, look: Look) -> Finding:
    try:
        async with asyncio.timeout(2 * PATIENCE):
            found = look()
            return found if isinstance(found, Finding) else await found
    except Exception as fault:  # noqa: BLE001 - the doctor is asked when something is broken
        return Finding(f"{name}-unknown", well=False, values={"kind": type(fault).__name__})


def python() -> Finding:
    """Whether Python is new enough."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    well = sys.version_info >= OLDEST_PYTHON
    return Finding("python" if well else "python-old", well, {"version": version})


def port(host: str, number: int) -> Finding:
    """Whether the port is free, or our own bot listens there."""
    values = {"port": str(number)}
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as tried:
        if os.name == "posix":  # elsewhere it would take a port from whoever listens there
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, number))
        except PermissionError:
            return Finding("port-forbidden", well=False, values=values)
        except OSError:
            ours = _answers_as_ours(host, number)
            return Finding("port-ours" if ours else "port-taken", ours, values)
    return Finding("port", values=values)


def folder(file: Path | None, secrets: Sequence[Path]) -> Finding:
    """Whether the database's folder can be written in, where it is a file, and others on this machine read none of the
    secrets.
    """
    if file and not os.access(file.parent, os.W_OK | os.X_OK):
        return Finding("folder-closed", well=False)
    if found := exposed(secrets):
        return Finding("folder-open", values={"file": " ".join(path.name for path in found)}, warns=True)
    return Finding("folder")


def disk(file: Path | None) -> Finding:
    """Whether there is room for what learners will say."""
    free = shutil.disk_usage(file.parent if file else Path()).free
    well = free >= LEAST_ROOM
    return Finding("disk" if well else "disk-full", well, {"mib": free // 1024**2})


def clock(now: datetime, newest: datetime | None) -> Finding:
    """Whether the clock can be right: after all that is kept. Moments are in UTC."""
    well = now >= max(BUILT, (newest or BUILT) - AHEAD)
    return Finding("clock" if well else "clock-behind", well, {"moment": f"{now.astimezone():%Y-%m-%d %H:%M}"})


def proxy(environment: Mapping[str, str]) -> Finding:
    """Whether the way out that the environment names takes calls."""
    found = next((environment[name] for name in PROXIES if environment.get(name)), "")
    if not found:
        return Finding("proxy-none")
    parts = urlsplit(found if "://" in found else f"http://{found}")
    well = _listens(parts.hostname or "", parts.port or 1080)
    return Finding("proxy" if well else "proxy-away", well)


async def public(url: str, host: str, number: int) -> Finding:
    """Whether our server is reached by its public address, with a certificate that holds; while it is not running,
    whether anybody answers there.
    """
    if not url:
        return Finding("public-none")
    return await asyncio.to_thread(_reached, url, host, number)


def _reached(url: str, host: str, number: int) -> Finding:
    try:
        body = _fetched(f"{url.rstrip('/')}/healthz")
    except ssl.SSLError:
        return Finding("public-certificate", well=False)
    except OSError as fault:  # of urllib's own errors too
        if isinstance(getattr(fault, "reason", None), ssl.SSLError):
            return Finding("public-certificate", well=False)
        return Finding("public-away", well=False)
    if _ours(body):
        return Finding("public")
    running = _answers_as_ours(host, number)
    return Finding("public-other" if running else "public-front", not running)


def _answers_as_ours(host: str, number: int) -> bool:
    there = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - nobody listens: we ask
    try:
        return _ours(_fetched(f"http://{f'[{there}]' if ':' in there else there}:{number}/healthz"))
    except (OSError, ValueError):
        return False


def _fetched(url: str) -> bytes:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as got:  # noqa: S310 - our own address, http or https
            return bytes(got.read(10_000))
    except urllib.request.HTTPError as answer:  # it answers so while its database is away
        return answer.read(10_000)


def _ours(body: bytes) -> bool:
    try:
        told = json.loads(body)
    except ValueError:
        return False
    return isinstance(told, dict) and "status" in told and "delivery" in told


def _listens(host: str, number: int) -> bool:
    try:
        with closing(socket.create_connection((host, number), PATIENCE)):
            return True
    except OSError:
        return False
