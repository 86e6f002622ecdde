import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useMay } from '../../components/may.ts'
import { canBePinned } from '../../components/pin-button.tsx'
import { recentRecords } from '../../components/recent.ts'
import { recordAt, recordPath } from '../../components/record-path.ts'
import { useScope, useScopedHref } from '../../components/scope.ts'
import { useWrite } from '../../components/use-write.ts'
import type { AgreementRow } from '../../contract/agreements.ts'
import type { SearchHit } from '../../contract/overview.ts'
import { agreements } from '../../data/agreements.ts'
import { search } from '../../data/overview.ts'
import { pins } from '../../data/pins.ts'
import { openStages } from '../../domain/agreement.ts'
import { isPartialDate } from '../../domain/partial-date.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { matches } from '../../ui/matches.ts'
import { type Entry, type EntryGroup, once } from './entry.ts'
import { type Intent, type Reading, readingsOf } from './grammar.ts'
import { type Actions, allActions, useActions } from './use-actions.ts'
import { nameGrade, type Place, placesNamed, usePlaces } from './use-places.ts'
import type { Kind } from './words.ts'

/** What the index says beside a title, with its days and countries as the reader writes them. */
const detailWords = (text: string, f: Format): string =>
  f
    .place(text)
    .split(', ')
    .map((part) => (/^\d{4}-\d{2}/.test(part) && isPartialDate(part) ? f.date(part) : part))
    .join(', ')

type Found = Extract<Intent, { find: string }>
const foundBy = (readings: readonly Reading[], ...kinds: Found['do'][]): Found | undefined => {
  for (const { intent } of readings)
    if ('find' in intent && kinds.includes(intent.do) && intent.find) return intent
  return undefined
}
const findOf = (...asked: Parameters<typeof foundBy>): string | undefined => foundBy(...asked)?.find

/** Records of one kind that are found at most, for an action with each. */
const mostWithAction = 5
const mostFound = 20

/** What the palette offers for a text, in groups; and whether more is still on its way, or could not be had. */
export function useEntries(text: string) {
  const { t } = useTranslation(['app', 'palette'])
  const scope = useScope()
  const actions = useActions()
  const [asked] = useDebouncedValue(text.trim(), 120)
  const readings = readingsOf(text, scope.today)
  const places = usePlaces()
  const sought = foundBy(readings, 'open')
  const kind = sought?.do === 'open' && sought.noun
  const ofSought = kind ? places.filter(({ noun }) => noun === kind) : places
  const found = useRecords(asked, scope.today)
  const kept = useKept(text, sought?.find)
  const typed = text.trim() !== ''
  const pinning = usePinEntries(readings, found.hits)
  const signing = useSignEntries(readings, asked, scope.today, actions)
  const { main, others } = allActions(actions, scope.isNarrowed || Boolean(scope.asOf))
  const scoping = findOf(readings, 'scope')
  const doing = once([
    ...readings.flatMap(({ intent }) => doneBy(intent, actions, signing)),
    ...(scoping ? placesNamed(places, scoping) : [])
      .slice(0, mostWithAction)
      .map(({ place }) => actions.scopeTo(place.key, place.id, place.title)),
    ...pinning,
    ...(typed ? [...main, ...others] : main).filter(({ title }) => matches(title, text)),
  ])
  const records = once([
    ...withPlaces(placesNamed(ofSought, sought?.find ?? text), found.entries, (place) => ({
      id: place.id,
      title: place.title,
      kind: t(`scope.${place.key}`),
      href: found.href(place.path),
    })),
    ...(typed ? [...kept.pinned, ...kept.recent] : []),
  ])
  const groups: EntryGroup[] = typed
    ? orderOf(
        readings,
        { name: t('search.records'), entries: records },
        { name: t('search.commands'), entries: doing },
      )
    : [
        { name: t('palette:pinned'), entries: kept.pinned },
        {
          name: t('palette:recent'),
          entries: once([...kept.pinned, ...kept.recent]).slice(kept.pinned.length),
        },
        { name: t('search.commands'), entries: [...pinning, ...doing] },
      ]
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    waiting: asked.length > 0 && found.isPending,
    failed: found.isError,
  }
}

