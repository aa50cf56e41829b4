"""Requests as bytes, well-formed or not, and answers told apart by their own framing."""

import collections
import re
import urllib.parse

Answer = collections.namedtuple("Answer", "status headers body head")


def quote(text):
    return urllib.parse.quote(text, safe="")


class Requests:
    """Builds requests for one daemon. Paths of the contract; `search` and `page` end in a parameter that is filled in."""

    def __init__(self, port, search="/api/v1/who?q=", page="/?q=", post="/api/v1/who"):
        self.port, self.search, self.page, self.post_path = port, search, page, post
        self.asset = page  # or a larger file, once one is known

    def request(self, method="GET", target=None, fields=(), body=b"", host=True, close=True, version=b"HTTP/1.1"):
        target = self.search + "poczta" if target is None else target
        lines = [method.encode() + b" " + _bytes(target) + b" " + version]
        if host:
            lines.append(b"Host: 127.0.0.1:%d" % self.port)
        if close:
            lines.append(b"Connection: close")
        lines += [_bytes(field) for field in fields]
        return b"\r\n".join(lines) + b"\r\n\r\n" + body

    def unfinished(self):
        """A head without its empty line."""
        return self.request(close=False)[:-2]

    def post(self, body, fields=(), content_type="application/json", target=None, close=True):
        fields = ["Content-Type: " + content_type, "Content-Length: %d" % len(body), *fields]
        return self.request("POST", target or self.post_path, fields, body, close=close)

    def asking(self, encoded):
        return self.request(target=self.search.encode() + _bytes(encoded))


def _bytes(text):
    return text if isinstance(text, bytes) else text.encode()


def answers(data):
    """The final answers on one connection; 1xx are skipped. What is no HTTP at all has status 0."""
    found = []
    while data:
        head, end, rest = data.partition(b"\r\n\r\n")
        if not end:
            break
        line, *fields = head.split(b"\r\n")
        match = re.match(rb"HTTP/1\.[01] (\d{3})", line)
        if not match:
            found.append(Answer(0, {}, data, data))
            break
        status, headers = int(match[1]), {}
        for field in fields:
            name, _, value = field.partition(b":")
            headers.setdefault(name.strip().lower().decode("latin-1"), value.strip().decode("latin-1"))
        length = int(headers.get("content-length", "0"))
        if headers.get("transfer-encoding") == "chunked":
            body, rest = _without_chunks(rest)
            found.append(Answer(status, headers, body, head))
        elif status >= 200:
            found.append(Answer(status, headers, rest[:length], head))
            rest = rest[length:]
        data = rest
    return found


def _without_chunks(data):
    """The body, and what stands behind its last chunk; of one that breaks off, all there is."""
    body = b""
    while True:
        size, end, rest = data.partition(b"\r\n")
        if not end or not re.fullmatch(rb"[0-9a-f]+", size):
            return body, b""
        length = int(size, 16)
        body, data = body + rest[:length], rest[length + 2:]
        if length == 0:
            return body, data


def is_complete(data):
    """Whether at least one final answer is whole."""
    head, end, rest = data.partition(b"\r\n\r\n")
    if not end:
        return False
    if head.startswith(b"HTTP/1.1 1"):
        return is_complete(rest)
    length = re.search(rb"(?im)^content-length:\s*(\d+)\s*$", head)
    return bool(length) and len(rest) >= int(length[1])
