#include "searchd/pages/assets.h"

#include "searchd/api/validators.h"
#include "searchd/pages/web_files.h"

namespace kto::pages {
namespace {

constexpr char kForAYear[] = "public, max-age=31536000, immutable";

struct Asset {
  std::string_view name, type;
};
constexpr Asset kAssets[] = {{"kto.css", "text/css; charset=utf-8"},
                             {"kto.js", "text/javascript; charset=utf-8"},
                             {"suggest.js", "text/javascript; charset=utf-8"},
                             {"sign.svg", "image/svg+xml"}};

}  // namespace

std::string asset_address(std::string_view name) {
  const auto& file = web_file(name);
  const auto dot = name.rfind('.');
  return "/zasoby/" + std::string(name.substr(0, dot)) + "-" + std::string(file.hash) + std::string(name.substr(dot));
}

void add_assets(front::Router& router) {
  for (const auto& asset : kAssets) {
    const WebFile& file = web_file(asset.name);
    const std::string tag = "\"" + std::string(file.hash) + "\"";
    router.get(asset_address(asset.name), [&file, tag, type = std::string(asset.type)](const front::Request& request) {
      if (api::is_current(request, tag)) return api::not_modified(tag, kForAYear);
      return front::Response{200, type, std::string(file.bytes), {{"ETag", tag}, {"Cache-Control", kForAYear}}};
    });
  }
}

std::string web_fingerprint() {
  std::string all;
  for (const auto& file : web_files()) all += file.hash;
  return all;
}

}  // namespace kto::pages
