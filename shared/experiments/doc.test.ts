import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { causeTitle } from '../diagnosis/words.ts';
import type { Experiment } from './experiment.ts';
import { experiments } from './index.ts';
import { causesTold, likelihoodOf, outcomesOf } from './odds.ts';

const opening = `# Finding out

Many refusals say nothing of their reason. Then one thing is changed at a time and the answers are compared: the tab
_Experiments_ beside the exchange, and the fold of that name in the diagnosis. The tab opens by itself where nothing
explains the refusal.

## What is asked first

Nothing is sent before it was asked. Each question says what will be sent, where, how often at most, and what that could
do; _Skip_ leaves it out. _Send up to … requests_ lets why401 choose: each question by what the answers before it said,
until the cause is almost certain or the number is used up.

- Never a wrong password for a real user name: a made-up credential has a made-up user name as well.
- Your own user name and password go along only as often as the question says, since a wrong one counts as a failed login
  each time.
- A method that may change something (POST, PUT, PATCH, DELETE) is repeated only where the button names it, and never by a
  plan.
- Nothing stays behind: the cookie jar keeps no cookie of the answers. Only a fresh token is kept, and its question says so.
- All of it is in the history, marked as an experiment. What was found out stays with the attempt it is about, secrets
  masked: opened again, it shows the answers and the odds before and after.

## How the odds move

Each experiment knows how likely each of its outcomes is under each cause. From that follow the order of the questions (by
how much each is expected to lower the uncertainty) and the odds after the answer. A further experiment that says the same
counts half. What was shown by a change is held against the unchanged request, since some refusals come and go by
themselves. The bars show the odds before the first experiment and now.

## Compare with one that works

_Compare…_ in the diagnosis takes a request that works: another attempt, or a pasted cURL command, HAR, raw request or
\`fetch()\` call. It lists in what the two differ, by meaning: cookies by name, bodies by member, tokens by claim; what is
likeliest to matter for this diagnosis comes first. Secrets are masked; a fingerprint tells two of them apart. _Take over_
changes the request and can be undone. _Which of the differences is it?_ takes all of them over, then half, then half of
that, until the one is named that turns the refusal.

## In the shell

| command | does |
| --- | --- |
| \`why401 explain FILE\` | makes the experiments that need no request (clock, a recorded key set) and lists the others |
| \`why401 experiment NAME\` | sends the request and lists what could be asked |
| \`why401 experiment NAME --yes\` | asks, at most 10 requests and 2 logins; \`--requests\`, \`--logins\`, \`--unsafe\` change that |
| \`why401 experiment NAME --yes --ask ID\` | asks this one |
| \`why401 compare REFUSED WORKS\` | names what differs; sends nothing |

## The experiments
`;

/** The causes for which some outcome is at least so many times likelier than usual. */
const TELLING = 3;

const findsOf = (experiment: Experiment): readonly string[] =>
  causesTold(experiment)
    .filter((cause) =>
      outcomesOf(experiment).some(
        (outcome) =>
          likelihoodOf(experiment, outcome, cause) >=
          TELLING * likelihoodOf(experiment, outcome, 'unexplained'),
      ),
    )
    .map(causeTitle);

const section = (experiment: Experiment): string => {
  const finds = findsOf(experiment);
  return [
    `### ${experiment.changed}`,
    '',
    `\`${experiment.id}\` · ${experiment.question}`,
    '',
    ...Object.values<string>(experiment.says).map((says) => `- ${says}.`),
    ...(finds.length === 0 ? [] : ['', `Can find: ${finds.join(', ')}.`]),
    '',
  ].join('\n');
};

test('docs/experiments.md says what the experiments say; `vitest -u` writes it anew', async () => {
  const text = `${opening}\n${experiments.map(section).join('\n')}`;
  const options = await resolveConfig(new URL('../../docs/experiments.md', import.meta.url).pathname);
  await expect(await format(text, { ...options, parser: 'markdown' })).toMatchFileSnapshot(
    '../../docs/experiments.md',
  );
});
