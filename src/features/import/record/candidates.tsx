import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { ImportMatch, ImportRow } from '../../../contract/import-row.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import classes from '../import.module.css'
import { verdictTones } from '../tones.ts'
import type { Target } from './review.tsx'
import { nameOf } from './words.ts'

type Decide = (position: number, decision: ImportRow['decision'], target?: Target) => void

/** A row beside all that it may be, with the reasons for and against each, and what an update would change. */
export function Candidates({
  row,
  onDecide,
  onClose,
}: {
  row: ImportRow
  onDecide: Decide | null
  onClose: () => void
}) {
  const { t } = useTranslation('imports')
  const f = useFormat()
  const { organisation, person } = row.draft
  const said = [
    ['name', nameOf(row)],
    ['town', organisation?.town],
    ['country', organisation?.country && f.country(organisation.country)],
    ['street', organisation?.street],
    ['website', organisation?.websites.join(', ')],
    ['email', person?.email],
  ] as const
  return (
    <section className={classes.candidates} aria-label={t('detail.title')}>
      <div className={classes.candidate}>
        <h3>
          {t('detail.inTable')} <span className={classes.hint}>{t('detail.row', { row: row.line })}</span>
        </h3>
        <Facts>
          {said
            .filter(([, value]) => value)
            .map(([field, value]) => (
              <Fact key={field} label={t(`field.${field}`)}>
                {value}
              </Fact>
            ))}
        </Facts>
        <div className={classes.bar}>
          {onDecide && (
            <Button
              size="compact-sm"
              variant={row.decision === 'create' ? 'filled' : 'default'}
              onClick={() => onDecide(row.position, 'create')}
            >
              {t(row.matches.length > 0 ? 'detail.none' : 'decision.create')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={onClose}>
            {t('detail.close')}
          </Button>
        </div>
      </div>
      {row.matches.length === 0 && <p className={classes.hint}>{t('detail.isNew')}</p>}
      {row.matches.map((match) => (
        <Candidate
          key={match.id ?? match.position}
          match={match}
          chosen={
            row.decision === 'update' &&
            (match.id ? row.targetId === match.id : row.targetPosition === match.position)
          }
          onChoose={
            onDecide &&
            (() =>
              onDecide(row.position, 'update', {
                targetId: match.id,
                targetPosition: match.id ? null : match.position,
              }))
          }
        />
      ))}
    </section>
  )
}

function Candidate({
  match,
  chosen,
  onChoose,
}: {
  match: ImportMatch
  chosen: boolean
  onChoose: (() => void) | null
}) {
  const { t } = useTranslation('imports')
  return (
    <article className={classes.candidate} data-chosen={chosen || undefined} aria-label={match.name}>
      <h3>
        {match.id ? <ScopedLink to={`/${match.noun}/${match.id}`}>{match.name}</ScopedLink> : match.name}
      </h3>
      <p className={classes.hint}>
        {[match.detail, match.line === null ? null : t('review.earlierRow', { row: match.line })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <StatusBadge tone={verdictTones[match.verdict]}>
        {`${t(`verdict.${match.verdict}`)} · ${t('review.score', { score: match.score })}`}
      </StatusBadge>
      <h4>{t('detail.reasons')}</h4>
      <ul className={classes.reasons}>
        {match.reasons.map(({ key, weight, params }) => (
          <li key={key} data-against={weight < 0 || undefined}>
            <span>{t(`reason.${key}`, params)}</span>
            <span className="figures">{weight > 0 ? `+${weight}` : `−${-weight}`}</span>
          </li>
        ))}
      </ul>
      {match.id && (
        <>
          <h4>{t('detail.differences')}</h4>
          {match.differences.length === 0 && <p className={classes.hint}>{t('detail.noDifferences')}</p>}
          <ul className={classes.reasons}>
            {match.differences.map(({ field, from, to }) => (
              <li key={field + to}>
                <span>{t(`field.${field}` as 'field.name')}</span>
                <span>
                  {from && (
                    <>
                      <del>{from}</del> →{' '}
                    </>
                  )}
                  {to}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {onChoose && (
        <Button mt="xs" size="compact-sm" variant={chosen ? 'filled' : 'default'} onClick={onChoose}>
          {chosen ? t('detail.chosen') : t('detail.choose')}
        </Button>
      )}
    </article>
  )
}
