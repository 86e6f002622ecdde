import type { ParticipationState } from '../../../src/domain/participation.ts'
import type { CompanyKey } from './companies.ts'
import type { CounterpartKey } from './counterparts.ts'

/** A participant's states in turn, each from a day on, with the reason where one is asked for. */
export type Path = readonly (readonly [state: ParticipationState, since: string, reason?: string])[]

/** What applications are scored by; a path with scores gives one for each, in this order, from 0 to 5. */
export const criteria = [
  { name: 'Fits what Kansai looks for', weight: 3 },
  { name: 'Ready to export', weight: 2 },
  { name: 'Team and languages', weight: 1 },
] as const

const applied = [
  ['invited', '2008-03-10'],
  ['applied', '2008-04-21'],
] as const
const chosen = [...applied, ['shortlisted', '2008-06-02'], ['accepted', '2008-06-16']] as const

/** How far each company has come by 15 September 2008: every state that there is before the fair. */
export const homePaths: Readonly<Record<CompanyKey, { path: Path; scores?: readonly number[] }>> = {
  garoncyte: { path: [...chosen, ['confirmed', '2008-07-04']], scores: [5, 4, 4] },
  rhodavax: { path: [...chosen, ['confirmed', '2008-07-07']], scores: [5, 5, 4] },
  iserodiag: { path: [...chosen, ['confirmed', '2008-06-30']], scores: [4, 5, 3] },
  argentopeptide: { path: [...chosen, ['confirmed', '2008-07-11']], scores: [4, 4, 5] },
  pastelis: { path: chosen, scores: [4, 3, 4] },
  selestagene: { path: chosen, scores: [4, 3, 3] },
  vogesia: { path: [...applied, ['shortlisted', '2008-06-02']], scores: [3, 3, 4] },
  beaujocell: {
    path: [...applied, ['shortlisted', '2008-06-02'], ['waitlisted', '2008-06-16']],
    scores: [3, 3, 3],
  },
  occinutra: { path: [...applied.slice(0, 1), ['applied', '2008-09-08']], scores: [3, 4, 2] },
  hautrepere: { path: applied.slice(0, 1) },
  limovia: {
    path: [
      ...applied,
      ['rejected', '2008-06-16', 'No product to show before 2010; asked again for next year.'],
    ],
    scores: [2, 1, 3],
  },
  confluvir: {
    path: [...chosen, ['withdrawn', '2008-08-25', 'Its financing round closes in the week of the fair.']],
    scores: [3, 4, 3],
  },
}

const answered = [
  ['invited', '2008-06-20'],
  ['accepted', '2008-07-18'],
] as const

/** Counterparts say that they come and, most of them, that it stays so. */
const waiting: Partial<Record<CounterpartKey, Path>> = {
  wakanoura: answered.slice(0, 1),
  kishiwada: answered,
  harima: answered,
  asukano: answered,
}
export const partnerPath = (key: CounterpartKey): Path =>
  waiting[key] ?? [...answered, ['confirmed', '2008-08-29']]

/** The checklist of a fair, step by step: what has been done, and when. What is left out is still to do. */
export const done: Readonly<Record<string, string>> = {
  decide: '2008-02-11',
  budget: '2008-02-25',
  bookStand: '2008-03-14',
  callForCompanies: '2008-04-14',
  applicationsClose: '2008-06-02',
  confirmCompanies: '2008-07-11',
  inviteCounterparts: '2008-06-20',
}
