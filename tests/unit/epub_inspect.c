/* tests/unit/epub_inspect.c -- a good EPUB has no fault, and each fault that is
 * planted is found. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "epub/archive.h"
#include "epub/epub.h"
#include "epub/inspect.h"
#include "epub_sample.h"
#include "media/jpeg_write.h"

#include <zip.h>

static GBytes *
good_epub(void)
{
  g_autoptr(Book) book = sample_book();
  g_autoptr(PageMap) pages = sample_pages(book);
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GBytes) css = g_bytes_new_static("p { margin: 0; }\n", 17);
  EpubOptions options = { .css = css, .pages = pages, .page_source = "Paper" };
  GBytes *bytes = epub_write(book, &options, diag, NULL);

  g_assert_nonnull(bytes);
  return bytes;
}

static void
add_entry(zip_t *zip, const EpubEntry *entry)
{
  gsize length;
  const void *data = g_bytes_get_data(entry->bytes, &length);
  zip_source_t *source = zip_source_buffer(zip, data, length, 0);
  zip_int64_t index = zip_file_add(zip, entry->name, source, 0);

  g_assert_cmpint(index, >=, 0);
  zip_set_file_compression(zip, (zip_uint64_t)index,
                           entry->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
}

static GBytes *
pack(const EpubArchive *archive)
{
  zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
  zip_stat_t stat;
  char *data;

  zip_source_keep(source);
  for (guint i = 0; i < archive->entries->len; i++)
    add_entry(zip, g_ptr_array_index(archive->entries, i));
  g_assert_cmpint(zip_close(zip), ==, 0);
  zip_source_open(source);
  zip_source_stat(source, &stat);
  data = g_malloc(stat.size);
  g_assert_cmpint(zip_source_read(source, data, stat.size), ==, stat.size);
  zip_source_close(source);
  zip_source_free(source);
  return g_bytes_new_take(data, stat.size);
}

static void
assert_fault(const EpubArchive *archive, const char *fault)
{
  g_autoptr(GBytes) bytes = pack(archive);
  g_autoptr(GError) error = NULL;
  g_autoptr(EpubReport) report = sample_inspect(bytes, &error);

  g_assert_no_error(error);
  for (guint i = 0; i < report->faults->len; i++)
    if (strstr(g_ptr_array_index(report->faults, i), fault) != NULL)
      return;
  g_error("not found: %s (%u others)", fault, report->faults->len);
}

static EpubArchive *
good_archive(void)
{
  g_autoptr(GBytes) bytes = good_epub();

  return epub_archive_read(bytes, NULL);
}

static EpubEntry *
find_entry(EpubArchive *archive, const char *name)
{
  for (guint i = 0; i < archive->entries->len; i++) {
    EpubEntry *entry = g_ptr_array_index(archive->entries, i);
    if (strcmp(entry->name, name) == 0)
      return entry;
  }
  g_error("no %s", name);
}

static void
set_bytes(EpubEntry *entry, const char *text)
{
  g_bytes_unref(entry->bytes);
  entry->bytes = g_bytes_new(text, strlen(text));
}

static void
test_good(void)
{
  g_autoptr(GBytes) bytes = good_epub();
  g_autoptr(GError) error = NULL;
  g_autoptr(EpubReport) report = sample_inspect(bytes, &error);

  g_assert_no_error(error);
  for (guint i = 0; i < report->faults->len; i++)
    g_error("%s", (char *)g_ptr_array_index(report->faults, i));
  g_assert_cmpstr(report->title, ==, "A sample & more");
  g_assert_true(g_str_has_prefix(report->identifier, "urn:uuid:"));
  g_assert_cmpuint(report->articles, ==, 4); /* the title page and three */
  g_assert_cmpstr(g_ptr_array_index(report->names, 0), ==, "mimetype");
  g_assert_cmpstr(g_ptr_array_index(report->names, 1), ==,
                  "META-INF/container.xml");
}

/* In one file, the first `from` becomes `to`. */
typedef struct {
  const char *name;
  const char *from;
  const char *to;
  const char *fault;
} Plant;

