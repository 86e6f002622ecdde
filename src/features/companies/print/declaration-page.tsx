import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import paper from '../../../components/paper/parts.module.css'
import { useScope } from '../../../components/scope.ts'
import { useRecord } from '../../../components/use-record.ts'
import type { Accounts } from '../../../contract/accounts.ts'
import type { Aid, AidPosition } from '../../../contract/aid.ts'
import type { Company } from '../../../contract/companies.ts'
import { maxPage } from '../../../contract/primitives.ts'
import { accounts } from '../../../data/accounts.ts'
import { aid } from '../../../data/aid.ts'
import { companies } from '../../../data/companies.ts'
import { lawIn } from '../../../domain/law-in.ts'
import { useCompany } from '../page/use-company.ts'
import { writtenNumber } from '../profile/number-text.ts'
import { addressLines } from './address.ts'
import { CompanyPaper } from './company-paper.tsx'
import classes from './paper.module.css'
import { regulationTitle, singleSince, type Words } from './words.ts'

/** Empty lines for what we don't know: as many as leave a table of this length, and never fewer than the last. */
const linesInAll = 4
const leastBlank = 2

/** The form by which a company declares its SME status and the de minimis aid that it got: what is known is filled in. */
export function Component() {
  const { t } = useTranslation('aid-papers')
  const { id = '' } = useParams()
  const { day } = useScope()
  const company = useCompany(id)
  const years = useRecord(accounts.list({ params: { id } }))
  const position = useRecord(companies.aidRoom({ params: { id }, query: { asOf: day } }))
  const ledger = useRecord(
    aid.page({
      query: { organisation: id, undertaking: true, asOf: day, sort: 'grantedOn', limit: maxPage },
    }),
  )
  const whole = company && years && position && ledger
  return (
    <CompanyPaper title={whole && t('form.title', { name: company.name })} companyId={id}>
      {(words) =>
        whole && (
          <>
            {company.sample && <p className={classes.sample}>{words.t('sample')}</p>}
            <h2>{words.t('form.head')}</h2>
            <Identity company={company} words={words} />
            <Status years={years.items.filter(({ closedOn }) => closedOn <= day)} words={words} />
            <AidHad position={position} entries={ledger.items} words={words} />
            <div className={classes.declares}>
              <p>{words.t('form.declares')}</p>
              <div className={paper.sign}>
                <span>{words.t('form.signatory')}</span>
                <span>{words.t('form.signature')}</span>
              </div>
            </div>
          </>
        )
      }
    </CompanyPaper>
  )
}

function Identity({ company, words: { t, f } }: { company: Company; words: Words }) {
  const numbers = company.numbers.map(({ scheme, value, note }) =>
    [scheme === 'other' ? note : scheme.toUpperCase(), writtenNumber(scheme, value)]
      .filter(Boolean)
      .join(' '),
  )
  return (
    <dl className={classes.facts}>
      <dt>{t('form.name')}</dt>
      <dd>{[company.name, company.legalForm].filter(Boolean).join(', ')}</dd>
      <dt>{t('form.numbers')}</dt>
      <dd>{numbers.join(' · ') || '…'}</dd>
      <dt>{t('form.address')}</dt>
      <dd>{addressLines(company, f).join(', ') || '…'}</dd>
    </dl>
  )
}

function Status({ years, words: { t, f } }: { years: Accounts[]; words: Words }) {
  const [last, before] = years
  return (
    <>
      <h3>{t('form.sme')}</h3>
      <p>{t('form.smeText')}</p>
      <ul className={classes.sizes}>
        {(['micro', 'small', 'medium', 'large'] as const).map((size) => (
          <li key={size}>{t(`form.sizes.${size}`)}</li>
        ))}
      </ul>
      <h3>{t('form.figures')}</h3>
      <table className={paper.table}>
        <thead>
          <tr>
            {(['year', 'headcount', 'turnover', 'balanceSheet'] as const).map((column) => (
              <th key={column} scope="col" data-amount={column === 'year' ? undefined : true}>
                {t(`form.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[last, before].map((year, n) => {
            const amount = (minor: number | null | undefined) =>
              year && minor !== null && minor !== undefined ? f.money({ minor, currency: year.currency }) : ''
            return (
              <tr key={year?.id ?? n}>
                <td>{year && f.date(year.closedOn)}</td>
                <td data-amount>{year?.headcount != null && f.number(year.headcount)}</td>
                <td data-amount>{amount(year?.turnover)}</td>
                <td data-amount>{amount(year?.balanceSheet)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

function AidHad({ position, entries, words }: { position: AidPosition; entries: Aid[]; words: Words }) {
  const { t, f, euros, longDate, language } = words
  const { organisation, undertaking, day, from, regulation, memberState, lines } = position
  const counted = new Set(lines.filter((line) => line.counted).map(({ aidId }) => aidId))
  const had = entries.filter(({ id }) => counted.has(id))
  const others = undertaking.filter(({ id }) => id !== organisation.id).map(({ name }) => name)
  return (
    <>
      <h3>{t(day < singleSince ? 'form.aidBefore2014' : 'form.aid', { from: longDate(from) })}</h3>
      {regulation && <p>{regulationTitle(words, regulation)}</p>}
      <p>
        {t(day < singleSince ? 'form.aidTextBefore2014' : 'form.aidText', {
          state: memberState ? f.country(memberState) : '…',
        })}
      </p>
      {others.length > 0 && <p>{t('form.undertaking', { names: f.list(others) })}</p>}
      <table className={paper.table}>
        <thead>
          <tr>
            {(['grantedOn', 'granter', 'law', 'amount'] as const).map((column) => (
              <th key={column} scope="col" data-amount={column === 'amount' || undefined}>
                {t(`form.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {had.map((entry) => (
            <tr key={entry.id}>
              <td>{f.date(entry.grantedOn)}</td>
              <td>
                {[
                  entry.granter?.name ?? entry.granterName,
                  entry.organisation.id !== organisation.id && entry.organisation.name,
                ]
                  .filter(Boolean)
                  .join(' → ')}
              </td>
              <td>{entry.law && lawIn(entry.law, language)}</td>
              <td data-amount>{euros(entry.euros)}</td>
            </tr>
          ))}
          {Array.from({ length: Math.max(leastBlank, linesInAll - had.length) }, (_, n) => (
            <tr key={n}>
              <td colSpan={4} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={3}>{t('form.total')}</td>
            <td data-amount>{euros(position.sum)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  )
}
