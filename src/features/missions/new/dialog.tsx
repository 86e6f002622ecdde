import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { FormErrors } from '../../../components/form-errors.tsx'
import { NewRecordForm } from '../../../components/new-record-form.tsx'
import { useScope, useScopedNavigate } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import { missions } from '../../../data/missions.ts'
import { isCivilDate } from '../../../domain/partial-date.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { ChecklistPreview } from './checklist-preview.tsx'
import { NewMissionFields, newMissionPaths } from './fields.tsx'
import classes from './new.module.css'
import { useGivenRecords } from './use-given.ts'
import { blank, type NewMission, toInput } from './values.ts'

const own = ['starts', 'forMarket', 'forAlliance', 'forLead', 'forAgreement']

/** `?dialog=new-mission`: a mission from the template of its kind, its checklist shown before it is created. */
export function Component() {
  const { t } = useTranslation('missions')
  const { day } = useScope()
  const { close } = useDialogAddress('new-mission', own)
  const [params] = useSearchParams()
  const [starts] = useState(() => params.get('starts'))
  const given = useGivenRecords()
  const initial = useMemo<NewMission>(
    () => ({ ...blank, ...given, ...(starts && isCivilDate(starts) ? { starts } : {}) }),
    [given, starts],
  )
  const draft = useDraft('new-mission', initial)
  const navigate = useScopedNavigate()
  const create = useWrite(missions.create, {
    message: ({ title }) => t('new.created', { title }),
    onDone: ({ id }) => {
      draft.clear()
      void navigate(`/missions/${id}`)
    },
  })
  return (
    <Dialog title={t('new.title')} size="xl" onClose={close}>
      <NewRecordForm
        busy={create.isPending}
        restored={draft.restored}
        onDiscard={draft.clear}
        onSubmit={() => create.mutate({ body: toInput(draft.values, day) })}
        onCancel={() => {
          draft.clear()
          close()
        }}
      >
        <div className={classes.body}>
          <NewMissionFields values={draft.values} set={draft.set} error={create.error} />
          <ChecklistPreview
            values={draft.values}
            day={day}
            onTemplate={(template) => draft.set({ template })}
          />
        </div>
        <FormErrors error={create.error} fields={newMissionPaths} />
      </NewRecordForm>
    </Dialog>
  )
}
