import type { NumberScheme } from '../../../domain/registration-numbers.ts'

/** A number as its register writes it: "732 829 320", "732 829 320 00074", "FR 40 303265045". */
export function writtenNumber(scheme: NumberScheme, value: string): string {
  if (scheme === 'siren' || scheme === 'pic') return value.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3')
  if (scheme === 'siret') return value.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4')
  return scheme === 'vat' ? value.replace(/^([A-Z]{2})/, '$1 ') : value
}
