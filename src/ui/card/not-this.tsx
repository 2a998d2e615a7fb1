import { useEffect, useRef, useState } from 'preact/hooks'
import { MUTE_REACHES, type MuteReach } from '../../model/mute.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'

interface NotThisProps {
  readonly name: string
  /** Mutes, or takes it back; false where it cannot be kept. */
  readonly onMute: (reach: MuteReach, muted: boolean) => Promise<boolean>
}

/** "Not this": marked no longer here, on this site, or anywhere; undone where it was said. */
export function NotThis({ name, onMute }: NotThisProps) {
  const t = useText()
  const [muted, setMuted] = useState<MuteReach | null>(null)
  const [isRefused, refuse] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone: the keyboard goes on with what stands in its place.
  useEffect(() => panel.current?.querySelector('button')?.focus({ preventScroll: true }), [muted])
  const say = async (reach: MuteReach, wanted: boolean) => {
    const kept = await onMute(reach, wanted)
    refuse(!kept)
    if (kept) setMuted(wanted ? reach : null)
  }
  return (
    <div class="not-this" ref={panel}>
      {muted === null ? (
        <>
          <p>{t('mute.question', [isolated(name)])}</p>
          <div class="choices">
            {MUTE_REACHES.map((reach) => (
              <button key={reach} type="button" class="button" onClick={() => void say(reach, true)}>
                {t(`mute.${reach}`)}
              </button>
            ))}
          </div>
        </>
      ) : (
        <>
          <p role="status">{t(`mute.done_${muted}`, [isolated(name)])}</p>
          <button type="button" class="button" onClick={() => void say(muted, false)}>
            {t('mute.undo')}
          </button>
        </>
      )}
      {isRefused && <p role="alert">{t('mute.refused')}</p>}
    </div>
  )
}
