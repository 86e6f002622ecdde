import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { rowIds } from '../../src/domain/fingerprint.ts'

const rows = fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 30 })

test('a row has the same id each time, whatever stands around it, and no other has it', () => {
  fc.assert(
    fc.property(rows, fc.string(), (given, about) => {
      const ids = rowIds(about, given)
      expect(rowIds(about, given)).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
      expect(new Set(rowIds(about, [...given].reverse()))).toEqual(new Set(ids))
      for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true)
    }),
  )
})

test('cells are not run together, and another grant’s row is another', () => {
  const [a, b] = rowIds('g', [
    ['ab', 'c'],
    ['a', 'bc'],
  ])
  expect(a).not.toBe(b)
  expect(rowIds('h', [['ab', 'c']])[0]).not.toBe(a)
})
