import { screen } from '../../i18n/screen.ts'

/** `?dialog=new-market` */
export const dialogs = {
  'new-market': screen(['markets'], () => import('./new-dialog.tsx')),
}
