// kto-indexer: source texts → acts → timeline → units and task points → index.

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <ctime>
#include <iostream>

#include "indexer/commands/commands.h"
#include "indexer/law/error.h"
#include "indexer/law/output.h"

namespace {

using namespace kto;

// A day on the command line.
CLI::Option* add_date(CLI::App& app, const std::string& name, std::optional<law::Date>& date, const std::string& help) {
  return app
      .add_option_function<std::string>(
          name, [&date](const std::string& text) { date = law::parse_date(text); }, help)
      ->type_name("YYYY-MM-DD")
      ->check([](const std::string& text) {
        return law::parse_date(text) ? std::string() : "\"" + text + "\" is no day written YYYY-MM-DD";
      });
}

// The calendar day of whoever asks.
law::Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  localtime_r(&now, &day);
  return law::make_date(day.tm_year + 1900, day.tm_mon + 1, day.tm_mday).value_or(law::Date{});
}

struct Requests {
  commands::BuildRequest build;
  commands::DumpRequest dump;
  commands::ExplainRequest explain;
  commands::DiffRequest diff;
  commands::AuditRequest audit;
  std::vector<std::string> citation;  // its words, for who writes it without quotation marks
  std::optional<law::Date> as_of, from, to;
  commands::InfoRequest info;
  commands::TextRequest text;
  commands::RollbackRequest rollback;
};

// What explain, diff and audit have in common.
template <class Request>
void add_corpus(CLI::App& app, Request& request) {
  app.add_option("--corpus", request.corpus, "Folder with one folder an office")->required()->type_name("DIR");
  app.add_option("--office", request.office, "Only this office")->type_name("ID");
  app.add_flag("--json", request.json, "One JSON object instead of a table");
}

void describe_readers(CLI::App& app, Requests& requests) {
  auto* explain =
      app.add_subcommand("explain", "Say what a provision says on a day, which act made it, and its history");
  explain->add_option("citation", requests.citation, "As § 16 ust. 1 pkt 8, par. 16 ust 1 pkt 8 or §16/1/8")
      ->required();
  add_corpus(*explain, requests.explain);
  add_date(*explain, "--as-of", requests.as_of, "The day; today if not given");

  auto* diff = app.add_subcommand("diff", "Say which tasks moved, came, went or were reworded between two days");
  add_corpus(*diff, requests.diff);
  add_date(*diff, "--from", requests.from, "The earlier day")->required();
  add_date(*diff, "--to", requests.to, "The later day")->required();

  auto* audit = app.add_subcommand("audit", "Say what in the law of a day should be looked at");
  add_corpus(*audit, requests.audit);
  add_date(*audit, "--as-of", requests.as_of, "The day; today if not given");
  audit->add_flag("--strict", requests.audit.strict, "Exit 1 when a finding is a warning or worse");
}

void describe_rollback(CLI::App& app, commands::RollbackRequest& request) {
  auto* rollback = app.add_subcommand("rollback", "Go back to the index before the latest build");
  rollback->add_option("--index", request.index, "Folder of the index")->required()->type_name("DIR");
  rollback->add_option("--to", request.to, "The generation; the one before if not given")->type_name("N");
  rollback->add_option("--dictionary", request.dictionary, "The compiled dictionary, if not beside the program")
      ->type_name("FILE");
}

void describe(CLI::App& app, Requests& requests) {
  app.require_subcommand(1);
  app.set_version_flag("--version", "kto-indexer " KTO_VERSION);

  auto* build = app.add_subcommand("build", "Read corpus folders and build the index");
  build->add_option("--index", requests.build.index, "Folder of the index")->required()->type_name("DIR");
  build->add_option("--corpus", requests.build.corpora, "Folder with one folder an office; may be repeated")
      ->type_name("DIR");
  build
      ->add_option("--catalogue", requests.build.catalogues,
                   "JSON Lines as dump tasks or an export gives them, - for standard input; may be repeated")
      ->type_name("FILE");
  build
      ->add_option("--remote", requests.build.remotes,
                   "A machine that has the offices and serves their wordings; may be repeated")
      ->type_name("HOST:PORT");
  build
      ->add_option("--remote-timeout", requests.build.remote_timeout,
                   "How long one of them is waited for, 2000 if not given")
      ->type_name("MS");
  build->add_option("--dictionary", requests.build.dictionary, "The compiled dictionary, if not beside the program")
      ->type_name("FILE");
  build->add_flag("--strict", requests.build.strict,
                  "Write nothing and exit 1 when a diagnostic is a warning or worse");
  build->add_flag("--timings", requests.build.timings, "Say how long each stage took");

  auto* dump = app.add_subcommand("dump", "Print what was read as JSON Lines");
  dump->add_option("what", requests.dump.what, "acts, operations, provisions, units, tasks or diagnostics")->required();
  dump->add_option("--corpus", requests.dump.corpus, "Folder with one folder an office")->required()->type_name("DIR");
  dump->add_option("--office", requests.dump.office, "Only this office")->type_name("ID");
  add_date(*dump, "--as-of", requests.dump.as_of, "Only what is law on that day");

  describe_readers(app, requests);

  auto* info = app.add_subcommand("info", "Say what an index holds; opens every version");
  info->add_option("--index", requests.info.index, "Folder of the index")->required()->type_name("DIR");

  describe_rollback(app, requests.rollback);

  auto* text = app.add_subcommand("text", "Print an act's file as the parser reads it");
  text->add_option("file", requests.text.document, "A .txt, .md, .html or .pdf file, or a folder that is one act")
      ->required()
      ->type_name("FILE");
}

commands::Streams open_streams() {
  commands::Streams streams{std::cout, std::cerr, isatty(STDERR_FILENO) != 0};
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) streams.columns = size.ws_col;
  return streams;
}

int run(const CLI::App& app, Requests& requests) {
  const commands::Streams streams = open_streams();
  requests.explain.as_of = requests.audit.as_of = requests.as_of.value_or(today());
  for (const std::string& word : requests.citation)
    requests.explain.citation += (requests.explain.citation.empty() ? "" : " ") + word;
  if (requests.from) requests.diff.from = *requests.from;
  if (requests.to) requests.diff.to = *requests.to;
  if (app.got_subcommand("build")) return commands::build(requests.build, streams);
  if (app.got_subcommand("dump")) return commands::dump(requests.dump, streams);
  if (app.got_subcommand("rollback")) return commands::rollback(requests.rollback, streams);
  if (app.got_subcommand("text")) return commands::text(requests.text, streams);
  if (app.got_subcommand("explain")) return commands::explain(requests.explain, streams);
  if (app.got_subcommand("diff")) return commands::diff(requests.diff, streams);
  if (app.got_subcommand("audit")) return commands::audit(requests.audit, streams);
  return commands::info(requests.info, streams);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Reads an office's ordinances and builds the index that kto-searchd answers from.", "kto-indexer");
  Requests requests;
  describe(app, requests);
  try {
    app.parse(argc, argv);
    const int status = run(app, requests);
    law::require_written(std::cout);
    return status;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    std::cerr << "kto-indexer: " << error.what() << "\n  hint: kto-indexer --help, or kto-indexer COMMAND --help\n";
  } catch (const law::Error& error) {
    std::cerr << "kto-indexer: " << error.what() << "\n  hint: " << error.hint() << "\n";
  } catch (const std::exception& error) {
    std::cerr << "kto-indexer: " << error.what() << "\n";
  }
  return commands::kWrong;
}
