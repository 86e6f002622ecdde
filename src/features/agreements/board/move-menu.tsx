import { ActionIcon, Menu } from '@mantine/core'
import MoveRight from 'lucide-react/icons/move-right'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementRow } from '../../../contract/agreements.ts'
import classes from './board.module.css'
import { type BoardColumn, boardColumns, dropOn } from './columns.ts'
import { useRefusal } from './use-refusal.ts'

/** "Move to…": the board by menu. What is not possible stands there with its reason. */
export function MoveMenu({ row, onMove }: { row: AgreementRow; onMove: (column: BoardColumn) => void }) {
  const { t } = useTranslation('agreements')
  const refusal = useRefusal()
  const [opened, setOpened] = useState(false)
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <ActionIcon size={26} aria-label={t('board.moveNamed', { title: row.title })} data-move-menu>
          <MoveRight size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.moveTo')}</Menu.Label>
        {opened &&
          boardColumns.map((column) => {
            const drop = dropOn(row, column)
            if (drop.kind === 'none') return null
            const refused = drop.kind === 'refuse'
            return (
              <Menu.Item
                key={column}
                aria-disabled={refused}
                data-refused={refused || undefined}
                className={classes.moveItem}
                onClick={() => onMove(column)}
              >
                {t(`board.column.${column}`)}
                <small>
                  {drop.kind === 'refuse' && refusal(drop.refusal)}
                  {drop.kind === 'ask' && t(`board.drop.${drop.dialog}`)}
                </small>
              </Menu.Item>
            )
          })}
      </Menu.Dropdown>
    </Menu>
  )
}
