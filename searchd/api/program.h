// Program: which build of the daemon this is. Ranking and the lexicon are compiled in, so two builds may answer one
// question from one index differently, and an answer kept by a browser is only as good as the build that gave it.
#pragma once

#include <string>

namespace kto::api {

// The linker's build id of the running executable, in hexadecimal: the same for the same program. Empty where the
// linker wrote none; answers are then told apart by index and request alone.
const std::string& program_id();

}  // namespace kto::api
