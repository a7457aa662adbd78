import { isRecord } from '../../exchange/json.ts';
import type { Facts } from '../facts.ts';
import { logsIn } from './login-form.ts';
import { codedFailure, tellsError, tellsOfAccount } from './told-failure.ts';

/** Members that say outright whether somebody is logged in. */
const letIn = /^(?:authenticated|(?:is_?)?logged_?in|is_?log_?in|login_?(?:ok|success)|auth)$/i;

/** Some interfaces have a code of their own for what went well, and say so. */
const wentWell =
  /^(?:(?:login |log-?in |request )?(?:success\w*|succeeded)|ok|okay|done|成功|登录成功|操作成功)\W*$/i;

const denies = (node: unknown): boolean =>
  isRecord(node) &&
  (Object.entries(node).some(
    ([name, member]) =>
      (!/^(?:message|reason)$/i.test(name) && tellsError(name, member)) ||
      (letIn.test(name) && (member === false || member === 'false')),
  ) ||
    (codedFailure(node) &&
      !Object.values(node).some((member) => typeof member === 'string' && wentWell.test(member))));

/** A login whose answer is a success of HTTP and says in its body that nobody was let in. */
export const deniedLogin = (facts: Facts): boolean => {
  const { body, status = 0 } = facts;
  if (body.kind !== 'json' || status < 200 || status >= 300 || !logsIn(facts)) return false;
  const inner: readonly unknown[] = isRecord(body.value)
    ? Object.values(body.value)
    : Array.isArray(body.value)
      ? body.value
      : [];
  return tellsOfAccount(body.value) || denies(body.value) || (inner.length === 1 && denies(inner[0]));
};
