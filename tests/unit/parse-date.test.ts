import { expect, test } from 'vitest'
import { parsePartialDate, parseTime } from '../../src/ui/parse-date.ts'

test.each([
  ['2008', '2008'],
  ['June 2008', '2008-06'],
  ['2008-06', '2008-06'],
  ['06/2008', '2008-06'],
  ['juin 2008', '2008-06'],
  ['févr. 2008', '2008-02'],
  ['4 Feb 2008', '2008-02-04'],
  ['15 Sept 2008', '2008-09-15'],
  ['Feb 4, 2008', '2008-02-04'],
  ['4/2/2008', '2008-02-04'],
  ['2008-02-04', '2008-02-04'],
  ['20080204', '2008-02-04'],
  ['1er juillet 2008', '2008-07-01'],
  ['  4.2.2008 ', '2008-02-04'],
  ['29 Feb 2008', '2008-02-29'],
])('reads %j as %s', (text, date) => expect(parsePartialDate(text)).toBe(date))

test.each(['', 'soon', '30 Feb 2008', '29 Feb 2007', '4 ju 2008', '13/2008', '4 2', '2008 2009', '0'])(
  'does not read %j as a date',
  (text) => expect(parsePartialDate(text)).toBeNull(),
)

test.each([
  ['10:45', '10:45'],
  ['1045', '10:45'],
  ['10h45', '10:45'],
  ['10 h', '10:00'],
  ['9', '09:00'],
  ['23.59', '23:59'],
  ['7pm', '19:00'],
  ['7 pm', '19:00'],
  ['7:30 p.m.', '19:30'],
  ['12 am', '00:00'],
  ['12pm', '12:00'],
  ['19h', '19:00'],
  ['19h30', '19:30'],
  ['1930', '19:30'],
])('reads %j as the time %s', (text, time) => expect(parseTime(text)).toBe(time))

test.each(['24:00', '10:60', 'noon', '', '10:4', '19 pm', '0 am'])('does not read %j as a time', (text) =>
  expect(parseTime(text)).toBeNull(),
)
