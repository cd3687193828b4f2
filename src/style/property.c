/* style/property.c -- the table of what may be declared in a printed sheet. */
/* SPDX-License-Identifier: MIT */
#include "style/property.h"

#include "base/nearest.h"

#include <string.h>

static const StyleProperty properties[STYLE_PROPERTY_COUNT] = {
#define PROPERTY(id, name_, member, field_, grammar_, inherited_, first_,      \
                 words_)                                                       \
  [STYLE_PROPERTY_##id] = { .name = name_,                                     \
                            .offset = G_STRUCT_OFFSET(Style, member),          \
                            .field = STYLE_FIELD_##field_,                     \
                            .grammar = STYLE_GRAMMAR_##grammar_,               \
                            .inherited = inherited_,                           \
                            .first = first_,                                   \
                            .words = words_ },
#include "style/property.inc"
};

static const struct {
  const char *name;
  StylePropertyId top;
} shorthands[] = {
#define SHORTHAND(name_, top_) { .name = name_, .top = STYLE_PROPERTY_##top_ },
#include "style/property.inc"
};

const StyleProperty *
style_property(StylePropertyId id)
{
  return &properties[id];
}

StylePropertyId
style_property_find(const char *name)
{
  for (StylePropertyId id = 0; id < STYLE_PROPERTY_COUNT; id++)
    if (*properties[id].name && !strcmp(properties[id].name, name))
      return id;
  return STYLE_PROPERTY_COUNT;
}

StylePropertyId
style_property_find_sides(const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(shorthands); i++)
    if (!strcmp(shorthands[i].name, name))
      return shorthands[i].top;
  return STYLE_PROPERTY_COUNT;
}

const char *
style_property_suggest(const char *name)
{
  Nearest nearest = { .wanted = name };
  for (StylePropertyId id = 0; id < STYLE_PROPERTY_COUNT; id++)
    if (*properties[id].name)
      nearest_offer(&nearest, properties[id].name);
  for (gsize i = 0; i < G_N_ELEMENTS(shorthands); i++)
    nearest_offer(&nearest, shorthands[i].name);
  return nearest.name;
}

int
style_words_find(const char *words, const char *word)
{
  gsize length = strlen(word);
  int place = 0;
  for (const char *p = words; *p; place++) {
    gsize size = strcspn(p, " ");
    if (size == length && !strncmp(p, word, length))
      return place;
    p += size;
    p += strspn(p, " ");
  }
  return -1;
}

static gsize
field_size(StyleField field)
{
  switch (field) {
  case STYLE_FIELD_LENGTH:
  case STYLE_FIELD_NUMBER:
    return sizeof(double);
  case STYLE_FIELD_INTEGER:
    return sizeof(int);
  case STYLE_FIELD_COUNT:
    return sizeof(unsigned);
  case STYLE_FIELD_BOOL:
    return sizeof(bool);
  case STYLE_FIELD_COLOR:
    return sizeof(guint32);
  case STYLE_FIELD_NAME:
    return sizeof(const char *);
  case STYLE_FIELD_BORDER:
    return sizeof(StyleBorder);
  }
  g_return_val_if_reached(0);
}

void
style_property_set(Style *style, const StyleProperty *property, double number)
{
  void *field = (char *)style + property->offset;
  switch (property->field) {
  case STYLE_FIELD_LENGTH:
  case STYLE_FIELD_NUMBER:
    *(double *)field = number;
    return;
  case STYLE_FIELD_INTEGER:
    *(int *)field = (int)number;
    return;
  case STYLE_FIELD_COUNT:
    *(unsigned *)field = (unsigned)number;
    return;
  case STYLE_FIELD_BOOL:
    *(bool *)field = number > 0;
    return;
  case STYLE_FIELD_COLOR:
    *(guint32 *)field = (guint32)number;
    return;
  case STYLE_FIELD_NAME:
  case STYLE_FIELD_BORDER:
    return; /* not of a number; none, as zeroed */
  }
}

void
style_inherit(Style *style, const Style *parent)
{
  memset(style, 0, sizeof *style);
  for (StylePropertyId id = 0; id < STYLE_PROPERTY_COUNT; id++) {
    const StyleProperty *property = &properties[id];
    if (parent && property->inherited)
      memcpy((char *)style + property->offset,
             (const char *)parent + property->offset,
             field_size(property->field));
    else
      style_property_set(style, property, property->first);
  }
}

/* FNV-1a, 32 bits. */
static guint
hash_bytes(guint hash, const void *bytes, gsize size)
{
  const guchar *p = bytes;
  for (gsize i = 0; i < size; i++)
    hash = (hash ^ p[i]) * 16777619U;
  return hash;
}

/* A border is taken member by member, for there is padding between. */
guint
style_hash(gconstpointer style)
{
  guint hash = 2166136261U;
  for (StylePropertyId id = 0; id < STYLE_PROPERTY_COUNT; id++) {
    const void *field = (const char *)style + properties[id].offset;
    if (properties[id].field != STYLE_FIELD_BORDER) {
      hash = hash_bytes(hash, field, field_size(properties[id].field));
      continue;
    }
    const StyleBorder *border = field;
    hash = hash_bytes(hash, &border->kind, sizeof border->kind);
    hash = hash_bytes(hash, &border->width, sizeof border->width);
    hash = hash_bytes(hash, &border->color, sizeof border->color);
  }
  return hash;
}

static bool
equal_borders(const StyleBorder *a, const StyleBorder *b)
{
  return a->kind == b->kind && a->color == b->color && a->width == b->width;
}

gboolean
style_equal(gconstpointer a, gconstpointer b)
{
  for (StylePropertyId id = 0; id < STYLE_PROPERTY_COUNT; id++) {
    const void *left = (const char *)a + properties[id].offset;
    const void *right = (const char *)b + properties[id].offset;
    bool equal = properties[id].field == STYLE_FIELD_BORDER
                     ? equal_borders(left, right)
                     : !memcmp(left, right, field_size(properties[id].field));
    if (!equal)
      return false;
  }
  return true;
}
