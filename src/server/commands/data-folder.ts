import { resolve } from 'node:path';
import type { Options } from '../main.ts';

/** The data folder the options mean: the one named, the district's, or the demonstration's. */
export function dataFolder(options: Options): string {
  return resolve(options.data ?? (options.district === undefined ? 'data/demonstration' : `data/district-${options.district}`));
}

/** The district the options mean. */
export function districtCode(options: Options, sample: string): string {
  return options.district ?? sample;
}
