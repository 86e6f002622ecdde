import { screen } from '@testing-library/react'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allianceRecords } from '../../src/contract/alliances.ts'
import { citeSource, createSource } from '../../src/contract/dossier.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { section, toastSaying, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

it('an alliance says what it has set out to reach, with the source; it is changed where it stands', async () => {
  const { id } = await makers(api).alliance({ name: 'BioX4' })
  const source = await api.call(createSource, { body: { title: 'Grant agreement' } })
  await api.call(citeSource, { params: { id: source.id }, body: { noun: 'alliances', recordId: id } })
  const { user } = await openScreen(api, `/alliances/${id}`)
  expect(await screen.findByText(/^No target yet/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Edit: What it has set out to reach' }))
  const editor = await section(/^What it has set out to reach/)
  await user.click(editor.getByText('Add a target'))
  await write(user, editor.getByLabelText(/^At least/), '16')
  await write(user, editor.getByLabelText('Until'), '2012')
  await write(user, editor.getByLabelText('As its source puts it'), 'At least 16 SMEs')
  await user.click(editor.getByRole('combobox', { name: 'Source' }))
  await user.click(await screen.findByRole('option', { name: 'Grant agreement' }))
  await user.click(editor.getByText('Save'))
  await toastSaying('BioX4 is changed.')
  const { targets, version } = await api.call(allianceRecords.read, { params: { id } })
  expect(targets).toMatchObject([
    {
      indicator: 'smes',
      value: 16,
      by: '2012',
      detail: 'At least 16 SMEs',
      source: { name: 'Grant agreement' },
    },
  ])
  expect(version).toBe(2)
  expect(await screen.findByText('At least 16 SMEs to which business or R&D abroad is opened')).toBeVisible()
  expect(screen.getByText('until 2012 · At least 16 SMEs · Grant agreement')).toBeVisible()
})
