import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Accounts } from '../../../contract/accounts.ts'
import type { Company } from '../../../contract/companies.ts'
import { accounts } from '../../../data/accounts.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { AddButton } from '../add-button.tsx'
import { RowMenu } from '../row-menu.tsx'
import classes from './status.module.css'
import { YearDialog } from './year-dialog.tsx'

/** The figures of each year, the newest first. */
export function Years({ company, items }: { company: Company; items: Accounts[] }) {
  const { t } = useTranslation('sme')
  const [editing, setEditing] = useState<Accounts | 'new' | null>(null)
  return (
    <Section
      title={t('years.title')}
      count={items.length || undefined}
      action={
        <AddButton right="directory.write" company={company} onClick={() => setEditing('new')}>
          {t('years.add')}
        </AddButton>
      }
    >
      {items.length === 0 ? (
        <Nothing>{t('years.none')}</Nothing>
      ) : (
        <YearTable items={items} onEdit={setEditing} />
      )}
      {editing && (
        <YearDialog
          company={company}
          year={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

function YearTable({ items, onEdit }: { items: Accounts[]; onEdit: (year: Accounts) => void }) {
  const { t } = useTranslation(['sme', 'common'])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, and the keyboard must be able to
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('years.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('years.closedOn')}</th>
            <th scope="col" data-start>
              {t('years.basis')}
            </th>
            <th scope="col">{t('years.headcount')}</th>
            <th scope="col">{t('years.turnover')}</th>
            <th scope="col">{t('years.balanceSheet')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('common:more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((year) => (
            <YearRow key={year.id} year={year} onEdit={() => onEdit(year)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function YearRow({ year, onEdit }: { year: Accounts; onEdit: () => void }) {
  const { t } = useTranslation('sme')
  const f = useFormat()
  const remove = useWrite(accounts.remove, { message: () => t('years.removed'), failure: 'toast' })
  const { id, version, closedOn, basis, consolidated, headcount, currency, rate, sample } = year
  const amount = (minor: number | null) => (minor === null ? '–' : f.money({ minor, currency }))
  return (
    <tr>
      <th scope="row">
        {f.date(closedOn)} {sample && <SampleTag />}
      </th>
      <td data-start>
        {t(`years.bases.${basis}`)}{' '}
        <small>
          {[
            consolidated && t('years.group'),
            currency !== 'EUR' && (rate ? t('years.atRate', { rate, currency }) : t('years.noRate')),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </td>
      <td>{headcount === null ? '–' : f.number(headcount)}</td>
      <td>{amount(year.turnover)}</td>
      <td>{amount(year.balanceSheet)}</td>
      <td>
        <RowMenu
          right="directory.write"
          label={t('years.actions', { date: f.date(closedOn) })}
          onEdit={onEdit}
          onRemove={() => remove.mutate({ params: { id }, version })}
        />
      </td>
    </tr>
  )
}
