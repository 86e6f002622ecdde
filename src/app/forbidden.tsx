import { lazy, Suspense } from 'react'
import { loadMessages } from '../i18n/i18n.ts'

/** Few ever see it. */
const Page = lazy(async () => {
  const [{ ForbiddenPage }] = await Promise.all([import('./forbidden-page.tsx'), loadMessages(['problems'])])
  return { default: ForbiddenPage }
})

export const forbidden = (
  <Suspense>
    <Page />
  </Suspense>
)
