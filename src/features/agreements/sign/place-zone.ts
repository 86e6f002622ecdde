import { cityOf } from '../../../i18n/format.ts'
import { plain } from '../../../ui/matches.ts'
import { citiesOf, zoneOptions } from '../../../ui/zones.ts'

const fold = (text: string) =>
  plain(text)
    .trim()
    .replace(/[\s_-]+/g, ' ')

let known: Map<string, string> | null = null

/** Every city that a zone is known by; a zone's own name comes before a city that only lies in another. */
function zonesByCity(): Map<string, string> {
  if (known) return known
  known = new Map()
  for (const { value } of zoneOptions()) {
    for (const city of citiesOf(value)) known.set(fold(city), value)
  }
  for (const { value } of zoneOptions()) {
    if (value.includes('/') && !value.startsWith('Etc/')) known.set(fold(cityOf(value)), value)
  }
  return known
}

/** The time zone of a place as people write it ("Osaka", "Ōsaka, Japan", "Hôtel Nikko, Osaka"), where it is known. */
export function zoneOfPlace(place: string): string | null {
  const zones = zonesByCity()
  const parts = place.split(/[,;/()–—]|\s-\s/).map(fold)
  for (const name of [fold(place), ...parts.toReversed()]) {
    const zone = zones.get(name)
    if (zone) return zone
  }
  return null
}

/** The zone by which the bodies of a country live, for countries with one main zone. */
const countries: Record<string, string> = {
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  CN: 'Asia/Shanghai',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GR: 'Europe/Athens',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IL: 'Asia/Jerusalem',
  IN: 'Asia/Kolkata',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  KR: 'Asia/Seoul',
  LU: 'Europe/Luxembourg',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  RO: 'Europe/Bucharest',
  SE: 'Europe/Stockholm',
  SG: 'Asia/Singapore',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
}

export const zoneOfCountry = (country: string): string | null => countries[country] ?? null
