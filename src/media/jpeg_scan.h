/*
 * media/jpeg_scan.h -- whether the compressed data of a plain JPEG are whole,
 * found out without making pixels (ITU T.81, annex F).
 *
 * Plain      baseline, grey or three colours, one scan, chroma at most halved:
 *            what nearly all pictures are.  The codes are stepped over, which
 *            takes a third of the time that libjpeg takes to decode them.
 * Strict     Each block has to end where it should, and the scan with its last
 *            block.  Whatever is otherwise is not refused here, but left to
 *            libjpeg: "no" means "not proved".
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* `data` from SOI through EOI, which media_jpeg_segment_check() has accepted.
 */
bool media_jpeg_scan_is_whole(const guint8 *data, gsize length);
