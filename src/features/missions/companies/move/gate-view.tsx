import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../../components/record-link.tsx'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import { SmeStatusBadge } from '../../../../components/sme-status-badge.tsx'
import type { GateItem } from '../../../../contract/gate.ts'
import { useFormat } from '../../../../i18n/format.ts'
import classes from './gate-view.module.css'
import { useFindingText } from './use-finding-text.ts'

/** How many earlier missions are named. */
const few = 3

/** What should be known of companies before they are taken in: status, room for aid, papers to ask for, what they were in before. */
export function GateView({
  items,
  findings,
}: {
  items: readonly GateItem[]
  /** Say with each what asks for a reason, or forbids it. */
  findings?: boolean
}) {
  const { t } = useTranslation('participations')
  if (items.length === 0) return null
  return (
    <ul className={classes.items} aria-label={t('known.title')}>
      {items.map((item) => (
        <li key={item.organisation.id}>
          <div className={classes.head}>
            {item.isCompany ? (
              <ScopedLink to={`/companies/${item.organisation.id}`}>{item.organisation.name}</ScopedLink>
            ) : (
              <RecordLink noun="organisations" id={item.organisation.id} name={item.organisation.name} />
            )}
            {item.isCompany && <SmeStatusBadge status={item.status} confirmed={item.statusConfirmed} />}
          </div>
          <dl>
            <Room aid={item.aid} />
            {item.missingPapers.length > 0 && (
              <>
                <dt>{t('known.papers')}</dt>
                <dd>{item.missingPapers.map((paper) => t(`known.paper.${paper}`)).join(', ')}</dd>
              </>
            )}
            <Earlier item={item} />
          </dl>
          {findings && <Found item={item} />}
        </li>
      ))}
    </ul>
  )
}

function Found({ item: { findings } }: { item: GateItem }) {
  const text = useFindingText()
  const said = findings.filter(({ notes }) => !notes)
  if (said.length === 0) return null
  return (
    <ul className={classes.found}>
      {said.map((finding) => (
        <li key={finding.code} data-blocks={finding.blocks || undefined}>
          {text(finding)}
        </li>
      ))}
    </ul>
  )
}

function Room({ aid: { room, ceiling } }: Pick<GateItem, 'aid'>) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  if (room === null || ceiling === null) return null
  const euros = (minor: number) => f.money({ minor, currency: 'EUR' })
  return (
    <>
      <dt>{t('known.room')}</dt>
      <dd data-none={room === 0 || undefined}>
        {t('known.roomOf', { room: euros(room), ceiling: euros(ceiling) })}
      </dd>
    </>
  )
}

function Earlier({ item: { earlier, services } }: { item: GateItem }) {
  const { t } = useTranslation(['participations', 'common'])
  const missions = earlier
    .slice(0, few)
    .map(({ mission, state }) => `${mission.name} (${t(`common:participationState.${state}`)})`)
  const more = earlier.length - few
  return (
    <>
      <dt>{t('known.earlier')}</dt>
      <dd>
        {[
          ...(missions.length > 0 ? missions : [t('known.first')]),
          ...(more > 0 ? [t('known.more', { count: more })] : []),
          ...(services > 0 ? [t('known.services', { count: services })] : []),
        ].join(', ')}
      </dd>
    </>
  )
}
