/**
 * Whether generations count anew: a root has taken the timestamp or snapshot key away (docs/bundle-format.md). A
 * bundle of the extension's package knows no epoch; its generations count with those that it meets.
 */
export const beginsEpoch = (epoch: number | undefined, before: number | undefined): boolean =>
  epoch !== undefined && before !== undefined && epoch > before
