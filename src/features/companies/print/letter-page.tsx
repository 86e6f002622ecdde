import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import paper from '../../../components/paper/parts.module.css'
import { useRecord } from '../../../components/use-record.ts'
import type { Aid } from '../../../contract/aid.ts'
import type { Company } from '../../../contract/companies.ts'
import { aid } from '../../../data/aid.ts'
import { regimeOn } from '../../../domain/de-minimis-regimes.ts'
import { lawIn } from '../../../domain/law-in.ts'
import { useCompany } from '../page/use-company.ts'
import { addressLines } from './address.ts'
import { CompanyPaper } from './company-paper.tsx'
import classes from './paper.module.css'
import { regulationTitle, singleSince, type Words } from './words.ts'

/** The letter that tells a company what it was granted and on which law: Article 6 of Regulation (EU) 2023/2831 asks for it. */
export function Component() {
  const { t } = useTranslation('aid-papers')
  const { id = '', aidId = '' } = useParams()
  const company = useCompany(id)
  const entry = useRecord(aid.read({ params: { id: aidId } }))
  const title = company && entry && t('letter.title', { name: company.name })
  return (
    <CompanyPaper title={title} companyId={id}>
      {(words) => company && entry && <Letter company={company} entry={entry} words={words} />}
    </CompanyPaper>
  )
}

function Letter({ company, entry, words }: { company: Company; entry: Aid; words: Words }) {
  const { t, f, euros, longDate, language } = words
  const { amount, basis, grantedOn, purpose, instrument, reference, law } = entry
  const giver = entry.granter?.name ?? entry.granterName ?? ''
  const event = entry.participation?.name ?? entry.service?.name
  const facts: [string, string | null | undefined][] = [
    [t('letter.amount'), f.money(amount)],
    [t('letter.euros'), amount.currency === 'EUR' ? null : euros(entry.euros)],
    [t('letter.purpose'), t(`purpose.${purpose}`)],
    [t('letter.event'), event],
    [t('letter.instrument'), t(`instrument.${instrument}`)],
    [t('letter.memberState'), f.country(entry.memberState)],
    [t('letter.reference'), reference],
  ]
  return (
    <>
      {(company.sample || entry.sample) && <p className={classes.sample}>{t('sample')}</p>}
      <div className={paper.head}>
        <strong>{giver}</strong>
        <span>{longDate(grantedOn)}</span>
      </div>
      <p className={classes.to}>{[company.name, ...addressLines(company, f)].join('\n')}</p>
      <h2>{t(`letter.subject.${basis}`)}</h2>
      <p>{t('letter.granted', { date: longDate(grantedOn) })}</p>
      <dl className={classes.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {basis === 'de_minimis' ? (
        <DeMinimis company={company} entry={entry} words={words} />
      ) : (
        <p>
          {t(basis === 'direct_eu' || basis === 'no_aid' ? 'letter.noStateAid' : 'letter.notCounted', {
            law: law ? lawIn(law, language) : t(`letter.subject.${basis}`),
          })}
        </p>
      )}
      <div className={paper.sign}>
        <span>{giver || t('letter.granter')}</span>
        <span>{t('letter.signature')}</span>
      </div>
    </>
  )
}

/** The regulation by its full title, and the ceiling of the day of the award. */
function DeMinimis({ company, entry, words }: { company: Company; entry: Aid; words: Words }) {
  const { t, euros } = words
  const regime = regimeOn(entry.grantedOn)
  const ceiling = regime?.ceilings[company.aidSector]
  return (
    <>
      {entry.law && <p>{t('letter.deMinimis', { regulation: regulationTitle(words, entry.law) })}</p>}
      {regime && ceiling && (
        <p>
          {t(entry.grantedOn < singleSince ? 'letter.ceilingBefore2014' : 'letter.ceiling', {
            ceiling: euros(ceiling),
            window: t(`letter.window.${regime.window}`),
            article: regime.articles.ceiling,
          })}
        </p>
      )}
      <p>{t('letter.records')}</p>
    </>
  )
}
