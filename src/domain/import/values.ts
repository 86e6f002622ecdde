import { folded } from '../matching/names.ts'
import { isPartialDate, type PartialDate } from '../partial-date.ts'

/** Reading what people write into cells. Each gives null for what it can't read. */

/** What countries are called besides their names in the languages below. */
const otherNames: Readonly<Record<string, string>> = {
  uk: 'GB',
  el: 'GR',
  'u k': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  angleterre: 'GB',
  ecosse: 'GB',
  grossbritannien: 'GB',
  'great britain': 'GB',
  'grande bretagne': 'GB',
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  'united states of america': 'US',
  'etats unis d amerique': 'US',
  'united states': 'US',
  holland: 'NL',
  hollande: 'NL',
  'czech republic': 'CZ',
  'republique tcheque': 'CZ',
  korea: 'KR',
  'republic of korea': 'KR',
  'coree du sud': 'KR',
  'south korea': 'KR',
  'viet nam': 'VN',
  'russian federation': 'RU',
  macedonia: 'MK',
  'hong kong': 'HK',
  turkey: 'TR',
  turquie: 'TR',
  日本: 'JP',
  nippon: 'JP',
}

const languages = ['en', 'fr', 'de', 'es', 'it', 'ja']

let names: Map<string, string> | undefined

function countryNames(): Map<string, string> {
  const found = new Map<string, string>()
  const codes = Array.from({ length: 676 }, (_, n) =>
    String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)),
  )
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of codes) {
      const name = display.of(code)
      // Codes for what is no country, and those that another has taken over (DD, SU).
      if (!name || /^(?:EU|EZ|UN|QO|ZZ|XA|XB)$/.test(code)) continue
      if (Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue
      if (!found.has(plain(name))) found.set(plain(name), code)
      found.set(plain(code), code)
    }
  }
  for (const [name, code] of Object.entries(otherNames)) found.set(name, code)
  return found
}

const plain = (text: string) =>
  folded(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The ISO 3166-1 code of a country by code or name, in English, French, German, Spanish, Italian or Japanese; the EU's EL and UK too. */
export function countryCode(text: string): string | null {
  names ??= countryNames()
  return names.get(plain(text)) ?? null
}

/** A day, month or year as people write it: ISO, or day first with dots, slashes or hyphens. Never the month first. */
export function partialDate(text: string): PartialDate | null {
  const trimmed = text.trim()
  const iso = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ][\d:.+Z-]*)?$/.exec(trimmed)?.[1]
  if (iso) return isPartialDate(iso) ? iso : null
  const [, day, month = '', year] = /^(?:(\d{1,2})[./-])?(\d{1,2})[./-](\d{4})$/.exec(trimmed) ?? []
  if (!year) return null
  const date = [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')
  return isPartialDate(date) ? date : null
}

/** A decimal with a point or a comma: "46,501891". */
export function decimal(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : null
}

/** An address of the web, with "https://" where nothing stands before it. */
export function webAddress(text: string): string | null {
  const trimmed = text.trim()
  const whole = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed.replace(/^\/\//, '')}`
  try {
    const url = new URL(whole)
    return /\.[\p{L}\p{N}-]{2,}$/u.test(url.hostname) && !/\s/.test(trimmed) && whole.length <= 2000
      ? whole
      : null
  } catch {
    return null
  }
}

/** The web address in one with two beginnings, "http://https://www.ethz.ch"; null where that is not what is wrong with it. */
export function mendedAddress(text: string): string | null {
  const [, address] = /^\s*(?:https?:?\/*)+(https?:\/\/.+)$/i.exec(text) ?? []
  return address ? webAddress(address) : null
}

/** As the contract has it: one address, nothing around it. */
export const mailAddress = (text: string): string | null => {
  const bare = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^.*<(.*)>$/, '$1')
  return /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/.test(
    bare,
  ) && bare.length <= 320
    ? bare
    : null
}

/** Several words in one cell: by semicolons, bars or line breaks, else by commas. */
export function severalIn(text: string): string[] {
  const parts = /[;|\n]/.test(text) ? text.split(/[;|\n]/) : text.split(',')
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))]
}

