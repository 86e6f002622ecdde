import type { Schedule } from '../../contract/meetings.ts'
import type { Mission } from '../../contract/missions.ts'
import type { FieldError } from '../../contract/problems.ts'
import { type SlotFlaw, type SlotFrame, slotFlaws } from '../../domain/slot-flaws.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { slotsOf } from '../meetings/read-schedule.ts'

const frameFields = ['starts', 'ends', 'timeZone'] as const
type FrameField = (typeof frameFields)[number]
type Slot = Schedule['slots'][number]

/**
 * Slots stay on days of the mission and at times that its clocks show: 422 at the date or time zone that puts some where
 * they can't be. What was wrong with them before is nobody's fault now. The mission is held.
 */
export async function mustKeepSlots(
  ctx: Context,
  held: Pick<Mission, 'id' | FrameField>,
  given: Partial<SlotFrame>,
): Promise<void> {
  const changed = frameFields.filter((field) => given[field] !== undefined && given[field] !== held[field])
  const [first] = changed
  if (!first) return
  const after: SlotFrame = { starts: held.starts, ends: held.ends, timeZone: held.timeZone }
  for (const field of changed) after[field] = given[field] ?? null
  const slots = await slotsOf(ctx, held.id)
  const key = ({ slot, code, field }: SlotFlaw<Slot>) => `${slot.id} ${code} ${field}`
  const before = new Set(slotFlaws(slots, held).map(key))
  const flaws = slotFlaws(slots, after).filter((flaw) => !before.has(key(flaw)))
  // A form shows what is wrong at the field that was changed.
  const at = (field: FrameField) => (changed.includes(field) ? field : first)
  const errors = changed.flatMap((field) => {
    const here = flaws.filter((flaw) => at(causeOf(flaw)) === field)
    return here.length > 0 ? [told(field, here)] : []
  })
  if (errors.length > 0)
    throw new Failure('invalid', errors.map(({ path, message }) => `${path}: ${message}`).join('; '), {
      errors,
    })
}

const causeOf = (flaw: SlotFlaw<Slot>): FrameField => {
  if (flaw.code !== 'outside') return 'timeZone'
  return flaw.slot.day < flaw.from ? 'starts' : 'ends'
}

/** One complaint a field: of those outside the mission where there are any, or else of those that its clocks rule out. */
function told(path: FrameField, flaws: readonly SlotFlaw<Slot>[]): FieldError {
  const outside = flaws.filter(({ code }) => code === 'outside')
  const slots = new Set((outside.length > 0 ? outside : flaws).map(({ slot }) => slot))
  const [first] = slots
  const params = { count: slots.size, day: first?.day ?? '', time: first?.starts ?? '' }
  const which = `${slots.size} slots, the first on ${params.day} at ${params.time},`
  return outside.length > 0
    ? { path, code: 'slots_outside', message: `${which} would be outside the mission`, params }
    : { path, code: 'slots_clock', message: `${which} would be where the clocks change`, params }
}
