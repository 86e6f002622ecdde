import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtServer } from '../../scripts/ensure-built.mjs'
import { folder as app } from './support/build-setup.ts'

let data = ''
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'corridor-start-'))
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

const started = (more: Record<string, string>) =>
  spawnSync(process.execPath, [builtServer], {
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

it('says what is wrong with an address, a name or a folder, and what to do', () => {
  const file = join(data, 'file')
  writeFileSync(file, '')
  const told = (more: Record<string, string>) => {
    const { status, stderr } = started(more)
    expect(status).toBe(1)
    return stderr
  }
  expect(told({ DATABASE_URL: 'garbage' })).toContain('such as postgres://')
  expect(told({ HOST: 'no.such.host.invalid' })).toContain('knows no such name')
  expect(told({ CORRIDOR_DATA: file })).toContain("can't be a folder")
})
