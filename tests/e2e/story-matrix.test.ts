import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Matrix } from '../../src/contract/views.ts'
import agreements from '../../src/i18n/en/agreements.ts'
import brief from '../../src/i18n/en/brief.ts'
import views from '../../src/i18n/en/views.ts'
import { openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { patience, read, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

it('goes from a cell of the matrix to the record and back without losing the scope', () =>
  withContext(browser, async (context) => {
    const page = await openApp(await context.newPage(), '/clusters')
    await settled(page)
    const { items } = await read<{ items: { id: string }[] }>(page, '/alliances?q=corridor')
    const scope = { alliance: items[0]?.id ?? '', asOf: '2008-06-30' }
    const { cells, clusters, markets } = await read<Matrix>(page, `/matrix?${new URLSearchParams(scope)}`)
    const [cell] = cells.filter(({ count }) => count > 0)
    expect(cell).toBeDefined()
    const name = say(views.matrix.cell, {
      value: cell?.count ?? 0,
      cluster: clusters.find(({ id }) => id === cell?.cluster)?.name ?? '',
      market: markets.find(({ id }) => id === cell?.market)?.name ?? '',
    })
    const held = () => {
      const asked = new URL(page.url()).searchParams
      return { alliance: asked.get('alliance'), asOf: asked.get('asOf') }
    }
    // In the app, so that the way back is the reader's own.
    await page.getByRole('link', { name: views.matrix.tab, exact: true }).click(patience)
    await settled(page, views.matrix.title)
    await page.goto(`${new URL(page.url()).origin}/matrix?${new URLSearchParams(scope)}`)
    await settled(page, views.matrix.title)

    const link = page.getByRole('link', { name, exact: true })
    await link.waitFor(patience)
    await link.focus()
    await page.keyboard.press('Enter')
    await settled(page, agreements.title)
    expect(held()).toEqual(scope)
    expect(new URL(page.url()).searchParams.get('cluster')).toBe(cell?.cluster)
    expect(new URL(page.url()).searchParams.get('market')).toBe(cell?.market)
    const rows = page.locator('tbody tr a, [data-row] a')
    await expect.poll(() => rows.count(), patience).toBe(cell?.count)

    await rows.first().click(patience)
    await page.waitForURL(/\/agreements\/[0-9a-f-]{36}/, patience)
    await settled(page)
    expect(held()).toEqual(scope)

    await page.goBack()
    await settled(page, agreements.title)
    await page.goBack()
    await settled(page, views.matrix.title)
    expect(held()).toEqual(scope)
    await link.waitFor(patience)

    // The fullest of the clusters, to hand over, is one page.
    const fullest = clusters.find((one) => one.name === 'Lyonbiopôle')?.id
    await page.goto(`${new URL(page.url()).origin}/clusters/${fullest}/brief?asOf=2008-09-15`)
    await page.getByRole('article').getByText(brief.definitions).waitFor(patience)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect([...pdf.matchAll(/\/MediaBox/g)]).toHaveLength(1)
  }))
