import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Aid, AidPosition } from '../../../contract/aid.ts'
import type { Company } from '../../../contract/companies.ts'
import { aid } from '../../../data/aid.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { useEuros } from '../euros.ts'
import { RowMenu } from '../row-menu.tsx'
import { useLaw } from '../use-law.ts'
import classes from './aid.module.css'

interface Props {
  company: Company
  position: AidPosition
  entries: Aid[]
  onEdit: (entry: Aid) => void
}

/** Everything that the undertaking got, on whatever legal basis, with why it counts on the day or does not. */
export function Entries({ company, position, entries, onEdit }: Props) {
  const { t } = useTranslation(['aid', 'common'])
  const reasons = new Map(position.lines.map(({ aidId, reason }) => [aidId, reason]))
  const several = entries.some(({ organisation }) => organisation.id !== company.id)
  return (
    <Section title={t('entries.title')} count={entries.length || undefined}>
      {entries.length === 0 ? (
        <Nothing>{t('entries.none')}</Nothing>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, and the keyboard must be able to
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('entries.title')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('entries.grantedOn')}</th>
                {several && <th scope="col">{t('entries.company')}</th>}
                <th scope="col">{t('entries.what')}</th>
                <th scope="col">{t('entries.law')}</th>
                <th scope="col">{t('entries.counted')}</th>
                <th scope="col" data-amount>
                  {t('entries.amount')}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{t('common:more')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Entry
                  key={entry.id}
                  entry={entry}
                  reason={reasons.get(entry.id)}
                  several={several}
                  onEdit={() => onEdit(entry)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

function Entry({
  entry,
  reason,
  several,
  onEdit,
}: {
  entry: Aid
  reason: AidPosition['lines'][number]['reason'] | undefined
  several: boolean
  onEdit: () => void
}) {
  const { t } = useTranslation('aid')
  const f = useFormat()
  const euros = useEuros()
  const lawText = useLaw()
  const remove = useWrite(aid.remove, { message: () => t('entries.removed'), failure: 'toast' })
  const { id, version, organisation, grantedOn, amount, origin, basis, law } = entry
  const awarded = origin === 'awarded'
  return (
    <tr>
      <th scope="row">
        {f.date(grantedOn)} {entry.sample && <SampleTag />}
        {awarded && (
          <small>
            <ScopedLink to={`/companies/${organisation.id}/aid/${id}/letter`}>
              {t('action.letter')}
            </ScopedLink>
          </small>
        )}
      </th>
      {several && (
        <td>
          <RecordLink noun="organisations" id={organisation.id} name={organisation.name} />
        </td>
      )}
      <td>
        <What entry={entry} />
      </td>
      <td>
        {law ? lawText(law) : t(`basis.${basis}`)}
        <small>{t(`basisReason.${basis}`)}</small>
      </td>
      <td data-not-counted={reason !== 'in_window' || undefined}>
        {reason && t(`reason.${reason}`)}
        {reason === 'other_member_state' && <small>{f.country(entry.memberState)}</small>}
      </td>
      <td data-amount>
        {euros(entry.euros)}
        {amount && amount.currency !== 'EUR' && <small>{f.money(amount)}</small>}
      </td>
      <td>
        <RowMenu
          right="aid.write"
          label={t('entries.actions', { date: f.date(grantedOn) })}
          onEdit={onEdit}
          onRemove={() => remove.mutate({ params: { id }, version })}
        />
      </td>
    </tr>
  )
}

/** What it was for, who gave it, and why in spite of what was warned of. */
function What({ entry }: { entry: Aid }) {
  const { t } = useTranslation('aid')
  const f = useFormat()
  const { purpose, participation, service, granter, granterName, origin, reason, reference } = entry
  const giver = granter?.name ?? granterName
  return (
    <>
      {t(`purpose.${purpose}`)}
      {participation && (
        <>
          {' · '}
          <RecordLink noun="participations" id={participation.id} name={participation.name} />
        </>
      )}
      {service && ` · ${service.name}`}
      <small>
        {[t(`origin.${origin}`), giver, reference, reason && `${t('form.reason')}${f.colon}${reason}`]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  )
}
