#include "indexer/store/office_file_writer.h"

#include <zlib.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/store/codec.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/office_file.h"
#include "indexer/store/record.h"
#include "indexer/store/text_terms.h"
#include "indexer/store/wording_tables.h"

namespace kto::store {
namespace {

using Numbers = std::vector<std::uint32_t>;

std::uint32_t to_number(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

// The points (or holders) that have a term, in order, each with how often.
using PointsOfTerm = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Terms of texts, counted point by point. Each different word is looked up once.
class TermsOfTexts {
 public:
  TermsOfTexts(TextFields fields, KnownReadings& readings) : fields_(fields), readings_(readings) {}

  void add(std::uint32_t point, std::string_view text) {
    for (const text::Token& token : text::tokenize(text))
      for (const std::uint32_t term : terms_of(token)) {
        PointsOfTerm& points = points_[term];
        if (points.empty() || points.back().first != point) points.emplace_back(point, 0);
        ++points.back().second;
      }
  }

  const std::vector<std::string>& terms() const { return terms_.strings(); }
  const std::vector<PointsOfTerm>& points() const { return points_; }

 private:
  const Numbers& terms_of(const text::Token& token) {
    const auto [known, is_new] = known_.try_emplace((has_readings(token) ? "w" : "m") + token.text);
    if (is_new)
      each_term(token, fields_, readings_, [&terms = known->second, this](const std::string& term) {
        terms.push_back(terms_.of(term));
        points_.resize(terms_.strings().size());
      });
    return known->second;
  }

  TextFields fields_;
  KnownReadings& readings_;
  Numbered terms_;
  std::vector<PointsOfTerm> points_;  // by number of the term
  std::unordered_map<std::string, Numbers> known_;
};

std::string coded(const PointsOfTerm& points) {
  std::string out;
  std::uint32_t before = 0;
  for (const auto& [point, times] : points) {
    put_number(out, std::uint64_t{point - before} << 1 | (times > 1 ? 1U : 0U));
    if (times > 1) put_number(out, times);
    before = point;
  }
  return out;
}

// A term as the file has it.
struct WrittenTerm {
  std::uint32_t points = 0;
  std::string postings;
};

// In order, sixteen together.
std::string coded(const std::map<std::string, WrittenTerm>& terms) {
  constexpr std::size_t kMostInAByte = 14;
  Numbers blocks;
  std::string out, before;
  std::size_t number = 0;
  for (const auto& [term, written] : terms) {
    if (number++ % kTermsTogether == 0) {
      blocks.push_back(to_number(out.size()));
      before.clear();
    }
    std::size_t shared = 0;
    while (shared < std::min(before.size(), term.size()) && before[shared] == term[shared]) ++shared;
    const std::size_t own = term.size() - shared;
    if (shared <= kMostInAByte && own <= kMostInAByte) {
      out += static_cast<char>(shared << 4 | own);
    } else {
      out += '\xFF';
      put_number(out, shared);
      put_number(out, own);
    }
    out.append(term, shared, own);
    put_number(out, written.points);
    if (written.points == 1)
      out += written.postings;
    else
      put_text(out, written.postings);
    before = term;
  }
  std::string part;
  put_column(part, blocks);
  return part + out;
}

std::string deflated(const std::string& note) {
  std::string packed(::compressBound(note.size()), '\0');
  uLongf length = packed.size();
  const bool done = ::compress(reinterpret_cast<Bytef*>(packed.data()), &length,
                               reinterpret_cast<const Bytef*>(note.data()), note.size()) == Z_OK;
  std::string out;
  if (!done || length >= note.size()) {
    put_number(out, 0);
    return out + note;
  }
  put_number(out, note.size());
  return out.append(packed, 0, length);
}

std::string notes_part(const OfficeContent& content) {
  std::map<std::string, std::string> notes(content.law.begin(), content.law.end());
  notes[office_line(content.office.summary.id)] = encode_office(content.office);
  std::vector<std::string> names, kept;
  for (const auto& [name, note] : notes) {
    names.push_back(name);
    kept.push_back(deflated(note));
  }
  std::string out;
  put_table(out, names);
  put_table(out, kept);
  return out;
}

std::string holder_bytes(const law::TaskPoint& task) {
  std::string out;
  put_number(out, task.unit ? 1 : 0);
  put_text(out, task.unit ? task.unit->code : "");
  put_text(out, task.unit ? task.unit->name : "");
  put_number(out, task.unit ? static_cast<std::uint64_t>(task.unit->kind) : 0);
  put_text(out, task.post);
  return out;
}

std::string setting_bytes(const law::TaskPoint& task, const std::string& shape) {
  std::string out;
  put_number(out, static_cast<std::uint64_t>(task.role));
  put_number(out, task.inferred ? 1 : 0);
  for (const std::string* text : {&shape, &task.unit_reason, &task.position, &task.made_by.act, &task.file})
    put_text(out, *text);
  return out;
}

// What a list of points is called: all of their citations but the last number.
std::string list_bytes(const law::Citation& citation) {
  std::string out;
  const std::vector<law::Step>& steps = citation.steps();
  put_number(out, steps.size() - 1);
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    put_number(out, static_cast<std::uint64_t>(steps[i].level));
    put_number(out, steps[i].number.value);
    put_text(out, steps[i].number.suffix);
  }
  put_number(out, static_cast<std::uint64_t>(steps.back().level));
  return out;
}

// The columns, the tables and the records, point by point.
class PointsWriter {
 public:
  PointsWriter(const OfficeContent& content, const text::Analyser& analyser)
      : content_(content), readings_(analyser), in_texts_(kTaskText, readings_), in_names_(kUnitName, readings_) {
    std::set<std::uint32_t> days;
    for (const StoredTask& stored : content_.tasks) {
      pieces_.count(stored.task.text);
      pieces_.count(stored.task.context);
      days.insert(day_number(stored.task.validity.from));
      if (stored.task.validity.to) days.insert(day_number(*stored.task.validity.to));
    }
    days_.assign(days.begin(), days.end());
    pieces_in_order_ = pieces_.in_order();
    for (const StoredTask& stored : content_.tasks) add(stored.task);
    measure();
  }

