import { organisationRecords } from '../../../src/contract/organisations.ts'
import { personRecords } from '../../../src/contract/people.ts'
import type { Call } from '../call.ts'
import type { Entered } from '../entry.ts'
import { type CompanyKey, companies, type SampleCompany } from './companies.ts'
import {
  type CounterpartKey,
  counterparts,
  type NeighbourKey,
  neighbours,
  type SampleCounterpart,
} from './counterparts.ts'
import { people } from './people.ts'

export type BodyKey = CompanyKey | CounterpartKey | NeighbourKey

/** What is known of an invented body once it has been entered. */
export interface Body {
  key: BodyKey
  organisationId: string
  clusterId: string | null
  themes: string[]
  offers: string[]
  seeks: string[]
  people: string[]
  languages: string[]
}

/** The invented bodies by their keys. */
export type Bodies = ReadonlyMap<BodyKey, Body>

/** Enters the invented companies, counterparts and neighbours with their people. */
export async function enterBodies(call: Call, { id }: Entered): Promise<Bodies> {
  const bodies = new Map<BodyKey, Body>()
  for (const [key, company] of Object.entries(companies as Record<CompanyKey, SampleCompany>)) {
    const clusterId = id('organisations', company.cluster)
    const { id: organisationId } = await call(organisationRecords.create, {
      body: {
        ...plain(company),
        kinds: ['company'],
        country: 'FR',
        founded: company.founded,
        affiliations: [{ toId: clusterId, role: 'member' }],
      },
    })
    bodies.set(
      key as CompanyKey,
      await withPeople(call, key as CompanyKey, company, organisationId, clusterId),
    )
  }
  const abroad: Record<string, SampleCounterpart> = { ...counterparts, ...neighbours }
  for (const [key, body] of Object.entries(abroad)) {
    const names = body.native ? [{ name: body.native, kind: 'translation' as const }] : []
    const { id: organisationId } = await call(organisationRecords.create, {
      body: { ...plain(body), kinds: [...body.kinds], country: body.country, names },
    })
    bodies.set(key as BodyKey, await withPeople(call, key as BodyKey, body, organisationId, null))
  }
  return bodies
}

const plain = ({ name, region, town, focus }: SampleCompany | SampleCounterpart) => ({
  name,
  region,
  town,
  focus,
})

async function withPeople(
  call: Call,
  key: BodyKey,
  { themes, offers, seeks }: SampleCompany | SampleCounterpart,
  organisationId: string,
  clusterId: string | null,
): Promise<Body> {
  const ids: string[] = []
  for (const { given, family, native, post } of people[key]) {
    const { id } = await call(personRecords.create, {
      body: {
        givenName: given,
        familyName: family,
        nativeName: native ?? null,
        // A domain that is reserved for examples: a letter to it reaches nobody.
        email: `${plainLetters(given)}.${plainLetters(family)}@${key}.example`,
        posts: [{ organisationId, title: post }],
      },
    })
    ids.push(id)
  }
  const spoken = clusterId ? ['fr', 'en'] : (people[key][0]?.speaks ?? ['es', 'en', 'fr'])
  return {
    key,
    organisationId,
    clusterId,
    themes: [...themes],
    offers: [...offers],
    seeks: [...seeks],
    people: ids,
    languages: [...spoken],
  }
}

const plainLetters = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase()
