import { mu } from '#kernel/area.ts';

interface Pathed {
  readonly area?: number;
  readonly targetPath?: readonly { readonly year?: number; readonly taxPerMu?: number }[];
  readonly results?: readonly { readonly year?: number; readonly tax?: number }[];
}

/** 亩产倍增目标路径: what was aimed at for each year and what that year really brought, in 万元/亩; nothing where no actual figure is there. */
export function pathRows({ area = 0, targetPath = [], results = [] }: Pathed): readonly { readonly year: number; readonly target: number; readonly actual: number | undefined }[] {
  return targetPath.map(({ year = 0, taxPerMu = 0 }) => {
    const tax = results.find((row) => row.year === year)?.tax;
    return { year, target: taxPerMu, actual: tax === undefined || area <= 0 ? undefined : Math.round((tax / 10_000 / (area / mu))) / 100 };
  }).toSorted((a, b) => a.year - b.year);
}
