import { describe, expect, it } from 'vitest'
import { overHeld } from '../../src/domain/ownership.ts'

const owner = (
  capital: number | null,
  voting: number | null = null,
  from: string | null = null,
  to: string | null = null,
) => ({ capital, voting, from, to })

describe('owners that hold more than there is', () => {
  it('are told with what they hold together', () => {
    expect(overHeld([owner(30), owner(40), owner(45)], '2008-09-15')).toEqual({ of: 'capital', percent: 115 })
    expect(overHeld([owner(50, 60), owner(50, 40.5)], '2008-09-15')).toEqual({ of: 'voting', percent: 100.5 })
  })

  it('are none where it adds up, to all or to less', () => {
    expect(overHeld([], '2008-09-15')).toBeNull()
    expect(overHeld([owner(33.33), owner(33.33), owner(33.34)], '2008-09-15')).toBeNull()
    expect(overHeld([owner(60), owner(null, 30)], '2008-09-15')).toBeNull()
  })

  it('are none where one holds after the other', () => {
    const sold = [owner(100, null, '2000', '2007'), owner(100, null, '2008', null)]
    expect(overHeld(sold, '2008-09-15')).toBeNull()
    expect(overHeld(sold, '2007-12-31')).toBeNull()
  })
})
