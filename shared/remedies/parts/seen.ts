import { responseOf, type Field, type Exchange } from '../../exchange/exchange.ts';
import { sameName } from '../../exchange/fields.ts';
import { maskField } from '../../exchange/redact.ts';
import type { Situation } from '../remedy.ts';

/** The value of a field as it was sent last in the attempt. */
export const sentValue = ({ attempt }: Pick<Situation, 'attempt'>, name: string): string | undefined =>
  attempt.exchanges
    .flatMap((exchange): readonly Field[] => exchange.request.fields)
    .findLast((field) => sameName(field.name, name))?.value;

/** "Authorization: Bearer ••••••••kQ": a field as a change shows it. */
export const shownField = (name: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${name}: ${maskField({ name, value })}`;

/** The last exchange that was answered, whose words the remedy goes by. */
export const lastAnswered = ({ attempt }: Pick<Situation, 'attempt'>): Exchange | undefined =>
  attempt.exchanges.findLast((exchange) => responseOf(exchange) !== undefined);
