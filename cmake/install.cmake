# cmake --install build/release --prefix /usr/local: the programs, the dictionary where they look for it, and the notices
# that must go with it.
include(GNUInstallDirs)
install(TARGETS kto-indexer kto-searchd RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${CMAKE_BINARY_DIR}/kto.lexicon DESTINATION ${CMAKE_INSTALL_DATADIR}/kto)
install(FILES LICENSE NOTICE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
