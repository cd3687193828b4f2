/*
 * release/template.h -- the book that `handbill new` writes.
 *
 * Its files are those of src/release/template/, compiled in.
 */
#pragma once

#include "base/write.h"

/* Adds each file to `stage`. */
bool template_write(WriteStage *stage, GError **error);
