import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { SampleMark } from '../../../components/sample-mark.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { paceOf } from '../../../components/use-bar.tsx'
import type { Position } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { firstDay, isCivilDate, lastDay } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Hint } from '../../../ui/hint.tsx'
import { expensesPath } from '../expenses-path.ts'
import { useRoundPercent, useTotalText } from '../words.ts'
import classes from './headline.module.css'

interface Props {
  grant: Grant
  position: Position
}

/** The answer in a sentence, the figures it rests on, and time against money. */
export function Headline(props: Props) {
  return (
    <div className={classes.headline}>
      <Answer {...props} />
      <FigureRow {...props} />
    </div>
  )
}

function Answer({ grant, position: { total, elapsedBp, lines } }: Props) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const percent = useRoundPercent()
  const budget = grant.use.budget
  const money = (minor: number) => f.money({ minor, currency: grant.currency })
  const left = (budget ?? 0) - total.forecast
  const overspent = budget !== null && budget - total.committed - total.paid < 0
  const spentBp = grant.use.spentBp
  const outcome =
    budget === null
      ? t('answer.noBudget')
      : overspent
        ? t('answer.over', { amount: money(total.committed + total.paid - budget) })
        : left < 0
          ? t('answer.forecastOver', { amount: money(-left) })
          : left > 0
            ? t('answer.left', { amount: money(left) })
            : t('answer.exact')
  const tone = overspent ? 'overdue' : left < 0 && budget !== null ? 'expiring' : undefined
  return (
    <div>
      <p className={classes.answer} style={tone && { color: `var(--tone-${tone})` }}>
        {outcome} {lines.some(({ sample }) => sample) && <SampleMark />}
      </p>
      {elapsedBp !== null && (
        <>
          <p className={classes.pace}>
            {spentBp === null
              ? t('answer.paceTime', { elapsed: percent(elapsedBp) })
              : t('answer.pace', { elapsed: percent(elapsedBp), spent: percent(spentBp) })}
          </p>
          <Assumed grant={grant} />
          <div className={classes.bars} aria-hidden>
            <span className={classes.time} style={{ width: `${elapsedBp / 100}%` }} />
            {spentBp !== null && (
              <span
                className={classes.money}
                data-pace={paceOf({ spentBp, elapsedBp })}
                style={{ width: `${Math.min(spentBp, 10_000) / 100}%` }}
              />
            )}
          </div>
        </>
      )}
    </div>
  )
}

/** Of a period that is known only by month or year, the days that time is reckoned by. */
function Assumed({ grant: { starts, ends } }: Pick<Props, 'grant'>) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  if (!starts || !ends || (isCivilDate(starts) && isCivilDate(ends))) return null
  return (
    <p className={classes.pace}>
      {t('answer.assumed', { from: f.date(firstDay(starts)), to: f.date(lastDay(ends)) })}
    </p>
  )
}

function FigureRow({ grant, position: { total } }: Props) {
  const { t } = useTranslation('grants')
  const { budget } = grant.use
  const totalText = useTotalText()
  // A budget of just what the total is known to be at least is as little exact as that.
  const isBound = grant.total.kind === 'at_least' && grant.total.minor === budget
  const figures = [
    ['budget', budget, `/grants/${grant.id}/budget`],
    ['committed', total.committed, expensesPath(grant.id, 'committed')],
    ['paid', total.paid, expensesPath(grant.id, 'paid')],
    ['claimed', total.claimed, expensesPath(grant.id, 'claimed')],
    ['reimbursed', total.reimbursed, expensesPath(grant.id, 'reimbursed')],
    [
      'available',
      budget === null ? null : budget - total.committed - total.paid,
      expensesPath(grant.id, 'forecast'),
    ],
    ['forecast', total.forecast, expensesPath(grant.id, 'forecast')],
  ] as const
  return (
    <dl className={classes.figures} aria-label={t('figure.title')}>
      {figures.map(([name, minor, to]) => (
        <FigureItem
          key={name}
          name={name}
          minor={minor}
          currency={grant.currency}
          to={to}
          words={name === 'budget' && isBound ? totalText(grant) : undefined}
        />
      ))}
    </dl>
  )
}

function FigureItem({
  name,
  minor,
  currency,
  to,
  words,
}: {
  name: 'budget' | 'committed' | 'paid' | 'claimed' | 'reimbursed' | 'available' | 'forecast'
  minor: number | null
  currency: string
  to: string
  /** How it reads where it is no exact amount. */
  words?: string
}) {
  const { t } = useTranslation(['grants', 'common'])
  const f = useFormat()
  const id = useId()
  return (
    <div className={classes.figure} data-negative={(minor !== null && minor < 0) || undefined}>
      <dt>
        <Hint text={t(`figure.rule.${name}`)} id={id}>
          <span>{t(`figure.${name}`)}</span>
        </Hint>
      </dt>
      <dd>
        <ScopedLink to={to} aria-describedby={id}>
          {words ?? (minor === null ? t('common:unknown') : f.money({ minor, currency }))}
        </ScopedLink>
      </dd>
    </div>
  )
}
