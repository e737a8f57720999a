declare module 'virtual:registers' {
  export const registers: readonly import('#web/slim-declarations.ts').Register[];
}
declare module 'virtual:public-registers' {
  /** One piece for each mechanism: a page brings no other's words. */
  export const registers: Readonly<Record<string, () => Promise<{ readonly register: import('#web/slim-declarations.ts').PublicRegister }>>>;
}
declare module 'virtual:public-faces' {
  export const faces: readonly import('#web/slim-declarations.ts').PublicFace[];
}
declare module 'virtual:public-figures' {
  export const figures: readonly import('#web/slim-declarations.ts').PublicFigures[];
}
declare module '*?worker&url' {
  const url: string;
  export default url;
}
