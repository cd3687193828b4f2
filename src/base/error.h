/*
 * base/error.h -- "we cannot go on": the GError domain of handbill.
 *
 * Each code is the exit status that the command ends with when the error
 * reaches main.c (sysexits.h where it has a fitting one).
 * What is wrong with the content is no GError: see base/diag.h.
 */
#pragma once

#include <glib.h>

typedef enum {
  ERROR_REFUSED = 1,       /* content refused, nothing published */
  ERROR_USAGE = 64,        /* wrong use of the command */
  ERROR_BUG = 70,          /* our own fault: an invariant does not hold */
  ERROR_LIMIT = 71,        /* a stated limit is exceeded */
  ERROR_CANNOT_WRITE = 73, /* the output cannot be created */
  ERROR_IO = 74,           /* reading or writing failed half-way */
  ERROR_LOCKED = 75        /* another build holds the lock */
} ErrorCode;

#define HANDBILL_ERROR (error_quark())

GQuark error_quark(void);
