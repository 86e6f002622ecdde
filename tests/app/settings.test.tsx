import { screen, waitFor } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { organisationRecords } from '../../src/contract/organisations.ts'
import {
  exportWorkspace,
  readWorkspace,
  resetWorkspace,
  updateWorkspace,
} from '../../src/contract/workspace.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, section, titled, toastSaying, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
/** Stands for the demo: the file of another, small workspace; null where there is none to be had. */
let demo: Uint8Array<ArrayBuffer> | null = null

beforeAll(async () => {
  api = await startApi({ demo: async () => demo ?? Promise.reject(new Error('No demo')) })
})
afterAll(() => api.stop())

// What is replaced here is the whole workspace: each test begins with one of its own.
beforeEach(async () => {
  await api.call(resetWorkspace, { body: { to: 'empty' } })
  const make = makers(api)
  await make.organisation({ name: 'Lyonbiopôle' })
  await make.person({ familyName: 'Nadamoto' })
})

const names = async () =>
  (await api.call(organisationRecords.list, { query: {} })).items.map(({ name }) => name)
const settings = () => api.call(readWorkspace, {})

describe('beginning anew', () => {
  it('names what is lost, and nothing is where one thinks better of it', async () => {
    const { user } = await openScreen(api, '/settings')
    await user.click(await screen.findByText('Start empty…'))
    const dialog = await dialogOf('Remove everything and start empty?')
    expect(dialog.getByText('1 organisation')).toBeVisible()
    expect(dialog.getByText('1 person')).toBeVisible()
    expect(dialog.getByText('Export it first')).toBeVisible()
    await user.click(dialog.getByText('Cancel'))
    expect(await names()).toEqual(['Lyonbiopôle'])
  })

  it('empties the workspace, and welcomes', async () => {
    const { user, router } = await openScreen(api, '/settings?asOf=2008-01-01')
    await user.click(await screen.findByText('Start empty…'))
    await user.click((await dialogOf(/start empty/)).getByText('Remove everything'))
    await toastSaying('The workspace is empty.')
    expect(await screen.findByText('A CRM for cluster partnerships')).toBeVisible()
    expect(router.state.location).toMatchObject({ pathname: '/', search: '' })
    expect(await names()).toEqual([])
    await router.navigate('/settings')
    await user.click(await screen.findByText('Start empty…'))
    expect(await screen.findByText('This workspace is empty: nothing is lost.')).toBeVisible()
  })

  it('loads the demo', async () => {
    demo = (await api.call(exportWorkspace, {})).bytes
    await api.call(resetWorkspace, { body: { to: 'empty' } })
    await makers(api).organisation({ name: 'Medicen' })
    const { user, router } = await openScreen(api, '/settings')
    await user.click(await screen.findByText('Reset…'))
    await user.click((await dialogOf('Replace everything by the demo?')).getByText('Replace by the demo'))
    await toastSaying('The demo workspace is loaded. It holds 1 organisation and 1 person.')
    await router.navigate('/clusters')
    expect(await screen.findByRole('link', { name: 'Lyonbiopôle' })).toBeVisible()
    expect(await names()).toEqual(['Lyonbiopôle'])
    expect((await settings()).origin).toBe('demo')
  })

  it('says so where the demo can’t be had, and nothing is lost', async () => {
    demo = null
    const { user } = await openScreen(api, '/settings')
    await user.click(await screen.findByText('Reset…'))
    const dialog = await dialogOf('Replace everything by the demo?')
    await user.click(dialog.getByText('Replace by the demo'))
    expect(await dialog.findByText('The demo workspace is not available here.')).toBeVisible()
    expect(await names()).toEqual(['Lyonbiopôle'])
  })
})

