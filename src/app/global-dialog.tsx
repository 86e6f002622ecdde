import { type ComponentType, lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'

interface DialogModule {
  dialogs: Record<string, () => Promise<{ Component: ComponentType }>>
}

/** Dialogs that can be opened from any screen, by name: each feature brings its own. */
const modules = import.meta.glob<DialogModule>('../features/*/dialogs.ts', { eager: true })

const dialogs: Record<string, ComponentType> = {}
for (const module of Object.values(modules)) {
  for (const [name, load] of Object.entries(module.dialogs)) {
    dialogs[name] = lazy(async () => ({ default: (await load()).Component }))
  }
}

/** The dialog that the address names (`?dialog=sign`), where it is one for every screen. */
export function GlobalDialog() {
  const [params] = useSearchParams()
  const name = params.get('dialog')
  const Dialog = name ? dialogs[name] : undefined
  return <Suspense>{Dialog && <Dialog />}</Suspense>
}
