import { screen } from '../../i18n/screen.ts'

/** `?dialog=new-task` */
export const dialogs = {
  'new-task': screen(['tasks', 'dossier'], () => import('./new-dialog.tsx')),
}
