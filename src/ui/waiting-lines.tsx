import { Skeleton } from '@mantine/core'

/** The shape of a page's or a dialog's text while it is on its way. */
export const WaitingLines = () => (
  <div aria-hidden aria-busy>
    {[60, 85, 72, 40, 66].map((width) => (
      <Skeleton key={width} height={14} mb={18} width={`${width}%`} radius="sm" />
    ))}
  </div>
)
