/**
 * Every weight and threshold of linking, with its reason. Support is a sum between 0 and 1: what the
 * name alone is worth, and what the page adds. They were set by hand on texts of our own writing.
 */

/** A name is linked from this support on: one strong clue decides for an ambiguous name, two weak ones do, one weak one does not. */
export const THRESHOLD = 0.55

/** Of two senses that are both supported the better is taken only where it leads by this much: the worth of one related entity. */
export const MARGIN = 0.25

/** What a name is worth that its bundle calls unambiguous, by the kind of alias; the shorter it is, the likelier a namesake. */
export const UNAMBIGUOUS = {
  full: 0.9,
  translation: 0.9,
  former: 0.8,
  acronym: 0.8,
  short: 0.75,
  surname: 0.1,
} as const

/** A single word in small letters after its capital may be anybody's band or brand ("Interpol"): one clue of its own must support it, or two of company. */
export const SINGLE_WORD = 0.35

/**
 * "Zhang Ming" is what thousands are called: one clue of any sort must support it. In Chinese letters the neighbours of
 * a page on local matters are called so as well, so two of company must, or one of its own.
 */
export const COMMON_NAME = { latin: 0.4, han: 0.3 } as const

/**
 * Treaties by place and sort, "Kyoto Protocol": a film or a hotel may be called so, and one clue decides.
 * In small letters, "the Paris agreement", it may be any that was reached there; two clues decide, or one of its own.
 */
export const GENERIC_TITLE = { capital: 0.45, small: 0.35 } as const

/** What an ambiguous name is worth alone: a title of several words nearly singles out what it names, an acronym or a surname does not. */
export const AMBIGUOUS = {
  full: 0.25,
  translation: 0.25,
  former: 0.25,
  acronym: 0.1,
  short: 0.1,
  surname: 0.1,
} as const

/** "COP15", years after it: conferences of other treaties are numbered as well, so company and a word of context together must not decide it. */
export const NUMBERED_EVENT = -0.1

/** An ambiguous acronym of another language than the text's: company alone must not decide it. */
export const FOREIGN = 0.05

/** An acronym among capitals: the same. */
export const SHOUTED = 0.05

/** One that is a word as well ("WHO SAID WHAT"): company and a loose relation together must not decide it, being named elsewhere must. */
export const SHOUTED_WORD = -0.2

/** "WHO SAYS VIRUS IS A PANDEMIC": a question is told by its mark or its verb (questions.ts), so being named elsewhere decides the rest. */
export const SHOUTED_WHO = -0.05

/** Evidence of the page. */
export const EVIDENCE = {
  /** The text spells the name out: "Regional Anti-Terrorist Structure (RATS)". Decides alone, against other senses too. */
  definition: 0.9,
  /** The entity is named unambiguously elsewhere on the page. Decides alone. */
  named: 0.6,
  /** A surname after its bearer's full name. Decides alone. */
  licensed: 0.7,
  /** For each other entity that the page names beyond doubt, places aside, whatever it is: a page that knows two bodies of a field likely means the third by its initials. */
  company: 0.15,
  /** An organisation right before one of its own titles ("... Secretary-General"): two unrelated bodies share it now and then, so it does not decide alone. */
  title: 0.3,
} as const

/** All related entities of a page together, and all context words together, weigh at most this: many weak clues are often one topic. */
export const MOST_RELATED = 0.8
export const MOST_CONTEXT = 0.5
/** Company alone decides from three clear entities on, and never outweighs a related one of another sense. */
export const MOST_COMPANY = 0.45

/** From this on nothing can change the outcome: with the worth of any name it comes to 1. */
export const ENOUGH = 1

/** A context word that is a proper name or an acronym, and any other one: "Tashkent" says more than "summit". */
export const PROPER_CONTEXT = 0.25
export const PLAIN_CONTEXT = 0.15

/** How near two entities stand that share a relation or a statement. */
export const NEARNESS = {
  /** Part and whole, office and body, text and publisher: the one is hardly named without the other. */
  close: 0.6,
  /** A person and the office or body they led. */
  official: 0.5,
  /** Linked by an act: signed at, submitted to, adopted by. */
  linked: 0.4,
  /** Members, agencies, partners: many bodies share them. "UN" alone must not make "ITU" a union in a hospital's text. */
  loose: 0.25,
  /** Places: half the bodies of the world sit in Geneva. */
  place: 0.2,
} as const

/** An entity with more relations than this is a hub (the UN, a large state); standing near it says half as much. */
export const HUB_RELATIONS = 60
export const HUB_FACTOR = 0.5
