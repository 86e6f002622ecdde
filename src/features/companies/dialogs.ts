import { screen } from '../../i18n/screen.ts'

/** `?dialog=award-aid`, with the `company` and the `expense` that it is given by. */
export const dialogs = {
  'award-aid': screen(['companies', 'aid'], () => import('./aid/by-expense-dialog.tsx')),
}