static const Plant plants[] = {
  { "second.xhtml", "first.xhtml#_1-why", "first.xhtml#nothing",
    "first.xhtml#nothing, where nothing has that id" },
  { "second.xhtml", "first.xhtml#_1-why", "zeroth.xhtml",
    "zeroth.xhtml, which is no file of the book" },
  { "second.xhtml", "first.xhtml#_1-why", "../../etc/passwd",
    "which is no file of the book" },
  { "second.xhtml", "first.xhtml#_1-why", "javascript:1",
    "a scheme that books must not use" },
  { "second.xhtml", "first.xhtml#_1-why", "nav.xhtml",
    "nav.xhtml, which is not in the spine" },
  { "second.xhtml", "id=\"end\"", "id=\"title\"",
    "the id \"title\" stands twice" },
  { "second.xhtml", "id=\"end\"", "id=\"1\"", "is no XML name" },
  { "second.xhtml", "</section>", "</sction>", "not well-formed" },
  { "second.xhtml", "undivided", "un&nbsp;divided", "not well-formed" },
  { "second.xhtml", "<!DOCTYPE html>", "<!DOCTYPE html [<!ENTITY a \"b\">]>",
    "declares a DTD" },
  { "second.xhtml", "<ul", "<script></script><ul", "the element script" },
  { "second.xhtml", "aria-label=\"5\"", "aria-label=\"6\"",
    "page 6 of the page list is second.xhtml#page-5 5, of the text "
    "second.xhtml#page-5 6" },
  { "second.xhtml", "aria-label=\"5\"></span>", "aria-label=\"5\">5</span>",
    "a page break holds text" },
  { "first.xhtml", "alt=\"A grey square\"", "",
    "a picture without alternative text" },
  { "first.xhtml", "src=\"a.png\"", "src=\"https://example.org/a.png\"",
    "is not inside the book" },
  { "first.xhtml", "src=\"a.png\"", "src=\"data:image/png;base64,AA\"",
    "is not inside the book" },
  { "nav.xhtml", "epub:type=\"toc\"", "epub:type=\"lot\"", "no contents" },
  { "nav.xhtml", "#page-2\">2<", "#page-2\">3<",
    "page 3 of the page list is first.xhtml#page-2 3" },
  { "toc.ncx", "urn:uuid:", "urn:guid:", "dtb:uid is not the book's" },
  { "toc.ncx", "first.xhtml", "1st.xhtml", "1st.xhtml, which is no file" },
  { "package.opf", "idref=\"file-second.xhtml\"", "idref=\"nothing\"",
    "the spine names nothing, which is no item" },
  { "package.opf", "idref=\"file-second.xhtml\"", "idref=\"file-a.png\"",
    "a.png in the spine is no XHTML" },
  { "package.opf", "idref=\"file-second.xhtml\"", "idref=\"file-first.xhtml\"",
    "is twice in the spine" },
  { "package.opf", " properties=\"nav\"", "", "no navigation document" },
  { "package.opf", "toc=\"ncx\"", "", "the spine names no NCX" },
  { "package.opf", "href=\"second.xhtml\"", "href=\"third.xhtml\"",
    "third.xhtml is listed twice" },
  { "package.opf", "href=\"second.xhtml\"", "href=\"mimetype\"",
    "must not be in the manifest" },
  { "package.opf", "dc:title", "dc:topic", "not well-formed" },
  { "package.opf", "00:00Z", "00:00+00:00", "is no UTC time" },
  { "package.opf", "dcterms:modified", "dcterms:created",
    "0 dcterms:modified" },
  { "package.opf", "unique-identifier=\"uid\"", "unique-identifier=\"id\"",
    "no dc:identifier" },
  { "package.opf", "property=\"pageBreakSource\"", "property=\"source\"",
    "no pageBreakSource" },
  { "package.opf", "property=\"schema:accessibilitySummary\"",
    "property=\"dcterms:conformsTo\"", "without a11y:certifiedBy" },
  { "META-INF/container.xml", "package.opf", "content.opf",
    "the package content.opf is missing" },
  { "mimetype", "zip", "zip\n", "does not say" },
  /* Claims. */
  { "package.opf", ">readingOrder<", ">index<",
    "claims index, but nothing in the book bears it out" },
  { "package.opf", ">readingOrder<", ">longDescription<",
    "claims longDescription, but" },
  { "package.opf", ">readingOrder<", ">printPageNumbers<",
    "claims printPageNumbers, but" },
  { "package.opf", ">visual<", ">tactile<", "claims no accessMode visual" },
  { "package.opf", "accessMode\">textual<", "accessMode\">auditory<",
    "schema:accessMode textual" },
  { "package.opf", "schema:accessibilityHazard", "schema:accessibilityControl",
    "one accessibilityHazard" },
  { "package.opf", "schema:accessibilitySummary", "schema:summary",
    "an accessibilitySummary" },
  { "first.xhtml", " role=\"presentation\"", "",
    "claims alternativeText, but nothing" },
  { "first.xhtml", " role=\"presentation\"", "",
    "claims that text is sufficient, but a picture has no words" },
  /* Cheap readers. */
  { "first.xhtml", "alt=\"A grey square\"", "alt=\"IMG_2041.JPG\"",
    "described by the name of its file" },
  { "first.xhtml", " role=\"presentation\"", "",
    "that is not called decorative" },
  { "first.xhtml", "<aside id=\"note-1\"", "<aside id=\"note-9\"",
    "does not stand behind its reference" },
  { "first.xhtml", "<aside id=\"note-1\"", "<aside", "cannot pop up" },
  { "first.xhtml", "Opioids", "<table><tr><td>x</td></tr></table>",
    "a table in a table" },
  { "first.xhtml", "<p>A quote", "<p style=\"color: red\">A quote",
    "a style in the text" },
  { "first.xhtml", "A quote.",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
    "a drawing in the text" },
  { "style.css", "margin: 0", "color: rgb(1,2,3)", "\"rgb(\"" },
  { "style.css", "margin: 0", "direction: rtl", "\"direction:\"" },
  { "style.css", "margin: 0", "background: white", "own colours rule" },
  { "style.css", "margin: 0", "src: url(a.woff2)", "TTF, OTF and WOFF" },
  { "style.css", "margin: 0", "display: flex", "cheap readers drop it" },
  { "style.css", "margin: 0", "display: grid", "cheap readers drop it" },
  { "style.css", "margin: 0", "width: var(--a)", "\"var(\"" },
  { "style.css", "margin: 0", "width: calc(1em)", "\"calc(\"" },
  { "style.css", "margin: 0", "position: fixed", "it hides text" },
  { "style.css", "margin: 0", "unicode-bidi: embed", "CSS-001" },
  { "style.css", "p { margin: 0", "h1, body.a { color: #111",
    "\"color\": the reader's own colours rule" },
  { "style.css", "margin: 0", "margin: 0 0 0 4em", "no room on a small" },
  { "style.css", "p { margin: 0",
    "@media (max-width: 9em) { .a img { width: 9px",
    "the width of a picture is a %" },
  { "package.opf", "<dc:language>en", "<dc:language>eng",
    "the language \"eng\" has a tag of two letters" },
  { "package.opf", "<dc:language>en", "<dc:language>en_US",
    "the language \"en_US\"" },
};

