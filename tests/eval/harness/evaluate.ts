import { annotateText } from '../../../src/cli/annotate/annotate-text.ts'
import type { Knowledge } from '../../../src/linking/recognise.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import { baseline } from './baselines.ts'
import { bundleNames } from './bundle-names.ts'
import type { GoldText } from './gold.ts'
import { type Answer, judge, silentStrings, type Verdict } from './score.ts'

/** What was judged of one text. */
export interface TextVerdicts {
  readonly text: GoldText
  readonly verdicts: readonly Verdict[]
}

/** The engine and the two baselines on the same texts. */
export interface Evaluation {
  readonly engine: readonly TextVerdicts[]
  readonly folded: readonly TextVerdicts[]
  readonly exact: readonly TextVerdicts[]
}

/** Annotates texts and judges them, beside two baselines. */
export async function evaluate(
  texts: readonly GoldText[],
  knowledge: Knowledge,
  records: readonly EntityRecord[],
): Promise<Evaluation> {
  const names = bundleNames(records)
  const folded = baseline(names.names, 'folded')
  const exact = baseline(names.names, 'exact')
  const judged = (text: GoldText, answer: Answer): TextVerdicts => ({
    text,
    verdicts: judge(text, answer, names, silentStrings(text, folded(text.text))),
  })
  const answers = await Promise.all(texts.map((text) => engineAnswer(text, knowledge)))
  return {
    engine: answers.map(({ text, answer }) => judged(text, answer)),
    folded: texts.map((text) => judged(text, folded(text.text))),
    exact: texts.map((text) => judged(text, exact(text.text))),
  }
}

async function engineAnswer(
  gold: GoldText,
  knowledge: Knowledge,
): Promise<{ text: GoldText; answer: Answer }> {
  const { id, text, title, lang, date } = gold
  const { mentions, hints = [] } = await annotateText(
    { id, text, title, lang, ...(date !== undefined && { date }) },
    knowledge,
  )
  return { text: gold, answer: { mentions, hints } }
}
