import { isHeld, type Role } from '#kernel/actor.ts';
import type { Day } from '#kernel/calendar.ts';
import type { AdministrationTask } from '#contract/shapes.ts';
import type { Directory } from './directory.ts';

/** What each role administers. By rule these are three people (网络安全等级保护 GB/T 22239: 系统管理员, 安全管理员, 审计管理员). */
const tasks: Readonly<Record<Role, AdministrationTask>> = { ADMIN: 'system', SYS: 'system', SECADM: 'security', AUDIT: 'audit' };

/** What the roles administer. Until somebody holds a post of security administrator or auditor, whoever runs the system does that too. */
export function tasksOf(directory: Pick<Directory, 'posts'>, roles: readonly Role[], today: Day): ReadonlySet<AdministrationTask> {
  const held = new Set(roles.flatMap((role) => (Object.hasOwn(tasks, role) ? [tasks[role] as AdministrationTask] : [])));
  if (!held.has('system')) return held;
  if (!isHeldByAny(directory, 'SECADM', today)) held.add('security');
  if (!isHeldByAny(directory, 'AUDIT', today)) held.add('audit');
  return held;
}

/** Whether somebody holds a post of the role today. */
function isHeldByAny({ posts }: Pick<Directory, 'posts'>, role: Role, today: Day): boolean {
  return [...posts.values()].some((post) => post.roles.includes(role) && isHeld(post, today));
}

/** Whether two of the tasks would come together in one person, within the days of the post. */
export function findCrossing(directory: Pick<Directory, 'posts'>, personId: string, roles: readonly Role[], validFrom: Day, validTo: Day | undefined, except?: string): boolean {
  const others = [...directory.posts.values()].filter((post) => post.personId === personId && post.id !== except && post.validFrom <= (validTo ?? '9999-12-31') && validFrom <= (post.validTo ?? '9999-12-31'));
  const held = new Set([...roles, ...others.flatMap((post) => post.roles)].flatMap((role) => (Object.hasOwn(tasks, role) ? [tasks[role]] : [])));
  return held.size > 1;
}
