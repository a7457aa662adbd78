import { z } from 'zod';
import { responseOf } from '../../shared/exchange/exchange.ts';
import { isRecord } from '../../shared/exchange/json.ts';
import type { OpenRequest, WindowState } from './state.ts';

/** Where the preferences keep the ids of the examples that were mended. */
export const lessonsPreference = 'lessonsDone';

const lessonsSchema = z.array(z.string()).catch([]);

export const lessonsIn = (preferences: unknown): readonly string[] =>
  lessonsSchema.parse(isRecord(preferences) ? preferences[lessonsPreference] : undefined);

/** The engine hands out the request of an example under a fixed id. */
const draftIdOf = (exampleId: string): string => `example-${exampleId}`;

/** The last attempt was answered as it should be, after one that was not. */
const isMended = ({ attempts }: OpenRequest): boolean => {
  const last = attempts.at(-1);
  const exchange = last?.attempt.exchanges.at(-1);
  const status = exchange === undefined ? undefined : responseOf(exchange)?.status;
  return last?.diagnosis.failed === false && status !== undefined && status < 300;
};

/** Ids of the examples that are mended by now: those that were before, and those that are open and answered. */
export const lessonsDone = ({ examples, open, lessons }: WindowState): readonly string[] => {
  const mended = examples
    .map(({ id }) => id)
    .filter((id) => {
      const request = open[draftIdOf(id)];
      return request !== undefined && !lessons.includes(id) && isMended(request);
    });
  return mended.length === 0 ? lessons : [...lessons, ...mended];
};
