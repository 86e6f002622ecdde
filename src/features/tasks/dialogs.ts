import { screen } from '../../i18n/screen.ts'

/** `?dialog=new-task` */
export const dialogs = {
  'new-task': screen(['tasks'], () => import('./new-dialog.tsx')),
}
