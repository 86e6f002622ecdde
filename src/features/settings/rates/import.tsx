import { Button, FileButton } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Reply } from '../../../contract/endpoint.ts'
import type { importRates } from '../../../contract/rates.ts'
import { rates } from '../../../data/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextButton } from '../../../ui/text-button.tsx'
import classes from '../settings.module.css'
import { Findings } from './findings.tsx'

type Checked = Reply<typeof importRates>

/** Newer rates from the ECB's own file: checked first, then taken as a whole or refused. */
export function RateImport({ newest }: { newest: string }) {
  const { t } = useTranslation('rates')
  const f = useFormat()
  const noWriting = useNoWriting('rates.write')
  const [file, setFile] = useState<File | null>(null)
  const forget = useRef<() => void>(null)
  const check = useWrite(rates.import)
  const take = useWrite(rates.import, { message: ({ added }) => t('import.taken', { count: added }) })
  const checked = check.data?.reply
  const begin = (chosen: File | null) => {
    if (!chosen) return
    setFile(chosen)
    take.reset()
    check.mutate({ query: { dryRun: 'true' }, body: chosen })
  }
  const drop = () => {
    forget.current?.()
    setFile(null)
    check.reset()
    take.reset()
  }
  const takeOver = (accept: boolean) => {
    if (!file) return
    take.mutate(
      { query: { dryRun: 'false', accept: accept ? 'true' : 'false' }, body: file },
      { onSuccess: ({ reply }) => reply.taken && drop() },
    )
  }
  return (
    <Section title={t('import.title')}>
      <p className={classes.words}>
        {t('import.text', { date: f.date(newest) })}{' '}
        <a
          href="https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"
          rel="noreferrer"
          target="_blank"
        >
          eurofxref-hist.zip
        </a>
      </p>
      {noWriting ? (
        <ActionButton variant="default" reason={noWriting} onClick={() => {}}>
          {t('import.choose')}
        </ActionButton>
      ) : (
        <FileButton resetRef={forget} accept=".csv,.zip,text/csv,application/zip" onChange={begin}>
          {(props) => (
            <Button {...props} variant="default" loading={check.isPending}>
              {t('import.choose')}
            </Button>
          )}
        </FileButton>
      )}
      <FormErrors error={check.error ?? take.error} />
      {file && checked && (
        <div className={`${classes.steps} ${classes.found}`} aria-live="polite">
          <Found name={file.name} checked={checked} />
          <Findings checked={checked} />
          <Decision checked={checked} busy={take.isPending} onTake={takeOver} onDrop={drop} />
        </div>
      )}
    </Section>
  )
}

/** The first and the last day of what is new, and how many days there are. */
function Found({ name, checked: { days, known, added, from, to } }: { name: string; checked: Checked }) {
  const { t } = useTranslation('rates')
  const f = useFormat()
  return (
    <p>
      <strong>{name}</strong> · {t('import.days', { count: days, formatted: f.number(days) })} ·{' '}
      {t('import.known', { count: known, formatted: f.number(known) })} ·{' '}
      {added > 0 && from && to
        ? t('import.new', { count: added, formatted: f.number(added), from: f.date(from), to: f.date(to) })
        : t('import.nothingNew')}
    </p>
  )
}

/** Take it, take it in spite of what is flagged, or leave it. */
function Decision({
  checked: { counts, added },
  busy,
  onTake,
  onDrop,
}: {
  checked: Checked
  busy: boolean
  onTake: (accept: boolean) => void
  onDrop: () => void
}) {
  const { t } = useTranslation('rates')
  const of = (severity: string) =>
    counts.reduce((sum, one) => sum + (one.severity === severity ? one.count : 0), 0)
  const [refused, flagged] = [of('refused'), of('flagged')]
  const reason =
    refused > 0 ? t('import.whyRefused', { count: refused }) : added === 0 ? t('import.nothingNew') : null
  return (
    <div className={classes.line}>
      <ActionButton loading={busy} reason={reason} onClick={() => onTake(flagged > 0)}>
        {flagged > 0 ? t('import.accept', { count: added }) : t('import.take', { count: added })}
      </ActionButton>
      <TextButton onClick={onDrop}>{t('import.refuse')}</TextButton>
    </div>
  )
}
