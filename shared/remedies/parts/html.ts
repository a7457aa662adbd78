import { withoutReferences } from '../../exchange/character-references.ts';

/** Reading the few things of a page that remedies need. No tree is built: attributes of single tags are enough. */

/** Attributes of a tag by their names in lower case; one without a value is empty. */
export const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map(
    [...tag.matchAll(/\s([a-z][\w:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi)].map(
      ([, name = '', a, b, c]) => [name.toLowerCase(), withoutReferences(a ?? b ?? c ?? '')],
    ),
  );

/** The tags of these names, as they stand. */
export const tagsOf = (html: string, names: readonly string[]): readonly string[] =>
  [...html.matchAll(new RegExp(`<(?:${names.join('|')})\\b[^>]*>`, 'gi'))].map(([tag]) => tag);

export interface HtmlForm {
  readonly action: string;
  readonly method: string;
  /** Inputs in order. */
  readonly inputs: readonly { readonly name: string; readonly type: string; readonly value: string }[];
}

/** The first form that asks for a password. */
export const loginFormOf = (html: string): HtmlForm | undefined => {
  for (const [, tag = '', inside = ''] of html.matchAll(/(<form\b[^>]*>)([\s\S]*?)(?:<\/form>|$)/gi)) {
    const inputs = tagsOf(inside, ['input']).map((input) => {
      const attributes = attributesOf(input);
      return {
        name: attributes.get('name') ?? '',
        type: (attributes.get('type') ?? 'text').toLowerCase(),
        value: attributes.get('value') ?? '',
      };
    });
    if (!inputs.some(({ type }) => type === 'password')) continue;
    const attributes = attributesOf(tag);
    return {
      action: attributes.get('action') ?? '',
      method: (attributes.get('method') ?? 'get').toUpperCase(),
      inputs: inputs.filter(({ name }) => name !== ''),
    };
  }
  return undefined;
};
