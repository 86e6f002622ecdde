import { useTranslation } from 'react-i18next'
import { MissionPicker } from '../../../../components/mission-picker.tsx'
import { OrganisationPicker } from '../../../../components/organisation-picker.tsx'
import { useProblem } from '../../../../components/problem-sentence.ts'
import { OrderPicker } from '../order-picker.tsx'
import { type Entry, type LinkCell, linkCells } from './entry.ts'

interface Props {
  entry: Entry
  /** What the row is called. */
  name: string
  cell: LinkCell
  error: unknown
  onSet: (patch: Partial<Entry>) => void
}

/** A cell in which a mission, a company or an order is chosen, found by typing. */
export function LinkField({ entry, name, cell, error, onSet }: Props) {
  const { t } = useTranslation('expenses')
  const problem = useProblem(error)
  const field = {
    label: undefined,
    'aria-label': `${t(`column.${cell}`)}, ${name}`,
    value: entry[cell] ?? null,
    error: problem.field(linkCells[cell]),
    onChange: (record: Entry[LinkCell]) => onSet({ [cell]: record ?? null }),
  }
  if (cell === 'mission') return <MissionPicker {...field} />
  return cell === 'company' ? <OrganisationPicker companies {...field} /> : <OrderPicker {...field} />
}
