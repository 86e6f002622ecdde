import { ActionIcon, Button, Menu } from '@mantine/core'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useTranslation } from 'react-i18next'
import type { Participation } from '../../../contract/participations.ts'
import type { ParticipationState } from '../../../domain/participation.ts'
import classes from './companies.module.css'
import { stepsOf, usualStep } from './rules.ts'

/** The step that comes next as a button, and the others that are possible in a menu. */
export function StepButtons({
  row,
  large,
  onMove,
}: {
  row: Participation
  /** As the buttons of a page, the menu by its name. */
  large?: boolean
  onMove: (to: ParticipationState) => void
}) {
  const { t } = useTranslation('participations')
  const usual = usualStep(row)
  const others = stepsOf(row).filter((to) => to !== usual)
  return (
    <span className={classes.steps}>
      {usual && (
        <Button
          variant={large ? 'filled' : 'default'}
          size={large ? 'sm' : 'compact-sm'}
          aria-label={t('step.named', { step: t(`step.verb.${usual}`), name: row.organisation.name })}
          onClick={() => onMove(usual)}
        >
          {t(`step.verb.${usual}`)}
        </Button>
      )}
      {others.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            {large ? (
              <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
                {t('bulk.move')}
              </Button>
            ) : (
              <ActionIcon size={26} aria-label={t('step.menu', { name: row.organisation.name })}>
                <ChevronDown size={16} aria-hidden />
              </ActionIcon>
            )}
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((to) => (
              <Menu.Item key={to} onClick={() => onMove(to)}>
                {t(`step.verb.${to}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  )
}
