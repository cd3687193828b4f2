# release/template.cmake -- the files of template/ as C, for release/template.c.
# SPDX-License-Identifier: MIT
#
#   cmake -DFOLDER=... -DOUTPUT=... -P template.cmake
file(GLOB_RECURSE names RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT names)
set(arrays "")
set(rows "")
set(count 0)
foreach(name ${names})
  file(READ ${FOLDER}/${name} hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(APPEND arrays
    "static const unsigned char file_${count}[] = { ${bytes} };\n")
  string(APPEND rows "  { .name = \"${name}\", .bytes = file_${count}, "
    ".length = sizeof file_${count} },\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUTPUT}
  "${arrays}static const TemplateFile files[] = {\n${rows}};\n")
