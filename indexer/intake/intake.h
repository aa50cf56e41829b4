// Intake: an act as the office keeps it → the text that the parser reads.
//
//   acts/19-11-2023.txt        plain text or Markdown
//   acts/7-2024.html           a page of the office's bulletin (BIP)
//   acts/58-12-2021.pdf        with a text layer
//   acts/12-2020/1.pdf 2.txt   several files, one act: joined in the natural order of their names
//
// The text is UTF-8 with LF line ends; a line is a paragraph as printed, and a label ("§ 3", "2)", "a)") stands at the
// start of a line and nowhere else is a line begun with one. Line numbers of everything downstream refer to this text;
// `kto-indexer text FILE` prints it. Plain text that is UTF-8 already passes unchanged but for line ends and a byte
// order mark.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/law/diagnostic.h"

namespace kto::intake {

struct Intake {
  std::string text;
  // What was done to get it: encoding guessed, pages read, page furniture dropped, hyphens joined (info); what may be
  // lost: pages without text, letters without a meaning (warning).
  std::vector<law::Diagnostic> diagnostics;
};

// A file of more is no act: the longest regulation with pictures of every page stays below.
inline constexpr std::size_t kMostBytes = 64u << 20;
// The longest consolidated regulations have a few hundred pages; more is a collection of acts, to be split.
inline constexpr unsigned kMostPages = 2000;

// Reads a file, or a folder as one act. `name` is what diagnostics call it; empty: the path. Throws law::Error, one
// sentence with the place and a hint: act-unreadable (also encrypted or broken), act-empty, act-not-utf8 (an encoding
// that is not certain), act-scanned (pictures of pages only), act-too-large, act-unknown-format. May be called from any
// thread; opens the dictionary beside the program when a hyphen at a line's end asks for it.
Intake read_document(const std::filesystem::path& path, const std::string& name = {});

// The documents of a folder in natural order of name (2 before 10): files of known kinds and folders. Left out are
// hidden files, JSON beside the acts, notes (README, SOURCES), and a .pdf or .html beside a .txt or .md of the same
// name, which stands for it: a scan beside its text. Throws act-unknown-format for a file that may be an act and cannot
// be read (.doc, .docx, .odt …).
std::vector<std::filesystem::path> documents(const std::filesystem::path& folder);

}  // namespace kto::intake
