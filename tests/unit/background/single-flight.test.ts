import { expect, test, vi } from 'vitest'
import { freshFlight, singleFlight } from '../../../src/background/single-flight.ts'

test('calls during a run share it; a call after it runs again', async () => {
  let runs = 0
  const gates: (() => void)[] = []
  const fly = singleFlight(async () => {
    runs += 1
    await new Promise<void>((open) => gates.push(open))
    return runs
  })
  const [first, second] = [fly(), fly()]
  gates[0]?.()
  expect(await Promise.all([first, second])).toEqual([1, 1])
  const third = fly()
  gates[1]?.()
  expect(await third).toBe(2)
})

test('a run that fails fails for all who share it, and is over', async () => {
  let runs = 0
  const fly = singleFlight(async () => {
    runs += 1
    if (runs === 1) throw new Error('offline')
    return runs
  })
  const [first, second] = [fly(), fly()]
  await expect(first).rejects.toThrow('offline')
  await expect(second).rejects.toThrow('offline')
  expect(await fly()).toBe(2)
})

/** A flight that can be watched: its runs wait to be let go, and give their number. */
function gatedFlight() {
  let runs = 0
  const gates: (() => void)[] = []
  const flight = freshFlight(async () => {
    runs += 1
    const number = runs
    await new Promise<void>((open) => gates.push(open))
    return number
  })
  return { flight, letGo: (number: number) => gates[number - 1]?.(), runs: () => runs }
}

test('a run that is out of date is followed by one that is not, which all who wait share', async () => {
  const { flight, letGo, runs } = gatedFlight()
  const before = flight.run()
  flight.outdate()
  const after = flight.run()
  letGo(1)
  await vi.waitFor(() => expect(runs()).toBe(2))
  letGo(2)
  expect(await Promise.all([before, after])).toEqual([2, 2])
  expect(runs()).toBe(2)
})

test.each([
  ['begins after the change', (outdate: () => void) => outdate(), () => undefined],
  ['was stopped, and what is new is left for the next time', () => undefined, (keep: () => void) => keep()],
])('a run is not followed by another where it %s', async (_why, earlier, later) => {
  const { flight, letGo, runs } = gatedFlight()
  earlier(flight.outdate)
  const run = flight.run()
  later(() => {
    flight.outdate()
    flight.keep()
  })
  letGo(1)
  expect(await run).toBe(1)
  expect(runs()).toBe(1)
})
