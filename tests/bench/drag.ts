import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium, launchArguments } from '../../scripts/chromium.mjs'
import { createMeetings } from '../../src/contract/meetings.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { apiOver } from '../support/api.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { served } from './served.ts'
import { ms, printTable, quantile } from './table.ts'

const size = { companies: 60, counterparts: 120, days: 3, starts: 12, tables: 40 }
const drags = 8

/** Longest task of the page's main thread in processor time, and the times between its frames, in milliseconds. */
interface Strain {
  tasks: number[]
  frames: number[]
}

/** Meetings dragged over a full grid of 40 tables × 36 slots in Chromium: picked up, moved across it, put down. */
export async function benchDrag(): Promise<void> {
  const db = await memoryDatabase()
  const api = apiOver(db)
  const names = (word: string, count: number) => Array.from({ length: count }, (_, n) => `${word} ${n + 1}`)
  const world = await meetingWorld(api, {
    home: names('Company', size.companies),
    partner: names('Counterpart', size.counterparts),
    days: ['2008-10-15', '2008-10-16', '2008-10-17'],
    starts: Array.from(
      { length: size.starts },
      (_, n) =>
        `${String(9 + n / 2)
          .split('.')[0]
          ?.padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`,
    ),
    tables: size.tables,
  })
  const params = { id: world.mission.id }
  const { meetings } = await api.call(createMeetings, { params, body: { pairs: await pairsOf(world) } })
  const server = await served('dist', (request) => api.fetch(request))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: findChromium(), args: launchArguments })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${origin}/missions/${world.mission.id}/meetings?view=grid`)
    await page.locator('[data-grid-box] [data-meeting]').nth(50).waitFor()
    const up: Strain[] = []
    const over: Strain[] = []
    const down: Strain[] = []
    for (let n = 0; n < drags; n++) {
      const from = page.locator('[data-grid-box] [data-meeting]').nth(45 + n * 41)
      await from.scrollIntoViewIfNeeded()
      const box = await from.boundingBox()
      if (!box) throw new Error('The meeting has no place on the screen')
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      await page.mouse.move(x, y)
      up.push(
        await strained(browser, page, async () => {
          await page.mouse.down()
          await page.mouse.move(x + 6, y + 6, { steps: 3 })
          await page.locator('[data-cell][data-target]').first().waitFor()
        }),
      )
      over.push(await strained(browser, page, () => page.mouse.move(x + 260, y + 120, { steps: 60 })))
      down.push(
        await strained(browser, page, async () => {
          await page.keyboard.press('Escape')
          await page.mouse.up()
        }),
      )
    }
    const row = (name: string, strains: readonly Strain[]) => {
      const figures = (values: number[]) =>
        values.length === 0 ? '–' : [0.5, 0.95, 1].map((q) => ms(quantile(values, q))).join(' / ')
      return [
        name,
        figures(strains.map(({ tasks }) => Math.max(0, ...tasks))),
        figures(strains.flatMap(({ frames }) => frames)),
      ]
    }
    printTable(
      `Dragging in a grid of ${size.tables} × ${size.days * size.starts} with ${meetings.length} meetings in Chromium, ms: median / 95th centile / longest`,
      ['what', 'longest task each time, processor time', 'frames, wall time'],
      [row('picking up', up), row('moving over the grid', over), row('putting down', down)],
    )
  } finally {
    await browser.close()
    server.close()
    await db.destroy()
  }
}

/** A meeting at nearly every table in every slot; nobody is in two places at once, and no pair meets twice. */
async function pairsOf(world: MeetingWorld) {
  const { slots, tables } = await world.schedule()
  const met = new Set<string>()
  return slots.flatMap(({ id: slotId }, slot) =>
    tables.flatMap(({ id: tableId }, table) => {
      const aId = world.home[(table + slot * 7) % size.companies]?.id ?? ''
      const bId = world.partner[(table + slot * 8) % size.counterparts]?.id ?? ''
      if (met.has(`${aId} ${bId}`)) return []
      met.add(`${aId} ${bId}`)
      return [{ aId, bId, slotId, tableId }]
    }),
  )
}

async function strained(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<Strain> {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const next = (now: number) => {
      frames.push(now - last)
      last = now
      Object.assign(window, { benchFrame: requestAnimationFrame(next), benchFrames: frames })
    }
    Object.assign(window, { benchFrame: requestAnimationFrame(next) })
  })
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  await act()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const frames = await page.evaluate(() => {
    const { benchFrame, benchFrames } = window as unknown as { benchFrame: number; benchFrames: number[] }
    cancelAnimationFrame(benchFrame)
    return benchFrames
  })
  return { tasks: mainTasks(trace.traceEvents), frames }
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Processor time in microseconds. */
  tdur?: number
  args?: { name?: string }
}

/** The processor time of each task of the pages' main threads, in milliseconds. */
function mainTasks(events: readonly TraceEvent[]): number[] {
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  return events.flatMap(({ name, pid, tid, tdur }) =>
    /RunTask$/.test(name) && tdur && main.has(`${pid} ${tid}`) ? [tdur / 1000] : [],
  )
}
