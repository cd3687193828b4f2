/* pass/offenders.c -- what makes an article hard to read. */
/* SPDX-License-Identifier: MIT */

#include "pass/offenders.h"

#include "base/bytes.h"
#include "pass/syllables.h"

#include <math.h>
#include <string.h>

enum {
  NAMED = 3,
  SHOWN_MAX = 80,
  WORDS_MIN = 100, /* the formula was made for samples of so many words */
  GRADE_AIM = 8,
  GRADE_WARN = 9,
  GRADE_REFUSE = 11,
  SYLLABLES_MIN = 3
};

typedef struct {
  char *text;
  DiagPos pos; /* of its first place */
  double weight;
  unsigned syllables;
  unsigned times;
} Offender;

struct PassOffenders {
  GPtrArray *sentences; /* of Offender */
  GPtrArray *words;     /* of Offender */
  GHashTable *known;    /* folded word to its Offender */
};

static void
offender_free(gpointer data)
{
  Offender *offender = data;

  g_free(offender->text);
  g_free(offender);
}

PassOffenders *
pass_offenders_new(void)
{
  PassOffenders *offenders = g_new0(PassOffenders, 1);

  offenders->sentences = g_ptr_array_new_with_free_func(offender_free);
  offenders->words = g_ptr_array_new_with_free_func(offender_free);
  offenders->known = g_hash_table_new(g_str_hash, g_str_equal);
  return offenders;
}

void
pass_offenders_free(PassOffenders *offenders)
{
  if (offenders == NULL)
    return;
  g_hash_table_unref(offenders->known);
  g_ptr_array_unref(offenders->sentences);
  g_ptr_array_unref(offenders->words);
  g_free(offenders);
}

static Offender *
add(GPtrArray *to, char *text, DiagPos pos)
{
  Offender *offender = g_new0(Offender, 1);

  offender->text = text;
  offender->pos = pos;
  g_ptr_array_add(to, offender);
  return offender;
}

void
pass_offenders_add_sentence(PassOffenders *offenders, const PassProse *prose,
                            PassSpan sentence, const PassGradeCounts *counts)
{
  PassGradeCounts alone = *counts;
  const char *text = pass_prose_text(prose) + sentence.start;

  if (counts->words < 2)
    return;
  alone.sentences = 1;
  add(offenders->sentences, g_strndup(text, sentence.end - sentence.start),
      pass_prose_pos(prose, sentence.start))
      ->weight = pass_grade_flesch_kincaid(&alone);
}

void
pass_offenders_add_word(PassOffenders *offenders, const PassProse *prose,
                        PassSpan word)
{
  const char *text = pass_prose_text(prose) + word.start;
  gsize length = word.end - word.start;
  unsigned syllables = pass_syllables_count(text, length);
  g_autofree char *folded = g_utf8_strdown(text, (gssize)length);
  Offender *offender = g_hash_table_lookup(offenders->known, folded);

  if (syllables < SYLLABLES_MIN)
    return;
  if (offender == NULL) {
    offender = add(offenders->words, g_steal_pointer(&folded),
                   pass_prose_pos(prose, word.start));
    offender->syllables = syllables;
    g_hash_table_insert(offenders->known, offender->text, offender);
  }
  offender->times++;
  /* One that comes often weighs more: each adds to the sum of syllables. */
  offender->weight = (double)(syllables - 2) * offender->times;
}

/* --- the verdict --- */

static int
by_weight(gconstpointer a, gconstpointer b)
{
  const Offender *const *one = a;
  const Offender *const *other = b;

  if ((*one)->weight > (*other)->weight)
    return -1;
  if ((*one)->weight < (*other)->weight)
    return 1;
  return strcmp((*one)->text, (*other)->text);
}

/* Borrows.  (transfer full) */
static GPtrArray *
hardest(const GPtrArray *offenders)
{
  GPtrArray *sorted = g_ptr_array_new();

  for (guint i = 0; i < offenders->len; i++)
    g_ptr_array_add(sorted, g_ptr_array_index(offenders, i));
  g_ptr_array_sort(sorted, by_weight);
  g_ptr_array_set_size(sorted, (int)MIN(sorted->len, (guint)NAMED));
  return sorted;
}

static void
name_sentences(const PassOffenders *offenders, Diag *diag)
{
  g_autoptr(GPtrArray) found = hardest(offenders->sentences);

  for (guint i = 0; i < found->len; i++) {
    const Offender *offender = g_ptr_array_index(found, i);
    g_autofree char *shown = bytes_printable(offender->text, SHOWN_MAX);
    g_autoptr(GString) grade = g_string_new(NULL);

    bytes_append_number(grade, offender->weight, 1);
    diag_report(diag, DIAG_NOTE, offender->pos, "hard-sentence",
                "\"%s\" alone is of grade %s; make two sentences of it, or "
                "take shorter words",
                shown, grade->str);
  }
}

static void
name_words(const PassOffenders *offenders, Diag *diag)
{
  g_autoptr(GPtrArray) found = hardest(offenders->words);

  for (guint i = 0; i < found->len; i++) {
    const Offender *offender = g_ptr_array_index(found, i);
    g_autofree char *shown = bytes_printable(offender->text, SHOWN_MAX);

    diag_report(diag, DIAG_NOTE, offender->pos, "hard-word",
                "\"%s\" has %u syllables and stands here %u time%s; say it "
                "shorter, or explain it in glossary.yaml, whose words are not "
                "counted",
                shown, offender->syllables, offender->times,
                offender->times == 1 ? "" : "s");
  }
}

/* A DIAG_NOTE: nothing is to be said. */
static DiagLevel
level_of(const Meta *meta, const PassGradeCounts *counts, double grade)
{
  if (meta->max_grade > 0)
    return grade > meta->max_grade ? DIAG_ERROR : DIAG_NOTE;
  if (counts->words < WORDS_MIN || grade < GRADE_WARN)
    return DIAG_NOTE;
  return grade < GRADE_REFUSE ? DIAG_WARNING : DIAG_ERROR;
}

void
pass_offenders_judge(const PassOffenders *offenders, const PassContext *context,
                     const PassGradeCounts *counts)
{
  const Meta *meta = context->article->meta;
  /* What is printed is what is judged. */
  double grade = round(pass_grade_flesch_kincaid(counts) * 10) / 10;
  DiagLevel level = level_of(meta, counts, grade);
  g_autoptr(GString) shown = g_string_new(NULL);

  if (level == DIAG_NOTE)
    return;
  bytes_append_number(shown, grade, 1);
  diag_report(context->diag, level, (DiagPos){ context->article->source, 1, 1 },
              "hard-to-read",
              "this is of grade %s (Flesch-Kincaid, without the words of the "
              "glossary); aim at %u or below: shorter sentences and words, "
              "first those named here",
              shown->str, meta->max_grade > 0 ? meta->max_grade : GRADE_AIM);
  name_sentences(offenders, context->diag);
  name_words(offenders, context->diag);
}
