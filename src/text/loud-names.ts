/**
 * Words so common that marking them would cover any page. They are refused as names where case does
 * not matter, or where they are written in small letters; "WHO" as an acronym in capitals is fine.
 */
const LOUD_WORDS: ReadonlySet<string> = new Set(
  [
    // English: function words, and the words that news text cannot do without.
    'the a an and or but nor so yet if then than that this these those there here it its he him his she her',
    'hers we us our you your they them their who whom whose what which when where why how all any both each',
    'few more most other some such no not only own same too very can could will would shall should may might',
    'must do does did done be is am are was were been being have has had having of in on at by for from with',
    'about against between into through during before after above below to up down out off over under again',
    'further once as until while because new old first last one two three year years day days week month time',
    'people man woman world country state states government president minister official officials party law',
    'news report reports said says say also just like now today yesterday tomorrow monday tuesday wednesday',
    'thursday friday saturday sunday january february march april june july august september october november',
    'december mr mrs ms dr page home more read next rats',
    // French, Spanish, German.
    'le la les un une des du de et ou mais donc il elle ils elles ce cette ces qui que dans sur pour par avec',
    'sans est sont été être avoir el los las una unos unas del y o pero que con sin por para es son ser estar',
    'der die das ein eine und oder aber nicht mit von zu im am ist sind war auch',
    // Russian.
    'и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от',
    'меня еще нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас для мы их чем',
    'год года лет день страна страны государство президент министр правительство',
    // Arabic.
    'في من إلى على عن مع أن إن كان كانت هذا هذه ذلك التي الذي الذين بعد قبل بين حتى كل قد لا لم لن ما هو هي هم نحن',
    'أو ثم لكن عند منذ خلال حول أي كما غير يوم سنة عام كلمة بلد دولة حكومة رئيس وزير قال وقال',
    // Chinese: two characters or more, one alone is too short anyway.
    '我们 你们 他们 这个 那个 什么 没有 可以 因为 所以 但是 国家 政府 中国人 今天 昨天 明天 记者 报道 表示',
  ].flatMap((line) => line.split(' ')),
)

/** Whether a name would be found nearly everywhere. `exact`: it is recognised only as written. */
export function isLoud(text: string, exact: boolean): boolean {
  if (text.length > LONGEST) return false
  const folded = text.toLowerCase()
  return LOUD_WORDS.has(folded) && (!exact || text === folded)
}

/** Most names are longer: they need not be folded to be told apart. */
const LONGEST = Math.max(...[...LOUD_WORDS].map(({ length }) => length))
