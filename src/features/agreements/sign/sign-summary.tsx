import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../contract/agreements.ts'
import { isCivilDate, isPartialDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { Attached } from './document-field.tsx'
import { actionLines, rowOf, type SignDraft, signatoryName, signingParties, whenOf } from './draft.ts'
import { periodOf, signedOnAfter } from './follow-up.ts'
import classes from './sign.module.css'
import type { TaskLine } from './use-tasks.ts'

interface Props {
  agreement: Agreement
  draft: SignDraft
  tasks: TaskLine[]
  attached: Attached | null
}

/** What will be recorded, in words, before it is saved. */
export function SignSummary({ agreement, draft, tasks, attached }: Props) {
  const { t } = useTranslation('signing')
  const f = useFormat()
  const signing = signingParties(draft, agreement)
  const signed = signedOnAfter(draft, agreement)
  const { starts, ends } = periodOf(draft, agreement)
  const known = (date: string | null) => (date && isPartialDate(date) ? date : null)
  const period = f.period(known(starts), known(ends))
  const people = draft.present.flatMap(({ signatory, organisation }) =>
    signatory ? signatoryName(signatory) : (organisation?.name ?? []),
  )
  const chosen = tasks.filter(({ ticked }) => ticked).length
  const actions = actionLines(draft.actions).length
  return (
    <aside className={classes.summary} aria-label={t('summary.title')}>
      <h3 className={classes.heading}>{t('summary.title')}</h3>
      <ul>
        {signing.map(({ id, organisation }) => {
          const row = rowOf(draft, id)
          const { date, place } = whenOf(draft, id)
          const who = row.signatory && signatoryName(row.signatory)
          return (
            <li key={id}>
              {who
                ? t(`summary.${row.decision}`, { who, party: organisation.name })
                : t(`summary.by.${row.decision}`, { party: organisation.name })}
              <span className={classes.quiet}>
                {[row.capacity, row.belongsTo?.name, date && isCivilDate(date) && f.date(date), place]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          )
        })}
        {people.length > 0 && <li>{t('summary.present', { names: f.list(people) })}</li>}
        {attached && <li>{t(`summary.document.${attached.kind}`, { name: attached.file.name })}</li>}
        {period && <li>{t('summary.period', { period })}</li>}
        {actions > 0 && <li>{t('summary.actions', { count: actions })}</li>}
        {chosen > 0 && <li>{t('summary.tasks', { count: chosen })}</li>}
      </ul>
      <p className={classes.outcome} data-signed={signed !== null || undefined}>
        {signed ? t('summary.complete', { date: f.date(signed) }) : t('summary.incomplete')}
      </p>
    </aside>
  )
}
