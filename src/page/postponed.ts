import type { Changes } from './changes.ts'

/** What can be put off: where text changed, and what is new there. */
export type Postponable = Pick<Changes, 'touched' | 'added'>

/**
 * Keeps changes until later, with one timer for all: what is put off again and again does not pile up.
 * `onDue` gets everything at the earliest time that was asked for; what is not due then is put off anew.
 */
export function createPostponed(
  onDue: (changes: Postponable) => void,
): (changes: Postponable, delay: number) => void {
  let touched = new Set<Node>()
  let added = new Set<Node>()
  let dueAt = Infinity
  let timer: ReturnType<typeof setTimeout> | undefined

  const fire = (): void => {
    const due = { touched, added }
    touched = new Set()
    added = new Set()
    dueAt = Infinity
    onDue(due)
  }

  return (changes, delay) => {
    for (const node of changes.touched) touched.add(node)
    for (const node of changes.added) added.add(node)
    if (performance.now() + delay >= dueAt) return
    clearTimeout(timer)
    dueAt = performance.now() + delay
    timer = setTimeout(fire, delay)
  }
}
