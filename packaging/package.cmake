# The Debian package, made by CPack: build/release/kto_0.1.0-1~deb12_amd64.deb
# One a Debian version: the libraries it depends on have other names in each.
file(STRINGS /etc/os-release debian REGEX "^VERSION_ID=")
string(REGEX REPLACE "[^0-9]" "" debian "${debian}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kto)
set(CPACK_PACKAGE_CONTACT "the authors of kto <kto@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "search engine for the tasks of a Polish public office")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"kto reads the ordinances that say which unit of an office does what, keeps
every wording with its dates and its source, and answers who handles a matter,
today or on any past day, with the unit, its code and the citation: as pages
for people and as JSON for programs.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE "1~deb${debian}")
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "systemd | systemd-sysusers, tzdata")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "nginx, xapian-tools")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${packaging}/deb/postinst ${packaging}/deb/prerm ${packaging}/deb/postrm ${packaging}/deb/conffiles)
set(CPACK_STRIP_FILES ON)
# Absolute destinations (/etc) need it.
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_CMAKE_PROJECTS "${CMAKE_BINARY_DIR};kto;Unspecified;/" "${CMAKE_BINARY_DIR};kto;package;/")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
