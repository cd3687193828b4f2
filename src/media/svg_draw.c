/* media/svg_draw.c -- drawing SVG with librsvg, in a child. */
/* SPDX-License-Identifier: MIT */

#include "media/limit.h"
#include "media/pixels.h"
#include "media/svg.h"
#include "media/svg_render.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

#define TRIAL_SIDE 1024 /* px, of the trial's square */

/* In the child; success never comes back here. */
static bool
become(gpointer data, char *message)
{
  const MediaShared *shared = data;

  (void)message;
  media_svg_render_become(shared->file);
  return false;
}

/* The files of the process's own set of fonts; empty without one, and for a
 * drawing that has no text. */
static GString *
font_files(GBytes *clean)
{
  GString *names = g_string_new(NULL);
  gsize length = 0;
  const void *text = g_bytes_get_data(clean, &length);

  if (memmem(text, length, "<text", strlen("<text")) == NULL)
    return names;
  FcConfig *config = FcConfigReference(NULL); /* the current one */
  const FcFontSet *set = FcConfigGetFonts(config, FcSetApplication);
  for (int i = 0; set != NULL && i < set->nfont; i++) {
    FcChar8 *file = NULL;
    if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &file) == FcResultMatch)
      g_string_append_len(names, (const char *)file,
                          (gssize)strlen((const char *)file) + 1);
  }
  FcConfigDestroy(config);
  return names;
}

/* A font file with several faces is named several times: no harm. */
static bool
new_sheet(MediaShared *shared, GBytes *clean, MediaSvgSheet header,
          GError **error)
{
  g_autoptr(GString) fonts = font_files(clean);
  const void *text = g_bytes_get_data(clean, &header.text);

  header.fonts = fonts->len;
  if (!media_child_share(shared, media_svg_sheet_size(&header), error))
    return false;
  MediaSvgSheet *sheet = shared->memory;
  *sheet = header;
  memcpy(media_svg_sheet_fonts(sheet), fonts->str, fonts->len);
  memcpy(media_svg_sheet_text(sheet), text, header.text);
  return true;
}

static MediaPixels *
copy_pixels(MediaSvgSheet *sheet)
{
  MediaPixels *pixels = media_pixels_new(sheet->width, sheet->height);

  memcpy(pixels->data, media_svg_sheet_pixels(sheet),
         (gsize)4 * sheet->width * sheet->height);
  media_pixels_classify(pixels);
  return pixels;
}

MediaPixels *
media_svg_draw(GBytes *clean, unsigned width, unsigned height, GError **error)
{
  MediaShared shared;
  MediaPixels *pixels = NULL;

  if (!media_limit_check(width, height, error) ||
      !new_sheet(&shared, clean,
                 (MediaSvgSheet){ .width = width, .height = height }, error))
    return NULL;
  MediaSvgSheet *sheet = shared.memory;
  if (media_child_run(become, &shared, sheet->message, "the drawing", error))
    pixels = copy_pixels(sheet);
  media_child_unshare(&shared);
  return pixels;
}

bool
media_svg_trial(GBytes *clean, GError **error)
{
  g_autoptr(MediaPixels) pixels =
      media_svg_draw(clean, TRIAL_SIDE, TRIAL_SIDE, error);

  return pixels != NULL;
}

bool
media_svg_has_filter(GBytes *clean)
{
  gsize length = 0;
  const void *text = g_bytes_get_data(clean, &length);

  /* The door's own writing: "<" stands only where a tag begins. */
  return memmem(text, length, "<filter", strlen("<filter")) != NULL;
}
