#include "indexer/parse/consolidated.h"

#include <algorithm>

#include "indexer/parse/frame.h"
#include "indexer/parse/polish_date.h"

namespace kto::parse {
namespace {

constexpr auto npos = std::string_view::npos;

class FootnoteReader {
 public:
  FootnoteReader(const Source& source, const law::Document& document, std::vector<law::FormerChange>& out)
      : source_(source), document_(document), out_(out) {}

  void visit(const Node& node, const law::Citation& above) {
    const law::Citation citation = above.child(node.step);
    for (const FootnoteMark& mark : source_.footnote_marks())
      if (stands_in(node, mark.at)) add(mark.id, citation);
    for (const Node& child : node.children) visit(child, citation);
  }

 private:
  // In the provision's own label or words, the end included: the mark itself is not in the clean text.
  static bool stands_in(const Node& node, std::size_t at) {
    const auto holds = [&](const Slice& slice) { return slice.begin <= at && at <= slice.end; };
    return std::any_of(node.text.begin(), node.text.end(), holds) ||
           std::any_of(node.closing.begin(), node.closing.end(), holds) ||
           std::any_of(node.labels.begin(), node.labels.end(), holds);
  }

  std::string_view footnote(std::string_view id) const {
    for (const Footnote& footnote : source_.footnotes())
      if (footnote.id == id) return source_.text(footnote.text);
    return {};
  }

  void add(const std::string& id, const law::Citation& citation) {
    const std::string_view text = footnote(id);
    const std::size_t by = text.find("rzez ");  // "przez", "Przez"
    if (by == npos) return;
    const bool repealed = by > 0 && text[by - 1] == 'P';
    if (!repealed && text.find("brzmieni") == npos && text.find("odan") == npos && text.find("zmian") == npos) return;
    law::FormerChange change;
    change.document = document_;
    change.citation = citation;
    change.repealed = repealed;
    change.by.place = place(text.substr(by + 5));
    const std::string_view act = referred_act(text);
    if (const auto reference = find_act_reference(act))
      change.by.act = !reference->number.empty() ? reference->number : "zarządzenie " + law::act_key(*reference);
    if (const std::size_t force = act.find("w życie"); force != npos)
      if (const auto found = find_date(act, force)) change.since = found->date;
    out_.push_back(std::move(change));
  }

  // "§ 1 pkt 1 lit. a zarządzenia …": up to the word for the act.
  static std::string place(std::string_view text) {
    std::size_t end = text.size();
    for (std::string_view word : {" zarządzeni", " uchwał", " rozporządzeni", " ustaw"})
      end = std::min(end, text.find(word));
    const auto citation = law::parse_citation(text.substr(0, end));
    return citation ? law::to_string(*citation) : std::string(text.substr(0, std::min<std::size_t>(end, 60)));
  }

  // "o którym mowa w odnośniku 3" says which act by another footnote.
  std::string_view referred_act(std::string_view text) const {
    constexpr std::string_view kReference = "w odnośniku ";
    const std::size_t at = text.find(kReference);
    if (at == npos) return text;
    const std::size_t begin = at + kReference.size(), end = text.find_first_not_of("0123456789", begin);
    return footnote(text.substr(begin, std::min(end, text.size()) - begin));
  }

  const Source& source_;
  const law::Document& document_;
  std::vector<law::FormerChange>& out_;
};

}  // namespace

std::vector<law::FormerChange> read_former_changes(const Source& source, const std::vector<Node>& nodes,
                                                   const law::Document& document) {
  std::vector<law::FormerChange> out;
  FootnoteReader reader(source, document, out);
  for (const Node& node : nodes) reader.visit(node, {});
  return out;
}

}  // namespace kto::parse
