/*
 * What the pages use and browsers of the age they are built for (see vite.config.ts) do not know. The bundler lowers the language,
 * not the library; these few are all that is asked for.
 */
define(Object, 'hasOwn', (object: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(object, name));
define(Array.prototype, 'toSorted', function (this: unknown[], compare?: (a: unknown, b: unknown) => number) {
  return this.slice().sort(compare);
});
define(Array.prototype, 'at', function (this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index];
});
define(String.prototype, 'replaceAll', function (this: string, from: string | RegExp, to: string) {
  return typeof from === 'string' ? this.split(from).join(to) : this.replace(from, to);
});
define(String.prototype, 'isWellFormed', function (this: string) {
  return !/[\uD800-\uDFFF]/u.test(this);
});

function define(on: object, name: string, what: unknown): void {
  if (!(name in on)) Object.defineProperty(on, name, { value: what, configurable: true, writable: true });
}
