import { use } from 'react';
import { registers } from 'virtual:public-registers';
import type { PublicRegister } from '#web/slim-declarations.ts';

const asked = new Map<string, Promise<PublicRegister | undefined>>();

/** What the public pages know of a mechanism; the page waits until it has come. Nothing where the mechanism has no public side. */
export function useRegister(key: string): PublicRegister | undefined {
  const found = asked.get(key) ?? load(key);
  asked.set(key, found);
  return use(found);
}

async function load(key: string): Promise<PublicRegister | undefined> {
  if (!Object.hasOwn(registers, key)) return undefined;
  return (await registers[key]?.())?.register;
}
