/* media/svg_size.c -- how large a drawing is. */
/* SPDX-License-Identifier: MIT */

#include "media/svg_size.h"

#include "base/error.h"
#include "media/limit.h"
#include "media/svg_value.h"

#include <math.h>
#include <string.h>

/* px, CSS Values 3, 6.2; em and ex of the initial font size, 16 px. */
static const struct {
  const char *unit;
  double pixels;
} units[] = {
  { "", 1 },           { "px", 1 },
  { "pt", 96.0 / 72 }, { "pc", 16 },
  { "in", 96 },        { "mm", 96 / 25.4 },
  { "cm", 96 / 2.54 }, { "Q", 96 / 25.4 / 4 },
  { "em", 16 },        { "ex", 8 },
};

static bool
refuse(GError **error, xmlNode *root, const char *text)
{
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED, "line %ld: %s",
              xmlGetLineNo(root), text);
  return false;
}

/* 0 for what is missing or a share of an unknown whole ("100%"). */
static double
read_length(xmlNode *root, const char *name)
{
  xmlChar *value = xmlGetNoNsProp(root, (const xmlChar *)name);
  const char *at = (const char *)value;
  double number = 0;
  double pixels = 0;

  if (value == NULL)
    return 0;
  at += strspn(at, " \t\r\n");
  if (media_svg_value_number(&at, &number)) {
    g_autofree char *unit = g_strstrip(g_strdup(at));

    for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
      if (g_str_equal(units[i].unit, unit))
        pixels = number * units[i].pixels;
  }
  xmlFree(value);
  return pixels;
}

static bool
read_numbers(const char *at, double view[4])
{
  for (unsigned i = 0; i < 4; i++) {
    at += strspn(at, " \t\r\n,");
    if (!media_svg_value_number(&at, &view[i]))
      return false;
  }
  return at[strspn(at, " \t\r\n")] == '\0' && view[2] > 0 && view[3] > 0;
}

static bool
read_view(xmlNode *root, MediaSvgSize *size, GError **error)
{
  xmlChar *value = xmlGetNoNsProp(root, (const xmlChar *)"viewBox");
  bool fits = value == NULL || read_numbers((const char *)value, size->view);

  xmlFree(value);
  if (!fits)
    return refuse(error, root,
                  "viewBox must be four numbers, the last two above 0");
  return true;
}

static void
complete(MediaSvgSize *size)
{
  const double *view = size->view;

  if (view[2] == 0) {
    size->view[2] = size->width;
    size->view[3] = size->height;
  } else if (size->width <= 0 && size->height <= 0) {
    size->width = view[2];
    size->height = view[3];
  } else if (size->width <= 0) {
    size->width = size->height * view[2] / view[3];
  } else if (size->height <= 0) {
    size->height = size->width * view[3] / view[2];
  }
}

bool
media_svg_size_read(xmlNode *root, MediaSvgSize *size, GError **error)
{
  *size = (MediaSvgSize){ 0 };
  if (!read_view(root, size, error))
    return false;
  size->width = read_length(root, "width");
  size->height = read_length(root, "height");
  complete(size);
  if (size->width <= 0 || size->height <= 0)
    return refuse(error, root,
                  "the drawing has no size: give <svg> a viewBox, or a width "
                  "and a height in px, mm or another fixed unit");
  if (size->width > MEDIA_LIMIT_SIDE || size->height > MEDIA_LIMIT_SIDE) {
    g_set_error(error, HANDBILL_ERROR, ERROR_LIMIT,
                "the drawing is %.0f x %.0f px: make it at most %u px a side",
                size->width, size->height, MEDIA_LIMIT_SIDE);
    return false;
  }
  return media_limit_check((unsigned)ceil(size->width),
                           (unsigned)ceil(size->height), error);
}
