import { Button, Group } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../../components/form-errors.tsx'
import { ApiProblem } from '../../../../data/failures.ts'
import type { JobResult } from '../../../../data/schedule-runner.ts'
import { check } from '../../../../domain/schedule/check.ts'
import { differences } from '../../../../domain/schedule/differences.ts'
import { unplacedIn } from '../../../../domain/schedule/explain.ts'
import { isPairId, type Model } from '../model.ts'
import { useNames } from '../names.ts'
import { useRefusals } from '../refusals.ts'
import { StaleNotice } from '../stale-notice.tsx'
import { DifferenceList } from './difference-list.tsx'
import { inTermsOf } from './in-terms-of.ts'
import classes from './plan.module.css'
import { PlanFigures } from './plan-figures.tsx'
import { useReasons } from './reasons.ts'
import { useApplyPlan } from './use-apply-plan.ts'
import { WhyNot } from './why-not.tsx'

/** What was worked out: its figures, what it changes on the grid that it was worked out of, what found no place and why. */
export function PlanResult({
  model,
  now,
  how,
  result,
  stopped,
  onAgain,
  onClose,
}: {
  /** The schedule that it was worked out of. */
  model: Model
  /** The schedule as far as it is known now. */
  now: Model
  how: 'automatic' | 'replan'
  result: JobResult
  stopped: boolean
  onAgain: () => void
  onClose: () => void
}) {
  const { t } = useTranslation(['meetings', 'common'])
  const names = useNames(model)
  const say = useReasons(model)
  const refusals = useRefusals()
  const apply = useApplyPlan(model, how, onClose)
  const changed = useMemo(() => differences(model.timetable, result.timetable), [model, result])
  const pairs = result.timetable.filter(({ meeting }) => isPairId(meeting)).length
  // Somebody may have worked on the schedule while this was being worked out.
  const broken = useMemo(
    () => check(now.problem, inTermsOf(now, model, result.timetable)).length > 0,
    [now, model, result],
  )
  const stale = apply.error instanceof ApiProblem && apply.error.code === 'version_stale'
  // What came between: a meeting that was moved, or slots and tables, which count with the mission.
  const movedId = apply.error instanceof ApiProblem ? apply.error.problem.params?.meetingId : undefined
  const unplaced = useMemo(() => unplacedIn(model, result.timetable), [model, result])
  const said = refusals(apply.error)
  return (
    <div className={classes.result}>
      {stopped && <p className={classes.soft}>{t('plan.stopped')}</p>}
      <PlanFigures model={model} result={result} />
      <section>
        <h3>{t('plan.differences', { count: changed.length })}</h3>
        <DifferenceList model={model} differences={changed} />
      </section>
      {unplaced.length > 0 && (
        <section>
          <h3>{t('plan.whyNot', { count: unplaced.length })}</h3>
          <ul className={classes.unplaced}>
            {unplaced.map(({ meeting, reasons }) => (
              <li key={meeting}>
                <strong>{names.pair(meeting)}</strong>
                <WhyNot reasons={reasons} say={say} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {pairs > 0 && <p className={classes.soft}>{t('plan.madeFirst', { count: pairs })}</p>}
      {stale && !broken ? (
        <StaleNotice
          noun={movedId ? 'meetings' : 'missions'}
          recordId={movedId ? String(movedId) : model.schedule.missionId}
          what={t('plan.stale')}
          keep={t('plan.applyStale')}
          busy={apply.busy}
          onKeep={() => apply.run(result, now)}
          onGiveUp={onClose}
        />
      ) : said.length > 0 ? (
        <p role="alert" className={classes.refused}>
          {t('plan.notApplied')} {said.join(' ')}
        </p>
      ) : (
        <FormErrors error={apply.error} />
      )}
      {broken && (
        <p role="alert" className={classes.refused}>
          {t('plan.outdated')}
        </p>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        {(broken || stopped) && (
          <Button variant="default" onClick={onAgain}>
            {t('plan.again')}
          </Button>
        )}
        <Button
          disabled={broken}
          loading={apply.busy}
          onClick={() => apply.run(result, model)}
          data-autofocus
        >
          {t('plan.apply')}
        </Button>
      </Group>
    </div>
  )
}
