#include "searchd/metrics.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace kto::searchd {
namespace {

// 0.0005, 12.25: no exponent, no digits that say nothing.
std::string number(double value) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.6f", value);
  std::string digits = text.data();
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

double seconds(std::uint64_t microseconds) {
  return static_cast<double>(microseconds) / 1e6;
}

double seconds(std::chrono::system_clock::time_point time) {
  return std::chrono::duration<double>(std::chrono::floor<std::chrono::seconds>(time.time_since_epoch())).count();
}

// Routes and ids are ours, but an id may hold whatever an office.json says.
std::string quoted(std::string_view value) {
  std::string text = "\"";
  for (const char c : value) {
    if (c == '\n')
      text += "\\n";
    else if (c == '"' || c == '\\')
      text.append("\\").append(1, c);
    else
      text += c;
  }
  return text + "\"";
}

// One family of the exposition format.
class Family {
 public:
  Family(std::string& out, std::string name, const char* type, const char* help) : out_(out), name_(std::move(name)) {
    out_ += "# HELP " + name_ + " " + help + "\n# TYPE " + name_ + " " + type + "\n";
  }
  // `labels`: as between the braces; `suffix`: "_bucket".
  void add(const std::string& labels, double value, const char* suffix = "") {
    out_ += name_ + suffix + (labels.empty() ? "" : "{" + labels + "}") + " " + number(value) + "\n";
  }
  void add(const std::string& labels, std::uint64_t value, const char* suffix = "") {
    out_ += name_ + suffix + (labels.empty() ? "" : "{" + labels + "}") + " " + std::to_string(value) + "\n";
  }

 private:
  std::string& out_;
  std::string name_;
};

void add_one(std::string& out, const char* name, const char* type, const char* help, auto value) {
  Family(out, name, type, help).add("", value);
}

std::string label(const char* name, std::string_view value) {
  return std::string(name) + "=" + quoted(value);
}

const char* name_of(Status status) {
  switch (status) {
    case Status::answered:
      return "answered";
    case Status::ambiguous:
      return "ambiguous";
    case Status::no_answer:
      return "no_answer";
    case Status::out_of_coverage:
      return "out_of_coverage";
  }
  return "other";
}

void add_latencies(Family& family, const std::string& route, const auto& by_latency, std::uint64_t microseconds) {
  std::uint64_t up_to = 0;
  for (std::size_t i = 0; i < kLatencyBounds.size(); ++i) {
    up_to += by_latency[i];
    family.add(route + ",le=\"" + number(seconds(kLatencyBounds[i])) + "\"", up_to, "_bucket");
  }
  up_to += by_latency.back();
  family.add(route + ",le=\"+Inf\"", up_to, "_bucket");
  family.add(route, seconds(microseconds), "_sum");
  family.add(route, up_to, "_count");
}

}  // namespace

Metrics::Metrics(const front::Router& router) : router_(router) {
  // From the start, so that a rate can be made of the first one.
  for (const auto status : {Status::answered, Status::ambiguous, Status::no_answer, Status::out_of_coverage})
    answers_[status] = 0;
}

void Metrics::count(const front::Exchange& exchange) {
  const auto name = exchange.refused ? std::string_view() : router_.route_of(exchange.path);
  const auto microseconds = static_cast<std::uint64_t>(std::max<std::int64_t>(0, exchange.duration.count()));
  const std::lock_guard lock(mutex_);
  if (exchange.refused) {
    ++refused_[exchange.status];
    return;
  }
  auto found = routes_.find(name);
  if (found == routes_.end()) found = routes_.emplace(std::string(name), Route()).first;
  auto& route = found->second;
  ++route.by_class[exchange.status / 100];
  const auto* bound = std::lower_bound(kLatencyBounds.begin(), kLatencyBounds.end(), microseconds);
  ++route.by_latency[static_cast<std::size_t>(bound - kLatencyBounds.begin())];
  route.microseconds += microseconds;
}

