import { Button, SegmentedControl, Select } from '@mantine/core'
import NotebookPen from 'lucide-react/icons/notebook-pen'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { RecordLink } from '../../../components/record-link.tsx'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { useWrite } from '../../../components/use-write.ts'
import { WaitingMark } from '../../../components/waiting-mark.tsx'
import { meetings } from '../../../data/meetings.ts'
import { type MeetingState, meetingOutcomes, type Rating, ratings } from '../../../domain/meeting.ts'
import type { Sitting } from '../sittings.ts'
import { MeetingNotes } from './meeting-notes.tsx'
import classes from './on-site.module.css'

/** What did not take place says so in its rating too; another state begins without one. */
const outcomeOf = (state: MeetingState): { state: MeetingState; rating: Rating | null } => ({
  state,
  rating: state === 'no_show' ? 'did_not_take_place' : null,
})

/** A meeting of the day: two taps say what became of it and how useful it was. */
export function MeetingItem({ sitting: { meeting, table, a, b } }: { sitting: Sitting }) {
  const { t } = useTranslation('on-site')
  const noWriting = useNoWriting()
  const [open, setOpen] = useState(false)
  const record = useWrite(meetings.record, { failure: 'toast' })
  const note = (body: { state?: MeetingState; rating?: Rating | null }) =>
    record.mutate({ params: { id: meeting.id }, body })
  const two = { a: a.name, b: b.name }
  return (
    <li className={classes.item} data-state={meeting.state}>
      <div className={classes.who}>
        <span className={classes.table}>{table}</span>
        <div>
          <RecordLink noun="meetings" id={meeting.id} name={t('two', two)} />
          {b.nativeName && <span className={classes.native}> {b.nativeName}</span>}{' '}
          {meeting.sample && <SampleTag />}
          {meeting.movedTo && <div className={classes.soft}>{meeting.movedTo}</div>}
          {meeting.remark && <div className={classes.soft}>{meeting.remark}</div>}
        </div>
        <WaitingMark id={meeting.id} />
      </div>
      <div className={classes.controls}>
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
        <Button
          variant="default"
          leftSection={<NotebookPen size={15} aria-hidden />}
          aria-label={t('moreOf', two)}
          onClick={() => setOpen(true)}
        >
          {t('more')}
        </Button>
      </div>
      {open && <MeetingNotes meeting={meeting} title={t('two', two)} onClose={() => setOpen(false)} />}
    </li>
  )
}
