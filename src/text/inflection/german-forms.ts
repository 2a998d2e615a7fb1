/** A name begins with one or two adjectives: "Internationaler Währungsfonds", "Vereinte Nationen". */
const ADJECTIVES = /^((?:\p{Lu}[\p{Ll}-]+(?:e|er|es)\s+){1,2})(?=\p{Lu})/u
/** What an adjective may end in, by case and article. */
const ENDINGS = ['e', 'en', 'er', 'em', 'es'] as const
/** An adjective's own ending; "Rat", "Pariser" and "Genfer" have none that changes. */
const ENDING = /(?:e|er|es)$/u
/** Adjectives made of towns never change: "Pariser Abkommen", "Genfer Konventionen", "Minsker Vereinbarungen". */
const OF_TOWN =
  /^(?:Pariser|Genfer|Minsker|Wiener|Budapester|Osloer|Montrealer|Madrider|Haager|Römer|Schanghaier|Shanghaier|Washingtoner|Helsinkier|Berliner|Brüsseler)$/u

/** Nouns that take no -s in the genitive: feminine ones by their ending, plurals, and what ends in a hiss. */
const WITHOUT_S =
  /(?:ung|ion|schaft|tät|heit|keit|anz|enz|ur|ik|ie|e|a|ei|en|bank|liga|akte|behörde|agentur|[sxzß])$/u
/** Those of them that take it all the same. */
const WITH_S = /(?:kommen|einkommen|schreiben|rechen|büro|werk|sekretariat)$/u
/** These may take -es as well: "des Rates", "des Vertrages". */
const WITH_ES = /(?:rat|vertrag|hof|pakt|bund|statut)$/u

/**
 * The forms that German text gives a name of a body or a text: its adjectives in all their endings ("dem
 * Internationalen Strafgerichtshof") and its noun in the genitive ("des Nordatlantikvertrags").
 */
export function germanForms(name: string): string[] {
  const lead = ADJECTIVES.exec(name)?.[0] ?? ''
  const adjectives = lead.trim() === '' ? [] : lead.trim().split(/\s+/u)
  const noun = /^\p{Lu}[\p{L}-]+/u.exec(name.slice(lead.length))?.[0] ?? ''
  const after = name.slice(lead.length + noun.length)
  const withEndings = (ending: string) => adjectives.map((word) => `${withEnding(word, ending)} `).join('')
  const forms = [
    ...(adjectives.length > 0 ? ENDINGS.map((ending) => withEndings(ending) + noun + after) : []),
    // "Des Internationalen Strafgerichtshofs".
    ...genitives(noun).map((form) => withEndings('en') + form + after),
  ]
  return [...new Set(forms)].filter((form) => form !== name)
}

const withEnding = (word: string, ending: string): string =>
  OF_TOWN.test(word) ? word : word.replace(ENDING, ending)

function genitives(noun: string): string[] {
  const hasNone = WITHOUT_S.test(noun) && !WITH_S.test(noun)
  if (hasNone || !/\p{Ll}$/u.test(noun)) return []
  return WITH_ES.test(noun) ? [`${noun}s`, `${noun}es`] : [`${noun}s`]
}
