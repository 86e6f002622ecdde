import { comparable } from '../matching/names.ts'
import { webDomain } from '../matching/web-domain.ts'
import type { OrganisationDraft, PersonDraft } from './draft.ts'

/** What is held of an organisation, as far as a table may say something about it. */
export interface Held
  extends Pick<
    OrganisationDraft,
    | 'name'
    | 'kinds'
    | 'country'
    | 'region'
    | 'town'
    | 'latitude'
    | 'longitude'
    | 'founded'
    | 'focus'
    | 'legalForm'
    | 'sectors'
    | 'themes'
    | 'websites'
    | 'numbers'
  > {
  names: { name: string; kind: string }[]
  addresses: { lines: string | null; postcode: string | null; town: string | null }[]
}

export type OnUpdate = 'fill' | 'overwrite'

const ownFields = ['country', 'region', 'town', 'latitude', 'longitude', 'founded', 'focus'] as const
type Own = Partial<Pick<OrganisationDraft, 'name' | 'kinds' | (typeof ownFields)[number]>>

/** What an update makes of a record: only what changes is in it. */
export interface OrganisationChange {
  own: Own
  profile: Partial<Pick<OrganisationDraft, 'legalForm' | 'sectors' | 'themes'>>
  names: { name: string; kind: 'former' | 'alias' | 'acronym' }[]
  websites: string[]
  numbers: OrganisationDraft['numbers']
  address: Pick<OrganisationDraft, 'street' | 'postcode' | 'town' | 'region' | 'country'> | null
  differences: Difference[]
}

/** One field that changes, for showing. */
export interface Difference {
  field: string
  from: string | null
  to: string
}

/**
 * What a row changes of the record that it is about. Nothing is ever taken away: lists grow, and an empty cell says nothing.
 * With "fill" a value that is held stays; with "overwrite" the row's word counts. A name that is another one is kept as an alias,
 * or becomes the name. Applied twice, the second time changes nothing.
 */
export function changeOf(held: Held, draft: OrganisationDraft, mode: OnUpdate): OrganisationChange {
  const differences: Difference[] = []
  const own: Own = {}
  const say = (field: string, from: unknown, to: unknown) =>
    differences.push({ field, from: from === null || from === '' ? null : String(from), to: String(to) })
  const takes = (from: unknown, to: unknown) =>
    to !== null && to !== '' && from !== to && (from === null || mode === 'overwrite')
  for (const field of ownFields)
    if (takes(held[field], draft[field])) {
      Object.assign(own, { [field]: draft[field] })
      say(field, held[field], draft[field])
    }
  const isVague = held.kinds.length === 1 && held.kinds[0] === 'other'
  if (draft.kindSaid && isVague && !draft.kinds.includes('other')) {
    own.kinds = draft.kinds
    say('kind', 'other', draft.kinds.join(', '))
  }
  const names = namesAdded(held, draft, mode)
  if (mode === 'overwrite' && draft.name !== held.name) {
    own.name = draft.name
    say('name', held.name, draft.name)
  }
  for (const { name, kind } of names) say(kind === 'former' ? 'formerName' : 'otherName', null, name)
  const profile: OrganisationChange['profile'] = {}
  if (takes(held.legalForm, draft.legalForm)) {
    profile.legalForm = draft.legalForm
    say('legalForm', held.legalForm, draft.legalForm)
  }
  for (const field of ['sectors', 'themes'] as const) {
    const more = draft[field].filter((word) => !held[field].includes(word))
    if (more.length === 0) continue
    profile[field] = [...held[field], ...more].slice(0, 50)
    if (profile[field].length > held[field].length) say(field, null, more.join(', '))
    else delete profile[field]
  }
  const websites = draft.websites.filter(
    (url, n, all) => !isHeld(url, [...held.websites, ...all.slice(0, n)]),
  )
  for (const url of websites) say('website', null, url)
  const numbers = draft.numbers.filter(
    ({ scheme, value }) => !held.numbers.some((one) => one.scheme === scheme && one.value === value),
  )
  for (const { scheme, value } of numbers) say(scheme === 'other' ? 'number' : scheme, null, value)
  const address = addressAdded(held, draft)
  if (address) say('street', null, [address.street, address.postcode].filter(Boolean).join(', '))
  return { own, profile, names, websites, numbers, address, differences }
}

export const isChange = (change: Pick<OrganisationChange, 'differences'>): boolean =>
  change.differences.length > 0

function namesAdded(held: Held, draft: OrganisationDraft, mode: OnUpdate): OrganisationChange['names'] {
  const known = new Set([held.name, ...held.names.map(({ name }) => name)])
  const sounds = new Set([...known].map((name) => comparable(name).sorted))
  const own =
    mode === 'fill' && !sounds.has(comparable(draft.name).sorted)
      ? [{ name: draft.name, kind: 'alias' as const }]
      : []
  const renamed = mode === 'overwrite' ? draft.name : null
  return [...own, ...draft.names].filter(
    ({ name }, n, all) =>
      !known.has(name) && name !== renamed && all.findIndex((other) => other.name === name) === n,
  )
}

/** One page of a site is as good as another. */
const isHeld = (url: string, held: readonly string[]): boolean => {
  const domain = webDomain(url)
  return held.some((one) => one === url || (domain !== null && webDomain(one) === domain))
}

const bare = (text: string | null) => (text ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** A street or postcode makes an address, unless there is such a one. */
function addressAdded(held: Held, { street, postcode, town, region, country }: OrganisationDraft) {
  if (!street && !postcode) return null
  const same = held.addresses.some(
    (one) =>
      (street ? bare(one.lines) === bare(street) : true) &&
      (postcode ? bare(one.postcode) === bare(postcode) : true),
  )
  return same ? null : { street, postcode, town, region, country }
}

const personFields = ['givenName', 'familyName', 'nativeName', 'email', 'phone', 'language'] as const

/** What a row changes of a person: what is not known is filled in; with "overwrite" the row's word counts. */
export function personChangeOf(
  held: Pick<PersonDraft, (typeof personFields)[number]>,
  draft: PersonDraft,
  mode: OnUpdate,
): Partial<Pick<PersonDraft, (typeof personFields)[number]>> {
  const isNamed =
    comparable([held.givenName, held.familyName].join(' ')).sorted ===
    comparable([draft.givenName, draft.familyName].join(' ')).sorted
  return Object.fromEntries(
    personFields
      .filter((field) => draft[field] !== null && draft[field] !== held[field])
      // The same name in another order or another case is no news.
      .filter((field) => !(isNamed && (field === 'givenName' || field === 'familyName')))
      .filter((field) => mode === 'overwrite' || held[field] === null)
      .map((field) => [field, draft[field]]),
  )
}
