import { Button, Group, SegmentedControl, Textarea } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../../components/form-errors.tsx'
import { useProblem } from '../../../../components/problem-sentence.ts'
import { savedOver } from '../../../../components/saved-over.ts'
import { useWrite } from '../../../../components/use-write.ts'
import type { MeetingRequest } from '../../../../contract/requests.ts'
import { ApiProblem } from '../../../../data/failures.ts'
import { requests } from '../../../../data/meetings.ts'
import { type Answer, answers, type Wish, wishes } from '../../../../domain/matching.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../../ui/dialog-address.ts'
import { useDraft } from '../../../../ui/use-draft.ts'
import classes from './requests.module.css'
import { useEnteredWords } from './use-entered-words.ts'

const own = ['request'] as const

/** The request that the address names, among those on screen, to be changed or deleted. */
export function RequestDialog({
  rows,
  noWriting,
}: {
  rows: readonly MeetingRequest[]
  noWriting: string | null
}) {
  const dialog = useDialogAddress('request', own)
  const request = rows.find(({ id }) => id === dialog.param('request'))
  if (!dialog.opened || !request) return null
  return <Editor key={request.id} request={request} noWriting={noWriting} onClose={dialog.close} />
}

function Editor({
  request,
  noWriting,
  onClose,
}: {
  request: MeetingRequest
  noWriting: string | null
  onClose: () => void
}) {
  const { t } = useTranslation(['meetings', 'common'])
  const { wish, note, expiresOn, answer } = request
  const initial = useMemo(
    () => ({ wish, note: note ?? '', expiresOn, answer }),
    [wish, note, expiresOn, answer],
  )
  const draft = useDraft(`request:${request.id}`, initial, request.version)
  const { values } = draft
  const name = `${request.from.name} → ${request.to.name}`
  const done = () => {
    draft.clear()
    onClose()
  }
  const words = useEnteredWords()
  const update = useWrite(requests.update, {
    message: (reply) => words(t('requests.saved', { name }), reply),
    onDone: done,
  })
  const remove = useWrite(requests.remove, {
    message: (reply) => words(t('requests.removed', { name }), reply),
    onDone: done,
  })
  const problem = useProblem(update.error)
  const stale = update.error instanceof ApiProblem && update.error.code === 'version_stale'
  return (
    <Dialog title={name} onClose={onClose} size="md">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (noWriting) return
          // After a refusal the list has come anew: the second try is made on what is there now.
          update.mutate({
            params: { id: request.id },
            body: { ...values, note: values.note || null },
            version: savedOver(draft.seen, request.version, update.error),
          })
        }}
      >
        <div>
          <span className={classes.label} id="edit-wish">
            {t('requests.wishOf', { who: request.from.name })}
          </span>
          <SegmentedControl
            aria-labelledby="edit-wish"
            fullWidth
            size="xs"
            value={values.wish}
            data={wishes.map((value) => ({ value, label: t(`wish.${value}`) }))}
            onChange={(value) => draft.set({ wish: value as Wish })}
          />
        </div>
        <div>
          <span className={classes.label} id="edit-answer">
            {t('requests.answerOf', { who: request.to.name })}
          </span>
          <SegmentedControl
            aria-labelledby="edit-answer"
            fullWidth
            size="xs"
            value={values.answer}
            data={answers.map((value) => ({ value, label: t(`answer.${value}`) }))}
            onChange={(value) => draft.set({ answer: value as Answer })}
          />
        </div>
        <DateInput
          label={t('requests.expires')}
          value={values.expiresOn}
          error={problem.field('expiresOn')}
          onChange={(next) => draft.set({ expiresOn: next })}
        />
        <Textarea
          label={t('requests.note')}
          autosize
          minRows={2}
          maxLength={2000}
          value={values.note}
          onChange={(event) => draft.set({ note: event.currentTarget.value })}
        />
        {stale && <p className={classes.soft}>{t('requests.stale')}</p>}
        <FormErrors error={update.error ?? remove.error} fields={['expiresOn']} />
        <Group justify="space-between">
          <ActionButton
            variant="subtle"
            color="red"
            reason={noWriting}
            loading={remove.isPending}
            onClick={() => remove.mutate({ params: { id: request.id }, version: request.version })}
          >
            {t('common:delete')}
          </ActionButton>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <ActionButton type="submit" reason={noWriting} loading={update.isPending}>
              {t('common:save')}
            </ActionButton>
          </Group>
        </Group>
      </form>
    </Dialog>
  )
}
