import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../contract/agreements.ts'
import { isCivilDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Dot } from '../../../ui/dot.tsx'
import { type PartySigning, rowOf, type SignDraft, unsignedParties } from './draft.ts'
import type { Oddity } from './oddities.ts'
import { PartyRow } from './party-row.tsx'
import { PresentFields } from './present-fields.tsx'
import classes from './sign.module.css'
import { WarningFields } from './warning-fields.tsx'
import { WhenWhereFields } from './when-where-fields.tsx'

interface Props {
  agreement: Agreement
  draft: SignDraft
  onChange: (patch: (draft: SignDraft) => Partial<SignDraft>) => void
  homeZone: string
  oddities: readonly Oddity[]
  problem: (path: string) => string | undefined
}

/** Step 2: when and where, who signs for whom, and who else was there. */
export function StepSignatures({ agreement, draft, onChange, homeZone, oddities, problem }: Props) {
  const { t } = useTranslation('signing')
  const parties = unsignedParties(agreement)
  const ticked = parties.filter(({ id }) => rowOf(draft, id).takesPart).length
  const patchRows = (ids: string[], patch: Partial<PartySigning>) =>
    onChange((current) => ({
      rows: {
        ...current.rows,
        ...Object.fromEntries(ids.map((id) => [id, { ...rowOf(current, id), ...patch }])),
      },
    }))
  const nobody = problem('rows')
  const { date } = draft.common
  return (
    <>
      <section aria-label={t('when.title')}>
        <h3 className={classes.heading}>{t('when.title')}</h3>
        <WhenWhereFields
          value={draft.common}
          onChange={(common) => onChange(() => ({ common }))}
          homeZone={homeZone}
          problem={(field) => problem(`common.${field}`)}
          autoFocus
        />
      </section>
      <section aria-label={t('party.title')}>
        <div className={classes.headingLine}>
          <h3 className={classes.heading}>{t('party.title')}</h3>
          {parties.length > 1 && (
            <Checkbox
              size="xs"
              label={t('party.all', { count: parties.length })}
              checked={ticked === parties.length}
              indeterminate={ticked > 0 && ticked < parties.length}
              onChange={(event) =>
                patchRows(
                  parties.map(({ id }) => id),
                  { takesPart: event.currentTarget.checked },
                )
              }
            />
          )}
        </div>
        {nobody && (
          <p className={classes.complaint} role="alert">
            {nobody}
          </p>
        )}
        <ul className={classes.rows}>
          <SignedParties agreement={agreement} />
          {parties.map((party) => (
            <PartyRow
              key={party.id}
              party={party}
              negotiates={party.organisation.id === agreement.negotiator?.id}
              row={rowOf(draft, party.id)}
              common={draft.common}
              homeZone={homeZone}
              problem={problem}
              onChange={(patch) => patchRows([party.id], patch)}
            />
          ))}
        </ul>
        <WarningFields
          oddities={oddities}
          reasons={draft.reasons}
          problem={problem}
          onChange={(key, reason) =>
            onChange((current) => ({ reasons: { ...current.reasons, [key]: reason } }))
          }
        />
      </section>
      <PresentFields
        present={draft.present}
        day={date && isCivilDate(date) ? date : undefined}
        marketId={agreement.market?.id}
        problem={problem}
        onChange={(present) => onChange(() => ({ present }))}
      />
    </>
  )
}

/** Those who have signed before, for the picture to be whole. */
function SignedParties({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('signing')
  const f = useFormat()
  return agreement.parties
    .filter((party) => party.signedOn)
    .map(({ id, organisation, colour, signedOn }) => (
      <li key={id} className={classes.signed}>
        {colour && <Dot colour={colour} />} {organisation.name}
        <span className={classes.quiet}> · {t('party.signedOn', { date: f.date(signedOn ?? '') })}</span>
      </li>
    ))
}
