import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../components/may.ts'
import { recordPath } from '../../components/record-path.ts'
import { alliances } from '../../data/alliances.ts'
import { markets } from '../../data/markets.ts'
import { organisations } from '../../data/organisations.ts'
import { formatFor, useFormat } from '../../i18n/format.ts'
import { phraseAt, tokensOf } from './match.ts'

/** What the screen can be narrowed to: few, known from the bar at the top, and so found without a connection. */
export interface Place {
  key: 'alliance' | 'cluster' | 'market'
  noun: 'alliances' | 'organisations' | 'markets'
  id: string
  /** As the reader writes it. */
  title: string
  /** In each language. */
  names: readonly string[]
  path: string
}

const all = 200
const languages = ['en', 'fr'].map(formatFor)

/** Alliances, clusters and markets. The same questions as the bar asks. */
export function usePlaces(): Place[] {
  const f = useFormat()
  const enabled = useMay()('records.read')
  const clusters = organisations.page({ query: { kind: 'cluster', limit: all } })
  const held = {
    alliances: useQuery({ ...alliances.page({ query: { limit: all } }), enabled }).data?.items ?? [],
    clusters: useQuery({ ...clusters, enabled }).data?.items ?? [],
    markets: useQuery({ ...markets.page({ query: { limit: all } }), enabled }).data?.items ?? [],
  }
  const place = (
    key: Place['key'],
    noun: Place['noun'],
    { id, name }: { id: string; name: string },
  ): Place => ({
    key,
    noun,
    id,
    title: key === 'market' ? f.place(name) : name,
    names: key === 'market' ? [name, ...languages.map((format) => format.place(name))] : [name],
    path: recordPath(noun, id, key === 'cluster'),
  })
  return [
    ...held.clusters.map((one) => place('cluster', 'organisations', one)),
    ...held.markets.map((one) => place('market', 'markets', one)),
    ...held.alliances.map((one) => place('alliance', 'alliances', one)),
  ]
}

/** How well a name is what is looked for, where every word of it is a word of the name or the beginning of one: null, or 0 to 2. */
export function nameGrade(name: string, find: string): number | null {
  const words = tokensOf(name)
  const wanted = tokensOf(find)
  if (wanted.length === 0) return null
  let worst = 0
  for (const token of wanted) {
    const grades = words.flatMap(({ word }) => phraseAt([token], 0, [word])?.grade ?? [])
    if (grades.length === 0) return null
    worst = Math.max(worst, Math.min(...grades))
  }
  return worst > 0 ? worst : words.length === wanted.length ? 0 : 1
}

/** The places whose name, in either language, is what is looked for, with how well it is; the likeliest first. */
export function placesNamed(places: readonly Place[], find: string): { place: Place; grade: number }[] {
  return places
    .flatMap((place) => {
      const grades = place.names.flatMap((name) => nameGrade(name, find) ?? [])
      return grades.length > 0 ? [{ place, grade: Math.min(...grades) }] : []
    })
    .sort((a, b) => a.grade - b.grade)
}
