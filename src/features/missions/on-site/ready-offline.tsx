import { Button } from '@mantine/core'
import CloudDownload from 'lucide-react/icons/cloud-download'
import { useTranslation } from 'react-i18next'
import { useScope } from '../../../components/scope.ts'
import type { Schedule } from '../../../contract/meetings.ts'
import type { Mission } from '../../../contract/missions.ts'
import { dossier } from '../../../data/dossier.ts'
import { meetings } from '../../../data/meetings.ts'
import { missions } from '../../../data/missions.ts'
import { useKeptForOffline } from '../../../data/offline/use-kept.ts'
import { participations } from '../../../data/participations.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from './on-site.module.css'

/** Beyond this many meetings their notes are not taken along one by one. */
const mostDossiers = 200

/** Takes the mission along for a hall without a connection, and says how new that is. */
export function ReadyOffline({ mission, schedule }: { mission: Mission; schedule: Schedule }) {
  const { t } = useTranslation('on-site')
  const f = useFormat()
  const { asOf } = useScope()
  const { state, at, done, total, keep, release } = useKeptForOffline(`mission:${mission.id}`)
  const params = { id: mission.id }
  const placed = schedule.meetings.filter(({ slotId }) => slotId !== null).slice(0, mostDossiers)
  const take = () =>
    void keep([
      missions.read({ params, query: { asOf } }),
      meetings.schedule({ params }),
      participations.page({ query: { mission: mission.id, limit: 200 } }),
      dossier.read({ query: { noun: 'missions', recordId: mission.id } }),
      ...placed.map(({ id }) => dossier.read({ query: { noun: 'meetings', recordId: id } })),
    ])
  const when = at ? f.instant(at.toISOString()) : ''
  return (
    <div className={classes.offline} role="status">
      <CloudDownload size={18} aria-hidden />
      <span>
        {state === 'none' && t('offline.none')}
        {state === 'loading' && t('offline.loading', { done, total })}
        {state === 'ready' && t('offline.ready', { at: when })}
        {state === 'partial' && t('offline.partial', { done, total, at: when })}
      </span>
      <Button size="xs" variant="default" loading={state === 'loading'} onClick={take}>
        {t(state === 'none' ? 'offline.keep' : 'offline.again')}
      </Button>
      {(state === 'ready' || state === 'partial') && (
        <Button size="xs" variant="subtle" onClick={() => void release()}>
          {t('offline.release')}
        </Button>
      )}
    </div>
  )
}
