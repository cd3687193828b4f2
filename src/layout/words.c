/* layout/words.c -- the few words that the layout itself says. */
/* SPDX-License-Identifier: MIT */

#include "layout/words.h"

#include <glib.h>
#include <stdio.h>

enum {
  LANGUAGES = 6,
  MONTHS = 12
};

static const char *const languages[LANGUAGES] = { "en", "de", "fr",
                                                  "es", "pt", "ar" };

static const char *const words_table[WORDS_COUNT][LANGUAGES] = {
  [WORDS_CONTENTS] = { "Contents", "Inhalt", "Sommaire", "Contenido",
                       "Conteúdo", "المحتويات" },
  [WORDS_NOT_REVIEWED] = { "Not yet reviewed by a clinician",
                           "Noch nicht ärztlich geprüft",
                           "Pas encore relu par un clinicien",
                           "Aún no revisado por un profesional clínico",
                           "Ainda não revisto por um clínico",
                           "لم يراجعه طبيب بعد" },
  [WORDS_UPDATED] = { "Updated", "Aktualisiert", "Mis à jour", "Actualizado",
                      "Atualizado", "حُدِّث" },
  [WORDS_REVIEWED] = { "Reviewed by", "Geprüft von", "Relu par", "Revisado por",
                       "Revisto por", "راجعه" },
  [WORDS_REVIEW_BY] = { "review by", "prüfen bis", "à relire avant le",
                        "revisar antes del", "rever até", "يُراجَع قبل" },
  [WORDS_ALSO_KNOWN_AS] = { "Also known as:", "Auch bekannt als:",
                            "Aussi appelé :", "También llamado:",
                            "Também chamado:", "يُعرف أيضًا باسم:" },
  [WORDS_EDITION] = { "Edition", "Ausgabe", "Édition", "Edición", "Edição",
                      "الإصدار" },
  [WORDS_DRAFT] = { "Draft", "Entwurf", "Brouillon", "Borrador", "Rascunho",
                    "مسودة" },
  [WORDS_REPORT_ERRORS] = { "Report an error:", "Fehler melden:",
                            "Signaler une erreur :", "Informar de un error:",
                            "Comunicar um erro:", "للإبلاغ عن خطأ:" },
  [WORDS_NO_REPORT_ADDRESS] = { "no address yet", "noch keine Adresse",
                                "pas encore d’adresse", "aún sin dirección",
                                "ainda sem endereço", "لا يوجد عنوان بعد" },
  [WORDS_LICENCE] = { "Licence:", "Lizenz:", "Licence :", "Licencia:",
                      "Licença:", "الترخيص:" },
  [WORDS_UNCHECKED] = { "Phone numbers not yet checked",
                        "Telefonnummern noch nicht geprüft",
                        "Numéros de téléphone pas encore vérifiés",
                        "Números de teléfono aún sin comprobar",
                        "Números de telefone ainda não verificados",
                        "لم تُراجَع أرقام الهاتف بعد" },
  [WORDS_SECOND_HAND] = { "Some claims are known only second-hand",
                          "Manche Angaben nur aus zweiter Hand",
                          "Certaines affirmations ne sont connues que de "
                          "seconde main",
                          "Algunas afirmaciones solo se conocen de segunda "
                          "mano",
                          "Algumas afirmações só são conhecidas em segunda mão",
                          "بعض المعلومات منقولة عن مصادر أخرى فقط" },
  [WORDS_UNVERIFIED] = { "Some claims are not confirmed",
                         "Manche Angaben sind nicht bestätigt",
                         "Certaines affirmations ne sont pas confirmées",
                         "Algunas afirmaciones no están confirmadas",
                         "Algumas afirmações não estão confirmadas",
                         "بعض المعلومات غير مؤكدة" },
  [WORDS_OVERDUE] = { "Overdue for review", "Prüfung überfällig",
                      "Relecture en retard", "Revisión vencida",
                      "Revisão em atraso", "تجاوز موعد المراجعة" },
  [WORDS_SOURCES] = { "Sources", "Quellen", "Sources", "Fuentes", "Fontes",
                      "المصادر" },
  [WORDS_REPLACES] = { "Replaces edition", "Ersetzt Ausgabe",
                       "Remplace l’édition", "Sustituye a la edición",
                       "Substitui a edição", "يحل محل الإصدار" },
  [WORDS_STAMP] = { "Your local service (stamp or write here)",
                    "Hilfe vor Ort (Stempel oder Adresse)",
                    "Votre service local (cachet ou adresse)",
                    "Su servicio local (sello o dirección)",
                    "O seu serviço local (carimbo ou endereço)",
                    "الخدمة القريبة منك (ختم أو عنوان)" },
};

static const char *const months[LANGUAGES][MONTHS] = {
  { "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December" },
  { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
    "September", "Oktober", "November", "Dezember" },
  { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
    "septembre", "octobre", "novembre", "décembre" },
  { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
    "septiembre", "octubre", "noviembre", "diciembre" },
  { "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho",
    "agosto", "setembro", "outubro", "novembro", "dezembro" },
  { "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس",
    "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر" },
};

static unsigned
language_index(const char *lang)
{
  for (unsigned i = 0; i < LANGUAGES; i++)
    if (lang != NULL && g_str_has_prefix(lang, languages[i]))
      return i;
  return 0;
}

const char *
words_say(Words words, const char *lang)
{
  g_return_val_if_fail(words < WORDS_COUNT, "");
  return words_table[words][language_index(lang)];
}

char *
words_date(const char *date, const char *lang)
{
  unsigned year, month, day;

  if (sscanf(date, "%4u-%2u-%2u", &year, &month, &day) != 3 || month < 1 ||
      month > MONTHS)
    return g_strdup(date);
  return g_strdup_printf("%u %s %u", day,
                         months[language_index(lang)][month - 1], year);
}
