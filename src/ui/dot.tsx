import classes from './dot.module.css'

/** The colour of one cluster, beside its name. */
export function Dot({ colour }: { colour: string | null }) {
  return (
    <span className={classes.dot} style={colour ? { background: colour } : undefined} aria-hidden="true" />
  )
}
