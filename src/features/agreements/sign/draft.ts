import type { NameParts } from '../../../components/person-name.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import type { Named } from '../../../contract/primitives.ts'
import type { CivilDate, PartialDate } from '../../../domain/partial-date.ts'

/** A person of the workspace, or one to be added with the signature. */
export type Signatory = ({ kind: 'known' } & Named) | ({ kind: 'new' } & NameParts)

/** When and where: as typed, any part may still be missing. */
export interface WhenWhere {
  date: CivilDate | null
  time: string | null
  zone: string | null
  place: string
}

/** One party's row in the form. */
export interface PartySigning {
  takesPart: boolean
  decision: 'signed' | 'refused'
  signatory: Signatory | null
  capacity: string
  /** The body the signatory belongs to, where it is not the party. */
  belongsTo: Named | null
  /** Its own day and place; null: those of the others. */
  own: WhenWhere | null
  /** Why it refuses. */
  reason: string
}

/** A witness or organiser. */
export interface Present {
  key: string
  role: 'witness' | 'organiser'
  signatory: Signatory | null
  organisation: Named | null
  capacity: string
}

/** What the reader changed about a proposed task; what is left out is as proposed. */
export interface TaskChange {
  ticked?: boolean
  title?: string
  due?: CivilDate | null
}

/** All that is typed while logging a signature; kept in the browser until it is saved. */
export interface SignDraft {
  common: WhenWhere
  rows: Record<string, PartySigning>
  present: Present[]
  /** Why what is unusual is right all the same, by the key of the oddity. */
  reasons: Record<string, string>
  /** The period, where it was touched. */
  period: { starts: PartialDate | null; ends: PartialDate | null } | null
  /** Cooperation actions, one a line. */
  actions: string
  tasks: Record<string, TaskChange>
}

export const emptyRow: PartySigning = {
  takesPart: false,
  decision: 'signed',
  signatory: null,
  capacity: '',
  belongsTo: null,
  own: null,
  reason: '',
}

/** The form as it opens: the day everything is seen from, the market's time zone, the party it was opened for. */
export function emptyDraft(day: CivilDate, zone: string | null, party: string | null): SignDraft {
  return {
    common: { date: day, time: null, zone, place: '' },
    rows: party ? { [party]: { ...emptyRow, takesPart: true } } : {},
    present: [],
    reasons: {},
    period: null,
    actions: '',
    tasks: {},
  }
}

export type Party = Agreement['parties'][number]

/** The parties that can still sign, in the agreement's order. */
export const unsignedParties = (agreement: Pick<Agreement, 'parties'>): Party[] =>
  agreement.parties.filter((party) => !party.signedOn)

export const rowOf = (draft: SignDraft, partyId: string): PartySigning => draft.rows[partyId] ?? emptyRow

/** The parties ticked, in the order in which their signatures are sent. */
export const signingParties = (draft: SignDraft, agreement: Pick<Agreement, 'parties'>): Party[] =>
  unsignedParties(agreement).filter(({ id }) => rowOf(draft, id).takesPart)

export const whenOf = (draft: SignDraft, partyId: string): WhenWhere =>
  rowOf(draft, partyId).own ?? draft.common

/** True for a time of day as it is stored; while it is being typed it may be anything. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** The lines of the pasted list, without the marks that lists begin their lines with. */
export const actionLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-–—•*·]|\d+[.)])\s+/, '').trim())
    .filter(Boolean)

/** How a signatory is called on screen. */
export const signatoryName = (signatory: Signatory): string =>
  signatory.kind === 'known'
    ? signatory.name
    : [signatory.givenName, signatory.familyName].filter((part) => part.trim()).join(' ')
