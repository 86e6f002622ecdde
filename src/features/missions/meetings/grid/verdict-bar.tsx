import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import { useSentences } from '../sentences.ts'
import classes from './grid.module.css'
import { usePick } from './pick-store.ts'
import { targetAt } from './targets.ts'

/** While a meeting is being moved: which, where to, and whether it could stay there, with the reason. */
export function VerdictBar({ model }: { model: Model }) {
  const { t } = useTranslation(['meetings', 'common'])
  const names = useNames(model)
  const say = useSentences(model)
  const picked = usePick((state) => state.picked)
  const over = usePick((state) => state.over)
  if (!picked) return <div role="status" className="visually-hidden" />
  const target = over && targetAt(model, picked, over)
  const table = over && model.tables[over.table]
  const place = over && table ? `${names.slot(over.slot)} · ${table.name}` : null
  const verdict = !target
    ? t('grid.choose')
    : target.kind === 'no'
      ? target.conflicts.map(say.conflict).join(' ')
      : target.kind === 'swap'
        ? t('grid.swap', { pair: names.pair(target.with) })
        : t(target.kind === 'same' ? 'grid.same' : 'grid.free')
  return (
    <div className={classes.verdict} data-foot-bar data-target={target?.kind}>
      <span role="status">
        <strong>{names.pair(picked)}</strong>
        {place && <span> → {place}:</span>} <span data-verdict>{verdict}</span>
      </span>
      <span className={classes.legend} aria-hidden>
        {(['free', 'swap', 'no'] as const).map((kind) => (
          <span key={kind} className={classes.kind}>
            <i data-kind={kind} />
            {t(`grid.legend.${kind}`)}
          </span>
        ))}
      </span>
      <Button variant="subtle" size="compact-sm" onClick={() => usePick.getState().drop()}>
        {t('common:cancel')}
      </Button>
    </div>
  )
}
