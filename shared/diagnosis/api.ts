/**
 * The diagnosis on its own: `import { diagnose, readHar } from 'why401/diagnosis'`. It takes what was exchanged and says
 * why it was refused. Pure and synchronous: no network, no files, no clock; the same input gives the same answer.
 */
export { readHar } from '../exchange/har.ts';
export type { HarRead } from '../exchange/har.ts';
export type { Attempt, Exchange } from '../exchange/exchange.ts';
export { causes } from './causes.ts';
export type { Cause } from './causes.ts';
export { diagnose } from './diagnose.ts';
export type { DiagnoseOptions } from './diagnose.ts';
export type { Diagnosis, Evidence, Figure, Finding, Place, RemedyOffer, RuledOut } from './diagnosis.ts';
export { explainJson } from './explain-json.ts';
export { masked } from './masked.ts';
export type { ExplainedFile } from './explain-json.ts';
export { pointer } from './pointer.ts';
export { attemptOfRecords } from './records.ts';
export type { ExchangeRecord, RecordedFields } from './records.ts';
export { causeTitle, oddsWord } from './words.ts';
export type { Odds } from './words.ts';
