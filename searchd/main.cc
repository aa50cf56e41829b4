// kto-searchd: index → HTTP. Opens the index, adds the routes, serves until it is told to end.

#include <pthread.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <initializer_list>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "indexer/law/error.h"
#include "indexer/text/analysis.h"
#include "indexer/text/dictionary.h"
#include "indexer/text/normalize.h"
#include "searchd/api/routes.h"
#include "searchd/front/front.h"
#include "searchd/front/router.h"
#include "searchd/health.h"
#include "searchd/log.h"
#include "searchd/open_index.h"
#include "searchd/options.h"
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
  text::fold("ü");  // ICU reads its tables at the first use: now, before there are threads
  try {
    return std::make_shared<text::Analyser>(
        text::Dictionary::open(options.dictionary.empty() ? text::default_dictionary_path() : options.dictionary));
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

void reopen(OpenIndex& index) {
  try {
    log_line("took up generation " + std::to_string(index.reopen()) + " of the index");
  } catch (const law::Error& error) {
    log_line(std::string("the old index serves on: ") + error.what() + " (" + error.hint() + ")");
  }
}

// Returns when the process is to end.
void serve_signals(const sigset_t& signals, OpenIndex& index) {
  int signal = 0;
  while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) reopen(index);
}

// http://127.0.0.1:8080, http://[::1]:8080
std::string address_of(const std::string& host, unsigned port) {
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return "http://" + (is_ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

void serve(const Options& options) {
  const auto signals = block_signals();
  const unsigned workers = workers_of(options);
  OpenIndex index(options.index, open_analyser(options), workers);

  front::Router router;
  router.complain_to(log_line);
  add_health_routes(router, index);
  const api::Service service{[&index] { return index.reader(); }};
  api::add_routes(router, service, pages::web_file("openapi.json").bytes);
  pages::add_pages(router, service);

  front::FrontOptions how{options.host, options.port, workers};
  if (options.access_log) how.observer = log_exchange;
  front::Front front(router, std::move(how));
  front.start();
  std::printf("kto-searchd: listening on %s\n", address_of(options.host, front.port()).c_str());
  std::fflush(stdout);
  serve_signals(signals, index);
  front.stop();
}

int run(const std::vector<std::string>& arguments) {
  const auto reading = read_options(arguments);
  for (const auto& fault : reading.faults) log_line(fault);
  if (!reading.faults.empty()) return kWrongOptions;
  if (reading.options.help || reading.options.version) {
    std::fputs(reading.options.help ? usage().c_str() : "kto-searchd " KTO_VERSION "\n", stdout);
    return kEndedOnRequest;
  }
  serve(reading.options);
  return kEndedOnRequest;
}

}  // namespace
}  // namespace kto::searchd

int main(int argc, char** argv) {
  try {
    return kto::searchd::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const kto::law::Error& error) {
    kto::searchd::log_line(std::string(error.what()) + " (" + error.hint() + ")");
  } catch (const std::exception& error) {
    kto::searchd::log_line(error.what());
  }
  return kto::searchd::kCannotServe;
}
