import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Agreement, agreementRecords } from '../../src/contract/agreements.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { dialogOf, noDialog, section, seenBy, toastSaying, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const nowOf = ({ id }: Agreement) => api.call(agreementRecords.read, { params: { id } })
const board = (title: string) => openScreen(api, `/agreements?view=board&q=${encodeURIComponent(title)}`)

const linkOf = (title: string) => screen.findByRole('link', { name: title })
async function cardOf(title: string): Promise<HTMLElement> {
  const card = (await linkOf(title)).closest<HTMLElement>('[data-card]')
  if (!card) throw new Error(`${title} is not on a card`)
  return card
}
const column = (name: string) => screen.getByRole('region', { name: new RegExp(`^${name} \\d+$`) })
/** The column where a card stands, by its heading. */
const standsIn = async (title: string) =>
  (await cardOf(title)).closest('section')?.querySelector('h2')?.firstChild?.textContent?.trim()

/** jsdom has no drags: these are the events of one, in their order. Without `drop` the card hangs over the column. */
async function drag(title: string, to: string, drop = true): Promise<void> {
  const card = await cardOf(title)
  const dataTransfer = { setData: () => {}, effectAllowed: '' }
  fireEvent(card, createEvent.dragStart(card, { dataTransfer }))
  fireEvent.dragEnter(column(to), { dataTransfer })
  fireEvent.dragOver(column(to), { dataTransfer })
  if (!drop) return
  fireEvent.drop(column(to), { dataTransfer })
  fireEvent.dragEnd(card, { dataTransfer })
}

describe('dragging a card', () => {
  it('moves it at once, for the API too, and can be undone', async () => {
    const agreement = await make.agreement({ title: 'Dragged on' })
    const { user } = await board('Dragged on')
    await drag('Dragged on', 'Negotiation')
    await waitFor(async () => expect(await standsIn('Dragged on')).toBe('Negotiation'))
    const toast = await toastSaying('“Dragged on” is now at: Negotiation')
    expect(await nowOf(agreement)).toMatchObject({ stage: 'negotiation' })
    await user.click(toast.getByText('Undo'))
    await waitFor(async () => expect(await standsIn('Dragged on')).toBe('Prospect'))
    expect(await nowOf(agreement)).toMatchObject({ stage: 'prospect' })
  })

  it('goes back where the stage would begin before the present one, and says so', async () => {
    const agreement = await make.agreement({
      title: 'Ahead of the day',
      stage: 'drafting',
      stageSince: '2008-10-01',
    })
    await board('Ahead of the day')
    await drag('Ahead of the day', 'Negotiation')
    await toastSaying('This is before 1 Oct 2008, when the last step was made.')
    await waitFor(async () => expect(await standsIn('Ahead of the day')).toBe('Prospect'))
    expect(await nowOf(agreement)).toMatchObject({ version: agreement.version })
  })

  it('says over the column that it can’t stay there, and after the drop why', async () => {
    const agreement = await make.agreement({ title: 'Signed and dragged' })
    await agreementVerbs(api).sign(agreement, '2008-02-04')
    await board('Signed and dragged')
    await drag('Signed and dragged', 'Drafting', false)
    const why = 'The agreement was signed on 4 Feb 2008; its stage no longer changes.'
    expect(await within(column('Drafting')).findByText(why)).toBeVisible()
    await drag('Signed and dragged', 'Drafting')
    await toastSaying(`“Signed and dragged” stays where it is. ${why}`)
    expect(await standsIn('Signed and dragged')).toBe('Signed and in force')
  })

  it('to “expiring” is refused: only the calendar brings one there', async () => {
    await make.agreement({ title: 'Not expiring' })
    await board('Not expiring')
    await drag('Not expiring', 'Expiring')
    await toastSaying(/stays where it is\. An agreement gets here by itself/)
  })

  it('to “signed” asks for the signature', async () => {
    await make.agreement({ title: 'Ready to sign' })
    const { user } = await board('Ready to sign')
    await drag('Ready to sign', 'Signed and in force')
    const dialog = await dialogOf('Log a signature')
    await user.click(await dialog.findByLabelText('All 2 sign now'))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await dialog.findByText('Save the signature')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await noDialog()
    await waitFor(async () => expect(await standsIn('Ready to sign')).toBe('Signed and in force'))
  })

  it('to the end asks why: abandoned where nobody has signed, terminated afterwards', async () => {
    const agreement = await make.agreement({ title: 'To be given up' })
    const { user, router } = await board('To be given up')
    await drag('To be given up', 'Ended')
    const dialog = await dialogOf('Abandon the agreement')
    await user.click(dialog.getByText('Abandon'))
    expect(await dialog.findByText('This is needed.')).toBeVisible()
    await write(user, dialog.getByLabelText(/^Why it was abandoned/), 'No budget')
    await user.click(dialog.getByText('Abandon'))
    await noDialog()
    await waitFor(async () => expect(await standsIn('To be given up')).toBe('Ended'))
    expect(await nowOf(agreement)).toMatchObject({ abandonedOn: '2008-09-15', abandonedReason: 'No budget' })
    expect(router.state.location.search).toContain('view=board')
  })

  it('goes back where the API refuses, since somebody was faster', async () => {
    const agreement = await make.agreement({ title: 'Taken meanwhile' })
    await board('Taken meanwhile')
    await cardOf('Taken meanwhile')
    await agreementVerbs(api).abandon(agreement, '2008-09-01')
    await drag('Taken meanwhile', 'Drafting')
    const toast = await toastSaying(/Somebody changed the record|The agreement was abandoned on/)
    expect(toast.queryByText('Undo')).toBeNull()
    await waitFor(async () => expect(await standsIn('Taken meanwhile')).toBe('Ended'))
  })
})

