import type { Body, Exchange } from '../../shared/exchange/exchange.ts';
import { exchangesOf, type ExperimentResult } from '../../shared/experiments/result.ts';
import { redactForStorage } from './redact-echoes.ts';

/** Answers are compared by their beginning; whole ones are in the experiment's own entry. */
const longest = 65_536;

const beginningOf = (body: Body): Body => {
  switch (body.kind) {
    case 'none':
      return body;
    case 'text':
      return { ...body, text: body.text.slice(0, longest) };
    case 'bytes':
      return { ...body, base64: body.base64.slice(0, longest) };
    case 'file':
      return { kind: 'text', text: body.head ?? '', size: body.size };
    default:
      return body satisfies never;
  }
};

const shortened = (exchange: Exchange): Exchange => {
  const { request, outcome } = exchange;
  return {
    ...exchange,
    request: { ...request, body: beginningOf(request.body) },
    outcome:
      outcome.kind === 'answered'
        ? { ...outcome, response: { ...outcome.response, body: beginningOf(outcome.response.body) } }
        : outcome,
  };
};

/** An experiment's result as it is kept beside the attempt it was made on: without secrets, and without long bodies. */
export const keptExperiment = (result: ExperimentResult): ExperimentResult => {
  const { exchanges } = redactForStorage({
    id: result.id,
    startedAtMs: result.atMs,
    source: 'sent',
    exchanges: exchangesOf(result),
  });
  const left = exchanges.map(shortened);
  return {
    ...result,
    runs: result.runs.map((ran) =>
      'exchanges' in ran ? { ...ran, exchanges: left.splice(0, ran.exchanges.length) } : ran,
    ),
  };
};
