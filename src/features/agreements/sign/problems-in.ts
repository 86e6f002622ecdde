import type { Agreement } from '../../../contract/agreements.ts'
import { firstDay, isCivilDate, isPartialDate, lastDay } from '../../../domain/partial-date.ts'
import { isTime, rowOf, type SignDraft, signingParties, type WhenWhere } from './draft.ts'
import { periodOf } from './follow-up.ts'
import type { Oddity } from './oddities.ts'

/** What keeps a form from being sent; `code` names the sentence. */
export interface FormProblem {
  /** "common.date", "rows.<party>.reason", "reasons.<oddity>", "period" */
  path: string
  code:
    | 'nobody_signs'
    | 'date_missing'
    | 'time_wrong'
    | 'zone_missing'
    | 'reason_missing'
    | 'oddity_unexplained'
    | 'family_name_missing'
    | 'period_wrong'
    | 'period_reversed'
}

/** What is missing before the signatures can be saved, in the order of the form. */
export function problemsIn(
  draft: SignDraft,
  agreement: Agreement,
  oddities: readonly Oddity[],
): FormProblem[] {
  const signing = signingParties(draft, agreement)
  const problems: FormProblem[] = []
  if (signing.length === 0) problems.push({ path: 'rows', code: 'nobody_signs' })
  if (signing.length === 0 || signing.some(({ id }) => !rowOf(draft, id).own)) {
    problems.push(...problemsAt('common', draft.common))
  }
  for (const { id } of signing) {
    const row = rowOf(draft, id)
    if (row.own) problems.push(...problemsAt(`rows.${id}`, row.own))
    if (row.signatory?.kind === 'new' && !row.signatory.familyName.trim()) {
      problems.push({ path: `rows.${id}.familyName`, code: 'family_name_missing' })
    }
    if (row.decision === 'refused' && !row.reason.trim()) {
      problems.push({ path: `rows.${id}.reason`, code: 'reason_missing' })
    }
  }
  for (const { key } of oddities) {
    if (!draft.reasons[key]?.trim()) problems.push({ path: `reasons.${key}`, code: 'oddity_unexplained' })
  }
  for (const { key, signatory } of draft.present) {
    if (signatory?.kind === 'new' && !signatory.familyName.trim()) {
      problems.push({ path: `present.${key}`, code: 'family_name_missing' })
    }
  }
  return [...problems, ...problemsOfPeriod(periodOf(draft, agreement))]
}

function problemsOfPeriod({ starts, ends }: ReturnType<typeof periodOf>): FormProblem[] {
  const wrong = [starts, ends].some((date) => date !== null && !isPartialDate(date))
  if (wrong) return [{ path: 'period', code: 'period_wrong' }]
  const reversed = starts && ends && firstDay(starts) > lastDay(ends)
  return reversed ? [{ path: 'period', code: 'period_reversed' }] : []
}

function problemsAt(path: string, { date, time, zone }: WhenWhere): FormProblem[] {
  const problems: FormProblem[] = []
  if (!date || !isCivilDate(date)) problems.push({ path: `${path}.date`, code: 'date_missing' })
  if (time && !isTime(time)) problems.push({ path: `${path}.time`, code: 'time_wrong' })
  else if (time && !zone) problems.push({ path: `${path}.zone`, code: 'zone_missing' })
  return problems
}
