import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { recordAt } from '../components/record-path.ts'
import type { Doing, Present } from '../contract/live.ts'
import { useVisitors, type Visit, visit } from '../data/visitors.ts'
import { session } from '../data/workspace.ts'
import { useFormat } from '../i18n/format.ts'
import { useTypedHere } from '../ui/use-draft.ts'
import classes from './visitors.module.css'

/** Who else has the record open that this page is of, and who of them is editing. Nothing where nobody else is there. */
export default function Visitors() {
  const { t } = useTranslation('visitors')
  const { others } = useVisitors()
  useVisit()
  if (others.length === 0) return null
  const names = (doing: Doing) => others.filter((one) => one.doing === doing).map(({ name }) => name)
  return (
    <span className={classes.visitors}>
      <Faces others={others} />
      {/* Said when it happens: it is the moment to wait, or to ask. */}
      <span role="status" className={classes.edits}>
        <Sentence names={names('edits')} say={(words) => t('edits', words)} />
      </span>
      <Sentence names={names('looks')} say={(words) => t('looks', words)} />
    </span>
  )
}

/** Says where this window is, and what is done there, for as long as its page is of a record. */
function useVisit(): void {
  const roles = useQuery(session.read()).data?.rights
  const isTold = roles?.includes('records.read') ?? false
  const { noun, id } = recordAt(useLocation().pathname) ?? {}
  const typing = useTypedHere(id)
  const doing = useRef<Doing>('looks')
  const here = useRef<Visit>(null)
  useEffect(() => {
    if (!isTold || !noun || !id) return
    const begun = visit(noun, id, () => doing.current)
    here.current = begun
    return begun.leave
  }, [isTold, noun, id])
  useEffect(() => {
    const now = typing ? 'edits' : 'looks'
    if (doing.current === now) return
    doing.current = now
    here.current?.say()
  }, [typing])
}

const mostNamed = 3

function Faces({ others }: { others: readonly Present[] }) {
  return (
    <span className={classes.faces} aria-hidden>
      {others.slice(0, mostNamed).map(({ name, doing }) => (
        <span key={name} title={name} className={classes.face} data-edits={doing === 'edits' || undefined}>
          {initialsOf(name)}
        </span>
      ))}
    </span>
  )
}

const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

function Sentence({
  names,
  say,
}: {
  names: readonly string[]
  say: (words: { names: string; count: number }) => string
}) {
  const { t } = useTranslation('visitors')
  const f = useFormat()
  if (names.length === 0) return null
  const more = names.length - mostNamed
  const named = more > 0 ? [...names.slice(0, mostNamed), t('others', { count: more })] : [...names]
  return <>{say({ names: f.list(named), count: names.length })}</>
}
