/** Nouns that say of what sort a text is; with a place before or behind they name hundreds. */
const SORT =
  'agreements?|accords?|treaty|protocol|convention|charter|declaration|memorandum|pact|deal|statute|act|code|call|manual|' +
  'accords?|traité|protocole|charte|déclaration|mémorandum|pacte|' +
  'acuerdos?|tratado|protocolo|convención|convenio|carta|declaración|pacto|' +
  'abkommen|übereinkommen|vertrag|protokoll|erklärung|' +
  'соглашени\\p{L}+|договор\\p{L}*|протокол\\p{L}*|конвенци\\p{L}+|харти\\p{L}+|меморандум\\p{L}*|статут\\p{L}*'
const GENERIC_TITLE = new RegExp(
  `^(?:\\p{L}[\\p{L}’'-]*\\s+(?<last>${SORT})|(?<first>${SORT})\\s+(?:of|de|d[’'])\\s*\\p{Lu}[\\p{L}-]*)$`,
  'iu',
)

/** Whether a name is no more than a place and a sort of text, and how that noun stands: with a capital, or in small letters. */
export function genericTitle(surface: string): 'capital' | 'small' | undefined {
  const groups = GENERIC_TITLE.exec(surface)?.groups
  // "SCO Charter" says whose it is.
  if (!groups || /^\p{Lu}{2}/u.test(surface)) return undefined
  return /^\p{Lu}/u.test(groups.last ?? groups.first ?? '') ? 'capital' : 'small'
}

/** Whether a folded word is but such a noun: beside "Kyoto Protocol" the word "protocol" tells nothing. */
export const isSortOfText = (word: string): boolean => SORT_ALONE.test(word)
const SORT_ALONE = new RegExp(`^(?:${SORT})$`, 'iu')

/** "Group of Seven": painters, banks and clubs count themselves as well. */
export const isNumbered = (surface: string): boolean =>
  /^(?:Group|Groupe|Grupo)\s+(?:of|des|de\s+los)\s+\p{L}+$/iu.test(surface)

/** Family names that millions bear, in Pinyin. */
const FAMILY =
  'Bai|Cai|Cao|Chen|Cheng|Deng|Ding|Dong|Du|Fan|Fang|Feng|Fu|Gao|Gong|Gu|Guo|Han|He|Hu|Huang|Jia|Jiang|Jin|Kong|Li|Liang|Lin|' +
  'Liu|Lu|Luo|Lü|Ma|Mao|Meng|Peng|Qian|Qin|Qiu|Ren|Shao|Shen|Shi|Song|Su|Sun|Tan|Tang|Tao|Tian|Wang|Wei|Wu|Xia|Xiao|Xie|Xu|' +
  'Xue|Yan|Yang|Yao|Ye|Yin|Yu|Yuan|Zeng|Zhang|Zhao|Zheng|Zhong|Zhou|Zhu|Zou'
const PINYIN = new RegExp(`^(?:${FAMILY}) [BCDFGHJ-NP-TW-Z]?h?[aeiouü]{1,3}(?:n|ng|r)?$`, 'iu')

/** Whether a full name is one that thousands bear: a frequent Chinese family name and a single syllable. */
export const isCommonName = (name: string): boolean => PINYIN.test(name) || /^\p{Script=Han}{2}$/u.test(name)
