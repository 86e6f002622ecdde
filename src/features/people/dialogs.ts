import { screen } from '../../i18n/screen.ts'

/** `?dialog=new-person`, with `at` and `atName` for the organisation of the first post. */
export const dialogs = {
  'new-person': screen(['people'], () => import('./new-dialog.tsx')),
}
