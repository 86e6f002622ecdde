import { screen } from '../../i18n/screen.ts'

/** `?dialog=new-indicator` */
export const dialogs = {
  'new-indicator': screen(['indicators'], () => import('./new-dialog.tsx')),
}
