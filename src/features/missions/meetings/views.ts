import { useSearchParams } from 'react-router'

/** The views of a mission's meetings, each an address: `?view=requests`. */
export const views = ['schedule', 'companies', 'requests', 'suggestions', 'setup', 'runs'] as const
export type View = (typeof views)[number]

const isView = (text: string | null): text is View => (views as readonly (string | null)[]).includes(text)

/** What belongs to one view only and doesn't go with the reader to the next. */
const ofOneView = ['dialog', 'q', 'sort', 'wish', 'pair', 'participation', 'show', 'cols', 'run', 'against']

/** The view that the address names, and the address of each. */
export function useViews() {
  const [params] = useSearchParams()
  const asked = params.get('view')
  return {
    current: isView(asked) ? asked : 'schedule',
    to(view: View) {
      const next = new URLSearchParams(params)
      for (const key of ofOneView) next.delete(key)
      next.set('view', view)
      return { search: next.toString() }
    },
  } as const
}
