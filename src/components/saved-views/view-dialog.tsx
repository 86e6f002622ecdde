import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView } from '../../contract/saved-views.ts'
import { savedViews } from '../../data/saved-views.ts'
import { useFormat } from '../../i18n/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { keptColumns } from '../../ui/table-columns.ts'
import { FormErrors } from '../form-errors.tsx'
import { useProblem } from '../problem-sentence.ts'
import { useScope } from '../scope.ts'
import { useWrite } from '../use-write.ts'
import classes from './saved-views.module.css'
import type { SavedViewsProps } from './saved-views.tsx'
import { stateOf } from './state.ts'
import type { Views } from './use-views.ts'

interface Props extends SavedViewsProps {
  views: Views
  /** The view to rename or share; without one the present address is kept as a new one. */
  view: SavedView | null
  onClose: () => void
}

/** A view's name, whom it is for, and whether scope and day belong to it. */
export function ViewDialog({ list, schema, table, views, view, onClose }: Props) {
  const { t } = useTranslation(['saved-views', 'common'])
  const f = useFormat()
  const scope = useScope()
  const [values, setValues] = useState({
    name: view?.name ?? '',
    shared: view?.shared ?? false,
    scope: false,
    day: false,
  })
  const set = (patch: Partial<typeof values>) => setValues({ ...values, ...patch })
  const create = useWrite(savedViews.create, {
    message: ({ name }) => t('kept', { name }),
    onDone: ({ id, state }) => {
      views.show(id, state)
      onClose()
    },
  })
  const update = useWrite(savedViews.update, {
    message: ({ name }) => t('changed', { name }),
    onDone: onClose,
  })
  const write = view ? update : create
  const problem = useProblem(write.error)
  const submit = () => {
    const { name, shared } = values
    if (view) return update.mutate({ params: { id: view.id }, body: { name, shared }, version: view.version })
    const state = stateOf(views.params, schema, values)
    const columns = table && !state.cols ? keptColumns(table) : null
    create.mutate({
      body: { list, name, shared, state: columns ? { ...state, cols: columns.join(',') } : state },
    })
  }
  return (
    <Dialog title={view ? t('editTitle') : t('keepTitle')} size="sm" onClose={onClose}>
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!write.isPending) submit()
        }}
      >
        <TextInput
          label={t('name')}
          required
          data-autofocus
          maxLength={120}
          value={values.name}
          error={problem.field('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Checkbox
          label={t('share')}
          description={t('shareHint')}
          checked={values.shared}
          onChange={(event) => set({ shared: event.currentTarget.checked })}
        />
        {!view && scope.isNarrowed && (
          <Checkbox
            label={t('withScope')}
            checked={values.scope}
            onChange={(event) => set({ scope: event.currentTarget.checked })}
          />
        )}
        {!view && scope.asOf && (
          <Checkbox
            label={t('withDay', { date: f.date(scope.asOf) })}
            checked={values.day}
            onChange={(event) => set({ day: event.currentTarget.checked })}
          />
        )}
        <FormErrors error={write.error} fields={['name']} />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={write.isPending} disabled={values.name.trim() === ''}>
            {t('common:save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
