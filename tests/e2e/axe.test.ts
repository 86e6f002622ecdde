import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Schedule } from '../../src/contract/meetings.ts'
import app from '../../src/i18n/en/app.ts'
import { ask, openApp } from './support/api.ts'
import { launch } from './support/browser.ts'
import { goTo, patience } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const nowhere = '/no-such-page'

/** The screens without a record, and those of the first record of a noun. */
const fixed = [
  '/',
  '/agreements',
  '/agreements?view=board',
  '/agreements?view=timeline',
  '/agreements/new',
  '/agreements/sign',
  '/missions',
  '/missions?view=board',
  '/missions?view=calendar&at=2008-10',
  '/missions?view=calendar&at=2008',
  '/missions?view=map',
  '/missions?dialog=new-mission',
  '/companies',
  '/companies/served',
  '/companies/served/companies',
  '/companies/served/records?kind=meeting',
  '/grants',
  '/clusters',
  '/markets',
  '/alliances',
  '/matrix',
  '/matrix?measure=money&year=2008',
  '/acting',
  '/acting/records',
  '/grants/expenses',
  '/partners',
  '/people',
  '/people/due?asOf=2015-01-01',
  '/duplicates',
  '/duplicates?noun=people',
  '/tasks',
  '/tasks?dialog=calendar',
  '/tasks?dialog=new-task',
  '/reports',
  '/reports?dialog=new-report',
  '/indicators',
  '/indicators?dialog=new-indicator',
  '/settings',
  '/settings/rates',
  '/settings/audit',
  '/settings/webhooks',
  '/settings/tokens',
  '/bin',
  '/history',
  nowhere,
]
const records = [
  { list: '/agreements?q=kansai', path: '/agreements/' },
  { list: '/agreements?status=negotiation', path: '/agreements/', rest: '?dialog=sign' },
  { list: '/missions?q=bio-japan', path: '/missions/' },
  { list: '/missions?q=bio-japan', path: '/missions/', rest: '?dialog=cancel-mission' },
  { list: '/missions?q=bio-japan', path: '/missions/', rest: '/companies' },
  { list: '/missions?q=bio-japan', path: '/missions/', rest: '/companies?view=scores' },
  { list: '/missions?q=bio-japan', path: '/missions/', rest: '/companies?dialog=invite&who=home' },
  ...['', '?view=companies', '?view=requests', '?view=suggestions', '?view=setup', '?view=runs'].map(
    (view) => ({
      list: '/missions?q=bio-japan',
      path: '/missions/',
      rest: `/meetings${view}`,
    }),
  ),
  ...['?dialog=plan', '?dialog=add-meeting', '?view=requests&dialog=import-requests'].map((dialog) => ({
    list: '/missions?q=bio-japan',
    path: '/missions/',
    rest: `/meetings${dialog}`,
  })),
  { list: '/missions?q=bio-japan', path: '/missions/', rest: '/on-site' },
  { list: '/missions?q=bio-japan', path: '/missions/', rest: '/results' },
  { list: '/missions?q=bio-japan', path: '/missions/', rest: '/programmes?paper=ja' },
  { list: '/missions?q=bio-japan', path: '/missions/', rest: '/book' },
  { list: '/missions?q=bio-japan', path: '/missions/', rest: '/table-sheets' },
  { list: '/participations?side=home', path: '/missions/participations/' },
  { list: '/participations?side=partner', path: '/missions/participations/' },
  ...[
    '',
    '/budget',
    '/expenses',
    '/expenses/import',
    '/claims',
    '/facts',
    '/report',
    '?dialog=new-expense',
  ].map((rest) => ({
    list: '/grants?q=ppti',
    path: '/grants/',
    rest,
  })),
  { list: '/expenses?q=pass', path: '/grants/expenses/' },
  { list: '/organisations?kind=cluster&q=lyonbiopole', path: '/clusters/' },
  { list: '/organisations?kind=public_body', path: '/organisations/' },
  { list: '/organisations?kind=company', path: '/companies/' },
  ...['', '/status', '/aid', '/participation', '/dossier'].map((tab) => ({
    list: '/companies?q=garoncyte',
    path: '/companies/',
    rest: tab,
  })),
  { list: '/people', path: '/people/' },
  { list: '/people', path: '/people/', rest: '/file' },
  { list: '/people', path: '/people/', rest: '?dialog=erase-person' },
  { list: '/markets?q=japan', path: '/markets/' },
  { list: '/markets?q=japan', path: '/markets/', rest: '/brief' },
  { list: '/organisations?kind=cluster&q=lyonbiopole', path: '/clusters/', rest: '/brief' },
  { list: '/alliances', path: '/alliances/' },
  { list: '/indicators?targeted=true', path: '/indicators/' },
  { list: '/indicators?q=SMEs%20supported', path: '/indicators/', rest: '?counts=false' },
]

