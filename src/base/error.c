/* base/error.c -- the GError domain of handbill. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"

G_DEFINE_QUARK(handbill-error-quark, error)
