import { useMemo, useState } from 'react';
import type { ReceivedResponse, Xray, XrayPart } from '../../shared/exchange/exchange.ts';
import { expectedTexts, type ExpectedText } from '../../shared/xray/expected.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Switch } from '../ui/Switch.tsx';
import { linesOf, namesMore, signatureSteps, type SignatureStep } from './signature-steps.ts';
import { SignatureComparison } from './SignatureComparison.tsx';
import { SignatureLines } from './SignatureLines.tsx';
import styles from './SignatureView.module.css';

type WhiteSpace = 'shown' | 'plain';

const Copy = ({ part }: { readonly part: XrayPart }) => (
  <CopyButton
    label={part.masked === true ? `Copy ${part.label}, with its dots` : `Copy ${part.label}`}
    text={part.text}
  />
);

/** Inputs are short: a row each. */
const Inputs = ({ step, whiteSpace }: { readonly step: SignatureStep; readonly whiteSpace: WhiteSpace }) => (
  <dl className={styles['inputs']}>
    {step.parts.map((part, at) => (
      <div key={at} className={styles['input']}>
        <dt>{part.label}</dt>
        <dd>{linesOf(part.text, whiteSpace).join('\n')}</dd>
        <dd>
          <Copy part={part} />
        </dd>
      </div>
    ))}
  </dl>
);

const Step = ({
  step,
  whiteSpace,
  expected,
}: {
  readonly step: SignatureStep;
  readonly whiteSpace: WhiteSpace;
  readonly expected: readonly ExpectedText[];
}) => {
  const [first] = step.parts;
  const alone = step.parts.length === 1 && step.kind !== 'input' ? first : undefined;
  const theirs = expected.find(({ label }) => label === alone?.label);
  return (
    <li className={styles['step']}>
      <span className={styles['at']} aria-hidden="true">
        {step.number}
      </span>
      <div className={styles['content']}>
        <header className={styles['head']}>
          <h3>{alone !== undefined && namesMore(step, alone) ? alone.label : step.title}</h3>
          {alone !== undefined && namesMore(step, alone) && <span>{step.title}</span>}
          {alone !== undefined && (
            <span className={styles['tool']}>
              <Copy part={alone} />
            </span>
          )}
        </header>
        {alone === undefined && <Inputs step={step} whiteSpace={whiteSpace} />}
        {alone !== undefined && theirs !== undefined && (
          <SignatureComparison expected={theirs} whiteSpace={whiteSpace} />
        )}
        {alone !== undefined && theirs === undefined && (
          <SignatureLines label={alone.label} lines={linesOf(alone.text, whiteSpace)} />
        )}
        {step.parts.some(({ masked }) => masked === true) && (
          <p className={styles['masked']}>
            Dots stand for a secret: it went into the signature, and is neither shown nor kept.
          </p>
        )}
      </div>
    </li>
  );
};

/**
 * How a signature came about, step by step, as it was computed before the request left; beside it what the server would
 * have signed, where its refusal says so.
 */
export const SignatureView = ({
  xray,
  response,
}: {
  readonly xray: Xray;
  readonly response: ReceivedResponse | undefined;
}) => {
  const expected = useMemo(
    () => (response === undefined ? [] : expectedTexts(xray, response)),
    [xray, response],
  );
  const [isShown, show] = useState(false);
  return (
    <section className={styles['signature']} aria-label="Signature">
      <header className={styles['top']}>
        <h2>{xray.scheme}</h2>
        <Switch isOn={isShown} onChange={show}>
          White space
        </Switch>
      </header>
      <ol className={styles['steps']}>
        {signatureSteps(xray).map((step) => (
          <Step key={step.number} step={step} expected={expected} whiteSpace={isShown ? 'shown' : 'plain'} />
        ))}
      </ol>
    </section>
  );
};
