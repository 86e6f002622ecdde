import { screen } from '../../i18n/screen.ts'

/** `?dialog=new-alliance` */
export const dialogs = {
  'new-alliance': screen(['alliances'], () => import('./new-dialog.tsx')),
}
