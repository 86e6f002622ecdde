import * as z from 'zod'

const made = new WeakMap<z.core.$ZodType, z.core.$ZodType>()

/**
 * The same schema, but that fields which it does not know are refused (`unrecognized_keys`), at any depth. The contract's
 * own schemas let them pass, so that a client can read what a later version answers; but what is sent and not written must
 * not look as if it were.
 */
export function strict<S extends z.core.$ZodType>(schema: S): S {
  const known = made.get(schema) ?? rebuilt(schema)
  made.set(schema, known)
  return known as S
}

function rebuilt(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object': {
      const shape = Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, strict(field)]))
      return changed(schema, { shape, catchall: def.catchall ?? z.never() })
    }
    case 'array':
      return changed(schema, { element: strict(def.element) })
    case 'union':
      return changed(schema, { options: def.options.map(strict) })
    case 'pipe':
      return changed(schema, { in: strict(def.in) })
    case 'optional':
    case 'nullable':
    case 'default':
      return changed(schema, { innerType: strict(def.innerType) })
    default:
      return schema
  }
}

/** With its checks and descriptions. */
function changed(schema: z.core.$ZodType, parts: object): z.core.$ZodType {
  const def = z.core.util.mergeDefs(schema._zod.def, parts)
  return z.core.clone(schema, def as z.core.$ZodTypeDef, { parent: true })
}
