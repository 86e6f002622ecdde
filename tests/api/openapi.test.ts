import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessEndpoints } from '../../src/contract/access.ts'
import { accountsEndpoints } from '../../src/contract/accounts.ts'
import { actingEndpoints } from '../../src/contract/acting.ts'
import { agreementEndpoints, signAgreement } from '../../src/contract/agreements.ts'
import { aidEndpoints } from '../../src/contract/aid.ts'
import { allianceEndpoints } from '../../src/contract/alliances.ts'
import { auditEndpoints } from '../../src/contract/audit.ts'
import { budgetEndpoints } from '../../src/contract/budget.ts'
import { applyBulk, previewBulk } from '../../src/contract/bulk.ts'
import { calendarEndpoints } from '../../src/contract/calendars.ts'
import { claimEndpoints } from '../../src/contract/claims.ts'
import { companyEndpoints } from '../../src/contract/companies.ts'
import { dossierEndpoints } from '../../src/contract/dossier.ts'
import { duplicateEndpoints } from '../../src/contract/duplicates.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { expenseEndpoints } from '../../src/contract/expenses.ts'
import { gateEndpoints } from '../../src/contract/gate.ts'
import { grantEndpoints } from '../../src/contract/grants.ts'
import { historyEndpoints } from '../../src/contract/history.ts'
import { importEndpoints } from '../../src/contract/imports.ts'
import { indicatorEndpoints } from '../../src/contract/indicators.ts'
import { sayHere } from '../../src/contract/live.ts'
import { marketEndpoints } from '../../src/contract/markets.ts'
import { meetingEndpoints } from '../../src/contract/meetings.ts'
import { mergeEndpoints } from '../../src/contract/merge.ts'
import { missionEndpoints } from '../../src/contract/missions.ts'
import { organisationEndpoints } from '../../src/contract/organisations.ts'
import { outcomeEndpoints } from '../../src/contract/outcomes.ts'
import { overviewEndpoints } from '../../src/contract/overview.ts'
import { ownershipEndpoints } from '../../src/contract/ownership.ts'
import { participationEndpoints } from '../../src/contract/participations.ts'
import { personEndpoints } from '../../src/contract/people.ts'
import { addPin, listPins, removePin } from '../../src/contract/pins.ts'
import { privacyEndpoints } from '../../src/contract/privacy.ts'
import { rateEndpoints } from '../../src/contract/rates.ts'
import { reportEndpoints } from '../../src/contract/reports.ts'
import { requestEndpoints } from '../../src/contract/requests.ts'
import { rightOf } from '../../src/contract/rights.ts'
import { runEndpoints } from '../../src/contract/runs.ts'
import {
  chooseDefaultView,
  createSavedView,
  listSavedViews,
  removeSavedView,
  updateSavedView,
} from '../../src/contract/saved-views.ts'
import { servedEndpoints } from '../../src/contract/served.ts'
import { serviceEndpoints } from '../../src/contract/services.ts'
import { isForPeople, makeToken, tokenEndpoints } from '../../src/contract/tokens.ts'
import { viewEndpoints } from '../../src/contract/views.ts'
import { webhookEndpoints } from '../../src/contract/webhooks.ts'
import { workspaceEndpoints } from '../../src/contract/workspace.ts'
import { routes } from '../../src/server/routes.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { type Document, documentOf, type Operation } from '../support/openapi.ts'

const endpoints: readonly Endpoint[] = [
  ...actingEndpoints,
  ...calendarEndpoints,
  ...agreementEndpoints,
  previewBulk,
  applyBulk,
  listPins,
  addPin,
  removePin,
  listSavedViews,
  createSavedView,
  updateSavedView,
  removeSavedView,
  chooseDefaultView,
  ...accessEndpoints,
  ...auditEndpoints,
  ...accountsEndpoints,
  ...aidEndpoints,
  ...allianceEndpoints,
  ...companyEndpoints,
  ...gateEndpoints,
  ...ownershipEndpoints,
  ...servedEndpoints,
  ...serviceEndpoints,
  ...budgetEndpoints,
  ...claimEndpoints,
  ...dossierEndpoints,
  ...duplicateEndpoints,
  ...expenseEndpoints,
  ...grantEndpoints,
  ...historyEndpoints,
  ...importEndpoints,
  ...indicatorEndpoints,
  sayHere,
  ...marketEndpoints,
  ...meetingEndpoints,
  ...mergeEndpoints,
  ...missionEndpoints,
  ...organisationEndpoints,
  ...outcomeEndpoints,
  ...overviewEndpoints,
  ...participationEndpoints,
  ...personEndpoints,
  ...privacyEndpoints,
  ...rateEndpoints,
  ...reportEndpoints,
  ...requestEndpoints,
  ...runEndpoints,
  ...tokenEndpoints,
  ...viewEndpoints,
  ...webhookEndpoints,
  ...workspaceEndpoints,
]

