import type * as z from 'zod'
import type { createOutcome, updateOutcome } from '../../contract/outcomes.ts'
import type { Context } from '../context.ts'
import { invalidField } from '../failure.ts'
import { mustAllExist, mustExist, replaceChildren } from '../record.ts'

type Given = z.output<typeof updateOutcome.body> & Partial<z.output<typeof createOutcome.body>>

/** What an outcome names must be there: companies, whom it is with, and a meeting of the same mission. */
export async function check(ctx: Context, missionId: string, given: Given): Promise<void> {
  const { companies = [], counterpartId, meetingId } = given
  const twice = companies.findIndex((id, index) => companies.indexOf(id) !== index)
  if (twice >= 0) throw invalidField(`companies.${twice}`, 'duplicate', 'Given twice')
  await mustAllExist(
    ctx,
    'organisations',
    companies.map((id, index) => ({ id, path: `companies.${index}` })),
  )
  if (counterpartId) await mustExist(ctx, 'organisations', counterpartId, 'counterpartId')
  if (!meetingId) return
  const meeting = await ctx.db
    .selectFrom('meetings')
    .select('id')
    .where('id', '=', meetingId)
    .where('mission_id', '=', missionId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!meeting) throw invalidField('meetingId', 'unknown_reference', 'Not a meeting of this mission')
}

/** The columns of what was given; what was not stays as it is. */
export function rowOf({ kind, title, on, value, counterpartId, meetingId, evidence, confirmedOn }: Given) {
  const columns = {
    kind,
    title,
    on_date: on,
    ...(value === undefined
      ? {}
      : { value_minor: value?.minor ?? null, value_currency: value?.currency ?? null }),
    counterpart_id: counterpartId,
    meeting_id: meetingId,
    evidence,
    confirmed_on: confirmedOn,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined))
}

/** Makes the companies that an outcome came to those given; without any given they stay. */
export async function storeCompanies(
  ctx: Context,
  { id, missionId }: { id: string; missionId: string },
  companies: readonly string[] | undefined,
): Promise<void> {
  if (!companies) return
  const held = await ctx.db
    .selectFrom('outcome_companies')
    .select(['id', 'organisation_id'])
    .where('outcome_id', '=', id)
    .execute()
  const rowOfCompany = new Map(held.map((row) => [row.organisation_id, row.id]))
  await replaceChildren(ctx, {
    table: 'outcome_companies',
    owner: ['outcome_id', id],
    items: companies.map((organisationId) => ({ id: rowOfCompany.get(organisationId), organisationId })),
    columns: ({ organisationId }) => ({ mission_id: missionId, organisation_id: organisationId }),
    path: 'companies',
  })
}
