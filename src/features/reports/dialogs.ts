import { screen } from '../../i18n/screen.ts'

/** `?dialog=new-report` */
export const dialogs = {
  'new-report': screen(['reports'], () => import('./new-dialog.tsx')),
}
