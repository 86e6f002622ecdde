import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { writeCalendar } from '../../src/server/meetings/calendar/ical.ts'

/** Anything that the API takes as text: no control characters but tabs and breaks of line. */
const text = fc
  .string({ unit: 'binary', maxLength: 200 })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that no text of a record has
  .map((any) => any.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim())
const instant = fc
  .integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2099, 0, 1) })
  .map((milliseconds) => Math.floor(milliseconds / 1000) * 1000)
const event = fc.record({
  uid: fc.uuid().map((id) => `${id}@corridor`),
  sequence: fc.nat(),
  starts: instant,
  ends: instant,
  floating: fc.boolean(),
  summary: text,
  description: text,
  location: text,
  cancelled: fc.boolean(),
  changedAt: instant,
})

const unix = (time: ICAL.Time) => time.toUnixTime() * 1000
const lines = (value: string) => value.replaceAll(/\r\n?/g, '\n')

it('a calendar says to another program what was written into it, whatever the text', () => {
  fc.assert(
    fc.property(text, fc.array(event, { maxLength: 4 }), instant, (name, events, now) => {
      const written = writeCalendar({ name, timeZone: null, now, events })
      for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const root = new ICAL.Component(ICAL.parse(written))
      const read = root.getAllSubcomponents('vevent').map((component) => {
        const { uid, sequence, summary, description, location, startDate, endDate } = new ICAL.Event(
          component,
        )
        return {
          uid,
          sequence,
          summary: summary ?? '',
          description: description ?? '',
          location: location ?? '',
          // A time without a zone is counted as if it were UTC.
          starts: unix(startDate),
          ends: unix(endDate),
          floating: startDate.zone.tzid === 'floating',
          cancelled: component.getFirstPropertyValue('status') === 'CANCELLED',
          changedAt: unix(component.getFirstPropertyValue('last-modified') as ICAL.Time),
        }
      })
      expect(read).toEqual(
        events.map((one) => ({
          ...one,
          summary: lines(one.summary),
          description: lines(one.description),
          location: lines(one.location),
        })),
      )
    }),
  )
})
