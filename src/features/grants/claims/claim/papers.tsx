import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useScopedHref } from '../../../../components/scope.ts'
import { useDownload } from '../../../../components/use-download.ts'
import type { Claim } from '../../../../contract/claims.ts'
import { downloadAuditFile } from '../../../../data/claims.ts'
import { useFormat } from '../../../../i18n/format.ts'

/** What can be taken along of a claim in any state: the audit file, and the statements per cluster on paper. */
export function ClaimPapers({ claim: { id, grant } }: { claim: Claim }) {
  const { t } = useTranslation('claims')
  const { language } = useFormat()
  const href = useScopedHref()
  const { busy, take } = useDownload()
  return (
    <>
      <Button
        variant="default"
        loading={busy}
        onClick={() => void take(() => downloadAuditFile(id, language === 'fr' ? 'fr' : 'en'))}
      >
        {t('papers.audit')}
      </Button>
      <Button variant="default" component={Link} to={href(`/grants/${grant.id}/claims/${id}/statements`)}>
        {t('papers.statements')}
      </Button>
    </>
  )
}