  std::string pieces_part() const {
    std::string out;
    put_table(out, pieces_in_order_);
    return out;
  }

  std::string shared_part() const {
    std::string out;
    put_text(out, content_.office.summary.id);
    for (const Numbered* table : {&holders_, &settings_, &lists_}) put_table(out, table->strings());
    put_column(out, days_);
    return out;
  }

  std::string points_part() const {
    std::string out;
    put_number(out, statistics_.length);
    for (const std::uint32_t number : {statistics_.least, statistics_.most}) put_fixed(out, number);
    for (const Numbers* column : {&lengths_, &holder_, &setting_, &from_, &to_, &long_words_}) put_column(out, *column);
    return out;
  }

  std::string terms_part() const {
    std::map<std::string, WrittenTerm> terms;
    for (std::size_t i = 0; i < in_texts_.terms().size(); ++i)
      terms[in_texts_.terms()[i]] = {to_number(in_texts_.points()[i].size()), coded(in_texts_.points()[i])};
    for (std::size_t i = 0; i < in_names_.terms().size(); ++i) {
      WrittenTerm& written = terms[in_names_.terms()[i]];
      for (const auto& [holder, times] : in_names_.points()[i]) written.points += points_of_holder_[holder];
      written.postings = coded(in_names_.points()[i]);
    }
    return coded(terms);
  }

  std::string records_part() const {
    std::string out;
    put_column(out, record_blocks_);
    return out + records_;
  }

 private:
  void add(const law::TaskPoint& task) {
    const std::uint32_t point = to_number(holder_.size());
    in_texts_.add(point, task.text);
    in_texts_.add(point, task.context);
    const std::size_t known = holders_.strings().size();
    const std::uint32_t holder = holders_.of(holder_bytes(task));
    if (holder == known) {
      points_of_holder_.push_back(0);
      if (task.unit) in_names_.add(holder, task.unit->name);
      in_names_.add(holder, task.post);
    }
    ++points_of_holder_[holder];
    holder_.push_back(holder);
    from_.push_back(place_of(task.validity.from));
    to_.push_back(task.validity.to ? place_of(*task.validity.to) + 1 : 0);
    long_words_.push_back(long_words(task.text));
    if (point % kRecordsTogether == 0) record_blocks_.push_back(to_number(records_.size()));
    put_text(records_, record_of(task));
  }

  std::uint32_t place_of(law::Date day) const {
    return to_number(
        static_cast<std::size_t>(std::lower_bound(days_.begin(), days_.end(), day_number(day)) - days_.begin()));
  }

