import { screen } from '../../i18n/screen.ts'

/** `?dialog=new-organisation`, with `kind` and `name` to begin with. */
export const dialogs = {
  'new-organisation': screen(['organisations'], () => import('./new-dialog.tsx')),
}
