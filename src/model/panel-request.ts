/** What the side panel is to show, asked for from outside of it: by the context menu. */
export interface PanelRequest {
  /** `search`: look a text up; `name`: make it a name of an entity that the reader chooses. */
  readonly want: 'search' | 'name'
  /** The text that was selected, at most `MAX_SELECTION` UTF-16 units. */
  readonly text: string
  /** The window whose panel is meant. */
  readonly windowId: number
  /** ISO 8601 instant: the same text may be asked for twice. */
  readonly at: string
}

/** A selection that is longer is no name; it is cut. */
const MAX_SELECTION = 200

/** A selection as a name: white space as one blank, no longer than a name may be. */
export const asName = (selection: string): string =>
  selection.replace(/\s+/g, ' ').trim().slice(0, MAX_SELECTION)
