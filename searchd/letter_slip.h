// The slip: what a mail room pastes into its case system.
//
//   Komórka: referat ds. systemów internetowych (IT-ES)
//   Podstawa: § 16 ust. 1 pkt 8: administrowania systemem poczty elektronicznej
//   Obowiązuje: od 15.11.2023 (akt 19/11/2023, § 1 pkt 6)
//   Powód: w piśmie czytamy „Poczta nie działa od rana.”
//
//   Stan na 01.06.2024. Akty przeczytane do 15.11.2023.
#pragma once

#include <cstddef>
#include <string>

#include "searchd/letter.h"

namespace kto::searchd {

// Of the first `units` holders of the answer; of a letter without an answer, a slip that says so.
std::string slip_of(const Routing& routing, law::Date as_of, std::size_t units);

// Of a letter to all offices of a country: the first `groups` kinds of units, each with how many offices have one.
std::string slip_of_country(const Routing& routing, law::Date as_of, std::size_t groups);

}  // namespace kto::searchd
