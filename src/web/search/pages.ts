import type { Marked } from '#contract/search-shapes.ts';
import { soundPattern } from '#kernel/sounds.ts';
import type { Language, Text } from '#kernel/words.ts';
import type { Entry } from '#web/search/entries.ts';
import type { SignedIn } from '#web/session.ts';
import type { IconName } from '#web/shell/icon.tsx';

/** A page of the workbench that is no register: the search and the keys find it by name and sound. */
export interface Place {
  readonly to: string;
  readonly name: Text;
  /** How the Chinese name sounds; a test compares it with the library that the server asks. */
  readonly sounds: string;
  readonly icon: IconName;
  readonly when?: (signedIn: SignedIn) => boolean;
}

const administers = ({ administers: tasks }: SignedIn) => tasks.length > 0;

/** The pages, in the order of the side bar. */
export const places: readonly Place[] = [
  { to: '/', name: { zh: '工作台', en: 'My desk' }, sounds: 'gong zuo tai', icon: 'desk' },
  { to: '/notices', name: { zh: '通知', en: 'Notices' }, sounds: 'tong zhi', icon: 'bell' },
  { to: '/cockpit', name: { zh: '驾驶舱', en: 'Cockpit' }, sounds: 'jia shi cang', icon: 'cockpit' },
  { to: '/wall', name: { zh: '大屏', en: 'Wall view' }, sounds: 'da ping', icon: 'cockpit' },
  { to: '/figures', name: { zh: '数字', en: 'Figures' }, sounds: 'shu zi', icon: 'figures' },
  { to: '/administration', name: { zh: '管理', en: 'Administration' }, sounds: 'guan li', icon: 'people', when: administers },
];

/** The pages that are called so. */
export function pagesFound(q: string, { language, signedIn }: { readonly language: Language; readonly signedIn: SignedIn }): Entry[] {
  const pattern = soundPattern(q);
  const typed = q.trim().toLowerCase();
  return places.filter(({ name, sounds, when }) => (when?.(signedIn) ?? true) && (typed === '' || name.zh.includes(typed) || name.en.toLowerCase().includes(typed) || (pattern !== undefined && new RegExp(pattern).test(sounds))))
    .map(({ to, name, icon }) => ({ key: `page ${to}`, group: 'pages', icon, name: mark(name[language], q), note: '', to, search: {} }));
}

/** The words marked where they stand in a name, letter by letter as they were typed. */
export function mark(name: string, q: string): Marked {
  const typed = q.trim();
  const at = typed === '' ? -1 : name.toLowerCase().indexOf(typed.toLowerCase());
  return at < 0 ? [name, '', ''] : [name.slice(0, at), name.slice(at, at + typed.length), name.slice(at + typed.length)];
}
