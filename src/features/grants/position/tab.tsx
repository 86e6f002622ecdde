import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecord } from '../../../components/use-record.ts'
import { budget } from '../../../data/grants.ts'
import { Section } from '../../../ui/section.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useDayQuery, useTabGrant } from '../use-grant.ts'
import { Alerts } from './alerts.tsx'
import { Balances } from './balances.tsx'
import { Burn } from './burn.tsx'
import { Headline } from './headline.tsx'
import classes from './position.module.css'
import { RollUps } from './roll-ups.tsx'

const WhatIf = lazy(async () => ({ default: (await import('./what-if.tsx')).WhatIf }))

/** Where the grant stands as of the day, why, and what it will come to. */
export function Component() {
  const grant = useTabGrant()
  const input = { params: { id: grant.id }, query: useDayQuery() }
  const position = useRecord(budget.position(input))
  if (!position) return <WaitingLines />
  return (
    <div className={classes.tab}>
      <Headline grant={grant} position={position} />
      <div className={classes.two}>
        <Burn grantId={grant.id} />
        <Alerts grant={grant} position={position} />
      </div>
      <RollUps grant={grant} position={position} />
      <Balances grantId={grant.id} />
      <Suppose>
        <WhatIf grant={grant} position={position} />
      </Suppose>
    </div>
  )
}

/** What if: loaded as it is wanted. */
function Suppose({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation('grants')
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={t('whatIf.title')}
      action={
        <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'whatIf.close' : 'whatIf.open')}
        </Button>
      }
    >
      <p className={classes.quiet}>{t('whatIf.hint')}</p>
      {open && <Suspense fallback={<WaitingLines />}>{children}</Suspense>}
    </Section>
  )
}
