import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetLine } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { maxPage } from '../../../contract/primitives.ts'
import { budget } from '../../../data/grants.ts'
import { organisations } from '../../../data/organisations.ts'
import { plain } from '../../../ui/matches.ts'
import { useLineName } from '../line-name.ts'
import { useDayQuery } from '../use-grant.ts'
import { useCategoryName } from '../words.ts'
import { enteredStates, type LinkCell } from './sheet/entry.ts'
import type { Words } from './sheet/paste.ts'

interface Option {
  id: string
  name: string
}

/** What an expense can refer to: the grant's lines and the clusters, and the words that they go by when pasted. */
export interface Known {
  lines: Option[]
  payers: Option[]
  lineIds: ReadonlySet<string>
  payerIds: ReadonlySet<string>
  /** Words that more than one line goes by: a category of several lines. Which is meant is for people to say. */
  severalLines: ReadonlySet<string>
  words: Words
  /** Columns shown besides, in which missions, companies and orders are chosen. */
  links?: readonly LinkCell[]
}

export function useClusters(): Option[] {
  const { data } = useQuery(organisations.page({ query: { kind: 'cluster', sort: 'name', limit: maxPage } }))
  return useMemo(() => (data?.items ?? []).map(({ id, name }) => ({ id, name })), [data])
}

export function useLines(grantId: string | undefined): BudgetLine[] {
  const query = useDayQuery()
  const { data } = useQuery({
    ...budget.read({ params: { id: grantId ?? '' }, query }),
    enabled: grantId !== undefined,
  })
  return data?.lines ?? none
}
const none: BudgetLine[] = []

/** The words that stand for one line, with it, and those that could stand for several. */
function wordsOf(pairs: readonly (readonly [word: string, id: string])[]) {
  const ids = new Map<string, Set<string>>()
  for (const [word, id] of pairs) ids.set(word, (ids.get(word) ?? new Set()).add(id))
  const all = [...ids]
  return {
    one: new Map(
      all.flatMap(([word, [id, ...others]]) => (id && others.length === 0 ? [[word, id] as const] : [])),
    ),
    several: new Set(all.flatMap(([word, { size }]) => (size > 1 ? word : []))),
  }
}

export function useKnown(grant: Grant): Known {
  const { t } = useTranslation('expenses')
  const payers = useClusters()
  const lines = useLines(grant.id)
  const lineName = useLineName(grant.rules)
  const nameOf = useCategoryName(grant.rules)
  const named = lines.map((line) => ({ id: line.id, name: lineName(line) }))
  const byWord = wordsOf([
    ...lines.flatMap(({ id, category }) => [
      [plain(nameOf(category)), id] as const,
      [plain(category), id] as const,
    ]),
    ...named.map(({ id, name }) => [plain(name), id] as const),
  ])
  return {
    lines: named,
    payers,
    lineIds: new Set(lines.map(({ id }) => id)),
    payerIds: new Set(payers.map(({ id }) => id)),
    severalLines: byWord.several,
    words: {
      states: new Map(
        enteredStates.flatMap((state) => [
          [plain(t(`state.${state}`)), state],
          [state, state],
        ]),
      ),
      lines: byWord.one,
      payers: new Map(payers.map(({ id, name }) => [plain(name), id])),
    },
  }
}
