import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Agreement } from '../../../contract/agreements.ts'
import { Section } from '../../../ui/section.tsx'
import { useHomeZone } from '../home-zone.ts'
import classes from './page.module.css'
import { PartyItem } from './party-item.tsx'

/** The parties by side, who negotiates for whom, and each one's signature. */
export function Parties({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'common'])
  const noWriting = useNoWriting()
  const homeZone = useHomeZone(agreement)
  const editable = !noWriting && !agreement.deletedAt
  return (
    <Section
      title={t('parties.title')}
      action={
        editable && (
          <Button
            component={ScopedLink}
            to={`/agreements/${agreement.id}/edit`}
            variant="subtle"
            size="compact-sm"
          >
            {t('parties.edit')}
          </Button>
        )
      }
    >
      {agreement.parties.length === 0 ? (
        <p className={classes.empty}>{t('parties.empty')}</p>
      ) : (
        <Meter agreement={agreement} />
      )}
      {(['home', 'partner'] as const).map((side) => {
        const parties = agreement.parties.filter((party) => party.side === side)
        if (parties.length === 0) return null
        return (
          <div key={side} className={classes.side}>
            <h3 id={`side-${side}`}>{t(`common:side.${side}`)}</h3>
            <ul aria-labelledby={`side-${side}`} className={classes.list}>
              {parties.map((party) => (
                <PartyItem key={party.id} party={party} agreement={agreement} homeZone={homeZone} />
              ))}
            </ul>
          </div>
        )
      })}
    </Section>
  )
}

/** "2 of 4 have signed", as of the day. */
function Meter({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements')
  const required = agreement.parties.filter((party) => party.required)
  const signed = required.filter((party) => party.signedOn && party.signedOn <= agreement.asOf).length
  const text = t('parties.meter', { count: signed, total: required.length })
  return (
    <div className={classes.meter}>
      <strong>{text}</strong>
      <div
        role="meter"
        aria-label={t('parties.meterLabel')}
        aria-valuemin={0}
        aria-valuemax={required.length}
        aria-valuenow={signed}
        aria-valuetext={text}
        className={classes.meterTrack}
      >
        {required.map((party, index) => (
          <span key={party.id} data-on={index < signed || undefined} />
        ))}
      </div>
    </div>
  )
}
