import { validate as at } from 'stdnum/lib/cjs/at/uid.js'
import { validate as be } from 'stdnum/lib/cjs/be/vat.js'
import { validate as bg } from 'stdnum/lib/cjs/bg/vat.js'
import { validate as cy } from 'stdnum/lib/cjs/cy/vat.js'
import { validate as cz } from 'stdnum/lib/cjs/cz/dic.js'
import { validate as de } from 'stdnum/lib/cjs/de/vat.js'
import { validate as dk } from 'stdnum/lib/cjs/dk/cvr.js'
import { validate as ee } from 'stdnum/lib/cjs/ee/kmkr.js'
import { validate as es } from 'stdnum/lib/cjs/es/nif.js'
import { validate as fi } from 'stdnum/lib/cjs/fi/alv.js'
import { validate as siren } from 'stdnum/lib/cjs/fr/siren.js'
import { validate as siret } from 'stdnum/lib/cjs/fr/siret.js'
import { validate as fr } from 'stdnum/lib/cjs/fr/tva.js'
import { validate as gr } from 'stdnum/lib/cjs/gr/vat.js'
import { validate as hr } from 'stdnum/lib/cjs/hr/oib.js'
import { validate as hu } from 'stdnum/lib/cjs/hu/anum.js'
import { validate as ie } from 'stdnum/lib/cjs/ie/vat.js'
import { validate as it } from 'stdnum/lib/cjs/it/iva.js'
import { validate as lt } from 'stdnum/lib/cjs/lt/pvm.js'
import { validate as lu } from 'stdnum/lib/cjs/lu/tva.js'
import { validate as lv } from 'stdnum/lib/cjs/lv/pvn.js'
import { validate as mt } from 'stdnum/lib/cjs/mt/vat.js'
import { validate as nl } from 'stdnum/lib/cjs/nl/btw.js'
import { validate as pl } from 'stdnum/lib/cjs/pl/nip.js'
import { validate as pt } from 'stdnum/lib/cjs/pt/nif.js'
import { validate as ro } from 'stdnum/lib/cjs/ro/cui.js'
import { validate as se } from 'stdnum/lib/cjs/se/vat.js'
import { validate as si } from 'stdnum/lib/cjs/si/ddv.js'
import { validate as sk } from 'stdnum/lib/cjs/sk/dph.js'

/** The registers whose numbers can be checked, and "other" for any that can't. */
export const numberSchemes = ['siren', 'siret', 'vat', 'pic', 'other'] as const
export type NumberScheme = (typeof numberSchemes)[number]

/** Why a number can't be one of its register. */
export type NumberFlaw = 'number_length' | 'number_format' | 'number_check' | 'number_country'

type Check = (value: string) => { isValid: boolean; error?: { name: string } }

/** VAT numbers by the prefix that they bear; Greece's is EL. */
const vat: Readonly<Record<string, Check>> = {
  AT: at,
  BE: be,
  BG: bg,
  CY: cy,
  CZ: cz,
  DE: de,
  DK: dk,
  EE: ee,
  EL: gr,
  ES: es,
  FI: fi,
  FR: fr,
  HR: hr,
  HU: hu,
  IE: ie,
  IT: it,
  LT: lt,
  LU: lu,
  LV: lv,
  MT: mt,
  NL: nl,
  PL: pl,
  PT: pt,
  RO: ro,
  SE: se,
  SI: si,
  SK: sk,
}

/** A number without what people write between its digits: "732 829 320" and "FR 40.303.265.045" read the same as without. */
export const bareNumber = (value: string): string =>
  value
    .normalize('NFKC')
    .replaceAll(/[\s.\-/]/g, '')
    .toUpperCase()

/**
 * What is wrong with a number of a register, or null. SIREN and SIRET bear a Luhn digit (La Poste's SIRETs a sum of their own),
 * VAT numbers their country's, the French one a key made from the SIREN; a PIC of the EU's portal is nine digits. `value` is bare.
 */
export function numberFlaw(scheme: NumberScheme, value: string): NumberFlaw | null {
  if (scheme === 'other') return null
  if (scheme === 'pic') return /^\d{9}$/.test(value) ? null : 'number_format'
  if (scheme !== 'vat') return flawOf(scheme === 'siren' ? siren : siret, value)
  const [, prefix = '', rest = ''] = /^([A-Z]{2})(.+)$/.exec(value) ?? []
  const check = vat[prefix]
  if (!check) return 'number_country'
  // Checks take the prefix off where it stands, so that one given twice would pass.
  return rest.startsWith(prefix) ? 'number_format' : flawOf(check, rest)
}

function flawOf(check: Check, value: string): NumberFlaw | null {
  const { isValid, error } = check(value)
  if (isValid) return null
  if (error?.name === 'InvalidLength') return 'number_length'
  return error?.name === 'InvalidChecksum' ? 'number_check' : 'number_format'
}

/** The SIREN that a French number contains: the head of a SIRET, the tail of a VAT number; null for any other. */
export function sirenIn(scheme: NumberScheme, value: string): string | null {
  if (scheme === 'siren') return value
  if (scheme === 'siret') return value.slice(0, 9)
  return scheme === 'vat' && /^FR..\d{9}$/.test(value) ? value.slice(4) : null
}

/** The French VAT number that belongs to a SIREN: its key is (12 + 3 × (SIREN mod 97)) mod 97 (CGI, annexe II). */
export function frenchVatOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97
  return `FR${String(key).padStart(2, '0')}${siren}`
}
