/* release/verify_file.c -- one finished file against its manifest entry. */
/* SPDX-License-Identifier: MIT */

#include "release/verify_file.h"

#include "pdf/inspect.h"
#include "release/verify_text.h"

static void report(Diag *diag, const ManifestEntry *entry, const char *code,
                   const char *format, ...) G_GNUC_PRINTF(4, 5);

static void
report(Diag *diag, const ManifestEntry *entry, const char *code,
       const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  diag_report(diag, DIAG_ERROR, (DiagPos){ entry->name, 0, 0 }, code, "%s",
              text);
}

static void
check_epub(const ManifestEntry *entry, VerifyOpen *files, Diag *diag)
{
  g_autoptr(GError) error = NULL;
  const EpubReport *found = verify_open_epub(files, entry->name, &error);
  if (!found) {
    report(diag, entry, "epub-broken", "%s", error->message);
    return;
  }
  for (unsigned i = 0; i < found->faults->len; i++)
    report(diag, entry, "epub-fault", "%s",
           (const char *)g_ptr_array_index(found->faults, i));
  if (!found->title || !*found->title)
    report(diag, entry, "epub-fault", "the EPUB has no title");
  if (found->articles < entry->articles)
    report(diag, entry, "epub-fault",
           "the EPUB has %u documents to read, fewer than the %" //
           G_GUINT64_FORMAT " articles that the manifest says",
           found->articles, entry->articles);
}

static void
check_labels(const ManifestEntry *entry, const PdfReport *found, Diag *diag)
{
  for (unsigned i = 0; i < entry->page_list->len; i++) {
    const char *said = g_array_index(entry->page_list, ReleasePage, i).label;
    const char *label =
        i < found->labels->len ? g_ptr_array_index(found->labels, i) : NULL;
    if (g_strcmp0(said, label) == 0)
      continue;
    report(diag, entry, "pdf-labels",
           "page %u is labelled \"%s\" in the PDF and \"%s\" in the manifest",
           i + 1, label ? label : "", said);
    return;
  }
}

static void
check_pdf(const ManifestEntry *entry, VerifyOpen *files, Diag *diag)
{
  g_autoptr(GError) error = NULL;
  PdfFinished *pdf = verify_open_pdf(files, entry->name, &error);
  g_autoptr(PdfReport) found = pdf ? pdf_inspect(pdf, &error) : NULL;
  if (!found) {
    report(diag, entry, "pdf-broken", "%s", error->message);
    return;
  }
  if (found->pages != entry->pages)
    report(diag, entry, "pdf-pages",
           "the PDF has %u pages, the manifest says %" G_GUINT64_FORMAT,
           found->pages, entry->pages);
  else
    check_labels(entry, found, diag);
  if (found->fonts_loose > 0)
    report(diag, entry, "pdf-fonts", "%u of %u fonts are not embedded",
           found->fonts_loose, found->fonts);
  if (!found->title || !*found->title)
    report(diag, entry, "pdf-metadata", "the PDF has no title");
  if (!found->lang || !*found->lang)
    report(diag, entry, "pdf-metadata", "the PDF does not say its language");
  for (unsigned i = 0; i < found->faults->len; i++)
    report(diag, entry, "pdf-fault", "%s",
           (const char *)g_ptr_array_index(found->faults, i));
}

void
verify_file(const ManifestEntry *entry, VerifyOpen *files, Diag *diag)
{
  switch (entry->kind) {
  case RELEASE_EPUB:
    check_epub(entry, files, diag);
    break;
  case RELEASE_READER:
  case RELEASE_HANDOUT:
    check_pdf(entry, files, diag);
    break;
  case RELEASE_TEXT:
    verify_text(entry, verify_open_bytes(files, entry->name), diag);
    break;
  case RELEASE_KIND_COUNT:
    report(diag, entry, "release-manifest",
           "this version of handbill does not know what kind of file this "
           "is; verify it with the version that made it");
    break;
  }
}

static bool
same_pages(const ManifestEntry *a, const ManifestEntry *b)
{
  if (a->page_list->len != b->page_list->len)
    return false;
  for (unsigned i = 0; i < a->page_list->len; i++) {
    const ReleasePage *left = &g_array_index(a->page_list, ReleasePage, i);
    const ReleasePage *right = &g_array_index(b->page_list, ReleasePage, i);
    if (g_strcmp0(left->label, right->label) != 0 ||
        g_strcmp0(left->sha256, right->sha256) != 0)
      return false;
  }
  return true;
}

void
verify_papers(const Manifest *manifest, Diag *diag)
{
  const ManifestEntry *first = NULL;
  for (unsigned i = 0; i < manifest->entries->len; i++) {
    const ManifestEntry *entry = g_ptr_array_index(manifest->entries, i);
    if (entry->kind != RELEASE_READER)
      continue;
    if (!first)
      first = entry;
    else if (!same_pages(first, entry))
      report(diag, entry, "pdf-pages",
             "its pages are not those of %s: both must break alike",
             first->name);
  }
}
