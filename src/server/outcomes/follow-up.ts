import { sql } from 'kysely'
import type { planFollowUp as endpoint } from '../../contract/outcomes.ts'
import { followUpMonths } from '../../domain/meeting.ts'
import { formerFollowUpSteps, planFollowUpStep } from '../../domain/mission.ts'
import { addMonths, lastDay } from '../../domain/partial-date.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { holdMission } from '../meetings/hold-mission.ts'
import { signForMission } from '../meetings/sign-for-mission.ts'
import { touch } from '../record.ts'
import type { Verb } from '../route.ts'

/** A task is called in the workspace's language, as a colleague would write it. */
const titles: Record<string, (company: string, months: number, mission: string) => string> = {
  en: (company, months, mission) => `Ask ${company} what came of ${mission} (after ${months} months)`,
  fr: (company, months, mission) =>
    `Demander à ${company} ce qui est né de ${mission} (après ${months} mois)`,
}

/** Counted from the mission's last day, for each company that was to come. */
export const planTasks: Verb<typeof endpoint> = async (ctx, { params: { id } }) => {
  const { starts, ends } = await holdMission(ctx, id)
  const last = ends ?? starts
  if (!last) throw new Failure('mission_undated', 'The mission has no day')
  const { rows } = await sql<{
    id: string
    company: string
    clusterId: string | null
    mission: string
    language: string
  }>`
    select p.id, o.name as company, p.cluster_id as "clusterId", m.title as mission, (select w.language from workspace w) as language
    from participations p join organisations o on o.id = p.organisation_id join missions m on m.id = p.mission_id
    cross join lateral (
      select t.state from participation_states t where t.participation_id = p.id order by t.position desc limit 1) s
    where p.mission_id = ${id} and p.side = 'home' and p.deleted_at is null and s.state in ('accepted', 'confirmed', 'attended')
    order by folded(o.name), p.id`.execute(ctx.db)
  const planned = await plannedOf(ctx, id)
  let added = 0
  let already = 0
  for (const row of rows)
    for (const months of followUpMonths) {
      if (planned.has(`${row.id} ${months}`)) {
        already += 1
        continue
      }
      await addTask(ctx, id, row, months, lastDay(last))
      added += 1
    }
  await settleSteps(ctx, id)
  await signForMission(ctx, 'missions.follow-up', id)
  return { added, already }
}

/**
 * The tasks are what says who is to be asked and when: the checklist’s step that plans them is done, and steps of older
 * templates that say the same again go, unless they were ticked.
 */
async function settleSteps(ctx: Context, missionId: string): Promise<void> {
  const ticked = await ctx.db
    .updateTable('mission_steps')
    .set({ done_on: await asOfDay(ctx, undefined) })
    .where('mission_id', '=', missionId)
    .where('key', '=', planFollowUpStep)
    .where('done_on', 'is', null)
    .returning('id')
    .execute()
  const gone = await ctx.db
    .deleteFrom('mission_steps')
    .where('mission_id', '=', missionId)
    .where('key', 'in', [...formerFollowUpSteps])
    .where('done_on', 'is', null)
    .returning('id')
    .execute()
  if (ticked.length + gone.length > 0) await touch(ctx, 'missions', missionId)
}

/** What is planned already, as "participation months"; what was planned and whose task is gone is forgotten. */
async function plannedOf(ctx: Context, missionId: string): Promise<Set<string>> {
  await sql`delete from follow_ups f where f.mission_id = ${missionId}
    and not exists (select from tasks t where t.id = f.task_id)`.execute(ctx.db)
  const rows = await ctx.db
    .selectFrom('follow_ups')
    .select(['participation_id as participationId', 'months'])
    .where('mission_id', '=', missionId)
    .execute()
  return new Set(rows.map(({ participationId, months }) => `${participationId} ${months}`))
}

async function addTask(
  ctx: Context,
  missionId: string,
  row: { id: string; company: string; clusterId: string | null; mission: string; language: string },
  months: number,
  from: string,
): Promise<void> {
  const title = titles[row.language] ?? titles.en
  const at = ctx.now.toISOString()
  const taskId = ctx.newId()
  await sql`
    insert into tasks (id, title, noun, record_id, due, cluster_id, created_at, updated_at)
    values (${taskId}, ${title?.(row.company, months, row.mission).slice(0, 500)}, 'participations', ${row.id},
      ${addMonths(from, months)}, ${row.clusterId}, ${at}, ${at})`.execute(ctx.db)
  await ctx.db
    .insertInto('follow_ups')
    .values({ id: ctx.newId(), mission_id: missionId, participation_id: row.id, months, task_id: taskId })
    .execute()
}
