import type { ImportRow } from '../../contract/import-row.ts'
import type { ImportRecord } from '../../contract/imports.ts'
import type { Tone } from '../../ui/theme.ts'

export const stateTones: Record<ImportRecord['state'], Tone> = {
  open: 'preparation',
  applied: 'active',
  reverting: 'expiring',
  reverted: 'closed',
}

export const verdictTones: Record<ImportRow['verdict'], Tone> = {
  same: 'active',
  perhaps: 'expiring',
  new: 'planned',
}
