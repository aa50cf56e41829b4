// A web page as a tree of elements (libxml2's HTML parser), and which parts of it are the page and not the document:
// navigation, search forms, cookie notices, scripts.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kto::intake {

class HtmlTree {
 public:
  // Any bytes give a tree; `utf8` must be UTF-8.
  explicit HtmlTree(const std::string& utf8);

  // Where the document stands: <main>, else the only <article>, else the body. Null for a page with nothing in it.
  const xmlNode* content() const { return content_; }
  // True for what no reader of the document would call a part of it.
  bool is_furniture(const xmlNode* node) const;
  unsigned pictures() const { return pictures_; }

 private:
  struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };
  // Letters below an element, and how many of them are links.
  struct Weight {
    std::size_t letters = 0, linked = 0, links = 0;
  };
  void weigh(const xmlNode* root);
  void find_content(const xmlNode* root);
  bool is_list_of_links(const xmlNode* node) const;

  std::unique_ptr<xmlDoc, Free> document_;
  const xmlNode* content_ = nullptr;
  std::unordered_map<const xmlNode*, Weight> weights_;
  unsigned pictures_ = 0;
};

// The name of an element in lower case; empty for anything else.
std::string_view element_name(const xmlNode* node);
// The value of an attribute; empty when it is not there. Valid as long as the tree.
std::string_view attribute(const xmlNode* node, const char* name);
// All words below a node.
std::string text_below(const xmlNode* node);

// The next node in reading order after `node` and all below it, still below `root`; null at the end. `left` is called
// for every element that is left on the way.
template <class Left>
const xmlNode* next_after(const xmlNode* node, const xmlNode* root, Left left) {
  while (node != root) {
    left(node);
    if (node->next != nullptr) return node->next;
    node = node->parent;
  }
  left(root);
  return nullptr;
}

}  // namespace kto::intake
