import type { ComponentType } from 'react'
import type { ActionFunction, LoaderFunction } from 'react-router'
import { loadMessages } from './i18n.ts'
import type { Namespace } from './namespaces.ts'

interface ScreenModule {
  Component: ComponentType
  ErrorBoundary?: ComponentType
  loader?: LoaderFunction
  action?: ActionFunction
}

/** A route's `lazy`: the screen's code and its messages, loaded side by side. */
export const screen =
  (namespaces: readonly Namespace[], load: () => Promise<ScreenModule>) =>
  async (): Promise<ScreenModule> => {
    const [module] = await Promise.all([load(), loadMessages(namespaces)])
    return module
  }
