import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenDays } from '../../src/contract/tokens.ts'
import { scopes } from '../../src/domain/scopes.ts'
import { mostRefused } from '../../src/server/node/rate-limits.ts'
import { settings } from '../../src/server/node/settings.ts'
import { type Team, team } from '../support/accounts.ts'
import { apiOver } from '../support/api.ts'
import { testDatabase } from '../support/database.ts'
import { grantMakers } from '../support/grants.ts'
import { served } from '../support/served.ts'

const guide = readFileSync('docs/api.md', 'utf8')
/** The commands of the guide, in its order. */
const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => (text as string).trim())

let database: Awaited<ReturnType<typeof testDatabase>>
let us: Team
let site: Awaited<ReturnType<typeof served>>
const env: Record<string, string> = {}
beforeAll(async () => {
  database = await testDatabase()
  us = await team(database.db)
  site = await served(us.host)
  const make = grantMakers(apiOver(database.db))
  const company = await make.organisation({ name: 'Garoncyte', kinds: ['company'], country: 'FR' })
  const cluster = await make.organisation({ name: 'Lyonbiopôle', kinds: ['cluster'] })
  const alliance = await make.alliance({ members: [{ organisationId: cluster.id }] })
  const grant = await make.grant({ title: 'PPTI', allianceId: alliance.id })
  const shares = [{ grantId: grant.id, bp: 10_000 }]
  await make.expense({ title: 'Stand in Yokohama', payerId: cluster.id, shares })
  Object.assign(env, {
    ...{ CORRIDOR: site.url, CORRIDOR_TOKEN: (await us.tokenOf(us.administrator)).token },
    ...{ COMPANY: company.id, ALLIANCE: alliance.id, GRANT: grant.id },
  })
})
afterAll(async () => {
  await site.stop()
  await database.drop()
})

/** Runs a command as it stands in the guide; throws with what it said where it fails. */
const run = async (command: string) =>
  (await promisify(execFile)('sh', ['-c', command], { env: { ...process.env, ...env } })).stdout

describe('the guide to the API', () => {
  it('shows commands that do what it says', async () => {
    const [find, room, write, change, expenses, position, ...more] = commands as [
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    expect(more).toEqual([])
    expect(JSON.parse(await run(find)).items).toMatchObject([{ id: env.COMPANY, name: 'Garoncyte' }])
    expect(JSON.parse(await run(room))).toMatchObject({ day: '2026-03-01', room: 300_000_00 })
    const note = JSON.parse(await run(write))
    expect(note).toMatchObject({ version: 1, body: 'Met at the fair; wants a partner in Osaka.' })
    expect(JSON.parse(await run(write)).id).toBe(note.id)
    env.NOTE = note.id
    expect(JSON.parse(await run(change))).toMatchObject({ version: 2, body: expect.stringContaining('Kobe') })
    await expect(run(change)).rejects.toMatchObject({ stdout: expect.stringContaining('version_stale') })
    expect(await run(expenses)).toContain('Stand in Yokohama')
    expect(JSON.parse(await run(position))).toMatchObject({ grantId: env.GRANT, asOf: '2026-03-01' })
  })

  it('names every scope, and the limits as they are', () => {
    for (const scope of scopes) expect(guide).toContain(`\`${scope}\``)
    expect(guide).toContain(`${tokenDays.usual} days`)
    expect(guide).toContain(`${settings.CORRIDOR_TOKEN_RATE.without} requests in a minute`)
    expect(mostRefused).toBe(60)
  })
})
