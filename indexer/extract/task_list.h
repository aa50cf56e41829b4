// Task lists: the provision before a list of tasks says whose they are.
//
//   "Referat ds. systemów internetowych realizuje w szczególności zadania z zakresu:"        subject: Referat ds. …
//   "Kierownik referatu realizuje zadania określone w § 11 ust. 2 Regulaminu oraz zadania z zakresu:"
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/law/catalogue.h"

namespace kto::extract {

// Whose tasks follow, in the words of the heading; nullopt when the text opens no task list.
std::optional<std::string> task_list_subject(std::string_view text);

// "kierownik" for the head post of the unit of the same §; nullopt for anything else.
std::optional<std::string> head_post(std::string_view subject);

// What the holder does about a task, from the words the task begins with.
law::Role role_of(std::string_view task);

}  // namespace kto::extract
