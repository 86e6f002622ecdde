import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListState } from '../../../../ui/list-state.ts'

/** What stands for the rows where there are none: a way out of the filters, or what to do first. */
export function NothingFound({ list }: { list: ListState<object> }) {
  const { t } = useTranslation(['expenses', 'ui'])
  if (list.narrowings > 0)
    return (
      <p>
        {t('ui:table.nothing')}.{' '}
        <Button variant="subtle" size="compact-sm" onClick={list.clear}>
          {t('ui:table.clearFilters')}
        </Button>
      </p>
    )
  return (
    <p>
      <strong>{t('empty.title')}.</strong> {t('empty.text')}
    </p>
  )
}
