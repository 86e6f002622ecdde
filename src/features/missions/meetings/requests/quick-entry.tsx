import { Button, MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../../components/form-errors.tsx'
import { useWrite } from '../../../../components/use-write.ts'
import { requests } from '../../../../data/meetings.ts'
import { type Wish, wishes } from '../../../../domain/matching.ts'
import { DateInput } from '../../../../ui/date-input.tsx'
import { useDraft } from '../../../../ui/use-draft.ts'
import type { Model, Participant } from '../model.ts'
import { tolerantFilter } from '../tolerant-filter.ts'
import classes from './requests.module.css'
import { useEnteredWords } from './use-entered-words.ts'

interface Values {
  fromId: string | null
  toIds: string[]
  wish: Wish
  note: string
  expiresOn: string | null
}

const blank: Values = { fromId: null, toIds: [], wish: 'want', note: '', expiresOn: null }

const option = ({ id, name, nativeName }: Participant) => ({
  value: id,
  label: nativeName && nativeName !== name ? `${name} ${nativeName}` : name,
})

/** One participant asks to meet several; the next entry keeps who asks nothing of the last. */
export function QuickEntry({ model, onClose }: { model: Model; onClose: () => void }) {
  const { t } = useTranslation(['meetings', 'common'])
  const { missionId, participants } = model.schedule
  const draft = useDraft(`request-new:${missionId}`, blank)
  const { fromId, toIds, wish, note, expiresOn } = draft.values
  const words = useEnteredWords()
  const enter = useWrite(requests.enter, {
    message: (reply) => {
      const { entered, changed, unchanged } = reply
      return words(t('import.entered', { entered, changed, unchanged }), reply)
    },
    onDone: () => draft.clear(),
  })
  const side = fromId ? model.participants.get(fromId)?.side : undefined
  const others = participants.filter(({ id }) => id !== fromId)
  // Those of the other side first: they are whom one comes for.
  const groups = [
    { group: t('side.partner'), items: others.filter((one) => one.side === 'partner').map(option) },
    { group: t('side.home'), items: others.filter((one) => one.side === 'home').map(option) },
  ]
  const submit = () => {
    if (!fromId || toIds.length === 0) return
    const shared = { fromId, wish, note: note || null, expiresOn }
    enter.mutate({
      params: { id: missionId },
      body: { requests: toIds.map((toId) => ({ ...shared, toId })) },
    })
  }
  return (
    <form
      className={classes.entry}
      aria-label={t('requests.new')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={classes.entryFields}>
        <Select
          label={t('requests.from')}
          data={[
            { group: t('side.home'), items: participants.filter((one) => one.side === 'home').map(option) },
            {
              group: t('side.partner'),
              items: participants.filter((one) => one.side === 'partner').map(option),
            },
          ]}
          searchable
          filter={tolerantFilter}
          value={fromId}
          onChange={(next) => draft.set({ fromId: next, toIds: toIds.filter((id) => id !== next) })}
          data-autofocus
        />
        <MultiSelect
          label={t('requests.to')}
          data={side === 'partner' ? groups.toReversed() : groups}
          searchable
          hidePickedOptions
          filter={tolerantFilter}
          value={toIds}
          onChange={(next) => draft.set({ toIds: next })}
        />
        <div>
          <span className={classes.label} id="quick-wish">
            {t('requests.wish')}
          </span>
          <SegmentedControl
            aria-labelledby="quick-wish"
            size="xs"
            value={wish}
            data={wishes.map((value) => ({ value, label: t(`wish.${value}`) }))}
            onChange={(value) => draft.set({ wish: value as Wish })}
          />
        </div>
        <TextInput
          label={t('requests.note')}
          value={note}
          maxLength={2000}
          onChange={(event) => draft.set({ note: event.currentTarget.value })}
        />
        <DateInput
          label={t('requests.expires')}
          value={expiresOn}
          onChange={(next) => draft.set({ expiresOn: next })}
        />
      </div>
      <FormErrors error={enter.error} />
      <div className={classes.tools}>
        <Button type="submit" size="xs" loading={enter.isPending} disabled={!fromId || toIds.length === 0}>
          {t('requests.enter', { count: Math.max(1, toIds.length) })}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
    </form>
  )
}
