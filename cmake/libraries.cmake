# SPDX-License-Identifier: GPL-3.0-or-later
# Every third-party library, all of them Debian packages.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(mimalloc REQUIRED)
pkg_check_modules(openssl REQUIRED IMPORTED_TARGET libcrypto)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(tinyxml2 REQUIRED IMPORTED_TARGET tinyxml2)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(libgit2 REQUIRED IMPORTED_TARGET libgit2)
pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core)
pkg_check_modules(deflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlienc)
pkg_check_modules(xxhash REQUIRED libxxhash)  # its header alone
pkg_check_modules(ctemplate REQUIRED IMPORTED_TARGET libctemplate)
# Flags from pkg-config only: a program built without its three feature macros crashes with Debian's shared library.
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
add_library(congbo::icu ALIAS PkgConfig::icu)

# Opened by the program itself when it makes a picture (generator/images/vips_library.h): only its headers are needed here.
pkg_check_modules(vips REQUIRED vips)
add_library(congbo_vips_headers INTERFACE)
target_include_directories(congbo_vips_headers SYSTEM INTERFACE ${vips_INCLUDE_DIRS})
target_link_libraries(congbo_vips_headers INTERFACE ${CMAKE_DL_LIBS})
add_library(congbo::vips_headers ALIAS congbo_vips_headers)

# Likewise, by the worker that reads attachments (generator/attachments/poppler_library.h).
pkg_check_modules(poppler REQUIRED poppler-glib)
add_library(congbo_poppler_headers INTERFACE)
target_include_directories(congbo_poppler_headers SYSTEM INTERFACE ${poppler_INCLUDE_DIRS})
target_link_libraries(congbo_poppler_headers INTERFACE ${CMAKE_DL_LIBS})
add_library(congbo::poppler_headers ALIAS congbo_poppler_headers)

# cmark-gfm ships neither pkg-config nor CMake files in Debian 12.
find_library(CMARK_GFM cmark-gfm REQUIRED)
find_library(CMARK_GFM_EXTENSIONS cmark-gfm-extensions REQUIRED)
add_library(congbo_cmark INTERFACE)
target_link_libraries(congbo_cmark INTERFACE ${CMARK_GFM_EXTENSIONS} ${CMARK_GFM})
add_library(congbo::cmark ALIAS congbo_cmark)
