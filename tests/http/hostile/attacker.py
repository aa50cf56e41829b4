"""What attacks are made of: many requests at once, endless ones, connections that hang, drip or never read."""

import collections
import selectors
import socket
import time

from wire import answers, is_complete

MIB = 1 << 20
# The daemon's own failures. 501, 503 and 505 are refusals.
REFUSALS = (501, 503, 505)


class Broken(Exception):
    """What the attack was to show does not hold."""


class Exchange:
    """One connection: what is still to be sent, what came back."""

    def __init__(self, index, data, now):
        first, second = data if isinstance(data, tuple) else (data, None)
        self.index, self.to_send, self.second = index, memoryview(first), second
        self.received, self.begun, self.heard, self.closed = b"", now, now, False

    def over(self, now, wait, quiet):
        if self.second is not None:
            return False
        return self.closed or now - self.begun > wait or (is_complete(self.received) and now - self.heard > quiet)


class Attacker:
    def __init__(self, port, requests, seconds):
        self.port, self.requests, self.seconds = port, requests, seconds
        self.statuses = collections.Counter()
        self.failures = []
        self.connections = []

    def connect(self, receive_buffer=0):
        connection = socket.socket()
        if receive_buffer:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        connection.settimeout(3)
        connection.connect(("127.0.0.1", self.port))
        self.connections.append(connection)
        return connection

    def close_all(self):
        for connection in self.connections:
            connection.close()
        self.connections.clear()

    def note(self, data):
        for answer in answers(data):
            self.statuses[answer.status] += 1
            if answer.status >= 500 and answer.status not in REFUSALS:
                self.failures.append(f"answered {answer.status}")
            if "exception_what" in answer.headers:
                self.failures.append("an exception's text is in a header")

    def said(self):
        return " ".join(f"{status or 'garbage'}:{count}" for status, count in sorted(self.statuses.items())) or "no answer"

    def ask_all(self, requests, wait=4.0, quiet=0.2, width=8):
        """Each request on its own connection; the bytes that came back, in order. A pair is sent in two steps, the second
        when the first has usually been answered."""
        results, todo = [b""] * len(requests), collections.deque(enumerate(requests))
        live, ready = {}, selectors.DefaultSelector()
        while todo or live:
            while todo and len(live) < width:
                index, data = todo.popleft()
                connection = self.connect()
                connection.setblocking(False)
                live[connection] = Exchange(index, data, time.monotonic())
                ready.register(connection, selectors.EVENT_READ | selectors.EVENT_WRITE)
            for key, events in ready.select(0.05):
                self._advance(ready, key.fileobj, live[key.fileobj], events)
            now = time.monotonic()
            for connection, exchange in list(live.items()):
                if exchange.second is not None and now - exchange.begun > 0.3:
                    exchange.to_send, exchange.second, exchange.heard = memoryview(exchange.second), None, now
                    ready.modify(connection, selectors.EVENT_READ | selectors.EVENT_WRITE)
                elif exchange.over(now, wait, quiet):
                    ready.unregister(connection)
                    connection.close()
                    self.connections.remove(connection)
                    results[exchange.index] = live.pop(connection).received
                    self.note(exchange.received)
        return results

    @staticmethod
    def _advance(ready, connection, exchange, events):
        try:
            if events & selectors.EVENT_WRITE:
                exchange.to_send = exchange.to_send[connection.send(exchange.to_send[:65536]):]
                if not exchange.to_send:
                    ready.modify(connection, selectors.EVENT_READ)
            if events & selectors.EVENT_READ:
                more = connection.recv(262144)
                exchange.received += more
                exchange.heard = time.monotonic()
                exchange.closed |= not more
        except BlockingIOError:
            pass
        except OSError:
            exchange.closed, exchange.second = True, None
        if exchange.closed:
            exchange.second = None

    def pour(self, head, chunk, connections=4, most=64 * MIB):
        """Sends the head, then the chunk without end. The most bytes that one connection took before it was cut off."""
        taken, ready = {}, selectors.DefaultSelector()
        for _ in range(connections):
            connection = self.connect()
            connection.sendall(head)
            connection.setblocking(False)
            taken[connection] = 0
            ready.register(connection, selectors.EVENT_READ | selectors.EVENT_WRITE)
        until = time.monotonic() + self.seconds
        while ready.get_map() and time.monotonic() < until:
            for key, events in ready.select(0.05):
                connection = key.fileobj
                try:
                    if events & selectors.EVENT_READ and not connection.recv(65536):
                        raise ConnectionResetError
                    if events & selectors.EVENT_WRITE:
                        taken[connection] += connection.send(chunk)
                    if taken[connection] >= most:
                        raise ConnectionResetError
                except BlockingIOError:
                    pass
                except OSError:
                    ready.unregister(connection)
        return max(taken.values())

    def is_cut_off(self, head, chunk, **how):
        taken = self.pour(head, chunk, **how)
        if taken > 8 * MIB:
            raise Broken(f"{taken / MIB:.0f} MiB were taken on one connection")
        return f"{taken / MIB:.1f} MiB taken a connection"

    def open_many(self, count, first=b"", receive_buffer=0):
        """Connections that have each sent `first`."""
        opened = []
        for _ in range(count):
            try:
                connection = self.connect(receive_buffer)
                connection.sendall(first)
            except OSError:
                continue
            connection.setblocking(False)
            opened.append(connection)
        return opened

    def drip(self, connections, piece, every=0.4):
        """Sends the piece on each, again and again; how many were cut off."""
        until, left = time.monotonic() + self.seconds, list(connections)
        while time.monotonic() < until:
            for connection in list(left):
                try:
                    connection.send(piece)
                except BlockingIOError:
                    pass
                except OSError:
                    left.remove(connection)
            time.sleep(every)
        return len(connections) - len(left)

    def wait(self):
        time.sleep(self.seconds)


def no_success(results, names):
    for data, name in zip(results, names):
        for answer in answers(data):
            if 200 <= answer.status < 300:
                raise Broken(f"{name!r} was answered {answer.status}")


def one_answer_each(results, names):
    many = [name for data, name in zip(results, names) if len(answers(data)) > 1]
    if many:
        raise Broken(f"{len(many)} requests were taken for two: {many[:3]}")
