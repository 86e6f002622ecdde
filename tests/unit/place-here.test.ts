import { expect, it } from 'vitest'
import { placeHere } from '../../src/contract/sign-in.ts'

it.each([
  ['/missions?status=planned', true],
  ['/', true],
  [null, false],
  ['', false],
  ['//other.example/missions', false],
  ['/\\other.example', false],
  ['https://other.example/', false],
  ['javascript:alert(1)', false],
])('leads on to a place of this site alone: %s', (asked, here) =>
  expect(placeHere.safeParse(asked).success).toBe(here),
)
