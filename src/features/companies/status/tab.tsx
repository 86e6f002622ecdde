import { useRecord } from '../../../components/use-record.ts'
import { accounts } from '../../../data/accounts.ts'
import { companies } from '../../../data/companies.ts'
import { ownership } from '../../../data/ownership.ts'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useDayQuery, useTabCompany } from '../page/use-company.ts'
import { Group } from './group.tsx'
import { Holdings } from './holdings.tsx'
import { Reasoning } from './reasoning.tsx'
import classes from './status.module.css'
import { Verdict } from './verdict.tsx'
import { Years } from './years.tsx'

/** Whether it is an SME on the day: the verdict and why, and beside it what that rests on. */
export function Component() {
  const company = useTabCompany()
  const params = { id: company.id }
  const query = useDayQuery()
  const verdict = useRecord(companies.smeStatus({ params, query }))
  const years = useRecord(accounts.list({ params }))
  const group = useRecord(ownership.list({ params, query }))
  if (!verdict || !years || !group) return <WaitingLines />
  return (
    <div className={classes.tab}>
      <Verdict verdict={verdict} />
      <Years company={company} items={years.items} />
      <div className={classes.two}>
        <Reasoning verdict={verdict} />
        <div className={classes.side}>
          <Holdings company={company} group={group} side="owners" />
          <Holdings company={company} group={group} side="holdings" />
          <Group group={group} />
        </div>
      </div>
    </div>
  )
}
