"""Too long, too many, without end, packed."""

import zlib

from attacker import MIB, Broken
from wire import answers


def _head(a, method="GET", fields=()):
    target = a.requests.post_path if method == "POST" else None
    return a.requests.request(method, target, fields, close=False)


def long_paths(a):
    pieces = [b"a", b"/", b"%41", b"..%2f", b"%00", b".", b"a/", b"\xc5\x82", b"("]
    requests = []
    for length in (300, 8100, 65000):
        requests += [a.requests.request(target=b"/" + (piece * length)[:length]) for piece in pieces]
    a.ask_all(requests)
    return a.said()


def long_queries(a):
    values = [b"a" * 8000, b"a+" * 4000, b"%61" * 2700, b"%" * 8000, b"+" * 8000, b"a&" + b"&" * 7000, b"a" + b"?" * 5000,
              b"a&" + b"&".join(b"p%d=%d" % (i, i) for i in range(700))]
    a.ask_all([a.requests.asking(value) for value in values] + [a.requests.asking(value[:4000]) for value in values])
    return a.said()


def endless_headers(a):
    head = _head(a)[:-2]
    chunks = [b"".join(b"X-%05d: y\r\n" % i for i in range(6000)), b"\n" * 65536, b"X-Big: " + b"a" * 65536]
    return "; ".join(a.is_cut_off(head, chunk) for chunk in chunks)


def endless_request_line(a):
    return a.is_cut_off(b"GET /", b"a" * 65536)


def many_headers(a):
    a.ask_all([a.requests.request(fields=lines) for lines in (["A: b"] * 10000, ["junk"] * 10000, [":"] * 10000)])
    return a.said()


def endless_bodies(a):
    chunk = b"10000\r\n" + b"a" * 65536 + b"\r\n"
    heads = [["Transfer-Encoding: chunked"], ["Content-Length: 10000000000"], []]
    return "; ".join(a.is_cut_off(_head(a, "POST", fields), chunk) for fields in heads)


def posts_to_nowhere(a):
    a.ask_all([a.requests.post(b"a" * 60000, target="/kit-nowhere")] * 200)
    return a.said()


def bombs(a):
    """60 MiB of zeros in 60 kB, as gzip and deflate, and with a form in them."""
    for bits, name in ((31, "gzip"), (15, "deflate")):
        packer = zlib.compressobj(9, zlib.DEFLATED, bits)
        data = b"".join(packer.compress(bytes(MIB)) for _ in range(60)) + packer.flush()
        a.ask_all([a.requests.post(data, ["Content-Encoding: " + name])] * 8)
    return a.said()


def forms(a):
    part = b'--X\r\nContent-Disposition: form-data; name="a"\r\n\r\nv\r\n'
    multipart = "multipart/form-data; boundary=X"
    a.ask_all([a.requests.post(part * 1000 + b"--X--\r\n", content_type=multipart),
               a.requests.post(part * 100000, content_type=multipart),
               a.requests.post(b"a=1&" * 15000, content_type="application/x-www-form-urlencoded")] * 4)
    return a.said()


def deep_json(a):
    values = [b"[" * 60000, b"[" * 30000 + b"]" * 30000, b'{"q":' * 12000, b'{"a":' * 10000 + b"1" + b"}" * 10000,
              b'{"q":' + b"9" * 60000 + b"}", b'{"n":1e999999999,"q":"a"}', b"[" + b"1," * 30000 + b"1]", b" " * 60000 + b"{}"]
    a.ask_all([a.requests.post(value) for value in values] * 2)
    return a.said()


def ranges(a):
    """Overlapping ranges multiply the answer; ranges out of bounds read memory."""
    whole = answers(a.ask_all([a.requests.request(target=a.requests.asset)])[0])[0]
    values = [",".join(["0-"] * 1000), ",".join(["-9999999"] * 700), "0-99999999999", "9223372036854775808-", "-0", "5-2",
              "1" * 8000 + "-"]
    for value, data in zip(values, a.ask_all([a.requests.request(target=a.requests.asset, fields=["Range: bytes=" + value])
                                              for value in values])):
        if len(data) > len(whole.body) + 2000:
            raise Broken(f"Range {value[:30]} gave {len(data)} bytes of {len(whole.body)}")
    return a.said()


ATTACKS = [long_paths, long_queries, endless_headers, endless_request_line, many_headers, endless_bodies, posts_to_nowhere,
           bombs, forms, deep_json, ranges]
