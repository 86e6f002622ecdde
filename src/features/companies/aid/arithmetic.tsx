import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AidPosition } from '../../../contract/aid.ts'
import type { LegalBasis } from '../../../domain/de-minimis-regimes.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useEuros } from '../euros.ts'
import classes from './aid.module.css'
import { useFindingText } from './finding-text.ts'

/** What an award adds up to, as one types: had, asked, together, against the ceiling; and what stands against it. */
export function Arithmetic({
  position,
  basis,
  onMost,
}: {
  position: AidPosition
  basis: LegalBasis
  /** Takes the most that may be offered, in euro cents. */
  onMost: (cents: number) => void
}) {
  const { t } = useTranslation('aid')
  const euros = useEuros()
  const finding = useFindingText()
  const { findings, allowed, asked, most } = position
  const counted = basis === 'de_minimis'
  return (
    <section className={classes.sum} aria-label={t('sum.title')} aria-live="polite">
      <h3>{t('sum.title')}</h3>
      {counted ? (
        <Sum position={position} />
      ) : (
        <p className={classes.says}>{t('sum.notCounted', { reason: t(`basisReason.${basis}`) })}</p>
      )}
      {asked !== null && allowed !== null && (
        <p className={classes.says}>
          <strong>{t(allowed ? 'sum.allowed' : 'sum.refused')}</strong>
        </p>
      )}
      {findings.length > 0 && (
        <ul className={classes.findings}>
          {findings.map((one) => (
            <li key={one.code} data-blocks={one.blocks || undefined}>
              {finding(one)}
            </li>
          ))}
        </ul>
      )}
      {counted && (asked === null || asked > most) && position.ceiling !== null && (
        <p className={classes.says}>
          {t('sum.most', { most: euros(most) })}{' '}
          {most > 0 && (
            <Button size="compact-xs" variant="default" onClick={() => onMost(most)}>
              {t('sum.offerMost', { most: euros(most) })}
            </Button>
          )}
        </p>
      )}
    </section>
  )
}

function Sum({ position }: { position: AidPosition }) {
  const { t } = useTranslation('aid')
  const f = useFormat()
  const euros = useEuros()
  const { sum, asked, after, ceiling, from } = position
  const together = after ?? sum
  const left = ceiling === null ? null : ceiling - together
  return (
    <dl>
      <dt>{t('sum.had', { from: f.date(from) })}</dt>
      <dd>{euros(sum)}</dd>
      <dt>{t('sum.asked')}</dt>
      <dd>{asked === null ? '–' : `+ ${euros(asked)}`}</dd>
      <dt data-total>{t('sum.after')}</dt>
      <dd data-total>{euros(together)}</dd>
      <dt>{t('sum.ceiling')}</dt>
      <dd>{ceiling === null ? '–' : euros(ceiling)}</dd>
      {left !== null && (
        <>
          <dt data-over={left < 0 || undefined}>{t(left < 0 ? 'sum.over' : 'sum.left')}</dt>
          <dd data-over={left < 0 || undefined}>{euros(Math.abs(left))}</dd>
        </>
      )}
    </dl>
  )
}
