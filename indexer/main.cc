// kto-indexer: source texts → acts → timeline → units and task points → index.

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "indexer/commands/commands.h"
#include "indexer/law/error.h"

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

struct Requests {
  commands::BuildRequest build;
  commands::DumpRequest dump;
  commands::InfoRequest info;
};

void describe(CLI::App& app, Requests& requests) {
  app.require_subcommand(1);
  app.set_version_flag("--version", "kto-indexer " KTO_VERSION);

  auto* build = app.add_subcommand("build", "Read corpus folders and build the index");
  build->add_option("--index", requests.build.index, "Folder of the index")->required()->type_name("DIR");
  build->add_option("--corpus", requests.build.corpora, "Folder with one folder an office; may be repeated")
      ->required()
      ->type_name("DIR");
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

  auto* info = app.add_subcommand("info", "Say what an index holds; opens every version");
  info->add_option("--index", requests.info.index, "Folder of the index")->required()->type_name("DIR");
}

int run(const CLI::App& app, const Requests& requests) {
  const commands::Streams streams{std::cout, std::cerr, isatty(STDERR_FILENO) != 0};
  if (app.got_subcommand("build")) return commands::build(requests.build, streams);
  if (app.got_subcommand("dump")) return commands::dump(requests.dump, streams);
  return commands::info(requests.info, streams);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Reads an office's ordinances and builds the index that kto-searchd answers from.", "kto-indexer");
  Requests requests;
  describe(app, requests);
  try {
    app.parse(argc, argv);
    return run(app, requests);
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
