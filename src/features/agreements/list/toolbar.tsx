import { useTranslation } from 'react-i18next'
import { agreementColumns } from '../../../components/export/columns.ts'
import { ExportMenu } from '../../../components/export/export-menu.tsx'
import { SavedViews } from '../../../components/saved-views/saved-views.tsx'
import { agreementList, agreementRecords, agreementTypes } from '../../../contract/agreements.ts'
import { agreementStatuses } from '../../../domain/agreement.ts'
import { ListToolbar } from '../../../ui/list-toolbar.tsx'
import type { ViewProps } from './view-props.ts'

/** Search and filters; the same over table, board and timeline. */
export function AgreementToolbar({
  list,
  tools,
  total,
}: Omit<ViewProps, 'empty'> & { total: number | undefined }) {
  const { t } = useTranslation(['agreements', 'common'])
  return (
    <ListToolbar
      list={list}
      lead={<SavedViews list="agreements" schema={agreementList} table="agreements" />}
      label={t('title')}
      total={total}
      filters={[
        {
          key: 'status',
          label: t('filter.status'),
          multiple: true,
          options: agreementStatuses.map((value) => ({ value, label: t(`common:status.${value}`) })),
        },
        {
          key: 'type',
          label: t('filter.type'),
          multiple: true,
          options: agreementTypes.map((value) => ({ value, label: t(`common:agreementType.${value}`) })),
        },
        {
          key: 'overdue',
          label: t('filter.overdue'),
          options: [{ value: 'true', label: t('filter.overdue') }],
        },
        {
          key: 'signable',
          label: t('filter.signable'),
          options: [{ value: 'true', label: t('filter.signable') }],
        },
        // Only as a link led to it.
        ...list.values('negotiator').map((cluster) => ({
          key: 'negotiator',
          label: t('filter.negotiator'),
          options: [{ value: cluster, label: t('filter.negotiator') }],
        })),
        ...list.values('year').map((year) => ({
          key: 'year',
          label: t('filter.year'),
          options: [{ value: year, label: year }],
        })),
      ]}
    >
      <ExportMenu
        name={t('title')}
        endpoint={agreementRecords.list}
        query={list.query}
        columns={agreementColumns}
      />
      {tools}
    </ListToolbar>
  )
}
