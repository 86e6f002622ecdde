import { Skeleton } from '@mantine/core'
import classes from './overview.module.css'

/** The shape of what comes. */
export function Waiting() {
  const lines = (widths: readonly number[]) =>
    widths.map((width, index) => <Skeleton key={index} height={14} mb={20} width={`${width}%`} radius="sm" />)
  return (
    <div className={classes.board} aria-hidden>
      <div className={classes.needs}>{lines([30, 95, 90, 92, 88])}</div>
      <div className={classes.year}>{lines([30, 100, 100, 100])}</div>
      <div className={classes.pipeline}>{lines([40, 90, 80, 85, 70])}</div>
      <div className={classes.activity}>{lines([30, 90, 80])}</div>
    </div>
  )
}
