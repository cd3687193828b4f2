/* tests/unit/pdf_write.c -- a document with one of everything becomes a PDF. */
/* SPDX-License-Identifier: MIT */

#include "pdf/inspect.h"
#include "pdf/open.h"
#include "pdf/structure_text.h"
#include "pdf_sample.h"

#include <locale.h>
#include <stdlib.h>

static void
test_structure(void)
{
  static const char expected[] =
      "Document\n"
      "  H1 \"An affluent office\"\n"
      "  TOC\n"
      "    TOCI\n"
      "      Reference\n"
      "        Link\n"
      "          \"An affluent office 1\"\n"
      "          -> page 1\n"
      "  P\n"
      "    \"Read more about \"\n"
      "    Link\n"
      "      \"calm, slow breathing\"\n"
      "      -> https://example.org/a(b)?%C3%BC=1\n"
      "      -> https://example.org/a(b)?%C3%BC=1\n"
      "    \" here.\"\n"
      "  Table\n"
      "    THead\n"
      "      TR\n"
      "        TH \"dose\"\n"
      "        TH \"time\"\n"
      "    TBody\n"
      "      TR\n"
      "        TD \"5 mg\"\n"
      "        TD \"morning\"\n"
      "      TR\n"
      "        TD \"both\"\n"
      "      TR\n"
      "        TD\n"
      "        TD\n"
      "  L\n"
      "    LI\n"
      "      Lbl \"•\"\n"
      "      LBody \"Breathe in\"\n"
      "    LI\n"
      "      Lbl \"•\"\n"
      "      LBody \"Breathe out\"\n"
      "  Figure alt \"A gray wedge\" \"\"\n"
      "  Figure alt \"A wedge of colour\" \"\"\n"
      "  Figure alt \"A disc on a board\" \"\"\n"
      "  P \"A paragraph that begins here and ends there.\"\n"
      "  P\n"
      "    \"A claim.\"\n"
      "    Reference\n"
      "      Link\n"
      "        \"1\"\n"
      "        -> page 1\n"
      "  Note\n"
      "    Lbl \"1\"\n"
      "    \"Its source.\"\n"
      "  P lang \"ar\" \"سلام لا بأس\"\n"
      "  P \"Wide lines of fine affec\302\255tion, office-bound.\"\n"
      "  Figure alt \"The wedge again\" \"\"\n";
  g_autoptr(GBytes) bytes = write_document();
  GError *error = NULL;
  g_autofree char *text = pdf_structure_text(bytes, &error);

  g_assert_no_error(error);
  g_assert_cmpstr(text, ==, expected);
}

static void
test_report(void)
{
  g_autoptr(GBytes) bytes = write_document();
  GError *error = NULL;
  g_autoptr(PdfFinished) finished = pdf_finished_open(bytes, &error);
  g_autoptr(PdfReport) report = pdf_inspect(finished, &error);

  g_assert_no_error(error);
  g_assert_cmpuint(report->pages, ==, 2);
  g_assert_cmpstr(g_ptr_array_index(report->labels, 0), ==, "i");
  g_assert_cmpstr(g_ptr_array_index(report->labels, 1), ==, "12");
  g_assert_cmpuint(report->fonts, >, 3);
  g_assert_cmpuint(report->fonts_loose, ==, 0);
  g_assert_true(report->tagged);
  g_assert_cmpstr(report->title, ==, "Breathing & <rest>");
  g_assert_cmpstr(report->lang, ==, "en");
}

/* For looking at, and for judges: PDF_TEST_FOLDER says where to keep it. */
static void
keep(GBytes *bytes, const char *name)
{
  const char *folder = g_getenv("PDF_TEST_FOLDER");
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);

  if (folder == NULL)
    return;
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_assert_true(g_file_set_contents(path, data, (gssize)length, NULL));
}

