/* pdf/label.c -- reads page labels back. */
/* SPDX-License-Identifier: MIT */

#include "pdf/label.h"

static char *
roman(int number)
{
  static const struct {
    int value;
    const char *letters;
  } steps[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
    { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
    { 5, "v" },    { 4, "iv" },   { 1, "i" },
  };
  GString *out = g_string_new(NULL);

  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append(out, steps[i].letters);
  return g_string_free(out, FALSE);
}

char *
pdf_label_number(char style, int number)
{
  g_autofree char *small = NULL;

  if ((style == 'r' || style == 'R') && number > 0 && number < 4000)
    small = roman(number);
  else if ((style == 'a' || style == 'A') && number > 0 && number < 26 * 100)
    small = g_strnfill((gsize)(number - 1) / 26 + 1,
                       (char)('a' + (number - 1) % 26));
  else
    return g_strdup_printf("%d", number);
  return g_ascii_isupper(style) ? g_ascii_strup(small, -1)
                                : g_steal_pointer(&small);
}

static char *
label_of(qpdf_data qpdf, qpdf_oh range, int offset)
{
  char style = '\0';
  int start = 1;
  const char *prefix = "";

  if (!qpdf_oh_is_dictionary(qpdf, range))
    return g_strdup_printf("%d", offset + 1);
  qpdf_oh name = qpdf_oh_get_key(qpdf, range, "/S");
  if (qpdf_oh_is_name(qpdf, name))
    style = qpdf_oh_get_name(qpdf, name)[1];
  qpdf_oh first = qpdf_oh_get_key(qpdf, range, "/St");
  if (qpdf_oh_is_integer(qpdf, first))
    start = qpdf_oh_get_int_value_as_int(qpdf, first);
  qpdf_oh before = qpdf_oh_get_key(qpdf, range, "/P");
  g_autofree char *number =
      style != '\0' ? pdf_label_number(style, start + offset) : g_strdup("");
  if (qpdf_oh_is_string(qpdf, before))
    prefix = qpdf_oh_get_utf8_value(qpdf, before);
  return g_strconcat(prefix, number, NULL);
}

static int
integer_at(qpdf_data qpdf, qpdf_oh array, int index)
{
  qpdf_oh item = qpdf_oh_get_array_item(qpdf, array, index);

  return qpdf_oh_is_integer(qpdf, item)
             ? qpdf_oh_get_int_value_as_int(qpdf, item)
             : -1;
}

/* Ours is a flat number tree: one array. */
GPtrArray *
pdf_label_read(qpdf_data qpdf, unsigned pages)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func(g_free);
  qpdf_oh tree = qpdf_oh_get_key(qpdf, qpdf_get_root(qpdf), "/PageLabels");
  qpdf_oh numbers = qpdf_oh_new_array(qpdf);
  qpdf_oh range = qpdf_oh_new_null(qpdf);
  int from = 0, next = 0;

  if (qpdf_oh_is_dictionary(qpdf, tree))
    numbers = qpdf_oh_get_key(qpdf, tree, "/Nums");
  int count = qpdf_oh_is_array(qpdf, numbers)
                  ? qpdf_oh_get_array_n_items(qpdf, numbers)
                  : 0;
  for (int page = 0; page < (int)pages; page++) {
    if (next + 1 < count && integer_at(qpdf, numbers, next) == page) {
      range = qpdf_oh_get_array_item(qpdf, numbers, next + 1);
      from = page;
      next += 2;
    }
    g_ptr_array_add(labels, label_of(qpdf, range, page - from));
  }
  return labels;
}
