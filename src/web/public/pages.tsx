import { lazy, type ComponentType } from 'react';
import { faces } from 'virtual:public-faces';
import type { Text } from '#kernel/words.ts';
import { Home } from '#web/public/home.tsx';

/** What a public page is told: the parts of its address. */
export interface PlaceProps {
  readonly first: string;
  readonly second: string;
}

/** A page of the public entry. With a link it stands in the menu and as a door on the start page. */
export interface PublicPage {
  readonly at: RegExp;
  readonly Page: ComponentType<PlaceProps>;
  readonly link?: { readonly to: string; readonly name: Text; readonly door: Text };
}

// What is behind the start page comes when it is opened: the forms bring the checks of every kind of fact.
const Suggest = lazy(() => import('#web/public/suggest.tsx').then((page) => ({ default: page.Suggest })));
const Follow = lazy(() => import('#web/public/follow.tsx').then((page) => ({ default: page.Follow })));
const Published = lazy(() => import('#web/public/published.tsx').then((page) => ({ default: page.Published })));
const List = lazy(() => import('#web/public/list.tsx').then((page) => ({ default: page.PublicList })));
const Matter = lazy(() => import('#web/public/matter.tsx').then((page) => ({ default: page.PublicMatter })));
const Openness = lazy(() => import('#web/public/openness.tsx').then((page) => ({ default: page.Openness })));
const Search = lazy(() => import('#web/public/search.tsx').then((page) => ({ default: page.Search })));
const Help = lazy(() => import('#web/public/help.tsx').then((page) => ({ default: page.Help })));

/**
 * Bespoke public pages of mechanisms, one line each: `{ at, Page: lazy(() => import('#mechanisms/<wing>/<mechanism>/public-pages.tsx') …), link }`.
 * Registers that anybody may read need none: they follow from the declaration.
 */
const bespoke: readonly PublicPage[] = [];

/** Every page of the public entry, in the order of the menu. */
export const pages: readonly PublicPage[] = [
  { at: /^\/$/, Page: Home, link: { to: '/', name: { zh: '首页', en: 'Start' }, door: { zh: '', en: '' } } },
  { at: /^\/suggest(?:\/(\w+))?(?:\/(\w+))?$/, Page: Suggest, ...(faces.some(({ files }) => files.length > 0) ? { link: { to: '/suggest', name: { zh: '我要提建议', en: 'Suggest' }, door: { zh: '三步提交，可以匿名', en: 'Three steps; may be anonymous' } } } : {}) },
  { at: /^\/follow$/, Page: Follow, link: { to: '/follow', name: { zh: '查办理进度', en: 'Follow' }, door: { zh: '凭查询码查看、补充、评价', en: 'Read, add and rate by code' } } },
  { at: /^\/read$/, Page: Published, link: { to: '/read', name: { zh: '公开内容', en: 'Published' }, door: { zh: '答复、办事指南、抽取结果', en: 'Answers, guides, draws' } } },
  { at: new RegExp(`^/read/(${faces.flatMap(({ key, name }) => (name ? [key] : [])).join('|')})$`), Page: List },
  { at: /^\/read\/(\w+)\/([\w-]+)$/, Page: Matter },
  ...bespoke,
  { at: /^\/openness$/, Page: Openness, link: { to: '/openness', name: { zh: '公开数字', en: 'Figures' }, door: { zh: '按季公布，由台账算出', en: 'By the quarter, counted from the registers' } } },
  { at: /^\/search$/, Page: Search },
  { at: /^\/help$/, Page: Help },
];
