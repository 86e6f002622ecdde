import { Button, Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { same } from '../../../components/conflict-dialog.tsx'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useWrite } from '../../../components/use-write.ts'
import { type Agreement, actionStates } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { PartialDateInput } from '../../../ui/date-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import classes from './dialog.module.css'
import { type ActionInput, actionInput } from './inputs.ts'
import { blankObligation, ObligationFields, type ObligationValue } from './obligation-fields.tsx'

type Action = Agreement['actions'][number]

interface Values {
  title: string
  state: Action['state']
  due: string | null
  obligations: ObligationValue[]
}

/** Adds or changes a cooperation action and what is owed under it: `?dialog=action&action=…`. */
export function ActionDialog({
  agreement,
  action,
  onClose,
}: {
  agreement: Agreement
  action: Action | undefined
  onClose: () => void
}) {
  const { t } = useTranslation(['agreements', 'common'])
  const [initial] = useState<Values>(() => ({
    title: action?.title ?? '',
    state: action?.state ?? 'planned',
    due: action?.due ?? null,
    obligations: action?.obligations ?? [],
  }))
  const [opened] = useState(action)
  const draft = useDraft(`action:${action?.id ?? `${agreement.id}:new`}`, initial, opened)
  const { values, set } = draft
  const update = useWrite(agreements.update, {
    message: () => t('changed'),
    onDone: () => {
      draft.clear()
      onClose()
    },
  })
  const index = action ? agreement.actions.findIndex(({ id }) => id === action.id) : agreement.actions.length
  const problem = useProblem(update.error)
  const save = (change: (actions: ActionInput[]) => ActionInput[]) =>
    update.mutate({
      params: { id: agreement.id },
      body: { actions: change(agreement.actions.map(actionInput)) },
      // An older version is refused: somebody else has changed this very action since the typing began.
      version: same(draft.seen, action) || update.error ? agreement.version : agreement.version - 1,
    })
  const submit = () => {
    const mine = inputOf(values, action?.id)
    save((actions) => (action ? actions.with(index, mine) : [...actions, mine]))
  }
  return (
    <Dialog title={action ? t('actions.editTitle') : t('actions.add')} onClose={onClose}>
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextInput
          label={t('actions.what')}
          required
          data-autofocus
          maxLength={1000}
          value={values.title}
          error={problem.field(`actions.${index}.title`)}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <Select
            label={t('actions.stateLabel')}
            allowDeselect={false}
            data={actionStates.map((value) => ({ value, label: t(`actions.state.${value}`) }))}
            value={values.state}
            onChange={(state) => state && set({ state })}
          />
          <PartialDateInput
            label={t('actions.due')}
            value={values.due}
            error={problem.field(`actions.${index}.due`)}
            onChange={(due) => set({ due })}
          />
        </div>
        <div>
          <h3>{t('actions.obligations')}</h3>
          <RowsEditor
            label={t('actions.obligations')}
            rows={values.obligations}
            onChange={(obligations) => set({ obligations })}
            blank={blankObligation}
            addLabel={t('actions.addObligation')}
            rowName={({ description }) => description.slice(0, 40)}
          >
            {(row, patch, at) => (
              <ObligationFields
                value={row}
                onChange={patch}
                error={(field) => problem.field(`actions.${index}.obligations.${at}.${field}`)}
              />
            )}
          </RowsEditor>
        </div>
        <FormErrors error={update.error} fields={['actions']} />
        <Group justify="space-between" gap="xs">
          {action ? (
            <Button
              variant="subtle"
              color="red"
              onClick={() => save((actions) => actions.toSpliced(index, 1))}
            >
              {t('common:remove')}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={update.isPending}>
              {t('common:save')}
            </Button>
          </Group>
        </Group>
      </form>
    </Dialog>
  )
}

/** As it is sent; an obligation of which nothing was typed is none. */
const inputOf = ({ title, state, due, obligations }: Values, id: string | undefined): ActionInput => ({
  ...(id ? { id } : {}),
  title,
  state,
  due,
  obligations: obligations
    .filter(
      ({ description, ownerOrganisation, ownerPerson }) => description || ownerOrganisation || ownerPerson,
    )
    .map(({ ownerOrganisation, ownerPerson, ...rest }) => ({
      ...rest,
      ownerOrganisationId: ownerOrganisation?.id ?? null,
      ownerPersonId: ownerPerson?.id ?? null,
    })),
})
