# What every target of this project shares: include root, warnings, and one line a room.

option(KTO_WERROR "Treat warnings as errors" OFF)

add_library(kto-options INTERFACE)
target_include_directories(kto-options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(kto-options INTERFACE -Wall -Wextra -Wshadow -Wconversion $<$<BOOL:${KTO_WERROR}>:-Werror>)
# gcc 12 warns of overlapping copies inside std::string where there are none (gcc bug 105651, mended in 13).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(kto-options INTERFACE -Wno-restrict)
endif()

# kto_room(law SOURCES date.cc ... LINK kto-text ...): the static library kto-law.
function(kto_room name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_library(kto-${name} STATIC ${ARG_SOURCES})
  target_link_libraries(kto-${name} PUBLIC kto-options ${ARG_LINK})
endfunction()

# kto_test(law SOURCES citation_test.cc ... LINK kto-law ...): one Catch2 program a room, one CTest entry.
function(kto_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(test-${name} ${ARG_SOURCES})
  target_link_libraries(test-${name} PRIVATE kto-options kto-test-main ${ARG_LINK})
  add_test(NAME ${name} COMMAND test-${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()