static void
test_planted(void)
{
  for (size_t i = 0; i < G_N_ELEMENTS(plants); i++) {
    const Plant *plant = &plants[i];
    g_autoptr(EpubArchive) archive = good_archive();
    EpubEntry *entry = find_entry(archive, plant->name);
    gsize length;
    const char *data = g_bytes_get_data(entry->bytes, &length);
    g_autoptr(GString) text = g_string_new_len(data, (gssize)length);
    unsigned count = g_string_replace(text, plant->from, plant->to, 1);

    g_assert_cmpuint(count, ==, 1);
    set_bytes(entry, text->str);
    assert_fault(archive, plant->fault);
  }
}

static void
test_mimetype(void)
{
  g_autoptr(EpubArchive) last = good_archive();
  g_autoptr(EpubArchive) deflated = good_archive();
  EpubEntry *entry = g_ptr_array_steal_index(last->entries, 0);

  g_ptr_array_add(last->entries, entry);
  assert_fault(last, "mimetype: is not first");
  find_entry(deflated, "mimetype")->stored = false;
  /* libzip stores what deflating would not make smaller; so make it so. */
  set_bytes(find_entry(deflated, "mimetype"),
            "application/epub+zipapplication/epub+zipapplication/epub+zip");
  assert_fault(deflated, "mimetype: is not first, stored");
}

