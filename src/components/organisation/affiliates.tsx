import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { affiliationRoles, type Organisation } from '../../contract/organisations.ts'
import { useFormat } from '../../i18n/format.ts'
import { groupBy } from '../../ui/group-by.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import { useNoWriting } from '../may-write.ts'
import { RecordLink } from '../record-link.tsx'
import { SampleTag } from '../sample-tag.tsx'
import { AddAffiliate } from './add-affiliate.tsx'
import classes from './affiliates.module.css'

/** How many of a group are shown before one asks for all: a cluster can have hundreds of members. */
const few = 8

/** Those affiliated to a body, by what they are to it: its members, founders, leaders of lines. */
export function Affiliates({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations')
  const noWriting = useNoWriting('directory.write')
  const [adding, setAdding] = useState(false)
  const groups = groupBy(organisation.affiliates, ({ role }) => role)
  const locked = noWriting !== null || organisation.deletedAt !== null
  return (
    <Section
      title={t('section.affiliates')}
      count={organisation.affiliates.length || undefined}
      action={
        !locked &&
        !adding && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAdding(true)}>
            {t('affiliation.addHere')}
          </Button>
        )
      }
    >
      {adding && <AddAffiliate organisation={organisation} onDone={() => setAdding(false)} />}
      {groups.size === 0 && !adding && <Nothing>{t('none.affiliates')}</Nothing>}
      <div className={classes.groups}>
        {affiliationRoles.map((role) => {
          const members = groups.get(role)
          return members && <Group key={role} title={t(`affiliation.groups.${role}`)} members={members} />
        })}
      </div>
    </Section>
  )
}

function Group({ title, members }: { title: string; members: Organisation['affiliates'] }) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const [all, setAll] = useState(false)
  const shown = all ? members : members.slice(0, few)
  return (
    <div>
      <h3 className={classes.title}>
        {title} <span>{members.length}</span>
      </h3>
      <Lines label={title}>
        {shown.map(({ id, organisation, sample, detail, from, to }) => (
          <Line
            key={id}
            title={
              <>
                <RecordLink noun="organisations" id={organisation.id} name={organisation.name} />{' '}
                {sample && <SampleTag />}
              </>
            }
            end={f.period(from, to)}
          >
            {detail}
          </Line>
        ))}
      </Lines>
      {members.length > few && (
        <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'showLess' : 'showAll')}
        </Button>
      )}
    </div>
  )
}
