import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { missionColumns } from '../../../components/export/columns.ts'
import { ExportMenu } from '../../../components/export/export-menu.tsx'
import { SavedViews } from '../../../components/saved-views/saved-views.tsx'
import { missionList, missionRecords } from '../../../contract/missions.ts'
import { maxPage } from '../../../contract/primitives.ts'
import { organisations } from '../../../data/organisations.ts'
import { missionKinds, missionStatuses } from '../../../domain/mission.ts'
import { DateRangeChip } from '../../../ui/date-range-chip.tsx'
import { ListToolbar } from '../../../ui/list-toolbar.tsx'
import type { ViewProps } from './view-props.ts'

/** Search and filters; the same over table, board, calendar and map. */
export function MissionToolbar({
  list,
  tools,
  total,
}: Omit<ViewProps, 'empty'> & { total: number | undefined }) {
  const { t } = useTranslation(['missions', 'common'])
  const { data: clusters } = useQuery(
    organisations.page({ query: { kind: 'cluster', sort: 'name', limit: maxPage } }),
  )
  return (
    <ListToolbar
      list={list}
      lead={<SavedViews list="missions" schema={missionList} table="missions" />}
      label={t('title')}
      total={total}
      filters={[
        {
          key: 'status',
          label: t('filter.status'),
          multiple: true,
          options: missionStatuses.map((value) => ({ value, label: t(`common:missionStatus.${value}`) })),
        },
        {
          key: 'kind',
          label: t('filter.kind'),
          multiple: true,
          options: missionKinds.map((value) => ({ value, label: t(`common:missionKind.${value}`) })),
        },
        {
          key: 'body',
          label: t('filter.body'),
          options: (clusters?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      more={<DateRangeChip list={list} label={t('filter.dates')} />}
    >
      <ExportMenu
        name={t('title')}
        endpoint={missionRecords.list}
        query={list.query}
        columns={missionColumns}
      />
      {tools}
    </ListToolbar>
  )
}
