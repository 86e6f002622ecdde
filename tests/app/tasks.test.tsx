import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNote, createTask, listTasks, updateNote, updateTask } from '../../src/contract/dossier.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, noDialog, section, toastSaying, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
let market: { id: string }
beforeAll(async () => {
  api = await startApi()
  market = await makers(api).market({ name: 'Japan' })
  const about = { noun: 'markets' as const, recordId: market.id }
  await api.call(createTask, { body: { title: 'Late', due: '2008-09-10', ...about } })
  await api.call(createTask, { body: { title: 'This week', due: '2008-09-18' } })
  await api.call(createTask, { body: { title: 'Some day' } })
})
afterAll(() => api.stop())

const titles = async (state: 'open' | 'done') =>
  (await api.call(listTasks, { query: { state } })).items.map(({ title }) => title)

describe('the tasks', () => {
  it('stand by when they are due, with what they are about', async () => {
    await openScreen(api, '/tasks')
    const late = await section(/^Overdue/)
    expect(late.getByText('Late')).toBeVisible()
    expect(late.getByText(/5 days ago, overdue/)).toBeVisible()
    expect(late.getByRole('link', { name: 'Japan' })).toHaveAttribute('href', `/markets/${market.id}`)
    expect((await section(/^Next seven days/)).getByText('This week')).toBeVisible()
    expect((await section(/^No date/)).getByText('Some day')).toBeVisible()
  })

  it('are put off until a day, which the list says, and brought back', async () => {
    await api.call(createTask, { body: { title: 'To be put off', due: '2008-09-16' } })
    const { user } = await openScreen(api, '/tasks?q=put+off')
    await user.click(await screen.findByLabelText('Put off: To be put off'))
    await user.click(await screen.findByText('Until next week'))
    expect(await screen.findByText('Nothing matches')).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Put off' }))
    expect((await section(/^Put off/)).getByText(/rests until 22 Sept? 2008/)).toBeVisible()
    await user.click(screen.getByLabelText('Put off: To be put off'))
    await user.click(await screen.findByText('Bring it back now'))
    expect(await screen.findByText('Nothing matches')).toBeVisible()
    expect(await titles('open')).toContain('To be put off')
  })

  it('come again as the form says', async () => {
    const { user } = await openScreen(api, '/tasks?dialog=new-task')
    const dialog = await dialogOf('New task')
    await write(user, dialog.getByLabelText(/^Task/), 'Quarterly report')
    await write(user, dialog.getByLabelText('Due'), '31 Oct 2008')
    await user.click(dialog.getByRole('combobox', { name: 'Comes again' }))
    await user.click(await screen.findByRole('option', { name: 'Monthly' }))
    const often = dialog.getByLabelText(/^Every … months/)
    await user.tripleClick(often)
    await user.keyboard('3')
    await user.click(dialog.getByText('Create'))
    await noDialog()
    const later = await section(/^Later/)
    expect(later.getByText(/every 3 months on day 31/)).toBeVisible()
  })

  it('go into one’s own calendar by an address that is told once, and revoked', async () => {
    const { user } = await openScreen(api, '/tasks')
    await user.click(await screen.findByRole('button', { name: 'Calendar…' }))
    const dialog = await dialogOf('In your own calendar')
    await user.click(dialog.getByLabelText('Claims due'))
    await user.click(dialog.getByRole('button', { name: 'Get the address' }))
    const address = (await dialog.findByLabelText('Address')) as HTMLInputElement
    expect(address.value).toMatch(/\/api\/calendar\/[\w-]{43}\.ics$/)
    const read = () => api.fetch(new Request(address.value))
    expect((await read()).status).toBe(200)
    await user.click(await dialog.findByRole('button', { name: 'Revoke “Corridor”' }))
    expect(await dialog.findByText(/^revoked/)).toBeVisible()
    expect((await read()).status).toBe(404)
  })

  it('are added in one line, the field ready for the next', async () => {
    const { user } = await openScreen(api, '/tasks')
    const field = await screen.findByLabelText('What has to be done?')
    expect(screen.getByRole('button', { name: 'Add task' })).toBeDisabled()
    await write(user, field, 'Call Osaka')
    await write(user, screen.getByLabelText('Due'), '1 Dec 2008')
    await user.click(screen.getByText('Add task'))
    expect(await (await section(/^Later/)).findByText('Call Osaka')).toBeVisible()
    expect(field).toHaveValue('')
    await waitFor(() => expect(field).toHaveFocus())
  })

  it('are ticked off in one press, and taken back by “Undo”', async () => {
    await api.call(createTask, { body: { title: 'To be ticked' } })
    const { user } = await openScreen(api, '/tasks?q=ticked')
    await user.click(await screen.findByLabelText('Mark “To be ticked” as done'))
    expect(await screen.findByText('Nothing matches')).toBeVisible()
    expect(await titles('done')).toEqual(['To be ticked'])
    await user.click((await toastSaying('Done: To be ticked')).getByText('Undo'))
    expect(await screen.findByLabelText('Mark “To be ticked” as done')).not.toBeChecked()
    expect(await titles('done')).toEqual([])
  })

  it('are removed, and come back', async () => {
    await api.call(createTask, { body: { title: 'To be removed' } })
    const { user } = await openScreen(api, '/tasks?q=removed')
    await user.click(await screen.findByLabelText('Remove To be removed'))
    await screen.findByText('Nothing matches')
    await user.click((await toastSaying('The task is deleted.')).getByText('Undo'))
    expect(await screen.findByLabelText('Remove To be removed')).toBeVisible()
  })

  it('are added with all there is to say, from anywhere; what was typed survives a reload', async () => {
    const { user } = await openScreen(api, '/markets?dialog=new-task')
    const dialog = await dialogOf('New task')
    await write(user, dialog.getByLabelText(/^Task/), 'Ask for the hall')
    await write(user, dialog.getByLabelText('About'), 'japan')
    await user.click(await screen.findByRole('option', { name: /^Japan/ }))
    const later = openAgain('/markets?dialog=new-task')
    const again = await dialogOf('New task')
    expect(again.getByText('What you typed before is back.')).toBeVisible()
    expect(again.getByLabelText('About')).toHaveValue('Japan')
    await later.user.click(again.getByText('Create'))
    await noDialog()
    await toastSaying('The task is added.')
    const { items } = await api.call(listTasks, { query: { q: 'hall' } })
    expect(items).toMatchObject([
      { title: 'Ask for the hall', about: { noun: 'markets', recordId: market.id } },
    ])
  })
})