  // Also numbers its setting, of which the shape of its id is part.
  std::string record_of(const law::TaskPoint& task) {
    IdParts id = take_apart(task.id, content_.office.summary.id, task.citation, task.validity.from);
    if (id.shape.empty() ||
        put_together(id.shape, id.number, content_.office.summary.id, task.citation, task.validity.from) != task.id)
      id = {};
    setting_.push_back(settings_.of(setting_bytes(task, id.shape)));
    const bool has_place = !task.made_by.place.empty() || task.lines != law::Lines{};
    unsigned said = 0;
    const auto say = [&said](bool is_so, Said what) { said |= is_so ? static_cast<unsigned>(what) : 0U; };
    say(!task.context.empty(), Said::context);
    say(has_place, Said::place);
    say(task.ended_by.has_value(), Said::end);
    say(id.shape.empty(), Said::whole_id);
    say(task.citation.empty(), Said::no_citation);
    say(!task.citation.empty() && !task.citation.back().number.suffix.empty(), Said::suffix);
    std::string out(1, static_cast<char>(said));
    if (!task.citation.empty()) {
      put_number(out, lists_.of(list_bytes(task.citation)));
      put_number(out, task.citation.back().number.value);
      if (!task.citation.back().number.suffix.empty()) put_text(out, task.citation.back().number.suffix);
    }
    if (id.shape.empty())
      put_text(out, task.id);
    else
      put_number(out, id.number);
    pieces_.put(out, task.text);
    if (!task.context.empty()) pieces_.put(out, task.context);
    if (has_place) {
      put_text(out, task.made_by.place);
      put_number(out, task.lines.first);
      put_number(out, task.lines.last);
    }
    if (task.ended_by) {
      put_text(out, task.ended_by->act);
      put_text(out, task.ended_by->place);
    }
    return out;
  }

  // Lengths of the points, and what is said of them all.
  void measure() {
    lengths_.assign(holder_.size(), 0);
    Numbers of_holders(points_of_holder_.size(), 0);
    const auto count = [](const std::vector<PointsOfTerm>& terms, Numbers& lengths) {
      for (const PointsOfTerm& points : terms)
        for (const auto& [point, times] : points) lengths[point] += times;
    };
    count(in_texts_.points(), lengths_);
    count(in_names_.points(), of_holders);
    for (std::size_t i = 0; i < lengths_.size(); ++i) {
      lengths_[i] += of_holders[holder_[i]];
      statistics_.length += lengths_[i];
      statistics_.most = std::max(statistics_.most, lengths_[i]);
      if (lengths_[i] > 0 && (statistics_.least == 0 || lengths_[i] < statistics_.least))
        statistics_.least = lengths_[i];
    }
  }

  const OfficeContent& content_;
  KnownReadings readings_;
  TermsOfTexts in_texts_, in_names_;
  Pieces pieces_;
  std::vector<std::string> pieces_in_order_;
  Numbered holders_, settings_, lists_;
  Numbers points_of_holder_, days_, lengths_, holder_, setting_, from_, to_, long_words_, record_blocks_;
  std::string records_;
  OfficeStatistics statistics_;
};

std::string about_part(const OfficeContent& content, const std::string& source, const text::Analyser& analyser) {
  Encoder out;
  for (const std::string& text :
       {std::to_string(kSchemaVersion), analyser.fingerprint(), content.hash, source, to_line(content.office.summary)})
    out.text(text);
  return out.finish();
}

}  // namespace

AboutOffice about_office(std::string_view record) {
  Decoder in(record);
  AboutOffice about;
  for (std::string* text : {&about.schema, &about.analysis, &about.content, &about.source, &about.summary})
    *text = in.text();
  in.finish();
  return about;
}

std::string office_bytes(const OfficeContent& content, const std::string& source, const text::Analyser& analyser) {
  const PointsWriter points(content, analyser);
  const std::array<std::string, kParts> parts{about_part(content, source, analyser),
                                              notes_part(content),
                                              points.pieces_part(),
                                              points.shared_part(),
                                              points.points_part(),
                                              points.terms_part(),
                                              points.records_part()};
  std::string out(kOfficeMagic);
  for (const std::string& part : parts) put_fixed(out, to_number(part.size()));
  for (const std::string& part : parts) out += part;
  return out;
}

}  // namespace kto::store
