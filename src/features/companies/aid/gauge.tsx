import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AidPosition } from '../../../contract/aid.ts'
import { memberStates } from '../../../domain/de-minimis-regimes.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { useEuros } from '../euros.ts'
import { useLaw } from '../use-law.ts'
import classes from './aid.module.css'

interface Props {
  position: AidPosition
  /** The day as it is being typed. */
  day: string | null
  onDay: (day: string | null) => void
  onMemberState: (memberState: string | null) => void
  actions: ReactNode
}

/** How much of the ceiling is used on a day of choice, what room is left, and the most that may be offered. */
export function Gauge({ position, day, onDay, onMemberState, actions }: Props) {
  const { t } = useTranslation('aid')
  const f = useFormat()
  return (
    <Section title={t('gauge.title')} action={actions}>
      <div className={classes.controls}>
        <DateInput label={t('gauge.day')} value={day} onChange={onDay} />
        <Select
          label={t('gauge.memberState')}
          searchable
          allowDeselect={false}
          data={memberStates
            .map((code) => ({ value: code, label: f.country(code) }))
            .sort((a, b) => f.compare(a.label, b.label))}
          value={position.memberState}
          onChange={onMemberState}
        />
      </div>
      <Meter position={position} />
    </Section>
  )
}

function Meter({ position }: { position: AidPosition }) {
  const { t } = useTranslation('aid')
  const f = useFormat()
  const euros = useEuros()
  const lawText = useLaw()
  const { memberState, regulation, ceiling, sum, room, most, over, from, day } = position
  if (!memberState) return <Nothing>{t('gauge.noState')}</Nothing>
  if (!regulation) return <Nothing>{t('gauge.noRegime')}</Nothing>
  if (ceiling === null) return <Nothing>{t('gauge.excluded', { regulation: lawText(regulation) })}</Nothing>
  const share = Math.min(1, sum / ceiling)
  const state = over > 0 || room === 0 ? 'over' : room < ceiling / 10 ? 'little' : 'room'
  return (
    <>
      <div
        className={classes.bar}
        role="meter"
        aria-label={t('gauge.label', { sum: euros(sum), ceiling: euros(ceiling) })}
        aria-valuemin={0}
        aria-valuemax={ceiling / 100}
        aria-valuenow={Math.min(sum, ceiling) / 100}
        aria-valuetext={t('gauge.label', { sum: euros(sum), ceiling: euros(ceiling) })}
      >
        <span className={classes.used} data-state={state} style={{ width: `${share * 100}%` }} />
      </div>
      <dl className={classes.numbers}>
        <Sum label={t('gauge.used', { from: f.date(from) })} value={euros(sum)} />
        <Sum label={t('gauge.ceiling')} value={euros(ceiling)} />
        <Sum label={t('gauge.room', { day: f.date(day) })} value={euros(room)} over={room === 0} />
        <Sum label={t('gauge.most')} value={euros(most)} over={most === 0} />
      </dl>
      {over > 0 && <p className={classes.quiet}>{t('gauge.over', { over: euros(over) })}</p>}
      {most < room && <p className={classes.quiet}>{t('gauge.later')}</p>}
      <Rule position={position} />
    </>
  )
}

function Sum({ label, value, over }: { label: string; value: string; over?: boolean }) {
  return (
    <div data-over={over || undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The regulation that the ceiling comes from, and who shares it. */
function Rule({ position }: { position: AidPosition }) {
  const { t } = useTranslation('aid')
  const f = useFormat()
  const lawText = useLaw()
  const { regulation, articles, eurLex, window, undertaking, organisation } = position
  const others = undertaking.filter(({ id }) => id !== organisation.id).map(({ name }) => name)
  return (
    <p className={classes.quiet}>
      {eurLex && articles && (
        <a href={eurLex} target="_blank" rel="noreferrer noopener">
          {t('gauge.rule', { regulation: lawText(regulation ?? ''), article: articles.ceiling })}
        </a>
      )}{' '}
      {window && t(`gauge.window.${window}`)}{' '}
      {others.length > 0 && t('gauge.undertaking', { names: f.list(others) })}
    </p>
  )
}
