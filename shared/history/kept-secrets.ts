import { redactAttempt } from '../exchange/redact.ts';
import { responseOf, type Attempt, type Exchange, type Field } from '../exchange/exchange.ts';

/** Where an exchange holds secrets, each place once, named as a person knows it: "Authorization", "body". */
export interface SecretPlaces {
  /** "GET api.example.com/v1/me". */
  readonly exchange: string;
  readonly request: readonly string[];
  readonly response: readonly string[];
}

const fieldsThatDiffer = (before: readonly Field[], after: readonly Field[]): readonly string[] =>
  before.filter((field, index) => after[index]?.value !== field.value).map(({ name }) => name);

const differs = (before: unknown, after: unknown): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);

const placesOf = (before: Exchange, after: Exchange): SecretPlaces => {
  const [sent, sentAfter] = [before.request, after.request];
  const [got, gotAfter] = [responseOf(before), responseOf(after)];
  const request = [
    ...(sent.url === sentAfter.url ? [] : ['address']),
    ...fieldsThatDiffer(sent.fields, sentAfter.fields),
    ...(differs(sent.body, sentAfter.body) ? ['body'] : []),
  ];
  const response =
    got === undefined || gotAfter === undefined
      ? []
      : [
          ...fieldsThatDiffer(got.fields, gotAfter.fields),
          ...(differs(got.body, gotAfter.body) ? ['body'] : []),
        ];
  return {
    exchange: `${sent.method} ${sentAfter.url.replace(/^\w+:\/\/|[?#].*$/gu, '')}`,
    request: [...new Set(request)],
    response: [...new Set(response)],
  };
};

/** What the history leaves out of an attempt, by exchange; those without a secret are not listed. */
export const secretPlaces = (attempt: Attempt): readonly SecretPlaces[] => {
  const redacted = redactAttempt(attempt);
  return attempt.exchanges.flatMap((exchange, index) => {
    const after = redacted.exchanges[index];
    if (after === undefined) return [];
    const places = placesOf(exchange, after);
    return places.request.length + places.response.length === 0 ? [] : [places];
  });
};
