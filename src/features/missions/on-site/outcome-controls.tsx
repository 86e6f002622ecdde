import { SegmentedControl, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Meeting } from '../../../contract/meetings.ts'
import { meetings } from '../../../data/meetings.ts'
import { type MeetingState, meetingOutcomes, type Rating, ratings } from '../../../domain/meeting.ts'

/** What did not take place says so in its rating too; another state begins without one. */
const outcomeOf = (state: MeetingState): { state: MeetingState; rating: Rating | null } => ({
  state,
  rating: state === 'no_show' ? 'did_not_take_place' : null,
})

/** What became of a meeting and, where it was held, how useful it was: two taps. */
export function OutcomeControls({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('on-site')
  const noWriting = useNoWriting()
  const record = useWrite(meetings.record, { failure: 'toast' })
  const note = (body: { state?: MeetingState; rating?: Rating | null }) =>
    record.mutate({ params: { id: meeting.id }, body })
  return (
    <>
      <SegmentedControl
        aria-label={t('state.label')}
        disabled={noWriting !== null}
        value={meeting.state}
        data={meetingOutcomes.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        onChange={(state) => note(outcomeOf(state as MeetingState))}
      />
      {meeting.state === 'held' && (
        <Select
          aria-label={t('rating')}
          placeholder={t('notRated')}
          clearable
          disabled={noWriting !== null}
          data={ratings.slice(1).map((rating) => ({ value: rating, label: t(`ratings.${rating}`) }))}
          value={meeting.rating}
          onChange={(rating) => note({ rating: rating as Rating | null })}
        />
      )}
    </>
  )
}
