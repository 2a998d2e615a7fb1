import type { EntityKind } from '../../model/entity.ts'

/** A picture without words of its own: what stands beside it names the thing. */
export type IconName =
  | EntityKind
  | 'close'
  | 'back'
  | 'forward'
  | 'external'
  | 'search'
  | 'alert'
  | 'check'
  | 'page'
  | 'bundle'
  | 'jump'
  | 'plus'
  | 'minus'
  | 'timeline'
  | 'pin'
  | 'copy'
  | 'mute'
  | 'why'
  | 'move'

/** Outlines on a field of 16 by 16, drawn with a line of 1.5. */
const OUTLINES: Record<IconName, string> = {
  organization: 'M2 6.25 8 2.5l6 3.75zM4 6.5v5M8 6.5v5M12 6.5v5M2.5 13.5h11',
  person: 'M8 7.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5M2.75 14c0-2.5 2.3-4 5.25-4s5.25 1.5 5.25 4',
  position:
    'M4.5 4.25h7a1.5 1.5 0 0 1 1.5 1.5v6.5a1.5 1.5 0 0 1-1.5 1.5h-7a1.5 1.5 0 0 1-1.5-1.5v-6.5a1.5 1.5 0 0 1 1.5-1.5M6.5 6V2.25h3V6M5.75 9h4.5M5.75 11.25h2.5',
  agreement:
    'M5.75 11.25a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5M10.25 11.25a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5',
  document: 'M3.75 2.25h5.5l3 3v8.5h-8.5zM9 2.5v3h3M6 8.5h4M6 11h4',
  event:
    'M4 3.5h8a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 12V5A1.5 1.5 0 0 1 4 3.5M2.5 7h11M5.5 2v3M10.5 2v3',
  place:
    'M8 14.25c3.2-3.2 4.75-5.6 4.75-7.6a4.75 4.75 0 1 0-9.5 0c0 2 1.55 4.4 4.75 7.6M8 8.25a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M9.75 3.5 5.25 8l4.5 4.5',
  forward: 'M6.25 3.5 10.75 8l-4.5 4.5',
  external: 'M6.5 4H4v8h8V9.5M9 3.5h3.5V7M12.25 3.75 7.5 8.5',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.25 10.25 13.5 13.5',
  alert: 'M8 2.5 14 13.25H2zM8 6.5v3M8 11.25v.25',
  check: 'M3 8.5 6.5 12 13 4.5',
  page: 'M2.5 3.5h11v9h-11zM2.5 6h11',
  bundle: 'M2.5 5.25 8 2.5l5.5 2.75v5.5L8 13.5l-5.5-2.75zM2.5 5.25 8 8l5.5-2.75M8 8v5.5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  timeline: 'M2 11.5h12M4 11.5v-2.5M8 11.5v-2.5M12 11.5v-2.5M3.5 4.5h5M7 6.75h5.5',
  pin: 'M5.5 2.5h5M6.25 2.5v4L4.5 9.25h7L9.75 6.5v-4M8 9.25v4.5',
  copy: 'M5.5 5.5h7.5v8H5.5zM3 10.5v-8h7.5',
  mute: 'M8 13.75a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5M4 4l8 8',
  why: 'M8 13.75a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5M6.4 6.3A1.65 1.65 0 1 1 8.4 8c-.3.15-.4.3-.4.75M8 10.9v.2',
  move: 'M8 2.25v11.5M2.25 8h11.5M6.25 4 8 2.25 9.75 4M6.25 12 8 13.75 9.75 12M4 6.25 2.25 8 4 9.75M12 6.25 13.75 8 12 9.75',
  jump: 'M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3.5 13.5h9',
}

const DIRECTIONAL: ReadonlySet<IconName> = new Set(['back', 'forward', 'external'])

/** A decorative icon in the colour and the size of the text around it. */
export function Icon({ name }: { readonly name: IconName }) {
  const className = DIRECTIONAL.has(name) ? 'icon icon-directional' : 'icon'
  return (
    <svg class={className} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={OUTLINES[name]} />
    </svg>
  )
}
