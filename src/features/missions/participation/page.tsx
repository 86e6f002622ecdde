import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Documents } from '../../../components/dossier/documents.tsx'
import { Notes } from '../../../components/dossier/notes.tsx'
import { Tasks } from '../../../components/dossier/tasks.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { ParticipationStateBadge } from '../../../components/participation-state-badge.tsx'
import { RecordHistory } from '../../../components/record-history.tsx'
import { RecordPage, RecordWaiting } from '../../../components/record-page.tsx'
import { useScope, useScopedNavigate } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useRecord } from '../../../components/use-record.ts'
import { useWrite } from '../../../components/use-write.ts'
import { participations } from '../../../data/participations.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Columns } from '../../../ui/page.tsx'
import { StepButtons } from '../companies/step-buttons.tsx'
import { useMoveGesture } from '../companies/use-move.ts'
import { useMission } from '../use-mission.ts'
import { ParticipationFacts } from './facts.tsx'
import { ParticipationMeetings } from './meetings.tsx'
import { ParticipationPath } from './path.tsx'
import { ParticipationPeople } from './people.tsx'
import { ParticipationProfile } from './profile.tsx'
import { ParticipationScores } from './scores.tsx'
import { useParticipationEditing } from './use-editing.ts'

/** One company's (or counterpart's) path through one mission. */
export function Component() {
  const { id = '' } = useParams()
  const { asOf } = useScope()
  const row = useRecord(participations.read({ params: { id }, query: asOf ? { asOf } : undefined }))
  const mission = useMission(row?.mission.id)
  if (!row || !mission) return <RecordWaiting />
  return <ParticipationPage row={row} mission={mission} />
}

type Props = Parameters<typeof ParticipationFacts>[0]

function ParticipationPage({ row, mission }: Omit<Props, 'editing'>) {
  const { t } = useTranslation(['participations', 'common', 'history'])
  const f = useFormat()
  const navigate = useScopedNavigate()
  const noWriting = useNoWriting()
  const gesture = useMoveGesture(mission)
  const editing = useParticipationEditing(row)
  const name = row.organisation.name
  const list = `/missions/${mission.id}/companies${row.side === 'partner' ? '?side=partner' : ''}`
  const remove = useWrite(participations.remove, {
    message: ({ promoted }) =>
      [t('removed', { name }), promoted && t('moved.promoted', { name: promoted.name })]
        .filter(Boolean)
        .join(' '),
    onDone: () => void navigate(list),
  })
  const restore = useWrite(participations.restore, { message: () => t('restored', { name }) })
  const record = { noun: 'participations', recordId: row.id } as const
  const place = [row.town, row.country && f.country(row.country)].filter(Boolean).join(', ')
  return (
    <RecordPage
      record={row}
      remove={remove}
      restore={restore}
      title={name}
      eyebrow={
        <>
          <ScopedLink to={`/missions/${mission.id}`}>{mission.title}</ScopedLink> ·{' '}
          <ScopedLink to={list}>{t(`side.${row.side}`)}</ScopedLink>
        </>
      }
      status={<ParticipationStateBadge state={row.state} waiting={row.waiting} />}
      subtitle={[row.nativeName, place].filter(Boolean).join(' · ')}
      actions={!noWriting && <StepButtons large row={row} onMove={(to) => gesture.move([row], to)} />}
    >
      <Columns
        aside={
          <>
            <ParticipationFacts row={row} mission={mission} editing={editing} />
            <Tasks {...record} />
            <Notes {...record} />
            <Documents {...record} />
          </>
        }
      >
        <ParticipationPath row={row} />
        <ParticipationProfile row={row} editing={editing} />
        <ParticipationPeople row={row} editing={editing} />
        {row.side === 'home' && mission.criteria.length > 0 && (
          <ParticipationScores row={row} mission={mission} editing={editing} />
        )}
        <ParticipationMeetings row={row} mission={mission} />
        <RecordHistory {...record} few />
      </Columns>
    </RecordPage>
  )
}
