import { expect, test } from 'vitest'
import { singleFlight } from '../../../src/background/single-flight.ts'

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
