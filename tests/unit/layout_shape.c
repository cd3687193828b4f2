/* tests/unit/layout_shape.c -- a font's ascent and descent are those that Pango
 * says. */
/* SPDX-License-Identifier: MIT */

#include "layout/shape.h"

#include "base/diag.h"

static const struct {
  Style style;
  const char *lang;
} faces[] = {
  { { .font_family = "Literata", .font_size = 10.5, .font_weight = 400 },
    "en-GB" },
  { { .font_family = "Literata",
      .font_size = 10.5,
      .font_weight = 700,
      .italic = true },
    "de" },
  { { .font_family = "Atkinson Hyperlegible Next, Noto Sans Symbols 2",
      .font_size = 27,
      .font_weight = 700 },
    "en" },
  { { .font_family = "Noto Sans Symbols 2",
      .font_size = 11.3,
      .font_weight = 400 },
    "en" },
  { { .font_family = "Noto Naskh Arabic", .font_size = 12, .font_weight = 700 },
    "ar" },
  { { .font_family = "Noto Sans Mono", .font_size = 9, .font_weight = 400 },
    NULL },
};

static void
assert_as_pango(const Fonts *fonts, const Style *style, double ascent,
                double descent)
{
  PangoFontDescription *description = fonts_describe(style);
  PangoFont *font = pango_context_load_font(fonts_context(fonts), description);
  PangoFontMetrics *metrics = pango_font_get_metrics(font, NULL);

  g_assert_cmpfloat(ascent * PANGO_SCALE, ==,
                    pango_font_metrics_get_ascent(metrics));
  g_assert_cmpfloat(descent * PANGO_SCALE, ==,
                    pango_font_metrics_get_descent(metrics));
  pango_font_metrics_unref(metrics);
  g_object_unref(font);
  pango_font_description_free(description);
}

static void
test_metrics(void)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(Fonts) fonts = fonts_load(SOURCE_DIR "/fonts", diag, &error);
  g_assert_no_error(error);
  g_autoptr(Shaper) shaper = shaper_new(fonts);

  for (gsize i = 0; i < G_N_ELEMENTS(faces); i++) {
    const Style *style = &faces[i].style;
    double ascent = 0, descent = 0;

    shaper_metrics(shaper, style, faces[i].lang, &ascent, &descent);
    g_assert_cmpfloat(ascent, >, style->font_size / 2);
    assert_as_pango(fonts, style, ascent, descent);
  }
}

/* One style may be kept under more than one language, each by itself. */
static void
test_languages(void)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(Fonts) fonts = fonts_load(SOURCE_DIR "/fonts", diag, NULL);
  g_autoptr(Shaper) shaper = shaper_new(fonts);
  const Style style = { .font_family = "no such family",
                        .font_size = 11,
                        .font_weight = 400 };
  double latin[2], arabic[2], again[2];

  shaper_metrics(shaper, &style, "en", &latin[0], &latin[1]);
  shaper_metrics(shaper, &style, "ar", &arabic[0], &arabic[1]);
  shaper_metrics(shaper, &style, "en", &again[0], &again[1]);
  g_assert_cmpfloat(latin[0], !=, arabic[0]);
  g_assert_cmpfloat(latin[0], ==, again[0]);
  g_assert_cmpfloat(latin[1], ==, again[1]);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/layout/shape/metrics", test_metrics);
  g_test_add_func("/layout/shape/languages", test_languages);
  return g_test_run();
}
