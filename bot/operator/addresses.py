"""Where the page is opened: on this machine, and on a phone in the same network by a QR code."""

import io
import ipaddress
import socket

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 - hosts that an operator may bind us to
SOMEWHERE = ("192.0.2.1", 9)  # an address of documents alone (RFC 5737), which nobody has
WHITE_ON_BLACK, AS_BEFORE = "\x1b[97;40m", "\x1b[0m"  # so that it is no negative on a light terminal


def networks(text: str) -> list[Network]:
    """The addresses and networks that a setting names. Raises ValueError."""
    return [ipaddress.ip_network(part) for part in text.replace(",", " ").split()]


def on_this_machine(host: str, port: int) -> str:
    """The address to open where the server runs."""
    return _address("127.0.0.1" if host in EVERYWHERE else host, port)


def on_a_phone(host: str, port: int) -> str:
    """The address to open elsewhere in the network; "" while the server is bound to this machine alone, or there is
    no network.
    """
    if host in EVERYWHERE:
        facing = _facing_the_network()
        return _address(facing, port) if facing else ""
    return "" if _loopback(host) else _address(host, port)


def qr(text: str, *, coloured: bool) -> str:
    """A QR code of half blocks for a terminal; `coloured` where it understands colours."""
    import segno  # noqa: PLC0415 - only who serves a network needs it

    drawn = io.StringIO()
    segno.make(text, error="m", micro=False).terminal(drawn, compact=True, border=2)
    lines = drawn.getvalue().splitlines()
    return "\n".join(f"{WHITE_ON_BLACK}{line}{AS_BEFORE}" for line in lines) if coloured else "\n".join(lines)


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _facing_the_network() -> str:
    """Which of our addresses the network sees. Nothing is sent: the system only chooses a way."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(SOMEWHERE)
        except OSError:
            return ""
        found = str(probe.getsockname()[0])
    return "" if _loopback(found) else found


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
