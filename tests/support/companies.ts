import { type AccountsInput, createAccounts, listAccounts } from '../../src/contract/accounts.ts'
import { type AwardInput, awardAid, declareAid } from '../../src/contract/aid.ts'
import { type CompanyInput, createCompany } from '../../src/contract/companies.ts'
import { createOwnership, type OwnershipInput } from '../../src/contract/ownership.ts'
import { createService, type ServiceInput } from '../../src/contract/services.ts'
import type { CallOptions, TestApi } from './api.ts'

let made = 0

/** Makers of companies and what hangs on them, over the API. */
export function companyMakers(api: TestApi) {
  /** A French company with two years of a small one's accounts, unless they are left out. */
  async function company({ years = true, ...fields }: Partial<CompanyInput> & { years?: boolean } = {}) {
    const body = { name: `Company ${++made}`, country: 'FR', ...fields }
    const added = await api.call(createCompany, { body })
    if (years) for (const closedOn of ['2007-12-31', '2006-12-31']) await accounts(added.id, { closedOn })
    return added
  }

  const accounts = (id: string, fields: Partial<AccountsInput> = {}) =>
    api.call(createAccounts, {
      params: { id },
      body: {
        closedOn: '2007-12-31',
        headcount: 20,
        turnover: 300_000_000,
        balanceSheet: 200_000_000,
        ...fields,
      },
    })

  const holding = (holderId: string, heldId: string, percent: number, fields: Partial<OwnershipInput> = {}) =>
    api.call(createOwnership, { body: { holderId, heldId, capital: percent, voting: percent, ...fields } })

  const service = (id: string, fields: Partial<ServiceInput> = {}) =>
    api.call(createService, {
      params: { id },
      body: { kind: 'coaching', title: `Service ${++made}`, starts: '2008-03', ...fields },
    })

  /** Aid in whole euros, with a reason in case that something is unusual. */
  const award = (
    id: string,
    grantedOn: string,
    euros: number,
    fields: Partial<AwardInput> = {},
    options: CallOptions = {},
  ) =>
    api.call(
      awardAid,
      {
        params: { id },
        body: { grantedOn, amount: { minor: euros * 100, currency: 'EUR' }, reason: 'Known', ...fields },
      },
      options,
    )

  const declare = (id: string, grantedOn: string, euros: number) =>
    api.call(declareAid, {
      params: { id },
      body: { grantedOn, amount: { minor: euros * 100, currency: 'EUR' } },
    })

  return { company, accounts, holding, service, award, declare }
}

/** A company with everything that one may have, by what it is of. */
export async function wholeCompany(api: TestApi): Promise<Record<string, string>> {
  const { company, holding, service, award } = companyMakers(api)
  const [made, holder] = [await company(), await company()]
  const { items } = await api.call(listAccounts, { params: { id: made.id } })
  const link = await holding(holder.id, made.id, 30)
  const { id: services } = await service(made.id)
  const { id: aid } = await award(made.id, '2008-03-01', 1000, { serviceId: services })
  return {
    companies: made.id,
    holders: holder.id,
    accounts: items[0]?.id ?? '',
    ownership: link.id,
    services,
    aid,
  }
}