/** The page of a meeting that stands in the grid of a mission. */
async function meetingPath(page: Page, title: string): Promise<string> {
  const { items } = (await ask(page, `/missions?q=${title}`)).body as { items: { id: string }[] }
  const { body } = await ask(page, `/missions/${items[0]?.id}/schedule`)
  const placed = (body as Schedule).meetings.find(({ slotId }) => slotId !== null)
  expect(placed, title).toBeDefined()
  return `/missions/meetings/${placed?.id}`
}

/** A claim of a grant, and its statements on paper. */
async function claimPaths(page: Page, title: string): Promise<string[]> {
  const { items } = (await ask(page, `/grants?q=${title}`)).body as { items: { id: string }[] }
  const grant = `/grants/${items[0]?.id}`
  const claims = (await ask(page, `${grant}/claims`)).body as { items: { id: string }[] }
  const claim = `${grant}/claims/${claims.items[0]?.id}`
  return [claim, `${claim}/statements`]
}

/** A report of the demo, run twice: its page, a run on screen and on paper, and the comparison. */
async function reportPaths(page: Page): Promise<string[]> {
  const { items } = (await ask(page, '/alliances?q=corridor')).body as { items: { id: string }[] }
  const made = await ask(page, '/reports', {
    method: 'POST',
    body: { title: 'Steering committee', kind: 'alliance', subjectId: items[0]?.id },
  })
  const { id } = made.body as { id: string }
  const runs: string[] = []
  for (const asOf of ['2008-09-15', '2008-09-15'])
    runs.push(
      ((await ask(page, `/reports/${id}/runs`, { method: 'POST', body: { asOf } })).body as { id: string })
        .id,
    )
  const [first, second] = runs
  return [
    `/reports/${id}`,
    `/reports/runs/${second}`,
    `/reports/runs/${second}/print?paper=fr`,
    `/reports/runs/${first}/compare/${second}`,
  ]
}

interface Finding {
  rule: string
  where: string
}

/** What axe finds at WCAG 2.2 AA once the screen has its content. */
async function findings(page: Page, path: string): Promise<Finding[]> {
  // By way of a page that is there at once: the last screen stands until the next one has been loaded.
  await goTo(page, nowhere)
  await page.getByRole('heading', { level: 1, name: app.error.notFoundTitle }).waitFor(patience)
  await goTo(page, path)
  const title = path === nowhere ? app.error.notFoundTitle : /\S/
  const other = path === nowhere ? undefined : app.error.notFoundTitle
  await page
    .getByRole('heading', { level: 1, name: title })
    .filter({ hasNotText: other })
    .first()
    .waitFor(patience)
  if (path.includes('dialog=')) await page.getByRole('dialog').waitFor(patience)
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], [data-loading]'))
  const run = () =>
    page.evaluate(async () => {
      const { axe: inPage } = window as unknown as { axe: typeof axe }
      const { violations } = await inPage.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      })
      return violations.flatMap((violation) =>
        violation.nodes.map((node) => ({
          rule: violation.id,
          where: `${node.target.join(' ')} ${node.failureSummary ?? ''}`,
        })),
      )
    })
  return run()
}

describe.each([
  { theme: 'light' as const, size: { width: 1440, height: 900 } },
  { theme: 'dark' as const, size: { width: 1440, height: 900 } },
  { theme: 'light' as const, size: { width: 390, height: 844 } },
  { theme: 'dark' as const, size: { width: 390, height: 844 } },
])('in the $theme theme at $size.width pixels', ({ theme, size }) => {
  it('axe finds nothing on any screen', async () => {
    const context = await browser.newContext({ viewport: size, colorScheme: theme, reducedMotion: 'reduce' })
    try {
      const page = await openApp(await context.newPage(), '/agreements')
      await page.locator('h1').first().waitFor()
      const paths = [...fixed]
      for (const { list, path, rest = '' } of records) {
        const { body } = await ask(page, list)
        const [first] = (body as { items: { id: string }[] }).items
        expect(first, list).toBeDefined()
        paths.push(`${path}${first?.id}${rest}`)
      }
      paths.push(
        await meetingPath(page, 'bio-japan'),
        ...(await claimPaths(page, 'ppti')),
        ...(await reportPaths(page)),
      )
      await page.evaluate(axe.source)
      const found: Record<string, Finding[]> = {}
      for (const path of paths) {
        const here = await findings(page, path)
        if (here.length > 0) found[path] = here
      }
      expect(found).toEqual({})
    } finally {
      await context.close()
    }
  }, 480_000)
})
