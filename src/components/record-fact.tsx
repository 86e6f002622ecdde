import type { ReactNode } from 'react'
import type { Named, RecordNoun } from '../contract/primitives.ts'
import type { PickerProps } from '../ui/async-picker.tsx'
import { EditableFact } from './editable-fact.tsx'
import { RecordLink } from './record-link.tsx'
import type { RecordEditing } from './text-fact.tsx'

interface Props<Patch> {
  editing: RecordEditing<Patch>
  label: string
  /** What the record calls it ("market"); it is sent by its id ("marketId"). */
  field: string
  value: Named | null
  noun: RecordNoun
  cluster?: boolean
  colour?: string | null
  picker: (props: PickerProps) => ReactNode
  /** What stands there where there is none, and that is known. */
  none?: ReactNode
  /** What a change takes with it. */
  also?: Patch
}

/** Another record that this one names, found by a picker. */
export function RecordFact<Patch>(props: Props<Patch>) {
  const { editing, label, field, value, noun, cluster, colour, picker, also, none } = props
  const path = `${field}Id`
  return (
    <EditableFact<Named | null>
      version={editing.version}
      reason={editing.reason}
      label={label}
      field={field}
      path={path}
      value={value}
      show={(record) => record?.name}
      input={picker}
      save={(record, over) => editing.save({ [path]: record?.id ?? null, ...also } as Patch, over)}
    >
      {value ? (
        <RecordLink noun={noun} id={value.id} name={value.name} cluster={cluster} colour={colour} />
      ) : (
        none
      )}
    </EditableFact>
  )
}
