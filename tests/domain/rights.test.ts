import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Appointment,
  gradeOf,
  reaches,
  reachOf,
  rights,
  rightsOf,
  roles,
} from '../../src/domain/rights.ts'

const place = fc.constantFrom('lyon', 'alsace')
const appointment: fc.Arbitrary<Appointment> = fc
  .tuple(fc.constantFrom(...roles), fc.option(place), fc.boolean())
  .map(([role, at, isAlliance]) => ({
    role,
    organisationId: at !== null && !isAlliance ? at : null,
    allianceId: at !== null && isAlliance ? at : null,
  }))
const right = fc.constantFrom(...rights)
const given = (role: Appointment['role'], organisationId: string | null = null): Appointment => ({
  role,
  organisationId,
  allianceId: null,
})

describe('rights', () => {
  it('have a grade for every role', () => {
    for (const one of rights)
      for (const role of roles) expect(['all', 'own', 'whole', '-']).toContain(gradeOf(role, one))
  })

  it('are none without a role', () => expect(rightsOf([])).toEqual([]))

  it('keep budgets and personal data narrower than the rest', () => {
    for (const role of roles)
      for (const narrow of ['budgets.read', 'contacts.read', 'privacy.read'] as const)
        if (reachOf([given(role)], narrow)) expect(reachOf([given(role)], 'records.read')).toBe('everywhere')
    expect(reachOf([given('viewer')], 'budgets.read')).toBeNull()
    expect(reachOf([given('assistant', 'lyon')], 'expenses.approve')).toBeNull()
  })

  it('over the whole workspace are not those of an administrator of one cluster', () => {
    expect(reachOf([given('administrator', 'lyon')], 'workspace.replace')).toBeNull()
    expect(reachOf([given('administrator')], 'workspace.replace')).toBe('everywhere')
  })

  it('never become fewer by another role', () => {
    fc.assert(
      fc.property(fc.array(appointment), appointment, right, place, (held, more, one, holder) => {
        const before = reaches(reachOf(held, one), [holder], true)
        return !before || reaches(reachOf([...held, more], one), [holder], true)
      }),
    )
  })

  it('to write reach nothing of a place that no role was given for', () => {
    fc.assert(
      fc.property(fc.array(appointment), (held) => {
        const atLyon = held.filter((one) => (one.organisationId ?? one.allianceId) === 'lyon')
        return !reaches(reachOf(atLyon, 'expenses.write'), ['alsace'], true)
      }),
    )
  })

  it('reach what is of nobody only where that is common to all', () => {
    const own = new Set(['lyon'])
    expect(reaches(own, [], false)).toBe(true)
    expect(reaches(own, [], true)).toBe(false)
    expect(reaches('everywhere', [], true)).toBe(true)
    expect(reaches(null, ['lyon'], false)).toBe(false)
  })
})
