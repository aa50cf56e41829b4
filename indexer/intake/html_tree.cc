#include "indexer/intake/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/law/ascii.h"

namespace kto::intake {
namespace {

// Elements that hold no words of a document, or words of the page only.
constexpr std::array<std::string_view, 20> kNever{
    "head",  "script", "style",    "noscript", "template", "nav",    "aside", "form",   "button", "select",
    "input", "iframe", "textarea", "svg",      "object",   "canvas", "video", "dialog", "map",    "title"};

// Words of class, id and role that name furniture.
constexpr std::array<std::string_view, 18> kFurniture{
    "nav",    "navbar",      "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "cookie",  "cookies",
    "banner", "contentinfo", "search",     "skip", "skiplinks",  "pagination",  "social",  "toolbar", "licznik"};

// A list of this many links and hardly anything else is a menu. Fewer may be the references of a document.
constexpr std::size_t kFewestLinks = 3;
constexpr std::size_t kLinkedOfTen = 8;

template <std::size_t N>
bool among(const std::array<std::string_view, N>& set, std::string_view word) {
  return std::find(set.begin(), set.end(), word) != set.end();
}

bool names_furniture(std::string_view names) {
  const std::string lower = law::lower_ascii(names);
  for (std::size_t begin = 0; begin < lower.size();) {
    std::size_t end = begin;
    while (end < lower.size() && std::isalpha(static_cast<unsigned char>(lower[end])) != 0) ++end;
    if (among(kFurniture, std::string_view(lower).substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

bool is_hidden(const xmlNode* node) {
  if (xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
  std::string style = law::lower_ascii(attribute(node, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

std::size_t letters(const xmlNode* text) {
  const std::string_view words(reinterpret_cast<const char*>(text->content));
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80 && std::isspace(static_cast<unsigned char>(c)) == 0;
  }));
}

}  // namespace

std::string_view element_name(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE || node->name == nullptr) return {};
  return reinterpret_cast<const char*>(node->name);
}

std::string_view attribute(const xmlNode* node, const char* name) {
  const xmlAttr* found = xmlHasProp(node, reinterpret_cast<const xmlChar*>(name));
  if (found == nullptr || found->children == nullptr || found->children->content == nullptr) return {};
  return reinterpret_cast<const char*>(found->children->content);
}

std::string text_below(const xmlNode* root) {
  std::string out;
  for (const xmlNode* node = root; node != nullptr;) {
    if (node->type == XML_TEXT_NODE && node->content != nullptr) out += reinterpret_cast<const char*>(node->content);
    node = node->children != nullptr && node->type == XML_ELEMENT_NODE ? node->children
                                                                       : next_after(node, root, [](const xmlNode*) {});
  }
  return out;
}

HtmlTree::HtmlTree(const std::string& utf8) {
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  document_.reset(htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options));
  const xmlNode* root = document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
  if (root == nullptr) return;
  weigh(root);
  find_content(root);
}

void HtmlTree::weigh(const xmlNode* root) {
  const auto add_to_parent = [&](const xmlNode* node) {
    const Weight own = weights_[node];
    if (node == root || node->parent == nullptr) return;
    Weight& parent = weights_[node->parent];
    const bool link = element_name(node) == "a" && !attribute(node, "href").empty();
    parent.letters += own.letters;
    parent.linked += link ? own.letters : own.linked;
    parent.links += own.links + (link ? 1 : 0);
  };
  for (const xmlNode* node = root; node != nullptr;) {
    if (node->type == XML_TEXT_NODE && node->content != nullptr) weights_[node].letters = letters(node);
    if (element_name(node) == "img") ++pictures_;
    const bool inside = node->type == XML_ELEMENT_NODE && node->children != nullptr;
    node = inside ? node->children : next_after(node, root, add_to_parent);
  }
}

void HtmlTree::find_content(const xmlNode* root) {
  const xmlNode* article = nullptr;
  unsigned articles = 0;
  content_ = root;
  for (const xmlNode* node = root; node != nullptr;) {
    const std::string_view name = element_name(node);
    if ((name == "main" || (!name.empty() && attribute(node, "role") == "main")) && weights_[node].letters > 0) {
      content_ = node;
      return;
    }
    if (name == "article" && weights_[node].letters > 0) {
      article = node;
      ++articles;
    }
    const bool inside = node->type == XML_ELEMENT_NODE && node->children != nullptr;
    node = inside ? node->children : next_after(node, root, [](const xmlNode*) {});
  }
  if (articles == 1) content_ = article;
}

bool HtmlTree::is_list_of_links(const xmlNode* node) const {
  const std::string_view name = element_name(node);
  if (name != "ul" && name != "ol" && name != "div" && name != "table" && name != "p") return false;
  const auto found = weights_.find(node);
  if (found == weights_.end()) return false;
  const Weight& weight = found->second;
  return weight.links >= kFewestLinks && weight.linked * 10 >= weight.letters * kLinkedOfTen;
}

bool HtmlTree::is_furniture(const xmlNode* node) const {
  const std::string_view name = element_name(node);
  if (name.empty()) return false;
  if (among(kNever, name) || is_hidden(node)) return true;
  if (node == content_) return false;
  // Inside the document a <header> holds its title; around it, the page's.
  const bool whole_page = element_name(content_) == "html";
  if (whole_page && (name == "header" || name == "footer")) return true;
  if (name == "body") return false;
  return names_furniture(attribute(node, "class")) || names_furniture(attribute(node, "id")) ||
         names_furniture(attribute(node, "role")) || is_list_of_links(node);
}

}  // namespace kto::intake
