# cmake -DWEB=web -DOUT=web_files.cc -P embed.cmake: the files of a folder → one C++ source.

file(GLOB names RELATIVE ${WEB} ${WEB}/*)
list(SORT names)
set(rows "")
foreach(name ${names})
  file(READ ${WEB}/${name} bytes)
  file(SHA256 ${WEB}/${name} hash)
  string(SUBSTRING ${hash} 0 16 hash)
  if(bytes MATCHES "\\)kto\"")
    message(FATAL_ERROR "${name} holds the mark that ends a raw string: )kto\"")
  endif()
  string(APPEND rows "    WebFile{\"${name}\", \"${hash}\", R\"kto(${bytes})kto\"},\n")
endforeach()

file(WRITE ${OUT} "// Made by embed.cmake.
#include \"searchd/pages/web_files.h\"

#include <stdexcept>
#include <string>

namespace kto::pages {
namespace {

constexpr WebFile kFiles[] = {
${rows}};

}  // namespace

std::span<const WebFile> web_files() { return kFiles; }

const WebFile& web_file(std::string_view name) {
  for (const auto& file : kFiles)
    if (file.name == name) return file;
  throw std::out_of_range(\"web/ has no file \" + std::string(name));
}

}  // namespace kto::pages
")
