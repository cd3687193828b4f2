/* epub/package.c -- the package document: metadata, manifest, spine. */
/* SPDX-License-Identifier: MIT */

#include "epub/package.h"

#include "base/hash.h"
#include "epub/accessibility.h"
#include "epub/xhtml.h"

#include <string.h>

char *
epub_package_identifier(const Book *book)
{
  g_autofree char *name =
      g_strdup_printf("handbill:%s:%s:%s", book->id,
                      book->edition != NULL ? book->edition : "", book->lang);
  g_autofree char *uuid = hash_uuid5(name);

  return g_strconcat("urn:uuid:", uuid, NULL);
}

/* --- metadata --- */

static void
write_element(EpubXml *xml, const char *name, const char *id, const char *text)
{
  if (text == NULL)
    return;
  epub_xml_open(xml, name);
  epub_xml_attribute(xml, "id", id);
  epub_xml_text(xml, text);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

static void
write_meta(EpubXml *xml, const char *refines, const char *property,
           const char *scheme, const char *text)
{
  epub_xml_open(xml, "meta");
  epub_xml_attribute(xml, "refines", refines);
  epub_xml_attribute(xml, "property", property);
  epub_xml_attribute(xml, "scheme", scheme);
  epub_xml_text(xml, text);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

static void
write_identifiers(EpubXml *xml, const Book *book)
{
  g_autofree char *identifier = epub_package_identifier(book);
  g_autofree char *isbn = NULL;

  write_element(xml, "dc:identifier", "uid", identifier);
  if (book->isbn == NULL)
    return;
  isbn = g_strconcat("urn:isbn:", book->isbn, NULL);
  write_element(xml, "dc:identifier", "isbn", isbn);
}

static void
write_titles(EpubXml *xml, const Book *book)
{
  write_element(xml, "dc:title", "title", book->title);
  if (book->subtitle == NULL)
    return;
  write_meta(xml, "#title", "title-type", NULL, "main");
  write_meta(xml, "#title", "display-seq", NULL, "1");
  write_element(xml, "dc:title", "subtitle", book->subtitle);
  write_meta(xml, "#subtitle", "title-type", NULL, "subtitle");
  write_meta(xml, "#subtitle", "display-seq", NULL, "2");
}

/* The book's first, then those that articles add. */
static void
write_languages(EpubXml *xml, const Book *book)
{
  g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);

  write_element(xml, "dc:language", NULL, book->lang);
  g_hash_table_add(said, book->lang);
  for (unsigned i = 0; i < book->articles->len; i++) {
    char *lang = book_article(book, i)->meta->lang;
    if (g_hash_table_add(said, lang))
      write_element(xml, "dc:language", NULL, lang);
  }
}

static void
write_creator(EpubXml *xml, const char *name, unsigned number)
{
  g_autofree char *id = g_strdup_printf("creator-%u", number);
  g_autofree char *refines = g_strconcat("#", id, NULL);

  write_element(xml, "dc:creator", id, name);
  write_meta(xml, refines, "role", "marc:relators", "aut");
}

/* The book's author, or all that its articles name. */
static void
write_creators(EpubXml *xml, const Book *book)
{
  g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);

  if (book->author != NULL) {
    write_creator(xml, book->author, 1);
    return;
  }
  for (unsigned i = 0; i < book->articles->len; i++) {
    char *author = book_article(book, i)->meta->author;
    if (author != NULL && g_hash_table_add(said, author))
      write_creator(xml, author, g_hash_table_size(said));
  }
}

static void
write_series(EpubXml *xml, const Book *book)
{
  g_autofree char *position = NULL;

  if (book->series == NULL)
    return;
  epub_xml_open(xml, "meta");
  epub_xml_attribute(xml, "id", "series");
  epub_xml_attribute(xml, "property", "belongs-to-collection");
  epub_xml_text(xml, book->series);
  epub_xml_close(xml);
  epub_xml_line(xml);
  write_meta(xml, "#series", "collection-type", NULL, "series");
  if (book->series_position == 0)
    return;
  position = g_strdup_printf("%u", book->series_position);
  write_meta(xml, "#series", "group-position", NULL, position);
}

/* What a translation is one of. */
static void
write_source(EpubXml *xml, const Book *book)
{
  const BookTranslation *from = &book->translation;
  g_autofree char *edition =
      from->edition != NULL ? g_strconcat(", edition ", from->edition, NULL)
                            : g_strdup("");
  g_autofree char *source = NULL;

  if (from->id == NULL || book->discreet)
    return;
  source = g_strconcat(from->id, edition, NULL);
  write_element(xml, "dc:source", NULL, source);
}

