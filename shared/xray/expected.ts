import type { ReceivedResponse, Xray, XrayPart } from '../exchange/exchange.ts';
import { echoesIn } from './echoes.ts';

/** A text that we signed beside the one that the server says it expected. */
export interface ExpectedText {
  /** Of the X-ray's part. */
  readonly label: string;
  readonly ours: string;
  /** The server's, with dots where ours has some. */
  readonly theirs: string;
  /**
   * Index of the first code unit that differs, in both texts. Absent where they are the same: then it is the key that
   * differs.
   */
  readonly firstDifference?: number;
}

/**
 * What the server would have signed, as far as its answer says so: S3 and other services of AWS, Azure Storage, servers
 * with OAuth 1.0 problem reporting. Empty where the answer says nothing, or nothing that the X-ray has a part for.
 */
export const expectedTexts = (xray: Xray, response: ReceivedResponse): readonly ExpectedText[] => {
  const body = bodyText(response);
  if (body === undefined) return [];
  const echoes = echoesIn(body);
  return xray.parts.flatMap((part) => {
    const { kind, label, text: ours } = part;
    const echo = echoes.find((one) => one.kind === kind);
    if (echo === undefined || closestTo(echo.text, xray, kind) !== part) return [];
    const theirs = maskedLike(ours, ours.includes('\r') ? echo.text : echo.text.replaceAll('\r\n', '\n'));
    const at = firstDifference(ours, theirs);
    return [{ label, ours, theirs, ...(at === undefined ? {} : { firstDifference: at }) }];
  });
};

/** A body in chunks has a text that was signed for each of them: the echo is of the one that begins like it. */
const closestTo = (echo: string, { parts }: Xray, kind: XrayPart['kind']): XrayPart | undefined => {
  const alike = (part: XrayPart): number => firstDifference(part.text, echo) ?? Infinity;
  return parts
    .filter((part) => part.kind === kind)
    .reduce<XrayPart | undefined>(
      (best, part) => (best === undefined || alike(part) > alike(best) ? part : best),
      undefined,
    );
};

const bodyText = ({ body }: ReceivedResponse): string | undefined => {
  switch (body.kind) {
    case 'text':
      return body.text;
    case 'file':
      return body.head;
    case 'none':
    case 'bytes':
      return undefined;
    default:
      return body satisfies never;
  }
};

/** A secret that is dotted in our text stands openly in the server's: found by what is before it, it is dotted, too. */
const maskedLike = (ours: string, theirs: string): string => {
  const names = [...ours.matchAll(/(?:^|[\n&])([\w-]+[:=]|[0-9a-f]{8})•+/g)].map(([, name = '']) => name);
  return names.reduce(
    (text, name) => text.replace(new RegExp(`(^|[\\n&])(${name})[^\\n&]*`, 'g'), '$1$2••••••••'),
    theirs,
  );
};

const firstDifference = (a: string, b: string): number | undefined => {
  if (a === b) return undefined;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return at;
};
