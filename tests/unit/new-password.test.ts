import { describe, expect, it } from 'vitest'
import { weaknessOf } from '../../src/server/sign-in/new-password.ts'

const email = 'grace.hopper@example.org'

describe('a new password', () => {
  it.each([
    'password1234',
    'Password2026!',
    'P@ssw0rd2026!',
    'passwordpassword',
    'motdepasse123',
    'azertyuiop123',
    'qwertyuiop12',
    '123456789012',
    'aaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'Administrator1',
    '0987654321098',
  ])('%s is among what is guessed first', (password) => {
    expect(weaknessOf(password, email)).toBe('common_password')
  })

  it('does not hold the name before the @', () => {
    expect(weaknessOf('I am Grace.Hopper, really', email)).toBe('holds_address')
    expect(weaknessOf('a sleazy example of one', 'lea@example.org')).toBeNull()
  })

  it.each([
    'correct horse battery',
    'my password is none of these',
    'Zb7!kq2#Lw9x',
    'le chat dort au soleil',
    '829164057731',
  ])('%s is taken', (password) => {
    expect(weaknessOf(password, email)).toBeNull()
  })
})
