// The routes of the law over time, over an index of the whole corpus, asked without a network: on 24 November 2026.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "searchd/front/message.h"

namespace kto::test {

// GET of a target with its query percent-encoded, but for letters of other alphabets and blanks, which may stand as
// they are: "/api/v1/resolve?mark=§ 16 ust. 1".
front::Response ask_law(const std::string& target, const std::string& if_none_match = "");

// Its body; the status must be 200.
nlohmann::json law_answer(const std::string& target);

// "404 citation:unknown-citation [§ 12 pkt 2, § 12 pkt 1]": the status, the faults and the nearest.
std::string law_problem(const std::string& target);

// "19/11/2023 § 1 pkt 6; …" of a list of cited acts.
std::string cited(const nlohmann::json& by);

}  // namespace kto::test
