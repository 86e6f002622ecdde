import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtServer } from '../../../scripts/ensure-built.mjs'
import { folder as app } from './build-setup.ts'

/** The Node host on a data folder of its own; it may be stopped and started again at the same address. */
export interface NodeHost {
  /** Without a slash at the end. */
  origin: string
  /** What it has printed: links that it would send, had it a mail server. */
  said: string
  start(): Promise<void>
  /** Ends it: `SIGTERM` as an administrator does, `SIGKILL` as a power failure does. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Whether it was started, and has not ended by itself. */
  isRunning(): boolean
  /** Asks its API, from outside of any browser. */
  ask<Body>(path: string, body?: object): Promise<Body>
  /** Stops it for good. */
  remove(): Promise<void>
}

/** Starts one with an empty workspace; `more` is what else it is to be set to. */
export async function nodeHost(more: Record<string, string> = {}): Promise<NodeHost> {
  const data = mkdtempSync(join(tmpdir(), 'corridor-host-'))
  let running: ChildProcess | undefined
  let port = 0

  const host: NodeHost = {
    origin: '',
    said: '',
    async start() {
      running = spawn(process.execPath, [builtServer], {
        env: {
          ...process.env,
          NODE_ENV: 'production',
          VITEST: undefined,
          PORT: String(port),
          HOST: 'localhost',
          CORRIDOR_DATA: data,
          CORRIDOR_APP: app,
          CORRIDOR_START: 'empty',
          DATABASE_URL: '',
          ...more,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      port = await portOf(running, (text) => {
        host.said += text
      })
      host.origin = `http://localhost:${port}`
    },
    async stop(signal = 'SIGTERM') {
      const ended = running
      running = undefined
      if (!ended || ended.exitCode !== null) return
      const exit = once(ended, 'exit')
      ended.kill(signal)
      await exit
    },
    isRunning: () => running !== undefined && running.exitCode === null && running.signalCode === null,
    async ask<Body>(path: string, body?: object) {
      const response = await fetch(`${host.origin}/api${path}`, {
        method: body ? 'POST' : 'GET',
        headers: body ? { 'content-type': 'application/json' } : {},
        body: body ? JSON.stringify(body) : undefined,
      })
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
      return (await response.json()) as Body
    },
    async remove() {
      await host.stop()
      rmSync(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  await host.start()
  return host
}

/** The port that it says it listens on; `onText` gets all that it says, then and later. */
function portOf(host: ChildProcess, onText: (text: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    let listens = false
    host.stdout?.on('data', (text: Buffer) => {
      onText(String(text))
      if (listens) return
      said += text
      const found = /Corridor is at http:\/\/[^:]+:(\d+)\//.exec(said)
      if (!found) return
      listens = true
      resolve(Number(found[1]))
    })
    host.once('exit', () => reject(new Error(`The Node host ended before it listened: ${said}`)))
  })
}