/** What kinds of bodies are called, in short; `HES` and the like are the EU's activity types. */
const kindWords: Readonly<Record<string, string>> = {
  company: 'company',
  entreprise: 'company',
  societe: 'company',
  firm: 'company',
  sme: 'company',
  pme: 'company',
  firma: 'company',
  unternehmen: 'company',
  prc: 'company',
  startup: 'company',
  'start up': 'company',
  eti: 'company',
  tpe: 'company',
  private: 'company',
  cluster: 'cluster',
  pole: 'cluster',
  'pole de competitivite': 'cluster',
  'public body': 'public_body',
  'organisme public': 'public_body',
  pub: 'public_body',
  public: 'public_body',
  'public sector': 'public_body',
  collectivite: 'public_body',
  behorde: 'public_body',
  chamber: 'chamber',
  'chamber of commerce': 'chamber',
  chambre: 'chamber',
  cci: 'chamber',
  'chambre de commerce': 'chamber',
  handelskammer: 'chamber',
  research: 'research',
  recherche: 'research',
  university: 'research',
  universite: 'research',
  hes: 'research',
  rec: 'research',
  laboratory: 'research',
  laboratoire: 'research',
  hochschule: 'research',
  forschung: 'research',
  academic: 'research',
  funder: 'funder',
  financeur: 'funder',
  forderer: 'funder',
  partner: 'partner',
  partenaire: 'partner',
  partnerorganisation: 'partner',
  'development agency': 'development_agency',
  'agence de developpement': 'development_agency',
  agency: 'development_agency',
  agence: 'development_agency',
  association: 'association',
  verein: 'association',
  ngo: 'association',
  ong: 'association',
  other: 'other',
  autre: 'other',
  oth: 'other',
  andere: 'other',
}
/** The kind of body that a word says, as the contract calls it. */
export const bodyKind = (text: string): string | null =>
  kindWords[plain(text)] ?? kindWords[plain(text).replaceAll(' ', '_')] ?? null

const stateWords: Readonly<Record<string, string>> = {
  invited: 'invited',
  invite: 'invited',
  invitee: 'invited',
  applied: 'applied',
  candidat: 'applied',
  inscrit: 'applied',
  inscrite: 'applied',
  shortlisted: 'shortlisted',
  preselectionne: 'shortlisted',
  preselectionnee: 'shortlisted',
  accepted: 'accepted',
  accepte: 'accepted',
  acceptee: 'accepted',
  confirmed: 'confirmed',
  confirme: 'confirmed',
  confirmee: 'confirmed',
  attended: 'attended',
  participated: 'attended',
  present: 'attended',
  presente: 'attended',
  participe: 'attended',
  'a participe': 'attended',
  teilgenommen: 'attended',
  yes: 'attended',
  oui: 'attended',
  ja: 'attended',
  'no show': 'no_show',
  absent: 'no_show',
  absente: 'no_show',
  withdrawn: 'withdrawn',
  retire: 'withdrawn',
  retiree: 'withdrawn',
  rejected: 'rejected',
  refuse: 'rejected',
  refusee: 'rejected',
  waitlisted: 'waitlisted',
  'liste d attente': 'waitlisted',
}
/** The state of a participation that a word says. */
export const stateSaid = (text: string): string | null => stateWords[plain(text)] ?? null

/** The id of a record here. */
export const recordId = (text: string): string | null =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : null

const generalMailboxes =
  /^(?:info|infos|contact|contacts|office|mail|accueil|bonjour|hello|sales|ventes|commercial|secretariat|reception|support|admin|communication|kontakt)$/i

/** Whether a mail address is a body's own rather than somebody's: "info@", "contact@". */
export const isGeneralMailbox = (address: string): boolean =>
  generalMailboxes.test(address.replace(/^mailto:/i, '').split('@')[0] ?? '')
