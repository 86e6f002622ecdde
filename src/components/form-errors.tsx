import { Alert } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from './problem-sentence.ts'
import { RecordLink } from './record-link.tsx'

/**
 * What went wrong, above the buttons of a form, and moves the focus there. `fields` are the paths that the form shows
 * beside their fields; anything else is listed here, so that no complaint is lost.
 */
export function FormErrors({ error, fields = [] }: { error: unknown; fields?: readonly string[] }) {
  const { t } = useTranslation('problems', { useSuspense: false })
  const problem = useProblem(error)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!error) return
    const marked = box.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid=true]')
    ;(marked ?? box.current)?.focus()
  }, [error])
  if (!error) return null
  const others = problem.others(fields)
  return (
    <Alert ref={box} color="red" role="alert" tabIndex={-1} title={problem.sentence}>
      {others.length > 0 && (
        <ul>
          {others.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {problem.blockers.length > 0 && (
        <>
          <p>{t('dependsOn')}</p>
          <ul>
            {problem.blockers.map(({ noun, recordId, title }) => (
              <li key={recordId ?? title}>
                <RecordLink noun={noun} id={recordId} name={title} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  )
}
