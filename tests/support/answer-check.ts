import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { type Document, operationIn } from './openapi.ts'

/** What an answer has that the document doesn't say of it; null where it is as documented. */
export type AnswerCheck = (endpoint: Endpoint, response: Response) => Promise<string | null>

/** Holds answers against an OpenAPI document: status, media type, code of a problem, and the whole body by its schema. */
export function answerCheck(document: Document): AnswerCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  // ESM and CommonJS see its default differently.
  const addFormats = formats as unknown as (to: Ajv2020) => void
  addFormats(ajv)
  ajv.addSchema(document, 'openapi')

  function schemaAt(endpoint: Endpoint, status: number, type: string): ValidateFunction {
    const steps = [
      'paths',
      endpoint.path,
      endpoint.method.toLowerCase(),
      'responses',
      status,
      'content',
      type,
    ]
    const pointer = steps.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
    const address = `openapi#/${encodeURI(pointer)}/schema`
    const found = ajv.getSchema(address)
    if (!found) throw new Error(`There is no schema at ${address}`)
    return found
  }

  return async (endpoint, response) => {
    const { status } = response
    const documented = operationIn(document, endpoint).responses[String(status)]
    if (!documented) return `${status} is not documented`
    const type = response.headers.get('content-type') ?? ''
    const bytes = await response.arrayBuffer()
    if (!documented.content) return bytes.byteLength === 0 ? null : `${status} came with a body`
    const file = Object.keys(documented.content).find((name) => !name.endsWith('json'))
    if (file) return file === '*/*' || file === type ? null : `came as ${type}`
    if (!(type in documented.content)) return `came as ${type}`
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const check = schemaAt(endpoint, status, type)
    if (!check(body)) return [...new Set(check.errors?.map((error) => told(error)))].join('; ')
    return status < 400 ? null : problemMisfit(body as { status: number; code: string }, status, documented)
  }
}

/** Without positions in lists, so that the same misfit in another row reads the same. */
const told = ({ instancePath, message = '', params }: NonNullable<ValidateFunction['errors']>[number]) =>
  `${instancePath.replaceAll(/\/\d+/g, '/*')} ${message} ${JSON.stringify(params)}`

function problemMisfit(
  problem: { status: number; code: string },
  status: number,
  { description = '' }: { description?: string },
): string | null {
  if (problem.status !== status) return `${status} calls itself ${problem.status}`
  return description.includes(`\`${problem.code}\``) ? null : `${status} with ${problem.code}, not documented`
}
