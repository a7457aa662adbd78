import { formDecoded } from '../../exchange/percent.ts';
import type { ReceivedResponse } from '../../exchange/exchange.ts';
import { fieldsNamed } from '../../exchange/fields.ts';
import type { Statement } from './statements.ts';

/** Cookies in which a page that sends people on leaves word for the next one. */
const named = /flash|^messages?$|-messages$|notice|alert|toast/i;

const LONGEST = 600;

/** What is said by such a cookie: the texts of its JSON, or its value as it stands. */
export const flashStatements = (exchange: number, response: ReceivedResponse): readonly Statement[] =>
  fieldsNamed(response.fields, 'Set-Cookie').flatMap(({ value }) => {
    const [, name = '', raw = ''] = /^\s*([^=;\s]+)=([^;]*)/.exec(value) ?? [];
    if (!named.test(name)) return [];
    const text = formDecoded(raw);
    const texts = [...text.matchAll(/"(?:text|message|msg|error)"\s*:\s*"([^"]{4,})"/g)].map(
      ([, one = '']) => one,
    );
    return (texts.length > 0 ? texts : /[\s+]/.test(text) ? [text] : []).map((one) => ({
      text: one.slice(0, LONGEST),
      key: 'flash',
      carrier: 'field' as const,
      place: { in: 'field' as const, exchange, side: 'response' as const, name: 'Set-Cookie' },
    }));
  });
