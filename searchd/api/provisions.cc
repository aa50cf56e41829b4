#include "searchd/api/provisions.h"

#include <algorithm>
#include <set>

#include "indexer/store/reader.h"

namespace kto::api {
namespace {

using law::Citation;

// A target as printed: "§ 11 (wprowadzenie do wyliczenia)", "§ 26 ust. 2 zdanie 2", an annex by its name.
std::optional<Citation> target_citation(std::string target) {
  for (const char* part : {" (", " zdanie "}) target = target.substr(0, target.find(part));
  return law::parse_citation(target);
}

bool names(const law::Operation& operation, const Citation& citation) {
  return std::any_of(operation.targets.begin(), operation.targets.end(), [&](const std::string& target) {
    const auto at = target_citation(target);
    return at && at->contains(citation);
  });
}

std::optional<Renumbering> renumbering(const law::Operation& operation, const Citation& citation) {
  if (operation.kind != "renumber") return std::nullopt;
  const auto from = law::parse_citation(operation.old_text), to = law::parse_citation(operation.new_text);
  if (!from || !to) return std::nullopt;
  const law::Provenance by{operation.act, operation.place};
  if (const auto former = law::renumbered(citation, *to, *from))
    return Renumbering{*former, citation, operation.effective, by};
  if (const auto later = law::renumbered(citation, *from, *to))
    return Renumbering{citation, *later, operation.effective, by};
  return std::nullopt;
}

// The law of one office, as far as questions about provisions need it.
class OfficeLaw {
 public:
  OfficeLaw(const store::Reader& index, const store::Office& office)
      : index_(index), office_(office), outline_(*index.outline(office.summary.id)) {
    for (const law::ActSummary& act : office.acts)
      for (law::Operation& operation : index.operations(office.summary.id, act.id))
        operations_.push_back(std::move(operation));
  }

  std::vector<ProvisionHistory> histories(const Citation& citation, law::Date as_of) const {
    std::set<law::Document> documents;
    for (const store::ProvisionEntry& entry : outline_.provisions) documents.insert(entry.document);
    for (const law::Operation& operation : operations_) documents.insert(operation.document);
    std::vector<ProvisionHistory> out;
    for (const law::Document& document : documents)
      if (ProvisionHistory one = history(document, citation, as_of); is_known(one)) out.push_back(std::move(one));
    return out;
  }

  ProvisionHistory history(const law::Document& document, const Citation& citation, law::Date as_of) const {
    ProvisionHistory out{office_.summary.id, document, citation, as_of, {}, {}, {}, {}, {}, {}};
    read_versions(out);
    for (const law::Operation& operation : operations_) {
      if (operation.document != document) continue;
      if (auto other = renumbering(operation, citation)) out.renumbered.push_back(std::move(*other));
      if (names(operation, citation)) out.operations.push_back(operation);
    }
    for (const law::UnknownEnd& end : outline_.unknown_ends)
      if (end.document == document && end.citation.contains(citation)) out.unknown.push_back(end);
    for (store::StoredTask& stored : index_.versions(office_.summary.id, citation))
      if (is_of(stored.task, out)) out.tasks.push_back(std::move(stored.task));
    return out;
  }

  void add_citations(std::set<Citation>& known) const {
    for (const store::ProvisionEntry& entry : outline_.provisions) known.insert(entry.citation);
    for (const law::Operation& operation : operations_)
      for (const std::string& target : operation.targets)
        if (auto citation = target_citation(target)) known.insert(std::move(*citation));
  }

 private:
  void read_versions(ProvisionHistory& out) const {
    for (const store::ProvisionEntry& entry : outline_.provisions) {
      if (entry.document != out.document || !out.citation.contains(entry.citation)) continue;
      if (entry.citation != out.citation) {
        for (const store::VersionEntry& version : entry.versions)
          if (version.validity.contains(out.as_of)) add_below(out, version.id);
        continue;
      }
      for (law::ProvisionVersion& version : index_.versions(entry)) add_version(out, std::move(version));
    }
  }
  void add_below(ProvisionHistory& out, const std::string& id) const {
    if (auto stored = index_.provision(id)) out.below.push_back(std::move(stored->version));
  }
  static void add_version(ProvisionHistory& out, law::ProvisionVersion version) {
    std::vector<changes::Piece> words;
    if (!out.versions.empty() && out.versions.back().version.validity.to == version.validity.from) {
      const law::ProvisionVersion& before = out.versions.back().version;
      const auto whole = [](const law::ProvisionVersion& one) {
        return one.closing.empty() ? one.text : one.text + "\n" + one.closing;
      };
      words = changes::differences(whole(before), whole(version));
    }
    out.versions.push_back({std::move(version), std::move(words)});
  }

