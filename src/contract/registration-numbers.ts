import * as z from 'zod'
import { bareNumber, type NumberScheme, numberFlaw, numberSchemes } from '../domain/registration-numbers.ts'
import * as p from './primitives.ts'

const scheme = z.enum(numberSchemes)

/** A number that is none of its register is refused at its value, with what is wrong. */
function mustBeOfRegister(
  { scheme, value }: { scheme: NumberScheme; value: string },
  issues: z.RefinementCtx,
): void {
  const code = numberFlaw(scheme, value)
  if (code)
    issues.addIssue({
      code: 'custom',
      path: ['value'],
      message: 'Not a number of this register',
      params: { code },
    })
}

/** A number of a register, held without blanks and marks; its check digits are checked. */
export const registrationNumber = z
  .object({
    id: p.id.optional(),
    scheme,
    value: p.line(40).transform(bareNumber).pipe(z.string().min(1)),
    note: p.optionalLine(),
  })
  .superRefine(mustBeOfRegister)
export const registrationNumberHeld = z.object({
  id: p.id,
  scheme,
  value: z.string(),
  note: z.string().nullable(),
})

/** One that was read from a table, bare already. */
export const importedNumber = z.object({ scheme, value: p.line(40) }).superRefine(mustBeOfRegister)
