import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../components/record-link.tsx'
import type { Person } from '../../contract/people.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'

/** What a person signed or refused, for whom, when and where. */
export function SignaturesGiven({ signatures }: { signatures: Person['signatures'] }) {
  const { t } = useTranslation('people')
  const f = useFormat()
  return (
    <Section title={t('section.signatures')} count={signatures.length || undefined}>
      {signatures.length === 0 && <Nothing>{t('none.signatures')}</Nothing>}
      <Lines>
        {signatures.map(({ id, agreement, party, decision, capacity, signedOn, place }) => (
          <Line
            key={id}
            title={<RecordLink noun="agreements" id={agreement.id} name={agreement.name} />}
            end={
              <>
                <span>{[f.date(signedOn), place].filter(Boolean).join(', ')}</span>
                <StatusBadge tone={decision === 'signed' ? 'active' : 'overdue'}>
                  {t(`decision.${decision}`)}
                </StatusBadge>
              </>
            }
          >
            {t('signedFor')} <RecordLink noun="organisations" id={party.id} name={party.name} />
            {capacity && `, ${capacity}`}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

/** Signatures at which a person was a witness or an organiser. */
export function Attended({ attended }: { attended: Person['attended'] }) {
  const { t } = useTranslation('people')
  if (attended.length === 0) return null
  return (
    <Section title={t('section.attended')} count={attended.length}>
      <Lines>
        {attended.map(({ id, agreement, role, capacity }) => (
          <Line
            key={id}
            title={<RecordLink noun="agreements" id={agreement.id} name={agreement.name} />}
            end={t(`role.${role}`)}
          >
            {capacity}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
