"""Where a request ends: lengths that lie, chunks, smuggled requests, lines that two programs would read differently."""

from attacker import Broken, no_success, one_answer_each

SMUGGLED = b"GET /kit-smuggled HTTP/1.1\r\nHost: x\r\n\r\n"


def lying_lengths(a):
    """Two lengths, signs, hexadecimal, lists, escapes, more digits than a number has."""
    n = len(SMUGGLED)
    values = ["-1", "-0", "+14", "0x0e", "1e1", "14abc", "abc", "", "14 14", "14, 54", "%31%34", "9" * 23, "14;a"]
    fields = [["Content-Length: " + value] for value in values]
    fields += [[f"Content-Length: {n}", "Content-Length: 0"], ["Content-Length: 0", f"Content-Length: {n}"],
               [f"Content-Length : {n}"], [f"Content-Length:\r\n {n}"], [f"X: y\r\n Content-Length: {n}"]]
    requests = [a.requests.request("POST", a.requests.post_path, f, SMUGGLED, close=False) for f in fields]
    results = a.ask_all(requests, wait=2)
    no_success(results, fields)
    one_answer_each(results, fields)
    return a.said()


def smuggling(a):
    """A request inside the body of another, whole at once and with its body sent after the head has been answered."""
    body, chunk = b"0\r\n\r\n" + SMUGGLED, b"%x\r\n" % len(SMUGGLED) + SMUGGLED + b"\r\n0\r\n\r\n"
    length = f"Content-Length: {len(body)}"
    encodings = ["Transfer-Encoding: chunked", "Transfer-Encoding : chunked", "Transfer-Encoding: xchunked",
                 "Transfer-Encoding:\tchunked", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: %63hunked",
                 "TRANSFER-ENCODING: CHUNKED", "X: y\nTransfer-Encoding: chunked", "X: y\rTransfer-Encoding: chunked",
                 "X: y\r\n Transfer-Encoding: chunked", "Transfer-Encoding: \x0bchunked"]
    shapes = {e: a.requests.request("POST", a.requests.post_path, [length, e], body, close=False) for e in encodings}
    for method in ("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"):
        for fields, sent in ((["Transfer-Encoding: chunked"], chunk), ([length], body)):
            shapes[f"{method} {fields[0]}"] = a.requests.request(method, a.requests.post_path, fields, sent, close=False)
    for status, fields in (("413", ["Content-Length: 999999999"]), ("415", [length, "Content-Encoding: gzip"])):
        shapes[status] = a.requests.request("POST", a.requests.post_path, fields, SMUGGLED * 20, close=False)
    shapes["404"] = a.requests.request("POST", "/kit-nowhere", [length], body, close=False)
    shapes["414"] = a.requests.request("POST", "/" + "a" * 9000, [length], body, close=False)
    one_answer_each(a.ask_all(list(shapes.values()), wait=2), shapes)
    halves = [(r[:r.index(b"\r\n\r\n") + 4], r[r.index(b"\r\n\r\n") + 4:]) for r in shapes.values()]
    one_answer_each(a.ask_all(halves, wait=2), shapes)
    return f"{2 * len(shapes)} shapes, {a.said()}"


def malformed_lines(a):
    """Versions, controls, TLS, HTTP/0.9: refused, never left hanging, never answered without a status line."""
    rest = b"Host: x\r\nConnection: close\r\n\r\n"
    lines = [b"GET / HTTP/9.9\r\n", b"GET / HTTP/1\r\n", b"GET / FTP/1.1\r\n", b"GET /\x00 HTTP/1.1\r\n", b"GET /a\rb HTTP/1.1\r\n",
             b"/ HTTP/1.1\r\n", b"HTTP/1.1 200 OK\r\n", b"\x16\x03\x01\x02\x00\x01\x00\r\n", b"\x00" * 2000 + b"\r\n",
             b"\xff" * 2000 + b"\r\n", b"GET / HTTP/1.1 more words\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET /\r\n",
             b"get /\r\n", b"GET /\n", b"\r\n" * 20000, b"GET http://example.com/ HTTP/1.1\r\n"]
    results = a.ask_all([line + rest for line in lines], wait=3)
    no_success(results, lines)
    hanging = [line for line, data in zip(lines, results) if not data.startswith(b"HTTP/1.1 ")]
    if hanging:
        raise Broken(f"left without an answer: {hanging[:3]}")
    return a.said()


def methods(a):
    names = ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PRI", "get", "GeT", "PROPFIND", "A" * 5000, "G\x00T"]
    results = a.ask_all([a.requests.request(name, fields=["Content-Length: 0"]) for name in names], wait=3)
    no_success(results, names)
    return a.said()


def hosts(a):
    fields = [[], ["Host: a", "Host: b"], ["Host: a b"], ["Host: a/b"], ["Host: " + "a" * 3000]]
    no_success(a.ask_all([a.requests.request(fields=f, host=False) for f in fields], wait=3), fields)
    return a.said()


ATTACKS = [lying_lengths, smuggling, malformed_lines, methods, hosts]
