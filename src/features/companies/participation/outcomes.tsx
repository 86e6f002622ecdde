import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import { SampleTag } from '../../../components/sample-tag.tsx'
import type { CompanyServed } from '../../../contract/served.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'

/** What came of its missions, the latest first. */
export function CompanyOutcomes({ outcomes }: { outcomes: CompanyServed['outcomes'] }) {
  const { t } = useTranslation('served')
  const f = useFormat()
  return (
    <Section title={t('outcomes.title')} count={outcomes.length || undefined}>
      {outcomes.length === 0 && <Nothing>{t('outcomes.none')}</Nothing>}
      <Lines label={t('outcomes.title')}>
        {outcomes.map(({ mission, ...outcome }) => (
          <Line
            key={outcome.id}
            title={
              <>
                {outcome.title} {outcome.sample && <SampleTag />}
              </>
            }
            end={outcome.value && f.money(outcome.value)}
          >
            {[
              t(`outcomes.kind.${outcome.kind}`),
              outcome.on && f.date(outcome.on),
              outcome.counterpart?.name,
              outcome.confirmedOn && t('outcomes.confirmed'),
            ]
              .filter(Boolean)
              .join(' · ')}
            {' · '}
            <RecordLink noun="missions" id={mission.id} name={mission.name} />
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
