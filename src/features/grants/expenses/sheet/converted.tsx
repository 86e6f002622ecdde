import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { rates } from '../../../../data/grants.ts'
import { isCurrency, readAmount } from '../../../../domain/money.ts'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { Hint } from '../../../../ui/hint.tsx'
import { useRateWords } from '../rate-words.ts'
import type { Entry } from './entry.ts'
import classes from './sheet.module.css'

/** What a row's amount was read as, in the grant's currency, with its rate, day and source. */
export function Converted({
  grantId,
  currency,
  entry,
}: {
  grantId: string
  currency: string
  entry: Pick<Entry, 'amount' | 'currency' | 'day'>
}) {
  const f = useFormat()
  const id = useId()
  const words = useRateWords()
  const read = isCurrency(entry.currency) ? readAmount(entry.amount, entry.currency) : null
  const minor = read && 'minor' in read ? read.minor : null
  const { asked, answer } = useConversion(grantId, { minor, currency: entry.currency, on: entry.day })
  if (minor === null) return null
  if (entry.currency === currency) return <span className={classes.read}>{f.money({ minor, currency })}</span>
  const isOfThis = asked.minor === minor && asked.currency === entry.currency && asked.on === entry.day
  if (!answer || !isOfThis) return <span className={classes.read}>…</span>
  return (
    <Hint text={words(answer.rate, entry.currency, currency)} id={id}>
      <span className={classes.read} tabIndex={-1} aria-describedby={id}>
        {f.money({ minor: answer.minor, currency })}
      </span>
    </Hint>
  )
}

/** Asks by which rate an amount is reckoned, once one stops typing. */
export function useConversion(
  grantId: string | undefined,
  given: { minor: number | null; currency: string; on: string },
) {
  const [asked] = useDebouncedValue(given, 250)
  const { data: answer } = useQuery({
    ...rates.convert({
      params: { id: grantId ?? '' },
      query: { currency: asked.currency, minor: asked.minor ?? 0, on: asked.on },
    }),
    enabled:
      grantId !== undefined && asked.minor !== null && isCurrency(asked.currency) && isCivilDate(asked.on),
  })
  return { asked, answer }
}
