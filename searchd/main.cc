// kto-searchd: index → HTTP. Opens the index, adds the routes, serves until it is told to end.

#include <malloc.h>
#include <pthread.h>
#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <functional>
#include <initializer_list>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/law/error.h"
#include "indexer/law/output.h"
#include "indexer/text/analysis.h"
#include "indexer/text/dictionary.h"
#include "searchd/api/answer_cache.h"
#include "searchd/api/compression.h"
#include "searchd/api/cors.h"
#include "searchd/api/office_routes.h"
#include "searchd/api/open_data.h"
#include "searchd/api/routes.h"
#include "searchd/ask.h"
#include "searchd/front/front.h"
#include "searchd/front/router.h"
#include "searchd/health.h"
#include "searchd/log.h"
#include "searchd/metrics.h"
#include "searchd/notify.h"
#include "searchd/open_index.h"
#include "searchd/options.h"
#include "searchd/pages/data_page.h"
#include "searchd/pages/pages.h"
#include "searchd/pages/web_files.h"

namespace kto::searchd {
namespace {

constexpr int kEndedOnRequest = 0, kCannotServe = 1, kWrongOptions = 2;

unsigned workers_of(const Options& options) {
  // Two at least: one long request must not stop the others.
  return options.workers > 0 ? options.workers : std::max(2U, std::thread::hardware_concurrency());
}

std::shared_ptr<const text::Analyser> open_analyser(const Options& options) {
  try {
    return text::Analyser::open(options.dictionary.empty() ? text::default_dictionary_path() : options.dictionary);
  } catch (const text::DictionaryError& error) {
    throw law::Error(error.code(), error.what(), error.hint());
  }
}

// Blocked in every thread, so that only the main thread takes them, at a place of its choice.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);  // a reader of standard output or error that has gone is no reason to end
  return signals;
}

// Takes up a newer index as long as the process lives; says each thing once.
class Upkeep {
 public:
  Upkeep(OpenIndex& index, const Log& log) : index_(index), log_(log) {}

  void reopen() {
    told_.clear();
    attempt([this] { return std::optional(index_.reopen()); });
  }
  void refresh() {
    attempt([this] { return index_.refresh(); });
  }

 private:
  template <class Attempt>
  void attempt(const Attempt& attempt) {
    try {
      const auto generation = attempt();
      if (generation) {
        say(Level::info, "index-taken-up", "took up generation " + std::to_string(*generation) + " of the index");
        told_.clear();
      }
    } catch (const law::Error& error) {
      say(Level::error, "index-refused",
          std::string("the old index serves on: ") + error.what() + " (" + error.hint() + ")");
    }
  }
  void say(Level level, std::string_view event, const std::string& sentence) {
    if (sentence != std::exchange(told_, sentence)) log_.say({level, event, sentence});
  }

