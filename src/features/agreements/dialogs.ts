import { screen } from '../../i18n/screen.ts'

/** Dialogs about an agreement, over any screen: `?dialog=sign&agreement=…`. Over its own page the id is known. */
export const dialogs = {
  sign: screen(['agreements', 'signing'], () => import('./sign/sign-dialog.tsx')),
  move: screen(['agreements'], () => import('./endings/move-dialog.tsx')),
  renew: screen(['agreements'], () => import('./endings/renew-dialog.tsx')),
  terminate: screen(['agreements'], () => import('./endings/terminate-dialog.tsx')),
  abandon: screen(['agreements'], () => import('./endings/abandon-dialog.tsx')),
}
