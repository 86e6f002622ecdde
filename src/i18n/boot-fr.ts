// What every screen shows: one file, loaded before the first paint. The rest comes with the screens.
import app from './fr/app.ts'
import common from './fr/common.ts'
import ui from './fr/ui.ts'

export default { app, common, ui }
