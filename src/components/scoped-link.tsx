import { Link, type LinkProps } from 'react-router'
import { useScopedHref } from './scope.ts'

/** A link that keeps the scope and the as-of date. */
export function ScopedLink({ to, ...rest }: Omit<LinkProps, 'to'> & { to: string }) {
  const href = useScopedHref()
  return <Link to={href(to)} {...rest} />
}
