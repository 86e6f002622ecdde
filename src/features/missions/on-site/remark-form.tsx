import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Meeting } from '../../../contract/meetings.ts'
import type { Mission } from '../../../contract/missions.ts'
import { meetings } from '../../../data/meetings.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import classes from './on-site.module.css'
import { useNoRecording } from './use-no-recording.ts'

/** What was said in a line or two, and where it took place when not as planned. Kept while it is typed. */
export function RemarkForm({
  meeting,
  mission,
  onDone,
}: {
  meeting: Meeting
  mission: Mission
  onDone?: () => void
}) {
  const { t } = useTranslation('on-site')
  const off = useNoRecording(mission)
  const initial = useMemo(
    () => ({ remark: meeting.remark ?? '', movedTo: meeting.movedTo ?? '' }),
    [meeting.remark, meeting.movedTo],
  )
  const { values, set, clear, isDirty } = useDraft(`meeting:${meeting.id}`, initial)
  const record = useWrite(meetings.record, {
    message: () => t('kept'),
    onDone: () => {
      clear()
      onDone?.()
    },
  })
  const problem = useProblem(record.error)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (record.isPending) return
        // Only what was typed: the other may have been written by somebody else meanwhile.
        const body = {
          ...(values.remark === initial.remark ? {} : { remark: values.remark || null }),
          ...(values.movedTo === initial.movedTo ? {} : { movedTo: values.movedTo || null }),
        }
        record.mutate({ params: { id: meeting.id }, body })
      }}
    >
      <Textarea
        label={t('remark')}
        autosize
        minRows={2}
        maxLength={4000}
        readOnly={off !== null}
        value={values.remark}
        error={problem.field('remark')}
        onChange={(event) => set({ remark: event.currentTarget.value })}
      />
      <TextInput
        label={t('movedTo')}
        description={t('movedToHint')}
        maxLength={300}
        readOnly={off !== null}
        value={values.movedTo}
        error={problem.field('movedTo')}
        onChange={(event) => set({ movedTo: event.currentTarget.value })}
      />
      <FormErrors error={record.error} fields={['remark', 'movedTo']} />
      {isDirty && (
        <Group justify="flex-end">
          <Button type="submit" loading={record.isPending}>
            {t('saveRemark')}
          </Button>
        </Group>
      )}
    </form>
  )
}
