import { ActionIcon, Menu } from '@mantine/core'
import MoveRight from 'lucide-react/icons/move-right'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './board.module.css'
import type { BoardKind } from './types.ts'

/** "Move to…": the board by menu. What is not possible stands there with its reason. */
export function MoveMenu<Row extends { id: string }, Column extends string>({
  kind,
  row,
  onMove,
}: {
  kind: BoardKind<Row, Column>
  row: Row
  onMove: (column: Column) => void
}) {
  const { t } = useTranslation('ui')
  const [opened, setOpened] = useState(false)
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <ActionIcon size={26} aria-label={t('board.moveNamed', { title: kind.rowTitle(row) })} data-move-menu>
          <MoveRight size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.moveTo')}</Menu.Label>
        {opened &&
          kind.columns.map((column) => {
            const verdict = kind.verdict(row, column)
            if (!verdict) return null
            const refused = verdict.kind === 'refuse'
            return (
              <Menu.Item
                key={column}
                aria-disabled={refused}
                data-refused={refused || undefined}
                className={classes.moveItem}
                onClick={() => onMove(column)}
              >
                {kind.columnName(column)}
                {verdict.kind !== 'move' && <small>{verdict.text}</small>}
              </Menu.Item>
            )
          })}
      </Menu.Dropdown>
    </Menu>
  )
}
