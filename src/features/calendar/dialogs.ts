import { screen } from '../../i18n/screen.ts'

/** `?dialog=calendar` */
export const dialogs = {
  calendar: screen(['calendar'], () => import('./dialog.tsx')),
}
