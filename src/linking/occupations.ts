import { wordBefore } from './neighbours.ts'
import type { Spot } from './spot.ts'

/** What people are who lead no state or body; in English, French, Spanish and German as they stand before or behind a name. */
const LATIN =
  'actor actress artist author baker ballerina barista baritone bassist biologist blogger bookseller boxer brewer broker ' +
  'butcher captain carpenter cartoonist cellist chef chemist choreographer cobbler columnist comedian composer cook cricketer ' +
  'critic cyclist dancer dentist designer director-producer drummer electrician engineer farmer fielder film-maker filmmaker ' +
  'firefighter fisherman florist footballer forward gardener goalkeeper golfer guitarist gymnast hairdresser historian jeweller ' +
  'jockey joiner keeper landlord librarian lyricist make-up mathematician mechanic midfielder milliner model musician nanny ' +
  'novelist nurse organist painter photographer physicist pianist pitcher planner playwright plumber poet postman potter printer ' +
  'producer programmer psychologist publican quarterback rapper referee runner sailor saxophonist screenwriter sculptor ' +
  'shopkeeper singer skater skier soprano sprinter striker student surgeon swimmer tailor teacher tenor trainer tenant trumpeter ' +
  'violinist waiter weaver winger wrestler writer youtuber ' +
  'acteur actrice boulanger boxeur buteur chanteur chanteuse comédien cuisinier danseur dessinateur écrivain footballeur gardien ' +
  'infirmière joueur menuisier musicien peintre photographe plombier poète romancier sculpteur tailleur ' +
  'actriz bailarín cantante cocinero compositor delantero escritor escritora escultor futbolista guitarrista jugador novelista ' +
  'panadero pintor pintora portero sastre torero zapatero centrocampista ' +
  'bäcker dichter fußballer gastwirt wirt koch maler malerin musiker sänger sängerin schauspieler schauspielerin schneider schriftsteller stürmer ' +
  'tischler torhüter torwart trompeter'
const CYRILLIC =
  'актёр актер актриса архитектор боксёр вратарь врач дирижёр защитник композитор музыкант нападающий певец певица писатель ' +
  'пианист плотник повар полузащитник портной поэт режиссёр режиссер скрипач скульптор столяр теннисист учитель фигурист ' +
  'фотограф футболист хоккеист художник'
const HAN =
  '教练|裁判|厨师|裁缝|木匠|演员|歌手|前锋|后卫|门将|球员|画家|作家|教师|老师|医生|导演|主持人|运动员|棋手|司机|店主'

const anyOf = (words: string): string => words.split(' ').join('|')
const BEFORE: ReadonlySet<string> = new Set([...LATIN.split(' '), ...CYRILLIC.split(' ')])
const BEHIND = new RegExp(
  `^(?:,\\s+|\\s\\()(?:aged\\s+)?(?:\\d{1,2},\\s+)?(?:(?:an?|the|une?|el|la|le|un|una|der|die)\\s+(?:[\\p{L}-]+\\s+){0,2})?(?:${anyOf(LATIN)})(?!\\p{L})`,
  'iu',
)
const BEFORE_HAN = new RegExp(`(?:${HAN})$`, 'u')
const REACH = 24

/** Whether a name is said to be somebody's who holds no office: "the painter Michael Higgins", "Penny Wong, a make-up artist". */
export function describesAnother({ block: { text, lang }, start, end }: Spot): boolean {
  return (
    isOccupation(wordBefore(text, start)?.text ?? wordBeforeComma(text, start), lang) ||
    (text.charCodeAt(start - 1) >= FIRST_HAN &&
      BEFORE_HAN.test(text.slice(Math.max(0, start - REACH), start))) ||
    (text.charCodeAt(end) >= FIRST_HAN && SHOP_HAN.test(text.slice(end, end + REACH))) ||
    ((text.charAt(end) === ',' || text.charAt(end + 1) === '(') &&
      BEHIND.test(text.slice(end, end + 2 * REACH)))
  )
}

/** "The keeper, Guy Ryder": the word before the comma that a name follows. */
function wordBeforeComma(text: string, start: number): string {
  return text.charAt(start - 2) === ','
    ? (BEFORE_COMMA.exec(text.slice(Math.max(0, start - REACH), start))?.[1] ?? '')
    : ''
}

const BEFORE_COMMA = /([\p{L}-]+),\s$/u

/** "赵厚麟理发店": what is called after its owner. */
const SHOP_HAN = /^的?(?:理发店|面馆|饭店|餐厅|超市|诊所|公司|奖|杯|路|街|小学|中学|大学|基金会|工作室)/u

const FIRST_HAN = 0x4e00

/** Who cooks in English leads in German and French. */
const NO_COOK: ReadonlySet<string> = new Set(['de', 'fr'])

/** "Footballer", and after a hyphen: "ex-footballer". */
function isOccupation(word: string, lang: string | undefined): boolean {
  const lower = word.toLowerCase()
  if (lower === 'chef' && NO_COOK.has(lang?.slice(0, 2) ?? '')) return false
  return BEFORE.has(lower) || (lower.includes('-') && isOccupation(lower.slice(lower.indexOf('-') + 1), lang))
}
