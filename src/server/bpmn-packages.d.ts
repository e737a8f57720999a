// The package exports no types of its own entry: what is used of it stands here.
declare module 'bpmn-moddle' {
  interface Element {
    get(name: string): unknown;
  }
  export class BpmnModdle {
    create(type: string, attributes: Readonly<Record<string, unknown>>): Element;
    toXML(element: Element, options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
  }
}
