/** A 亩 in ㎡: fifteen make a hectare. */
export const mu = 2000 / 3;
