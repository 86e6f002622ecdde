import { focusManager, type Query, type QueryClient } from '@tanstack/react-query'
import type { LiveChanges } from '../contract/live.ts'
import { isOwnWrite } from './own-writes.ts'

/** What arrives within this time is taken together, in milliseconds; the answer to one's own write has come by then, too. */
const gathering = 150

/**
 * Keeps what is on screen up to date with what others write. What is of a record that changed (its page, history, documents) is
 * asked for at once; all else may show it too, and is asked for when it is its turn: the more people listen, the later. Nothing is
 * asked for where the window is not to be seen, until it is looked at.
 */
export function freshness(client: QueryClient) {
  let heard: LiveChanges[] = []
  let gathered: ReturnType<typeof setTimeout> | undefined
  let later: ReturnType<typeof setTimeout> | undefined
  const underWay = new Set<Query>()

  /** All may be out of date. Asked for within `pace`, each window at another moment. */
  const all = (pace: number) => {
    void client.invalidateQueries({ refetchType: 'none' })
    // An answer that is under way may be of before.
    for (const query of client.getQueryCache().findAll({ fetchStatus: 'fetching' })) underWay.add(query)
    later ??= setTimeout(askAll, pace * (0.5 + Math.random() / 2))
  }
  const askAll = () => {
    later = undefined
    const old = new Set(underWay)
    underWay.clear()
    if (!focusManager.isFocused()) return
    void client.refetchQueries({ type: 'active', predicate: (query) => query.isStale() || old.has(query) })
  }
  const take = () => {
    const news = heard.filter(({ sets }) => sets.length === 0 || !sets.every(isOwnWrite))
    heard = []
    gathered = undefined
    const last = news.at(-1)
    if (!last) return
    all(last.pace)
    const records = news.flatMap((one) => one.records)
    if (!focusManager.isFocused()) return
    const isOfThem = ({ queryHash }: Query) => records.some((id) => queryHash.includes(id))
    void client.refetchQueries({ type: 'active', predicate: isOfThem })
  }
  return {
    all,
    changes: (what: LiveChanges) => {
      heard.push(what)
      gathered ??= setTimeout(take, gathering)
    },
    stop: () => {
      clearTimeout(gathered)
      clearTimeout(later)
    },
  }
}
