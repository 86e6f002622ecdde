// What every screen shows: one file, loaded before the first paint. The rest comes with the screens.
import app from './en/app.ts'
import common from './en/common.ts'
import ui from './en/ui.ts'

export default { app, common, ui }
