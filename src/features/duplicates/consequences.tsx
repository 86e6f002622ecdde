import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { MergePreview } from '../../contract/merge.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './duplicates.module.css'

/** What moves along with a merge, and what becomes one by which rule. */
export function Consequences({ preview: { moves, joins } }: { preview: MergePreview }) {
  const { t } = useTranslation(['merge', 'history'])
  const f = useFormat()
  const called = (table: string) =>
    t(
      i18next.exists(`table.${table}`, { ns: 'history' })
        ? (`history:table.${table}` as 'history:table.other')
        : 'history:table.other',
    )
  return (
    <>
      <section aria-label={t('dialog.moves')}>
        <h3>{t('dialog.moves')}</h3>
        {moves.length === 0 ? (
          <p className={classes.quiet}>{t('dialog.movesNothing')}</p>
        ) : (
          <p>{f.list(moves.map(({ table, count }) => `${called(table)} (${f.number(count)})`))}</p>
        )}
      </section>
      {joins.length > 0 && (
        <section aria-label={t('dialog.joins')}>
          <h3>{t('dialog.joins')}</h3>
          <ul>
            {joins.map(({ rule, table, count, titles }) => (
              <li key={`${rule} ${table}`}>
                {called(table)} ({f.number(count)}): {t(`rule.${rule}`)}
                {titles.length > 0 && ` – ${f.list([...new Set(titles)])}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
