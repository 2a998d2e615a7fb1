import type { Knowledge } from '../../linking/recognise.ts'
import { annotateExplained } from './annotate-explained.ts'
import { type Annotation, annotateText } from './annotate-text.ts'
import { type RequestError, readRequest } from './read-request.ts'

/** What is printed for a line that is no request; `line` counts from 1. */
export interface LineError {
  readonly line: number
  readonly id?: string | number
  readonly error: Pick<RequestError, 'code' | 'message'>
}

/**
 * Annotates line by line, in order: one result for each line that is not blank. A line that is no
 * request gives an error with its number, and the rest goes on.
 */
export async function* annotateLines(
  lines: AsyncIterable<string>,
  knowledge: Knowledge,
  isExplained = false,
): AsyncGenerator<Annotation | LineError, void> {
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const request = readRequest(line)
    const annotate = isExplained ? annotateExplained : annotateText
    yield request.ok ? await annotate(request.value, knowledge) : lineError(number, request.error)
  }
}

const lineError = (line: number, { id, code, message }: RequestError): LineError => ({
  line,
  ...(id !== undefined && { id }),
  error: { code, message },
})
