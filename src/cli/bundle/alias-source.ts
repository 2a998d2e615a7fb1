import { MAX_NAMES } from '../../bundle/limits.ts'
import { ALIAS_KINDS, type Alias, type LocalText } from '../../model/entity.ts'
import { isLoud } from '../../text/loud-names.ts'
import { entriesRead, fielded, listOf, oneOf, optional, type Read, required, truth } from './source-reader.ts'
import { language, name } from './values.ts'

const LOUD_ADVICE = 'Such a word is found on every page: use a longer name, or an acronym in capitals'

/** Texts by language, in the order written. */
export const localTexts = (value: Read<string>): Read<readonly LocalText[]> =>
  entriesRead((_key, entry) => {
    const lang = language(entry.key)
    const text = value(entry.value)
    return lang === undefined || text === undefined ? undefined : { text, lang }
  })

const quietName: Read<string> = (node) => {
  const text = name(node)
  if (text === undefined || !isLoud(text, false)) return text
  node.complain(`"${text}" is too common a word for a name`, LOUD_ADVICE)
  return undefined
}

/** Reads `names:`; the first is the default. */
export const readNames: Read<readonly LocalText[]> = (node) => {
  const names = localTexts(quietName)(node)
  if (names?.length !== 0) return names
  node.complain(
    'The entity has no name',
    'Add one, for example "names: {en: Shanghai Cooperation Organisation}"',
  )
  return undefined
}

const aliasFields = fielded(
  'The alias',
  {
    text: required(name, 'Add the text as it is written on pages'),
    lang: required(language, 'Add its language, for example "lang: en"'),
    kind: required(oneOf(ALIAS_KINDS, 'kind of alias'), `Add one of: ${ALIAS_KINDS.join(', ')}`),
    case: optional(oneOf(['exact', 'folded'], 'case rule')),
    ambiguous: optional(truth),
  },
  (alias, node) => {
    const exact = alias.case ? alias.case === 'exact' : alias.kind === 'acronym'
    if (alias.text === undefined || !isLoud(alias.text, exact)) return
    node.complain(`"${alias.text}" is too common a word for an alias`, LOUD_ADVICE)
  },
)

const readAlias: Read<Alias> = (node) => {
  const read = aliasFields(node)
  if (!read) return undefined
  const { text, lang, kind, case: caseRule, ambiguous } = read
  const rules = { ...(caseRule && { case: caseRule }), ...(ambiguous !== undefined && { ambiguous }) }
  return { text, lang, kind, ...(Object.keys(rules).length > 0 && { rules }) }
}

/** Reads `aliases:`; the same text in the same language may stand there once. */
export const readAliases: Read<readonly Alias[]> = (node) => {
  const seen = new Set<string>()
  return listOf((item) => {
    const alias = readAlias(item)
    if (!alias) return undefined
    const key = `${alias.lang} ${alias.text}`
    if (seen.has(key)) item.complain(`The alias "${alias.text}" stands here twice`, 'Remove one of them')
    seen.add(key)
    return alias
  }, MAX_NAMES)(node)
}
