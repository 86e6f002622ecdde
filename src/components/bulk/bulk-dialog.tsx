import { Alert, Button, Progress, Select } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bulk } from '../../data/bulk.ts'
import { ApiProblem } from '../../data/failures.ts'
import { makeStale } from '../../data/stale.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormErrors } from '../form-errors.tsx'
import { useNoWriting } from '../may-write.ts'
import { useWrite } from '../use-write.ts'
import classes from './bulk.module.css'
import type { BulkProps } from './bulk-edit.tsx'
import { type BulkField, bulkFields, isWhole, type Values } from './fields.ts'
import { PartInput } from './part-input.tsx'
import { Preview } from './preview.tsx'
import { type Looking, usePreview } from './use-preview.ts'

interface Props extends BulkProps {
  onClose: () => void
}

/** Two steps: what is to be changed, then what that does to each record; nothing is written before the second is agreed to. */
export function BulkDialog({ noun, rows, more = [], onDone, onClose }: Props) {
  const { t } = useTranslation('bulk')
  const [chosen, setChosen] = useState<string | null>(null)
  const [values, setValues] = useState<Values>({})
  const preview = usePreview(rows)
  const fields = [...more, ...bulkFields[noun]]
  const field = fields.find(({ id }) => id === chosen)
  return (
    <Dialog title={t('title', { count: rows.length })} size="md" onClose={onClose}>
      {preview.looking ? (
        <Agree
          looking={preview.looking}
          rows={rows}
          danger={field?.danger ?? false}
          onBack={preview.stop}
          onAgain={preview.look}
          onDone={() => {
            onDone()
            onClose()
          }}
        />
      ) : (
        <form
          noValidate
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (field && isWhole(field, values)) void preview.look(field.build(values))
          }}
        >
          <Select
            label={t('what')}
            required
            searchable
            data-autofocus
            comboboxProps={{ withinPortal: true }}
            data={fields.map(({ id, label }) => ({ value: id, label: label ?? t(`field.${id as 'stage'}`) }))}
            value={chosen}
            onChange={(id) => {
              setChosen(id)
              setValues({})
            }}
          />
          {field && (
            <Parts field={field} values={values} set={(patch) => setValues({ ...values, ...patch })} />
          )}
          <FormErrors error={preview.error} />
          <div className={classes.foot}>
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t('cancel')}
            </Button>
            <ActionButton type="submit" reason={field && isWhole(field, values) ? null : t('incomplete')}>
              {t('look')}
            </ActionButton>
          </div>
        </form>
      )}
    </Dialog>
  )
}

function Parts({ field, values, set }: { field: BulkField; values: Values; set: (patch: Values) => void }) {
  const { t } = useTranslation('bulk')
  if (field.parts.length === 0) return <p>{t('removeHint')}</p>
  return (
    <div className={classes.parts}>
      {field.parts.map((part) => (
        <PartInput
          key={`${field.id} ${part.key}`}
          part={part}
          label={part.key === 'value' ? t('value') : t(`part.${part.key as 'since'}`)}
          values={values}
          set={set}
        />
      ))}
    </div>
  )
}

interface AgreeProps {
  looking: Looking
  rows: BulkProps['rows']
  danger: boolean
  onBack: () => void
  onAgain: (edit: Looking['edit']) => Promise<void>
  onDone: () => void
}

/** What would happen, and the button that makes it so. */
function Agree({ looking, rows, danger, onBack, onAgain, onDone }: AgreeProps) {
  const { t } = useTranslation('bulk')
  const noWriting = useNoWriting()
  const client = useQueryClient()
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const { preview, edit, done } = looking
  const apply = useWrite(bulk.apply, { message: ({ changed }) => t('done', { count: changed }), onDone })
  const going = preview.rows.filter(({ id, outcome }) => outcome === 'changed' && !leftOut.has(id))
  const whole = done >= rows.length
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  const refused = apply.error instanceof ApiProblem && apply.error.code === 'bulk_refused'
  const again = () => {
    apply.reset()
    void onAgain(edit)
  }
  return (
    <div className={classes.body}>
      {!whole && (
        <div role="status">
          {t('looking', { done, total: rows.length })}
          <Progress
            value={(100 * done) / rows.length}
            aria-label={t('looking', { done, total: rows.length })}
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <div className={classes.list} tabIndex={0} role="group" aria-label={t('preview')}>
        <Preview
          preview={preview}
          leftOut={leftOut}
          onLeaveOut={(id, out) => {
            const next = new Set(leftOut)
            if (out) next.add(id)
            else next.delete(id)
            setLeftOut(next)
          }}
        />
      </div>
      {refused ? (
        <Alert color="red">
          <FormErrors error={apply.error} fields={['rows']} />
          <Button
            size="compact-sm"
            mt="xs"
            onClick={() => {
              makeStale(client)
              again()
            }}
          >
            {t('lookAgain')}
          </Button>
        </Alert>
      ) : (
        <FormErrors error={apply.error} />
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <ActionButton
          color={danger ? 'red' : undefined}
          loading={apply.isPending}
          reason={noWriting ?? (whole ? (going.length === 0 ? t('nothing') : null) : t('notYet'))}
          onClick={() =>
            apply.mutate({
              body: { edit, rows: going.map(({ id }) => ({ id, version: versions.get(id) ?? 1 })) },
            })
          }
        >
          {t('apply', { count: going.length })}
        </ActionButton>
      </div>
    </div>
  )
}
