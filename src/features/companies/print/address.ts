import type { Company } from '../../../contract/companies.ts'
import type { Format } from '../../../i18n/format.ts'

/** The lines of an envelope: of its registered office, or of what is known. */
export function addressLines(company: Company, f: Format): string[] {
  const kept = company.addresses.filter(({ to }) => to === null)
  const address = kept.find(({ kind }) => kind === 'registered') ?? kept[0]
  const { town, country } = address ?? company
  return [
    ...(address?.lines?.split('\n') ?? []),
    [address?.postcode, town].filter(Boolean).join(' '),
    country ? f.country(country) : '',
  ].filter(Boolean)
}
