declare module 'virtual:registers' {
  export const registers: readonly import('#web/slim-declarations.ts').Register[];
}
declare module 'virtual:public-registers' {
  export const registers: readonly import('#web/slim-declarations.ts').PublicRegister[];
}
declare module 'virtual:public-faces' {
  export const faces: readonly import('#web/slim-declarations.ts').PublicFace[];
}
