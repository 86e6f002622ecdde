import { Alert, Button, Group } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgreementStatusBadge } from '../../../components/agreement-status-badge.tsx'
import { DraftNotice } from '../../../components/draft-notice.tsx'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreementCan } from '../../../domain/agreement.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { DialogFoot } from '../../../ui/dialog-foot.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { useHomeZone, useMarketZone } from '../home-zone.ts'
import { PartyNames } from '../party-names.tsx'
import { useAgreement } from '../use-agreement.ts'
import { DocumentFailed } from './document-failed.tsx'
import type { Attached } from './document-field.tsx'
import { emptyDraft, type SignDraft } from './draft.ts'
import { isOfPeriod, useOddities } from './oddities.ts'
import { problemsIn } from './problems-in.ts'
import classes from './sign.module.css'
import type { SignStep } from './sign-steps.tsx'
import { StepFollows } from './step-follows.tsx'
import { StepKeys, submitsOn } from './step-keys.tsx'
import { StepSignatures } from './step-signatures.tsx'
import { useSaveSignatures } from './use-save-signatures.ts'
import { useTasks } from './use-tasks.ts'

interface Props {
  id: string
  step: SignStep
  /** The party that the form was opened for. */
  party: string | null
  onStep: (step: SignStep) => void
  onClose: () => void
  onDone: () => void
}

/** Steps 2 and 3, once the agreement is there. */
export function SignForm(props: Props) {
  const { t } = useTranslation('common')
  const agreement = useAgreement(props.id)
  const zone = useMarketZone(agreement ?? { market: null, region: null })
  if (!agreement || zone === undefined) return <p className={classes.quiet}>{t('loading')}</p>
  return <Signing {...props} agreement={agreement} zone={zone} />
}

function Signing({
  agreement: read,
  zone,
  step,
  party,
  onStep,
  onClose,
  onDone,
}: Props & { agreement: Agreement; zone: string | null }) {
  const { t } = useTranslation(['signing', 'common'])
  const { day } = useScope()
  const reason = useReason()
  const noWriting = useNoWriting('activity.decide')
  const homeZone = useHomeZone(read)
  const initial = useMemo(() => emptyDraft(day, zone, party), [day, zone, party])
  const draft = useDraft(`sign:${read.id}`, initial)
  // What was saved stands until the dialog is gone, though draft and agreement have moved on.
  const [saved, setSaved] = useState<{ values: SignDraft; agreement: Agreement } | null>(null)
  const { values, agreement } = saved ?? { values: draft.values, agreement: read }
  const tasks = useTasks(values, agreement, day)
  const [attached, setAttached] = useState<Attached | null>(null)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const stale = useRef<HTMLDivElement>(null)
  /** The step is gone to for what is wrong in it. */
  const complaining = useRef(false)
  const saving = useSaveSignatures(read, {
    onSaved: () => {
      setSaved({ values: draft.values, agreement: read })
      draft.clear()
    },
    onDone,
  })
  const oddities = useOddities(values, agreement, saving.told)

  // The agreement comes after the dialog has taken the focus, and each step begins at its first field.
  useEffect(() => {
    if (step === 1) return
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector)
    const complaint = complaining.current ? find('[aria-invalid=true]') : null
    complaining.current = false
    const first = complaint ?? find('[data-autofocus]')
    first?.focus()
    // What is typed takes the place of what was proposed, as it does where one comes by the Tab key.
    if (first instanceof HTMLInputElement) first.select()
  }, [step])

  // What had the focus may be gone with the party that somebody else signed for.
  useEffect(() => {
    if (saving.reloaded) stale.current?.focus()
  }, [saving.reloaded])

  const problems = problemsIn(values, agreement, oddities)
  const inLastStep = new Set(['period', ...oddities.filter(isOfPeriod).map(({ key }) => `reasons.${key}`)])
  const problem = (path: string) => {
    const found = tried && problems.find((one) => one.path === path)
    return found ? t(`problem.${found.code}`) : undefined
  }
  const refusal = saving.saved ? null : reason(agreementCan.sign(agreement))
  const blocked = noWriting ?? refusal

  /** Goes to what is wrong, once it is on the screen. */
  const complain = () => {
    setTried(true)
    complaining.current = true
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  const next = () => {
    if (problems.some(({ path }) => path !== 'period')) complain()
    else {
      complaining.current = false
      onStep(3)
    }
  }
  const save = async () => {
    if (blocked || saving.busy) return
    if (problems.length > 0) {
      complain()
      if (problems.some(({ path }) => !inLastStep.has(path))) onStep(2)
      return
    }
    const warned = await saving.save(values, tasks.chosen, attached, oddities)
    if (!warned) return
    complain()
    onStep(2)
  }

  const submit = () => {
    if (step === 3) void save()
    else next()
  }

  if (saving.failedDocument)
    return (
      <DocumentFailed
        filename={saving.failedDocument.attached.file.name}
        error={saving.failedDocument.error}
        busy={saving.busy}
        onRetry={() => void saving.retryDocument()}
        onSkip={onDone}
      />
    )
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={submitsOn(submit)}
    >
      {/* Not a header element: in a dialog that would be a second banner of the page. */}
      <div className={classes.about}>
        <span className={classes.aboutTitle}>
          {agreement.title} <AgreementStatusBadge status={agreement.status} overdue={agreement.overdue} />
        </span>
        <span className={classes.quiet}>
          <PartyNames
            parties={agreement.parties.map((party) => ({ ...party.organisation, side: party.side }))}
          />
        </span>
      </div>
      <div className={classes.restored}>
        <DraftNotice restored={draft.restored} onDiscard={draft.clear} />
      </div>
      {refusal && (
        <Alert color="red" title={t('cannot')} mb="md">
          {refusal}
        </Alert>
      )}
      {step === 3 ? (
        <StepFollows
          agreement={agreement}
          draft={values}
          onChange={draft.set}
          oddities={oddities}
          tasks={tasks}
          attached={attached}
          onAttach={setAttached}
          problem={problem}
        />
      ) : (
        <StepSignatures
          agreement={agreement}
          draft={values}
          onChange={draft.set}
          homeZone={homeZone}
          oddities={oddities}
          problem={problem}
        />
      )}
      {saving.reloaded ? (
        <Alert ref={stale} tabIndex={-1} color="yellow" role="alert" title={t('stale.title')} mt="md">
          {t('stale.text')}
        </Alert>
      ) : (
        !saving.warned && <FormErrors error={saving.error} />
      )}
      <DialogFoot>
        <Button variant="default" onClick={() => onStep(step === 3 ? 2 : 1)}>
          {t('common:back')}
        </Button>
        <Group gap="xs">
          <StepKeys to={step === 3 ? 'save' : 'next'} />
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          {step === 3 ? (
            <ActionButton type="submit" reason={blocked} loading={saving.busy}>
              {t('save')}
            </ActionButton>
          ) : (
            <ActionButton type="submit" reason={blocked}>
              {t('common:next')}
            </ActionButton>
          )}
        </Group>
      </DialogFoot>
    </form>
  )
}
