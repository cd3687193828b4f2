/*
 * media/probe.h -- what kind of picture bytes are, by their first bytes.
 */
#pragma once

#include "doc/resource.h"

#include <glib.h>
#include <stdbool.h>

/* False with a message that names the format, where it is a known one, and
 * what to save the picture as. */
bool media_probe_kind(GBytes *bytes, ResourceKind *kind, GError **error);
