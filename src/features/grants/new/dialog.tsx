import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { NewRecordForm } from '../../../components/new-record-form.tsx'
import { useScope, useScopedNavigate } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import { alliances } from '../../../data/alliances.ts'
import { grants } from '../../../data/grants.ts'
import { organisations } from '../../../data/organisations.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { NewGrantFields, newGrantPaths } from './fields.tsx'
import { blank, type NewGrant, toInput } from './values.ts'

/** `?dialog=new-grant`: what is known of a grant at first; the rest is entered on its page. */
export function Component() {
  const { t } = useTranslation('grants')
  const { close } = useDialogAddress('new-grant')
  const given = useScopeRecords()
  const initial = useMemo<NewGrant>(() => ({ ...blank, ...given }), [given])
  const draft = useDraft('new-grant', initial)
  const navigate = useScopedNavigate()
  const create = useWrite(grants.create, {
    message: ({ title }) => t('new.created', { title }),
    onDone: ({ id }) => {
      draft.clear()
      void navigate(`/grants/${id}/facts`)
    },
  })
  const submit = () => {
    const body = toInput(draft.values)
    if (body) create.mutate({ body })
  }
  return (
    <Dialog title={t('new.title')} onClose={close}>
      <NewRecordForm
        busy={create.isPending}
        restored={draft.restored}
        onDiscard={draft.clear}
        onSubmit={submit}
        onCancel={() => {
          draft.clear()
          close()
        }}
      >
        <NewGrantFields values={draft.values} set={draft.set} error={create.error} />
        <FormErrors error={create.error} fields={newGrantPaths} />
      </NewRecordForm>
    </Dialog>
  )
}

/** The alliance and cluster that the screen is narrowed to: most likely the grant is theirs. */
function useScopeRecords(): Partial<NewGrant> {
  const scope = useScope()
  const input = (id: string | undefined) => ({ params: { id: id ?? '' } })
  const alliance = useQuery({
    ...alliances.read(input(scope.alliance)),
    enabled: scope.alliance !== undefined,
  }).data
  const cluster = useQuery({
    ...organisations.read(input(scope.cluster)),
    enabled: scope.cluster !== undefined,
  }).data
  return useMemo(
    () => ({
      ...(alliance && { alliance: { id: alliance.id, name: alliance.name } }),
      ...(cluster && { cluster: { id: cluster.id, name: cluster.name } }),
    }),
    [alliance, cluster],
  )
}