describe('a task edited by two people', () => {
  it('shows both versions, field by field, and keeps what only one changed', async () => {
    const { id, version } = await api.call(createTask, { body: { title: 'Two at it', due: '2008-10-01' } })
    const { user } = await openScreen(api, '/tasks?q=two')
    await user.click(await screen.findByLabelText('Edit: Two at it'))
    const field = screen.getByLabelText(/^What is to be done/)
    await write(user, field, 'Two at it: mine')
    const theirs = { title: 'Two at it: theirs', due: '2008-10-08' }
    await api.call(updateTask, { params: { id }, body: theirs }, { version })
    // Something else that was written has the list read anew meanwhile.
    await write(user, screen.getByLabelText('What has to be done?'), 'Number two')
    await user.click(screen.getByText('Add task'))
    await toastSaying('The task is added.')
    await user.click(screen.getByText('Save'))
    const dialog = await dialogOf('Somebody else changed this too')
    expect(dialog.getAllByRole('radiogroup')).toHaveLength(1)
    await user.click(dialog.getByRole('radio', { name: /What you typed\s*Two at it: mine/ }))
    await user.click(dialog.getByText('Save this choice'))
    expect(await screen.findByLabelText('Edit: Two at it: mine')).toBeVisible()
    const { items } = await api.call(listTasks, { query: { q: 'mine' } })
    expect(items).toMatchObject([{ title: 'Two at it: mine', due: '2008-10-08' }])
  })
})

describe('the dossier of a record', () => {
  it('takes notes, which are removed and brought back', async () => {
    const { user } = await openScreen(api, `/markets/${market.id}`)
    const notes = await section(/^Notes/)
    await write(user, notes.getByLabelText('Write a note'), 'Gifts are exchanged')
    await user.click(notes.getByText('Add'))
    await user.click(await notes.findByLabelText('Remove Gifts are exchanged'))
    const toast = await toastSaying('The note is deleted.')
    await waitFor(() => expect(notes.queryByText('Gifts are exchanged')).toBeNull())
    await user.click(toast.getByText('Undo'))
    expect(await notes.findByText('Gifts are exchanged')).toBeVisible()
  })

  it('edits a note, and shows both versions where somebody else was faster', async () => {
    const about = { noun: 'markets' as const, recordId: market.id }
    const { id, version } = await api.call(createNote, { body: { body: 'Bow', ...about } })
    const { user } = await openScreen(api, `/markets/${market.id}`)
    const notes = await section(/^Notes/)
    const item = within((await notes.findByText('Bow')).closest('li') as HTMLElement)
    await user.click(item.getByLabelText('Edit'))
    await write(user, notes.getByLabelText('Notes'), 'Bow deeply')
    await api.call(updateNote, { params: { id }, body: { body: 'Bow twice' } }, { version })
    // Something else that was written has the page read anew meanwhile.
    await write(user, notes.getByLabelText('Write a note'), 'Be in time')
    await user.click(notes.getByText('Add'))
    await toastSaying('The note is added.')
    await user.click(notes.getByText('Save'))
    const choice = within(await notes.findByRole('group', { name: 'Somebody else changed this too' }))
    await user.click(choice.getByRole('radio', { name: /As it is now\s*Bow twice/ }))
    await user.click(choice.getByText('Save this choice'))
    expect(await notes.findByText('Bow twice')).toBeVisible()
  })

  it('takes documents, and says which are too large', async () => {
    const { user } = await openScreen(api, `/markets/${market.id}`)
    const documents = await section(/^Documents/)
    const field = document.querySelector<HTMLInputElement>('input[type=file][multiple]')
    await user.upload(field as HTMLInputElement, new File(['%PDF-1.4'], 'brief.pdf'))
    expect(await documents.findByText('brief.pdf')).toBeVisible()
    await user.upload(field as HTMLInputElement, new File([new Uint8Array(21 << 20)], 'film.mp4'))
    expect(await documents.findByRole('alert')).toHaveTextContent(
      /^film\.mp4 is 2[12][\d.]* MB; at most 20 MB/,
    )
    expect(documents.getByText('brief.pdf')).toBeVisible()
  })
})
