import type { ExpectedSize, ReadFile } from '../../bundle/read-bundle.ts'
import { fail, ok } from '../../model/result.ts'
import { readAtMost } from '../read-at-most.ts'

/** A file that a repository does not give. */
export interface HttpError {
  readonly code: 'not-found' | 'http-error' | 'unreachable' | 'too-large'
  readonly where: string
  readonly detail: string
}

/** Where a repository keeps its two kinds of files; both end in a slash. */
export interface RepositoryAddress {
  readonly metadata: string
  readonly targets: string
}

/** Reads a repository over HTTP; stops at the first byte too many. */
export const httpReader =
  (address: RepositoryAddress): ReadFile<HttpError> =>
  async (file, size) => {
    const where = addressOf(address, file)
    try {
      const response = await fetch(where, { redirect: 'error' })
      if (!response.ok) {
        await response.body?.cancel()
        const code = [403, 404, 410].includes(response.status) ? 'not-found' : 'http-error'
        return fail({ code, where, detail: `status ${response.status}` })
      }
      const bytes = await readAtMost(response, mostOf(size))
      return bytes ? ok(bytes) : fail({ code: 'too-large', where, detail: `over ${mostOf(size)} bytes` })
    } catch (error) {
      return fail({ code: 'unreachable', where, detail: String(error) })
    }
  }

const addressOf = ({ metadata, targets }: RepositoryAddress, file: string): string =>
  file.startsWith('metadata/')
    ? metadata + file.slice('metadata/'.length)
    : targets + file.slice('targets/'.length)

const mostOf = (size: ExpectedSize): number => ('exactly' in size ? size.exactly : size.atMost)
