import { EditableFact } from '../../../components/editable-fact.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import type { MissionEditing, MissionPatch } from './use-editing.ts'

/** A fact that is a whole day. */
export function DayFact({
  editing,
  label,
  field,
  value,
}: {
  editing: MissionEditing
  label: string
  field: keyof MissionPatch & string
  value: string | null
}) {
  const f = useFormat()
  return (
    <EditableFact
      label={label}
      field={field}
      value={value}
      version={editing.version}
      reason={editing.reason}
      show={(date) => date && f.date(date)}
      input={(input) => <DateInput {...input} />}
      save={(date, version) => editing.save({ [field]: date }, version)}
    >
      {value && f.date(value)}
    </EditableFact>
  )
}
