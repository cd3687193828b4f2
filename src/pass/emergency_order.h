/*
 * pass/emergency_order.h -- steps of an emergency that an article writes out
 * itself: they must be those of emergency.yaml, all of them, in its order.
 *
 * Codes      emergency-step-missing, emergency-step-order.
 */
#pragma once

#include "pass/pass.h"

#define PASS_EMERGENCY_CLASS "emergency" /* of the list that handbill makes */

/* Looks at each numbered list of which two items or more are such steps. */
void pass_emergency_order_check(const Doc *doc, const PassContext *context);

/* Every step has its words for the handouts, which have no room for more. */
void pass_emergency_order_check_brief(const PassContext *context);
