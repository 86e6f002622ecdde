import { Checkbox, CloseButton, Radio } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Named } from '../../../contract/primitives.ts'
import { OrganisationField } from '../organisation-field.tsx'
import classes from './form.module.css'
import type { PartyValue } from './values.ts'

interface Props {
  parties: PartyValue[]
  negotiator: Named | null
  /** Parties that have signed or refused, by their own id: they stay. */
  fixed?: ReadonlySet<string>
  error?: string
  /** The agreement's market: partners are mostly of its country. */
  marketId?: string
  onChange: (patch: { parties?: PartyValue[]; negotiator?: Named | null }) => void
}

/** The bodies on either side; on the home side, who negotiates for all. */
export function PartiesField(props: Props) {
  const { t } = useTranslation(['agreements', 'common'])
  return (
    <fieldset className={classes.parties}>
      <legend>{t('form.parties')}</legend>
      <div className={classes.sides}>
        <Side {...props} side="home" />
        <Side {...props} side="partner" />
      </div>
      {props.error && (
        <p role="alert" className={classes.error}>
          {props.error}
        </p>
      )}
    </fieldset>
  )
}

function Side({
  parties,
  negotiator,
  fixed,
  marketId,
  onChange,
  side,
}: Props & { side: 'home' | 'partner' }) {
  const { t } = useTranslation(['agreements', 'common'])
  const group = useId()
  const add = (organisation: Named | null) => {
    if (!organisation) return
    const added = { organisation, side, required: true }
    const first = side === 'home' && !negotiator && !parties.some((party) => party.side === 'home')
    onChange({ parties: [...parties, added], ...(first ? { negotiator: organisation } : {}) })
  }
  const change = (organisationId: string, patch: Partial<PartyValue>) =>
    onChange({
      parties: parties.map((party) =>
        party.organisation.id === organisationId ? { ...party, ...patch } : party,
      ),
    })
  const remove = (organisationId: string) =>
    onChange({
      parties: parties.filter(({ organisation }) => organisation.id !== organisationId),
      ...(negotiator?.id === organisationId ? { negotiator: null } : {}),
    })
  return (
    <div role="group" aria-label={t(`common:side.${side}`)}>
      <p className={classes.side}>{t(`common:side.${side}`)}</p>
      <ul className={classes.partyList}>
        {parties
          .filter((party) => party.side === side)
          .map(({ id, organisation, required }) => (
            <li key={organisation.id}>
              <span className={classes.partyName}>
                {organisation.name}
                {id && fixed?.has(id) && <small>{t('form.partyStays')}</small>}
              </span>
              <span className={classes.partyMarks}>
                {side === 'home' && (
                  <Radio
                    size="xs"
                    name={group}
                    label={t('form.negotiates')}
                    aria-label={t('form.negotiatesNamed', { name: organisation.name })}
                    checked={negotiator?.id === organisation.id}
                    onChange={() => onChange({ negotiator: organisation })}
                  />
                )}
                <Checkbox
                  size="xs"
                  label={t('form.mustSign')}
                  aria-label={t('form.mustSignNamed', { name: organisation.name })}
                  checked={required}
                  onChange={(event) => change(organisation.id, { required: event.currentTarget.checked })}
                />
              </span>
              {!(id && fixed?.has(id)) && (
                <CloseButton
                  aria-label={t('common:removeNamed', { name: organisation.name })}
                  onClick={() => remove(organisation.id)}
                />
              )}
            </li>
          ))}
      </ul>
      <OrganisationField
        label={undefined}
        aria-label={t(`form.add.${side}`)}
        placeholder={t('form.addParty')}
        kind={side === 'home' ? 'cluster' : 'partner'}
        marketId={side === 'partner' ? marketId : undefined}
        value={null}
        exclude={parties.map(({ organisation }) => organisation.id)}
        onChange={add}
      />
    </div>
  )
}
