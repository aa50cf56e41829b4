// Task lists: the provision before a list of tasks says whose they are (catalogue of formulas, part 6.3).
//
//   Referat ds. systemów internetowych realizuje w szczególności zadania z zakresu:      subject in the nominative
//   Do zadań Referatu Organizacyjnego należy w szczególności:                            in the genitive
//   Do zakresu działania Urzędu Stanu Cywilnego (USC) należy:                            and with its code
//   Do wspólnych zadań referatów i samodzielnych stanowisk pracy należy:                 everybody's
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/law/catalogue.h"

namespace kto::extract {

struct TaskHeading {
  std::string subject;  // whose tasks follow, in the words of the heading, without brackets
  std::string code;     // in brackets after it; mostly empty
  bool genitive = false;
  bool common = false;  // everybody's
  bool operator==(const TaskHeading&) const = default;
};

// nullopt when the text opens no task list.
std::optional<TaskHeading> read_task_heading(std::string_view text);

// "kierownik" for the head post of the unit of the same §: "Kierownik referatu", "kierownika wydziału"; nullopt for
// anything else, also for one that names its unit.
std::optional<std::string> head_post(std::string_view subject);

// "wydziału", "Referat": the unit is named elsewhere.
bool is_kind_only(std::string_view subject);

// "w zakresie dróg i oświetlenia:": a group of tasks, and no task itself.
bool groups_tasks(std::string_view text);

// What the holder does about a task, from the words the task begins with.
//
//   owner          does it: everything that is none of the others
//   supervises     nadzór, nadzorowanie, also "sprawowanie nadzoru", "prowadzenie bieżącego nadzoru"
//   cooperates     współpraca, współdziałanie, udział, uczestniczenie
//   gives_opinion  opiniowanie, wydawanie opinii
//   supports       pomoc w …, wspomaganie: helps another holder; "udzielanie pomocy klientom" is help itself
law::Role role_of(std::string_view task);

}  // namespace kto::extract
