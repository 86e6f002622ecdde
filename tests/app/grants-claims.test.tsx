import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { draftClaim, listClaims, readClaim } from '../../src/contract/claims.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, noDialog, section, toastSaying, write } from '../support/app-acts.ts'
import { funded } from '../support/funded.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let grants: ReturnType<typeof funded>
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  grants = funded(api)
  make = makers(api)
})
afterAll(() => api.stop())

const period = { from: '2008-01-01', to: '2008-06-30', due: '2008-09-30' }

async function world(title: string) {
  const funder = await make.organisation({ name: `Funder of ${title}`, kinds: ['funder'] })
  const grant = await grants.grant({
    title,
    rules: { indirect: { kind: 'share_of_direct', bp: 700 }, claimPeriods: [period] },
    funders: [{ organisationId: funder.id, kind: 'eu_direct', share: { kind: 'share', bp: 7600 } }],
  })
  const { lines } = await grants.budget(grant, [{ category: 'travel', minor: 1_000_000 }])
  const lineId = lines[0]?.id ?? null
  await grants.expense(grant.id, { title: 'Flights', lineId })
  await grants.expense(grant.id, { title: 'Hotel', lineId, amount: { minor: 50_000, currency: 'EUR' } })
  await grants.expense(grant.id, { title: 'Later', lineId, paidOn: '2008-08-01' })
  return grant
}

describe('a claim', () => {
  it('goes from the calendar through its checks to the money, row by row', async () => {
    const grant = await world('Claimed')
    const { user, router } = await openScreen(api, `/grants/${grant.id}/claims`)
    const due = await section('Still to be claimed')
    expect(due.getByText(/due in 15 days, on 30 Sept? 2008/)).toBeVisible()
    await user.click(due.getByRole('button', { name: /Begin the claim for/ }))
    const dialog = await dialogOf('New claim')
    expect(await dialog.findByRole('textbox', { name: 'From' })).toHaveValue('1 Jan 2008')
    await user.click(dialog.getByRole('button', { name: 'Begin the claim' }))
    // €1,500 of travel, and 7% of it.
    const sums = await screen.findByLabelText('What it comes to')
    expect(within(sums).getByText('€1,605.00')).toBeVisible()
    expect(screen.getByRole('article', { name: 'Claim 1' })).toBeVisible()
    expect(await screen.findByRole('link', { name: 'Flights' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Later' })).toBeNull()
    expect(screen.getByText('2 expenses have no receipt')).toBeVisible()
    const funders = screen.getByRole('table', { name: 'What each funder owes' })
    expect(within(funders).getByText('€1,219.80')).toBeVisible()
    expect(within(funders).getByText('€385.20')).toBeVisible()

    const step = async (action: string, title: string, now: string, fill?: () => Promise<void>) => {
      await user.click(await screen.findByRole('button', { name: action }))
      const opened = await dialogOf(title)
      await fill?.()
      await user.click(opened.getByRole('button', { name: now }))
      await noDialog()
    }
    await step('Freeze…', 'Freeze the claim', 'Freeze')
    await toastSaying(/is frozen$/)
    await step('Submitted…', 'The claim is with the funder', 'Note it')
    await toastSaying(/is with the funder$/)
    await user.click(await screen.findByRole('checkbox', { name: 'Select Hotel' }))
    await user.click(screen.getByRole('button', { name: 'Refuse' }))
    expect(await screen.findByText(/^1 row to be refused/)).toBeVisible()
    await step('Decision…', 'The funder’s decision', 'Note the decision', async () =>
      write(user, screen.getByRole('textbox', { name: 'Why Hotel was refused' }), 'No invoice'),
    )
    await toastSaying(/^The decision on/)
    expect(await screen.findByText('Refused by the funder')).toBeVisible()
    // €1,000 of flights with 7%; 76% of it is owed, and offered as what came in.
    expect(within(screen.getByLabelText('What it comes to')).getByText('€1,070.00')).toBeVisible()
    await step('Payment…', 'The money is in', 'Note the payment')
    await toastSaying(/^The payment of/)
    const id = router.state.location.pathname.split('/').at(-1) ?? ''
    expect(await api.call(readClaim, { params: { id } })).toMatchObject({
      state: 'paid',
      rejected: 50_000,
      total: 160_500,
      accepted: { total: 107_000 },
      paidMinor: 81_320,
    })
  })

  it('can’t be frozen while something blocks it, and says what', async () => {
    const grant = await grants.grant({ title: 'Blocked' })
    const { user } = await openScreen(api, `/grants/${grant.id}/claims?dialog=new-claim`)
    const dialog = await dialogOf('New claim')
    await write(user, await dialog.findByRole('textbox', { name: 'From' }), '2008-01-01')
    await write(user, dialog.getByRole('textbox', { name: 'Until' }), '2008-03-31')
    await user.click(dialog.getByRole('button', { name: 'Begin the claim' }))
    const freeze = await screen.findByRole('button', { name: 'Freeze…' })
    expect(freeze).toHaveAttribute('aria-disabled', 'true')
    expect(freeze).toHaveAccessibleDescription(/There is nothing in it/)
    await user.click(screen.getByRole('button', { name: 'Throw the draft away' }))
    const toast = await toastSaying('The draft is thrown away')
    expect(toast.getByText('Undo')).toBeVisible()
    expect((await api.call(listClaims, { params: { id: grant.id } })).items).toEqual([])
  })

  it('is taken along with its receipts, and printed cluster by cluster', async () => {
    const grant = await world('Audited')
    const claim = await api.call(draftClaim, {
      params: { id: grant.id },
      body: { from: period.from, to: period.to },
    })
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:saved')
    const { user } = await openScreen(api, `/grants/${grant.id}/claims/${claim.id}`)
    await user.click(await screen.findByRole('button', { name: 'Audit file' }))
    await toastSaying(/^Audited - .*\.zip is saved$/)
    expect(saved).toHaveBeenCalledWith(expect.objectContaining({ type: 'application/zip' }))
    await user.click(screen.getByRole('link', { name: 'Statements to print' }))
    const sheet = await screen.findByRole('article', { name: 'Statement of expenditure: No cluster' })
    expect(await within(sheet).findByRole('cell', { name: 'Flights' })).toBeVisible()
    const total = within(sheet).getByRole('row', { name: /^Total/ })
    expect(within(total).getByText('€1,605.00')).toBeVisible()
  })
})
