import { Alert } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../contract/problems.ts'
import { useFormat } from '../i18n/format.ts'
import { useProblem } from './problem-sentence.ts'
import { RecordLink } from './record-link.tsx'
import { verbWords } from './verb-words.ts'

/**
 * What went wrong, above the buttons of a form, and moves the focus there. `fields` are the paths that the form shows
 * beside their fields; anything else is listed here, so that no complaint is lost.
 */
export function FormErrors({ error, fields = [] }: { error: unknown; fields?: readonly string[] }) {
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
      {problem.blockers.length > 0 && <Blockers blockers={problem.blockers} />}
    </Alert>
  )
}

/** What stands in the way: records, or what was done to them later, which can be undone first. */
export function Blockers({ blockers }: { blockers: NonNullable<Problem['blockers']> }) {
  const { t } = useTranslation('problems', { useSuspense: false })
  const { t: told } = useTranslation('history', { useSuspense: false })
  const f = useFormat()
  return (
    <>
      <p>{t(blockers[0]?.verb ? 'doneSince' : 'dependsOn')}</p>
      <ul>
        {blockers.map(({ changeSetId, verb, at, noun, recordId, title }) => (
          <li key={changeSetId ?? `${recordId} ${title}`}>
            {verb && at && `${verbWords(verb, told)}, ${f.instant(at)}: `}
            <RecordLink noun={noun} id={recordId} name={title} />
          </li>
        ))}
      </ul>
    </>
  )
}
