import * as z from 'zod'
import { accountsBases } from '../domain/sme/accounts.ts'
import { smeStatuses } from '../domain/sme/ceilings.ts'
import { smeMissingCodes, smeStepCodes } from '../domain/sme/steps.ts'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/** Yearly accounts of companies, and the SME status that follows from them. */

export const minorUnits = z.int().min(0).max(999_999_999_999_999)
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Not an ISO 4217 code')
  .meta({ description: 'ISO 4217' })
export const exchangeRate = z
  .string()
  .regex(/^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,8})?$/, 'Not a rate')
  .meta({ description: 'How much of the currency one euro is worth, as the ECB gives it: "164.93"' })

const fields = {
  closedOn: p.civilDate,
  basis: z.enum(accountsBases).default('approved'),
  /** Group accounts: what the company controls is in them. */
  consolidated: z.boolean().default(false),
  /** Annual work units (Article 5 of Recommendation 2003/361/EC). */
  headcount: z.number().min(0).max(20_000_000).multipleOf(0.01).nullable().default(null),
  /** Integer minor units of the currency. */
  turnover: minorUnits.nullable().default(null),
  balanceSheet: minorUnits.nullable().default(null),
  currency: currency.default('EUR'),
  /** For other currencies than the euro; without it their amounts are unknown. */
  rate: exchangeRate.nullable().default(null),
  rateOn: p.civilDate.nullable().default(null),
  rateSource: p.optionalLine(200),
  note: p.optionalText(4000),
}
export const accountsInput = z.object(fields)
export const accountsPatch = p.patchOf(fields)
export type AccountsInput = z.input<typeof accountsInput>

export const accounts = z
  .object({
    id: p.id,
    version: p.version,
    organisationId: p.id,
    closedOn: z.string(),
    basis: z.enum(accountsBases),
    consolidated: z.boolean(),
    headcount: z.number().nullable(),
    turnover: z.int().nullable(),
    balanceSheet: z.int().nullable(),
    currency: z.string(),
    rate: z.string().nullable(),
    rateOn: z.string().nullable(),
    rateSource: z.string().nullable(),
    note: z.string().nullable(),
    sample: z.boolean(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'Accounts' })
export type Accounts = z.infer<typeof accounts>

export const listAccounts = endpoint({
  id: 'accounts.list',
  method: 'GET',
  path: '/companies/{id}/accounts',
  summary: 'The yearly accounts of a company, the newest first',
  access: 'read',
  params: p.byId,
  reply: z.object({ items: z.array(accounts) }),
  status: 200,
  errors: ['not_found'],
})
export const createAccounts = endpoint({
  id: 'accounts.create',
  method: 'POST',
  path: '/companies/{id}/accounts',
  summary: 'Enter the accounts of a year',
  access: 'write',
  params: p.byId,
  body: accountsInput,
  reply: accounts,
  status: 201,
  errors: ['not_found', 'record_in_bin', 'duplicate'],
})
export const updateAccounts = endpoint({
  id: 'accounts.update',
  method: 'PATCH',
  path: '/accounts/{id}',
  summary: 'Change the accounts of a year',
  access: 'write',
  params: p.byId,
  body: accountsPatch,
  reply: accounts,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'duplicate'],
})
export const removeAccounts = endpoint({
  id: 'accounts.remove',
  method: 'DELETE',
  path: '/accounts/{id}',
  summary: 'Delete the accounts of a year (undo brings them back)',
  access: 'write',
  params: p.byId,
  reply: null,
  status: 204,
  ifMatch: true,
  errors: ['not_found'],
})

const sum = z.object({
  /** Work units, or euro cents: what is known of it. */
  known: z.number(),
  complete: z.boolean(),
})
const total = z.object({ headcount: sum, turnover: sum, balanceSheet: sum })
const status = z.enum(smeStatuses)

/** One step of the reasoning: the article of the annex to Recommendation 2003/361/EC, the figures used, what follows. */
export const smeStep = z
  .object({
    code: z.enum(smeStepCodes),
    article: z.string(),
    /** Whom it is about: an organisation or a person, and with whom. */
    enterprise: p.named.optional(),
    with: p.named.optional(),
    /** Percent. */
    share: z.number().optional(),
    closedOn: z.string().optional(),
    figures: total.optional(),
    /** The ceiling compared with: fewer work units than, euro cents up to. */
    ceiling: z
      .object({ size: status, headcount: z.number(), turnover: z.int(), balanceSheet: z.int() })
      .optional(),
    before: status.optional(),
    status: status.optional(),
  })
  .meta({ id: 'SmeStep' })
export type SmeStep = z.infer<typeof smeStep>

export const smeVerdict = z
  .object({
    asOf: z.string(),
    status,
    /** False where earlier accounts, not known, could make it another. */
    confirmed: z.boolean(),
    type: z.enum(['autonomous', 'partner', 'linked']),
    /** The consolidated figures of the last period. */
    total: total.nullable(),
    closedOn: z.string().nullable(),
    missing: z.array(
      z.object({
        code: z.enum(smeMissingCodes),
        enterprise: p.named,
        /** The holding that it is about. */
        linkId: p.id.optional(),
        closedOn: z.string().optional(),
      }),
    ),
    steps: z.array(smeStep),
  })
  .meta({ id: 'SmeVerdict' })
export type SmeVerdict = z.infer<typeof smeVerdict>

export const readSmeStatus = endpoint({
  id: 'companies.sme-status',
  method: 'GET',
  path: '/companies/{id}/sme-status',
  summary: 'The SME status of a company as of the day, and why',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: smeVerdict,
  status: 200,
  errors: ['not_found'],
})

export const accountsEndpoints = [
  listAccounts,
  createAccounts,
  updateAccounts,
  removeAccounts,
  readSmeStatus,
] as const
