import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ViewList, ViewState } from '../../contract/saved-views.ts'
import { markets } from '../../data/markets.ts'
import { session } from '../../data/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { useScope } from '../scope.ts'

/** A view that every workspace has. */
export interface BuiltIn {
  name: string
  title: string
  state: ViewState
}

/** The views of a list that need not be kept: those that everybody asks for. */
export function useBuiltIns(list: ViewList): BuiltIn[] {
  const { t } = useTranslation('saved-views')
  const f = useFormat()
  const scope = useScope()
  const actor = useQuery(session.read()).data?.actor
  const known = useQuery({ ...markets.page({ query: { limit: 200 } }), enabled: list === 'companies' })
  switch (list) {
    case 'agreements':
      return [
        { name: 'overdue', title: t('builtIn.overdue'), state: { overdue: 'true' } },
        { name: 'expiring', title: t('builtIn.expiring'), state: { status: 'expiring', sort: 'ends' } },
      ]
    case 'companies': {
      // The market that the screen is narrowed to, else Japan, where the first agreements were made.
      const market = known.data?.items.find(({ id, country }) =>
        scope.market ? id === scope.market : country === 'JP',
      )
      return [
        { name: 'never-served', title: t('builtIn.neverServed'), state: { served: 'false' } },
        ...(market
          ? [
              {
                name: 'ready',
                title: t('builtIn.ready', { market: f.place(market.name) }),
                state: { readiness: 'ready,active', target: market.id },
              },
            ]
          : []),
      ]
    }
    case 'expenses':
      return [{ name: 'planned', title: t('builtIn.planned'), state: { state: 'planned,committed' } }]
    case 'tasks':
      return actor ? [{ name: 'mine', title: t('builtIn.mine'), state: { assignee: actor.id } }] : []
    default:
      return []
  }
}
