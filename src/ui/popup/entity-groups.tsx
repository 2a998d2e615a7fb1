import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { PageEntity } from '../../model/page-marks.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { Icon } from '../shared/icon.tsx'
import { KindLabel } from '../shared/kind-label.tsx'
import { groupByKind, type Jumps, jumped } from './page-entities.ts'

interface EntityGroupsProps {
  readonly entities: readonly PageEntity[]
  /** In the reader's language, by `refKey`; the page itself knows the bundle's first name. */
  readonly names: ReadonlyMap<string, string>
  readonly Heading: 'h2' | 'h3'
  /** Scroll to a mention, counted from 0, and flash it. */
  readonly onJump: (entity: EntityRef, index: number) => void
  /** What stands before the button that leads to the mentions. */
  readonly children: (entity: PageEntity, name: string) => ComponentChildren
}

/** The entities of a page by kind, each with the way to its mentions. */
export function EntityGroups({ entities, names, Heading, onJump, children }: EntityGroupsProps) {
  const [jumps, setJumps] = useState<Jumps>(new Map())
  const jump = ({ entity, count }: PageEntity) => {
    const next = jumped(jumps, entity, count)
    setJumps(next)
    onJump(entity, next.get(refKey(entity)) ?? 0)
  }
  const row = (page: PageEntity) => {
    const key = refKey(page.entity)
    const name = names.get(key) ?? page.name
    return (
      <li key={key} class="entity-row">
        {children(page, name)}
        <JumpButton name={name} count={page.count} at={jumps.get(key)} onJump={() => jump(page)} />
      </li>
    )
  }
  return (
    <>
      {groupByKind(entities).map(({ kind, entities: members }) => (
        <section key={kind} class="kind-group" data-kind={kind}>
          <Heading class="kind-heading">
            <KindLabel kind={kind} plural />
            <span class="count">{members.length}</span>
          </Heading>
          <ul>{members.map(row)}</ul>
        </section>
      ))}
    </>
  )
}

interface JumpButtonProps {
  readonly name: string
  readonly count: number
  /** The mention that the reader jumped to last, counted from 0. */
  readonly at: number | undefined
  readonly onJump: () => void
}

function JumpButton({ name, count, at, onJump }: JumpButtonProps) {
  const t = useText()
  return (
    <button type="button" class="jump" onClick={onJump} title={t('page.jump_title')}>
      {at === undefined ? count : t('page.jump_at', [at + 1, count])}
      <Icon name="jump" />
      <span class="unseen">{t('page.jump', count, [isolated(name)])}</span>
    </button>
  )
}
