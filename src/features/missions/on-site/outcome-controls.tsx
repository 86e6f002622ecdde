import { SegmentedControl, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../components/use-write.ts'
import type { Meeting } from '../../../contract/meetings.ts'
import type { Mission } from '../../../contract/missions.ts'
import { meetings } from '../../../data/meetings.ts'
import { type MeetingState, meetingStates, type Rating, ratings } from '../../../domain/meeting.ts'
import { useNoRecording } from './use-no-recording.ts'

/**
 * What did not take place says so in its rating too. Any other state is sent alone: a colleague may have rated the meeting
 * since this page, perhaps without a connection, last heard of it.
 */
const recordOf = (state: MeetingState): { state: MeetingState; rating?: Rating } =>
  state === 'no_show' ? { state, rating: 'did_not_take_place' } : { state }

/** What became of a meeting and, where it was held, how useful it was: two taps. */
export function OutcomeControls({ meeting, mission }: { meeting: Meeting; mission: Mission }) {
  const { t } = useTranslation('on-site')
  const off = useNoRecording(mission)
  const record = useWrite(meetings.record, { failure: 'toast' })
  const note = (body: { state?: MeetingState; rating?: Rating | null }) =>
    record.mutate({ params: { id: meeting.id }, body })
  return (
    <>
      <SegmentedControl
        aria-label={t('state.label')}
        disabled={off !== null}
        value={meeting.state}
        data={meetingStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        onChange={(state) => note(recordOf(state as MeetingState))}
      />
      {meeting.state === 'held' && (
        <Select
          aria-label={t('rating')}
          placeholder={t('notRated')}
          clearable
          disabled={off !== null}
          data={ratings.slice(1).map((rating) => ({ value: rating, label: t(`ratings.${rating}`) }))}
          value={meeting.rating}
          onChange={(rating) => note({ rating: rating as Rating | null })}
        />
      )}
    </>
  )
}
