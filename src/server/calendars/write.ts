import type { CalendarKind, CalendarLanguage } from '../../contract/calendars.ts'
import { calendarKinds } from '../../contract/calendars.ts'
import type { Scope } from '../../contract/primitives.ts'
import { firstDay, type PartialDate, precisionOf } from '../../domain/partial-date.ts'
import { instantOf } from '../../domain/time-zone.ts'
import { asOfDay, type Context } from '../context.ts'
import { type CalendarEvent, type EventFacts, writeCalendar } from '../meetings/calendar/ical.ts'
import { claimEntries } from './claims.ts'
import { type Entry, entriesOf } from './entries.ts'
import { labels } from './labels.ts'

export interface Asked {
  name: string
  kinds: readonly CalendarKind[] | undefined
  scope: Omit<Scope, 'asOf'>
  language: CalendarLanguage
  alarmDays: number | null
  /** Where the app is, for links to the records; null where the reader could not follow them. */
  origin: string | null
  /** Nouns that the reader may not read: neither they nor what hangs on them is told. */
  hidden: ReadonlySet<string>
  /** Set for who subscribes. */
  refreshMinutes?: number
}

/** The calendar of a scope as seen from the workspace's day, as iCalendar text. */
export async function writtenCalendar(ctx: Context, asked: Asked): Promise<string> {
  const { kinds = calendarKinds, scope, name, refreshMinutes, hidden } = asked
  const day = await asOfDay(ctx, undefined)
  const entries = [
    ...(await entriesOf(ctx, kinds, day, scope)),
    ...(kinds.includes('claims') ? await claimEntries(ctx, day, scope) : []),
  ]
  return writeCalendar({
    name,
    timeZone: null,
    now: ctx.now.getTime(),
    events: entries.filter(({ noun }) => !hidden.has(noun ?? '')).map((entry) => eventOf(entry, asked)),
    ...(refreshMinutes === undefined ? {} : { refreshMinutes }),
  })
}

/** A signature is a matter of minutes; so much is kept free. */
const signingMinutes = 30

function eventOf(entry: Entry, { language, alarmDays, origin }: Asked): CalendarEvent {
  const { uid, place, day, lastDay, time, zone, off, sequence, changedAt } = entry
  const facts: EventFacts = {
    uid: `${uid}@corridor`,
    sequence,
    summary: summaryOf(entry, language),
    description: descriptionOf(entry, language),
    location: place ?? '',
    cancelled: off,
    changedAt: Date.parse(changedAt),
    alarmDays,
    url: origin && urlOf(entry, origin),
  }
  if (!time || !zone) return { ...facts, day, lastDay }
  const starts = instantOf(day, time, zone)
  return { ...facts, starts, ends: starts + signingMinutes * 60_000, floating: false }
}

function summaryOf({ what, title, off }: Entry, language: CalendarLanguage): string {
  const words = labels[language]
  const said = what === 'mission' ? title : `${words[what]}${words.colon}${title}`
  return off ? `${words.cancelled}${words.colon}${said}` : said
}

function descriptionOf({ what, market, about, assignee, known }: Entry, language: CalendarLanguage): string {
  const words = labels[language]
  const line = (name: string, value: string | null) => (value ? [`${name}${words.colon}${value}`] : [])
  return [
    ...line(words.market, market),
    ...line(what === 'claim' ? words.period : words.about, about),
    ...line(words.assignee, assignee),
    ...line(words.inexact, known && knownText(known, language)),
  ].join('\n')
}

/** A year or a month as it is written: "2008", "November 2008". */
const knownText = (known: PartialDate, language: CalendarLanguage): string =>
  precisionOf(known) === 'year'
    ? known
    : new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(firstDay(known)))

const paths: Record<string, string> = {
  agreements: 'agreements',
  missions: 'missions',
  grants: 'grants',
  markets: 'markets',
  alliances: 'alliances',
  organisations: 'organisations',
  people: 'people',
}

/** The record; a task about nothing that has a page of its own is found in the list. */
function urlOf({ noun, id, what }: Entry, origin: string): string {
  const path = noun && paths[noun]
  if (what === 'claim') return `${origin}/grants/${id}/claims`
  return path ? `${origin}/${path}/${id}` : `${origin}/tasks`
}
