import { useTranslation } from 'react-i18next'
import { ParticipationStateBadge } from '../../../components/participation-state-badge.tsx'
import type { Participation } from '../../../contract/participations.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Section } from '../../../ui/section.tsx'
import classes from './participation.module.css'

/** The states it went through, oldest first, each with its day and reason. */
export function ParticipationPath({ row }: { row: Participation }) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  return (
    <Section title={t('path')}>
      <ol className={classes.path}>
        {row.states.map(({ id, state, since, reason, aid }, index) => (
          <li key={id} aria-current={index === row.states.length - 1 ? 'step' : undefined}>
            <span>
              <ParticipationStateBadge state={state} />
            </span>
            <time dateTime={since}>{f.date(since)}</time>
            {reason && <span>{reason}</span>}
            {aid !== null && (
              <span>{t('placeAid.waits', { aid: f.money({ minor: aid, currency: 'EUR' }) })}</span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
