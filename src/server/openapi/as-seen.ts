import * as z from 'zod'
import type { createDocument } from 'zod-openapi'

type Override = NonNullable<NonNullable<Parameters<typeof createDocument>[1]>['override']>
type Rendered = Parameters<Extract<Override, (...args: never[]) => unknown>>[0]

/** Renders schemas as a caller sees them, where what zod says of them is true but of no help. */
export function asSeen({ jsonSchema, zodSchema, io }: Rendered): void {
  const { def } = zodSchema._zod
  if (def.type === 'pipe') {
    if (io === 'output' && def.out instanceof z.ZodTransform) become(jsonSchema, schemaOf(def.in, 'output'))
    if (io === 'input' && def.in instanceof z.ZodUnion && def.out instanceof z.ZodArray)
      become(jsonSchema, separated(schemaOf(def.out.element, 'input')))
  }
  // The query's yes or no: a boolean, or the word for it.
  if (def.type === 'union' && def.options[0] instanceof z.ZodBoolean) become(jsonSchema, { type: 'boolean' })
  if (jsonSchema.format === 'uuid') delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}

type JsonSchema = Record<string, unknown>

function become(jsonSchema: JsonSchema, other: JsonSchema): void {
  for (const key of Object.keys(jsonSchema)) if (key !== 'description') delete jsonSchema[key]
  Object.assign(jsonSchema, other)
}

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rendered } = z.toJSONSchema(schema, { io })
  return rendered
}

/** A list in one query parameter. */
function separated(item: JsonSchema): JsonSchema {
  const words = Array.isArray(item.enum) ? `: ${item.enum.join(', ')}` : ''
  return { type: 'string', description: `One or several, separated by commas${words}` }
}
