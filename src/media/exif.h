/*
 * media/exif.h -- which way up a camera held a picture.
 */
#pragma once

#include <glib.h>

/* 1 to 8 from a TIFF block (what follows "Exif\0\0" in a JPEG, the whole eXIf
 * chunk of a PNG).  Whatever cannot be read, or says another number, is 1. */
unsigned media_exif_orientation(const guint8 *tiff, gsize length);
