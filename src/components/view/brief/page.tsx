import { useQueries, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scope } from '../../../contract/primitives.ts'
import type { Dimension, View } from '../../../contract/views.ts'
import { agreements } from '../../../data/agreements.ts'
import { tasks } from '../../../data/dossier.ts'
import { indicators } from '../../../data/indicators.ts'
import { missions } from '../../../data/missions.ts'
import { overview } from '../../../data/overview.ts'
import { views } from '../../../data/views.ts'
import { languageNames } from '../../../i18n/languages.ts'
import { PaperPage, Sheet } from '../../paper/paper-page.tsx'
import { useScope } from '../../scope.ts'
import { ScopedLink } from '../../scoped-link.tsx'
import { Brief, type BriefLists, type BriefTarget } from './brief.tsx'
import { type Words, wordsIn } from './words.ts'

/** A line of what the record is; without a value it is left out. */
export type BriefFact = [label: string, value: ReactNode]

interface Props {
  dimension: Dimension
  id: string
  /** By what its figures are broken down on the sheet. */
  by: Dimension
  /** Nothing while it is on its way. */
  name: string | undefined
  view: View | undefined
  back: string
  facts: (words: Words) => BriefFact[]
}

const few = 5

/** A brief on one sheet of paper, in the language chosen, with the way back to the screen. */
export function BriefPage({ dimension, id, by, name, view, back, facts }: Props) {
  const { t } = useTranslation('brief')
  const { query } = useScope()
  const scope = { ...query, [dimension]: id }
  const status = (figure: 'open' | 'inForce' | 'toCome' | 'running' | 'held') =>
    view?.figures[figure].query.status
  const lists = {
    inForce: useQuery({
      ...agreements.page({ query: { ...scope, status: status('inForce'), sort: 'ends', limit: few } }),
      enabled: view !== undefined,
    }).data,
    open: useQuery({
      ...agreements.page({
        query: { ...scope, status: status('open'), sort: 'targetSignature', limit: few },
      }),
      enabled: view !== undefined,
    }).data,
    ahead: useQuery({
      ...missions.page({
        query: { ...scope, status: `${status('toCome')},${status('running')}`, sort: 'starts', limit: few },
      }),
      enabled: view !== undefined,
    }).data,
    past: useQuery({
      ...missions.page({ query: { ...scope, status: status('held'), sort: '-starts', limit: few } }),
      enabled: view !== undefined,
    }).data,
    needs: useNeeds(scope),
    tasks: useQuery(tasks.page({ query: { ...scope, limit: few } })).data,
    breakdown: useQuery(views.breakdown({ query: { ...scope, by } })).data,
    targets: useTargets(scope),
  }
  const { inForce, open, ahead, past, needs, tasks: next, breakdown, targets } = lists
  const whole = name && view && inForce && open && ahead && past && needs && next && breakdown && targets
  return (
    <PaperPage
      title={whole ? t('title', { name }) : undefined}
      back={<ScopedLink to={back}>{t('back')}</ScopedLink>}
      languages={languageNames}
    >
      {(language) => {
        const words = wordsIn(language)
        return (
          whole && (
            <Sheet label={words.t('title', { name })}>
              <Brief
                kind={dimension}
                by={by}
                name={name}
                view={view}
                facts={facts(words)}
                lists={{ inForce, open, ahead, past, needs, tasks: next, breakdown, targets }}
                words={words}
              />
            </Sheet>
          )
        )
      }}
    </PaperPage>
  )
}

/** What is urgent, the most of it first. */
function useNeeds(scope: Scope): BriefLists['needs'] | undefined {
  const { data } = useQuery(overview.read({ query: scope }))
  return data && { items: data.needs.slice(0, few), total: data.needCount }
}

/** What is to be reached, with what each counts; nothing until all of it is there. */
function useTargets(scope: Scope): BriefTarget[] | undefined {
  const found = useQuery(indicators.page({ query: { ...scope, targeted: 'true', limit: few } })).data
  const counts = useQueries({
    queries: (found?.items ?? []).map(({ id }) =>
      indicators.count({ params: { id }, query: { asOf: scope.asOf } }),
    ),
  })
  // What the reader may not have counted is named without a number.
  return counts.some(({ isPending }) => isPending)
    ? undefined
    : found?.items.map((indicator, at) => ({ indicator, count: counts[at]?.data }))
}
