import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Nothing } from '../../../ui/lines.tsx'
import { programmeOf } from '../sittings.ts'
import { MissionPaper } from './mission-paper.tsx'
import { ParticipantSheet } from './participant-sheet.tsx'
import { usePaper } from './use-paper.ts'

/** The programmes of all companies, or of all counterparts (`side=partner`), a sheet each. */
export function Component() {
  const { t } = useTranslation('programme')
  const [params] = useSearchParams()
  const side = params.get('side') === 'partner' ? 'partner' : 'home'
  const { id, paper } = usePaper()
  const participants = paper?.schedule.participants.filter(
    (one) => one.side === side && programmeOf(paper.sittings, one.id).length > 0,
  )
  return (
    <MissionPaper title={paper && t(`programmesOf.${side}`)} missionId={id} calendar={null}>
      {(words) => (
        <>
          {participants?.length === 0 && <Nothing>{t('none')}</Nothing>}
          {paper &&
            participants?.map((participant) => (
              <ParticipantSheet key={participant.id} {...paper} participant={participant} words={words} />
            ))}
        </>
      )}
    </MissionPaper>
  )
}
