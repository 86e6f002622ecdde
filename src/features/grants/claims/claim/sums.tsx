import { useTranslation } from 'react-i18next'
import type { Claim } from '../../../../contract/claims.ts'
import { useFormat } from '../../../../i18n/format.ts'
import classes from './claim.module.css'

/** What a claim comes to; of a draft, what it would. */
export function Sums({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claims')
  const f = useFormat()
  const { direct, indirect, total, rejected, accepted, paidMinor, currency } = claim
  const money = (minor: number) => f.money({ minor, currency })
  const figures = [
    ['direct', direct],
    ['indirect', indirect],
    ['total', total],
    ...(rejected === 0
      ? []
      : ([
          ['rejected', rejected],
          ['accepted', accepted.total],
        ] as const)),
    ...(paidMinor === null ? [] : ([['received', paidMinor]] as const)),
  ] as const
  return (
    <dl className={classes.sums} aria-label={t('sum.title')}>
      {figures.map(([name, minor]) => (
        <div key={name} data-negative={name === 'rejected' || undefined}>
          <dt>{t(`sum.${name}`)}</dt>
          <dd>{money(minor)}</dd>
        </div>
      ))}
    </dl>
  )
}
