import { isJsonWithVariables } from '../../shared/compose/json-with-variables.ts';
import { placeholderSpans } from '../../shared/compose/variables.ts';
import { prettyJson } from '../exchange/pretty-json.ts';

/** Characters for private use: none stands in a text that somebody types. */
const [begin, end] = ['\uE000', '\uE001'];

/** Laid out in lines, or `undefined` where it is no JSON. Numbers keep their digits, variables stay where they stand. */
export const formatJson = (text: string): string | undefined => {
  if (text.includes(begin) || !isJsonWithVariables(text)) return undefined;
  const spans = placeholderSpans(text);
  const hidden = spans.reduceRight(
    (rest, span, index) => `${rest.slice(0, span.start)}${begin}${index}${end}${rest.slice(span.end)}`,
    text,
  );
  return prettyJson(hidden.trim()).replace(/\uE000(\d+)\uE001/g, (_, index: string) => {
    const span = spans[Number(index)];
    return span === undefined ? '' : text.slice(span.start, span.end);
  });
};
