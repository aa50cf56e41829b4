#include "searchd/front/problem.h"

#include <nlohmann/json.hpp>

namespace kto::front {
namespace {

struct StatusWords {
  int status;
  const char* reason;  // RFC 9110
  const char* title;
  const char* detail;
};

constexpr StatusWords kWords[] = {
    {200, "OK", "", ""},
    {400, "Bad Request", "Nieprawidłowe żądanie", "Serwer nie rozumie tego żądania."},
    {401, "Unauthorized", "Wymagany klucz", "Ten adres wymaga klucza."},
    {404, "Not Found", "Nie znaleziono", "Pod tym adresem niczego nie ma."},
    {405, "Method Not Allowed", "Niedozwolona metoda", "Ten adres nie przyjmuje tej metody HTTP."},
    {408, "Request Timeout", "Upłynął czas oczekiwania", "Żądanie nie nadeszło w całości na czas."},
    {411, "Length Required", "Wymagana długość", "Żądanie z treścią musi podać jej długość w nagłówku Content-Length."},
    {413, "Content Too Large", "Zbyt długa treść", "Treść żądania jest dłuższa, niż serwer przyjmuje."},
    {414, "URI Too Long", "Zbyt długi adres", "Adres żądania jest dłuższy, niż serwer przyjmuje."},
    {415, "Unsupported Media Type", "Nieobsługiwany rodzaj treści", "Serwer nie przyjmuje treści tego rodzaju."},
    {417, "Expectation Failed", "Niespełnione oczekiwanie", "Serwer zna tylko oczekiwanie 100-continue."},
    {431, "Request Header Fields Too Large", "Zbyt długie nagłówki",
     "Nagłówki żądania są dłuższe lub liczniejsze, niż serwer przyjmuje."},
    {500, "Internal Server Error", "Błąd serwera", "Serwer nie zdołał odpowiedzieć na to żądanie."},
    {501, "Not Implemented", "Nieznana metoda", "Serwer nie zna tej metody HTTP."},
    {503, "Service Unavailable", "Usługa chwilowo niedostępna",
     "Serwer chwilowo nie może odpowiedzieć. Proszę spróbować ponownie za chwilę."},
    {505, "HTTP Version Not Supported", "Nieobsługiwana wersja HTTP", "Serwer obsługuje HTTP/1.0 i HTTP/1.1."},
};

const StatusWords* words_for(int status) {
  for (const auto& words : kWords)
    if (words.status == status) return &words;
  return nullptr;
}

}  // namespace

const char* reason_phrase(int status) {
  const auto* words = words_for(status);
  return words ? words->reason : "Unknown";
}

Problem plain_problem(int status) {
  const auto* words = words_for(status);
  return {status, words ? words->title : "", words ? words->detail : "", {}};
}

Response to_response(const Problem& problem) {
  nlohmann::ordered_json json = {{"type", problem.type},
                                 {"title", problem.title.empty() ? plain_problem(problem.status).title : problem.title},
                                 {"status", problem.status},
                                 {"detail", problem.detail}};
  auto& errors = json["errors"] = nlohmann::ordered_json::array();
  for (const auto& fault : problem.errors)
    errors.push_back({{"field", fault.field}, {"code", fault.code}, {"message", fault.message}});
  if (problem.line > 0) json["line"] = problem.line;
  if (!problem.nearest.empty()) json["nearest"] = problem.nearest;

  Response response;
  response.status = problem.status;
  response.content_type = "application/problem+json";
  response.body = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  if (problem.status == 503) response.headers.emplace_back("Retry-After", "1");  // seconds: overload passes quickly
  return response;
}

}  // namespace kto::front
