import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Nothing } from '../../../ui/lines.tsx'
import { MissionPaper } from './mission-paper.tsx'
import { ParticipantSheet } from './participant-sheet.tsx'
import { usePaper } from './use-paper.ts'

/** The programme of one company or counterpart. */
export function Component() {
  const { t } = useTranslation('programme')
  const { participationId = '' } = useParams()
  const { id, paper } = usePaper()
  const participant = paper?.schedule.participants.find((one) => one.id === participationId)
  const title = paper && (participant ? t('title', { name: participant.name }) : t('programmes'))
  return (
    <MissionPaper title={title} missionId={id} calendar={participationId}>
      {(words) =>
        paper &&
        (participant ? (
          <ParticipantSheet {...paper} participant={participant} words={words} />
        ) : (
          <Nothing>{t('nobody')}</Nothing>
        ))
      }
    </MissionPaper>
  )
}
