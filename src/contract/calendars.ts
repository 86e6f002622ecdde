import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/** What has a day, for the reader's own calendar: as a file, or at an address that calendar programs read by themselves. */

export const calendarKinds = ['signatures', 'expiries', 'missions', 'followUps', 'claims', 'tasks'] as const
export const calendarKind = z.enum(calendarKinds)
export type CalendarKind = z.infer<typeof calendarKind>
export const calendarLanguages = ['en', 'fr'] as const
export type CalendarLanguage = (typeof calendarLanguages)[number]

const language = z.enum(calendarLanguages).default('en')
const { asOf: _, ...narrowed } = p.scope

export const calendarFeed = z
  .object({
    id: p.id,
    name: z.string(),
    kinds: z.array(calendarKind),
    /** What it is narrowed to. A record that is gone is named by its id. */
    alliance: p.named.nullable(),
    cluster: p.named.nullable(),
    market: p.named.nullable(),
    language: z.enum(calendarLanguages),
    alarmDays: z.int().nullable(),
    madeBy: p.named.nullable(),
    createdAt: p.instant,
    /** When a program read it last; told once an hour. */
    readAt: p.instant.nullable(),
    revokedAt: p.instant.nullable(),
  })
  .meta({ id: 'CalendarFeed' })
export type CalendarFeed = z.infer<typeof calendarFeed>

export const listFeeds = endpoint({
  id: 'calendars.list',
  method: 'GET',
  path: '/calendar-feeds',
  summary: 'The addresses that calendar programs may read, the newest first; revoked ones for the record',
  access: 'read',
  reply: z.object({ items: z.array(calendarFeed) }),
  status: 200,
})
export const createFeed = endpoint({
  id: 'calendars.create',
  method: 'POST',
  path: '/calendar-feeds',
  summary: 'Make an address for calendar programs: `/api/calendar/{token}.ics`. Its token is told once',
  access: 'write',
  body: z.object({
    name: p.line(120),
    kinds: z.array(calendarKind).min(1).max(calendarKinds.length),
    allianceId: p.id.nullable().default(null),
    clusterId: p.id.nullable().default(null),
    marketId: p.id.nullable().default(null),
    language,
    alarmDays: z.int().min(0).max(60).nullable().default(null),
  }),
  reply: calendarFeed.extend({
    token: z.string().nullable().meta({ description: 'Null where the same request is sent again' }),
  }),
  status: 201,
  once: ['token'],
  errors: ['calendar_not_served'],
})
export const revokeFeed = endpoint({
  id: 'calendars.revoke',
  method: 'POST',
  path: '/calendar-feeds/{id}/revoke',
  summary: 'Close an address for good',
  access: 'write',
  params: p.byId,
  reply: calendarFeed,
  status: 200,
  errors: ['not_found'],
})
export const downloadCalendar = endpoint({
  id: 'calendars.download',
  method: 'GET',
  path: '/calendar',
  summary: 'The same as a file: signatures, expiries, missions, follow-ups, claims and tasks (iCalendar)',
  access: 'read',
  query: z.object({
    ...narrowed,
    kinds: p.several(calendarKind).optional(),
    language,
    alarmDays: z.coerce.number().int().min(0).max(60).optional(),
  }),
  reply: 'binary',
  status: 200,
})

export const calendarEndpoints = [listFeeds, createFeed, revokeFeed, downloadCalendar] as const
