import { Collapse, UnstyledButton } from '@mantine/core'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schedule } from '../../../contract/meetings.ts'
import type { MissionResults } from '../../../contract/outcomes.ts'
import { referenceRates } from '../../../domain/meeting.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { CountedMeetings } from './counted.tsx'
import classes from './results.module.css'

type Steps = MissionResults['funnel']
type Step = Steps[number]

/** How many got from each step to the next, beside what is known from elsewhere. Each figure opens what it counts. */
export function Funnel({ funnel, schedule }: { funnel: Steps; schedule: Schedule }) {
  const { t } = useTranslation('results')
  const most = Math.max(1, ...funnel.map(({ count }) => count))
  const empty = funnel.every(({ count }) => count === 0)
  return (
    <Section title={t('funnel.title')}>
      {empty ? (
        <Nothing>{t('funnel.none')}</Nothing>
      ) : (
        <ol className={classes.funnel}>
          {funnel.map((entry, index) => (
            <StepRow
              key={entry.step}
              entry={entry}
              before={funnel[index - 1]}
              funnel={funnel}
              most={most}
              schedule={schedule}
            />
          ))}
        </ol>
      )}
    </Section>
  )
}

interface RowProps {
  entry: Step
  before: Step | undefined
  funnel: Steps
  most: number
  schedule: Schedule
}

function StepRow({ entry: { step, count, ids }, before, funnel, most, schedule }: RowProps) {
  const { t } = useTranslation('results')
  const f = useFormat()
  const [open, setOpen] = useState(false)
  const listId = useId()
  const name = t(`funnel.step.${step}`)
  const known = referenceRates[step]
  const base = known ? funnel.find((other) => other.step === known.of) : before
  return (
    <li className={classes.step}>
      <UnstyledButton
        className={classes.stepHead}
        aria-expanded={open}
        aria-controls={listId}
        title={t(`funnel.hint.${step}`)}
        disabled={count === 0}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden className={classes.chevron} data-open={open || undefined} />
        <span className={classes.stepName}>{name}</span>{' '}
        <span className={classes.bar} aria-hidden>
          <span style={{ width: `${(count / most) * 100}%` }} />
        </span>
        <strong className={classes.count}>{f.number(count)}</strong>
        <span className="visually-hidden">. {t('funnel.open', { step: name })}</span>
      </UnstyledButton>
      <p className={classes.share}>
        {base &&
          base.count > 0 &&
          t('funnel.ofStep', {
            share: f.percent(count / base.count),
            step: t(`funnel.step.${base.step}`).toLocaleLowerCase(),
          })}
        {known && (
          <>
            {' · '}
            <abbr title={t('funnel.referenceHint')}>
              {t('funnel.reference', { share: f.percent(known.rate) })}
            </abbr>
          </>
        )}
      </p>
      <Collapse expanded={open} id={listId}>
        {open && <CountedMeetings ids={ids} schedule={schedule} />}
      </Collapse>
    </li>
  )
}
