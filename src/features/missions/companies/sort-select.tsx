import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './companies.module.css'
import { type CompanySort, type CompanyView, companySorts } from './use-company-view.ts'

/** The order of the companies. Those met there come from no cluster and are not scored. */
export function SortSelect({ view }: { view: CompanyView }) {
  const { t } = useTranslation('participations')
  const sorts: readonly CompanySort[] = view.side === 'home' ? companySorts : ['organisation', 'state']
  return (
    <Select
      aria-label={t('sort.label')}
      className={classes.sort}
      allowDeselect={false}
      data={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
      value={view.sort}
      onChange={(sort) => view.set({ sort })}
    />
  )
}
