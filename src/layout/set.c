/* layout/set.c -- a paragraph becomes slices, one a line. */
/* SPDX-License-Identifier: MIT */

#include "base/unit.h"
#include "layout/builder.h"
#include "layout/line.h"

#include <math.h>
#include <string.h>

enum {
  LAST_LETTERS_MIN = 5, /* on the last line of a paragraph */
  NAME_MAX_LENGTH = 40  /* characters, of a paragraph in a dump */
};

static void
report_unknown(const DocNode *source, gunichar character, gpointer data)
{
  const Builder *builder = data;
  DiagPos pos = { builder->source, source != NULL ? source->pos.line : 0,
                  source != NULL ? source->pos.column : 0 };

  diag_report(builder->context->diag, DIAG_CONTENT, pos, "no-glyph",
              "no font has the character U+%04X: replace it, or give a folder "
              "with a font that has it by --fonts",
              character);
}

void
builder_shape(Builder *builder, Paragraph *paragraph)
{
  paragraph_shape(paragraph, builder->context->shaper,
                  builder->context->hyphenation, report_unknown, builder);
}

static void
report_outside(const Builder *builder, const Paragraph *paragraph)
{
  const DocNode *source = NULL;
  g_autofree char *start =
      g_strndup(paragraph->text->str, MIN(paragraph->text->len, 40));
  DiagPos pos = { builder->source, 0, 0 };

  for (unsigned i = 0; source == NULL && i < paragraph->spans->len; i++)
    source = g_array_index(paragraph->spans, Span, i).source;
  if (source != NULL)
    pos = (DiagPos){ builder->source, source->pos.line, source->pos.column };
  diag_report(
      builder->context->diag, DIAG_WARNING, pos, "line-too-long",
      "a line does not fit its measure near \"%s\": shorten the longest "
      "word, or write a soft hyphen into it",
      start);
}

void
builder_anchors(Builder *builder, const Paragraph *paragraph, guint32 start,
                guint32 end)
{
  for (unsigned i = 0; i < paragraph->spans->len; i++) {
    const Span *span = &g_array_index(paragraph->spans, Span, i);

    if (span->start >= start && span->start < end)
      builder_anchor(builder, span->anchor);
  }
}

void
builder_note_refs(Builder *builder, const Paragraph *paragraph, guint32 start,
                  guint32 end)
{
  Flow *flow = builder->flow;

  for (unsigned i = 0; i < paragraph->spans->len; i++) {
    const Span *span = &g_array_index(paragraph->spans, Span, i);
    guint32 at;

    if (span->note == NULL || span->start < start || span->start >= end)
      continue;
    for (at = 0; at < flow->notes->len; at++)
      if (g_array_index(flow->notes, FlowNote, at).note == span->note)
        break;
    if (at < flow->notes->len)
      continue; /* it stands at its first reference */
    FlowNote note = { .note = span->note };
    g_array_append_val(flow->notes, note);
    g_array_append_val(flow->note_refs, at);
  }
}

/* Which word of the article begins at byte `start`. */
static void
name_source(FlowSlice *slice, const Paragraph *paragraph, guint32 start)
{
  for (unsigned i = 0; i < paragraph->spans->len; i++) {
    const Span *span = &g_array_index(paragraph->spans, Span, i);

    if (span->end <= start || span->source == NULL)
      continue;
    slice->source = span->source;
    slice->source_offset = span->source_offset;
    if (start > span->start && !span->spelled)
      slice->source_offset += paragraph_source_bytes(paragraph, span, start);
    return;
  }
}

static guint32
line_start(const Paragraph *paragraph, const LineChoice *choice)
{
  return choice->from < 0
             ? 0
             : g_array_index(paragraph->breaks, Break, choice->from).start;
}

