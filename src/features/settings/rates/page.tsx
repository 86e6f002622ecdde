import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useRecord } from '../../../components/use-record.ts'
import type { RateState } from '../../../contract/rates.ts'
import { rates } from '../../../data/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import classes from '../settings.module.css'
import { RateImport } from './import.tsx'

/** Which exchange rates there are, where they are from, and how newer ones come in. */
export function Component() {
  const { t } = useTranslation('rates')
  const state = useRecord(rates.read())
  return (
    <Page title={t('title')} eyebrow={<ScopedLink to="/settings">{t('back')}</ScopedLink>}>
      {state ? (
        <div className={classes.column}>
          <Known state={state} />
          <RateImport newest={state.newest} />
          <Currencies state={state} />
        </div>
      ) : (
        <WaitingLines />
      )}
    </Page>
  )
}

function Known({ state }: { state: RateState }) {
  const { t } = useTranslation('rates')
  const f = useFormat()
  return (
    <Section title={t('known.title')}>
      <p className={classes.words}>{t('known.text')}</p>
      <Facts>
        <Fact label={t('known.period')}>{f.period(state.first, state.newest)}</Fact>
        <Fact label={t('known.shipped')}>{f.date(state.shippedUntil)}</Fact>
        <Fact label={t('known.imported')}>{t('known.days', { count: state.imported })}</Fact>
        <Fact label={t('known.source')}>
          <span className={classes.address}>{state.attribution}</span>
        </Fact>
      </Facts>
    </Section>
  )
}

/** Those that are quoted, those that were, and those that are the euro today. */
function Currencies({ state: { currencies, legacy } }: { state: RateState }) {
  const { t } = useTranslation('rates')
  const f = useFormat()
  const current = currencies.filter((one) => one.current)
  const former = currencies.filter((one) => !one.current)
  return (
    <Section title={t('currencies.title')} count={current.length}>
      <p className={classes.words}>{current.map(({ currency }) => currency).join(', ')}</p>
      <p className={classes.words}>
        {t('currencies.former', {
          list: former.map(({ currency, to }) => `${currency} (${f.date(to)})`).join(', '),
        })}
      </p>
      <p className={classes.words}>
        {t('currencies.legacy', {
          list: legacy.map(({ currency, rate }) => `${currency} ${rate}`).join(', '),
        })}
      </p>
    </Section>
  )
}