  OpenIndex& index_;
  const Log& log_;
  std::string told_;
};

// Returns when the process is to end. `rest` is called now and then.
void serve_signals(const sigset_t& signals, Upkeep& upkeep, unsigned watch, const std::function<void()>& rest) {
  constexpr unsigned kMinute = 60;
  for (;;) {
    const timespec patience{static_cast<time_t>(watch > 0 ? watch : kMinute), 0};
    const int signal = sigtimedwait(&signals, nullptr, &patience);
    const bool nothing_came = signal < 0 && errno == EAGAIN;
    rest();
    if (signal == SIGHUP)
      upkeep.reopen();
    else if (signal > 0)
      return;
    else if (nothing_came && watch > 0)
      upkeep.refresh();
  }
}

// What people ask may stand in memory: no core holds it.
void forbid_cores() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

// http://127.0.0.1:8080, http://[::1]:8080
std::string address_of(const std::string& host, unsigned port) {
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return "http://" + (is_ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

void serve(const Options& options, const Log& log) {
  const auto signals = block_signals();
  forbid_cores();
  const unsigned workers = workers_of(options);
  OpenIndex index(options.index, open_analyser(options), workers);

  front::Router router;
  Metrics metrics(router);
  const auto gauges = std::make_shared<front::Gauges>();
  router.complain_to([&log](std::string_view sentence) { log.say({Level::error, "request-failed", sentence}); });
  add_health_routes(router, index, [&] {
    return metrics.text() + metrics_text(*gauges) + metrics_text(index.state()) + process_metrics_text(KTO_VERSION);
  });
  api::Service service{[&index] { return index.reader(); }};
  service.answered = [&metrics](Status status) { metrics.count(status); };
  service.long_reader = [&index] { return index.long_reader(); };
  service.suggestions = [&index](const std::string& office) { return index.suggestions(office); };
  service.answers = std::make_shared<api::AnswerCache>(std::size_t{options.keep_answers} << 20U);
  if (options.learn) service.misses = std::make_shared<api::Misses>();
  api::add_routes(router, service, pages::web_file("openapi.json").bytes);
  api::add_open_data_routes(router, service);
  api::add_office_routes(router, service, {options.token, options.feedback, service.misses});
  pages::add_pages(router, service);
  pages::add_data_pages(router, service);
  router.finish_with([](const front::Request& request, front::Response& response) {
    api::open_to_other_sites(request, response);
    api::compress(request, response);
  });

  front::FrontOptions how{options.host, options.port, workers};
  how.gauges = gauges;
  how.observer = [&, access_log = options.access_log](const front::Exchange& exchange) {
    metrics.count(exchange);
    if (access_log) log.exchange(exchange);
  };
  front::Front front(router, std::move(how));
  front.start();
  std::printf("kto-searchd: listening on %s\n", address_of(options.host, front.port()).c_str());
  std::fflush(stdout);
  notify("READY=1");
  Upkeep upkeep(index, log);
  serve_signals(signals, upkeep, options.watch, [&] {
    service.answers->rest();
    malloc_trim(0);  // of a country's letters the library would keep 30 MiB that it does not use
  });
  notify("STOPPING=1");
  front.stop();
}

int run(const OptionsReading& reading, const Log& log) {
  for (const auto& fault : reading.faults) log.say({Level::error, "wrong-options", fault});
  if (!reading.faults.empty()) return kWrongOptions;
  if (reading.options.help || reading.options.version) {
    std::fputs(reading.options.help ? usage().c_str() : "kto-searchd " KTO_VERSION "\n", stdout);
    return kEndedOnRequest;
  }
  try {
    serve(reading.options, log);
    return kEndedOnRequest;
  } catch (const law::Error& error) {
    log.say({Level::error, error.code(), std::string(error.what()) + " (" + error.hint() + ")"});
  }
  return kCannotServe;
}

// kto-searchd who …
int run_ask(const std::vector<std::string>& arguments, const Log& log) {
  const auto reading = read_ask(arguments);
  for (const auto& fault : reading.faults) log.say({Level::error, "wrong-options", fault});
  if (!reading.faults.empty()) return kAskedWrongly;
  if (reading.request.help) {
    std::fputs(ask_usage().c_str(), stdout);
    return kAnswered;
  }
  try {
    Options options;
    options.dictionary = reading.request.dictionary;
    const int status = ask(reading.request, open_analyser(options), std::cout, std::cerr);
    law::require_written(std::cout);
    return status;
  } catch (const law::Error& error) {
    log.say({Level::error, error.code(), std::string(error.what()) + " (" + error.hint() + ")"});
  }
  return kAskedWrongly;
}

}  // namespace
}  // namespace kto::searchd

int main(int argc, char** argv) {
  using namespace kto::searchd;
  Log log;
  try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && arguments.front() == "who") return run_ask({arguments.begin() + 1, arguments.end()}, log);
    const auto reading = read_options(arguments);
    log = Log(reading.options.log_format);
    return run(reading, log);
  } catch (const std::exception& error) {
    log.say({Level::error, "failed", error.what()});
  }
  return kCannotServe;
}
