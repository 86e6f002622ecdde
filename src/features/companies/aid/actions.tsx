import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { useScopedHref } from '../../../components/scope.ts'
import type { Company } from '../../../contract/companies.ts'
import { downloadRegister } from '../../../data/aid.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { toast } from '../../../ui/toast.ts'
import classes from './aid.module.css'

/** What can be done with the ledger: award, record what others gave, print the form, take its lines of the register along. */
export function AidActions({
  company,
  onBegin,
}: {
  company: Company
  onBegin: (kind: 'award' | 'declare') => void
}) {
  const { t, i18n } = useTranslation('aid')
  const reason = useReason()
  const href = useScopedHref()
  const why = useNoWriting('aid.write') ?? reason(company.deletedAt ? { code: 'record_in_bin' } : null)
  const takeRegister = () =>
    downloadRegister({ organisation: company.id, language: i18n.language === 'fr' ? 'fr' : 'en' }).then(
      saveFile,
      () => toast({ tone: 'failed', message: t('action.registerFailed') }),
    )
  return (
    <div className={classes.actions}>
      <ActionButton size="compact-sm" reason={why} onClick={() => onBegin('award')}>
        {t('action.award')}
      </ActionButton>
      <ActionButton size="compact-sm" variant="default" reason={why} onClick={() => onBegin('declare')}>
        {t('action.declare')}
      </ActionButton>
      <Button
        size="compact-sm"
        variant="default"
        component={Link}
        to={href(`/companies/${company.id}/declaration`)}
      >
        {t('action.form')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void takeRegister()}>
        {t('action.register')}
      </Button>
    </div>
  )
}
