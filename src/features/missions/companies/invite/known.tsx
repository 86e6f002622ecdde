import { useTranslation } from 'react-i18next'
import { useScope } from '../../../../components/scope.ts'
import type { GateItem } from '../../../../contract/gate.ts'
import type { Mission } from '../../../../contract/missions.ts'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import { holdsPlace } from '../../../../domain/participation.ts'
import { aidCents } from '../move/aid-field.tsx'
import { GateView } from '../move/gate-view.tsx'
import { gateLimit, useGate } from '../move/use-gate.ts'
import classes from './invite.module.css'
import type { Terms } from './terms.ts'

/** What the gate knows of those chosen from home on the day they begin; of the aid, where they take a place at once. */
export function useKnown(
  mission: Mission,
  organisationIds: readonly string[],
  { state, since, aid }: Terms,
): GateItem[] {
  const { day } = useScope()
  const on = since && isCivilDate(since) ? since : day
  const gate = useGate(mission.id, organisationIds, {
    day: on,
    aid: holdsPlace(state) ? aidCents(aid) : null,
  })
  return [...gate.values()]
}

/** What should be known of those chosen before they are invited; what stands against it, where they take a place at once. */
export function Known({
  items,
  chosen,
  terms,
}: {
  items: readonly GateItem[]
  chosen: number
  terms: Terms
}) {
  const { t } = useTranslation('participations')
  if (items.length === 0) return null
  const more = chosen - gateLimit
  return (
    <section aria-label={t('known.title')} className={classes.known}>
      <h3>{t('known.title')}</h3>
      <GateView items={items} findings={holdsPlace(terms.state)} />
      {more > 0 && <p>{t('known.beyond', { count: more })}</p>}
    </section>
  )
}