/* Whose pages these are: EPUB Accessibility 1.1, section 3.2. */
static void
write_page_source(EpubXml *xml, const EpubPlan *plan)
{
  g_autofree char *title =
      g_strdup_printf("%s, print edition", plan->book->title);
  const char *source = plan->options->page_source;

  write_meta(xml, NULL, "pageBreakSource", NULL,
             source != NULL ? source : title);
}

/* EPUB 3 readers take the property of the manifest, older ones this. */
static void
write_cover(EpubXml *xml)
{
  epub_xml_open(xml, "meta");
  epub_xml_attribute(xml, "name", "cover");
  epub_xml_attribute(xml, "content", "file-cover.png");
  epub_xml_close_empty(xml);
  epub_xml_line(xml);
}

static void
write_metadata(EpubXml *xml, const EpubPlan *plan)
{
  const Book *book = plan->book;
  g_autofree char *modified = g_strconcat(book->released, "T00:00:00Z", NULL);

  epub_xml_open(xml, "metadata");
  epub_xml_attribute(xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  epub_xml_line(xml);
  write_identifiers(xml, book);
  write_titles(xml, book);
  write_languages(xml, book);
  write_creators(xml, book);
  write_element(xml, "dc:publisher", NULL, book->publisher);
  write_element(xml, "dc:rights", NULL, book->licence);
  write_element(xml, "dc:date", NULL, book->released);
  write_source(xml, book);
  write_meta(xml, NULL, "dcterms:modified", NULL, modified);
  if (book->edition != NULL)
    write_meta(xml, NULL, "schema:bookEdition", NULL, book->edition);
  write_series(xml, book);
  if (epub_plan_page_count(plan) > 0)
    write_page_source(xml, plan);
  epub_accessibility_write(xml, plan);
  if (plan->options->cover != NULL)
    write_cover(xml);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* --- manifest and spine --- */

/* An NCName whatever the file's name begins with. */
static char *
item_id(const EpubFile *file)
{
  if (file->kind == EPUB_FILE_NCX)
    return g_strdup("ncx");
  return g_strconcat("file-", file->name, NULL);
}

static void
write_item(EpubXml *xml, const EpubFile *file)
{
  g_autofree char *id = item_id(file);

  epub_xml_open(xml, "item");
  epub_xml_attribute(xml, "id", id);
  epub_xml_attribute(xml, "href", file->name);
  epub_xml_attribute(xml, "media-type", file->media_type);
  epub_xml_attribute(xml, "properties", file->properties);
  epub_xml_close_empty(xml);
  epub_xml_line(xml);
}

static void
write_manifest(EpubXml *xml, const EpubPlan *plan)
{
  epub_xml_open(xml, "manifest");
  epub_xml_line(xml);
  for (guint i = 0; i < plan->files->len; i++)
    write_item(xml, g_ptr_array_index(plan->files, i));
  epub_xml_close(xml);
  epub_xml_line(xml);
}

static void
write_spine(EpubXml *xml, const EpubPlan *plan)
{
  bool rtl = plan->book->direction == META_RTL;

  epub_xml_open(xml, "spine");
  epub_xml_attribute(xml, "toc", "ncx");
  epub_xml_attribute(xml, "page-progression-direction", rtl ? "rtl" : NULL);
  epub_xml_line(xml);
  for (guint i = 0; i < plan->files->len; i++) {
    const EpubFile *file = g_ptr_array_index(plan->files, i);
    g_autofree char *id = item_id(file);
    if (file->kind != EPUB_FILE_TEXT)
      continue;
    epub_xml_open(xml, "itemref");
    epub_xml_attribute(xml, "idref", id);
    epub_xml_close_empty(xml);
    epub_xml_line(xml);
  }
  epub_xml_close(xml);
  epub_xml_line(xml);
}

bool
epub_package_add(EpubPlan *plan, GError **error)
{
  const Book *book = plan->book;
  EpubXml *xml = epub_xml_new();

  epub_xml_open(xml, "package");
  epub_xml_attribute(xml, "xmlns", "http://www.idpf.org/2007/opf");
  epub_xml_attribute(xml, "version", "3.0");
  epub_xml_attribute(xml, "unique-identifier", "uid");
  epub_xml_attribute(xml, "xml:lang", book->lang);
  epub_xml_attribute(xml, "dir", book->direction == META_RTL ? "rtl" : "ltr");
  epub_xml_line(xml);
  write_metadata(xml, plan);
  write_manifest(xml, plan);
  write_spine(xml, plan);
  epub_xml_close(xml);
  return epub_xhtml_add(plan, EPUB_FILE_PACKAGE, "package.opf",
                        "application/oebps-package+xml", xml, error);
}
