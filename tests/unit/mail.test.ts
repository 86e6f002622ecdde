import { createServer } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import { mailer } from '../../src/server/sign-in/mail.ts'

const told: string[] = []
const warned: string[] = []
const log = {
  tell: (words: string) => void told.push(words),
  warn: (words: string) => void warned.push(words),
}
const letter = {
  to: 'ada@example.org',
  subject: 'Corridor: a new password',
  text: 'Ada,\n\nchoose:\n\nhttps://corridor.example.org/reset#abc',
}
/** A mail server that closes every conversation before it begins. */
const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
afterAll(() => void server.close())

it('shows a letter in the log where no mail server is set', async () => {
  await mailer(undefined, undefined, log)(letter)
  expect(told.join()).toContain('https://corridor.example.org/reset#abc')
})

it('keeps the link of a letter that could not be sent, in one line, without the password of the mail server', async () => {
  const { port } = server.address() as { port: number }
  await mailer(`smtp://corridor:secret@127.0.0.1:${port}`, undefined, log)(letter)
  expect(warned).toEqual([
    expect.stringMatching(
      /^A letter could not be sent \(\w+\)\. To: ada@example\.org\. Corridor: a new password: https:\/\/corridor\.example\.org\/reset#abc$/,
    ),
  ])
})
