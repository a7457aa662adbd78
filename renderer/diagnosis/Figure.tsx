import { durationInWords, instantInWords } from '../../shared/diagnosis/durations.ts';
import type { Figure as FigureValue } from '../../shared/diagnosis/diagnosis.ts';
import { Breakable } from '../ui/Breakable.tsx';
import { cx } from '../ui/cx.ts';
import styles from './figures.module.css';
import { lifetimeDrawing } from './lifetime.ts';
import { LifetimeFigure } from './LifetimeFigure.tsx';

type Of<K extends FigureValue['kind']> = { readonly figure: Extract<FigureValue, { kind: K }> };

const Clocks = ({ figure: { client, server } }: Of<'clocks'>) => {
  const gap = durationInWords(server - client);
  const [first, second] =
    client <= server ? (['this computer', 'server'] as const) : (['server', 'this computer'] as const);
  const [early, late] = client <= server ? [client, server] : [server, client];
  return (
    <figure
      className={styles['line']}
      role="img"
      aria-label={`This computer’s clock says ${instantInWords(client, server)}, the server’s ${instantInWords(server, client)}: ${gap} apart.`}
    >
      <span className={cx(styles['gap'], styles['bad'])} style={{ left: '20%', right: '20%' }}>
        {gap} apart
      </span>
      <i className={styles['quiet']} />
      <i className={styles['over']} style={{ left: '20%', right: '20%' }} />
      <i className={styles['tick']} style={{ left: '20%' }} />
      <i className={styles['tick']} style={{ right: '20%' }} />
      <span className={styles['caption']} style={{ left: '20%', translate: '-25% 0' }}>
        {first} {instantInWords(early, late)}
      </span>
      <span className={styles['caption']} style={{ right: '20%', translate: '25% 0' }}>
        {second} {instantInWords(late, early)}
      </span>
    </figure>
  );
};

const Schemes = ({ figure: { sent, challenged } }: Of<'schemes'>) => (
  <figure className={styles['schemes']} role="group" aria-label="Scheme sent and schemes asked for">
    <span>sent</span>
    <code className={styles['sent']}>{sent === '' ? 'none' : sent}</code>
    <span>asked for</span>
    <span className={styles['asked']}>
      {challenged.map((scheme) => (
        <code key={scheme}>{scheme}</code>
      ))}
    </span>
  </figure>
);

const Values = ({ figure: { label, got, wanted } }: Of<'values'>) => (
  <figure className={styles['values']} role="group" aria-label={label}>
    <figcaption>{label}</figcaption>
    <dl>
      <dt>is</dt>
      <dd className={styles['sent']}>
        <Breakable text={got} />
      </dd>
      <dt>wanted</dt>
      <dd>
        <Breakable text={wanted} />
      </dd>
    </dl>
  </figure>
);

/** The one drawing that proves a cause at a glance, at most 60 px high. */
export const Figure = ({ figure }: { readonly figure: FigureValue }) => {
  switch (figure.kind) {
    case 'lifetime':
      return (
        <LifetimeFigure
          life={lifetimeDrawing(
            { issued: figure.issued, ended: figure.ended, at: figure.sent },
            'sent',
            0.52,
          )}
        />
      );
    case 'clocks':
      return <Clocks figure={figure} />;
    case 'schemes':
      return <Schemes figure={figure} />;
    case 'values':
      return <Values figure={figure} />;
    default:
      return figure satisfies never;
  }
};
