import { isHeld, type Role } from '#kernel/actor.ts';
import type { Day } from '#kernel/calendar.ts';
import type { AdministrationTask } from '#contract/shapes.ts';
import type { Directory } from './directory.ts';

/** What each role administers. By rule these are three people (网络安全等级保护 GB/T 22239: 系统管理员, 安全管理员, 审计管理员). */
const tasks: Readonly<Record<Role, AdministrationTask>> = { ADMIN: 'system', SYS: 'system', SECADM: 'security', AUDIT: 'audit' };

/** What the roles administer. Until somebody holds a post of security administrator, whoever runs the system gives the rights too. */
export function tasksOf(directory: Pick<Directory, 'posts'>, roles: readonly Role[], today: Day): ReadonlySet<AdministrationTask> {
  const held = new Set(roles.flatMap((role) => (Object.hasOwn(tasks, role) ? [tasks[role] as AdministrationTask] : [])));
  if (held.has('system') && !hasSecurity(directory, today)) held.add('security');
  return held;
}

/** Whether somebody holds a post of security administrator today. */
function hasSecurity({ posts }: Pick<Directory, 'posts'>, today: Day): boolean {
  return [...posts.values()].some((post) => post.roles.includes('SECADM') && isHeld(post, today));
}

/** The task that would come together with another one in one person, if one would. */
export function findCrossing(directory: Pick<Directory, 'posts'>, personId: string, roles: readonly Role[], validFrom: Day, validTo: Day | undefined, except?: string): boolean {
  const others = [...directory.posts.values()].filter((post) => post.personId === personId && post.id !== except && post.validFrom <= (validTo ?? '9999-12-31') && validFrom <= (post.validTo ?? '9999-12-31'));
  const held = new Set([...roles, ...others.flatMap((post) => post.roles)].flatMap((role) => (Object.hasOwn(tasks, role) ? [tasks[role]] : [])));
  return held.size > 1;
}
