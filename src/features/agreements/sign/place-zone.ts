/** Towns that signatures are given in and that no IANA zone is named after. */
const towns: Record<string, string> = {
  'Asia/Tokyo': 'osaka kobe kyoto yokohama nagoya nara fukuoka sapporo sendai tsukuba hyogo otsu wakayama tokushima',
  'Europe/Paris':
    'toulouse lyon strasbourg lille nantes grenoble marseille bordeaux montpellier nice rennes limoges castres clermont-ferrand evry',
  'Europe/Rome': 'milan milano turin torino ivrea colleretto genova florence bologna naples',
  'Europe/Berlin': 'munich munchen freising martinsried hamburg heidelberg frankfurt cologne dresden leipzig stuttgart',
  'Europe/Vienna': 'innsbruck vienne graz salzburg wien linz',
  'Europe/Zurich': 'geneva geneve lausanne basel bale bern berne',
  'Europe/Madrid': 'barcelona barcelone valencia bilbao sevilla',
  'Europe/London': 'londres oxford cambridge edinburgh manchester glasgow',
  'Europe/Brussels': 'bruxelles liege ghent gand louvain leuven',
  'Europe/Amsterdam': 'rotterdam leiden wageningen utrecht',
  'Europe/Copenhagen': 'copenhague aarhus',
  'Europe/Stockholm': 'gothenburg lund malmo uppsala',
  'America/New_York': 'boston washington philadelphia baltimore rockville bethesda maryland atlanta miami',
  'America/Los_Angeles': 'san-diego san-francisco seattle palo-alto san-jose la-jolla portland',
  'America/Toronto': 'montreal quebec ottawa laval',
  'America/Sao_Paulo': 'rio-de-janeiro brasilia campinas belo-horizonte',
  'Asia/Shanghai': 'beijing pekin guangzhou shenzhen suzhou wuhan',
  'Asia/Kolkata': 'mumbai delhi new-delhi bangalore hyderabad chennai',
  'Asia/Jerusalem': 'tel-aviv haifa rehovot',
  'Asia/Seoul': 'busan daejeon songdo',
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[\s_]+/g, '-')

let known: Map<string, string> | null = null

function zonesByTown(): Map<string, string> {
  if (known) return known
  known = new Map()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const town = zone.split('/').at(-1)
    if (town && zone.includes('/') && !zone.startsWith('Etc/')) known.set(fold(town), zone)
  }
  for (const [zone, names] of Object.entries(towns)) {
    for (const name of names.split(' ')) known.set(name, zone)
  }
  return known
}

/** The time zone of a place as people write it ("Osaka", "Ōsaka, Japan", "Hôtel Nikko, Osaka"), where it is known. */
export function zoneOfPlace(place: string): string | null {
  const zones = zonesByTown()
  const parts = place.split(/[,;/()–—-]\s+|[,;/()]/).map(fold)
  for (const name of [fold(place), ...parts.toReversed()]) {
    const zone = zones.get(name)
    if (zone) return zone
  }
  return null
}

/** The zone by which a country's bodies live, for those whose country has one main zone. */
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