/* A locale with decimal commas, made here so that none need be installed. */
static char *
make_locale(void)
{
  char *folder = g_dir_make_tmp("handbill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "de_DE.UTF-8", NULL);
  const char *const arguments[] = { "localedef", "-i", "de_DE", "-f",
                                    "UTF-8",     path, NULL };

  g_assert_true(g_spawn_sync(NULL, (char **)(guintptr)arguments, NULL,
                             G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                             NULL));
  g_setenv("LOCPATH", folder, TRUE);
  g_assert_nonnull(setlocale(LC_ALL, "de_DE.UTF-8"));
  g_assert_cmpstr(localeconv()->decimal_point, ==, ",");
  return folder;
}

static void
remove_folder(const char *folder)
{
  const char *const arguments[] = { "rm", "-rf", folder, NULL };

  g_assert_true(g_spawn_sync(NULL, (char **)(guintptr)arguments, NULL,
                             G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                             NULL));
}

static void
test_same_bytes(void)
{
  g_autoptr(GBytes) first = write_document();

  keep(first, "write.pdf");
  g_autofree char *folder = make_locale();
  g_setenv("TZ", "Asia/Tokyo", TRUE);
  g_autoptr(GBytes) second = write_document();
  setlocale(LC_ALL, "C");
  g_unsetenv("TZ");
  g_unsetenv("LOCPATH");
  remove_folder(folder);
  g_assert_true(g_bytes_equal(first, second));
}

/* --- Info and XMP --- */

static char *
read_metadata(qpdf_data qpdf)
{
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL filtered = QPDF_FALSE;
  qpdf_oh stream = qpdf_oh_get_key(qpdf, qpdf_get_root(qpdf), "/Metadata");

  g_assert_cmpint(qpdf_oh_get_stream_data(qpdf, stream, qpdf_dl_none, &filtered,
                                          &data, &length),
                  ==, QPDF_SUCCESS);
  char *text = g_strndup((const char *)data, length);
  free(data);
  return text;
}

/* PDF/A-2, 6.6.3, and what each side calls it. */
static void
test_metadata(void)
{
  static const struct {
    const char *key;
    const char *info;
    const char *xmp;
  } same[] = {
    { "/Title", "Breathing & <rest>",
      ">Breathing &amp; &lt;rest&gt;</rdf:li>" },
    { "/Author", "A. Writer", "<rdf:Seq><rdf:li>A. Writer</rdf:li>" },
    { "/Subject", "A small test", ">A small test</rdf:li>" },
    { "/Creator", "handbill " HANDBILL_VERSION,
      "<xmp:CreatorTool>handbill " HANDBILL_VERSION "</xmp:CreatorTool>" },
    { "/Producer", "handbill " HANDBILL_VERSION,
      "<pdf:Producer>handbill " HANDBILL_VERSION "</pdf:Producer>" },
    { "/CreationDate", "D:20261122000000Z",
      "<xmp:CreateDate>2026-11-22T00:00:00Z</xmp:CreateDate>" },
    { "/ModDate", "D:20261122000000Z",
      "<xmp:ModifyDate>2026-11-22T00:00:00Z</xmp:ModifyDate>" },
  };
  g_autoptr(GBytes) bytes = write_document();
  GError *error = NULL;
  g_auto(PdfOpen) qpdf = pdf_open(bytes, &error);
  g_assert_no_error(error);
  g_autofree char *xmp = read_metadata(qpdf);
  qpdf_oh info = qpdf_oh_get_key(qpdf, qpdf_get_trailer(qpdf), "/Info");

  for (gsize i = 0; i < G_N_ELEMENTS(same); i++) {
    g_assert_cmpstr(
        qpdf_oh_get_utf8_value(qpdf, qpdf_oh_get_key(qpdf, info, same[i].key)),
        ==, same[i].info);
    g_assert_nonnull(strstr(xmp, same[i].xmp));
  }
  g_assert_nonnull(strstr(xmp, "<rdf:li>en</rdf:li>"));
}

static void
test_header(void)
{
  g_autoptr(GBytes) bytes = write_document();
  const char *data = g_bytes_get_data(bytes, NULL);

  g_assert_true(g_str_has_prefix(data, "%PDF-1.7\n"));
}

static void
test_page_png(void)
{
  Pictures pictures;
  Fixture *fixture = make_document(&pictures);
  GError *error = NULL;
  g_autoptr(GBytes) first =
      pdf_page_png(fixture->document, &fixture->paper, 0, 400, &error);
  g_assert_no_error(error);
  g_autoptr(GBytes) second =
      pdf_page_png(fixture->document, &fixture->paper, 0, 400, &error);
  g_assert_no_error(error);
  const guint8 *data = g_bytes_get_data(first, NULL);

  keep(first, "page.png");
  g_assert_true(g_bytes_equal(first, second));
  g_assert_cmpmem(data + 1, 3, "PNG", 3);
  g_assert_cmpuint(data[18] << 8 | data[19], ==, 400);
  g_assert_cmpuint(data[22] << 8 | data[23], ==, 568); /* 595.28/419.53*400 */
  free_document(fixture, &pictures);
}

/* More cuts than a row has, and a page without any. */
static void
test_many_cuts(void)
{
  Fixture *fixture = fixture_new();
  int page = fixture_page(fixture, "1");
  GError *error = NULL;

  for (int i = 0; i < 300; i++)
    fixture_line(fixture, 0, ROLE_P, page, 10 + i, BODY, "line");
  fixture_page(fixture, "2");
  g_autoptr(GBytes) bytes =
      pdf_write(fixture->document, &fixture->paper, &error);
  g_assert_no_error(error);
  g_autofree char *text = pdf_structure_text(bytes, &error);
  g_assert_no_error(error);
  g_auto(GStrv) lines = g_strsplit(text, "P \"line\"\n", -1);
  g_assert_cmpuint(g_strv_length(lines), ==, 301);
  fixture_free(fixture);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/structure", test_structure);
  g_test_add_func("/report", test_report);
  g_test_add_func("/header", test_header);
  g_test_add_func("/same-bytes", test_same_bytes);
  g_test_add_func("/metadata", test_metadata);
  g_test_add_func("/page-png", test_page_png);
  g_test_add_func("/many-cuts", test_many_cuts);
  return g_test_run();
}
