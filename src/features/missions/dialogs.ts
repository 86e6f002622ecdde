import { screen } from '../../i18n/screen.ts'

/** Dialogs about missions, over any screen; where they need a mission: `?dialog=cancel-mission&mission=…`. */
export const dialogs = {
  'new-mission': screen(['missions'], () => import('./new/dialog.tsx')),
  'move-mission': screen(['missions'], () => import('./endings/move-dialog.tsx')),
  'close-mission': screen(['missions'], () => import('./endings/close-dialog.tsx')),
  'cancel-mission': screen(['missions'], () => import('./endings/cancel-dialog.tsx')),
  invite: screen(['missions', 'participations'], () => import('./companies/invite/dialog.tsx')),
  'move-participation': screen(['participations'], () => import('./companies/move/dialog.tsx')),
}
