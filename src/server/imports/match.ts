import { sql } from 'kysely'
import type * as z from 'zod'
import type { importDraft } from '../../contract/import-draft.ts'
import type { ImportMatch } from '../../contract/import-row.ts'
import { changeOf, type OnUpdate } from '../../domain/import/update.ts'
import {
  matchOrganisations,
  type OrganisationTraits,
  type PreparedTraits,
  prepared,
} from '../../domain/matching/organisations.ts'
import { matchPeople, type PersonTraits } from '../../domain/matching/people.ts'
import type { Context } from '../context.ts'
import { type HeldOrganisation, type HeldPerson, heldOrganisations, heldPeople } from './held.ts'
import { type Candidate, candidatesOf, organisationKeyed, personKeyed } from './keys.ts'

export type Draft = z.output<typeof importDraft>
export interface SentRow {
  position: number
  line: number
  draft: Draft
}

/** As many matches are kept with a row. */
const mostMatches = 5

/** What each row may be, best first: records, and rows of the same import before it. */
export async function matchesOf(
  ctx: Context,
  { id: importId, onUpdate }: { id: string; onUpdate: OnUpdate },
  rows: readonly SentRow[],
): Promise<Map<number, ImportMatch[]>> {
  const candidates = await candidatesOf(ctx, importId, rows.map(keyed))
  const ids = (noun: string) =>
    candidates.flatMap(({ noun: of, recordId }) => (of === noun && recordId ? [recordId] : []))
  const named = rows.flatMap(({ draft }) => draft.organisation?.id ?? [])
  const organisations = await heldOrganisations(ctx, [...ids('organisations'), ...named])
  const people = await heldPeople(ctx, [
    ...ids('people'),
    ...rows.flatMap(({ draft }) => (draft.organisation ? [] : (draft.person?.id ?? []))),
  ])
  const others = await draftsAt(
    ctx,
    importId,
    candidates.flatMap(({ other }) => other ?? []),
    rows,
  )
  const ready = new Map<string, PreparedTraits>()
  const compare = once(ready)
  const byPosition = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const held = byPosition.get(candidate.position)
    if (held) held.push(candidate)
    else byPosition.set(candidate.position, [candidate])
  }
  return new Map(
    rows.map(({ position, draft }) => {
      const found = (byPosition.get(position) ?? []).flatMap((candidate): ImportMatch[] => {
        const match = candidate.recordId
          ? withRecord({ position, draft }, candidate.recordId, organisations, people, compare)
          : withRow({ position, draft }, candidate.other ?? -1, others, compare)
        return match && match.verdict !== 'new' ? [match] : []
      })
      return [position, itself(draft, people) ?? bestOf(draft, found, organisations, onUpdate)]
    }),
  )
}

/** A row about a person with the id of a record is about that one. */
function itself(
  { organisation, person }: Draft,
  people: ReadonlyMap<string, HeldPerson>,
): ImportMatch[] | null {
  const own = organisation || !person?.id ? undefined : people.get(person.id)
  if (!own) return null
  return [
    {
      ...personMatch(own),
      score: 100,
      verdict: 'same',
      reasons: [{ key: 'id', weight: 100 }],
      differences: [],
    },
  ]
}

/** Its own id settles it; otherwise the best few, records before rows where they are alike, with what each would change. */
function bestOf(
  draft: Draft,
  found: readonly ImportMatch[],
  organisations: ReadonlyMap<string, HeldOrganisation>,
  mode: OnUpdate,
): ImportMatch[] {
  const own = draft.organisation?.id ? organisations.get(draft.organisation.id) : undefined
  if (own && draft.organisation)
    return [
      {
        ...organisationMatch(own),
        score: 100,
        verdict: 'same',
        reasons: [{ key: 'id', weight: 100 }],
        differences: changeOf(own, draft.organisation, mode).differences,
      },
    ]
  return [...found]
    .sort(
      (a, b) =>
        b.score - a.score ||
        weightOf(b) - weightOf(a) ||
        Number(a.id === null) - Number(b.id === null) ||
        (a.position ?? 0) - (b.position ?? 0),
    )
    .slice(0, mostMatches)
    .map((match) => {
      const held = match.id ? organisations.get(match.id) : undefined
      if (!held || !draft.organisation) return match
      return { ...match, differences: changeOf(held, draft.organisation, mode).differences }
    })
}

/** What speaks for it, beyond the 100 that a score ends at: the same number tells more than the same name and town. */
const weightOf = ({ reasons }: ImportMatch): number => reasons.reduce((sum, { weight }) => sum + weight, 0)

