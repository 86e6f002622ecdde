import { createAccounts } from '../../../src/contract/accounts.ts'
import { readCompany, updateCompany } from '../../../src/contract/companies.ts'
import { organisationRecords } from '../../../src/contract/organisations.ts'
import { createOwnership } from '../../../src/contract/ownership.ts'
import type { Call } from '../call.ts'
import type { Entered } from '../entry.ts'
import type { Bodies } from './bodies.ts'
import type { CompanyKey } from './companies.ts'
import { type CompanyFigures, figures, owners, type Year } from './figures.ts'
import { people } from './people.ts'

/** Enters profiles, yearly figures and owners of the invented companies. */
export async function enterFigures(call: Call, entered: Entered, bodies: Bodies): Promise<void> {
  for (const [key, known] of Object.entries(figures) as [CompanyKey, CompanyFigures][]) {
    const id = companyId(bodies, key)
    await enterProfile(call, entered, { id, key, known })
    await enterYears(call, id, known.years ?? [])
  }
  for (const { body, years, holds } of owners) {
    const { id } = await call(organisationRecords.create, { body: { ...body, kinds: [...body.kinds] } })
    await enterYears(call, id, years)
    const { of, holderType, percent, from } = holds
    await call(createOwnership, {
      body: {
        holderId: id,
        heldId: companyId(bodies, of),
        holderType,
        capital: percent,
        voting: percent,
        from,
      },
    })
  }
}

/** The record of an invented company; throws where it has not been entered. */
export function companyId(bodies: Bodies, key: CompanyKey): string {
  const body = bodies.get(key)
  if (!body) throw new Error(`“${key}” has not been entered`)
  return body.organisationId
}

async function enterProfile(
  call: Call,
  { id: idOf }: Entered,
  { id, key, known }: { id: string; key: CompanyKey; known: CompanyFigures },
): Promise<void> {
  const { version } = await call(readCompany, { params: { id } })
  const [head] = people[key]
  const signatory = head ? `${head.given} ${head.family}` : null
  const body = {
    sectors: [...known.sectors],
    languages: ['fr', 'en'],
    exportExperience: known.exports ?? null,
    markets: known.japan ? [{ marketId: idOf('markets', 'japan'), readiness: known.japan }] : [],
    declarations: (known.signed ?? []).flatMap((signedOn) =>
      (['sme', 'de_minimis'] as const).map((kind) => ({ kind, signedOn, signatory })),
    ),
  }
  await call(updateCompany, { params: { id }, body }, version)
}

/** Thousands of euros, as they are written, in cents. */
const cents = (thousands: number | null) => (thousands === null ? null : thousands * 100_000)

async function enterYears(call: Call, id: string, years: readonly Year[]): Promise<void> {
  for (const [closedOn, headcount, turnover, balanceSheet, basis] of years)
    await call(createAccounts, {
      params: { id },
      body: {
        closedOn,
        headcount,
        turnover: cents(turnover),
        balanceSheet: cents(balanceSheet),
        ...(basis ? { basis } : {}),
      },
    })
}
