import { Collapse, UnstyledButton } from '@mantine/core'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schedule } from '../../../contract/meetings.ts'
import type { MissionResults } from '../../../contract/outcomes.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { CountedMeetings } from './counted.tsx'
import classes from './results.module.css'

type Rating = MissionResults['ratings'][number]

/** How useful the meetings were, on the four-level scale. Each figure opens the meetings that it counts. */
export function Ratings({ ratings, schedule }: { ratings: readonly Rating[]; schedule: Schedule }) {
  const { t } = useTranslation('results')
  const sum = ratings.reduce((all, { count }) => all + count, 0)
  return (
    <Section title={t('ratings.title')}>
      {sum === 0 ? (
        <Nothing>{t('ratings.none')}</Nothing>
      ) : (
        <ul className={classes.ratings}>
          {ratings.map((entry) => (
            <RatingRow key={entry.rating} entry={entry} share={entry.count / sum} schedule={schedule} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function RatingRow({ entry, share, schedule }: { entry: Rating; share: number; schedule: Schedule }) {
  const { t } = useTranslation('results')
  const f = useFormat()
  const [open, setOpen] = useState(false)
  const listId = useId()
  const name = t(`ratings.${entry.rating}`)
  return (
    <li>
      <UnstyledButton
        className={classes.rating}
        aria-expanded={open}
        aria-controls={listId}
        disabled={entry.count === 0}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden className={classes.chevron} data-open={open || undefined} />
        <span>{name}</span> <strong className={classes.count}>{f.number(entry.count)}</strong>
        <span className="visually-hidden">. {t('funnel.open', { step: name })}</span>
        <span className={classes.bar} aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </span>
      </UnstyledButton>
      <Collapse expanded={open} id={listId}>
        {open && <CountedMeetings ids={entry.ids} schedule={schedule} />}
      </Collapse>
    </li>
  )
}
