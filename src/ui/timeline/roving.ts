/**
 * The place that a key leads to from place `from` of `count`, or undefined where the key means nothing.
 * Arrows stop at the ends; in a mirrored drawing the left arrow leads to what is later.
 */
export function nextInOrder(from: number, count: number, key: string, mirrored: boolean): number | undefined {
  const [later, earlier] = mirrored ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === later || key === 'ArrowDown') return Math.min(from + 1, count - 1)
  if (key === earlier || key === 'ArrowUp') return Math.max(from - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
