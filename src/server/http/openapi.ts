import { z } from 'zod';
import { routes, type Route, type RouteKey } from '#contract/routes.ts';
import * as besideShapes from '#contract/beside-shapes.ts';
import * as bulkShapes from '#contract/bulk-shapes.ts';
import * as registerShapes from '#contract/register-shapes.ts';
import * as shapes from '#contract/shapes.ts';
import { inputSchema } from '#kernel/input.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import { commonRefusals, type RefusalWords } from '#kernel/refusal.ts';
import { mechanisms as all } from '#mechanisms/mechanisms.ts';
import { platformRefusals } from './refusals.ts';
import { splitKey } from './register.ts';

type Json = Readonly<Record<string, unknown>>;
type Paths = Record<string, Record<string, Json>>;

/** Paths under which actions stand; each is written out for every mechanism and action that fits. */
const actionPaths = {
  '/api/matters/:mechanism/actions/:action': (action: Action) => action.from === 'new' && isOfOffice(action),
  '/api/matters/:mechanism/:id/actions/:action': (action: Action) => action.from !== 'new' && isOfOffice(action),
  '/api/public/matters/:mechanism/actions/:action': (action: Action) => action.from === 'new' && action.by.includes('public'),
  '/api/public/follow/actions/:action': (action: Action) => action.from !== 'new' && action.by.includes('author'),
} satisfies Record<string, (action: Action) => boolean>;

/** What answers are made of, each written out once under its name. */
const answers = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries({ ...shapes, ...registerShapes, ...besideShapes, ...bulkShapes }).toSorted(([a], [b]) => (a < b ? -1 : 1))) if (schema instanceof z.ZodType) answers.add(schema, { id: name });

/** The table of routes as OpenAPI 3.1, with the input of every action of every mechanism. */
export function openApiDocument(mechanisms: readonly AnyMechanism[] = all, title = '栈桥 Zhanqiao'): Json {
  const paths: Paths = {};
  const inputs: Record<string, Json> = {};
  for (const key of Object.keys(routes) as RouteKey[]) {
    const [method, url] = splitKey(key);
    const route: Route = routes[key];
    const fits = Object.hasOwn(actionPaths, url) ? actionPaths[url as keyof typeof actionPaths] : undefined;
    if (!fits) addOperation(paths, url, method, operationOf(key, url, route));
    else for (const mechanism of mechanisms) for (const [name, action] of Object.entries(mechanism.actions)) if (fits(action)) {
      inputs[inputName(mechanism, name)] = jsonSchema(inputSchema(mechanism, action));
      addAction(paths, method, url, route, mechanism, name, action);
    }
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1', description: '每个动作的输入由机制声明推出。Inputs of actions follow from the declarations of the mechanisms.' },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ...answerSchemas(), ...inputs },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'zhanqiao' }, csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' } },
      responses: { Problem: { description: 'RFC 9457', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
    },
    'x-refusals': { ...wordsOf(commonRefusals), ...wordsOf(platformRefusals) },
    'x-mechanisms': Object.fromEntries(mechanisms.map((mechanism) => [mechanism.record.key, describe(mechanism)])),
    tags: mechanisms.map(({ record }) => ({ name: record.key, description: `${record.name.zh} ${record.name.en}` })),
  };
}

function isOfOffice(action: Action): boolean {
  return action.by.some((grant) => typeof grant === 'object');
}

function addAction(paths: Paths, method: string, url: string, route: Route, mechanism: AnyMechanism, name: string, action: Action): void {
  const { record } = mechanism;
  const shown = url.replace(':mechanism', record.key).replace(':action', name);
  const earlier = paths[openPath(shown)]?.[method.toLowerCase()];
  // An author's code names the matter, so one path serves the actions of that name of every mechanism.
  const tags = [...((earlier?.['tags'] as string[] | undefined) ?? []), record.key];
  const inputs = tags.map((key) => ({ $ref: `#/components/schemas/${key}.${name}` }));
  const body = jsonSchema(route.body ?? z.object({})) as { properties?: Record<string, unknown> };
  addOperation(paths, shown, method, {
    ...operationOf(`${method} ${shown}`, shown, route),
    tags,
    summary: `${action.name.zh} ${action.name.en}`,
    ...(action.help ? { description: `${action.help.zh} ${action.help.en}` } : {}),
    requestBody: { required: true, content: { 'application/json': { schema: { ...body, properties: { ...body.properties, input: inputs.length > 1 ? { anyOf: inputs } : inputs[0] } } } } },
    'x-refusals': [...tags.map((key) => `#/x-mechanisms/${key}/refusals`), '#/x-refusals'],
  });
}

function inputName({ record }: AnyMechanism, action: string): string {
  return `${record.key}.${action}`;
}

function addOperation(paths: Paths, url: string, method: string, operation: Json): void {
  (paths[openPath(url)] ??= {})[method.toLowerCase()] = operation;
}

/** What each mechanism is: its stages, its refusals in words, and every action with who holds it, also those only the platform does. */
function describe({ record, actions }: AnyMechanism): Json {
  return {
    name: { ...record.name },
    stages: Object.fromEntries(Object.entries(record.stages).map(([key, stage]) => [key, { ...stage.name }])),
    refusals: wordsOf(record.refusals),
    actions: Object.fromEntries(Object.entries(actions).map(([key, action]) => [key, { name: { ...action.name }, from: action.from, to: action.to ?? null, by: action.by }])),
  };
}

function operationOf(name: string, url: string, route: Route): Json {
  const query = route.query ? (jsonSchema(route.query) as { properties?: Record<string, unknown>; required?: string[] }) : undefined;
  const isChange = route.body !== undefined || route.form === true;
  return {
    operationId: operationId(name),
    summary: route.summary,
    ...(route.access === 'anybody' ? { security: [] } : { security: [isChange ? { session: [], csrf: [] } : { session: [] }] }),
    parameters: [
      ...[...url.matchAll(/:(\w+)/g)].map(([, param]) => ({ name: param, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(query?.properties ?? {}).map(([param, schema]) => ({ name: param, in: 'query', required: query?.required?.includes(param) ?? false, schema })),
      ...(isChange ? [{ name: 'idempotency-key', in: 'header', required: false, schema: { type: 'string' }, description: 'The same key and body again has the same answer and no second effect.' }] : []),
    ],
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(route.body) } } } } : {}),
    ...(route.form ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } } } } } } } } : {}),
    responses: {
      200: { description: 'OK', content: { [route.raw ?? 'application/json']: { schema: route.out ? jsonSchema(route.out, 'output') : { type: 'string' } } } },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

// Refinements have no JSON Schema; what they check is said in words by the refusal.
const asJson = { unrepresentable: 'any', target: 'draft-2020-12' } as const;

function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output' = 'input'): Json {
  const { $schema: _, $defs: _named, ...rest } = z.toJSONSchema(schema, { ...asJson, io, ...(io === 'output' ? { metadata: answers } : {}) }) as Record<string, unknown>;
  return JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}

function answerSchemas(): Readonly<Record<string, Json>> {
  const { schemas } = z.toJSONSchema(answers, { ...asJson, io: 'output', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema: _, $id: _uri, ...schema }]) => [name, schema]));
}

function wordsOf(refusals: Readonly<Record<string, RefusalWords>>): Json {
  return Object.fromEntries(Object.entries(refusals).map(([code, { status, zh, en }]) => [code, { status: status ?? 409, zh, en }]));
}

function openPath(url: string): string {
  return url.replace(/:(\w+)/g, '{$1}');
}

function operationId(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '');
}
