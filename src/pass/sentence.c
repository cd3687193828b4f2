/* pass/sentence.c -- the sentences of a block, with their sources. */
/* SPDX-License-Identifier: MIT */

#include "pass/sentence.h"

#include "pass/source_ref.h"

#include <string.h>

typedef struct {
  const DocNode *root;
  GPtrArray *sentences;
  PassSentence *open; /* the last of them, or NULL */
  bool ended;         /* a mark of the end was read, no space yet */
} Reader;

static void
sentence_free(gpointer data)
{
  PassSentence *sentence = data;

  g_string_free(sentence->text, TRUE);
  g_string_free(sentence->figures, TRUE);
  g_ptr_array_unref(sentence->sources);
  g_free(sentence);
}

static PassSentence *
open_sentence(Reader *reader, DocPos pos)
{
  if (reader->open != NULL)
    return reader->open;
  reader->open = g_new0(PassSentence, 1);
  reader->open->pos = pos;
  reader->open->text = g_string_new(NULL);
  reader->open->figures = g_string_new(NULL);
  reader->open->sources = g_ptr_array_new();
  g_ptr_array_add(reader->sentences, reader->open);
  return reader->open;
}

void
pass_sentence_add_sources(const DocNode *node, GPtrArray *sources)
{
  const char *id = pass_source_ref_id(node);

  if (id != NULL)
    g_ptr_array_add(sources, (gpointer)(gsize)id);
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    pass_sentence_add_sources(child, sources);
}

/* --- text --- */

static bool
is_end(gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static bool
is_closer(gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201d ||
         c == 0x2019 || c == 0xbb;
}

static void
read_character(Reader *reader, gunichar c, DocPos pos, bool counts)
{
  PassSentence *sentence;

  if (g_unichar_isspace(c) && (reader->ended || reader->open == NULL)) {
    reader->open = NULL;
    reader->ended = false;
    return;
  }
  sentence = open_sentence(reader, pos);
  g_string_append_unichar(sentence->text, c);
  g_string_append_unichar(sentence->figures, counts ? c : ' ');
  reader->ended = is_end(c) || (reader->ended && is_closer(c));
}

static void
read_text(Reader *reader, const char *text, DocPos pos, bool counts)
{
  const DocPos start = pos;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    if (start.line > 0)
      pos.column = start.column + (unsigned)(at - text);
    read_character(reader, g_utf8_get_char(at), pos, counts);
  }
}

/* --- references --- */

static PassSentence *
last_sentence(Reader *reader)
{
  guint count = reader->sentences->len;

  if (reader->open != NULL)
    return reader->open;
  return count > 0 ? g_ptr_array_index(reader->sentences, count - 1) : NULL;
}

static const DocNode *
find_note(const DocNode *parent, const char *label)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    const DocNode *found;

    if (doc_kind_is_inline(node->kind))
      return NULL;
    if (node->kind == DOC_NOTE && g_strcmp0(node->as.note.label, label) == 0)
      return node;
    found = find_note(node, label);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* What the note rests on, the sentence rests on. */
static void
read_note_ref(Reader *reader, const DocNode *node)
{
  PassSentence *sentence = last_sentence(reader);
  const DocNode *note = find_note(reader->root, node->as.note_ref.label);

  if (sentence != NULL && note != NULL)
    pass_sentence_add_sources(note, sentence->sources);
}

static bool
is_uncounted(const DocNode *node)
{
  return doc_node_has_class(node, "number") ||
         doc_node_has_class(node, "count");
}

static void
read_inlines(Reader *reader, const DocNode *parent, bool counts)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    if (pass_source_ref_id(node) != NULL) {
      PassSentence *sentence = last_sentence(reader);
      if (sentence != NULL)
        pass_sentence_add_sources(node, sentence->sources);
    } else if (node->kind == DOC_NOTE_REF) {
      read_note_ref(reader, node);
    } else if (node->kind == DOC_SOFT_BREAK || node->kind == DOC_HARD_BREAK) {
      read_text(reader, " ", node->pos, counts);
    } else if (doc_kind_has_text(node->kind)) {
      /* The space that binds a reference to its sentence ends none. */
      bool binds = node->next != NULL && pass_source_ref_id(node->next) &&
                   strcmp(node->as.text, "\u00a0") == 0;
      if (!binds)
        read_text(reader, node->as.text, node->pos,
                  counts && node->kind == DOC_TEXT);
    } else if (!doc_node_has_class(node, "unchecked")) {
      read_inlines(reader, node, counts && !is_uncounted(node));
    }
  }
}

GPtrArray *
pass_sentences(const DocNode *root, const DocNode *block)
{
  Reader reader = { .root = root };

  reader.sentences = g_ptr_array_new_with_free_func(sentence_free);
  read_inlines(&reader, block, true);
  return reader.sentences;
}