function keyed({ position, draft }: SentRow) {
  if (draft.organisation) return organisationKeyed(position, traitsOf(draft))
  const person = personTraits(draft)
  return personKeyed(position, {
    ...person,
    given: draft.person?.givenName ?? null,
    family: draft.person?.familyName ?? '',
  })
}

/** Drafts of these rows: of those just sent, or kept before. */
async function draftsAt(
  ctx: Context,
  importId: string,
  positions: readonly number[],
  sent: readonly SentRow[],
): Promise<Map<number, SentRow>> {
  const drafts = new Map(sent.map((row) => [row.position, row]))
  const missing = [...new Set(positions)].filter((position) => !drafts.has(position))
  if (missing.length === 0) return drafts
  const { rows } = await sql<SentRow>`
    select position, line, draft from import_rows where import_id = ${importId} and position = any (${sql.val(missing)}::int[])`.execute(
    ctx.db,
  )
  for (const row of rows) drafts.set(row.position, row)
  return drafts
}

type Asked = Pick<SentRow, 'position' | 'draft'>
type Compare = (key: string, traits: () => OrganisationTraits) => PreparedTraits

/** Makes what is compared ready once, however many compare with it. */
const once =
  (ready: Map<string, PreparedTraits>): Compare =>
  (key, traits) => {
    const made = ready.get(key) ?? prepared(traits())
    ready.set(key, made)
    return made
  }

function withRecord(
  { position, draft }: Asked,
  id: string,
  organisations: ReadonlyMap<string, HeldOrganisation>,
  people: ReadonlyMap<string, HeldPerson>,
  compare: Compare,
): ImportMatch | null {
  if (draft.organisation) {
    const held = organisations.get(id)
    if (!held) return null
    const match = matchOrganisations(
      compare(`row ${position}`, () => traitsOf(draft)),
      compare(id, () => traitsOfHeld(held)),
    )
    return { ...organisationMatch(held), ...match, differences: [] }
  }
  const held = people.get(id)
  if (!held) return null
  return {
    ...personMatch(held),
    ...matchPeople(personTraits(draft), traitsOfPerson(held)),
    differences: [],
  }
}

function withRow(
  { position: asked, draft }: Asked,
  position: number,
  others: ReadonlyMap<number, SentRow>,
  compare: Compare,
): ImportMatch | null {
  const row = others.get(position)
  const other = row?.draft
  if (!other || (other.organisation === null) !== (draft.organisation === null)) return null
  const match = other.organisation
    ? matchOrganisations(
        compare(`row ${asked}`, () => traitsOf(draft)),
        compare(`row ${position}`, () => traitsOf(other)),
      )
    : matchPeople(personTraits(draft), personTraits(other))
  return {
    id: null,
    position,
    line: row.line,
    noun: other.organisation ? 'organisations' : 'people',
    name: other.organisation?.name ?? personTraits(other).name,
    detail: placeOf(other.organisation),
    ...match,
    differences: [],
  }
}

const organisationMatch = (held: HeldOrganisation) => ({
  id: held.id,
  position: null,
  line: null,
  noun: 'organisations' as const,
  name: held.name,
  detail: placeOf(held),
})

const personMatch = (held: HeldPerson) => ({
  id: held.id,
  position: null,
  line: null,
  noun: 'people' as const,
  name: [held.givenName, held.familyName].filter(Boolean).join(' '),
  detail: held.posts[0]?.organisation ?? held.email,
})

const placeOf = (at: { town: string | null; country: string | null } | null): string | null =>
  [at?.town, at?.country].filter(Boolean).join(', ') || null

export function traitsOf({ organisation, person }: Draft): OrganisationTraits {
  if (!organisation) throw new Error('The row is about no organisation')
  return { ...organisation, addresses: [...organisation.websites, ...(person?.email ? [person.email] : [])] }
}

export const traitsOfHeld = (held: HeldOrganisation): OrganisationTraits => ({
  ...held,
  addresses: held.websites,
  postcode: held.addresses[0]?.postcode ?? null,
})

export function personTraits({ person, organisation }: Draft): PersonTraits {
  return {
    name: [person?.givenName, person?.familyName].filter(Boolean).join(' '),
    nativeName: person?.nativeName ?? null,
    email: person?.email ?? null,
    phone: person?.phone ?? null,
    organisations: organisation ? [organisation.name] : [],
  }
}

export const traitsOfPerson = (held: HeldPerson): PersonTraits => ({
  ...held,
  name: [held.givenName, held.familyName].filter(Boolean).join(' '),
  organisations: held.posts.map(({ organisation }) => organisation),
})
