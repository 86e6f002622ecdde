import { createBrowserRouter, type RouteObject } from 'react-router'
import { NotFoundPage, RouteErrorPage } from './error-pages.tsx'
import { Frame } from './frame.tsx'

/** Each feature brings its routes, its screens loaded as they are visited. */
const features = import.meta.glob<{ routes: RouteObject[]; outside?: RouteObject[] }>(
  '../features/*/routes.tsx',
  { eager: true },
)

/** All addresses of the app. */
export const routes: RouteObject[] = [
  // Those for whom nobody need be known stand without the frame.
  {
    errorElement: <RouteErrorPage />,
    hydrateFallbackElement: <></>,
    children: Object.values(features).flatMap((feature) => feature.outside ?? []),
  },
  {
    element: <Frame />,
    errorElement: <RouteErrorPage />,
    // Nothing is known of the first screen until its code has come: the frame stands alone meanwhile.
    hydrateFallbackElement: <></>,
    children: [
      {
        errorElement: <RouteErrorPage />,
        children: [
          ...Object.values(features).flatMap((feature) => feature.routes),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]

export const createRouter = () => createBrowserRouter(routes)
