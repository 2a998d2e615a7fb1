import { useState } from 'preact/hooks'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import type { PlainKey } from '../i18n/translate.ts'

/** The forms in which a dossier can be taken along. */
export const EXPORT_FORMATS = ['markdown', 'csv', 'annotations'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const LABELS = {
  markdown: 'panel.export_markdown',
  csv: 'panel.export_csv',
  annotations: 'panel.export_annotations',
} as const satisfies Record<ExportFormat, PlainKey>

interface ExportBarProps {
  /** Saves the dossier; gives the name of the file, or null where it could not be made. */
  readonly onExport: (format: ExportFormat) => Promise<string | null>
}

/** Takes the dossier along as a file. */
export function ExportBar({ onExport }: ExportBarProps) {
  const t = useText()
  const [said, say] = useState('')
  const run = async (format: ExportFormat) => {
    const file = await onExport(format)
    say(file === null ? t('panel.export_failed') : t('panel.exported', [isolated(file)]))
  }
  return (
    <>
      <div class="choices">
        {EXPORT_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class="button"
            data-format={format}
            onClick={() => void run(format)}
          >
            {t(LABELS[format])}
          </button>
        ))}
      </div>
      <p class="soft" role="status">
        {said}
      </p>
    </>
  )
}
