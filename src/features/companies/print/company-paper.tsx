import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperPage, Sheet } from '../../../components/paper/paper-page.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { languageNames } from '../../../i18n/languages.ts'
import classes from './paper.module.css'
import { type Words, wordsIn } from './words.ts'

interface Props {
  /** Nothing while what the paper says is on its way. */
  title: string | undefined
  companyId: string
  children: (words: Words) => ReactNode
}

/** A paper about a company's aid: one sheet. */
export function CompanyPaper({ title, companyId, children }: Props) {
  const { t } = useTranslation('aid-papers')
  return (
    <PaperPage
      title={title}
      back={<ScopedLink to={`/companies/${companyId}/aid`}>{t('back')}</ScopedLink>}
      languages={languageNames}
    >
      {(language) => (
        <Sheet label={title ?? ''}>
          <div className={classes.paper}>{children(wordsIn(language))}</div>
        </Sheet>
      )}
    </PaperPage>
  )
}
