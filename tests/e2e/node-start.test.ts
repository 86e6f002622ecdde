import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { folder as app } from './support/build-setup.ts'

let data = ''
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'corridor-start-'))
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

const started = (more: Record<string, string>) =>
  spawnSync(process.execPath, ['scripts/run.mjs', 'src/server/node.ts'], {
    env: { ...process.env, VITEST: undefined, CORRIDOR_DATA: data, CORRIDOR_APP: app, PORT: '0', ...more },
    encoding: 'utf8',
  })

it('does not let other machines in, where nobody signs in, unless told so', () => {
  const { status, stderr } = started({ HOST: '0.0.0.0' })
  expect(status).toBe(1)
  expect(stderr).toContain('CORRIDOR_OPEN=yes')
})

it('says what a new database may begin with', () => {
  const { status, stderr } = started({ CORRIDOR_START: 'full' })
  expect(status).toBe(1)
  expect(stderr).toContain('CORRIDOR_START must be "demo" or "empty"')
})
