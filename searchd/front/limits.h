// Limits: every bound the front keeps, each with its reason. Together they bound memory: `pending_input` of unfinished
// requests, `pending_output` of answers waiting for slow readers.
#pragma once

#include <chrono>
#include <cstddef>

namespace kto::front {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct Limits {
  // An office of 3,000 people with a browser each; beyond it the connection that has waited longest is given up.
  std::size_t connections = 1024;
  // nginx reads at most 4 × 8 KiB of headers; a browser sends 1 to 2 KiB, cookies of other services included.
  std::size_t head = std::size_t{16} * 1024;
  // Path and query. A question of 300 letters is 1,800 bytes when every letter is percent-encoded Polish.
  std::size_t target = 4096;
  // The longest path of the contract with an encoded id is under 150 bytes. Long paths overflow the stack of the
  // library's regular expressions; none is run here, but nothing needs more.
  std::size_t path = 256;
  // Browsers send about 20, proxies add 5.
  std::size_t fields = 64;
  // A field handed on to a route; longer ones are as if they had not been sent. The longest real one is User-Agent
  // (300).
  std::size_t field_value = 1024;
  // A body that is read whole, where its route names no other limit (BodyRule).
  std::size_t body = std::size_t{64} * 1024;
  // All requests that are being read or wait for a worker: above it the largest unfinished ones are given up. 64 MiB
  // are 1,000 bodies of 64 KiB, or 80 of the longest letter in a form.
  std::size_t pending_input = std::size_t{64} << 20;
  // Bodies read line by line at once. Each takes a worker for 50 ms at a time (LineAnswers), so with two workers an
  // ordinary request waits for 200 ms at most.
  std::size_t streams = 8;
  // For the next whole line of such a body: 256 KiB at 140 kbit/s. A stream that waits is ended earlier when another
  // one wants its place and it has waited for idle_stream_time.
  milliseconds line_time{15000};
  milliseconds idle_stream_time{1000};
  // One answer. The whole catalogue of a large office as CSV is 2 to 3 MiB.
  std::size_t answer = std::size_t{16} << 20;
  // All answers that wait for slow readers: above it those who have waited longest are cut off.
  std::size_t pending_output = std::size_t{64} << 20;
  // Complete requests that wait for a worker. A connection has one at most, so this is every connection's: a burst of
  // users is served in turn, and what bounds the wait is their age.
  std::size_t queue = 1024;
  // Older requests are refused (503): whoever asked has most likely gone or asked again.
  milliseconds queue_age{1500};
  // A burst passes. Where requests have waited without a break for so long, more come than can be answered, and what is
  // older than this is refused: those who are answered are then answered soon (K. Nichols and V. Jacobson, Controlling
  // Queue Delay, 2012, with the two thresholds of B. Maurer, Fail at Scale, 2015).
  milliseconds lasting_time{1500};
  milliseconds lasting_age{200};
  // The whole head, from the connection's start or from the first byte after an idle time: many times what the slowest
  // mobile line takes, short enough that dripping headers costs an attacker a connection every 5 s.
  milliseconds head_time{5000};
  milliseconds body_time{10000};    // the whole body: 64 KiB at 50 kbit/s
  milliseconds answer_time{15000};  // writing the whole answer: 100 KiB at 50 kbit/s
  milliseconds idle_time{15000};    // between requests: shorter than the 60 s of proxies, longer than a reader's click
  // After refusing, what the client still sends is read and thrown away for a moment, or it would see a reset instead
  // of the answer (RFC 9112, 9.6).
  milliseconds linger_time{1000};
  std::size_t linger_bytes = std::size_t{256} * 1024;
  // Requests on one connection: lets a long-lived proxy connection be balanced again.
  std::size_t requests_per_connection = 1000;
  // On stop, running requests may end and be read for so long. script and systemd wait 10 s and more before they kill.
  milliseconds drain_time{5000};
};

}  // namespace kto::front
