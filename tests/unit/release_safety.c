/* tests/unit/release_safety.c -- no dose, promise or wrong order gets past the
 * safety lint, and what is no such thing does. */
/* SPDX-License-Identifier: MIT */

#include "release_judge.h"

#define STEPS                                                                  \
  "article: {title: Act now}\n"                                                \
  "steps:\n"                                                                   \
  "  - {id: shout, text: Shout and rub., brief: Shout., source: s, "           \
  "status: read}\n"                                                            \
  "  - {id: call, text: Call for help., brief: Call., source: s, "             \
  "status: read}\n"                                                            \
  "  - {id: give, text: Give naloxone., brief: Naloxone., source: s, "         \
  "status: read}\n"

typedef struct {
  const char *text;
  const char *code; /* NULL: nothing is to be said */
} Sentence;

static const Sentence sentences[] = {
  { "Take 5 mg of it.", "dose-amount" },
  { "Take 50\u00a0mcg of it.", "dose-amount" },
  { "Take ten milligrams.", "dose-amount" },
  { "The image is of good quality.", NULL },
  { "No more than 4,000 mg in a day.[](source:s)", "dose-amount" },
  { "Taper by 10 % a week.", "dose-percent" },
  { "Cut the dose by ten percent.", "dose-percent" },
  { "It was seen in 45 % of them.[](source:s)", NULL },
  { "Take it every 3 days.", "dose-interval" },
  { "Take it every other day.", "dose-interval" },
  { "Take it every 4 to 6 hours.", "dose-interval" },
  { "Do it every day.", NULL },
  { "This is a safe dose.", "safe-dose" },
  { "There is no safe dose.", NULL },
  { "Nobody can know their own safe amount after a break.", NULL },
  { "It is not mild. It is a safe dose.", "safe-dose" },
  { "We guarantee it.", "false-promise" },
  { "It cures pain.", "false-promise" },
  { "It always works.", "false-promise" },
  { "It often works, and it is secure.", NULL },
  { "Stop taking it.", "stop-taking" },
  { "Stop taking it. Rest. Then talk to your doctor.", "stop-taking" },
  { "Stop taking it. But talk to your doctor first.", NULL },
  { "Do not stop taking it before you talk to your doctor.", NULL },
  { "Give naloxone: one, then another after 2 to 3 minutes.[](source:s)",
    NULL },
  { "Give naloxone, then another after 5 minutes.[](source:s)",
    "naloxone-dose" },
  { "Give naloxone. Give another after 10 minutes.[](source:s)",
    "naloxone-dose" },
  { "Give two sprays of naloxone.", "naloxone-dose" },
  { "Naloxone wears off after 30 to 90 minutes.[](source:s)", NULL },
};

static void
assert_silent(const char *messages)
{
  for (unsigned i = 0; i < G_N_ELEMENTS(sentences); i++)
    if (sentences[i].code != NULL)
      assert_lacks(messages, sentences[i].code);
}

static void
test_sentences(void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS(sentences); i++) {
    const char *text = sentences[i].text;
    g_autofree char *messages =
        judge((Judged){ .text = text, .helplines = JUDGE_HELPLINES });

    g_test_message("%s", text);
    if (sentences[i].code != NULL)
      assert_has(messages, sentences[i].code);
    else
      assert_silent(messages);
  }
}

static void
test_not_asked(void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS(sentences); i++) {
    g_autofree char *messages = judge((Judged){ .text = sentences[i].text });

    assert_silent(messages);
  }
}

/* Two figures, in one article, with a source. */
static void
test_liver(void)
{
  Judged judged = { .front = "id: acetaminophen-liver\n",
                    .helplines = JUDGE_HELPLINES };

  judged.text = "No more than 4,000 mg a day, and 325 mg in one.[](source:s)";
  g_autofree char *right = judge(judged);

  judged.text = "No more than 4,000 mg a day.";
  g_autofree char *unsourced = judge(judged);

  judged.text = "No more than 3,000 mg.[](source:s)";
  g_autofree char *other = judge(judged);

  assert_lacks(right, "dose-amount");
  assert_has(unsourced, "a.md:5:14: error: \"4,000 mg\"");
  assert_has(other, "dose-amount");
}

static void
test_restarting(void)
{
  Judged judged = { .front = "also-known-as: [restarting a medicine]\n",
                    .helplines = JUDGE_HELPLINES,
                    .text = "Call." };
  g_autofree char *without = judge(judged);

  judged.text = "**Before restarting, call** us.";
  g_autofree char *with = judge(judged);

  judged.front = "also-known-as: [a restart]\n";
  judged.text = "Call.";
  g_autofree char *other = judge(judged);

  assert_has(without, "no-call-before-restart");
  assert_lacks(with, "no-call-before-restart");
  assert_lacks(other, "no-call-before-restart");
}

static void
test_first_number(void)
{
  Judged judged = { .helplines = JUDGE_HELPLINES };

  judged.text = "> [!WARNING]\n> [Call](helpline:talk) or [](helpline:em).";
  g_autofree char *late = judge(judged);

  judged.text = "> [!WARNING]\n> [Call](helpline:em) or [](helpline:talk).";
  g_autofree char *first = judge(judged);

  judged.text = "[Call](helpline:talk) or [](helpline:em).";
  g_autofree char *outside = judge(judged);

  assert_has(late, "a.md:5:3: error: this number stands before the emergency "
                   "number 911");
  assert_lacks(first, "emergency-number-late");
  assert_lacks(outside, "emergency-number-late");
}

static void
test_steps(void)
{
  Judged judged = { .steps = STEPS };

  judged.text = "{{emergency}}";
  g_autofree char *whole = judge(judged);

  judged.text = "1. Shout and rub.\n2. **Give naloxone.**";
  g_autofree char *missing = judge(judged);

  judged.text = "1. Shout *and* rub.\n2. Give naloxone.\n3. Call for help.";
  g_autofree char *order = judge(judged);

  judged.text = "1. Call for help.\n2. Write it down.";
  g_autofree char *other = judge(judged);

  assert_lacks(whole, "emergency-step");
  assert_has(missing, "a.md:4:1: error: these are emergency steps, and step 2");
  assert_has(order, "a.md:6:1: error: this is step 2");
  assert_lacks(order, "emergency-step-missing");
  assert_lacks(other, "emergency-step");
}

/* What stands behind a number that nobody has checked hides no step. */
static void
test_step_with_number(void)
{
  Judged judged = {
    .helplines = JUDGE_HELPLINES,
    .steps = "article: {title: Act now}\nsteps:\n"
             "  - {id: call, text: 'Call [](helpline:em) loudly.', brief: C., "
             "source: s, status: read}\n"
             "  - {id: give, text: Give naloxone., brief: N., source: s, "
             "status: read}\n",
  };

  judged.text = "1. Call [](helpline:em) loudly.\n2. Give naloxone.";
  g_autofree char *right = judge(judged);

  judged.text = "1. Give naloxone.\n2. Call [](helpline:em) loudly.";
  g_autofree char *order = judge(judged);

  assert_lacks(right, "emergency-step");
  assert_has(order, "emergency-step-order");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/safety/sentences", test_sentences);
  g_test_add_func("/safety/not-asked", test_not_asked);
  g_test_add_func("/safety/liver", test_liver);
  g_test_add_func("/safety/restarting", test_restarting);
  g_test_add_func("/safety/first-number", test_first_number);
  g_test_add_func("/safety/steps", test_steps);
  g_test_add_func("/safety/step-with-number", test_step_with_number);
  return g_test_run();
}
