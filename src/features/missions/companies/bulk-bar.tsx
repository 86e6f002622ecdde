import { Button, Menu } from '@mantine/core'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import type { Participation } from '../../../contract/participations.ts'
import { type ParticipationState, participationStates } from '../../../domain/participation.ts'
import classes from './companies.module.css'
import { MovesMade } from './moves-made.tsx'
import { stepsOf } from './rules.ts'
import type { MoveProgress } from './use-move.ts'

/** What can be done with those selected: every step that is possible for any of them, with how many that is. */
export function BulkBar({
  rows,
  busy,
  progress,
  onMove,
  onAll,
  onClear,
}: {
  rows: readonly Participation[]
  busy: boolean
  progress: MoveProgress | null
  onMove: (to: ParticipationState) => void
  /** Selects all that are shown; absent where they are. */
  onAll?: () => void
  onClear: () => void
}) {
  const { t } = useTranslation(['participations', 'ui'])
  const noWriting = useNoWriting()
  const able = (to: ParticipationState) => rows.filter((row) => stepsOf(row).includes(to)).length
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('ui:table.bulk')}>
      <span role="status">{t('ui:table.selected', { count: rows.length })}</span>
      {!noWriting && (
        <Menu position="top-start" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" loading={busy} rightSection={<ChevronDown size={14} aria-hidden />}>
              {t('bulk.move')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {participationStates
              .filter((to) => able(to) > 0)
              .map((to) => (
                <Menu.Item key={to} onClick={() => onMove(to)}>
                  {t(`step.verb.${to}`)} ({able(to)})
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {progress && <MovesMade progress={progress} />}
      {onAll && (
        <Button variant="subtle" size="compact-sm" onClick={onAll}>
          {t('bulk.all')}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        {t('ui:table.clearSelection')}
      </Button>
    </div>
  )
}
