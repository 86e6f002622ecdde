import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rightToEnter } from '../../src/components/rooms.ts'
import { rightToRead } from '../../src/contract/rights.ts'
import { type Role, rightsOf, roles } from '../../src/domain/rights.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { everyNoun } from '../support/every-noun.ts'
import { lists, rightBehind, rightToDo } from '../support/role-offers.ts'
import { openAs, somebody } from '../support/roles.tsx'

let api: TestApi
let world: Awaited<ReturnType<typeof everyNoun>>
beforeAll(async () => {
  api = await startApi()
  world = await everyNoun(api)
})
afterAll(() => api.stop())

/** A guest is one of their own body; whose what is, is another test's matter. */
const actor = (role: Role) => somebody(role, role === 'guest' ? world.partner : null)
const rightsIn = (role: Role) => rightsOf(actor(role).appointments ?? [])

const main = () => screen.getByRole('main')
const nameOf = (button: Element) => (button.getAttribute('aria-label') ?? button.textContent).trim()
/** The names of the buttons that can be pressed; one that says why it can't is not among them. */
const offered = () =>
  within(main())
    .queryAllByRole('button')
    .filter((button) => button.getAttribute('aria-disabled') !== 'true' && !button.matches(':disabled'))
    .map(nameOf)
/** Where the rows of links lead: the tabs of a record, and the screens beside a list. */
const tabs = () =>
  within(main())
    .queryAllByRole('navigation')
    .flatMap((row) => within(row).queryAllByRole('link'))
    .map((link) => link.getAttribute('href') ?? '')

/** The record whose page each noun has, by the noun of its operations. */
const pages = {
  agreement: 'agreements',
  mission: 'missions',
  participation: 'participations',
  meeting: 'meetings',
  company: 'organisations',
  cluster: 'organisations',
  alliance: 'alliances',
  market: 'markets',
  partner: 'organisations',
  person: 'people',
  grant: 'grants',
  expense: 'expenses',
  indicator: 'indicators',
  report: 'reports',
} as const

describe.each(roles)('%s', (role) => {
  it.each(Object.keys(lists))('may do what %s offers, and is offered what they may', async (path) => {
    const rights = rightsIn(role)
    if (!rights.includes(rightToEnter(path))) return
    const { refused } = await openAs(api, actor(role), path)
    // A view may come later than the screen that it is of.
    if (path.startsWith('/agreements')) await screen.findByRole('link', { name: 'With Kansai' })
    const shown = offered()
    for (const [name, operation] of Object.entries(lists[path] ?? {}))
      expect([name, shown.includes(name)]).toEqual([name, rights.includes(rightToDo(operation))])
    expect(tabs().filter((to) => !rights.includes(rightToEnter(to)))).toEqual([])
    if (path.endsWith('=board'))
      expect(main().querySelector('[draggable=true]') !== null).toBe(rights.includes('activity.write'))
    expect(refused).toEqual([])
  })

  it('is offered the aid register beside the companies where they may read aid', async () => {
    const rights = rightsIn(role)
    if (!rights.includes(rightToEnter('/companies'))) return
    await openAs(api, actor(role), '/companies')
    await userEvent.click(within(main()).getByRole('button', { name: 'Export' }))
    const items = await screen.findAllByRole('menuitem')
    const has = items.map(nameOf).includes('Aid register (CSV)')
    expect(has).toBe(rights.includes(rightToRead('aid')!))
  })

  it.each(Object.keys(pages) as (keyof typeof pages)[])(
    'is offered by the page of a record (%s) what they may do and read',
    async (of) => {
      const path = world.pages[of]
      const rights = rightsIn(role)
      if (!rights.includes(rightToEnter(path))) return
      const { refused } = await openAs(api, actor(role), path)
      const wrong = offered().filter((name) => {
        const right = rightBehind(name, pages[of])
        return right !== null && (right === undefined || !rights.includes(right))
      })
      expect(wrong).toEqual([])
      expect(tabs().filter((to) => !rights.includes(rightToEnter(to)))).toEqual([])
      expect(within(main()).queryByRole('alert')).toBeNull()
      expect(refused).toEqual([])
    },
  )
})
