import { Button, Group, Progress } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../../ui/dialog.tsx'
import type { Model } from '../model.ts'
import classes from './plan.module.css'
import { PlanFigures } from './plan-figures.tsx'
import { PlanResult } from './plan-result.tsx'
import { usePlan } from './use-plan.ts'

/** So many seconds the machine goes on looking for something better; it is often done, or told to stop, long before. */
const patience = { automatic: 60, replan: 5 }

/** The schedule worked out beside the page: how far it is, the best so far, then what it would change, before it does. */
export function PlanDialog({
  model,
  how,
  onClose,
}: {
  model: Model
  how: 'automatic' | 'replan'
  onClose: () => void
}) {
  const { t } = useTranslation(['meetings', 'common'])
  const seconds = patience[how]
  const question = useMemo(
    () => ({ job: { kind: how, problem: model.problem, present: model.timetable, seconds }, model }),
    [how, model, seconds],
  )
  const { state, stop, again } = usePlan(question)
  return (
    <Dialog title={t(`plan.${how}Title`)} onClose={onClose} size="xl">
      {state.phase === 'running' && (
        <div className={classes.running}>
          <p role="status">{t('plan.running')}</p>
          <Clock seconds={seconds} />
          {state.best && (
            <>
              <h3>{t('plan.soFar')}</h3>
              <PlanFigures model={state.model} result={state.best} />
            </>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button disabled={!state.best} onClick={stop}>
              {t('plan.keepBest')}
            </Button>
          </Group>
        </div>
      )}
      {state.phase === 'failed' && (
        <div className={classes.running}>
          <p role="alert">{t('plan.failed')}</p>
          <Group justify="flex-end">
            <Button onClick={again}>{t('plan.again')}</Button>
          </Group>
        </div>
      )}
      {state.phase === 'done' && (
        <PlanResult
          model={state.model}
          now={model}
          how={how}
          result={state.result}
          stopped={state.stopped}
          onAgain={again}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

/** How much of the time that is allowed has passed; it often ends sooner. */
function Clock({ seconds }: { seconds: number }) {
  const { t } = useTranslation('meetings')
  const [begun] = useState(() => performance.now())
  const [now, setNow] = useState(begun)
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 200)
    return () => clearInterval(timer)
  }, [])
  const share = Math.min(100, (100 * (now - begun)) / (1000 * seconds))
  return <Progress value={share} aria-label={t('plan.running')} transitionDuration={200} />
}
