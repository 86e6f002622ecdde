import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useFormat } from '../../../i18n/format.ts'
import classes from './figure-row.module.css'

export interface Figure {
  value: number
  label: string
  /** Where the records are that it counts. */
  to: string
}

/** A few numbers in a row, each opening what it counts. */
export function Figures({ label, figures }: { label: string; figures: Figure[] }) {
  const f = useFormat()
  return (
    <ul className={classes.figures} aria-label={label}>
      {figures.map(({ value, label: what, to }) => (
        <li key={what}>
          <ScopedLink to={to} className={classes.figure}>
            <strong>{f.number(value)}</strong> <span>{what}</span>
          </ScopedLink>
        </li>
      ))}
    </ul>
  )
}