  // Of two documents with such a provision, the one whose wording the task's id names.
  static bool is_of(const law::TaskPoint& task, const ProvisionHistory& history) {
    return std::any_of(history.versions.begin(), history.versions.end(), [&](const WordingVersion& one) {
      const std::string place = one.version.id.substr(0, one.version.id.rfind('-'));
      return task.id == one.version.id || task.id.substr(0, task.id.rfind('-')) == place;
    });
  }
  // What stands above it alone says nothing: § 16 may have no ust. 9.
  bool is_known(const ProvisionHistory& one) const {
    const auto is_meant = [&](const law::Operation& operation) {
      return std::any_of(operation.targets.begin(), operation.targets.end(), [&](const std::string& target) {
        const auto at = target_citation(target);
        return at && *at == one.citation;
      });
    };
    const auto has_words = [&](const store::ProvisionEntry& entry) {
      return entry.document == one.document && one.citation.contains(entry.citation);
    };
    return !one.renumbered.empty() || std::any_of(outline_.provisions.begin(), outline_.provisions.end(), has_words) ||
           std::any_of(one.operations.begin(), one.operations.end(), is_meant);
  }

  const store::Reader& index_;
  const store::Office& office_;
  const store::Outline& outline_;
  std::vector<law::Operation> operations_;
};

law::Date day_of(const law::Validity& validity, law::Date today) {
  if (today < validity.from) return validity.from;
  return validity.to && *validity.to <= today ? *validity.to - std::chrono::days{1} : today;
}

}  // namespace

std::vector<ProvisionHistory> provision_histories(const store::Reader& index, const std::string& office,
                                                  const Citation& citation, law::Date as_of) {
  std::vector<ProvisionHistory> out;
  for (const store::Office* one : offices_of(index, office))
    for (ProvisionHistory& history : OfficeLaw(index, *one).histories(citation, as_of))
      out.push_back(std::move(history));
  return out;
}

std::optional<std::string> wording_of(const store::Reader& index, const std::string& id) {
  if (index.provision(id)) return id;
  const auto stored = index.task(id);
  if (!stored) return std::nullopt;
  const auto place = [](const std::string& dated) { return dated.substr(0, dated.rfind('-')); };
  for (const auto& history :
       provision_histories(index, stored->office, stored->task.citation, stored->task.validity.from))
    for (const auto& [version, words] : history.versions)
      if (place(version.id) == place(id) && version.validity.contains(stored->task.validity.from)) return version.id;
  return std::nullopt;
}

ProvisionQuery settled(const store::Reader& index, const ProvisionQuery& query) {
  ProvisionQuery one = query;
  one.others.clear();
  const auto is_known = [&] { return !provision_histories(index, one.office, one.citation, one.as_of).empty(); };
  for (const Citation& other : query.others) {
    if (is_known()) return one;
    one.citation = other;
  }
  if (!query.others.empty() && !is_known()) one.citation = query.citation;
  return one;
}

std::optional<ProvisionHistory> provision_history(const store::Reader& index, const std::string& id, law::Date today) {
  const auto stored = index.provision(id);
  if (!stored) return std::nullopt;
  const law::ProvisionVersion& version = stored->version;
  return OfficeLaw(index, *index.office(stored->office))
      .history(version.document, version.citation, day_of(version.validity, today));
}

std::vector<Citation> known_citations(const store::Reader& index, const std::string& office) {
  std::set<Citation> known;
  for (const store::Office* one : offices_of(index, office)) OfficeLaw(index, *one).add_citations(known);
  return {known.begin(), known.end()};
}

}  // namespace kto::api
