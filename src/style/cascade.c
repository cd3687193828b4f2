/* style/cascade.c -- the rules of a sheet applied to an element. */
/* SPDX-License-Identifier: MIT */
#include "style/cascade.h"

#include <string.h>

typedef struct {
  StyleSelector *selector;
  GArray *declarations; /* of StyleDeclaration, shared by a selector list */
  guint order;
} Rule;

/* The rules that apply, weakest first, below a parent. */
typedef struct {
  const Style *parent;
  GPtrArray *rules; /* of Rule */
} Situation;

struct StyleCascade {
  GPtrArray *rules;       /* of Rule, owned */
  GHashTable *by_name;    /* element name to GPtrArray of Rule */
  GHashTable *by_class;   /* first class to GPtrArray of Rule */
  GHashTable *situations; /* Situation to Style */
  GHashTable *styles;     /* the set of Style, owned */
  GHashTable *own;        /* the set of their addresses */
  double rem;             /* pt */
};

/* What each property is declared to be, or NULL. */
typedef const StyleDeclaration *Winners[STYLE_PROPERTY_COUNT];

static void
free_rule(gpointer data)
{
  Rule *rule = data;
  style_selector_free(rule->selector);
  g_array_unref(rule->declarations);
  g_free(rule);
}

static void
free_situation(gpointer data)
{
  Situation *situation = data;
  g_ptr_array_unref(situation->rules);
  g_free(situation);
}

static guint
hash_situation(gconstpointer data)
{
  const Situation *situation = data;
  guint hash = g_direct_hash(situation->parent);
  for (guint i = 0; i < situation->rules->len; i++)
    hash = hash * 33 + g_direct_hash(situation->rules->pdata[i]);
  return hash;
}

static gboolean
equal_situations(gconstpointer a, gconstpointer b)
{
  const Situation *left = a;
  const Situation *right = b;
  return left->parent == right->parent &&
         left->rules->len == right->rules->len &&
         (left->rules->len == 0 ||
          !memcmp(left->rules->pdata, right->rules->pdata,
                  left->rules->len * sizeof(gpointer)));
}

static GHashTable *
new_index(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
                               (GDestroyNotify)g_ptr_array_unref);
}

StyleCascade *
style_cascade_new(void)
{
  StyleCascade *cascade = g_new0(StyleCascade, 1);
  cascade->rules = g_ptr_array_new_with_free_func(free_rule);
  cascade->by_name = new_index();
  cascade->by_class = new_index();
  cascade->situations = g_hash_table_new_full(hash_situation, equal_situations,
                                              free_situation, NULL);
  cascade->styles =
      g_hash_table_new_full(style_hash, style_equal, g_free, NULL);
  cascade->own = g_hash_table_new(NULL, NULL);
  return cascade;
}

void
style_cascade_free(StyleCascade *cascade)
{
  if (!cascade)
    return;
  g_hash_table_unref(cascade->situations);
  g_hash_table_unref(cascade->own);
  g_hash_table_unref(cascade->styles);
  g_hash_table_unref(cascade->by_class);
  g_hash_table_unref(cascade->by_name);
  g_ptr_array_unref(cascade->rules);
  g_free(cascade);
}

static void
index_rule(GHashTable *index, const char *key, Rule *rule)
{
  GPtrArray *rules = g_hash_table_lookup(index, key);
  if (!rules) {
    rules = g_ptr_array_new();
    g_hash_table_insert(index, (gpointer)(guintptr)key, rules);
  }
  g_ptr_array_add(rules, rule);
}

void
style_cascade_add(StyleCascade *cascade, StyleSelector *selector,
                  GArray *declarations)
{
  Rule *rule = g_new0(Rule, 1);
  rule->selector = selector;
  rule->declarations = g_array_ref(declarations);
  rule->order = cascade->rules->len;
  g_ptr_array_add(cascade->rules, rule);
  const StyleCompound *last = style_selector_last(selector);
  if (last->name)
    index_rule(cascade->by_name, last->name, rule);
  else
    index_rule(cascade->by_class, last->classes->pdata[0], rule);
}

static void
add_matching(GPtrArray *matching, const GPtrArray *candidates,
             const StyleElement *element)
{
  for (guint i = 0; candidates && i < candidates->len; i++) {
    Rule *rule = candidates->pdata[i];
    if (style_selector_match(rule->selector, element))
      g_ptr_array_add(matching, rule);
  }
}

