import { fail, ok, type Result } from '../../model/result.ts'

/**
 * Puts one question at a time; of those asked meanwhile only the newest is put next. A fast typist
 * thus never waits for answers to questions that nobody asks any more, and no timer delays a slow one.
 * `tell` hears every answer together with its question.
 */
export function newestOnly<Q, A>(
  ask: (question: Q) => Promise<A>,
  tell: (question: Q, answer: Result<A, unknown>) => void,
): (question: Q) => void {
  let asking = false
  let waiting: readonly [Q] | undefined
  async function put(question: Q): Promise<void> {
    asking = true
    tell(question, await settled(ask, question))
    asking = false
    const next = waiting
    waiting = undefined
    if (next) await put(next[0])
  }
  return (question) => {
    if (asking) waiting = [question]
    else void put(question)
  }
}

async function settled<Q, A>(ask: (question: Q) => Promise<A>, question: Q): Promise<Result<A, unknown>> {
  try {
    return ok(await ask(question))
  } catch (cause) {
    return fail(cause)
  }
}
