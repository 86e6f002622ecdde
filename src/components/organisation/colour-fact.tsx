import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dot } from '../../ui/dot.tsx'
import { EditableFact } from '../editable-fact.tsx'
import type { OrganisationEditing } from './editing.ts'
import classes from './facts.module.css'

/** Colours that can be told apart on both grounds, also with the common kinds of colour blindness. */
const clusterColours = {
  '#0b7a75': 'teal',
  '#2f6fde': 'blue',
  '#c2410c': 'orange',
  '#7c3aed': 'violet',
  '#b45309': 'amber',
  '#be185d': 'pink',
  '#3f7d20': 'green',
  '#0e7490': 'cyan',
  '#6b4f3a': 'brown',
  '#64748b': 'slate',
} as const

const isOwn = (colour: string): colour is keyof typeof clusterColours => colour in clusterColours
const choices = [null, ...Object.keys(clusterColours)]

/** The cluster's one colour, wherever it appears. */
export function ColourFact({ colour, editing }: { colour: string | null; editing: OrganisationEditing }) {
  const { t } = useTranslation('organisations')
  const nameOf = (value: string | null) => {
    if (!value) return t('fields.noColour')
    return isOwn(value) ? t(`colours.${clusterColours[value]}`) : value
  }
  const named = (value: string | null) => (
    <span>
      {value && <Dot colour={value} />} {nameOf(value)}
    </span>
  )
  return (
    <EditableFact<string | null>
      label={t('fields.colour')}
      field="colour"
      value={colour}
      version={editing.version}
      reason={editing.reason}
      show={named}
      save={(value, version) => editing.save({ colour: value }, version)}
      input={({ value, onChange }) => (
        <div className={classes.colours} role="group" aria-label={t('fields.colour')}>
          {choices.map((choice) => (
            <UnstyledButton
              key={choice ?? 'none'}
              className={classes.colour}
              aria-pressed={choice === value}
              aria-label={nameOf(choice)}
              data-autofocus={choice === value || undefined}
              onClick={() => onChange(choice)}
            >
              <span
                className={choice ? classes.swatch : classes.noColour}
                style={choice ? { background: choice } : undefined}
              />
            </UnstyledButton>
          ))}
        </div>
      )}
    >
      {named(colour)}
    </EditableFact>
  )
}
