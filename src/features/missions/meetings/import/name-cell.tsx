import Pencil from 'lucide-react/icons/pencil'
import { useTranslation } from 'react-i18next'
import type { Model } from '../model.ts'
import classes from './import.module.css'

/** A name of the table: whom it means, or the choice of whom it could. */
export function NameCell({
  model,
  label,
  text,
  id,
  candidates,
  editing,
  onEdit,
  onChoose,
}: {
  model: Model
  label: string
  /** As it was written. */
  text: string
  id: string | null
  candidates: readonly string[]
  editing: boolean
  onEdit: () => void
  onChoose: (id: string | null) => void
}) {
  const { t } = useTranslation('meetings')
  const name = id ? (model.participants.get(id)?.name ?? text) : text
  if (id && !editing)
    return (
      <span className={classes.known}>
        {name}
        <button type="button" aria-label={t('import.change', { cell: label })} onClick={onEdit}>
          <Pencil size={12} aria-hidden />
        </button>
      </span>
    )
  const others = model.schedule.participants.filter((one) => !candidates.includes(one.id))
  return (
    <span className={classes.unknown}>
      <select
        aria-label={label}
        aria-invalid={!id}
        value={id ?? ''}
        onChange={(event) => onChoose(event.target.value || null)}
      >
        <option value="">{text ? t('import.whoIs', { text }) : t('import.whoIsMissing')}</option>
        {candidates.length > 0 && (
          <optgroup label={t('import.likely')}>
            {candidates.map((one) => (
              <option key={one} value={one}>
                {model.participants.get(one)?.name}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('import.everybody')}>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </optgroup>
      </select>
    </span>
  )
}
