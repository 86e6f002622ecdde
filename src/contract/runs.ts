import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { placement, schedule, seen } from './meetings.ts'
import * as p from './primitives.ts'

/** The runs that filled the grid of a mission: every one is kept, to be compared and brought back. */

/** Why a meeting has no place, or not the one it had: a code, with the participants, slots and tables that bind. */
export const whyNot = z.object({
  meetingId: p.id,
  reasons: z.array(
    z.object({
      code: z.string().max(60),
      participants: z.array(p.id).max(500).default([]),
      slots: z.array(p.id).max(500).default([]),
      tables: z.array(p.id).max(500).default([]),
      meetings: z.array(p.id).max(500).default([]),
      count: z.int().nullable().default(null),
      of: z.int().nullable().default(null),
    }),
  ),
})
export const runFigures = z.object({
  /** Meetings in the grid, of how many, and what they are worth, of how much at best (null: not proven). What can be counted the API counts. */
  placed: z.int(),
  wanted: z.int(),
  value: z.number(),
  bound: z.number().nullable(),
  breaks: z.int(),
  moved: z.int(),
  seconds: z.number(),
  optimal: z.boolean(),
})
export const runKinds = ['automatic', 'replan', 'by_hand', 'restored'] as const
export const scheduleRun = z
  .object({
    id: p.id,
    missionId: p.id,
    kind: z.enum(runKinds),
    label: z.string().nullable(),
    by: p.named.nullable(),
    at: p.instant,
    figures: runFigures,
    placements: z.array(placement),
    unplaced: z.array(whyNot),
  })
  .meta({ id: 'ScheduleRun' })
export type ScheduleRun = z.infer<typeof scheduleRun>

export const listRuns = endpoint({
  id: 'runs.list',
  method: 'GET',
  path: '/missions/{id}/runs',
  summary: 'Every run of a mission’s schedule, newest first',
  access: 'read',
  params: p.byId,
  reply: z.object({ items: z.array(scheduleRun) }),
  status: 200,
  errors: ['not_found'],
})
export const applyRun = endpoint({
  id: 'runs.apply',
  method: 'POST',
  path: '/missions/{id}/runs',
  summary:
    'Keep a run and fill the grid from it: meetings named are placed there, others leave the grid. Refused where it breaks a rule or a lock',
  access: 'write',
  params: p.byId,
  body: z.object({
    kind: z.enum(runKinds).default('automatic'),
    label: p.optionalLine(200),
    figures: runFigures,
    placements: z.array(placement).max(5000),
    unplaced: z.array(whyNot).max(5000).default([]),
    seen,
  }),
  reply: schedule,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'mission_cancelled', 'meeting_conflict'],
})
export const restoreRun = endpoint({
  id: 'runs.restore',
  method: 'POST',
  path: '/missions/{id}/runs/{runId}/restore',
  summary:
    'Fill the grid from an earlier run, as far as its slots, tables and meetings are still there and nothing is in the way; says what is not where it was, and why',
  access: 'write',
  params: z.object({ id: p.id, runId: p.id }),
  body: z.object({ seen }),
  reply: z.object({
    schedule,
    /** What stands now, kept as the newest run. */
    run: scheduleRun,
    /** The meetings of the earlier run that are not where they were in it. */
    left: z.array(whyNot),
  }),
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'mission_cancelled', 'meeting_conflict'],
})

export const runEndpoints = [listRuns, applyRun, restoreRun] as const
