import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBudget } from '../../src/contract/budget.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, noDialog, section, toastSaying, write } from '../support/app-acts.ts'
import { funded } from '../support/funded.ts'
import { makers } from '../support/make.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
let grants: ReturnType<typeof funded>
let lyon: { id: string }
beforeAll(async () => {
  api = await startApi()
  grants = funded(api)
  const make = makers(api)
  lyon = await make.organisation({ name: 'Lyonbiopôle' })
  await make.organisation({ name: 'Alsace BioValley' })
})
afterAll(() => api.stop())

const read = (id: string) => api.call(readBudget, { params: { id } })
const cell = (name: string) => screen.findByRole('textbox', { name })

describe('a budget', () => {
  it('is begun, typed by keyboard, kept through a reload, saved and adopted', async () => {
    const { id } = await grants.grant({ title: 'From nothing' })
    const { user } = await openScreen(api, `/grants/${id}/budget`)
    await user.click(await screen.findByRole('button', { name: 'Begin the budget' }))
    const adopt = () => screen.findByRole('button', { name: 'Adopt…' })
    expect(await adopt()).toHaveAccessibleDescription(/no lines yet/)
    await user.click(await cell('Personnel, No cluster'))
    await user.keyboard('7')
    expect(await adopt()).toHaveAccessibleDescription('Save the draft first.')
    await user.click(screen.getByRole('button', { name: 'Back to what is saved' }))
    expect(await adopt()).toHaveAccessibleDescription(/no lines yet/)
    await user.click(await cell('Personnel, No cluster'))
    await user.keyboard('1 000,50{Enter}')
    expect(await cell('Travel, No cluster')).toHaveFocus()
    await user.keyboard('200')
    openAgain(`/grants/${id}/budget`)
    expect(await cell('Personnel, No cluster')).toHaveValue('€1,000.50')
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))
    await toastSaying('The draft is saved')
    expect((await read(id)).versions).toMatchObject([{ adoptedOn: null, total: 120_050 }])
    await user.click(await screen.findByRole('button', { name: 'Adopt…' }))
    const dialog = await dialogOf('Adopt this version')
    await write(user, dialog.getByRole('textbox', { name: /In force from/ }), '1 Jan 2008')
    await user.click(dialog.getByRole('button', { name: 'Adopt' }))
    await noDialog()
    expect(await screen.findByText('In force')).toBeVisible()
    expect(await read(id)).toMatchObject({ total: 120_050, lines: [{ expenses: 0 }, {}] })
  })

  it('takes a block pasted from a spreadsheet, and says what can’t be read', async () => {
    const made = await grants.grant({ title: 'Pasted' })
    await grants.budget(made, [{ category: 'travel', clusterId: lyon.id, minor: 100 }], null)
    const { user } = await openScreen(api, `/grants/${made.id}/budget`)
    await user.click(await cell('Personnel, Lyonbiopôle'))
    await user.paste('1.500,00\t7\n2,500.25\tmany')
    expect(await cell('Travel, Lyonbiopôle')).toHaveValue('€2,500.25')
    expect(await cell('Personnel, Lyonbiopôle')).toHaveValue('1.500,00')
    const wrong = await cell('Travel, No cluster')
    expect(wrong).toHaveAttribute('aria-invalid', 'true')
    expect(screen.getByText('1 amount cannot be read', { selector: '[role=status]' })).toBeVisible()
    await write(user, wrong, '')
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))
    await toastSaying('The draft is saved')
    const { lines, versions } = await read(made.id)
    expect(versions.at(-1)?.total).toBe(150_000 + 700 + 250_025)
    expect(lines).toHaveLength(3)
  })

  it('is laid out by what one chooses', async () => {
    const made = await grants.grant({ title: 'Pivoted' })
    await grants.budget(made, [
      { category: 'travel', clusterId: lyon.id, minor: 40_000 },
      { category: 'events', minor: 60_000 },
    ])
    const { user, router } = await openScreen(api, `/grants/${made.id}/budget`)
    const table = await screen.findByRole('table', { name: 'Budget by category and cluster' })
    expect(within(table).getByText('Travel').closest('tr')).toHaveTextContent('€400.00')
    await user.click(screen.getByRole('button', { name: 'Swap rows and columns' }))
    const swapped = await screen.findByRole('table', { name: 'Budget by cluster and category' })
    expect(within(swapped).getByText('Lyonbiopôle').closest('tr')).toHaveTextContent('€400.00')
    expect(router.state.location.search).toContain('rows=cluster')
  })
})

describe('a transfer', () => {
  it('is shown what the rule says before it is made, and needs a reason past the limit', async () => {
    const made = await grants.grant({
      title: 'Moved',
      rules: { transfer: { kind: 'heading_increase', bp: 1000 } },
    })
    const { lines } = await grants.budget(made, [
      { category: 'travel', minor: 1_000_000 },
      { category: 'events', minor: 2_000_000 },
    ])
    const { user } = await openScreen(api, `/grants/${made.id}/budget?dialog=new-transfer`)
    const dialog = await dialogOf('New transfer')
    const choose = async (field: string, option: RegExp) => {
      await user.click(await dialog.findByRole('combobox', { name: field }))
      await user.click(await screen.findByRole('option', { name: option }))
    }
    await choose('From the line', /Events/)
    await choose('To the line', /Travel/)
    await write(user, dialog.getByRole('textbox', { name: /^Amount/ }), '1500')
    expect(await dialog.findByText('Past the rule')).toBeVisible()
    expect(
      dialog.getByText(/at most €1,000\.00 \(10% of €10,000\.00\)\. That is €500\.00 too much\./),
    ).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Make the transfer' }))
    expect(await dialog.findByText(/Something about this is unusual/)).toBeVisible()
    await write(user, dialog.getByRole('textbox', { name: /^Why/ }), 'Agreed by letter')
    await user.click(dialog.getByRole('button', { name: 'Make the transfer' }))
    await noDialog()
    const transfers = await section(/^Transfers/)
    expect(await transfers.findByText('Events → Travel')).toBeVisible()
    expect(transfers.getByText(/Agreed by letter/)).toBeVisible()
    const budget = await read(made.id)
    const travel = lines.find(({ category }) => category === 'travel')
    expect(budget.lines.find(({ id }) => id === travel?.id)?.budget).toBe(1_150_000)
    await user.click(transfers.getByRole('button', { name: /Take it back: €1,500\.00/ }))
    await waitFor(async () => expect((await read(made.id)).transfers).toEqual([]))
  })
})
