/*
 * epub/container.h -- files into one ZIP: the EPUB container (EPUB 3.3, 4).
 *
 * mimetype first and stored, then META-INF/container.xml, then the files as
 * they come: pictures as they are, all else deflated.  No time, owner or mode
 * of this machine gets in.
 */
#pragma once

#include <glib.h>

/* `files` holds EpubFile (epub/plan.h).  (transfer full) */
GBytes *epub_container_write(const GPtrArray *files, GError **error);
