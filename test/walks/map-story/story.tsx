import { QueryClientProvider } from '@tanstack/react-query';
import { createHashHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider, useSearch } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { queries } from '#web/ask.ts';
import { MapOf } from '#web/register/map.tsx';
import type { Search } from '#web/router.tsx';
import '#web/workbench.css';
import { parcels, placed } from './parcel.ts';

const root = createRootRoute({ component: Outlet, validateSearch: (search: Record<string, unknown>) => search as Search });
const map = createRoute({ getParentRoute: () => root, path: '/', component: Story });
const matter = createRoute({ getParentRoute: () => root, path: '/matters/$mechanism/$id', component: () => <h1>事项 {location.hash.split('/').at(-1)}</h1> });
const register = createRoute({ getParentRoute: () => root, path: '/matters/$mechanism', component: Outlet });
// The story's own routes stand in for the workbench's.
const router = createRouter({ routeTree: root.addChildren([map, register, matter]), history: createHashHistory() }) as never;

function Story() {
  const search = useSearch({ strict: false }) as Search;
  return <MapOf mechanism={parcels} search={search} change={() => {}} placed={placed} />;
}

const place = document.getElementById('root');
if (place) createRoot(place).render(<QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider>);
