import { Checkbox, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../../components/may-write.ts'
import { useWrite } from '../../../../components/use-write.ts'
import type { Mission } from '../../../../contract/missions.ts'
import { requests } from '../../../../data/meetings.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { WaitingRows } from '../../waiting-rows.tsx'
import type { Model } from '../model.ts'
import { useEnteredWords } from '../requests/use-entered-words.ts'
import classes from './suggestions.module.css'

const pairKey = ({ a, b }: { a: { id: string }; b: { id: string } }) => `${a.id} ${b.id}`

/** Meetings nobody asked for yet, with what speaks for each. Taking one up enters the request of one side, or of both. */
export function SuggestionsView({ mission }: { mission: Mission; model: Model }) {
  const { t } = useTranslation(['meetings', 'common'])
  const noWriting = useNoWriting()
  const { data } = useQuery({
    ...requests.suggest({ params: { id: mission.id } }),
    throwOnError: (_, query) => query.state.data === undefined,
  })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [as, setAs] = useState<'ask' | 'agreed'>('ask')
  const words = useEnteredWords()
  const enter = useWrite(requests.enter, {
    message: (reply) => words(t('suggestions.entered', { count: reply.entered }), reply),
    onDone: () => setChosen(new Set()),
    failure: 'toast',
  })
  if (!data) return <WaitingRows rows={8} columns={5} />
  if (data.items.length === 0)
    return <EmptyState title={t('suggestions.empty')}>{t('suggestions.emptyText')}</EmptyState>
  const take = (items: typeof data.items) =>
    enter.mutate({
      params: { id: mission.id },
      body: {
        requests: items.map(({ a, b }) => ({
          fromId: a.id,
          toId: b.id,
          wish: 'open',
          answer: as === 'agreed' ? 'accepted' : 'pending',
        })),
      },
    })
  const picked = data.items.filter((item) => chosen.has(pairKey(item)))
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <p>{t('suggestions.explain')}</p>
        <SegmentedControl
          size="xs"
          aria-label={t('suggestions.as')}
          value={as}
          data={[
            { value: 'ask', label: t('suggestions.ask') },
            { value: 'agreed', label: t('suggestions.agreed') },
          ]}
          onChange={(value) => setAs(value as 'ask' | 'agreed')}
        />
        <ActionButton
          size="xs"
          reason={noWriting ?? (picked.length === 0 ? t('suggestions.chooseFirst') : null)}
          loading={enter.isPending}
          onClick={() => take(picked)}
        >
          {picked.length === 0 ? t('suggestions.takeNone') : t('suggestions.take', { count: picked.length })}
        </ActionButton>
      </div>
      <div className={classes.box}>
        <table className={classes.table} aria-label={t('view.suggestions')}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('suggestions.choose')}</span>
              </th>
              <th scope="col">{t('side.home')}</th>
              <th scope="col">{t('side.partner')}</th>
              <th scope="col">{t('suggestions.matched')}</th>
              <th scope="col">{t('suggestions.shared')}</th>
              <th scope="col" data-align="end">
                {t('suggestions.score')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item) => {
              const key = pairKey(item)
              return (
                <tr key={key}>
                  <td>
                    <Checkbox
                      size="xs"
                      aria-label={t('suggestions.chooseNamed', { a: item.a.name, b: item.b.name })}
                      checked={chosen.has(key)}
                      onChange={() => toggle(key)}
                    />
                  </td>
                  <th scope="row">{item.a.name}</th>
                  <td>{item.b.name}</td>
                  <td>
                    <Words words={item.matched} />
                  </td>
                  <td>
                    <Words words={item.shared} />
                  </td>
                  <td data-align="end" className="figures">
                    {item.score}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const Words = ({ words }: { words: readonly string[] }) => (
  <span className={classes.words}>
    {words.map((word) => (
      <span key={word}>{word}</span>
    ))}
  </span>
)
