import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core'
import Columns3 from 'lucide-react/icons/columns-3'
import { useTranslation } from 'react-i18next'
import type { Column } from './table-columns.ts'

/** Chooses the columns of a list. */
export function ColumnMenu<Row>({
  columns,
  shown,
  onChoose,
}: {
  columns: readonly Column<Row>[]
  shown: readonly Column<Row>[]
  onChoose: (ids: string[] | null) => void
}) {
  const { t } = useTranslation('ui')
  const optional = columns.filter((column) => !column.primary)
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon size={28} aria-label={t('table.columns')} title={t('table.columns')}>
          <Columns3 size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('table.columns')}>
        <Checkbox.Group
          aria-label={t('table.columns')}
          value={shown.map(({ id }) => id)}
          onChange={(ids) => onChoose(columns.filter(({ id }) => ids.includes(id)).map(({ id }) => id))}
        >
          {optional.map(({ id, header }) => (
            <Checkbox key={id} value={id} label={header} py={5} />
          ))}
        </Checkbox.Group>
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => onChoose(null)}>
          {t('table.resetColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
