import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Absent, Failed } from '#web/shell/faces.tsx';
import { FirstAdministrator, SignIn } from '#web/shell/sign-in.tsx';
import { Bare, Shell } from '#web/shell/shell.tsx';
import { useSiteTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';
import { Home } from '#web/work/home.tsx';

/** Filters as the address bar holds them: a name with one or several values. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

const asIs = (search: Record<string, unknown>): Search => search as Search;

const root = createRootRoute({ component: Everything, errorComponent: Failed, notFoundComponent: Absent });
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', validateSearch: asIs, component: SignIn });
const first = createRoute({ getParentRoute: () => root, path: '/first', validateSearch: asIs, component: FirstAdministrator });

const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Shell, errorComponent: Failed });
const home = createRoute({ getParentRoute: () => inside, path: '/', validateSearch: asIs, component: Home });
const search = createRoute({ getParentRoute: () => inside, path: '/search', validateSearch: asIs, component: lazyRouteComponent(() => import('#web/search/search.tsx'), 'SearchPage') });
const notices = createRoute({ getParentRoute: () => inside, path: '/notices', component: lazyRouteComponent(() => import('#web/work/notices.tsx'), 'NoticesPage') });
const account = createRoute({ getParentRoute: () => inside, path: '/account', component: lazyRouteComponent(() => import('#web/account/account.tsx'), 'AccountPage') });
const unit = createRoute({ getParentRoute: () => inside, path: '/units/$unit', component: lazyRouteComponent(() => import('#web/work/unit.tsx'), 'UnitPage') });
const cockpit = createRoute({ getParentRoute: () => inside, path: '/cockpit', validateSearch: asIs, component: lazyRouteComponent(() => import('#web/cockpit/cockpit.tsx'), 'Cockpit') });

/** An address that is none keeps the menu in sight. */
const nowhere = createRoute({ getParentRoute: () => inside, path: '/$', component: Absent });

/** The wall stands alone, without side bar and top bar. */
const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: Bare, errorComponent: Failed });
const wall = createRoute({ getParentRoute: () => bare, path: '/wall', component: lazyRouteComponent(() => import('#web/wall/wall.tsx'), 'Wall') });

/** Pages with antd's controls; the pages above do without, so that the first page is light. */
const kit = createRoute({ getParentRoute: () => inside, id: 'kit', component: lazyRouteComponent(() => import('#web/shell/kit.tsx'), 'Kit') });
const list = createRoute({ getParentRoute: () => kit, path: '/matters/$mechanism', validateSearch: asIs, component: lazyRouteComponent(() => import('#web/register/register.tsx'), 'MatterList') });
const paper = createRoute({ getParentRoute: () => kit, path: '/matters/$mechanism/print', validateSearch: asIs, component: lazyRouteComponent(() => import('#web/register/print.tsx'), 'PrintRegister') });
const file = createRoute({ getParentRoute: () => kit, path: '/matters/$mechanism/new/$action', validateSearch: asIs, component: lazyRouteComponent(() => import('#web/matter/file.tsx'), 'FileMatter') });
const page = createRoute({ getParentRoute: () => kit, path: '/matters/$mechanism/$id', validateSearch: asIs, component: lazyRouteComponent(() => import('#web/matter/page.tsx'), 'MatterPage') });
const sheet = createRoute({ getParentRoute: () => kit, path: '/matters/$mechanism/$id/paper', validateSearch: asIs, component: lazyRouteComponent(() => import('#web/matter/paper.tsx'), 'Paper') });
const importing = createRoute({ getParentRoute: () => kit, path: '/imports/$mechanism', validateSearch: asIs, component: lazyRouteComponent(() => import('#web/import/import.tsx'), 'ImportPage') });
const figures = createRoute({ getParentRoute: () => kit, path: '/figures', validateSearch: asIs, component: lazyRouteComponent(() => import('#web/figures/figures.tsx'), 'Figures') });
const figure = createRoute({ getParentRoute: () => kit, path: '/figures/$figure', validateSearch: asIs, component: lazyRouteComponent(() => import('#web/figures/figure.tsx'), 'FigurePage') });
const administration = createRoute({ getParentRoute: () => kit, path: '/administration', validateSearch: asIs, component: lazyRouteComponent(() => import('#web/administration/administration.tsx'), 'Administration') });

export const router = createRouter({
  routeTree: root.addChildren([signIn, first, bare.addChildren([wall]), inside.addChildren([home, search, notices, account, unit, cockpit, nowhere, kit.addChildren([list, paper, file, page, sheet, importing, figures, figure, administration])])]),
  basepath: '/work',
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

function Everything() {
  useSiteTitle(useWords()('product'));
  return <Outlet />;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function parseSearch(text: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  const given = new URLSearchParams(text);
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name);
    found[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return found;
}

function stringifySearch(search: Record<string, unknown>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined && each !== '') given.append(name, String(each));
  }
  return given.size === 0 ? '' : `?${given}`;
}