/** What is surely a command comes before what may be a name. */
function orderOf(readings: readonly Reading[], records: EntryGroup, doing: EntryGroup): EntryGroup[] {
  const [best] = readings
  const isCommand = best && best.intent.do !== 'open' && best.grade === 0
  return isCommand && doing.entries.length > 0 ? [doing, records] : [records, doing]
}

/**
 * Places among what the index found, which knows a market by one name only: those of that very name before it, and those whose name
 * begins so but that it did not find; after it those that are nearly called so.
 */
function withPlaces(
  named: ReturnType<typeof placesNamed>,
  found: readonly Entry[],
  entryOf: (place: Place) => Entry,
) {
  const byId = new Map(found.map((entry) => [entry.id, entry]))
  const isFirst = ({ place, grade }: (typeof named)[number]) =>
    grade === 0 || (grade === 1 && !byId.has(place.id))
  const entries = (some: typeof named) => some.map(({ place }) => byId.get(place.id) ?? entryOf(place))
  return [...entries(named.filter(isFirst)), ...found, ...entries(named)]
}

/** The entries of an intent that needs no record, or whose records are found already. */
function doneBy(intent: Intent, actions: Actions, signing: Entry[]): Entry[] {
  switch (intent.do) {
    case 'create':
      return [actions.create(intent.item, intent.text)].flat()
    case 'screen':
      return actions.screen(intent.screen)
    case 'as-of':
      return [actions.asOf(intent.day)]
    case 'clear':
      return [actions.clear()]
    case 'language':
      return actions.language(intent.to)
    case 'theme':
      return actions.theme(intent.to)
    case 'shortcuts':
      return [actions.shortcuts()]
    case 'sign':
      return [...signing, ...[actions.create('signature')].flat()]
    default:
      return []
  }
}

/** Those first whose title has all that was typed, the word of a kind with it; then those of the kind, then the others. */
const byKind = (hits: readonly SearchHit[], noun: Kind, asked: string): SearchHit[] =>
  hits.toSorted((a, b) => {
    const order = (hit: SearchHit) => ((nameGrade(hit.title, asked) ?? 2) < 2 ? 0 : hit.noun === noun ? 1 : 2)
    return order(a) - order(b)
  })

/** What the API finds for the text, or for the name in it; of a kind that is told, before others. */
function useRecords(asked: string, today: string) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const href = useScopedHref()
  const wanted = foundBy(readingsOf(asked, today), 'open', 'pin', 'unpin')
  const q = wanted?.find ?? asked
  const noun = (wanted?.do === 'open' && wanted.noun) || undefined
  const enabled = useMay()('records.read') && asked.length > 0
  const answer = useQuery({
    ...search.all({ query: { q } }),
    enabled,
    placeholderData: keepPreviousData,
  })
  const ofKind = useQuery({ ...search.all({ query: { q, noun } }), enabled: enabled && noun !== undefined })
  const anywhere = asked ? (answer.data?.items ?? []) : []
  const hits = noun ? byKind(once([...(ofKind.data?.items ?? []), ...anywhere]), noun, asked) : anywhere
  const entries = hits.map(
    (hit): Entry => ({
      id: hit.id,
      title: hit.noun === 'markets' ? f.place(hit.title) : hit.title,
      detail: hit.subtitle && detailWords(hit.subtitle, f),
      kind: t(`oneNoun.${hit.isCluster ? 'cluster' : hit.noun}`),
      href: href(pathOf(hit)),
    }),
  )
  return {
    hits,
    entries,
    href,
    isPending: [answer, ofKind].some((one) => one.isLoading),
    isError: answer.isError || ofKind.isError,
  }
}

const isPart = (noun: SearchHit['noun']): noun is 'actions' | 'documents' | 'services' =>
  noun === 'actions' || noun === 'documents' || noun === 'services'

/** The page of what was found; of what has none, that of the record that it is part of. */
function pathOf({ noun, id, isCluster, of }: SearchHit): string {
  if (!isPart(noun)) return recordPath(noun, id, isCluster)
  if (!of) return '/'
  if (noun === 'services') return `/companies/${of.recordId}/participation`
  return recordPath(of.noun, of.recordId)
}

