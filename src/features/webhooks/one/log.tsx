import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Webhook, webhookStates } from '../../../contract/webhooks.ts'
import { webhooks } from '../../../data/webhooks.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterChip } from '../../../ui/filter-chip.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { PagedList } from '../../../ui/paged-list.tsx'
import { Section } from '../../../ui/section.tsx'
import classes from '../webhooks.module.css'
import { DeliveryLine } from './delivery-line.tsx'
import { logFilters } from './filters.ts'

/** How often it is asked what came of what waits, in milliseconds. */
const looking = 2000

/** What was sent, and what came of it. */
export function Log({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const list = useListState(logFilters)
  const pages = useInfiniteQuery({
    ...webhooks.deliveries({ id: webhook.id }, list.query),
    // What was just put on its way has come to something in a moment.
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.items.some(
        ({ state: now, attempts }) => now === 'waiting' && attempts.length === 0,
      )
        ? looking
        : false,
  })
  return (
    <Section title={t('log.title')}>
      <p className={classes.words}>{t('log.text')}</p>
      <div className={classes.chips}>
        <FilterChip
          filter={{
            key: 'state',
            label: t('log.state'),
            options: webhookStates.map((value) => ({ value, label: t(`state.${value}`) })),
          }}
          chosen={list.values('state')}
          onChange={(values) => list.set({ state: values })}
        />
      </div>
      <PagedList
        pages={pages}
        more={t('log.more')}
        empty={
          <EmptyState title={t(list.narrowings > 0 ? 'log.none' : 'log.empty')}>
            {list.narrowings === 0 && t('log.emptyText')}
          </EmptyState>
        }
      >
        {(deliveries) => (
          <Lines label={t('log.title')}>
            {deliveries.map((delivery) => (
              <DeliveryLine key={delivery.id} delivery={delivery} webhook={webhook} />
            ))}
          </Lines>
        )}
      </PagedList>
    </Section>
  )
}
