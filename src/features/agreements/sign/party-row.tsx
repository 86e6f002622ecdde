import { Button, Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCivilDate } from '../../../domain/partial-date.ts'
import { Dot } from '../../../ui/dot.tsx'
import { OrganisationField } from '../organisation-field.tsx'
import type { Party, PartySigning, WhenWhere } from './draft.ts'
import classes from './sign.module.css'
import { SignatoryField } from './signatory-field.tsx'
import { WhenWhereFields } from './when-where-fields.tsx'

interface Props {
  party: Party
  negotiates: boolean
  row: PartySigning
  common: WhenWhere
  homeZone: string
  problem: (path: string) => string | undefined
  onChange: (patch: Partial<PartySigning>) => void
}

/** One party: whether it signs now, who for it, in which capacity, and what is particular about it. */
export function PartyRow(props: Props) {
  const { party, negotiates, row, common, problem, onChange } = props
  const { t } = useTranslation(['signing', 'common'])
  const refused = row.decision === 'refused'
  const { name } = party.organisation
  const day = (row.own ?? common).date
  return (
    <li className={classes.party} data-on={row.takesPart || undefined}>
      <fieldset className={classes.partyFields}>
        <legend className="visually-hidden">{name}</legend>
        <div className={classes.who}>
          <div className={classes.partyHead}>
            <Checkbox
              checked={row.takesPart}
              onChange={(event) => onChange({ takesPart: event.currentTarget.checked })}
              label={
                <span className={classes.partyName}>
                  {party.colour && <Dot colour={party.colour} />} {name}
                </span>
              }
              description={descriptionOf([
                t(`common:side.${party.side}`),
                negotiates && t('party.negotiates'),
                !party.required && t('party.optional'),
              ])}
            />
            {row.takesPart && (
              <SegmentedControl
                size="xs"
                aria-label={t('party.decision', { party: name })}
                value={row.decision}
                onChange={(decision) => onChange({ decision: decision as PartySigning['decision'] })}
                data={[
                  { value: 'signed', label: t('party.signs') },
                  { value: 'refused', label: t('party.refuses') },
                ]}
              />
            )}
          </div>
          <div className={classes.whoFields}>
            <SignatoryField
              label={refused ? t('who.refuses') : t('who.label')}
              value={row.signatory}
              at={party.organisation}
              day={day && isCivilDate(day) ? day : undefined}
              error={problem(`rows.${party.id}.familyName`)}
              onChange={(signatory, post) => onChange(choiceOf(signatory, post, party, row))}
            />
            {row.takesPart && (
              <TextInput
                label={t('who.capacity')}
                placeholder={t('who.capacityHint')}
                autoComplete="off"
                maxLength={500}
                value={row.capacity}
                onChange={(event) => onChange({ capacity: event.currentTarget.value })}
              />
            )}
            {row.takesPart && <Particulars {...props} />}
          </div>
        </div>
        {row.takesPart && refused && (
          <Textarea
            label={t('party.reason', { party: name })}
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={row.reason}
            error={problem(`rows.${party.id}.reason`)}
            onChange={(event) => onChange({ reason: event.currentTarget.value })}
          />
        )}
        {row.takesPart && row.own && (
          <WhenWhereFields
            value={row.own}
            homeZone={props.homeZone}
            onChange={(own) => onChange({ own })}
            problem={(field) => problem(`rows.${party.id}.${field}`)}
          />
        )}
      </fieldset>
    </li>
  )
}

const descriptionOf = (parts: (string | false)[]): ReactNode => parts.filter(Boolean).join(' · ')

/** A person chosen brings their capacity; one with a post elsewhere only, the body they belong to. */
function choiceOf(
  signatory: PartySigning['signatory'],
  post: { title: string | null; organisation: { id: string; name: string } } | null,
  party: Party,
  row: PartySigning,
): Partial<PartySigning> {
  if (!signatory || signatory.kind === 'new')
    return { signatory, takesPart: row.takesPart || signatory !== null }
  const elsewhere = post && post.organisation.id !== party.organisation.id ? post.organisation : null
  return { signatory, takesPart: true, capacity: post?.title ?? row.capacity, belongsTo: elsewhere }
}

/** What most signatures don't need: another body, another day or place. */
function Particulars({ party, row, common, onChange }: Props) {
  const { t } = useTranslation('signing')
  const [another, setAnother] = useState(false)
  const withBody = another || row.belongsTo !== null
  return (
    <>
      {withBody && (
        <OrganisationField
          label={t('who.belongsTo')}
          description={t('who.belongsToHint', { party: party.organisation.name })}
          kind="company"
          value={row.belongsTo}
          // It takes the place of the button that was pressed.
          autoFocus={another}
          exclude={[party.organisation.id]}
          onChange={(belongsTo) => onChange({ belongsTo })}
        />
      )}
      <div className={classes.links}>
        {!withBody && (
          <Button variant="subtle" size="compact-xs" onClick={() => setAnother(true)}>
            {t('who.addBelongsTo')}
          </Button>
        )}
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => onChange({ own: row.own ? null : { ...common } })}
        >
          {row.own ? t('party.asOthers') : t('party.elsewhere')}
        </Button>
      </div>
    </>
  )
}
