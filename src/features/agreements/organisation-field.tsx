import { useState } from 'react'
import { OrganisationPicker } from '../../components/organisation-picker.tsx'
import type { OrganisationKind } from '../../contract/organisations.ts'
import type { Named } from '../../contract/primitives.ts'
import type { PickerProps } from '../../ui/async-picker.tsx'
import { panelHasFocus } from './inline-panel.tsx'
import { NewOrganisation } from './new-organisation.tsx'

interface Props extends Omit<PickerProps, 'onCreate'> {
  /** What a body added here most likely is, where its name doesn't say. */
  kind: OrganisationKind
  /** Proposes the country of a body that is added. */
  marketId?: string
  onChange: (value: Named | null) => void
}

/** An organisation, found by its names or added on the spot. */
export function OrganisationField({ kind, marketId, ...props }: Props) {
  const [creating, setCreating] = useState<string | null>(null)
  // Where the form for a new one was, the field comes back, and the focus with it.
  const [back, setBack] = useState(false)
  const close = () => {
    setBack(panelHasFocus())
    setCreating(null)
  }
  if (creating !== null)
    return (
      <NewOrganisation
        name={creating}
        kind={kind}
        marketId={marketId}
        onCancel={close}
        onCreated={(organisation) => {
          close()
          props.onChange(organisation)
        }}
      />
    )
  return <OrganisationPicker {...props} autoFocus={back || props.autoFocus} onCreate={setCreating} />
}
