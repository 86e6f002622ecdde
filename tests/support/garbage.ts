import type { Document, Schema } from './openapi.ts'

/** A number from 0 to 1, always the same row of them for a seed (mulberry32). */
export type Dice = () => number

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const oneOf = <T>(dice: Dice, items: readonly T[]): T => items[Math.floor(dice() * items.length)] as T

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)

const texts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202e\u200b\ufeff',
  '\u{1F91D}'.repeat(50),
  "'; drop table organisations; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '%_\\',
  '../../etc/passwd',
  '=HYPERLINK("x")',
  'null',
  'NaN',
  '-0',
  '1e400',
  '9'.repeat(400),
  'x'.repeat(100_000),
  'é'.repeat(3000),
  '2008-02-30',
  '0000-00-00',
  '0000',
  '9999-12-31',
  '-2008',
  '12008-01-01',
  '2008-13',
  '25:61',
  'infinity',
  'Asia/Tokyo',
  'Mars/Olympus',
  '00000000-0000-0000-0000-000000000000',
  'http://[',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  'toString',
]
const values: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.1,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  1e308,
  -1e308,
  5e-324,
  [],
  {},
  [null],
  [[]],
  nested(2000),
  Array.from({ length: 5000 }, () => 0),
  { a: { b: { c: {} } } },
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
]

/** Some value that nobody meant. */
export const garbage = (dice: Dice): unknown => oneOf(dice, dice() < 0.6 ? texts : values)

export const garbageText = (dice: Dice): string => oneOf(dice, texts)

/** What likely values are made from: a document, chance, and a record's id for a field of this name. */
export interface World {
  document: Document
  dice: Dice
  idFor(name: string): string
  /** How many of the single values are just outside of what their schema allows. Default: none. */
  slips?: number
}

/** A value as whoever misread the schema would send it: one too many, the wrong type, a day that there isn't. */
function slip({ enum: words, type, format, ...schema }: Schema, dice: Dice): unknown {
  const near: unknown[] = [null, '', 0, false, [], {}, '1', 'true']
  if (words) near.push(`${words[0]}s`, String(words[0]).toUpperCase(), words)
  if (type === 'integer' || type === 'number')
    near.push((schema.minimum ?? 0) - 1, (schema.maximum ?? 2 ** 53) + 1, 0.5, 2 ** 31, 2 ** 63, 1e300)
  if (format === 'date')
    near.push('2008-02-30', '2007-02-29', '2008-13-01', '2008-00-00', '0000-01-01', '2008')
  if (format === 'date-time') near.push('2008-02-30T00:00:00Z', '2008-09-15T25:00:00Z', '2008-09-15T10:00:00')
  if (format === 'uuid')
    near.push('00000000-0000-0000-0000-00000000000', '{00000000-0000-4000-8000-000000000000}')
  if (schema.maxLength)
    near.push(
      'x'.repeat(schema.maxLength),
      'x'.repeat(schema.maxLength + 1),
      '\u{1F91D}'.repeat(schema.maxLength),
    )
  return oneOf(dice, near)
}

/** A value as a schema asks for, more or less; `name` is the field's or parameter's. */
export function likely(world: World, schema: Schema, name = ''): unknown {
  const { document, dice } = world
  const again = (inner: Schema, as = name) => likely(world, inner, as)
  if (schema.$ref) return again(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  const options = schema.anyOf ?? schema.oneOf
  if (options) return again(oneOf(dice, options))
  if ((world.slips ?? 0) > 0 && dice() < (world.slips ?? 0)) return slip(schema, dice)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return oneOf(dice, schema.enum)
  const type = Array.isArray(schema.type) ? oneOf(dice, schema.type) : schema.type
  if (type === 'object') {
    const required = new Set(schema.required)
    // An id in a list is that of a row held already: better none than a wrong one.
    const kept = Object.entries(schema.properties ?? {}).filter(
      ([key]) => required.has(key) || dice() < (key === 'id' ? 0.05 : 0.5),
    )
    const { additionalProperties: others, propertyNames = {} } = schema
    const more =
      typeof others === 'object' && dice() < 0.5 ? [[String(again(propertyNames)), others] as const] : []
    return Object.fromEntries([...more, ...kept].map(([key, inner]) => [key, again(inner, key)]))
  }
  if (type === 'array')
    return Array.from({ length: (schema.minItems ?? 0) + Math.floor(dice() * 3) }, () =>
      again(schema.items ?? {}),
    )
  if (type === 'integer') return (schema.minimum ?? 0) + Math.floor(dice() * 5)
  if (type === 'number') return Math.round(dice() * 800) / 10
  if (type === 'boolean') return dice() < 0.5
  if (type === 'null') return null
  return likelyText(world, schema, name)
}

const days = ['2007-12-04', '2008-02-04', '2008-09-15', '2010-12-31', '0001-01-01', '9999-12-31']

function likelyText(world: World, { format, description = '', pattern = '' }: Schema, name: string): string {
  const { dice } = world
  if (format === 'uuid') return world.idFor(name)
  if (format === 'date') return oneOf(dice, days)
  if (format === 'uri') return 'https://example.org/a'
  if (format === 'email') return 'ada@example.org'
  if (/zone/i.test(name)) return 'Asia/Tokyo'
  if (description.startsWith('A year')) return oneOf(dice, ['2008', '2008-02', '2008-02-29', '0001', '9999'])
  if (description.startsWith('Local time')) return oneOf(dice, ['10:45', '00:00', '23:59'])
  if (description.startsWith('ISO 3166')) return oneOf(dice, ['FR', 'JP', 'ZZ'])
  if (description.startsWith('ISO 639')) return oneOf(dice, ['fr', 'ja'])
  if (pattern.includes('#')) return '#0a7d7d'
  return oneOf(dice, ['Kansai', 'lyonbiopole', `Text ${Math.floor(dice() * 1e9)}`])
}

/** The value with something in it replaced by garbage, added, or taken away. */
export function spoilt(value: unknown, dice: Dice): unknown {
  if (typeof value !== 'object' || value === null || dice() < 0.1) return garbage(dice)
  if (Array.isArray(value)) {
    if (value.length === 0) return [garbage(dice)]
    const at = Math.floor(dice() * value.length)
    return value.map((held, n) => (n === at ? spoilt(held, dice) : held))
  }
  const entries = Object.entries(value)
  if (entries.length === 0 || dice() < 0.1) return { ...value, [oneOf(dice, texts)]: garbage(dice) }
  const at = Math.floor(dice() * entries.length)
  if (dice() < 0.1) return Object.fromEntries(entries.filter((_, n) => n !== at))
  return Object.fromEntries(entries.map(([key, held], n) => [key, n === at ? spoilt(held, dice) : held]))
}