let api: TestApi
let document: Document
beforeAll(async () => {
  // The document is made for whoever asks, signed in or not: it holds no data.
  api = await startApi({ actor: null })
  document = await documentOf(api.fetch)
})
afterAll(() => api.stop())

const operationOf = ({ path, method }: Endpoint) =>
  document.paths[path]?.[method.toLowerCase() as Lowercase<Endpoint['method']>] as Operation
const parameters = (operation: Operation) =>
  (operation.parameters ?? []).map(
    ({ in: place, name, required }) => `${place} ${name}${required ? '!' : ''}`,
  )

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, and nothing in it leads nowhere', async () => {
    const validator = new Validator()
    const result = await validator.validate({ ...structuredClone(document) })
    expect(result.errors).toBeUndefined()
    expect(result.valid).toBe(true)
    expect(document.openapi).toMatch(/^3\.1\./)
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)]
    expect(references.length).toBeGreaterThan(50)
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name as string)
  })

  it('holds every operation of the contract, and each of them is answered', () => {
    expect(routes.map(({ endpoint }) => endpoint.id).sort()).toEqual(endpoints.map(({ id }) => id).sort())
    for (const endpoint of endpoints) expect(operationOf(endpoint)?.operationId).toBe(endpoint.id)
    const count = Object.values(document.paths).flatMap((path) => Object.keys(path)).length
    expect(count).toBe(endpoints.length)
  })

  it.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    'says of %s what it takes and gives',
    (_, endpoint) => {
      const operation = operationOf(endpoint)
      const taken = parameters(operation)
      for (const [, name] of endpoint.path.matchAll(/\{(\w+)\}/g)) expect(taken).toContain(`path ${name}!`)
      for (const name of Object.keys(endpoint.query?.shape ?? {}))
        expect(taken.some((parameter) => parameter.startsWith(`query ${name}`))).toBe(true)
      expect(taken).toContain('header x-corridor-actor')
      expect(taken.includes('header idempotency-key')).toBe(endpoint.access === 'write')
      expect(taken.includes('header if-match!')).toBe(endpoint.ifMatch === true)
      expect(operation.requestBody !== undefined).toBe(endpoint.body !== undefined)

      const success = operation.responses[endpoint.status]
      expect(success?.content !== undefined).toBe(endpoint.reply !== null)
      expect('403' in operation.responses).toBe(
        endpoint.access === 'write' ||
          rightOf(endpoint) !== 'own.session' ||
          isForPeople(endpoint) ||
          endpoint.errors?.includes('right_missing') === true,
      )
      expect('412' in operation.responses).toBe(endpoint.ifMatch === true)
      for (const status of ['401', '429']) expect(operation.responses).toHaveProperty(status)
      for (const [status, response] of Object.entries(operation.responses))
        if (Number(status) >= 400) expect(response.content).toHaveProperty('application/problem+json')
    },
  )

  it('says how one shows who asks, and what a token takes', () => {
    expect(document.components.securitySchemes).toMatchObject({
      session: { in: 'cookie' },
      token: { type: 'http', scheme: 'bearer' },
    })
    const securityOf = (endpoint: Endpoint) => operationOf(endpoint).security
    expect(securityOf(signAgreement)).toEqual([
      { session: [] },
      { token: ['decisions:write', 'records:read'] },
    ])
    expect(securityOf(makeToken)).toEqual([{ session: [] }])
    for (const endpoint of endpoints) {
      const forTokens = securityOf(endpoint)?.some((one) => 'token' in one)
      if (isForPeople(endpoint)) expect([endpoint.id, forTokens]).toEqual([endpoint.id, false])
    }
  })

  it('says which headers answers bear', () => {
    const update = document.paths['/organisations/{id}']?.patch?.responses['200']
    expect(Object.keys(update?.headers ?? {}).sort()).toEqual([
      'ETag',
      'Idempotent-Replay',
      'X-Change-Set',
      'X-Request-Id',
    ])
  })
})