static EpubEntry *
add_file(EpubArchive *archive, const char *name, const char *text)
{
  EpubEntry *entry = g_new0(EpubEntry, 1);

  entry->name = g_strdup(name);
  entry->bytes = g_bytes_new(text, strlen(text));
  g_ptr_array_add(archive->entries, entry);
  return entry;
}

static void
test_files(void)
{
  static const char *const unsafe[] = { "../evil.png", "/evil.png", "a b.png",
                                        "EVIL.png",    ".hidden",   "a:b.png",
                                        "a/../b.png",  "a." };
  g_autoptr(EpubArchive) unlisted = good_archive();
  g_autoptr(EpubArchive) missing = good_archive();

  add_file(unlisted, "extra.png", "x");
  assert_fault(unlisted, "extra.png: is not in the manifest");
  g_ptr_array_remove(missing->entries, find_entry(missing, "a.png"));
  assert_fault(missing, "package.opf: the file a.png is missing");
  for (size_t i = 0; i < G_N_ELEMENTS(unsafe); i++) {
    g_autoptr(EpubArchive) archive = good_archive();
    add_file(archive, unsafe[i], "x");
    assert_fault(archive, "is no safe name");
  }
}

static void
test_large_file(void)
{
  g_autoptr(EpubArchive) archive = good_archive();
  EpubEntry *entry = find_entry(archive, "second.xhtml");
  gsize length;
  const char *data = g_bytes_get_data(entry->bytes, &length);
  g_autoptr(GString) text = g_string_new_len(data, (gssize)length);

  entry->stored = true;
  for (int i = 0; i < 10000; i++)
    g_string_append(text, "<!-- a long comment, at the end -->");
  set_bytes(entry, text->str);
  assert_fault(archive, "second.xhtml: 35");
}

/* --- cheap readers --- */

/* In `name`, what stands between `from` and `to` becomes `text`. */
static void
replace_between(EpubArchive *archive, const char *name, const char *from,
                const char *to, const char *text)
{
  EpubEntry *entry = find_entry(archive, name);
  gsize length;
  const char *data = g_bytes_get_data(entry->bytes, &length);
  g_autofree char *old = g_strndup(data, length);
  char *begin = strstr(old, from);
  char *end = begin != NULL ? strstr(begin, to) : NULL;
  g_autoptr(GString) made = g_string_new(NULL);

  g_assert_nonnull(end);
  g_string_append_len(made, old, begin - old + (gssize)strlen(from));
  g_string_append(made, text);
  g_string_append(made, end);
  set_bytes(entry, made->str);
}

static void
test_notes(void)
{
  g_autoptr(EpubArchive) little = good_archive();
  g_autoptr(EpubArchive) much = good_archive();
  g_autofree char *words = g_strnfill(5001, 'x');

  replace_between(little, "first.xhtml", "role=\"doc-footnote\">", "</aside>",
                  "<p>1 Short</p>");
  assert_fault(little, "a note to pop up has 7 characters, not 9 to 5000");
  replace_between(much, "first.xhtml", "role=\"doc-footnote\">", "</aside>",
                  words);
  assert_fault(much, "a note to pop up has 5001 characters");
}

static void
test_heads(void)
{
  g_autoptr(EpubArchive) archive = good_archive();

  replace_between(archive, "first.xhtml", "<table", "</table>",
                  "><tr><td>a</td></tr>");
  assert_fault(archive, "a table without heads");
}

static void
test_anchors(void)
{
  g_autoptr(EpubArchive) archive = good_archive();
  g_autoptr(GString) ids = g_string_new(NULL);

  for (int i = 0; i <= 1024; i++)
    g_string_append_printf(ids, "<i id=\"i%d\"></i>", i);
  replace_between(archive, "second.xhtml", "An ", "<span", ids->str);
  assert_fault(archive, "ids, more than 1024");
}