void Metrics::count(Status status) {
  const std::lock_guard lock(mutex_);
  ++answers_[status];
}

std::string Metrics::text() const {
  std::string out;
  const std::lock_guard lock(mutex_);
  Family requests(out, "kto_requests_total", "counter", "Requests that a route answered, by class of status.");
  for (const auto& [name, route] : routes_)
    for (const auto& [number_of_class, count] : route.by_class)
      requests.add(label("route", name) + ",code=\"" + std::to_string(number_of_class) + "xx\"", count);
  Family refused(out, "kto_refused_requests_total", "counter", "Requests refused before any route saw them.");
  for (const auto& [status, count] : refused_) refused.add("status=\"" + std::to_string(status) + "\"", count);
  Family latency(out, "kto_request_duration_seconds", "histogram",
                 "From the complete request to the complete answer, the wait for a worker included.");
  for (const auto& [name, route] : routes_)
    add_latencies(latency, label("route", name), route.by_latency, route.microseconds);
  Family answers(out, "kto_answers_total", "counter", "Searches, by what could be answered.");
  for (const auto& [status, count] : answers_) answers.add(label("status", name_of(status)), count);
  return out;
}

std::string metrics_text(const front::Gauges& gauges) {
  std::string out;
  const auto now = [](const auto& gauge) { return static_cast<std::uint64_t>(gauge.load()); };
  add_one(out, "kto_connections", "gauge", "Open connections.", now(gauges.connections));
  add_one(out, "kto_connections_accepted_total", "counter", "Connections taken.", now(gauges.accepted));
  add_one(out, "kto_connections_given_up_total", "counter", "Connections cut off because there were too many.",
          now(gauges.given_up));
  add_one(out, "kto_queue_length", "gauge", "Complete requests that wait for a worker.", now(gauges.waiting));
  add_one(out, "kto_workers_busy", "gauge", "Workers that are answering.", now(gauges.working));
  return out;
}

std::string metrics_text(const IndexState& state) {
  std::string out;
  add_one(out, "kto_index_generation", "gauge", "The generation of the index in use.", std::uint64_t{state.generation});
  add_one(out, "kto_index_documents", "gauge", "Task points in it, over all days.", std::uint64_t{state.documents});
  add_one(out, "kto_index_built_timestamp_seconds", "gauge", "When it was built.", seconds(state.built));
  add_one(out, "kto_index_taken_up_timestamp_seconds", "gauge", "Since when it is in use.", seconds(state.taken_up));
  add_one(out, "kto_index_swaps_total", "counter", "Generations taken up since the start.", state.swaps);
  add_one(out, "kto_index_refusals_total", "counter", "Attempts to take up an index that could not be used.",
          state.refusals);
  Family law(out, "kto_law_state_as_of_timestamp_seconds", "gauge", "The day the latest act read came into force.");
  for (const auto& office : state.offices)
    if (office.law_state_as_of) law.add(label("office", office.id), seconds(*office.law_state_as_of));
  Family not_applied(out, "kto_operations_not_applied", "gauge", "Operations of acts that could not be applied.");
  for (const auto& office : state.offices)
    not_applied.add(label("office", office.id), std::uint64_t{office.not_applied});
  return out;
}

std::string process_metrics_text(std::string_view version) {
  std::string out;
  Family(out, "kto_build_info", "gauge", "Always 1.").add(label("version", version), std::uint64_t{1});
  std::uint64_t pages = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  add_one(out, "process_resident_memory_bytes", "gauge", "Memory in use.",
          resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)));
  std::error_code none;
  const std::filesystem::directory_iterator files("/proc/self/fd", none);
  add_one(out, "process_open_fds", "gauge", "Open files and connections.",
          static_cast<std::uint64_t>(std::distance(begin(files), end(files))));
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  add_one(out, "process_cpu_seconds_total", "counter", "Processor time used.", of(used.ru_utime) + of(used.ru_stime));
  return out;
}

}  // namespace kto::searchd