static void
forbid_widows(Builder *builder, const Style *style, guint32 first,
              unsigned lines)
{
  for (unsigned i = 1; i < lines; i++) {
    FlowSlice *slice = flow_slice(builder->slices, first + i);

    if (i < style->orphans || lines - i < style->widows)
      slice->before = FLOW_BREAK_FORBIDDEN;
  }
}

typedef struct {
  Builder *builder;
  const Paragraph *paragraph;
  LineMeasure measure;
  double baseline;
} Setter;

/* The running text stands on the grid; what interrupts it (headings, lists,
 * callouts) keeps its own distances, and the text behind it falls back in. */
static bool
on_grid(const Builder *builder, const Style *style)
{
  double grid = builder->context->page->grid;
  const StyleElement *parent =
      builder->element != NULL ? builder->element->parent : NULL;

  return grid > 0 && fabs(style->line_height - grid) < UNIT_EPSILON &&
         parent != NULL && strcmp(builder->element->name, "p") == 0 &&
         strcmp(parent->name, "article") == 0;
}

static double
set_line(const Setter *setter, const LineChoice *choice)
{
  Builder *builder = setter->builder;
  const Style *style = setter->paragraph->style;
  double picture = line_image_height(setter->paragraph, choice);
  double extra = MAX(0, picture - setter->baseline);
  guint32 start = line_start(setter->paragraph, choice);
  const Break *end =
      &g_array_index(setter->paragraph->breaks, Break, choice->to);
  LinePlace place = { builder->x, setter->baseline + extra, &setter->measure,
                      style->text_align };
  FlowSlice *slice;
  double right;

  builder_anchors(builder, setter->paragraph, start, end->end);
  slice = builder_slice(builder, style->line_height + extra);
  slice->baseline = place.baseline;
  slice->snap = on_grid(builder, style);
  slice->hyphenated = break_shows_hyphen(end);
  name_source(slice, setter->paragraph, start);
  builder_note_refs(builder, setter->paragraph, start, end->end);
  right = line_make(builder->flow, setter->paragraph, builder->context->shaper,
                    choice, &place);
  builder_close(builder);
  return right;
}

/* --- variants --- */

/* What the page breaker may choose from.  Lines with notes or pictures are not
 * alike, and others name the page of a line with an anchor, so these paragraphs
 * have but one layout. */
static bool
may_vary(const Builder *builder, const Paragraph *paragraph)
{
  if (builder->slices != builder->flow->slices ||
      paragraph->style->text_align != STYLE_ALIGN_JUSTIFY ||
      !on_grid(builder, paragraph->style))
    return false;
  for (unsigned i = 0; i < paragraph->spans->len; i++) {
    const Span *span = &g_array_index(paragraph->spans, Span, i);
    if (span->note != NULL || span->image != NULL || span->anchor != NULL)
      return false;
  }
  return true;
}

/* Sets slices aside for the longest variant and keeps the paragraph. */
static void
keep_variants(Builder *builder, Paragraph **paragraph, const Setter *setter,
              GArray *lines, LineVariant *fewer, LineVariant *more)
{
  const Style *style = (*paragraph)->style;
  FlowParagraph kept = { .first = builder->slices->len - lines->len,
                         .room = lines->len,
                         .chosen = FLOW_BEST,
                         .orphans = MAX(style->orphans, 1),
                         .widows = MAX(style->widows, 1),
                         .measure = setter->measure,
                         .x = builder->x,
                         .baseline = setter->baseline };

  kept.variant[FLOW_FEWER] = *fewer;
  kept.variant[FLOW_BEST].lines = g_array_ref(lines);
  kept.variant[FLOW_MORE] = *more;
  kept.paragraph = g_steal_pointer(paragraph);
  if (more->lines != NULL) {
    FlowSlice spare = { .unused = true, .before = FLOW_BREAK_FORBIDDEN };

    g_array_append_val(builder->slices, spare);
    kept.room++;
  }
  g_array_append_val(builder->flow->paragraphs, kept);
}

