/* tests/unit/pass_number.c -- what looks like a telephone number, and what
 * must not. */
/* SPDX-License-Identifier: MIT */

#include "pass/number.h"

#include <glib.h>

static Registry *
make_registry(void)
{
  Registry *registry = registry_new();
  Helpline *helpline = registry_add_helpline(registry, (DiagPos){ 0 });

  helpline->id = g_strdup("sam");
  helpline->number = g_strdup("116 123");
  helpline = registry_add_helpline(registry, (DiagPos){ 0 });
  helpline->id = g_strdup("fight");
  helpline->number = g_strdup("1-800-555-0199");
  helpline->conflict = true;
  return registry;
}

/* The digits of all numbers in `text`, with commas. */
static char *
find_all(const char *text)
{
  Registry *registry = make_registry();
  GString *found = g_string_new(NULL);
  PassNumber number = { 0 };

  while (
      pass_number_next(registry, text, number.start + number.length, &number))
    g_string_append_printf(found, "%s%s", found->len > 0 ? "," : "",
                           number.digits);
  registry_free(registry);
  return g_string_free(found, FALSE);
}

static void
check(const char *text, const char *wanted)
{
  g_autofree char *found = find_all(text);

  g_assert_cmpstr(found, ==, wanted);
}

static void
test_numbers(void)
{
  check("Call 1-800-662-4357 now", "18006624357");
  check("(800) 662-4357.", "8006624357");
  check("+44 20 7946 0000", "+442079460000");
  check("0300 123 6600", "03001236600");
  check("1\u00a0800\u00a0662\u00a04357", "18006624357");
  check("18006624357", "18006624357");
  check("911, 112 or 999", "911,112,999");
  check("116 123 or 116123", "116123,116123");
  check("Text HOME to 741741", "741741");
  check("911 and 1-800-662-4357", "911,18006624357");
}

static void
test_others(void)
{
  check("2026-11-22", "");
  check("2024-2027", "");
  check("22.11.2026", "");
  check("1,234,567 people", "");
  check("8 to 24 hours, 4 to 10 days", "");
  check("BMJ 2010;341:c5475, PMC2955973, NBK310652", "");
  check("40 to 60 in 100", "");
  check("4,000 mg", "");
  check("about 741741 people", "");
  check("113%", "");
  check("A911", "");
  check("", "");
}

static void
test_helpline(void)
{
  Registry *registry = make_registry();

  g_assert_cmpstr(pass_number_helpline(registry, "116123")->id, ==, "sam");
  g_assert_null(pass_number_helpline(registry, "18005550199"));
  g_assert_null(pass_number_helpline(registry, ""));
  registry_free(registry);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/number/numbers", test_numbers);
  g_test_add_func("/number/others", test_others);
  g_test_add_func("/number/helpline", test_helpline);
  return g_test_run();
}
