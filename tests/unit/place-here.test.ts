import { expect, it } from 'vitest'
import { placeHere } from '../../src/features/sign-in/place-here.ts'

it.each([
  ['/missions?status=planned', '/missions?status=planned'],
  ['/', '/'],
  [null, '/'],
  ['', '/'],
  ['//other.example/missions', '/'],
  ['/\\other.example', '/'],
  ['https://other.example/', '/'],
  ['javascript:alert(1)', '/'],
])('leads on to a place of this site alone: %s', (asked, place) => expect(placeHere(asked)).toBe(place))
