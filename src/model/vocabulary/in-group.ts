import type { PropertyGroup, PropertyTerm } from './term.ts'

/** Properties that share a group; ranks and mappings stay as given. */
export const inGroup = (
  group: PropertyGroup,
  terms: readonly Omit<PropertyTerm, 'group'>[],
): PropertyTerm[] => terms.map((term) => ({ ...term, group }))
