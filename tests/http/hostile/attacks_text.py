"""What is said in a request: bytes that are no text, markup, header lines in parameters, false addresses, paths that climb."""

import json
import re

from attacker import Broken
from wire import answers, quote

BAD_TEXT = [b"%ff%fe", b"%c0%af", b"%e0%80%af", b"%ed%a0%80", b"%f4%90%80%80", b"%c5", b"a%c5", b"%00", b"%00" * 100, b"%1b[2J",
            b"%e2%80%ae", b"%ef%bb%bf", b"%u0000", b"%", b"%zz", b"\xff\xfe", b"\xc5\x82", b"%cc%81" * 300, b"%0d%0a", b"%09"]
MARKUP = ["<script>kit(1)</script>", "\"><img src=x onerror=kit(2)>", "'><svg/onload=kit(3)>", "</title><script>kit(4)</script>",
          "\" autofocus onfocus=kit(5) x=\"", "javascript:kit(6)//", "{{kit}}<b>7</b>", "+ADw-script+AD4-kit(8)"]


def _is_valid(answer):
    kind = answer.headers.get("content-type", "")
    text = answer.body.decode("utf-8")
    if "json" in kind and text:
        json.loads(text)


def _check_texts(results, asked):
    for data, what in zip(results, asked):
        for answer in answers(data):
            try:
                _is_valid(answer)
            except ValueError as error:
                raise Broken(f"{what!r} was answered with broken text: {error}") from error


def invalid_text(a):
    for build in (a.requests.asking, lambda text: a.requests.request(target=a.requests.page.encode() + text)):
        _check_texts(a.ask_all([build(text) for text in BAD_TEXT]), BAD_TEXT)
    bodies = [b"", b"\x00", b"\xef\xbb\xbf{}", b"{", b'"', b"{}{}", b'{"q":1}', b'{"q":null}', b'{"q":"\xff"}', b'{"q":"\\ud800"}',
              b'{"q":"\\u0000"}', b'{"q":"a","q":"b"}', b"<x/>", b"q=a"]
    _check_texts(a.ask_all([a.requests.post(body) for body in bodies]), bodies)
    return a.said()


def markup(a):
    pages = a.ask_all([a.requests.request(target=a.requests.page + quote(text)) for text in MARKUP])
    for data, text in zip(pages, MARKUP):
        for answer in answers(data):
            policy = answer.headers.get("content-security-policy", "")
            if re.search(r"[<\"']", text) and text.encode() in answer.body:
                raise Broken(f"a page echoes {text!r}")
            if "default-src 'none'" not in policy or "unsafe" in policy or "frame-ancestors" not in policy:
                raise Broken(f"the policy {policy!r} lets scripts in")
            if answer.headers.get("x-content-type-options") != "nosniff":
                raise Broken("a page may be taken for another type")
    for data, text in zip(a.ask_all([a.requests.request(target="/kit-" + quote(text)) for text in MARKUP]), MARKUP):
        if "html" in "".join(answer.headers.get("content-type", "") for answer in answers(data)) and text.encode() in data:
            raise Broken(f"the error page echoes {text!r}")
    return a.said()


def header_injection(a):
    pieces = [b"%0d%0aX-Kit-Injected:1", b"%0aX-Kit-Injected:1", b"%0dX-Kit-Injected:1", b"%E5%98%8A%E5%98%8DX-Kit-Injected:1",
              b"%00%0d%0aX-Kit-Injected:1", b"%250d%250aX-Kit-Injected:1"]
    bases = [a.requests.search.encode(), a.requests.page.encode(), b"/header?value=", b"/kit-nowhere?a="]
    requests = [a.requests.request(target=base + piece) for base in bases for piece in pieces]
    fields = ["X-Request-Id", "Accept-Language", "Referer", "User-Agent", "If-None-Match", "Cookie", "X-Forwarded-For"]
    requests += [a.requests.request(fields=[name.encode() + b": a" + piece]) for name in fields for piece in pieces[:3]]
    for data in a.ask_all(requests):
        for answer in answers(data):
            if re.search(rb"(?im)^x-kit-injected", answer.head.replace(b"\r", b"\n")):
                raise Broken("a header line was injected")
    return a.said()


def false_addresses(a):
    false = "203.0.113.77"
    names = ["REMOTE_ADDR", "LOCAL_ADDR", "remote_addr", "X-Real-IP", "True-Client-IP", "Forwarded", "X-Forwarded-For"]
    for data in a.ask_all([a.requests.request(fields=[f"{name}: {false}"]) for name in names]):
        if false.encode() in data:
            raise Broken("a header was taken for the client's address")
    return a.said()


def climbing_paths(a):
    ups = ["../", "..%2f", "%2e%2e/", "..%5c", "....//", "%252e%252e%252f", "..%c0%af", "/..", "..//"]
    bases = ["/", a.requests.asset + "/", a.requests.asset.rsplit("/", 1)[0] + "/"]
    targets = [base + up * depth + "etc/passwd" for base in bases for up in ups for depth in (1, 3, 8)]
    targets += ["//etc/passwd", "/./etc/passwd", "/proc/self/environ", "/.git/config", "/%00"]
    for data, target in zip(a.ask_all([a.requests.request(target=target) for target in targets]), targets):
        if b"root:" in data:
            raise Broken(f"{target} gave a file of the machine")
    return a.said()


def questions(a):
    """Operators and repetitions of search languages: the query is built from words, so none of them means anything."""
    texts = ["a* b* c*", "* " * 200, "NOT a", " OR ".join("abcdefghij" * 20), "a NEAR/99999999 b", "(" * 300, "\"" * 300, "(a+)+$",
             "poczta " * 60, "x" * 300, "ł" * 120, "\u0301" * 300, "A" + "\u0308" * 300, "' OR 1=1 --", "${jndi:ldap://x}", "%s%n" * 50,
             "{{7*7}}", "\U0001F4A9" * 60, "a\u200b" * 80, "title:a", "0..99999999999"]
    results = a.ask_all([a.requests.asking(quote(text)) for text in texts], wait=6)
    _check_texts(results, texts)
    unanswered = [text for text, data in zip(texts, results) if not answers(data)]
    if unanswered:
        raise Broken(f"{unanswered[0][:40]!r} got no answer")
    return a.said()


ATTACKS = [invalid_text, markup, header_injection, false_addresses, climbing_paths, questions]
