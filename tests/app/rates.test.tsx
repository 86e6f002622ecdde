import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRates } from '../../src/contract/rates.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { toastSaying } from '../support/app-acts.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi({ clock: '2026-05-01' })
})
afterAll(() => api.stop())

const file = (...rows: string[]) =>
  new File([['Date,USD,JPY,CHF,', ...rows].join('\n')], 'eurofxref-hist.csv', { type: 'text/csv' })
const monday = '2026-04-13,1.1684,186.75,0.9242,'
const tuesday = '2026-04-14,1.1790,187.10,0.9230,'
const saturday = '2026-04-18,1.9790,187.00,0.9240,'

async function opened() {
  const { user } = await openScreen(api, '/settings')
  await user.click(await screen.findByRole('link', { name: 'Exchange rates' }))
  const button = await screen.findByRole('button', { name: 'Choose the ECB’s file…' })
  const input = () => button.parentElement?.querySelector('input[type=file]') as HTMLInputElement
  return { user, choose: (chosen: File) => user.upload(input(), chosen) }
}

describe('exchange rates', () => {
  it('say where they are from and until when; a file is checked, then taken', async () => {
    const { user, choose } = await opened()
    expect(await screen.findByText(/European Central Bank/, { selector: 'dd, dd *' })).toBeVisible()
    await choose(file(tuesday, monday))
    expect(await screen.findByText('The checks found nothing unusual.')).toBeVisible()
    expect(screen.getByText(/2 days in the file · 1 known already · 1 new: 14 Apr 2026/)).toBeVisible()
    expect(await api.call(readRates, {})).toMatchObject({ imported: 0 })
    await user.click(screen.getByRole('button', { name: 'Take 1 new day' }))
    await toastSaying('1 day of rates taken')
    expect(await api.call(readRates, {})).toMatchObject({ imported: 1, newest: '2026-04-14' })
  })

  it('that contradict what is known are refused as a whole, with the figures', async () => {
    const { choose } = await opened()
    await choose(file('2026-04-15,1.1,187,0.92,', '2026-04-13,1.5,186.75,0.9242,'))
    const findings = await screen.findByRole('list', { name: 'What the checks found' })
    expect(within(findings).getByText('13 Apr 2026: the file gives 1.5 USD, known is 1.1684.')).toBeVisible()
    const take = screen.getByRole('button', { name: /Take|I have looked/ })
    expect(take).toHaveAttribute('aria-disabled', 'true')
    expect(take).toHaveAccessibleDescription('1 finding refuses the file: nothing of it is taken.')
  })

  it('that are unusual are taken by somebody who has looked, or left', async () => {
    const { user, choose } = await opened()
    await choose(file(saturday, tuesday))
    expect(await screen.findByText(/18 Apr 2026 is a day of a weekend/)).toBeVisible()
    expect(screen.getByText(/USD changes by 68%, from 1.1790 to 1.9790/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Leave it' }))
    expect(screen.queryByText(/is a day of a weekend/)).toBeNull()
    await choose(file(saturday, tuesday))
    await user.click(await screen.findByRole('button', { name: 'I have looked: take 1 new day' }))
    await toastSaying('1 day of rates taken')
    expect(await api.call(readRates, {})).toMatchObject({ newest: '2026-04-18' })
  })
})
