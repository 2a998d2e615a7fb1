import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type BackgroundRequestName, extensionPagesOnly } from '../../../src/messaging/protocol.ts'
import {
  EXTENSION,
  FORGED_ENVELOPES,
  FORGED_NAMES,
  FORGED_SENDERS,
  type ForgedSender,
  forgedPayloads,
  ON_A_PAGE,
  OWN_PAGE,
  PRETENDED_PAGES,
  SOUND,
} from './forged-messages.ts'

type Listener = (message: unknown, sender: ForgedSender, reply: (reply: unknown) => void) => unknown

const NAMES = Object.keys(SOUND) as BackgroundRequestName[]
let listener: Listener = () => undefined
const called = vi.fn<(name: string) => Promise<null>>(async () => null)

// No browser lets a test say who sends a message: here its interface hands over what it is told to.
beforeAll(async () => {
  const onMessage = {
    addListener: (added: Listener) => {
      listener = added
    },
  }
  const runtime = { id: EXTENSION.id, getURL: (path: string) => EXTENSION.origin + path, onMessage }
  vi.stubGlobal('browser', { runtime })
  const { serve } = await import('../../../src/messaging/server.ts')
  serve(
    Object.fromEntries(NAMES.map((name) => [name, () => called(name)])) as unknown as Parameters<
      typeof serve
    >[0],
  )
})

beforeEach(() => {
  called.mockClear()
})

/** Hands a message to the listener as the browser does; `undefined` where it is not answered. */
const deliver = (message: unknown, sender: ForgedSender): Promise<unknown> =>
  new Promise((resolve) => {
    if (listener(message, sender, resolve) !== true) resolve(undefined)
  })

const send = (name: string, payload: unknown, sender: ForgedSender) =>
  deliver({ to: 'background', name, payload }, sender)

/** Who may ask, as far as the request is concerned. */
const ownerOf = (name: BackgroundRequestName): ForgedSender =>
  extensionPagesOnly.has(name) ? OWN_PAGE : ON_A_PAGE

let shapes = 0

describe.each(NAMES)('forged as %s', (name) => {
  test('what the extension itself sends reaches the handler', async () => {
    expect(await send(name, SOUND[name], ownerOf(name))).toEqual({ ok: true, value: null })
    expect(called).toHaveBeenCalledExactlyOnceWith(name)
  })

  test('a hundred payloads and more are refused, and none reaches the handler', async () => {
    const payloads = forgedPayloads(SOUND[name])
    expect(payloads.length).toBeGreaterThanOrEqual(100)
    const let_through: unknown[] = []
    for (const payload of payloads) {
      const reply = await send(name, payload, ownerOf(name))
      if ((reply as { error?: { code: string } }).error?.code !== 'malformed') let_through.push(payload)
    }
    shapes += payloads.length
    expect(let_through).toEqual([])
    expect(called).not.toHaveBeenCalled()
  })

  test('senders that are no part of the extension are refused', async () => {
    for (const sender of FORGED_SENDERS)
      expect(await send(name, SOUND[name], sender)).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(called).not.toHaveBeenCalled()
  })
})

test.each([...extensionPagesOnly])('%s is not for a page, whatever it pretends to be', async (name) => {
  for (const sender of PRETENDED_PAGES)
    expect(await send(name, SOUND[name], sender)).toMatchObject({ ok: false, error: { code: 'refused' } })
  expect(called).not.toHaveBeenCalled()
})

test('what is no message of the extension is not answered, and no request beyond the protocol is', async () => {
  for (const message of FORGED_ENVELOPES) expect(await deliver(message, OWN_PAGE)).toBeUndefined()
  for (const name of FORGED_NAMES)
    expect(await send(name, {}, OWN_PAGE)).toMatchObject({ ok: false, error: { code: 'malformed' } })
  expect(called).not.toHaveBeenCalled()
})

test('the shapes are told', () => {
  console.info(`forged messages: ${shapes} payloads for ${NAMES.length} handlers, refused: all`)
  expect(shapes).toBeGreaterThanOrEqual(100 * NAMES.length)
})
