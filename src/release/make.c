/* release/make.c -- the outputs, made in memory. */
/* SPDX-License-Identifier: MIT */

#include "release/make.h"

#include "epub/epub.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "release/page_hash.h"
#include "text/text.h"

enum {
  COVER_WIDTH = 960 /* px; 1536 high, as much as cheap readers draw */
};

LayoutDocument *
make_layout(const Input *input, const Options *options, const Console *console,
            Diag *diag, GError **error)
{
  console_step(console, "Laying out the pages");
  LayoutOptions layout = { .papers = (const char *const *)options->papers,
                           .article = LAYOUT_ALL };
  return layout_book(input->book, input->sheet, input->tools, &layout, diag,
                     error);
}

/* --- EPUB --- */

static GBytes *
make_cover(const Input *input, Diag *diag, GError **error)
{
  g_autoptr(LayoutDocument) document =
      layout_cover(input->book, input->sheet, input->tools, diag, error);
  if (!document)
    return NULL;
  const LayoutPaper *paper = &g_array_index(document->papers, LayoutPaper, 0);
  return pdf_page_png(document, paper, 0, COVER_WIDTH, error);
}

/* Names the pages that the page list counts: those of the PDF. */
static char *
page_source(const Book *book)
{
  if (!book->edition)
    return g_strdup_printf("%s, print edition (PDF)", book->title);
  return g_strdup_printf("%s, edition %s, print edition (PDF)", book->title,
                         book->edition);
}

GBytes *
make_epub(const Input *input, const Console *console, bool with_cover,
          const PageMap *pages, Diag *diag, GError **error)
{
  console_step(console, "Making the EPUB");
  g_autoptr(GBytes) cover = with_cover ? make_cover(input, diag, error) : NULL;
  if (with_cover && !cover)
    return NULL;
  g_autofree char *source = page_source(input->book);
  EpubOptions epub = { .css = input->epub_css,
                       .cover = cover,
                       .fonts = input->fonts,
                       .pages = pages,
                       .page_source = source };
  return epub_write(input->book, &epub, diag, error);
}

static bool
add_epub(const Input *input, const Console *console, const PageMap *pages,
         Diag *diag, GPtrArray *files, GError **error)
{
  GBytes *bytes = make_epub(input, console, true, pages, diag, error);
  if (!bytes)
    return false;
  char *name = g_strconcat(input->book->id, ".epub", NULL);
  ReleaseFile *file = release_file_new(RELEASE_EPUB, name, bytes);
  file->articles = input->book->articles->len;
  g_ptr_array_add(files, file);
  return true;
}

/* --- plain text --- */

static void
add_text(const Input *input, const Console *console, const PageMap *pages,
         GPtrArray *files)
{
  console_step(console, "Writing the plain text");
  char *name = g_strconcat(input->book->id, ".txt", NULL);
  ReleaseFile *file =
      release_file_new(RELEASE_TEXT, name, text_write(input->book, pages));
  file->articles = input->book->articles->len;
  g_ptr_array_add(files, file);
}

/* --- PDF --- */

/* What is printed is the same on each paper, and hashed once. */
static void
copy_pages(ReleaseFile *file, const ReleaseFile *from)
{
  for (unsigned i = 0; i < from->pages->len; i++) {
    const ReleasePage *page = &g_array_index(from->pages, ReleasePage, i);
    ReleasePage copy = { g_strdup(page->label), g_strdup(page->sha256) };
    g_array_append_val(file->pages, copy);
  }
}

static void
add_pages(ReleaseFile *file, const LayoutDocument *document)
{
  for (unsigned i = 0; i < document->pages->len; i++) {
    const LayoutPage *page = &g_array_index(document->pages, LayoutPage, i);
    ReleasePage made = { g_strdup(page->label), page_hash(page) };
    g_array_append_val(file->pages, made);
  }
}

static bool
add_papers(const Input *input, const LayoutDocument *document,
           const Console *console, GPtrArray *files, GError **error)
{
  const ReleaseFile *other = NULL;
  for (unsigned i = 0; i < document->papers->len; i++) {
    const LayoutPaper *paper = &g_array_index(document->papers, LayoutPaper, i);
    g_autofree char *step = g_strdup_printf("Painting %u pages for %s paper",
                                            document->pages->len, paper->name);
    console_step(console, step);
    GBytes *bytes = pdf_write(document, paper, error);
    if (!bytes)
      return false;
    char *name = g_strdup_printf("%s.%s.pdf", input->book->id, paper->name);
    ReleaseFile *file = release_file_new(RELEASE_READER, name, bytes);
    if (other)
      copy_pages(file, other);
    else
      add_pages(file, document);
    other = file;
    g_ptr_array_add(files, file);
  }
  return true;
}