describe('the workspace as a file', () => {
  it('is exported into the downloads, and imported to the same content', async () => {
    const saved: Blob[] = []
    const address = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      saved.push(file as Blob)
      return 'blob:file'
    })
    URL.revokeObjectURL ??= () => {}
    const { user } = await openScreen(api, '/settings')
    const data = await section('Data')
    await user.click(data.getByRole('button', { name: 'Export the workspace' }))
    await toastSaying(/\.corridor \([\d.]+ kB\) is saved in your downloads\.$/)
    address.mockRestore()
    const [file] = saved
    await makers(api).organisation({ name: 'Added afterwards' })
    await user.upload(fileField(), new File([file as Blob], 'backup.corridor'))
    const dialog = await dialogOf('Replace everything by “backup.corridor”?')
    expect(await dialog.findByText('1 organisation')).toBeVisible()
    await user.click(dialog.getByText('Replace everything'))
    await toastSaying(/^The workspace “Corridor” is imported\. It holds 1 organisation and 1 person/)
    expect(await names()).toEqual(['Lyonbiopôle'])
  })

  it('is refused where it is garbage: says so, nothing lost, and another can be chosen', async () => {
    const { user } = await openScreen(api, '/settings')
    await section('Data')
    await user.upload(fileField(), new File(['<html>not a workspace'], 'holiday.jpg'))
    const dialog = await dialogOf('Replace everything by “holiday.jpg”?')
    await user.click(dialog.getByText('Replace everything'))
    const alert = await dialog.findByRole('alert')
    expect(alert).toHaveTextContent('This file could not be imported. Nothing was changed.')
    expect(alert).toHaveTextContent('It must be a file exported from here (.corridor), whole and unchanged.')
    await user.click(dialog.getByText('Cancel'))
    expect(await names()).toEqual(['Lyonbiopôle'])
    expect((await settings()).counts.people).toBe(1)
    await user.upload(fileField(), new File([''], 'empty.corridor'))
    const again = await dialogOf('Replace everything by “empty.corridor”?')
    expect(again.queryByRole('alert')).toBeNull()
    await user.click(again.getByText('Replace everything'))
    expect(await again.findByRole('alert')).toBeVisible()
    expect(await names()).toEqual(['Lyonbiopôle'])
  })
})

/** The field behind "Choose a file…". */
function fileField(): HTMLInputElement {
  const field = document.querySelector<HTMLInputElement>('#data input[type=file]')
  if (!field) throw new Error('There is no field for a file')
  return field
}

describe('the settings', () => {
  it('give the workspace its name and its day, which the frame shows at once', async () => {
    const { user } = await openScreen(api, '/settings')
    const workspace = await section('Workspace')
    await write(user, workspace.getByLabelText(/^Name/), 'Four French clusters')
    await user.click(workspace.getByLabelText('A fixed day'))
    await write(user, workspace.getByLabelText(/^The day/), '1 June 2008')
    await user.click(workspace.getByText('Save'))
    await toastSaying('The settings are saved.')
    expect(await screen.findByRole('button', { name: /As of 1 Jun 2008/ })).toBeVisible()
    expect(screen.getByRole('navigation', { name: 'Main' })).toHaveTextContent('Four French clusters')
    expect(await settings()).toMatchObject({ name: 'Four French clusters', asOf: '2008-06-01' })
  })

  it('changed by two people ask which stands, and keep what only one changed', async () => {
    const { user } = await openScreen(api, '/settings')
    const workspace = await section('Workspace')
    await write(user, workspace.getByLabelText(/^Name/), 'Mine')
    const theirs = { name: 'Theirs', asOf: '2008-06-01' }
    await api.call(updateWorkspace, { body: theirs }, { version: (await settings()).version })
    await user.click(workspace.getByText('Save'))
    const dialog = await dialogOf('Somebody else changed this too')
    expect(dialog.getAllByRole('radiogroup')).toHaveLength(1)
    await user.click(dialog.getByRole('radio', { name: /What you typed\s*Mine/ }))
    await user.click(dialog.getByText('Save this choice'))
    await toastSaying('The settings are saved.')
    expect(await settings()).toMatchObject({ name: 'Mine', asOf: '2008-06-01' })
  })

  it('typed and read anew meanwhile are not sent over what somebody else saved', async () => {
    const { user, router } = await openScreen(api, '/settings')
    await write(user, (await section('Workspace')).getByLabelText(/^Name/), 'Mine')
    await api.call(updateWorkspace, { body: { name: 'Theirs' } }, { version: (await settings()).version })
    await makers(api).organisation({ name: 'Another' })
    // Another screen's write has everything read anew.
    await router.navigate('/tasks')
    await write(user, await screen.findByLabelText('What has to be done?'), 'Call Osaka')
    await user.click(screen.getByText('Add task'))
    await toastSaying('The task is added.')
    await router.navigate('/settings')
    await titled('Settings')
    const workspace = await section('Workspace')
    expect(workspace.getByLabelText(/^Name/)).toHaveValue('Mine')
    await waitFor(() => expect(screen.getByRole('navigation', { name: 'Main' })).toHaveTextContent('Theirs'))
    await user.click(workspace.getByText('Save'))
    const dialog = await dialogOf('Somebody else changed this too')
    await user.click(dialog.getByRole('radio', { name: /As it is now\s*Theirs/ }))
    await user.click(dialog.getByText('Save this choice'))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect((await settings()).name).toBe('Theirs')
    expect(workspace.getByLabelText(/^Name/)).toHaveValue('Theirs')
  })
})
