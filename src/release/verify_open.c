/* release/verify_open.c -- the files of a release, each opened once. */
/* SPDX-License-Identifier: MIT */

#include "release/verify_open.h"

#include "epub/spoken.h"

typedef struct {
  EpubFinished *finished; /* NULL: no EPUB, see `fault` */
  GError *fault;
  EpubReport *report;
  GPtrArray *articles[2]; /* without and with page numbers; NULL: not read */
} Epub;

struct VerifyOpen {
  GHashTable *bytes;
  GHashTable *epubs; /* name to Epub */
  char *name;        /* of the PDF that is open, or NULL */
  PdfFinished *pdf;  /* NULL: none, see `fault` */
  GError *fault;
};

static void
epub_free(gpointer data)
{
  Epub *epub = data;

  epub_finished_free(epub->finished);
  g_clear_error(&epub->fault);
  epub_report_free(epub->report);
  for (gsize i = 0; i < G_N_ELEMENTS(epub->articles); i++)
    g_clear_pointer(&epub->articles[i], g_ptr_array_unref);
  g_free(epub);
}

VerifyOpen *
verify_open_new(GHashTable *bytes)
{
  VerifyOpen *open = g_new0(VerifyOpen, 1);

  open->bytes = bytes;
  open->epubs =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, epub_free);
  return open;
}

static void
close_pdf(VerifyOpen *open)
{
  g_clear_pointer(&open->pdf, pdf_finished_free);
  g_clear_error(&open->fault);
  g_clear_pointer(&open->name, g_free);
}

void
verify_open_free(VerifyOpen *open)
{
  if (!open)
    return;
  close_pdf(open);
  g_hash_table_unref(open->epubs);
  g_free(open);
}

GBytes *
verify_open_bytes(const VerifyOpen *open, const char *name)
{
  return g_hash_table_lookup(open->bytes, name);
}

static void
copy_fault(const GError *fault, GError **error)
{
  if (fault && error)
    *error = g_error_copy(fault);
}

PdfFinished *
verify_open_pdf(VerifyOpen *open, const char *name, GError **error)
{
  GBytes *bytes = verify_open_bytes(open, name);
  g_return_val_if_fail(bytes != NULL, NULL);
  if (g_strcmp0(open->name, name) != 0) {
    close_pdf(open);
    open->name = g_strdup(name);
    open->pdf = pdf_finished_open(bytes, &open->fault);
  }
  copy_fault(open->fault, error);
  return open->pdf;
}

static Epub *
find_epub(VerifyOpen *open, const char *name)
{
  Epub *epub = g_hash_table_lookup(open->epubs, name);
  GBytes *bytes = verify_open_bytes(open, name);
  if (epub)
    return epub;
  epub = g_new0(Epub, 1);
  epub->finished = epub_finished_open(bytes, &epub->fault);
  epub->report = epub->finished ? epub_inspect(epub->finished) : NULL;
  g_hash_table_insert(open->epubs, g_strdup(name), epub);
  return epub;
}

const EpubReport *
verify_open_epub(VerifyOpen *open, const char *name, GError **error)
{
  g_return_val_if_fail(verify_open_bytes(open, name) != NULL, NULL);
  const Epub *epub = find_epub(open, name);
  copy_fault(epub->fault, error);
  return epub->report;
}

const GPtrArray *
verify_open_articles(VerifyOpen *open, const char *name, bool with_pages)
{
  g_return_val_if_fail(verify_open_bytes(open, name) != NULL, NULL);
  Epub *epub = find_epub(open, name);
  GPtrArray **articles = &epub->articles[with_pages];
  if (!*articles && epub->finished)
    *articles = epub_articles_read(epub->finished, with_pages);
  return *articles;
}
