#include "searchd/option_table.h"

#include <algorithm>
#include <charconv>

namespace kto::searchd {
namespace {

// The most workers: more than any machine that serves one office has processors; each holds an open index.
constexpr unsigned kMostWorkers = 64;
// The longest watch: a day. Whoever wants less often sends SIGHUP.
constexpr unsigned kLongestWatch = 86400;
constexpr unsigned kMostKeptAnswers = 1024;  // MiB

template <class Number>
Fault read_number(const std::string& text, Number highest, Number& number) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > highest)
    return "wants a whole number from 0 to " + std::to_string(highest) + ", not \"" + text + "\"";
  number = value;
  return {};
}

Fault read_switch(const std::string& text, bool& on) {
  if (text != "yes" && text != "no") return "is yes or no, not \"" + text + "\"";
  on = text == "yes";
  return {};
}

Fault read_format(const std::string& text, LogFormat& format) {
  if (text != "plain" && text != "json") return "is plain or json, not \"" + text + "\"";
  format = text == "json" ? LogFormat::json : LogFormat::plain;
  return {};
}

template <class Text>
Fault keep(const std::string& text, Text& place) {
  place = text;
  return {};
}

}  // namespace

const std::vector<Option>& option_table() {
  static const std::vector<Option> table = {
      {"index", "DIR", "", "the index to answer from, as kto-indexer build left it (required)", true,
       [](Options& options, const std::string& text) { return keep(text, options.index); }},
      {"host", "ADDRESS", "127.0.0.1", "where to listen: an IPv4 or IPv6 address or a name", true,
       [](Options& options, const std::string& text) { return keep(text, options.host); }},
      {"port", "N", "8080", "on which port; 0 picks a free one and prints it", true,
       [](Options& options, const std::string& text) { return read_number<std::uint16_t>(text, 65535, options.port); }},
      {"config", "FILE", "", "lines of \"option = value\" with the names of this list, # begins a comment", false,
       [](Options& options, const std::string& text) { return keep(text, options.config); }},
      {"dictionary", "FILE", "", "the compiled dictionary [kto.lexicon beside the program or in ../share/kto]", true,
       [](Options& options, const std::string& text) { return keep(text, options.dictionary); }},
      {"workers", "N", "0", "requests answered at once; 0: one for each processor, at least two", true,
       [](Options& options, const std::string& text) { return read_number(text, kMostWorkers, options.workers); }},
      {"watch", "SECONDS", "5", "how often to look for a newly built index; 0: only on SIGHUP", true,
       [](Options& options, const std::string& text) { return read_number(text, kLongestWatch, options.watch); }},
      {"log-format", "FORMAT", "plain", "plain or json: one line an event, on standard error", true,
       [](Options& options, const std::string& text) { return read_format(text, options.log_format); }},
      {"access-log", "", "no", "a line in the log for each request, without its parameters and addresses", true,
       [](Options& options, const std::string& text) { return read_switch(text, options.access_log); }},
      {"keep-answers", "MIB", "8", "memory for answers that many ask for at the same time; 0: none are kept", true,
       [](Options& options, const std::string& text) {
         return read_number(text, kMostKeptAnswers, options.keep_answers);
       }},
      {"learn", "", "no", "count, in memory, questions that found nobody; read at /api/v1/misses with the token", true,
       [](Options& options, const std::string& text) { return read_switch(text, options.learn); }},
      {"token", "FILE", "", "a secret of at least 16 characters, for the two addresses of the office itself", true,
       [](Options& options, const std::string& text) { return keep(text, options.token); }},
      {"feedback", "FILE", "", "where judgements sent to /api/v1/feedback are kept for review; wants --token", true,
       [](Options& options, const std::string& text) { return keep(text, options.feedback); }},
      {"help", "", "", "print this and end", false,
       [](Options& options, const std::string& text) { return read_switch(text, options.help); }},
      {"version", "", "", "print the version and end", false,
       [](Options& options, const std::string& text) { return read_switch(text, options.version); }},
  };
  return table;
}

const Option* find_option(std::string_view name) {
  const auto& table = option_table();
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Option& option) { return option.name == name; });
  return found == table.end() ? nullptr : &*found;
}

std::string known_names(bool in_config) {
  std::string names;
  for (const auto& option : option_table())
    if (option.in_config || !in_config) names.append(names.empty() ? "" : ", ").append(option.name);
  return names;
}

Fault set_option(const Option& option, Options& options, const std::string& text) {
  if (text.empty()) return "wants a value";
  return option.read(options, text);
}

}  // namespace kto::searchd
