import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { imports } from '../../../data/imports.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { rowsOf } from '../../../ui/table-pages.ts'
import classes from '../import.module.css'
import { stateTones } from '../tones.ts'

/** Imports made before: to go on with, or to revert. */
export function Earlier() {
  const { t } = useTranslation('imports')
  const f = useFormat()
  const pages = useInfiniteQuery(imports.list({ limit: 20 }))
  const rows = rowsOf(pages)
  return (
    <Section title={t('earlier')}>
      {rows.length === 0 && !pages.isPending && <p className={classes.hint}>{t('noEarlier')}</p>}
      <ul className={classes.earlier}>
        {rows.map((row) => (
          <li key={row.id}>
            <ScopedLink to={`/import/${row.id}`}>{row.name}</ScopedLink>{' '}
            <StatusBadge tone={stateTones[row.state]}>{t(`state.${row.state}`)}</StatusBadge>{' '}
            <span className={classes.hint}>{f.instant(row.createdAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
