import type { Inspected } from '../../shared/import/inspect.ts';

const block = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** An inspected text for a terminal. */
export const inspectText = (inspected: Inspected): string => {
  switch (inspected.kind) {
    case 'request':
      return [
        `${inspected.method} ${inspected.url}`,
        ...inspected.headers.map(([name, value]) => `${name}: ${value}`),
        ...(inspected.body === undefined ? [] : ['', inspected.body]),
        ...(inspected.auth === undefined ? [] : ['', `auth: ${JSON.stringify(inspected.auth)}`]),
        ...inspected.notes.map((note) => `note: ${note}`),
        '',
      ].join('\n');
    case 'challenges':
      return [
        ...inspected.challenges.map(({ scheme, token68, params }) =>
          [
            scheme,
            token68,
            ...Object.entries(params).map(([name, value]) => `${name}=${JSON.stringify(value)}`),
          ]
            .filter((part) => part !== undefined)
            .join(' '),
        ),
        ...inspected.problems.map(({ at, expected }) => `problem at ${at}: ${expected} is missing`),
        '',
      ].join('\n');
    case 'credentials':
    case 'jwt':
    case 'response':
    case 'har':
    case 'url':
    case 'unknown':
      return block(inspected);
    default:
      return inspected satisfies never;
  }
};
