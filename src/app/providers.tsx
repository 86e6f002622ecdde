import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { cssVariables, theme } from '../ui/theme.ts'

const colorSchemes = localStorageColorSchemeManager({ key: 'corridor.theme' })

/** The content security policy of a Node host lets only styles with this mark in. */
const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

// Dialogs put one more style element in, by a package that looks for the mark here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

/** What every component may count on. Tests wrap screens in it too. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <MantineProvider
        theme={theme}
        getStyleNonce={styleNonce}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        colorSchemeManager={colorSchemes}
      >
        {children}
      </MantineProvider>
    </QueryClientProvider>
  )
}
