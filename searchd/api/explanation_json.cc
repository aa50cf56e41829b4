#include "searchd/api/explanation_json.h"

namespace kto::api {
namespace {

JsonText word_json(const searchd::ExplainedWord& word) {
  return {
      {"word", word.typed},   {"as", word.lemmas},  {"folded", word.folded},          {"unknown", word.surfaces},
      {"meant", word.meant},  {"family", word.kin}, {"rarity", rounded(word.rarity)}, {"share", rounded(word.share)},
      {"counts", word.counts}};
}

JsonText phrase_json(const searchd::ExplainedPhrase& phrase) {
  return {{"phrase", phrase.phrase}, {"stands_for", phrase.stands_for}};
}

JsonText point_json(const searchd::ExplainedPoint& point) {
  return {{"id", point.id},
          {"citation", point.citation},
          {"holder", point.holder},
          {"found", point.found},
          {"added", point.added},
          {"found_weight", rounded(point.found_weight)},
          {"coverage", rounded(point.coverage)},
          {"weight", rounded(point.weight)},
          {"holder_weight", rounded(point.holder_weight)}};
}

}  // namespace

JsonText to_json(const searchd::Explanation& explanation) {
  return {{"words", array_of(explanation.words, word_json)},
          {"phrases", array_of(explanation.phrases, phrase_json)},
          {"points", array_of(explanation.points, point_json)},
          {"coverage_on_any_day", rounded(explanation.on_any_day)}};
}

JsonText who_json(const searchd::WhoQuery& query, const searchd::Answer& answer,
                  const std::optional<searchd::Explanation>& why) {
  JsonText json = to_json(query, answer);
  if (why) json.add("explanation", to_json(*why));
  return json;
}

}  // namespace kto::api
