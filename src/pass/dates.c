/* pass/dates.c -- an article past its review-by is refused, or stamped. */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"

#include <string.h>

/* ISO dates compare as texts. */
static bool
is_past(const char *date, const char *day)
{
  return date != NULL && day != NULL && strcmp(date, day) < 0;
}

void
pass_dates_run(Doc *doc, const PassContext *context)
{
  const Book *book = context->book;
  Meta *meta = context->article->meta;

  /* The stamp depends on the printed date alone, never on today. */
  meta->status.overdue = book->gate.allow_overdue && !book->bare &&
                         is_past(meta->review_by, book->released);
  if (book->bare || !is_past(meta->review_by, book->gate.today))
    return;
  diag_report(context->diag, book->gate.allow_overdue ? DIAG_NOTE : DIAG_ERROR,
              (DiagPos){ doc_source(doc), 1, 1 }, "overdue",
              "this article was to be reviewed by %s; have it reviewed and "
              "write a later \"review-by:\", or build it as overdue with "
              "--allow-overdue and --as-of DATE",
              meta->review_by);
}
