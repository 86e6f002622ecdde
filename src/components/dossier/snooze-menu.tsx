import { ActionIcon, Button, Menu } from '@mantine/core'
import MoonStar from 'lucide-react/icons/moon-star'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '../../contract/dossier.ts'
import { tasks } from '../../data/dossier.ts'
import { isCivilDate } from '../../domain/partial-date.ts'
import { rests, usualRests } from '../../domain/task.ts'
import { useFormat } from '../../i18n/format.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormErrors } from '../form-errors.tsx'
import { useScope } from '../scope.ts'
import { useWrite } from '../use-write.ts'
import classes from './dossier.module.css'

/** Puts a task off: out of the list until a day, or until its mission starts; or wakes it. */
export function SnoozeMenu({ task }: { task: Task }) {
  const { t } = useTranslation('dossier')
  const f = useFormat()
  const { day } = useScope()
  const [dating, setDating] = useState(false)
  const snooze = useWrite(tasks.update, {
    message: (reply) =>
      reply.snooze?.until
        ? t('snooze.done', { title: reply.title, date: f.date(reply.snooze.until) })
        : t('snooze.awake', { title: reply.title }),
    failure: 'toast',
  })
  const rest = (to: { until: string } | { toStart: true } | null) =>
    snooze.mutate({
      params: { id: task.id },
      version: task.version,
      body: { snooze: to && { from: day, ...to } },
    })
  const usual = ['tomorrow', 'week', 'month'] as const
  return (
    <>
      <Menu position="bottom-end" width={240} withinPortal>
        <Menu.Target>
          <ActionIcon
            size={28}
            className={classes.quiet}
            loading={snooze.isPending}
            aria-label={t('snooze.button', { title: task.title })}
          >
            <MoonStar size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {rests(task.snooze, day) && <Menu.Item onClick={() => rest(null)}>{t('snooze.wake')}</Menu.Item>}
          {usual.map((when) => (
            <Menu.Item
              key={when}
              rightSection={<small>{f.weekday(usualRests[when](day))}</small>}
              onClick={() => rest({ until: usualRests[when](day) })}
            >
              {t(`snooze.${when}`)}
            </Menu.Item>
          ))}
          {task.about?.noun === 'missions' && (
            <Menu.Item onClick={() => rest({ toStart: true })}>{t('snooze.toStart')}</Menu.Item>
          )}
          <Menu.Item onClick={() => setDating(true)}>{t('snooze.date')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dating && <SnoozeDialog task={task} onClose={() => setDating(false)} />}
    </>
  )
}

function SnoozeDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation(['dossier', 'common'])
  const f = useFormat()
  const { day } = useScope()
  const [until, setUntil] = useState<string | null>(null)
  const snooze = useWrite(tasks.update, {
    message: () => t('snooze.done', { title: task.title, date: until ? f.date(until) : '' }),
    onDone: onClose,
  })
  const early = until !== null && isCivilDate(until) && until <= day
  return (
    <Dialog title={t('snooze.dialog')} size="sm" onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (until && !early)
            snooze.mutate({
              params: { id: task.id },
              version: task.version,
              body: { snooze: { from: day, until } },
            })
        }}
      >
        <DateInput
          label={t('snooze.until')}
          required
          value={until}
          error={early ? t('snooze.later', { date: f.date(day) }) : undefined}
          onChange={setUntil}
        />
        <FormErrors error={snooze.error} fields={[]} />
        <div className={classes.buttons}>
          <Button type="submit" loading={snooze.isPending} disabled={!until || early}>
            {t('snooze.save')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
