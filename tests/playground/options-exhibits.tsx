import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import { Options } from '../../src/ui/options/options.tsx'
import type { ImportProblem, NamedMute, OptionsProps } from '../../src/ui/options/options-props.ts'
import { type Exhibit, press, type } from './exhibit.ts'
import { ref } from './lookup.fixture.ts'
import { emptyOwn, sampleOwn } from './own.fixture.ts'

const nothing = () => undefined
const done = async () => undefined

const mutes: readonly NamedMute[] = [
  {
    name: 'United Nations',
    mute: { entity: ref('un'), scope: { reach: 'everywhere' }, mutedAt: '2026-11-23T09:00:00.000Z' },
  },
  {
    name: 'International Telecommunication Union',
    mute: {
      entity: ref('itu'),
      scope: { reach: 'site', host: 'news.example.org' },
      mutedAt: '2026-11-23T09:00:00.000Z',
    },
  },
  {
    name: 'SCO Secretariat',
    mute: {
      entity: ref('sco-secretariat'),
      scope: { reach: 'page', address: 'https://news.example.org/2020/02/27' },
      mutedAt: '2026-11-23T09:00:00.000Z',
    },
  },
]

const defaults: Omit<OptionsProps, 't'> = {
  settings: DEFAULT_SETTINGS,
  access: { all: false, origins: ['*://eng.sectsco.org/*', '*://www.itu.int/*'] },
  own: sampleOwn,
  mutes,
  shortcuts: 'page',
  onChange: nothing,
  onAllowAll: nothing,
  onRevoke: nothing,
  onUnmute: nothing,
  onShortcuts: nothing,
  onExport: done,
  onImport: async () => null,
  onExportOwn: done,
  onImportOwn: async () => null,
  onReset: done,
  onDeleteOwn: done,
}

function options(name: string, props: Partial<OptionsProps> = {}, rest: Partial<Exhibit> = {}): Exhibit {
  return {
    name: `options-${name}`,
    surface: 'options',
    render: (t) => <Options {...defaults} {...props} t={t} />,
    ...rest,
  }
}

/** Chooses a file as a reader would. */
function choose(root: ParentNode, setting: string): void {
  const input = root.querySelector<HTMLInputElement>(`[data-setting="${setting}"] input[type="file"]`)
  if (!input) throw new Error(`no file field in ${setting}`)
  const files = new DataTransfer()
  files.items.add(new File(['{}'], 'settings.json'))
  input.files = files.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

const refused: ImportProblem = { code: 'wrong-field', where: 'settings.dwell' }

/** The settings in every state. */
export const optionsExhibits: readonly Exhibit[] = [
  options('access-unknown', { access: undefined }),
  options('first', { own: emptyOwn, mutes: [], access: { all: false, origins: [] } }),
  options('used', {
    access: { all: true, origins: [] },
    settings: {
      ...DEFAULT_SETTINGS,
      disabledHosts: ['news.example.org'],
      enabledHosts: ['mail.example.org'],
      cardOpening: 'click',
      unmarkedKinds: ['place'],
      language: 'ar',
    },
    shortcuts: 'told',
  }),
  options('sites'),
  options('search', {}, { acts: [(root) => type(root, '.search-field', 'long rest')] }),
  options('search-nothing', {}, { acts: [(root) => type(root, '.search-field', 'xyzzy')] }),
  options(
    'wrong-pattern',
    {},
    {
      acts: [
        (root) => type(root, '[data-setting="off-patterns"] .field', 'https://example.org/'),
        (root) => press(root, '[data-setting="off-patterns"] form .button'),
      ],
    },
  ),
  options('reset', {}, { acts: [(root) => press(root, '[data-setting="reset"] .button')] }),
  options('imported', {}, { acts: [(root) => choose(root, 'file')] }),
  options('refused', { onImport: async () => refused }, { acts: [(root) => choose(root, 'file')] }),
]
