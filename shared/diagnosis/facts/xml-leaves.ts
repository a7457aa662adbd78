import type { Leaf } from './leaf.ts';
import { LEAVES, mute } from './leaf.ts';
import { wordsOf } from './response-body.ts';

export const xmlLeaves = (text: string): readonly Leaf[] => {
  const plain = text.slice(0, 16_384).replace(/<!\[CDATA\[([^<>]*)\]\]>/g, '$1');
  const elements = [...plain.matchAll(/<([\w:.-]+)(\s[^<>]*)?>([^<]+)(?=<\/)/g)].slice(0, LEAVES);
  const leaves = elements.flatMap(([, name = '', attributes = '', content = '']): readonly Leaf[] => {
    const key = name.replace(/^.*:/, '').toLowerCase();
    const said = wordsOf(content);
    // A document inside the document, as text.
    if (/^<\w/.test(said) && !/^<\w/.test(content)) return xmlLeaves(said);
    const code = /\bcode="([^"]+)"/.exec(attributes)?.[1];
    const leaf = said === '' || mute.test(key) ? [] : [{ text: said, key }];
    return code === undefined ? leaf : [{ text: code, key: 'code' }, ...leaf];
  });
  return [...leaves, ...toldByAttribute(plain)];
};

/** `<error code="100" description="Incorrect user credentials"/>`: elements of this name tell in their attributes. */
const toldByAttribute = (plain: string): readonly Leaf[] =>
  [...plain.matchAll(/<(?:[\w.-]+:)?(?:err|error|failure|fault)\s([^<>]*)>/gi)].flatMap(
    ([, attributes = '']) =>
      [...attributes.matchAll(/\b(code|description|msg|message|reason)="([^"]+)"/gi)].map(
        ([, key = '', value = '']) => ({ text: wordsOf(value), key: key.toLowerCase() }),
      ),
  );
