import { Skeleton } from '@mantine/core'
import { Columns } from '../../../ui/page.tsx'

const lines = (count: number, height: number) =>
  Array.from({ length: count }, (_, index) => <Skeleton key={index} height={height} radius="sm" />)

/** The shape of the page while the agreement is on its way. */
export function PageSkeleton() {
  return (
    <>
      <Skeleton height={56} radius="sm" />
      <Columns aside={lines(10, 24)}>{lines(4, 88)}</Columns>
    </>
  )
}
