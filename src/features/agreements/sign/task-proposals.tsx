import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../../ui/date-input.tsx'
import type { TaskChange } from './draft.ts'
import classes from './sign.module.css'
import type { TaskLine } from './use-tasks.ts'

/** Tasks that usually follow, ticked; each can be reworded, dated otherwise, or left out. */
export function TaskProposals({
  lines,
  onChange,
}: {
  lines: TaskLine[]
  onChange: (key: string, change: TaskChange) => void
}) {
  const { t } = useTranslation('signing')
  return (
    <fieldset className={classes.tasks}>
      <legend className={classes.heading}>{t('task.title')}</legend>
      {lines.length === 0 && <p className={classes.quiet}>{t('task.none')}</p>}
      {lines.map(({ key, ticked, title, due }) => (
        <div key={key} className={classes.task} data-off={!ticked || undefined}>
          <Checkbox
            aria-label={t('task.add', { title })}
            checked={ticked}
            onChange={(event) => onChange(key, { ticked: event.currentTarget.checked })}
          />
          <TextInput
            aria-label={t('task.what')}
            maxLength={500}
            disabled={!ticked}
            value={title}
            onChange={(event) => onChange(key, { title: event.currentTarget.value })}
          />
          <DateInput
            label={undefined}
            aria-label={t('task.due', { title })}
            disabled={!ticked}
            value={due}
            onChange={(next) => onChange(key, { due: next })}
          />
        </div>
      ))}
    </fieldset>
  )
}
