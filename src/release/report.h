/*
 * release/report.h -- what check prints for people to go through.
 */
#pragma once

#include "doc/book.h"

/* Each claim, article by article, and under it its sources: citation, address,
 * day it was read, status, and what the ledger says that it supports. */
void report_append_sources(GString *out, const Book *book);
