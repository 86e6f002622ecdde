import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { OrganisationPicker } from '../../components/organisation-picker.tsx'
import { PersonPicker } from '../../components/person-picker.tsx'
import { id as recordId } from '../../contract/primitives.ts'
import { merges } from '../../data/merge.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { WaitingLines } from '../../ui/waiting-lines.tsx'
import { Comparison } from './comparison.tsx'

const paramNames = ['noun', 'kept', 'other'] as const

/** Two records side by side, to be made one. Without the other one, it is asked for first. */
export function Component() {
  const { t } = useTranslation('merge')
  const { close, open, param } = useDialogAddress('merge', paramNames)
  const noun = param('noun') === 'people' ? 'people' : 'organisations'
  const kept = recordId.safeParse(param('kept')).data
  const other = recordId.safeParse(param('other')).data
  const Picker = noun === 'people' ? PersonPicker : OrganisationPicker
  return (
    <Dialog title={t('dialog.title')} size="xl" onClose={close}>
      {kept && !other && (
        <Picker
          label={t('dialog.choose')}
          value={null}
          onChange={(chosen) => chosen && chosen.id !== kept && open({ noun, kept, other: chosen.id })}
        />
      )}
      {kept && other && (
        <Compared
          key={`${kept} ${other}`}
          noun={noun}
          kept={kept}
          other={other}
          onSwap={() => open({ noun, kept: other, other: kept })}
          onClose={close}
        />
      )}
    </Dialog>
  )
}

interface Props {
  noun: 'organisations' | 'people'
  kept: string
  other: string
  onSwap: () => void
  onClose: () => void
}

function Compared({ noun, kept, other, onSwap, onClose }: Props) {
  const input = { params: { id: kept }, query: { other } }
  const organisations = useQuery({
    ...merges.previewOrganisations(input),
    enabled: noun === 'organisations',
    refetchOnMount: 'always',
  })
  const people = useQuery({
    ...merges.previewPeople(input),
    enabled: noun === 'people',
    refetchOnMount: 'always',
  })
  const preview = noun === 'people' ? people : organisations
  if (preview.isError) return <FormErrors error={preview.error} />
  // One kept from before may speak of versions that are no more.
  if (!preview.data || !preview.isFetchedAfterMount) return <WaitingLines />
  return <Comparison noun={noun} preview={preview.data} onSwap={onSwap} onClose={onClose} />
}
