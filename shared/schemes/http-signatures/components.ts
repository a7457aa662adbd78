import { parseItem, serializeItem, type Item, type Parameters } from 'structured-headers';
import { FlowStopped } from '../scheme.ts';

/** A component identifier (RFC 9421 §2): its name in lower case and its parameters. */
export interface Component {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string | boolean>;
}

/** Why a component cannot be covered: a clause behind its name. */
export const unfitComponent = (component: Component, why: string): FlowStopped =>
  new FlowStopped('component-unfit', `The component ${componentText(component)} ${why}.`);

/** As it stands in the signature base: `"@query-param";name="Pet"`. */
export const componentText = ({ name, parameters }: Component): string =>
  serializeItem(name, new Map(parameters));

const flagsAndTexts = (parameters: Parameters): Component['parameters'] => {
  const kept = [...parameters].map(([key, value]) => {
    if (typeof value === 'string' || typeof value === 'boolean') return [key, value] as const;
    throw new FlowStopped('component-unfit', `The parameter ${key} of a component is a text or a switch.`);
  });
  return new Map(kept);
};

const fieldParameters = ['sf', 'key', 'bs', 'req', 'tr'];

/**
 * A component from an item of a structured field.
 * @throws FlowStopped `component-unfit` where RFC 9421 knows no such thing
 */
export const componentOf = ([name, parameters]: Item): Component => {
  if (typeof name !== 'string') throw new FlowStopped('component-unfit', 'A component is a quoted name.');
  const component: Component = { name: name.toLowerCase(), parameters: flagsAndTexts(parameters) };
  const allowed = !name.startsWith('@')
    ? fieldParameters
    : component.name === '@query-param'
      ? ['req', 'name']
      : ['req'];
  const unknown = [...parameters.keys()].find((key) => !allowed.includes(key));
  if (unknown !== undefined)
    throw unfitComponent(component, `has the parameter ${unknown}, which is not known`);
  if (component.parameters.has('bs') && (component.parameters.has('sf') || component.parameters.has('key')))
    throw unfitComponent(component, 'cannot be bs and sf or key at once (RFC 9421 §2.1)');
  return component;
};

/**
 * A component as a person types it: `@method`, `content-digest`, `@query-param;name="id"`; quotes around the name may
 * stand or not.
 * @throws FlowStopped `component-unfit`
 */
export const parseComponent = (typed: string): Component => {
  const quoted = typed.trim().replace(/^(@?[!#$%&'*+\-.^_`|~0-9A-Za-z]+)(?=;|$)/, '"$1"');
  let item: Item;
  try {
    item = parseItem(quoted);
  } catch {
    throw new FlowStopped('component-unfit', `"${typed.trim()}" is no component that can be covered.`);
  }
  return componentOf(item);
};
