import { Alert, Button, Group, Textarea } from '@mantine/core'
import ArrowLeftRight from 'lucide-react/icons/arrow-left-right'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { RecordLink } from '../../components/record-link.tsx'
import { useWrite } from '../../components/use-write.ts'
import type { MergePreview, OrganisationMergeField, PersonMergeField } from '../../contract/merge.ts'
import { merges } from '../../data/merge.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Consequences } from './consequences.tsx'
import classes from './duplicates.module.css'
import { type Choices, FieldChoices } from './field-choices.tsx'
import { useWarningWords } from './warnings.ts'

interface Props {
  noun: 'organisations' | 'people'
  preview: MergePreview
  onSwap: () => void
  onClose: () => void
}

/** Both records, field by field; what moves, what becomes one, and what stands in the way. */
export function Comparison({ noun, preview, onSwap, onClose }: Props) {
  const { t } = useTranslation(['merge', 'common'])
  const noWriting = useNoWriting('directory.merge')
  const warned = useWarningWords()
  const { kept, other, fields, refusals, warnings } = preview
  const [choices, setChoices] = useState<Choices>(() =>
    Object.fromEntries(fields.map(({ field, proposed }) => [field, proposed])),
  )
  const [reason, setReason] = useState('')
  const { mutate, busy, error } = useMerge(noun, onClose)
  const why = warnings.length > 0 ? reason.trim() : ''
  const stop =
    refusals.length > 0 ? t('dialog.refused') : warnings.length > 0 && !why ? t('dialog.sayWhy') : null
  const take = fields.map(({ field }) => field).filter((field) => choices[field] === 'other')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (noWriting || busy || stop) return
        mutate({
          keptId: kept.id,
          version: kept.version,
          otherId: other.id,
          otherVersion: other.version,
          take,
          reason: why || null,
        })
      }}
    >
      <div className={classes.heads}>
        <div>
          <small>{t('dialog.keep')}</small>
          <strong>
            <RecordLink noun={noun} id={kept.id} name={kept.name} />
          </strong>
        </div>
        <div>
          <small>{t('dialog.goes')}</small>
          <strong>
            <RecordLink noun={noun} id={other.id} name={other.name} />
          </strong>
        </div>
        <Button
          variant="default"
          size="xs"
          leftSection={<ArrowLeftRight size={14} aria-hidden />}
          onClick={onSwap}
        >
          {t('dialog.swap')}
        </Button>
      </div>
      {refusals.length > 0 && (
        <Alert color="red" title={t('dialog.refused')}>
          <ul>
            {refusals.map((refusal) => (
              <li key={`${refusal.code} ${refusal.recordId ?? refusal.title}`}>
                {t(`refusal.${refusal.code}`)}{' '}
                {refusal.recordId && (
                  <RecordLink noun={refusal.noun} id={refusal.recordId} name={refusal.title} />
                )}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="yellow" title={t('dialog.warned')}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning.code}>{warned(warning)}</li>
            ))}
          </ul>
          <Textarea
            label={t('dialog.reason')}
            description={t('dialog.reasonHint')}
            required
            autosize
            minRows={1}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Alert>
      )}
      <FieldChoices preview={preview} choices={choices} onChange={setChoices} />
      {noun === 'organisations' && <p className={classes.quiet}>{t('dialog.lists')}</p>}
      <Consequences preview={preview} />
      <FormErrors error={error} />
      <Group justify="flex-end" gap="xs" mt="md">
        <span className={classes.quiet}>{t('dialog.undone')}</span>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <ActionButton type="submit" loading={busy} reason={noWriting ?? stop}>
          {t('dialog.submit')}
        </ActionButton>
      </Group>
    </form>
  )
}

interface Asked {
  keptId: string
  version: number
  otherId: string
  otherVersion: number
  take: string[]
  reason: string | null
}

function useMerge(noun: Props['noun'], onDone: () => void) {
  const { t } = useTranslation('merge')
  const options = { message: ({ name }: { name: string }) => t('dialog.merged', { name }), onDone }
  const organisations = useWrite(merges.organisations, options)
  const people = useWrite(merges.people, options)
  return {
    busy: organisations.isPending || people.isPending,
    error: organisations.error ?? people.error,
    mutate: ({ keptId, version, otherId, otherVersion, take, reason }: Asked) => {
      const params = { id: keptId }
      const body = { otherId, otherVersion }
      if (noun === 'people')
        people.mutate({ params, version, body: { ...body, take: take as PersonMergeField[] } })
      else
        organisations.mutate({
          params,
          version,
          body: { ...body, take: take as OrganisationMergeField[], reason },
        })
    },
  }
}
