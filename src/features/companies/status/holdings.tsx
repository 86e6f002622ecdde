import { Alert } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Company } from '../../../contract/companies.ts'
import type { OwnershipGroup, OwnershipLink } from '../../../contract/ownership.ts'
import { ownership } from '../../../data/ownership.ts'
import { overHeld } from '../../../domain/ownership.ts'
import { periodHolds } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { AddButton } from '../add-button.tsx'
import { usePercent } from '../percent.ts'
import { RowMenu } from '../row-menu.tsx'
import { HoldingDialog } from './holding-dialog.tsx'

interface Props {
  company: Company
  group: OwnershipGroup
  /** Who holds it, or what it holds of others. */
  side: 'owners' | 'holdings'
}

/** Those who hold a company, or what it holds, with percents and what else gives control. */
export function Holdings({ company, group, side }: Props) {
  const { t } = useTranslation('sme')
  const [editing, setEditing] = useState<OwnershipLink | 'new' | null>(null)
  const f = useFormat()
  const percent = usePercent()
  const { day } = useScope()
  const links = group.own.filter(({ held }) => (held.id === company.id) === (side === 'owners'))
  const over = side === 'owners' ? overHeld(links, day) : null
  return (
    <Section
      title={t(`${side}.title`)}
      count={links.length || undefined}
      action={
        <AddButton right="directory.write" company={company} onClick={() => setEditing('new')}>
          {t(`${side}.add`)}
        </AddButton>
      }
    >
      {over && (
        <Alert color="yellow" role="note" mb="sm">
          {t(`owners.over.${over.of}`, { share: percent(over.percent), date: f.date(day) })}
        </Alert>
      )}
      {links.length === 0 && <Nothing>{t(`${side}.none`)}</Nothing>}
      <Lines label={t(`${side}.title`)}>
        {links.map((link) => (
          <HoldingLine key={link.id} link={link} side={side} onEdit={() => setEditing(link)} />
        ))}
      </Lines>
      {editing && (
        <HoldingDialog
          company={company}
          side={side}
          link={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

function HoldingLine({
  link,
  side,
  onEdit,
}: {
  link: OwnershipLink
  side: Props['side']
  onEdit: () => void
}) {
  const { t } = useTranslation('sme')
  const f = useFormat()
  const { day } = useScope()
  const shares = useShares()
  const remove = useWrite(ownership.remove, { message: () => t('holding.removed'), failure: 'toast' })
  const { id, version, holder, byPerson, held, holderType, from, to, sample } = link
  const other = side === 'owners' ? holder : held
  return (
    <Line
      title={
        <>
          <RecordLink
            noun={side === 'owners' && byPerson ? 'people' : 'organisations'}
            id={other.id}
            name={other.name}
          />{' '}
          {sample && <SampleTag />}
        </>
      }
      end={
        <>
          <span>{shares(link)}</span>
          <RowMenu
            right="directory.write"
            label={t('holding.actions', { name: other.name })}
            onEdit={onEdit}
            onRemove={() => remove.mutate({ params: { id }, version })}
          />
        </>
      }
    >
      {[
        t(`holding.holderTypes.${holderType}`),
        link.appointsBoard && t('holding.appointsBoard'),
        link.dominantInfluence && t('holding.dominantInfluence'),
        link.votesByAgreement && t('holding.votesByAgreement'),
        f.period(from, to),
        !periodHolds(from, to, day) && t('holding.ended'),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Line>
  )
}

/** How much is held: of the capital, and of the votes where that is another share. */
function useShares(): (link: OwnershipLink) => string {
  const { t } = useTranslation('sme')
  const percent = usePercent()
  return ({ capital, voting }) => {
    if (capital === null && voting === null) return t('holding.unknownShare')
    if (voting === null || voting === capital) return percent(capital ?? 0)
    const votes = t('holding.votesOf', { share: percent(voting) })
    return capital === null ? votes : `${t('holding.capitalOf', { share: percent(capital) })}, ${votes}`
  }
}
