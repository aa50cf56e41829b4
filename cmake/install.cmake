# cmake --install build/release --prefix /usr/local: the programs, the dictionary where they look for it, manuals,
# completion, examples, and the notices that must go with it.
include(GNUInstallDirs)
set(packaging ${CMAKE_SOURCE_DIR}/packaging)

# packaging/SOURCE → MADE in the build folder, as Debian wants manuals and change logs: the same bytes each time.
function(compressed source made)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${packaging}/${source})
  execute_process(COMMAND gzip -9 -n -c ${packaging}/${source} OUTPUT_FILE ${CMAKE_BINARY_DIR}/${made} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

install(TARGETS kto-indexer kto-searchd RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${CMAKE_BINARY_DIR}/kto.lexicon ${CMAKE_BINARY_DIR}/kto.concepts DESTINATION ${CMAKE_INSTALL_DATADIR}/kto)
install(FILES LICENSE NOTICE README.md CHANGELOG.md SECURITY.md PRIVACY.md docs/operating.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${packaging}/kto.conf ${packaging}/nginx.conf ${packaging}/nginx-country.conf DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
foreach(page kto-indexer.1 kto.conf.5 kto-searchd.8)
  compressed(man/${page} ${page}.gz)
  string(REGEX REPLACE ".*\\." "man" section ${page})
  install(FILES ${CMAKE_BINARY_DIR}/${page}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/${section})
endforeach()
foreach(program kto-indexer kto-searchd)
  install(FILES ${packaging}/kto.bash RENAME ${program} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
endforeach()

# What only the Debian package has: its paths are those of the unit files. cmake --build build/release --target package
set(only_packaged COMPONENT package EXCLUDE_FROM_ALL)
install(DIRECTORY corpus/lublin corpus/przykladowa DESTINATION ${CMAKE_INSTALL_DATADIR}/kto/corpus ${only_packaged})
install(FILES ${packaging}/kto.conf DESTINATION /etc/kto ${only_packaged})
install(FILES ${packaging}/kto.default RENAME kto DESTINATION /etc/default ${only_packaged})
install(FILES ${packaging}/kto.service ${packaging}/kto-index.service ${packaging}/kto-wordings.service ${packaging}/kto-front.service
  ${packaging}/kto-front.timer DESTINATION lib/systemd/system ${only_packaged})
install(FILES ${packaging}/kto.sysusers RENAME kto.conf DESTINATION lib/sysusers.d ${only_packaged})
compressed(changelog changelog.Debian.gz)
install(FILES ${packaging}/copyright ${CMAKE_BINARY_DIR}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DOCDIR} ${only_packaged})
include(${packaging}/package.cmake)
