import type { OrganisationChange } from '../../domain/import/update.ts'
import type { Context } from '../context.ts'
import type { NewRows } from './bulk.ts'
import type { HeldOrganisation } from './held.ts'
import type { Draft } from './match.ts'

type OrganisationDraft = NonNullable<Draft['organisation']>
type Parts = Pick<OrganisationChange, 'names' | 'websites' | 'numbers' | 'address'>

/** The rows of a new organisation, with its profile where there is something to say in it. */
export function addOrganisation(ctx: Context, rows: NewRows, id: string, draft: OrganisationDraft): void {
  const at = ctx.now.toISOString()
  const { name, kinds, focus, country, region, town, latitude, longitude, founded } = draft
  rows.organisations.push({
    id,
    name,
    kinds,
    focus,
    country,
    region,
    town,
    latitude,
    longitude,
    founded,
    created_at: at,
    updated_at: at,
  })
  const { legalForm, sectors, themes } = draft
  if (legalForm || sectors.length > 0 || themes.length > 0)
    rows.company_profiles.push({ id, legal_form: legalForm, sectors, themes })
  addParts(
    ctx,
    rows,
    id,
    { ...draft, names: differing(draft), numbers: distinct(draft), address: addressOf(draft) },
    null,
  )
}

const differing = ({ name, names }: OrganisationDraft) =>
  names.filter((other, n) => other.name !== name && names.findIndex((one) => one.name === other.name) === n)

const distinct = ({ numbers }: OrganisationDraft) =>
  numbers.filter(
    (one, n) => numbers.findIndex(({ scheme, value }) => scheme === one.scheme && value === one.value) === n,
  )

const addressOf = ({ street, postcode, town, region, country }: OrganisationDraft): Parts['address'] =>
  street || postcode ? { street, postcode, town, region, country } : null

/** The rows that are added to what an organisation is part of, behind those that it has. */
export function addParts(
  ctx: Context,
  rows: NewRows,
  organisation_id: string,
  { names, websites, numbers, address }: Parts,
  held: HeldOrganisation | null,
): void {
  const part = (after: number, n: number) => ({ id: ctx.newId(), organisation_id, position: after + n })
  rows.organisation_names.push(
    ...names.map(({ name, kind }, n) => ({ ...part(held?.names.length ?? 0, n), name, kind })),
  )
  rows.organisation_websites.push(
    ...websites.map((url, n) => ({ ...part(held?.websites.length ?? 0, n), url })),
  )
  rows.registration_numbers.push(
    ...numbers.map(({ scheme, value }, n) => ({ ...part(held?.numbers.length ?? 0, n), scheme, value })),
  )
  if (address)
    rows.company_addresses.push({
      ...part(held?.addresses.length ?? 0, 0),
      kind: 'registered',
      lines: address.street,
      postcode: address.postcode,
      town: address.town,
      region: address.region,
      country: address.country,
    })
}
