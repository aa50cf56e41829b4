// OfficeOrder: the offices of an index in Polish order of their names, in which people read lists of them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kto::store {
struct Manifest;
}

namespace kto::searchd {

class OfficeOrder {
 public:
  explicit OfficeOrder(const store::Manifest& manifest);

  struct Place {
    std::string name;
    unsigned rank = 0;  // 0 is the first
  };
  // An office of the manifest; of another one an empty name, after all others.
  const Place& of(std::string_view id) const;

 private:
  std::vector<std::pair<std::string, Place>> offices_;  // by id
  Place unknown_;
};

// The order of this index. The last one made is kept, since ordering a country takes some 5 ms. From any thread.
std::shared_ptr<const OfficeOrder> order_of_offices(const store::Manifest& manifest);

}  // namespace kto::searchd
