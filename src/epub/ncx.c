/* epub/ncx.c -- the navigation of EPUB 2, which cheap readers still use. */
/* SPDX-License-Identifier: MIT */

#include "epub/ncx.h"

#include "epub/package.h"
#include "epub/xhtml.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  EpubXml *xml;
  const EpubPlan *plan;
  unsigned points; /* written so far: their ids */
} Ncx;

static void
write_meta(EpubXml *xml, const char *name, const char *content)
{
  epub_xml_open(xml, "meta");
  epub_xml_attribute(xml, "name", name);
  epub_xml_attribute(xml, "content", content);
  epub_xml_close_empty(xml);
  epub_xml_line(xml);
}

static void
write_label(EpubXml *xml, const char *name, const char *label)
{
  epub_xml_open(xml, name);
  epub_xml_element(xml, "text", label);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

static void
write_content(EpubXml *xml, const char *address)
{
  epub_xml_open(xml, "content");
  epub_xml_attribute(xml, "src", address);
  epub_xml_close_empty(xml);
  epub_xml_line(xml);
}

/* Leaves navPoint open. */
static void
open_point(Ncx *ncx, const char *label, const char *address)
{
  g_autofree char *id = g_strdup_printf("point-%u", ++ncx->points);

  epub_xml_open(ncx->xml, "navPoint");
  epub_xml_attribute(ncx->xml, "id", id);
  epub_xml_line(ncx->xml);
  write_label(ncx->xml, "navLabel", label);
  write_content(ncx->xml, address);
}

static void
close_point(Ncx *ncx)
{
  epub_xml_close(ncx->xml);
  epub_xml_line(ncx->xml);
}

static const char *
part_title(const Book *book, unsigned part)
{
  return part < book->parts->len ? book_part(book, part)->title : NULL;
}

static void
write_article(Ncx *ncx, unsigned index)
{
  const Book *book = ncx->plan->book;
  const BookArticle *article = book_article(book, index);
  const char *file = epub_plan_article_file(ncx->plan, article);
  unsigned before = index > 0 ? book_article(book, index - 1)->part : 0;
  bool changed = index == 0 || article->part != before;

  if (index > 0 && changed && part_title(book, before) != NULL)
    close_point(ncx);
  /* A part is no place of its own here: it opens its first article. */
  if (changed && part_title(book, article->part) != NULL)
    open_point(ncx, part_title(book, article->part), file);
  open_point(ncx, article->meta->title, file);
  close_point(ncx);
}

static void
write_map(Ncx *ncx)
{
  const Book *book = ncx->plan->book;
  unsigned count = book->articles->len;

  epub_xml_open(ncx->xml, "navMap");
  epub_xml_line(ncx->xml);
  if (count == 0) {
    open_point(ncx, book->title, "title.xhtml");
    close_point(ncx);
  }
  for (unsigned i = 0; i < count; i++)
    write_article(ncx, i);
  if (count > 0 &&
      part_title(book, book_article(book, count - 1)->part) != NULL)
    close_point(ncx);
  close_point(ncx);
}

static bool
is_number(const char *label)
{
  return *label != '\0' && strspn(label, "0123456789") == strlen(label);
}

static void
write_page(Ncx *ncx, unsigned page)
{
  const char *label = epub_plan_page_label(ncx->plan, page);
  g_autofree char *address =
      epub_place_address(g_ptr_array_index(ncx->plan->pages, page), NULL);
  g_autofree char *id = g_strdup_printf("target-%u", page + 1);

  epub_xml_open(ncx->xml, "pageTarget");
  epub_xml_attribute(ncx->xml, "id", id);
  epub_xml_attribute(ncx->xml, "type", is_number(label) ? "normal" : "front");
  if (is_number(label))
    epub_xml_attribute(ncx->xml, "value", label);
  epub_xml_line(ncx->xml);
  write_label(ncx->xml, "navLabel", label);
  write_content(ncx->xml, address);
  epub_xml_close(ncx->xml);
  epub_xml_line(ncx->xml);
}

static void
write_pages(Ncx *ncx)
{
  epub_xml_open(ncx->xml, "pageList");
  epub_xml_line(ncx->xml);
  for (guint i = 0; i < ncx->plan->pages->len; i++)
    write_page(ncx, i);
  epub_xml_close(ncx->xml);
  epub_xml_line(ncx->xml);
}

static void
write_head(Ncx *ncx)
{
  const Book *book = ncx->plan->book;
  g_autofree char *identifier = epub_package_identifier(book);
  g_autofree char *count = g_strdup_printf("%u", ncx->plan->pages->len);
  bool deep = false;
  unsigned greatest = 0;
  g_autofree char *maximum = NULL;

  for (unsigned i = 0; i < book->parts->len; i++)
    deep = deep || book_part(book, i)->title != NULL;
  for (guint i = 0; i < ncx->plan->pages->len; i++) {
    const char *label = epub_plan_page_label(ncx->plan, i);
    if (is_number(label))
      greatest = MAX(greatest, (unsigned)strtoul(label, NULL, 10));
  }
  maximum = g_strdup_printf("%u", greatest);
  epub_xml_open(ncx->xml, "head");
  epub_xml_line(ncx->xml);
  write_meta(ncx->xml, "dtb:uid", identifier);
  write_meta(ncx->xml, "dtb:depth", deep ? "2" : "1");
  write_meta(ncx->xml, "dtb:totalPageCount", count);
  write_meta(ncx->xml, "dtb:maxPageNumber", maximum);
  epub_xml_close(ncx->xml);
  epub_xml_line(ncx->xml);
}

bool
epub_ncx_add(EpubPlan *plan, GError **error)
{
  Ncx ncx = { epub_xml_new(), plan, 0 };

  epub_xml_open(ncx.xml, "ncx");
  epub_xml_attribute(ncx.xml, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
  epub_xml_attribute(ncx.xml, "version", "2005-1");
  epub_xml_attribute(ncx.xml, "xml:lang", plan->book->lang);
  epub_xml_line(ncx.xml);
  write_head(&ncx);
  write_label(ncx.xml, "docTitle", plan->book->title);
  write_map(&ncx);
  if (plan->pages->len > 0)
    write_pages(&ncx);
  epub_xml_close(ncx.xml);
  return epub_xhtml_add(plan, EPUB_FILE_NCX, "toc.ncx",
                        "application/x-dtbncx+xml", ncx.xml, error);
}
