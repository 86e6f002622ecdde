import fc from 'fast-check'

const pad = (number: number, length: number) => String(number).padStart(length, '0')

/** Civil dates between two years, the last days of months as often as any. */
export const civilDates = (from = 1900, to = 2100): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([year, month, day]) => {
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
      return `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(day, last), 2)}`
    })

/** Years, months and days alike. */
export const partialDates = (from?: number, to?: number): fc.Arbitrary<string> =>
  fc.tuple(civilDates(from, to), fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length))
