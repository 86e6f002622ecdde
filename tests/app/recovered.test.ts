import { afterEach, expect, it, vi } from 'vitest'
import { recovered } from '../../src/app/recovered.ts'
import { ApiProblem } from '../../src/data/failures.ts'

const later: (() => void)[] = []
vi.stubGlobal('queueMicrotask', (act: () => void) => later.push(act))
afterEach(() => {
  later.length = 0
})

const problem = new ApiProblem({
  type: 'urn:corridor:problem:right_missing',
  title: 'Right missing',
  status: 403,
  code: 'right_missing',
  requestId: 'r',
})

it('takes a refusal that a screen got over for no fault', () => {
  recovered(new Error('React was able to recover', { cause: problem }))
  expect(later).toEqual([])
})

it('reports all else that React got over', () => {
  const fault = new Error('React was able to recover', { cause: new TypeError('x is undefined') })
  recovered(fault)
  expect(later).toHaveLength(1)
  expect(later[0]).toThrow(fault)
})
