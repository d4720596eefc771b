# SPDX-License-Identifier: GPL-3.0-or-later
# congbo_module(folder [USES module...] [LIBRARIES target...]): folder = library target = namespace.
# Sources are the folder's own *.cc (sub-folders are modules of their own, but for values/, which holds headers only).

add_library(congbo_options INTERFACE)
target_include_directories(congbo_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(congbo_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                       -Wno-missing-field-initializers $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> -fno-math-errno)
if(CONGBO_SANITIZE)
  target_compile_options(congbo_options INTERFACE -fsanitize=${CONGBO_SANITIZE} -fno-omit-frame-pointer
                         -fno-sanitize-recover=all)
  target_link_options(congbo_options INTERFACE -fsanitize=${CONGBO_SANITIZE})
endif()

function(congbo_module folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;LIBRARIES")
  get_filename_component(name ${folder} NAME)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cc)
  list(TRANSFORM arg_USES PREPEND congbo::)
  if(sources)
    add_library(congbo_${name} STATIC ${sources})
    target_link_libraries(congbo_${name} PUBLIC congbo_options ${arg_USES} PRIVATE ${arg_LIBRARIES})
  else()
    add_library(congbo_${name} INTERFACE)
    target_link_libraries(congbo_${name} INTERFACE congbo_options ${arg_USES})
  endif()
  add_library(congbo::${name} ALIAS congbo_${name})
endfunction()