/** Pinned and recent records; once something is typed, those whose name it is. */
function useKept(text: string, find: string | undefined) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const href = useScopedHref()
  const held = useQuery(pins.list()).data?.items ?? []
  const wanted = find ?? text.trim()
  const named = ({ title }: { title: string }) => wanted === '' || nameGrade(title, wanted) !== null
  const titleOf = (noun: string, title: string) => (noun === 'markets' ? f.place(title) : title)
  return {
    pinned: held.filter(named).map(
      (pin): Entry => ({
        id: pin.recordId,
        title: titleOf(pin.noun, pin.title),
        detail: pin.subtitle && detailWords(pin.subtitle, f),
        kind: t(`oneNoun.${pin.isCluster ? 'cluster' : pin.noun}`),
        href: href(recordPath(pin.noun, pin.recordId, pin.isCluster)),
      }),
    ),
    recent: recentRecords()
      .filter(named)
      .slice(0, 8)
      .map(
        (record): Entry => ({
          id: record.id,
          title: titleOf(record.noun, record.title),
          kind: t(`oneNoun.${record.path.startsWith('/clusters/') ? 'cluster' : record.noun}`),
          href: href(record.path),
        }),
      ),
  }
}

/** "Pin Kansai": what was found, to be pinned; pinned ones by name, to be let go; the record of the page, while nothing is typed. */
function usePinEntries(readings: readonly Reading[], hits: readonly SearchHit[]): Entry[] {
  const { t } = useTranslation(['palette', 'common'])
  const { pathname } = useLocation()
  const held = useQuery(pins.list()).data?.items ?? []
  const add = useWrite(pins.add, {
    message: ({ title }) => t('common:pin.done', { name: title }),
    failure: 'toast',
  })
  const remove = useWrite(pins.remove, { message: () => t('common:pin.gone'), failure: 'toast' })
  const isPinned = (id: string) => held.some(({ recordId }) => recordId === id)
  const put = (noun: SearchHit['noun'], recordId: string, title: string): Entry[] =>
    canBePinned(noun) && !isPinned(recordId)
      ? [
          {
            id: `pin-${recordId}`,
            title: t('pin', { name: title }),
            run: () => add.mutate({ body: { noun, recordId } }),
          },
        ]
      : []
  const take = ({ id, title }: { id: string; title: string }): Entry => ({
    id: `unpin-${id}`,
    title: t('unpin', { name: title }),
    run: () => remove.mutate({ params: { id } }),
  })
  const wanted = (kind: 'pin' | 'unpin') => readings.find(({ intent }) => intent.do === kind)?.intent
  const [pin, unpin] = [wanted('pin'), wanted('unpin')]
  const here = recordAt(pathname)
  const page = here && recentRecords().find(({ id }) => id === here.id)
  const ofPage = page
    ? isPinned(page.id)
      ? held.filter(({ recordId }) => recordId === page.id).map(take)
      : put(page.noun, page.id, page.title)
    : []
  if (readings.length === 0) return []
  return [
    ...(pin && 'find' in pin
      ? pin.find
        ? hits.slice(0, mostWithAction).flatMap(({ noun, id, title }) => put(noun, id, title))
        : ofPage.filter(({ id }) => id.startsWith('pin-'))
      : []),
    ...(unpin && 'find' in unpin
      ? held.filter(({ title }) => !unpin.find || nameGrade(title, unpin.find) !== null).map(take)
      : []),
  ]
}

/** "Log signature Kansai": the agreements of that name. */
function useSignEntries(
  readings: readonly Reading[],
  asked: string,
  today: string,
  actions: Actions,
): Entry[] {
  const wanted = findOf(readingsOf(asked, today), 'sign')
  const { data } = useQuery({
    ...agreements.page({ query: { q: wanted, limit: mostFound } }),
    enabled: wanted !== undefined,
    placeholderData: keepPreviousData,
  })
  if (wanted === undefined || !findOf(readings, 'sign')) return []
  // Found by its parties, too; one that is called so comes first, then one that can still be signed. Of others the dialog says why not.
  const order = ({ title, status }: AgreementRow) =>
    2 * (nameGrade(title, wanted) ?? 3) + ((openStages as readonly string[]).includes(status) ? 0 : 1)
  return (data?.items ?? [])
    .toSorted((a, b) => order(a) - order(b))
    .slice(0, mostWithAction)
    .flatMap(actions.sign)
}
