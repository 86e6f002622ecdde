import { Button } from '@mantine/core'
import NotebookPen from 'lucide-react/icons/notebook-pen'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { WaitingMark } from '../../../components/waiting-mark.tsx'
import type { Mission } from '../../../contract/missions.ts'
import type { Sitting } from '../sittings.ts'
import { MeetingNotes } from './meeting-notes.tsx'
import classes from './on-site.module.css'
import { OutcomeControls } from './outcome-controls.tsx'

/** A meeting of the day: two taps say what became of it and how useful it was. */
export function MeetingItem({
  mission,
  sitting: { meeting, table, a, b },
}: {
  mission: Mission
  sitting: Sitting
}) {
  const { t } = useTranslation('on-site')
  const [open, setOpen] = useState(false)
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
        <OutcomeControls meeting={meeting} mission={mission} />
        <Button
          variant="default"
          leftSection={<NotebookPen size={15} aria-hidden />}
          aria-label={t('moreOf', two)}
          onClick={() => setOpen(true)}
        >
          {t('more')}
        </Button>
      </div>
      {open && (
        <MeetingNotes
          meeting={meeting}
          mission={mission}
          title={t('two', two)}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}
