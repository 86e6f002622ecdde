import { expect, it } from 'vitest'
import { readDay } from '../../src/features/grants/expenses/sheet/short-day.ts'

it.each([
  ['5', '2008-09-05'],
  ['15/2', '2008-02-15'],
  ['1.12', '2008-12-01'],
  ['3 4', '2008-04-03'],
  ['4 Feb 2009', '2009-02-04'],
  ['4/2/2009', '2009-02-04'],
  ['31', null],
  ['31/2', null],
  ['', null],
  ['soon', null],
  ['2008', null],
])('%j after a row of September 2008 is %j', (text, day) => {
  expect(readDay(text, '2008-09-15')).toBe(day)
})

it('without a row before it, a day needs its year', () => {
  expect(readDay('5/2', '')).toBeNull()
})