describe('the board by keyboard', () => {
  it('scrolls the board itself while no card is there', async () => {
    await make.agreement({ title: 'Comes late' })
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const slow: TestApi = {
      ...api,
      fetch: async (request) => {
        if (new URL(request.url).pathname === '/api/agreements') await held
        return api.fetch(request)
      },
    }
    await openScreen(slow, '/agreements?view=board&q=Comes+late')
    const box = (await screen.findByRole('region', { name: /^Prospect/ })).parentElement
    expect(box).toHaveAttribute('tabindex', '0')
    release()
    await linkOf('Comes late')
    expect(box).not.toHaveAttribute('tabindex')
  })

  it('goes from card to card, and moves one by its menu, where refusals say why', async () => {
    const first = await make.agreement({ title: 'Keys one' })
    await make.agreement({ title: 'Keys two', stage: 'drafting' })
    const { user } = await board('Keys')
    ;(await linkOf('Keys one')).focus()
    await user.keyboard('{ArrowRight}')
    expect(await linkOf('Keys two')).toHaveFocus()
    await user.keyboard('{ArrowLeft}m')
    const menu = within(await screen.findByRole('menu'))
    const refused = menu.getByRole('menuitem', { name: /^Expiring/ })
    expect(refused).toHaveAttribute('aria-disabled', 'true')
    expect(refused).toHaveTextContent('An agreement gets here by itself as its end comes near.')
    expect(menu.getByRole('menuitem', { name: /^Ended\s*Abandons it, with a reason/ })).toBeInTheDocument()
    expect(menu.queryByRole('menuitem', { name: /^Prospect/ })).toBeNull()
    menu.getByRole('menuitem', { name: /^Negotiation/ }).focus()
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await standsIn('Keys one')).toBe('Negotiation'))
    expect((await nowOf(first)).stage).toBe('negotiation')
    await waitFor(async () => expect(await linkOf('Keys one')).toHaveFocus())
  })
})

describe('who may only look', () => {
  it('sees the board, and can move nothing', async () => {
    const { id } = await make.agreement({ title: 'Only to see' })
    const looking = seenBy(api, viewer)
    await openScreen(looking, '/agreements?view=board&q=see')
    expect(await cardOf('Only to see')).toHaveAttribute('draggable', 'false')
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull()
    await openScreen(looking, `/agreements/${id}`)
    const sign = await screen.findByRole('button', { name: /^Log a signature/ })
    await waitFor(() => expect(sign).toHaveAccessibleDescription(/You are looking only/))
    expect((await section('Facts')).queryByRole('button')).toBeNull()
  })
})
