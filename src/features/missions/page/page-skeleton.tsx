import { Skeleton } from '@mantine/core'
import { Columns } from '../../../ui/page.tsx'

const lines = (count: number, height: number) =>
  Array.from({ length: count }, (_, index) => <Skeleton key={index} height={height} radius="sm" />)

/** The shape of the page while the mission is on its way. */
export function PageSkeleton() {
  return (
    <>
      <Skeleton height={36} radius="sm" />
      <Columns aside={lines(10, 24)}>{lines(8, 36)}</Columns>
    </>
  )
}
