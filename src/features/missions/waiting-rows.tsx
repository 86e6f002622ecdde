import { Skeleton } from '@mantine/core'
import classes from './waiting-rows.module.css'

/** The shape of a table whose rows are on their way. */
export const WaitingRows = ({ rows, columns }: { rows: number; columns: number }) => (
  <div
    className={classes.rows}
    style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
    aria-hidden
    aria-busy
  >
    {Array.from({ length: rows * columns }, (_, cell) => `${cell}`).map((cell) => (
      <Skeleton key={cell} height={14} radius="sm" />
    ))}
  </div>
)