/* The lines of the chosen variant into the paragraph's slices. */
static void
take_variant(const LayoutContext *context, Flow *flow,
             const FlowParagraph *kept)
{
  const GArray *lines = kept->variant[kept->chosen].lines;
  g_autoptr(GArray) made = g_array_new(FALSE, TRUE, sizeof(FlowSlice));
  Builder builder = {
    .context = context, .flow = flow, .slices = made, .x = kept->x
  };
  Setter setter = { &builder, kept->paragraph, kept->measure, kept->baseline };
  FlowSlice head = *flow_slice(flow->slices, kept->first);
  FlowSlice spare = { .unused = true, .before = FLOW_BREAK_FORBIDDEN };

  for (unsigned i = 0; i < lines->len; i++)
    set_line(&setter, &g_array_index(lines, LineChoice, i));
  forbid_widows(&builder, kept->paragraph->style, 0, lines->len);
  for (guint32 i = 0; i < kept->room; i++) {
    FlowSlice *slice = flow_slice(flow->slices, kept->first + i);

    *slice = i < lines->len ? *flow_slice(made, i) : spare;
    slice->snap = head.snap && !slice->unused;
  }
  {
    FlowSlice *first = flow_slice(flow->slices, kept->first);
    first->space = head.space;
    first->lead = head.lead;
    first->before = head.before;
    first->penalty = head.penalty;
    first->flex = head.flex;
  }
}

/* The first words of a paragraph, for the dump. */
static const char *
name_paragraph(const Flow *flow, const Paragraph *paragraph)
{
  g_autofree char *words = g_utf8_substring(
      paragraph->text->str, 0,
      MIN(NAME_MAX_LENGTH, g_utf8_strlen(paragraph->text->str, -1)));

  return layout_strdup(flow->document, words);
}

void
set_take_variants(const LayoutContext *context, Flow *flow)
{
  for (guint i = 0; i < flow->paragraphs->len; i++) {
    const FlowParagraph *kept =
        &g_array_index(flow->paragraphs, FlowParagraph, i);
    FlowTaken taken = { .slice = kept->first };

    if (kept->chosen == FLOW_BEST)
      continue;
    taken.lines = kept->chosen == FLOW_FEWER ? -1 : 1;
    taken.words = name_paragraph(flow, kept->paragraph);
    take_variant(context, flow, kept);
    g_array_append_val(flow->taken, taken);
  }
  flow_row_notes(flow);
  flow_forget_paragraphs(flow);
}

ParagraphSet
builder_set(Builder *builder, Paragraph **given)
{
  Paragraph *paragraph = *given;
  LineVariant fewer = { NULL, 0 }, more = { NULL, 0 };
  bool inside;

  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
  const Style *style = paragraph->style;
  Setter setter = { builder, paragraph, { .measure = 0 }, 0 };
  ParagraphSet set = { .first = builder->slices->len };

  if (paragraph_is_empty(paragraph))
    return set;
  builder_shape(builder, paragraph);
  setter.measure = (LineMeasure){
    .measure = MAX(builder->width, 1),
    .indent = style->text_indent - paragraph->hang,
    .justify = style->text_align == STYLE_ALIGN_JUSTIFY,
    .last_letters = LAST_LETTERS_MIN,
  };
  setter.baseline =
      shaper_baseline(builder->context->shaper, style, builder->lang);
  inside = may_vary(builder, paragraph)
               ? line_break_variants(paragraph, &setter.measure, lines, &fewer,
                                     &more)
               : line_break(paragraph, &setter.measure, lines);
  if (!inside)
    report_outside(builder, paragraph);
  for (unsigned i = 0; i < lines->len; i++)
    set.last_end = set_line(&setter, &g_array_index(lines, LineChoice, i));
  set.lines = lines->len;
  forbid_widows(builder, style, set.first, set.lines);
  if (fewer.lines != NULL || more.lines != NULL)
    keep_variants(builder, given, &setter, lines, &fewer, &more);
  return set;
}