static int
compare_rules(gconstpointer a, gconstpointer b)
{
  const Rule *left = *(const Rule *const *)a;
  const Rule *right = *(const Rule *const *)b;
  if (left->selector->specificity != right->selector->specificity)
    return left->selector->specificity < right->selector->specificity ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

/* A class that is named twice would find its rules twice. */
static void
drop_doubles(GPtrArray *rules)
{
  for (guint i = rules->len; i > 1; i--)
    if (rules->pdata[i - 1] == rules->pdata[i - 2])
      g_ptr_array_remove_index(rules, i - 1);
}

static GPtrArray *
find_rules(const StyleCascade *cascade, const StyleElement *element)
{
  GPtrArray *matching = g_ptr_array_new();
  add_matching(matching, g_hash_table_lookup(cascade->by_name, element->name),
               element);
  if (element->classes && g_hash_table_size(cascade->by_class) > 0) {
    g_auto(GStrv) classes = g_strsplit(element->classes, " ", -1);
    for (gsize i = 0; classes[i]; i++)
      add_matching(matching, g_hash_table_lookup(cascade->by_class, classes[i]),
                   element);
  }
  g_ptr_array_sort(matching, compare_rules);
  drop_doubles(matching);
  return matching;
}

static void
set_border(StyleBorder *border, const StyleDeclaration *value, double width,
           guint32 text_color)
{
  border->kind = value->kind;
  border->width = value->kind == STYLE_BORDER_NONE ? 0 : width;
  border->color = value->own_color ? value->color : text_color;
}

/* em is the own font size, but for the font size itself that of the parent,
 * which is still in place when the first property is set. */
static void
set_field(Style *style, const StyleDeclaration *value, double rem)
{
  const StyleProperty *property = style_property(value->property);
  void *field = (char *)style + property->offset;
  double em = style->font_size;
  switch (property->field) {
  case STYLE_FIELD_LENGTH:
    style_property_set(style, property,
                       style_length_compute(value->length, em, rem, em));
    return;
  case STYLE_FIELD_NUMBER:
  case STYLE_FIELD_INTEGER:
  case STYLE_FIELD_COUNT:
  case STYLE_FIELD_BOOL:
    style_property_set(style, property, value->length.number);
    return;
  case STYLE_FIELD_COLOR:
    *(guint32 *)field = value->color;
    return;
  case STYLE_FIELD_NAME:
    *(const char **)field = value->name;
    return;
  case STYLE_FIELD_BORDER:
    set_border(field, value, style_length_compute(value->length, em, rem, em),
               style->color);
    return;
  }
}

static void
choose_winners(Winners winners, const GArray *declarations)
{
  for (guint i = 0; i < declarations->len; i++) {
    const StyleDeclaration *value =
        &g_array_index(declarations, StyleDeclaration, i);
    winners[value->property] = value;
  }
}

static const Style *
intern(StyleCascade *cascade, const Style *style)
{
  Style *known = g_hash_table_lookup(cascade->styles, style);
  if (known)
    return known;
  known = g_memdup2(style, sizeof *style);
  g_hash_table_add(cascade->styles, known);
  g_hash_table_add(cascade->own, known);
  return known;
}

static const Style *
compute(StyleCascade *cascade, const Style *parent, Winners winners)
{
  Style style;
  style_inherit(&style, parent);
  for (StylePropertyId id = 0; id < STYLE_PROPERTY_COUNT; id++)
    if (winners[id])
      set_field(&style, winners[id], cascade->rem);
  if (style.line_factor > 0)
    style.line_height = style.line_factor * style.font_size;
  return intern(cascade, &style);
}

const Style *
style_cascade_compute(StyleCascade *cascade, const Style *parent,
                      GArray *declarations)
{
  Winners winners = { NULL };
  choose_winners(winners, declarations);
  return compute(cascade, parent, winners);
}

const Style *
style_cascade_resolve(StyleCascade *cascade, const StyleElement *element,
                      const Style *parent)
{
  /* A copy that the caller made must not become a key. */
  if (parent && !g_hash_table_contains(cascade->own, parent))
    parent = intern(cascade, parent);
  g_autoptr(GPtrArray) rules = find_rules(cascade, element);
  Situation key = { .parent = parent, .rules = rules };
  const Style *style = g_hash_table_lookup(cascade->situations, &key);
  if (style)
    return style;
  Winners winners = { NULL };
  for (guint i = 0; i < rules->len; i++)
    choose_winners(winners, ((const Rule *)rules->pdata[i])->declarations);
  style = compute(cascade, parent, winners);
  Situation *situation = g_new0(Situation, 1);
  situation->parent = parent;
  situation->rules = g_ptr_array_ref(rules);
  g_hash_table_insert(cascade->situations, situation,
                      (gpointer)(guintptr)style);
  return style;
}

/* On "book" itself rem is the first size of all. */
void
style_cascade_settle(StyleCascade *cascade)
{
  StyleElement book = { .name = "book" };
  cascade->rem = style_property(STYLE_PROPERTY_FONT_SIZE)->first;
  cascade->rem = style_cascade_resolve(cascade, &book, NULL)->font_size;
  g_hash_table_remove_all(cascade->situations);
}

double
style_cascade_rem(const StyleCascade *cascade)
{
  return cascade->rem;
}