/* --- handouts --- */

static bool
add_sheet(const Input *input, unsigned index, const char *paper, Diag *diag,
          GPtrArray *files, GError **error)
{
  const char *papers[] = { paper, NULL };
  LayoutOptions layout = { .papers = papers, .article = index };
  g_autoptr(LayoutDocument) document = layout_book(
      input->book, input->handout, input->tools, &layout, diag, error);
  if (!document)
    return false;
  GBytes *bytes = pdf_write(
      document, &g_array_index(document->papers, LayoutPaper, 0), error);
  if (!bytes)
    return false;
  const Meta *meta = book_article(input->book, index)->meta;
  char *name = g_strdup_printf("handouts/%s.%s.pdf", meta->id, paper);
  ReleaseFile *file = release_file_new(RELEASE_HANDOUT, name, bytes);
  add_pages(file, document);
  g_ptr_array_add(files, file);
  return true;
}

/* A glossary and an index lead into the whole book: alone they lead nowhere. */
static bool
stands_alone(const BookArticle *article)
{
  return article->origin != BOOK_GLOSSARY && article->origin != BOOK_INDEX;
}

/* What is wrong with an article was said when it was set for the book, or is
 * said here for the first paper. */
static bool
add_handouts(const Input *input, const Options *options, const Console *console,
             Diag *diag, GPtrArray *files, GError **error)
{
  g_autoptr(Diag) silent = diag_new();
  diag_set_lenient(silent, true);
  for (unsigned i = 0; i < input->book->articles->len; i++) {
    if (!stands_alone(book_article(input->book, i)))
      continue;
    console_step(console, book_article(input->book, i)->meta->title);
    for (char **paper = options->papers; *paper; paper++) {
      bool say = !options->pdf && paper == options->papers;
      if (!add_sheet(input, i, *paper, say ? diag : silent, files, error))
        return false;
    }
  }
  return input_is_accepted(diag, error);
}

static bool
add_pdf(const Input *input, const Options *options, const Console *console,
        PageMap **pages, Diag *diag, GPtrArray *files, GError **error)
{
  g_autoptr(LayoutDocument) document =
      make_layout(input, options, console, diag, error);
  if (!document || !input_is_accepted(diag, error))
    return false;
  *pages = layout_page_map(document);
  return add_papers(input, document, console, files, error);
}

/* An EPUB or text alone has the pages that the PDF would have; what is wrong on
 * paper alone does not stop it. */
static PageMap *
find_pages(const Input *input, const Options *options, const Console *console,
           GError **error)
{
  g_autoptr(Diag) silent = diag_new();
  diag_set_lenient(silent, true);
  g_autoptr(LayoutDocument) document =
      make_layout(input, options, console, silent, error);
  return document ? layout_page_map(document) : NULL;
}

bool
make_files(const Input *input, const Options *options, const Console *console,
           Diag *diag, GPtrArray *files, GError **error)
{
  g_autoptr(PageMap) pages = NULL;
  if (options->pdf &&
      !add_pdf(input, options, console, &pages, diag, files, error))
    return false;
  bool counted = (options->epub || options->text) && !options->no_page_list;
  if (!pages && counted &&
      !(pages = find_pages(input, options, console, error)))
    return false;
  if (options->epub && !add_epub(input, console, pages, diag, files, error))
    return false;
  if (options->text)
    add_text(input, console, pages, files);
  if (options->handouts &&
      !add_handouts(input, options, console, diag, files, error))
    return false;
  return input_is_accepted(diag, error);
}

bool
make_messages(const Input *input, const Options *options,
              const Console *console, Diag *diag, GError **error)
{
  g_autoptr(LayoutDocument) document =
      make_layout(input, options, console, diag, error);
  if (!document)
    return false;
  g_autoptr(GBytes) epub = make_epub(input, console, false, NULL, diag, error);
  return epub != NULL;
}
