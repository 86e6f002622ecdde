// The top bar's menus, loaded together once the browser is idle.
export { AccountControls } from './account-controls.tsx'
export { ScopeControls } from './scope-controls.tsx'
