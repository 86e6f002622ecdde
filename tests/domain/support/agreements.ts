import fc from 'fast-check'
import { type AgreementFacts, openStages } from '../../../src/domain/agreement.ts'
import { civilDates, partialDates } from './dates.ts'

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })

/** Facts in a few years, so that dates meet: the day of a signature is often that of a start, a stage, an end. */
export const agreementFacts = (): fc.Arbitrary<AgreementFacts> =>
  fc
    .record({
      stages: fc.uniqueArray(
        fc.record({ stage: fc.constantFrom(...openStages), since: civilDates(2007, 2010) }),
        {
          maxLength: 4,
          selector: (entry) => `${entry.stage} ${entry.since}`,
        },
      ),
      parties: fc.array(
        fc.record({
          id: fc.uuid(),
          // Mostly required and mostly signed, or hardly any agreement would be.
          required: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
          signedOn: fc.option(civilDates(2007, 2010), { nil: null, freq: 6 }),
        }),
        { maxLength: 4 },
      ),
      period: fc.tuple(maybe(partialDates(2007, 2010)), maybe(partialDates(2007, 2011))),
      noticeDays: fc.constantFrom(0, 1, 30, 180, 400),
      targetSignature: maybe(partialDates(2007, 2010)),
      abandonedOn: fc.option(civilDates(2007, 2010), { nil: null, freq: 1 }),
      terminatedOn: fc.option(civilDates(2007, 2010), { nil: null, freq: 1 }),
      renewedOn: fc.option(civilDates(2007, 2010), { nil: null, freq: 2 }),
      ended: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ period: [one, other], ended, ...facts }) => {
      const reversed = one !== null && other !== null && other.slice(0, 4) <= one.slice(0, 4)
      return {
        ...facts,
        starts: reversed ? (other?.slice(0, 4) ?? null) : one,
        ends: reversed ? (one?.slice(0, 4) ?? null) : other,
        abandonedOn: ended === 0 ? facts.abandonedOn : null,
        terminatedOn: ended === 1 ? facts.terminatedOn : null,
      }
    })
