import { screen } from '../../i18n/screen.ts'

/** `?dialog=merge`, with `noun` and `kept`; with `other` where it is known which. */
export const dialogs = {
  merge: screen(['merge', 'history'], () => import('./merge-dialog.tsx')),
}
