import { screen } from '../../i18n/screen.ts'

/** Dialogs about grants, over any screen; where they need a grant: `?dialog=new-claim&grant=…`. */
export const dialogs = {
  'new-grant': screen(['grants'], () => import('./new/dialog.tsx')),
  'new-expense': screen(['grants', 'expenses'], () => import('./expenses/new/dialog.tsx')),
  'new-transfer': screen(['grants', 'budget'], () => import('./budget/transfer-dialog.tsx')),
  'new-claim': screen(['grants', 'claims'], () => import('./claims/new-dialog.tsx')),
}
