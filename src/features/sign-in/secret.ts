import { useLocation } from 'react-router'

/** What proves who follows a link. It stands behind "#", which is not sent to the server nor told to other sites. */
export const useLinkToken = (): string => useLocation().hash.slice(1)
