import { expect, test } from 'vitest'
import { formatFor } from '../../src/i18n/format.ts'

const en = formatFor('en')
const fr = formatFor('fr')

test('writes dates as precisely as they are known', () => {
  expect(en.date('2008')).toBe('2008')
  expect(en.date('2008-06')).toBe('June 2008')
  expect(en.date('2008-02-04')).toBe('4 Feb 2008')
  expect(fr.date('2008-06')).toBe('juin 2008')
  expect(fr.date('2008-02-04')).toBe('4 févr. 2008')
})

test('writes the day of a moment as the reader’s own calendar has it', () => {
  const noon = new Date(2008, 1, 4, 12).toISOString()
  expect(en.dayOf(noon)).toBe('4 Feb 2008')
  const lateEvening = new Date(2008, 1, 4, 23, 59).toISOString()
  expect(fr.dayOf(lateEvening)).toBe('4 févr. 2008')
})

test('joins what is said to its name', () => {
  expect(en.colon).toBe(': ')
  expect(fr.colon).toBe('\u00a0: ')
})

test('writes periods, open ends too', () => {
  expect(en.period('2008', '2010')).toBe('2008–2010')
  expect(en.period('2008-02-04', null)).toBe('from 4 Feb 2008')
  expect(fr.period(null, '2010')).toBe('jusqu’en 2010')
  expect(fr.period('2008-02-04', null)).toBe('à partir du 4 févr. 2008')
  expect(en.period('2008-10-15', '2008-10-17')).toBe('15–17 Oct 2008')
  expect(en.period('2008-09-28', '2008-10-03')).toBe('28 Sept – 3 Oct 2008')
  expect(fr.period('2007-12-30', '2008-01-02')).toBe('30 déc. 2007 – 2 janv. 2008')
  expect(en.period(null, null)).toBe('')
})

test('writes a local time with the time elsewhere, and the day where it is another', () => {
  const kansai = { date: '2008-02-04', time: '10:45', zone: 'Asia/Tokyo', place: 'Osaka' }
  expect(en.localTime(kansai, 'Europe/Paris')).toBe('10:45 in Osaka · 02:45 in Paris')
  expect(fr.localTime(kansai, 'Europe/Paris')).toBe('10:45 à Osaka · 02:45 à Paris')
  expect(en.localTime(kansai, 'America/New_York')).toBe('10:45 in Osaka · 20:45 in New York, 3 Feb 2008')
})

test('writes sizes, countries and days from now', () => {
  expect(en.fileSize(20 * 1024 * 1024)).toBe('20\u00a0MB')
  expect(fr.country('JP')).toBe('Japon')
  expect(en.relativeDays('2008-09-20', '2008-09-15')).toBe('in 5 days')
})
