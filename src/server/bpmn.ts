import { BpmnModdle } from 'bpmn-moddle';
import { roles } from '#mechanisms/roles.ts';
import type { Grant } from '#kernel/actor.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import type { Language, Text } from '#kernel/words.ts';
import { layOut, type Placed } from './bpmn-layout.ts';

/** A mechanism as a BPMN 2.0 document (ISO/IEC 19510) with its shapes laid out: stages are tasks, ends are end events, actions lead from one to another. */
export async function bpmnOf(mechanism: AnyMechanism, language: Language): Promise<string> {
  const moddle = new BpmnModdle();
  const { record } = mechanism;
  const drawn = drawing(mechanism, language);
  const make = (type: string, attributes: Record<string, unknown>) => moddle.create(type, attributes);
  const nodes = new Map(drawn.nodes.map(({ id, type, name, words }) => [id, make(type, { id, name, incoming: [], outgoing: [], documentation: words === '' ? [] : [make('bpmn:Documentation', { text: words })] })]));
  const placed = layOut(drawn);
  const flows = drawn.flows.map(({ id, from, to, name }) => {
    const flow = make('bpmn:SequenceFlow', { id, ...(name === '' ? {} : { name }), sourceRef: nodes.get(from), targetRef: nodes.get(to) });
    listIn(nodes.get(from), 'outgoing').push(flow);
    listIn(nodes.get(to), 'incoming').push(flow);
    return flow;
  });
  const process = make('bpmn:Process', { id: `process_${record.key}`, name: record.name[language], isExecutable: false, flowElements: [...nodes.values(), ...flows] });
  const plane = make('bpmndi:BPMNPlane', {
    id: 'plane', bpmnElement: process,
    planeElement: [
      ...drawn.nodes.map(({ id }) => make('bpmndi:BPMNShape', { id: `${id}_shape`, bpmnElement: nodes.get(id), bounds: make('dc:Bounds', { ...placed.boxes.get(id) }) })),
      ...flows.map((flow, index) => make('bpmndi:BPMNEdge', { id: `flow_${index + 1}_edge`, bpmnElement: flow, waypoint: waypoints(placed, index).map((point) => make('dc:Point', point)) })),
    ],
  });
  const diagram = make('bpmndi:BPMNDiagram', { id: 'diagram', plane });
  const definitions = make('bpmn:Definitions', { id: `definitions_${record.key}`, targetNamespace: 'urn:zhanqiao:mechanism', exporter: 'Zhanqiao', rootElements: [process], diagrams: [diagram] });
  return (await moddle.toXML(definitions, { format: true })).xml;
}

function listIn(node: ReturnType<BpmnModdle['create']> | undefined, name: string): unknown[] {
  const held = node?.get(name);
  return Array.isArray(held) ? held : [];
}

function waypoints(placed: Placed, index: number): readonly Record<string, number>[] {
  return (placed.lines[index] ?? []).map(({ x, y }) => ({ x, y }));
}

/** What is drawn of a mechanism, before anything has a place. */
export interface Drawing {
  readonly nodes: readonly { readonly id: string; readonly type: string; readonly name: string; readonly words: string }[];
  readonly flows: readonly { readonly id: string; readonly from: string; readonly to: string; readonly name: string }[];
}

/** An action that may lead to several stages passes a gateway; one that leaves a matter where it stands is told in the stage's documentation. */
function drawing(mechanism: AnyMechanism, language: Language): Drawing {
  const { record, actions } = mechanism;
  const nodes: Drawing['nodes'][number][] = [{ id: 'begin', type: 'bpmn:StartEvent', name: language === 'zh' ? '提出' : 'Filed', words: '' }];
  const flows: Drawing['flows'][number][] = [];
  const flow = (from: string, to: string, name: string) => flows.push({ id: `flow_${flows.length + 1}`, from, to, name });
  for (const [key, stage] of Object.entries(record.stages)) {
    const here = Object.values(actions).filter((action) => action.from !== 'new' && action.from.includes(key));
    const type = stage.place === 'end' && here.every((action) => leadsTo(action).length === 0) ? 'bpmn:EndEvent' : 'bpmn:UserTask';
    nodes.push({ id: `stage_${key}`, type, name: stage.name[language], words: here.map((action) => actionWords(action, language)).join('\n') });
  }
  for (const [name, action] of Object.entries(actions)) {
    const to = leadsTo(action);
    const sources = action.from === 'new' ? ['begin'] : action.from.map((key) => `stage_${key}`);
    if (to.length > 1) {
      nodes.push({ id: `choice_${name}`, type: 'bpmn:ExclusiveGateway', name: action.name[language], words: actionWords(action, language) });
      for (const source of sources) flow(source, `choice_${name}`, '');
      for (const stage of to) flow(`choice_${name}`, `stage_${stage}`, record.stages[stage]?.name[language] ?? stage);
    } else if (to[0] !== undefined) {
      for (const source of sources) if (source !== `stage_${to[0]}`) flow(source, `stage_${to[0]}`, action.name[language]);
    }
  }
  return { nodes, flows };
}

function leadsTo({ to }: Action): readonly string[] {
  return to === undefined ? [] : [to].flat() as readonly string[];
}

/** What an action is, who holds it and what it needs, in one line. */
function actionWords(action: Action, language: Language): string {
  const zh = language === 'zh';
  const by = action.by.map((grant) => grantWords(grant)[language]).join(zh ? '、' : ', ');
  const parts = [
    zh ? `${action.name.zh}：由${by}办理` : `${action.name.en}: by ${by}`,
    ...(action.reason ? [zh ? `理由不少于 ${action.reason} 字` : `a reason of ${action.reason} characters or more`] : []),
    ...(action.evidence ? [zh ? `佐证至少 ${action.evidence} 份` : `${action.evidence} piece(s) of evidence or more`] : []),
  ];
  return parts.join(zh ? '；' : '; ') + (zh ? '。' : '.');
}

function grantWords(grant: Grant): Text {
  if (grant === 'author') return { zh: '提出人', en: 'the author' };
  if (grant === 'public') return { zh: '公众', en: 'the public' };
  if (grant === 'system') return { zh: '平台', en: 'the platform' };
  return Object.hasOwn(roles, grant.role) ? roles[grant.role as keyof typeof roles] : { zh: grant.role, en: grant.role };
}
