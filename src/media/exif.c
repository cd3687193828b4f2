/* media/exif.c -- which way up a camera held a picture. */
/* SPDX-License-Identifier: MIT */

#include "media/exif.h"

#include <libexif/exif-data.h>

static const guint8 signature[6] = "Exif\0";

/* A JPEG segment cannot be longer; libexif takes 16 bits anyway. */
#define LONGEST 0xffff

G_DEFINE_AUTOPTR_CLEANUP_FUNC(ExifData, exif_data_unref)

static unsigned
orientation_of(ExifData *data)
{
  ExifEntry *entry =
      exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);

  if (entry == NULL || entry->format != EXIF_FORMAT_SHORT ||
      entry->components != 1 || entry->size < 2)
    return 1;
  unsigned value = exif_get_short(entry->data, exif_data_get_byte_order(data));
  return value >= 1 && value <= 8 ? value : 1;
}

unsigned
media_exif_orientation(const guint8 *tiff, gsize length)
{
  g_autoptr(GByteArray) block = g_byte_array_new();
  g_autoptr(ExifData) data = exif_data_new();

  if (data == NULL || length > LONGEST - sizeof signature)
    return 1;
  /* As the camera wrote it: by default libexif mends and adds entries. */
  exif_data_unset_option(data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
  exif_data_set_option(data, EXIF_DATA_OPTION_DONT_CHANGE_MAKER_NOTE);
  g_byte_array_append(block, signature, sizeof signature);
  g_byte_array_append(block, tiff, (guint)length);
  exif_data_load_data(data, block->data, block->len);
  return orientation_of(data);
}
