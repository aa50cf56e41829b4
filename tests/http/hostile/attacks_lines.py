"""Bodies read line by line: lines without end, senders that drip, chunks that lie, readers that do not read."""

from attacker import Broken, one_answer_each
from wire import answers

TYPE = "Content-Type: application/x-ndjson"
CHUNKED = [TYPE, "Transfer-Encoding: chunked"]
LINE = b'{"text":"Nie dziala poczta."}\n'
SMUGGLED = b"GET /kit-smuggled HTTP/1.1\r\nHost: x\r\n\r\n"


def _target(a):
    """The daemon's route for letters, or that of the examples which stands for it."""
    for target in ("/api/v1/route", "/lines"):
        data = a.ask_all([a.requests.request("POST", target, [TYPE, "Content-Length: 0"])])[0]
        if answers(data) and answers(data)[0].status == 200:
            return target
    raise Broken("no route reads lines")


def _chunk(data):
    return b"%x\r\n%b\r\n" % (len(data), data)


def _stream(a, body=b"", fields=None):
    return a.requests.request("POST", _target(a), fields or CHUNKED, body, close=False)


def endless_line(a):
    return "; ".join([a.is_cut_off(_stream(a), _chunk(b"a" * 65536)),
                      a.is_cut_off(_stream(a, fields=[TYPE, "Content-Length: 10000000000"]), b"a" * 65536)])


def endless_lines(a):
    """As much as anybody likes to send; others are served meanwhile, and the answers are there to be read."""
    taken = a.pour(_stream(a), _chunk(LINE * 20), connections=6)
    return f"{taken / 1024:.0f} KiB of lines taken a connection"


def empty_lines(a):
    return f"{a.pour(_stream(a), _chunk(bytes([10]) * 16384), connections=4) / 1048576:.1f} MiB of empty lines a connection"


def dripping_lines(a):
    streams = a.open_many(100, _stream(a, _chunk(LINE) + b"1000\r\n"))
    return f"{a.drip(streams, b'a')} of 100 cut off"


def unread_lines(a):
    request = _stream(a, b"".join([_chunk(LINE)] * 2000))
    a.open_many(60, request, receive_buffer=1024)
    a.wait()
    return "60 streams whose answers nobody reads"


def lying_chunks(a):
    bodies = [b"-2\r\n" + SMUGGLED, b"0x2\r\nab\r\n0\r\n\r\n" + SMUGGLED, b"zz\r\n" + SMUGGLED, b"\r\n" + SMUGGLED,
              b"ffffffffffffffff\r\n" + SMUGGLED, b"1 \r\na\r\n0\r\n\r\n" + SMUGGLED, b"1\na\n0\n\n" + SMUGGLED,
              b"2\r\nabc\r\n0\r\n\r\n" + SMUGGLED, b"0\r\n" + b"A: b\r\n" * 5000 + b"\r\n" + SMUGGLED,
              b"0\r\n\r\n" + SMUGGLED, b"0\r\nX" + b"y" * 70000, b"1;" + b"e" * 70000, b"0" * 70000]
    shapes = {str(body[:20]): _stream(a, body) for body in bodies}
    length = f"Content-Length: {len(SMUGGLED)}"
    for fields in ([*CHUNKED, length], [length, *CHUNKED], [*CHUNKED, "Transfer-Encoding: chunked"],
                   [TYPE, "Transfer-Encoding: chunked, identity"], [TYPE, "Transfer-Encoding: \x0bchunked"]):
        shapes[str(fields)] = _stream(a, b"0\r\n\r\n" + SMUGGLED, fields)
    one_answer_each(a.ask_all(list(shapes.values()), wait=2), shapes)
    return f"{len(shapes)} shapes, {a.said()}"


ATTACKS = [endless_line, endless_lines, empty_lines, dripping_lines, unread_lines, lying_chunks]