static void
set_picture(EpubArchive *archive, GBytes *bytes)
{
  EpubEntry *entry = find_entry(archive, "a.png");

  g_bytes_unref(entry->bytes);
  entry->bytes = g_bytes_ref(bytes);
}

static void
test_large_picture(void)
{
  g_autoptr(EpubArchive) archive = good_archive();
  g_autofree guint32 *data = g_new0(guint32, 1537);
  MediaPixels high = { 1, 1537, 4, false, true, (guint8 *)data };
  g_autoptr(GBytes) bytes = media_encode_png(&high, NULL);

  set_picture(archive, bytes);
  assert_fault(archive, "a.png: 1 x 1537 px, more than 2048 x 1536");
}

/* One that is called so is enough: pictures are not unpacked here. */
static void
test_progressive(void)
{
  g_autoptr(EpubArchive) archive = good_archive();
  guint32 word = 0xff808080;
  MediaPixels grey = { 1, 1, 4, false, true, (guint8 *)&word };
  g_autoptr(GBytes) baseline = media_jpeg_encode(&grey, true, NULL, NULL);
  EpubEntry *entry = add_file(archive, "b.jpg", "");
  g_autoptr(GByteArray) jpeg = g_bytes_unref_to_array(g_bytes_ref(baseline));
  guint8 *frame = memmem(jpeg->data, jpeg->len, "\xff\xc0\0\x0b", 4);

  g_assert_nonnull(frame);
  frame[1] = 0xc2;
  g_bytes_unref(entry->bytes);
  entry->bytes = g_bytes_new(jpeg->data, jpeg->len);
  assert_fault(archive, "b.jpg: a progressive JPEG, which cheap readers skip");
}

/* What no cheap reader draws, by its name. */
static void
test_file_kinds(void)
{
  static const struct {
    const char *name;
    const char *fault;
  } files[] = {
    { "b.svg", "b.svg: an SVG, which cheap readers skip" },
    { "c.woff2", "c.woff2: Kobo knows only TTF, OTF and WOFF fonts" },
    { "d.gif", "d.gif: " },
    { "e.webp", "e.webp: " },
  };

  for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autoptr(EpubArchive) archive = good_archive();
    add_file(archive, files[i].name, "x");
    assert_fault(archive, files[i].fault);
  }
}

static void
test_refused(void)
{
  g_autoptr(GBytes) good = good_epub();
  g_autoptr(GBytes) none = g_bytes_new_static("no ZIP at all", 13);
  g_autoptr(GBytes) cut =
      g_bytes_new_from_bytes(good, 0, g_bytes_get_size(good) / 2);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) cut_error = NULL;

  g_assert_null(sample_inspect(none, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_REFUSED);
  g_assert_null(sample_inspect(cut, &cut_error));
  g_assert_error(cut_error, HANDBILL_ERROR, ERROR_REFUSED);
}

/* 4 MiB of zeros deflate a thousand to one. */
static void
test_bomb(void)
{
  g_autoptr(EpubArchive) archive = good_archive();
  EpubEntry *entry = g_new0(EpubEntry, 1);
  gsize length = (gsize)4 * 1024 * 1024;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  entry->name = g_strdup("bomb.png");
  entry->bytes = g_bytes_new_take(g_malloc0(length), length);
  g_ptr_array_add(archive->entries, entry);
  bytes = pack(archive);
  g_assert_null(sample_inspect(bytes, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_LIMIT);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/good", test_good);
  g_test_add_func("/planted", test_planted);
  g_test_add_func("/mimetype", test_mimetype);
  g_test_add_func("/files", test_files);
  g_test_add_func("/large-file", test_large_file);
  g_test_add_func("/readers/notes", test_notes);
  g_test_add_func("/readers/heads", test_heads);
  g_test_add_func("/readers/anchors", test_anchors);
  g_test_add_func("/readers/large-picture", test_large_picture);
  g_test_add_func("/readers/progressive", test_progressive);
  g_test_add_func("/readers/file-kinds", test_file_kinds);
  g_test_add_func("/refused", test_refused);
  g_test_add_func("/bomb", test_bomb);
  return g_test_run();
}
